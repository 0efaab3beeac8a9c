"""Lists, conjunctions and spans of days inside the messages of rules, and what else to see: short, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice

from archmodel.analysis.spans import Span
from archmodel.errors import Place
from archmodel.model.record import Record
from archmodel.text.words import Words

SHOWN = 5


def places(records: Iterable[Record]) -> tuple[Place, ...]:
    """Where the first few of the records are written."""
    return tuple(dict.fromkeys(record.place for record in islice(records, SHOWN) if record.place))


def listed(ids: Iterable[str]) -> str:
    """The ids in quotes; of a long list the first few and how many there are."""
    every = list(dict.fromkeys(ids))
    shown = ", ".join(f"'{id}'" for id in every[:SHOWN])
    return f"{shown}, … ({len(every)})" if len(every) > SHOWN else shown


def together(parts: Sequence[Words]) -> Words:
    """Several facts about one element as one message."""
    return Words("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))


def days_of(gap: Span) -> Words:
    """A gap in words: its first day, its last, and how many there are."""
    last = gap.until - timedelta(days=1)
    return Words(f"từ {gap.since} đến hết {last} ({gap.days} ngày)", f"from {gap.since} to {last} ({gap.days} days)")
