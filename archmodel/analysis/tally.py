"""What facts come to: points earned of points that could be, and the seal that proven facts earn.

Both only add up, so that what raises one fact can lower no sum it is part of.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from archmodel.analysis.proof import FULL, PROVEN, Standing
from archmodel.text.words import Words


class Fact(NamedTuple):
    """One thing asked of a record: where it stands and what it earns, of ``FULL``.

    ``ceiling`` is what it would earn at once if the record got a recent source of the body's own, or, where it waits for
    the record type, once that is stated. ``denied`` where the record says that it does not apply.
    """

    name: str
    standing: Standing
    points: int
    ceiling: int
    denied: bool = False


class Seal(StrEnum):
    """What proven facts earn, least first."""

    NONE = "none"
    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"

    @property
    def words(self) -> Words:
        """The seal in Vietnamese and English."""
        return _SEAL_WORDS[self]

    @property
    def asks(self) -> Words:
        """What it takes."""
        return _SEAL_ASKS[self]


_SEAL_WORDS = {
    Seal.NONE: Words("Chưa có dấu", "No seal"),
    Seal.BRONZE: Words("Đồng", "Bronze"),
    Seal.SILVER: Words("Bạc", "Silver"),
    Seal.GOLD: Words("Vàng", "Gold"),
}
_SEAL_ASKS = {
    Seal.NONE: Words("chưa tới một nửa số thông tin có minh chứng", "less than half of the facts are proven"),
    Seal.BRONZE: Words("từ một nửa số thông tin có minh chứng", "at least half of the facts are proven"),
    Seal.SILVER: Words(
        "từ bốn phần năm số thông tin có minh chứng còn mới", "four facts of five are proven and recent"
    ),
    Seal.GOLD: Words("mọi thông tin có minh chứng còn mới", "every fact is proven and recent"),
}


class Tally(NamedTuple):
    """Sums over facts: how many are asked, what they earn together, how many are proven, and proven and recent."""

    asked: int = 0
    points: int = 0
    proven: int = 0
    fresh: int = 0

    @property
    def possible(self) -> int:
        """The points that all facts could earn."""
        return self.asked * FULL

    @property
    def score(self) -> int:
        """Points earned in whole percent of points possible, rounded down so that 100 means all; 0 where nothing is asked."""
        return score_of(self.points, self.possible)

    @property
    def seal(self) -> Seal:
        """The highest seal whose condition is met; nothing stated without proof counts towards any."""
        if not self.asked or self.proven * 2 < self.asked:
            return Seal.NONE
        if self.fresh * 5 < self.asked * 4:
            return Seal.BRONZE
        return Seal.GOLD if self.fresh == self.asked else Seal.SILVER


def score_of(points: int, possible: int) -> int:
    """Points in whole percent of points possible, rounded down."""
    return points * 100 // possible if possible else 0


def counted(facts: Iterable[Fact]) -> Tally:
    """The sums over some facts."""
    asked = points = proven = fresh = 0
    for fact in facts:
        asked += 1
        points += fact.points
        proven += fact.standing in PROVEN
        fresh += fact.standing is Standing.FRESH
    return Tally(asked, points, proven, fresh)


def total(tallies: Iterable[Tally]) -> Tally:
    """The sums over several sums."""
    held = tuple(tallies)
    return Tally(*(sum(column) for column in zip(*held, strict=True))) if held else Tally()
