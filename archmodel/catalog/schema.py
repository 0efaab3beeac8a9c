"""JSON Schemas of the catalogue files, so that an editor completes keys and marks mistakes while one writes.

Generated from the same classes the reader validates with; relations appear as keys of the records that may carry them.
"""

from __future__ import annotations

from typing import Any

from archmodel.catalog.rows import ALL_FOLDERS, ELEMENT_RELATIONS
from archmodel.model.kinds import FOLDERS
from archmodel.model.record import ID_PATTERN, Frozen
from archmodel.model.relations import RELATIONS
from archmodel.model.settings import Settings
from archmodel.model.values import LABELS
from archmodel.model.waiver import Waiver

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """A schema per catalogue folder, by folder name, and one for ``archmodel.toml`` under ``settings``."""
    return {folder: _file_schema(folder) for folder in ALL_FOLDERS} | {"settings": _settings_schema()}


def _file_schema(folder: str) -> dict[str, Any]:
    defs: dict[str, Any] = {}
    if folder in FOLDERS:
        kind = FOLDERS[folder]
        record = _record(kind.element, defs, hidden={"kind"})
        for name in sorted(ELEMENT_RELATIONS):
            if any(source == kind.name for source, _ in RELATIONS[name].pairs):
                record["properties"][name] = _relation_value(name, defs)
        title = f"{kind.plural.vi} / {kind.plural.en}"
    elif folder == "waivers":
        record, title = _record(Waiver, defs), "Ngoại lệ / Waivers"
    elif folder == "flows":
        record, title = _record(RELATIONS["flow"].relation, defs, hidden={"type"}), "Luồng tích hợp / Flows"
    else:
        record = {"anyOf": [_record(relation, defs) for relation in {r.relation for r in RELATIONS.values()}]}
        record["anyOf"].sort(key=lambda schema: str(schema["properties"]["type"]))
        title = "Quan hệ / Relations"
    return {"$schema": DIALECT, "title": title, "type": "array", "items": record, "$defs": dict(sorted(defs.items()))}


def _record(model: type[Frozen], defs: dict[str, Any], hidden: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    schema = model.model_json_schema(ref_template="#/$defs/{model}")
    defs |= schema.pop("$defs", {})
    schema["properties"] = {
        name: _labelled(name, value) for name, value in schema["properties"].items() if name not in {"place", *hidden}
    }
    schema["required"] = [name for name in schema.get("required", []) if name not in hidden]
    return schema


def _relation_value(name: str, defs: dict[str, Any]) -> dict[str, Any]:
    row = RELATIONS[name]
    entry = _record(row.relation, defs, hidden={"type", "source", "target"})
    entry["properties"]["to"] = {"type": "string", "description": "mã đối tượng / id of the element"}
    entry["required"] = ["to"]
    target = {"type": "string"} if name == "aligned_to" else {"type": "string", "pattern": ID_PATTERN}
    one = {"anyOf": [target, entry]}
    return {
        "description": f"{row.forward.vi} / {row.forward.en}",
        "anyOf": [target, entry, {"type": "array", "items": one}],
    }


def _labelled(name: str, value: dict[str, Any]) -> dict[str, Any]:
    """The property with the meaning of each value of its list, where it has one."""
    values = value.get("enum") or next((part["enum"] for part in value.get("anyOf", ()) if "enum" in part), None)
    words = LABELS.get(name)
    if not values or not words:
        return value
    told = "; ".join(f"{item}: {words[item].vi} / {words[item].en}" for item in values if item in words)
    return {**value, "description": told}


def _settings_schema() -> dict[str, Any]:
    return {"$schema": DIALECT, **Settings.model_json_schema()}
