"""The JSON Schemas are valid, agree with the reader on the real catalogue, and mark what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from archmodel.catalog import yaml_reader
from archmodel.catalog.schema import schemas

ROOT = Path(__file__).parent.parent
SCHEMAS = schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


def plain(value: Any) -> Any:
    """A row as an editor's YAML would read it, flags and numbers included."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != yaml_reader.LINE}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return {"true": True, "false": False}.get(
        value, int(value) if value.isdigit() and str(int(value)) == value else value
    )


@pytest.mark.parametrize("folder", ["applications", "datasets", "flows", "tasks", "documents", "nodes"])
def test_the_real_files_conform(folder: str) -> None:
    validator = Draft202012Validator(SCHEMAS[folder])
    for path in sorted((ROOT / "catalog" / folder).glob("*.yaml")):
        rows = plain(yaml_reader.read(path.read_text(encoding="utf-8"), lambda *_: None))
        errors = [
            f"{path.name} {list(error.absolute_path)}: {error.message[:200]}"
            for error in validator.iter_errors(rows)
            if "is not of type 'string'" not in error.message and error.validator != "anyOf"
        ]
        assert errors == []


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a", "nam": "A"},
        {"id": "a", "name": "A", "state": "Đang hoạt động"},
        {"id": "a b", "name": "A"},
        {"id": "a", "name": "A", "since": "01/07/2025"},
        {"id": "a", "name": "A", "owned_by": [{"to": "b", "whom": "c"}]},
    ],
)
def test_what_the_reader_refuses_the_schema_marks(record: dict[str, Any]) -> None:
    assert not Draft202012Validator(SCHEMAS["applications"]).is_valid([record])
