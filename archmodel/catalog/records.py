"""Validation of sorted rows: records, misfits and problems, in one pass over each file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from archmodel.catalog import csv_reader, yaml_reader
from archmodel.catalog.files import Reader
from archmodel.catalog.messages import allowed_values, explain
from archmodel.catalog.rows import (
    ALL_FOLDERS,
    ELEMENT_RELATIONS,
    Batch,
    Origin,
    columns,
    inner_model,
    known_keys,
    listed_fields,
    sort_rows,
)
from archmodel.catalog.yaml_reader import Unreadable
from archmodel.errors import Place, Problem
from archmodel.model.elements import AnyElement
from archmodel.model.kinds import KINDS
from archmodel.model.misfit import Misfit
from archmodel.model.record import Element, Frozen
from archmodel.model.relations import RELATIONS, AnyRelation, Relation
from archmodel.model.waiver import Waiver
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

Steps = tuple[str | int, ...]
MAX_MISFIT = 200


class Records:
    """What the files of a catalogue hold, gathered file by file."""

    def __init__(self, reader: Reader) -> None:
        self.elements: list[Element] = []
        self.relations: list[Relation] = []
        self.waivers: list[Waiver] = []
        self.misfits: list[Misfit] = []
        self._reader = reader

    def take(self, path: Path, text: str) -> None:
        """Read one file; its folder says what its records are."""
        folder = path.relative_to(self._reader.root).parts[0]
        if folder not in ALL_FOLDERS:
            self._unknown_folder(path, folder)
            return
        rows = self._rows(path, text, folder)
        shown = self._reader.place(path, 1).path
        batch = sort_rows(folder, rows, shown)
        lines = _lines_of(path, text)
        self.misfits += _at_their_fields(batch, lines)
        self._validate(path, batch, lines)

    def _unknown_folder(self, path: Path, folder: str) -> None:
        guess = nearest(folder, ALL_FOLDERS)
        self._reader.report(
            path,
            1,
            Words(f"thư mục '{folder}' không ứng với loại nào", f"the folder '{folder}' is no kind of record"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words(
                f"đặt tệp vào một trong: {', '.join(ALL_FOLDERS)}", f"put the file into one of {', '.join(ALL_FOLDERS)}"
            ),
        )

    def _rows(self, path: Path, text: str, folder: str) -> list[dict[str, Any]]:
        def report(line: int, fact: Words, fix: Words, other: int | None) -> None:
            see = (self._reader.place(path, other),) if other else ()
            self._reader.report(path, line, fact, fix, see)

        try:
            if path.suffix.lower() == ".csv":
                return csv_reader.read(text, report, columns(folder), ELEMENT_RELATIONS, listed_fields(folder))
            value = yaml_reader.read(text, report, ELEMENT_RELATIONS)
        except Unreadable as error:
            self._reader.report(path, error.line, error.fact, error.fix)
            return []
        if value in (None, ""):
            return []
        if not isinstance(value, list) or not all(type(row) is dict for row in value):
            line = value.get(yaml_reader.LINE, 1) if isinstance(value, dict) else 1
            self._reader.report(
                path,
                line,
                Words("tệp phải là danh sách các bản ghi", "a file is a list of records"),
                Words("mỗi bản ghi bắt đầu bằng '- id: …'", "begin each record with '- id: …'"),
            )
            return []
        return value

    def _validate(self, path: Path, batch: Batch, lines: Callable[[], dict[Steps, int]]) -> None:
        for origin, name in batch.strays:
            stray = explain({"type": "extra_forbidden", "loc": (name,)}, ())
            self._reader.report(path, _line(lines(), origin, (name,)), *stray)

        def validate(adapter: TypeAdapter[Any], rows: list[dict[str, Any]], origins: list[Origin]) -> list[Any]:
            return self._all_valid(path, adapter, rows, origins, lines)

        elements = validate(element_rows(), batch.elements, batch.element_origins)
        for row, heir in zip(batch.relations, batch.heirs, strict=True):
            if heir is None:
                continue
            if elements[heir] is not None:
                row.setdefault("evidence", elements[heir].evidence)
            else:
                row["source"] = "unread"  # what is wrong with the record is said once; its relations fall with it
        relations = validate(relation_rows(), batch.relations, batch.relation_origins)
        self.elements += [element for element in elements if element is not None]
        self.relations += [
            relation
            for relation, heir in zip(relations, batch.heirs, strict=True)
            if relation is not None and (heir is None or elements[heir] is not None)
        ]
        waivers = validate(waiver_rows(), batch.waivers, batch.waiver_origins)
        self.waivers += [waiver for waiver in waivers if waiver is not None]

    def _all_valid(
        self,
        path: Path,
        adapter: TypeAdapter[Any],
        rows: list[dict[str, Any]],
        origins: list[Origin],
        lines: Callable[[], dict[Steps, int]],
    ) -> list[Any]:
        """Every row as a record, or None where it has a problem; list values outside their list become misfits."""
        if not rows:
            return []
        try:
            return _slimmed(adapter.validate_python(rows))
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
        bad: dict[int, list[Any]] = {}
        for error in errors:
            bad.setdefault(int(error["loc"][0]), []).append(error)
        records: list[Any] = list(adapter.validate_python([row for i, row in enumerate(rows) if i not in bad]))
        for index in sorted(bad):
            records.insert(index, self._mended(path, adapter, rows[index], bad[index], origins[index], lines))
        return records

    def _mended(
        self, path: Path, adapter: TypeAdapter[Any], row: dict[str, Any], errors: list[Any], origin: Origin, lines: Any
    ) -> Any:
        refused = False
        for error in errors:
            steps = _steps(error["loc"][1:], row, origin)
            line = _line(lines(), origin, steps)
            if error["type"] == "literal_error" and len(steps) == 1 and len(str(error["input"])) <= MAX_MISFIT:
                name, subject = str(steps[0]), str(row.get("id") or row.get("source") or "?")
                value, allowed = row.pop(name), allowed_values(error["ctx"]["expected"])
                self.misfits.append(Misfit(self._reader.place(path, line), subject, name, str(value), allowed))
                continue
            refused = True
            self._reader.report(path, line, *explain({**error, "loc": steps}, _known(row, origin, steps)))
        return None if refused else adapter.validate_python([row])[0]


_FIELD_SETS: dict[frozenset[str], set[str]] = {}


def _slimmed(records: list[Any]) -> list[Any]:
    """The records, sharing one set of written fields among those that wrote the same ones: a third of their memory.

    Records are frozen, so nothing ever changes the shared set.
    """
    for record in records:
        written = record.__pydantic_fields_set__
        object.__setattr__(record, "__pydantic_fields_set__", _FIELD_SETS.setdefault(frozenset(written), written))
    return records


def _steps(loc: Steps, row: dict[str, Any], origin: Origin) -> Steps:
    """Where in a row an error lies, in the words of the file: without the tag of its class, ``to`` for a target."""
    steps = loc[1:] if loc and loc[0] == row.get("kind", row.get("type")) else loc
    return ("to",) if steps == ("target",) and len(origin.steps) > 1 else steps


def _known(row: dict[str, Any], origin: Origin, steps: Steps) -> Iterable[str]:
    """The keys that would have been right at ``steps``."""
    model = _class_of(row)
    for step in steps[:-1]:
        info = model.model_fields.get(str(step))
        model = (info and inner_model(info.annotation)) or model
    if model is not _class_of(row):
        return model.model_fields
    if "kind" in row:
        return known_keys(row["kind"])
    inside = len(origin.steps) > 1
    hidden = {"place", "type", "source", "target"} if inside else {"place"}
    return ({*model.model_fields} - hidden) | ({"to"} if inside else set())


def _class_of(row: dict[str, Any]) -> type[Frozen]:
    if "kind" in row:
        return KINDS[row["kind"]].element
    type_ = row.get("type")
    return RELATIONS[type_].relation if isinstance(type_, str) and type_ in RELATIONS else Waiver


def _line(lines: dict[Steps, int], origin: Origin, steps: Steps) -> int:
    full = (*origin.steps, *steps)
    for length in range(len(full), len(origin.steps), -1):
        if full[:length] in lines:
            return lines[full[:length]]
    return origin.line


def _at_their_fields(batch: Batch, lines: Callable[[], dict[Steps, int]]) -> list[Misfit]:
    """The blanks of records, each at the line of its field; one inside a nested mapping stays at that mapping."""
    if not batch.misfits:
        return []
    every = (*batch.element_origins, *batch.relation_origins, *batch.waiver_origins)
    records = {origin.line: origin for origin in every if len(origin.steps) == 1}
    return [
        misfit._replace(place=Place(misfit.place.path, _line(lines(), records[misfit.place.line], (misfit.field,))))
        if misfit.place.line in records
        else misfit
        for misfit in batch.misfits
    ]


def _lines_of(path: Path, text: str) -> Callable[[], dict[Steps, int]]:
    """The line of each key of a YAML file, worked out only when a message needs it."""

    @cache
    def lines() -> dict[Steps, int]:
        return {} if path.suffix.lower() == ".csv" else yaml_reader.locate(text)

    return lines


@cache
def element_rows() -> TypeAdapter[Any]:
    """What validates rows of elements of every kind."""
    tagged = Annotated[AnyElement, Field(discriminator="kind")]
    return TypeAdapter(list[tagged])


@cache
def relation_rows() -> TypeAdapter[Any]:
    """What validates rows of relations of every type."""
    return TypeAdapter(list[AnyRelation])


@cache
def waiver_rows() -> TypeAdapter[Any]:
    """What validates rows of waivers."""
    return TypeAdapter(list[Waiver])


def duplicates(records: Iterable[Element | Relation | Waiver], reader: Reader) -> None:
    """Report every id used twice, naming both places; ids that differ only by case count, as file systems see them."""
    seen: dict[str, tuple[str, Place]] = {}
    for record in records:
        id = getattr(record, "id", None)
        if id is None or record.place is None:
            continue
        if id.lower() in seen:
            first, place = seen[id.lower()]
            reader.problems.append(
                _duplicate(id, first, record.place, place),
            )
        else:
            seen[id.lower()] = (id, record.place)


def _duplicate(id: str, first: str, place: Place, other: Place) -> Problem:
    same = Words(f"mã '{id}' đã dùng cho bản ghi khác", f"the id '{id}' is already used")
    case = Words(f"mã '{id}' chỉ khác '{first}' ở chữ hoa", f"the id '{id}' differs from '{first}' only by case")
    return Problem(
        place,
        same if id == first else case,
        Words("đổi mã của bản ghi mới; mã không dùng lại", "give the new record another id; ids are never reused"),
        (other,),
    )
