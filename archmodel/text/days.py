"""Days as text, of the precision the source had: ``2025-07-01``, ``2025-07`` or ``2025``.

ISO 8601-2 (EDTF level 0) calls these reduced-precision dates. Keeping the text keeps the honesty: a system known to have
started "in 2024" is not said to have started on 1 January. Intervals are half-open, ``[since, until)``, and a day of
reduced precision is read generously: a thing may hold from the first day of ``since`` to the last day of ``until``.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_SHAPE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@lru_cache(maxsize=65536)
def is_day(text: str) -> bool:
    """Whether ``text`` is a calendar day, month or year in ISO form."""
    if not _SHAPE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def is_whole_day(text: str) -> bool:
    """Whether ``text`` names one calendar day, not a month or a year."""
    return len(text) == 10 and is_day(text)


@lru_cache(maxsize=65536)
def first(text: str) -> date:
    """The first day that ``text`` can mean."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)


def holds(since: str | None, until: str | None, day: str) -> bool:
    """Whether the half-open interval may contain ``day`` (a whole day); an open end is unbounded.

    Text order serves: ``"2024" <= "2024-05-02"``, and padding ``until`` with ``~`` puts it after each day it can mean,
    which is right for months and years; a whole day is exclusive and needs no padding.
    """
    if since is not None and since > day:
        return False
    if until is None:
        return True
    return day < (until if len(until) == 10 else until + "~")


def certainly_after(day: str, other: str) -> bool:
    """Whether ``day`` is after ``other`` whatever days of reduced precision mean."""
    return day[: len(other)] > other
