"""From rows to what will be validated: element, relation and waiver rows, each knowing where it was written.

A record's keys that name a relation are taken out and become relation rows with the record as source. Blank values are
set aside as misfits, so that rule STRUCT-02 can tell a blank from silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from archmodel.catalog.yaml_reader import LINE, Located
from archmodel.errors import Place
from archmodel.model.kinds import FOLDERS, KINDS
from archmodel.model.misfit import Misfit
from archmodel.model.record import Frozen
from archmodel.model.relations import RELATIONS
from archmodel.model.waiver import Waiver

ELEMENT_RELATIONS = frozenset(RELATIONS) - {"flow"}
EXTRA_FOLDERS = ("flows", "relations", "waivers")
ALL_FOLDERS = (*FOLDERS, *EXTRA_FOLDERS)


class Origin(NamedTuple):
    """Where a row to be validated came from: the path inside its file, and the line."""

    steps: tuple[str | int, ...]
    line: int


@dataclass(slots=True)
class Batch:
    """The rows of one file, sorted by what they are; origins run beside them."""

    elements: list[dict[str, Any]] = field(default_factory=list)
    element_origins: list[Origin] = field(default_factory=list)
    relations: list[dict[str, Any]] = field(default_factory=list)
    relation_origins: list[Origin] = field(default_factory=list)
    heirs: list[int | None] = field(default_factory=list)
    strays: list[tuple[Origin, str]] = field(default_factory=list)
    waivers: list[dict[str, Any]] = field(default_factory=list)
    waiver_origins: list[Origin] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)


def sort_rows(folder: str, rows: list[dict[str, Any]], path: str) -> Batch:
    """The rows of a file of ``folder``, sorted; ``heirs`` names the element whose evidence a relation inherits."""
    batch = Batch()
    for index, row in enumerate(rows):
        line = row.pop(LINE)
        place = Place(path, line)
        _strip(row, place, str(row.get("id", "?")), batch.misfits)
        origin = Origin((index,), line)
        _set(row, {"place": place}, origin, batch)
        if folder in FOLDERS:
            _set(row, {"kind": FOLDERS[folder].name}, origin, batch)
            _take_relations(row, index, path, batch)
            batch.elements.append(row)
            batch.element_origins.append(origin)
        elif folder == "waivers":
            batch.waivers.append(row)
            batch.waiver_origins.append(origin)
        else:
            if folder == "flows":
                row.setdefault("type", "flow")
            batch.relations.append(row)
            batch.relation_origins.append(origin)
            batch.heirs.append(None)
    return batch


def _take_relations(row: dict[str, Any], index: int, path: str, batch: Batch) -> None:
    for name in [key for key in row if key in ELEMENT_RELATIONS]:
        value = row.pop(name)
        items = value if type(value) is list else [value]
        for number, item in enumerate(items):
            steps: tuple[str | int, ...] = (index, name, number) if type(value) is list else (index, name)
            if isinstance(item, Located):
                if not item.value:
                    batch.misfits.append(Misfit(Place(path, item.line), str(row.get("id", "?")), name, ""))
                    continue
                line, entry = item.line, {"target": item.value}
            elif type(item) is dict:
                line, entry = item.pop(LINE), item
                if "to" in entry:
                    _set(entry, {"target": entry.pop("to")}, Origin(steps, line), batch)
                _strip(entry, Place(path, line), str(row.get("id", "?")), batch.misfits, name)
            else:
                line, entry = row["place"].line, {"target": item}
            own = {"type": name, "source": row.get("id", ""), "place": Place(path, line)}
            _set(entry, own, Origin(steps, line), batch)
            batch.relations.append(entry)
            batch.relation_origins.append(Origin(steps, line))
            batch.heirs.append(len(batch.elements))


def _set(row: dict[str, Any], values: dict[str, Any], origin: Origin, batch: Batch) -> None:
    """Give a row what its file, folder or record says of it; a key of that name that someone wrote is a stray."""
    batch.strays += [(origin, name) for name in values if name in row]
    row.update(values)


def _strip(row: dict[str, Any], place: Place, subject: str, misfits: list[Misfit], within: str = "") -> None:
    """Take blank values and the line marks of nested mappings out of a row, deeply."""
    for key in [key for key, value in row.items() if value == ""]:
        del row[key]
        misfits.append(Misfit(place, subject, f"{within}.{key}" if within else key, ""))
    for key, value in row.items():
        if type(value) is dict:
            line = value.pop(LINE, place.line) if key not in ELEMENT_RELATIONS else place.line
            if key not in ELEMENT_RELATIONS:
                _strip(value, Place(place.path, line), subject, misfits, key)
        elif type(value) is list and key not in ELEMENT_RELATIONS:
            for item in value:
                if type(item) is dict:
                    _strip(item, Place(place.path, item.pop(LINE, place.line)), subject, misfits, key)


def columns(folder: str) -> dict[str, bool]:
    """The column names a CSV of ``folder`` may have, each with whether its cell holds a list."""
    extra = dict.fromkeys(ELEMENT_RELATIONS, True) if folder in FOLDERS else {}
    return {**{name: listed for model in _models(folder) for name, listed in _fields(model).items()}, **extra}


def _models(folder: str) -> list[type[Frozen]]:
    if folder in FOLDERS:
        return [FOLDERS[folder].element]
    if folder == "waivers":
        return [Waiver]
    return [RELATIONS["flow"].relation] if folder == "flows" else [row.relation for row in RELATIONS.values()]


def _fields(model: type[Frozen]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for name, info in model.model_fields.items():
        if name in {"place", "kind"}:
            continue
        inner = inner_model(info.annotation)
        if inner is None:
            found[name] = "tuple" in str(info.annotation)
        else:
            found |= {f"{name}.{key}": listed for key, listed in _fields(inner).items()}
    return found


def listed_fields(folder: str) -> frozenset[str]:
    """The fields of a record of ``folder`` that hold a list of mappings."""
    return frozenset(
        name
        for model in _models(folder)
        for name, info in model.model_fields.items()
        if "tuple" in str(info.annotation) and inner_model(info.annotation)
    )


def inner_model(annotation: Any) -> type[Frozen] | None:
    """The class of the mappings a field holds, one or a list of them; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := inner_model(part))), None)


def known_keys(kind: str) -> frozenset[str]:
    """The keys a record of ``kind`` may have: its fields and the relations it may be the source of."""
    own = {name for name in KINDS[kind].element.model_fields if name not in {"place", "kind"}}
    return frozenset(own | {name for name in ELEMENT_RELATIONS if any(s == kind for s, _ in RELATIONS[name].pairs)})
