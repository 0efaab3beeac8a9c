"""Values as YAML text in the manner of the catalogue: what this module writes, the reader reads back as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, Flow, Relation

_PLAIN = re.compile(r"[\w(/.“][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_NESTED = re.compile(r"[^,\[\]{}]*")
_STOPS = re.compile(r":(\s|$)|\s#")
_BLANKS = {"~", "null", "Null", "NULL"}
_AWKWARD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_TYPES = {type: number for number, type in enumerate(RELATIONS)}
_LAST = ("since", "until", "note")


def scalar(value: str | int | float | bool, *, nested: bool = False) -> str:  # noqa: PYI041 - a flag, a count and a share are told apart
    """A single value on one line, quoted where plain text would be read otherwise; ``nested`` within brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    plain = (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and text not in _BLANKS
        and not _STOPS.search(text)
        and (not nested or _NESTED.fullmatch(text))
    )
    if plain:
        return text
    return _AWKWARD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def inline(value: Any, *, nested: bool = False) -> str:
    """A value of any shape on one line: ``[a, b]`` for lists, ``{a: b}`` for mappings; ``nested`` within brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(item, nested=True)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(item, nested=True) for item in value) + "]"
    return scalar(value, nested=nested)


def lines_of(row: Mapping[str, Any]) -> list[str]:
    """A record as the lines of a list item: a key a line, mappings in lists a line each."""
    lines = [f"{key}: {inline(value)}" if not _stacked(value) else f"{key}:" for key, value in row.items()]
    found: list[str] = []
    for line, value in zip(lines, row.values(), strict=True):
        found.append(f"{'  ' if found else '- '}{line}")
        if _stacked(value):
            found += [f"    - {inline(item)}" for item in value]
    return found


def _stacked(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value)


def element_row(element: Element, relations: Iterable[Relation] = ()) -> dict[str, Any]:
    """An element and the relations that leave it as keys and values of its record, in the order ``rank`` gives."""
    row = {"id": element.id, "name": element.name, **_stated(element, "kind")}
    by_type: dict[str, list[Any]] = {}
    for relation in relations:
        by_type.setdefault(relation.type, []).append(target_value(relation, element))
    for type, values in by_type.items():
        row[type] = values[0] if len(values) == 1 and isinstance(values[0], str) else values
    keys = sorted(row, key=lambda key: rank(key, type_of(element)))
    return {key: row[key] for key in keys}


def target_value(relation: Relation, element: Element) -> Any:
    """A relation as its element's record states it: the target alone, or a mapping that begins with ``to``."""
    row = _stated(relation, "type", "source", "target", "evidence")
    if relation.evidence != element.evidence:
        row["evidence"] = field_value(relation, "evidence") or []
    return {"to": relation.target, **row} if row else relation.target


def relation_row(relation: Relation) -> dict[str, Any]:
    """A relation that is a record of its own, a flow without its type."""
    head = {} if isinstance(relation, Flow) else {"type": relation.type}
    row = {**head, "source": relation.source, "target": relation.target, **_stated(relation, "type")}
    keys = sorted(row, key=lambda key: rank(key, type_of(relation)))
    return {key: row[key] for key in keys}


def field_value(record: Element | Relation, name: str) -> Any:
    """A field as plain values; None where it is not stated."""
    return _stated(record).get(name)


def _stated(record: Element | Relation, *without: str) -> dict[str, Any]:
    return record.model_dump(exclude={"place", *without}, exclude_defaults=True, exclude_none=True)


def type_of(record: Element | Relation) -> tuple[str, ...]:
    """The fields of a record's class, in order."""
    return tuple(type(record).model_fields)


def rank(key: str, fields: tuple[str, ...]) -> tuple[int, int, str]:
    """Where a key belongs in a record: its id, its fields, its days and note, its relations, its evidence."""
    first = ("id", "name", "type", "source", "target", "to")
    if key in first:
        return 0, first.index(key), key
    if key == "evidence":
        return 9, 0, key
    if key in _LAST:
        return 2, _LAST.index(key), key
    return (1, fields.index(key), key) if key in fields else (3, _TYPES.get(key, 0), key)
