"""Whether something held without a break over a period: for sure not, possibly not, or for sure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from archmodel.analysis.activity import COMING, WORKING
from archmodel.analysis.spans import Span, gaps, span
from archmodel.checks.kh130.lists import listed
from archmodel.model.elements import Application, Interface
from archmodel.model.record import Record
from archmodel.model.relations import Flow
from archmodel.text.days import first

_FIELDS = ("since", "state", "until")
_NEVER = frozenset({*COMING, "not_connected", "suspended"})


class Lapses(NamedTuple):
    """The parts of a period that nothing covers: ``sure`` by every reading, ``open`` where a day is not recorded."""

    sure: tuple[Span, ...]
    open: tuple[Span, ...]


def lapses(records: Iterable[Record], since: str, day: str) -> Lapses:
    """The parts of ``since`` to ``day``, both included, in which none of the records held.

    A record that does not say since when it holds, or in what state, covers its period possibly, never for sure.
    """
    possible, sure = [], []
    for record in records:
        state = getattr(record, "state", None)
        if state in _NEVER:
            continue
        period = span(record.since, record.until)
        possible.append(period)
        if is_dated(record):
            sure.append(period)
    start, end = first(since), first(day) + timedelta(days=1)
    return Lapses(gaps(possible, start, end), gaps(sure, start, end))


def is_dated(record: Record) -> bool:
    """Whether the record says when it began and that it works, or that it has ended and when."""
    state = getattr(record, "state", None)
    return bool(record.since) and (state in WORKING or (state == "ended" and record.until is not None))


def undated(records: Iterable[Application | Interface | Flow]) -> tuple[str, str]:
    """What is not recorded of when records began, whether they work and when they ended, and their ids, as text."""
    vague = [record for record in records if any(_lacks(record, name) for name in _FIELDS)]
    fields = (f"'{name}'" for name in _FIELDS if any(_lacks(record, name) for record in vague))
    return listed(fields), listed(record.id for record in vague)


def _lacks(record: Application | Interface | Flow, name: str) -> bool:
    if name == "until":
        return record.state == "ended" and record.until is None
    return record.since is None if name == "since" else record.state in {None, "other"}


def told(gap: Span) -> str:
    """A gap as its first and last day."""
    last: date = gap.until - timedelta(days=1)
    return f"{gap.since.isoformat()}..{last.isoformat()}"
