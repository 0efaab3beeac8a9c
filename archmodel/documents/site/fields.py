"""The fields of an element as rows of label and value, and what is not known of it.

Decides which absences get a row ("Chưa xác định") and which are told in one line. Relations are left to ``relations``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archmodel.documents.site.address import Outside, outside
from archmodel.documents.site.deadlines import deadline_text
from archmodel.documents.site.findings import cite
from archmodel.documents.site.labels import EXPECTED
from archmodel.documents.site.publication import Publication
from archmodel.model.elements import Closing, Code, Deadline, Measure
from archmodel.model.governance import Answer, Total
from archmodel.model.kinds import KINDS
from archmodel.model.labels import FIELDS, LISTS, PARTS
from archmodel.model.record import Element, Frozen
from archmodel.model.withheld import HIDDEN, is_held
from archmodel.text.words import Words

_DAYS = {"since", "until", "issued", "due", "support_until"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A field as shown: its label and values; ``known`` is false where the value says that it is not."""

    field: str
    label: str
    values: tuple[Outside, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """What an element says of itself, what it is not known to say, and what this edition withholds."""

    rows: tuple[Fact, ...]
    absent: tuple[str, ...]
    withheld: tuple[str, ...]


def facts(site: Publication, element: Element) -> Facts:
    """The fields of an element, known ones and expected ones first."""
    rows: list[Fact] = []
    absent: list[str] = []
    promised = {item.field: item for item in element.unknown}
    held: list[str] = []
    for name in _in_order(element):
        title = site.say(FIELDS[name])
        value = getattr(element, name)
        if site.is_public and (value == HIDDEN.vi or (value is None and is_held(element.kind, name))):
            held.append(title)
        elif name in promised:
            item = promised[name]
            rows.append(Fact(name, title, _plain(_promise(site, item.contact, item.due)), known=False))
        elif name in element.not_applicable:
            rows.append(Fact(name, title, _plain(site.say(Words("Không áp dụng", "Not applicable")))))
        elif not _empty(value):
            rows.append(Fact(name, title, _values(site, element, name, value)))
        elif name in EXPECTED.get(element.kind, ()):
            rows.append(Fact(name, title, _plain(site.unknown), known=False))
        elif name not in {"name_en", "abbreviation", "aliases", "note", "until", "state_note"}:
            absent.append(title)
    return Facts(tuple(rows), tuple(absent), tuple(held))


def _in_order(element: Element) -> list[str]:
    """The fields of an element in the order of the labels."""
    return [name for name in FIELDS if name in type(element).model_fields]


def _empty(value: Any) -> bool:
    """Whether nothing is recorded: no value, an empty list, or a group of parts none of which is stated."""
    return value in (None, ()) or (isinstance(value, Frozen) and not value.model_dump(exclude_none=True))


def _promise(site: Publication, contact: str | None, due: str | None) -> str:
    parts = [site.unknown]
    if contact:
        parts.append(site.say(Words(f"đầu mối {contact}", f"contact {contact}")))
    if due:
        parts.append(site.say(Words(f"hạn {site.date(due)}", f"due {due}")))
    return "; ".join(parts)


def _values(site: Publication, element: Element, name: str, value: Any) -> tuple[Outside, ...]:
    if name == "state" and element.kind == "task":
        return _plain(site.label("work_state", value))
    if name in LISTS:
        return _plain(site.label(LISTS[name], value))
    if name == "clause":
        return _plain(cite(site, value).text)
    if name == "address":
        return (outside(value) or Outside(value, None),)
    if isinstance(value, tuple):
        return _plain(*(_one(site, name, item) for item in value))
    if isinstance(value, Frozen):
        parts = value.model_dump(exclude_none=True)
        return _plain(*(f"{site.say(PARTS[key])}: {_one(site, key, item)}" for key, item in parts.items()))
    return _plain(_one(site, name, value))


def _one(site: Publication, name: str, value: Any) -> str:
    """A single value in words."""
    if isinstance(value, bool):
        return site.say(Words("Có", "Yes") if value else Words("Không", "No"))
    if isinstance(value, Measure):
        return f"{value.value} ({value.as_of})" if value.as_of else value.value
    if isinstance(value, Code):
        until = (
            site.say(Words(f" (đến trước {site.date(value.until)})", f" (until {value.until})")) if value.until else ""
        )
        return f"{value.system}: {value.value}{until}"
    if isinstance(value, Deadline):
        return deadline_text(site, value)
    if isinstance(value, Answer):
        return f"{value.item}: {value.answer}"
    if isinstance(value, Total):
        kind = KINDS.get(value.kind)
        return f"{site.say(kind.plural) if kind else value.kind}: {value.number}"
    if isinstance(value, Closing):
        done = site.date(value.confirmed_on) or site.unknown
        not_asked = site.say(Words("không áp dụng", "not applicable"))
        return f"{site.say(PARTS[value.item])}: {not_asked if value.not_applicable else done}"
    if isinstance(value, str) and (name in _DAYS or name.endswith("_on")):
        return site.date(value) or value
    return str(value)


def _plain(*texts: str) -> tuple[Outside, ...]:
    return tuple(Outside(text, None) for text in texts)
