"""Reading the reference frameworks and the law: the workspace's own folder, or the one that comes with the library.

The folder holds one subfolder per edition (``edition.yaml``, ``document.yaml`` with the form of the formal document, and
any number of list files) and ``law/`` with instruments, clauses and legal profiles. Lists are data: filling one in later needs no code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from archmodel.catalog import yaml_reader
from archmodel.catalog.files import Reader
from archmodel.catalog.messages import explain
from archmodel.catalog.yaml_reader import LINE, Unreadable
from archmodel.model.form import Form
from archmodel.model.framework import Clause, CrossEntry, DataTable, Edition, Instrument, Listing, Profile, Reference
from archmodel.model.record import Frozen
from archmodel.text.words import Words

T = TypeVar("T", bound=Frozen)


def shipped_frameworks() -> Path:
    """The folder of frameworks that comes with the library: inside the wheel, or beside the sources."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "framework_v4"
    return inside if inside.is_dir() else package.parent / "framework_v4"


def read_reference(files: Reader) -> Reference:
    """All editions, instruments, clauses and profiles of a folder; what cannot be read is among the reader's problems."""
    return _ReferenceReader(files).read()


_CLASSES: dict[str, type[Frozen]] = {"edition": Edition, "tables": DataTable, "document": Form}


class _ReferenceReader:
    def __init__(self, files: Reader) -> None:
        self.files = files

    def read(self) -> Reference:
        if not self.files.is_there:
            return Reference()
        parts: dict[str, dict[str, list[Frozen]]] = {}
        crosswalk: list[CrossEntry] = []
        instruments: dict[str, Instrument] = {}
        clauses: dict[str, Clause] = {}
        profiles: list[Profile] = []
        for path, text in self.files.walk():
            steps = path.relative_to(self.files.root).parts
            folder, name = (steps[0], path.stem) if len(steps) > 1 else ("", path.stem)
            if folder == "" and name.startswith("crosswalk"):
                crosswalk += self._records(path, text, CrossEntry)
            elif folder == "law" and name.startswith("instruments"):
                instruments |= {item.id: item for item in self._records(path, text, Instrument)}
            elif folder == "law" and name.startswith("clauses"):
                clauses |= {item.id: item for item in self._records(path, text, Clause)}
            elif folder == "law" and name.startswith("profiles"):
                profiles += self._records(path, text, Profile)
            elif folder:
                model = _CLASSES.get(name, Listing)
                parts.setdefault(folder, {}).setdefault(model.__name__, []).extend(self._records(path, text, model))
        return Reference(
            editions=self._editions(parts),
            crosswalk=tuple(crosswalk),
            instruments=instruments,
            clauses=clauses,
            profiles=tuple(sorted(profiles, key=lambda profile: profile.since)),
        )

    def _editions(self, parts: dict[str, dict[str, list[Any]]]) -> dict[str, Edition]:
        editions: dict[str, Edition] = {}
        for folder, found in parts.items():
            heads = found.get("Edition", [])
            if len(heads) != 1 or heads[0].id != folder:
                self.files.report(
                    self.files.root / folder,
                    1,
                    Words(f"thư mục '{folder}' cần tệp edition.yaml với đúng một bản ghi mã '{folder}'",
                          f"the folder '{folder}' needs an edition.yaml with one record whose id is '{folder}'"),
                    Words("thêm hoặc sửa edition.yaml", "add or mend edition.yaml"),
                )  # fmt: skip
                continue
            editions[folder] = heads[0].model_copy(
                update={
                    "listings": tuple(found.get("Listing", ())),
                    "tables": tuple(found.get("DataTable", ())),
                    "form": next(iter(found.get("Form", ())), None),
                }
            )
        return editions

    def _records(self, path: Path, text: str, model: type[T]) -> list[T]:
        def report(line: int, fact: Words, fix: Words, other: int | None) -> None:
            self.files.report(path, line, fact, fix, (self.files.place(path, other),) if other else ())

        try:
            rows = yaml_reader.read(text, report)
        except Unreadable as error:
            self.files.report(path, error.line, error.fact, error.fix)
            return []
        found: list[T] = []
        lines: dict[yaml_reader.Path, int] = {}
        for index, row in enumerate(rows if isinstance(rows, list) else [rows] if rows else []):
            if not isinstance(row, dict):
                report(1, Words("tệp phải là danh sách các bản ghi", "a file is a list of records"),
                       Words("mỗi bản ghi bắt đầu bằng '- '", "begin each record with '- '"), None)  # fmt: skip
                continue
            line = row[LINE]
            try:
                found.append(model.model_validate(_bare(row)))
            except ValidationError as failure:
                lines = lines or yaml_reader.locate(text)
                for problem in failure.errors(include_url=False):
                    fact, fix = explain({**problem}, model.model_fields)
                    full = (index, *problem["loc"])
                    at = next((lines[full[:n]] for n in range(len(full), 1, -1) if full[:n] in lines), line)
                    self.files.report(path, at, fact, fix)
        return found


def _bare(value: Any) -> Any:
    """A row without line marks and blanks."""
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key != LINE and item != ""}
    if isinstance(value, list):
        return [_bare(item) for item in value]
    return value
