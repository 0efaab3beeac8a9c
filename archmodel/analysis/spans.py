"""Spans of days: whether several half-open intervals cover a period, and where they leave it open.

A day of reduced precision is read generously at both ends, as ``model.at`` does, so that a gap reported is a gap for sure.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from archmodel.text.days import first

_MIN, _MAX = date.min, date.max


class Span(NamedTuple):
    """A half-open interval of days, ``[since, until)``."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.until - self.since).days


def span(since: str | None, until: str | None) -> Span:
    """The widest interval two recorded ends can mean; an open end reaches to the edge of the calendar."""
    return Span(first(since) if since else _MIN, _end(until) if until else _MAX)


def gaps(spans: Iterable[Span], since: date, until: date) -> tuple[Span, ...]:
    """The parts of ``[since, until)`` that no span covers, in order."""
    found: list[Span] = []
    reached = since
    for start, end in sorted(spans):
        if start > reached:
            found.append(Span(reached, min(start, until)))
        reached = max(reached, end)
        if reached >= until:
            break
    if reached < until:
        found.append(Span(reached, until))
    return tuple(gap for gap in found if gap.since < gap.until)


def shifted(day: str, days: int) -> str:
    """The whole day that many days after ``day``, in ISO form."""
    return (first(day) + timedelta(days=days)).isoformat()


def months_later(day: str, months: int) -> str:
    """The whole day that many months after the first day ``day`` can mean; the last of the month where there is none."""
    start = first(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > _MAX.year:
        return _MAX.isoformat()
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()


def _end(until: str) -> date:
    if len(until) < 10 and until >= "9999-12"[: len(until)]:
        return _MAX
    if len(until) == 4:
        return date(int(until) + 1, 1, 1)
    if len(until) == 7:
        year, month = int(until[:4]), int(until[5:])
        return date(year + month // 12, month % 12 + 1, 1)
    return first(until)
