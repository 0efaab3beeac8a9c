"""How much a piece of evidence is worth: who says it and how long ago. The one home of the weights of data quality.

A fact earns out of ``FULL``: something for being stated, more the nearer its source stands to the body itself, and the
rest where the source is not old. What several pieces earn is the most that one of them earns, so that another piece,
a better source or a later day never takes anything away.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from archmodel.analysis.spans import months_later
from archmodel.model.record import Evidence
from archmodel.model.values import Confidence
from archmodel.text.days import first
from archmodel.text.words import Words

STATED = 2
"""A value that nothing shows: better than a blank, since someone can now be asked whether it is right."""
SOURCE: dict[Confidence | None, int] = {None: 0, "inferred": 1, "seed": 2, "secondary": 5, "primary": 6}
"""Who says it. Our own reading and the founding plan tell what may be or shall be, not what is: neither proves. Others who
say it prove it, the body's own text a little better; the step to proof is the longest."""
RECENT = 2
"""Proven, and not longer ago than the workspace's ``evidence_months``: what was true then may have changed since."""
PROVING: frozenset[Confidence | None] = frozenset({"secondary", "primary"})
FULL = STATED + SOURCE["primary"] + RECENT
"""The points of a fact proven by the body itself and recent."""
_STRENGTH = {confidence: rank for rank, confidence in enumerate(SOURCE)}


class Standing(StrEnum):
    """Where a fact stands, best first; the first three are proven."""

    FRESH = "fresh"
    STALE = "stale"
    UNDATED = "undated"
    UNPROVEN = "unproven"
    PROMISED = "promised"
    WAITING = "waiting"
    MISSING = "missing"

    @property
    def words(self) -> Words:
        """The standing in Vietnamese and English."""
        return _STANDING_WORDS[self]


PROVEN = frozenset({Standing.FRESH, Standing.STALE, Standing.UNDATED})
"""Where someone other than us says so, however long ago."""
STATED_AT_ALL = PROVEN | {Standing.UNPROVEN}
"""Where there is an answer."""
_STANDING_WORDS = {
    Standing.FRESH: Words("Có minh chứng còn mới", "Proven, recent"),
    Standing.STALE: Words("Minh chứng đã cũ", "Proven long ago"),
    Standing.UNDATED: Words("Minh chứng không ghi ngày", "Proven, undated"),
    Standing.UNPROVEN: Words("Chưa có minh chứng", "Unproven"),
    Standing.PROMISED: Words("Đã hẹn làm rõ", "Promised"),
    Standing.WAITING: Words("Chờ ghi loại bản ghi", "Waits for the record type"),
    Standing.MISSING: Words("Còn thiếu", "Missing"),
}
_RANK = {standing: rank for rank, standing in enumerate(Standing)}


class Proof(NamedTuple):
    """What is behind a stated fact: its standing, and what the evidence earns on top of ``STATED``."""

    standing: Standing
    points: int


NOTHING = Proof(Standing.UNPROVEN, 0)


class Clock(NamedTuple):
    """When evidence is judged: the day (for a record that has ended, its last), and how old it may be in months.

    ``confirmed`` is the day the record was last gone through with its owner, which refreshes whatever is proven.
    """

    on: date
    months: int
    confirmed: str | None = None


def proof(evidence: Iterable[Evidence], clock: Clock, cap: Confidence | None = "primary") -> Proof:
    """The best standing and the most points of any piece; ``cap`` is the strongest source any of them can count as."""
    found = NOTHING
    for item in evidence:
        found = better(found, _weigh(weaker(item.confidence, cap), item.date, clock))
    return found


def best_of(confidence: Confidence | None) -> int:
    """The most that evidence of that source can earn."""
    return SOURCE[confidence] + (RECENT if confidence in PROVING else 0)


def better(one: Proof, other: Proof) -> Proof:
    """The better standing of two and the more points of two."""
    return Proof(min(one.standing, other.standing, key=_RANK.__getitem__), max(one.points, other.points))


def weaker(one: Confidence | None, other: Confidence | None) -> Confidence | None:
    """The weaker of two sources; one that is not stated is the weakest."""
    return min(one, other, key=_STRENGTH.__getitem__)


@lru_cache(maxsize=65536)
def _weigh(confidence: Confidence | None, dated: str | None, clock: Clock) -> Proof:
    points = SOURCE[confidence]
    if confidence not in PROVING:
        return Proof(Standing.UNPROVEN, points)
    days = [day for day in (dated, clock.confirmed) if day is not None]
    if not days:
        return Proof(Standing.UNDATED, points)
    if max(months_later(day, clock.months) for day in days) >= clock.on.isoformat():
        return Proof(Standing.FRESH, points + RECENT)
    return Proof(Standing.STALE, points)


def is_later(evidence: Evidence, day: str) -> bool:
    """Whether a piece is dated after ``day``, read as the first day its date can mean."""
    return evidence.date is not None and first(evidence.date).isoformat() > day
