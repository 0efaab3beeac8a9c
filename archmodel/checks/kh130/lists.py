"""Lists inside messages: the first few ids and how many there are; all that one element leaves blank as one finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archmodel.checks.rule import Finding, Outcome
from archmodel.checks.telling import together
from archmodel.model.record import Element, Record
from archmodel.text.days import is_whole_day
from archmodel.text.words import Words

SHOWN = 6
_NOTHING = Words("", "")


class Blank(NamedTuple):
    """Fields or relations that are not recorded and would settle a question, and of what they are missing."""

    fields: str
    of: Words = _NOTHING


def listed(ids: Iterable[str]) -> str:
    """The ids as text; of a long list the first few, and how many there are in all."""
    every = tuple(ids)
    shown = ", ".join(every[:SHOWN])
    return f"{shown}, … ({len(every)})" if len(every) > SHOWN else shown


def unstated(about: Element, blanks: Sequence[Blank]) -> Finding:
    """The one finding about an element that names all that is not recorded and would settle the question."""
    told = together([Words(f"{b.fields} {b.of.vi}".strip(), f"{b.fields} {b.of.en}".strip()) for b in blanks])
    fields = ", ".join(dict.fromkeys(blank.fields for blank in blanks))
    return Finding(
        about,
        Words(f"'{about.id}' chưa ghi: {told.vi}", f"'{about.id}' does not state: {told.en}"),
        Words(f"bổ sung {fields}", f"add {fields}"),
        Outcome.INSUFFICIENT,
    )


def vague_fields(records: Iterable[Record]) -> str:
    """The fields that leave open when records began, whether they work, or when they ended."""
    held = list(records)
    return listed(f"'{name}'" for name in ("since", "state", "until") if any(_lacks(record, name) for record in held))


def _lacks(record: Record, name: str) -> bool:
    state = getattr(record, "state", None)
    if name == "state":
        return state in {None, "other"}
    day = record.since if name == "since" else record.until
    return not is_whole_day(day) if day else name == "since" or state == "ended"
