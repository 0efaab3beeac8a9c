"""The labelled sets as plain values: what stands in ``benchmarks/duplicates``, read once."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measure import FRESH

from archmodel.text.vietnamese import folded

FOLDER = Path(__file__).parents[2] / "benchmarks" / "duplicates"
VERDICTS = ("duplicate", "family", "overlap", "different")


@dataclass(frozen=True)
class System:
    """A row of a table of systems: a system as an agency would list it."""

    id: str
    name_vi: str
    owner: str
    function: str
    data: str
    users: str
    origin: str

    @property
    def text(self) -> tuple[str, ...]:
        """All a reviewer can read, accents and case aside."""
        return tuple(folded(cell) for cell in (self.name_vi, self.owner, self.function, self.data, self.users))


@dataclass(frozen=True)
class Pair:
    """A row of a table of pairs: two systems and what a careful reviewer says of them."""

    id_a: str
    id_b: str
    verdict: str
    tag: str
    why: str
    split: str


@cache
def systems(table: str = "systems.csv") -> dict[str, System]:
    """The systems of a table by id."""
    rows = [System(**row) for row in _rows(table)]
    found = {row.id: row for row in rows}
    assert len(found) == len(rows)
    return found


@cache
def pairs() -> tuple[Pair, ...]:
    """The labelled pairs, in the order of the file."""
    return tuple(Pair(**row) for row in _rows("pairs.csv"))


@cache
def fresh_pairs(side: str) -> tuple[Pair, ...]:
    """The pairs of one side in ``FRESH``, in the order of the file."""
    return table_of_pairs(FRESH[side][1], side)


def table_of_pairs(name: str, side: str = "") -> tuple[Pair, ...]:
    """The pairs of a table that has no column for the side, in the order of the file."""
    return tuple(Pair(**row, split=side) for row in _rows(name))


def fresh_systems(side: str) -> dict[str, System]:
    """The systems of one side in ``FRESH``, by id."""
    return systems(FRESH[side][0])


def repeated(asked: Iterable[Pair]) -> list[frozenset[str]]:
    """What a set must not hold: a pair asked twice, either way round, or a system beside itself."""
    count = Counter(frozenset((pair.id_a, pair.id_b)) for pair in asked)
    return [both for both, times in count.items() if times > 1 or len(both) == 1]


def named(asked: Iterable[Pair]) -> set[str]:
    """The ids of the systems that stand in some pair."""
    return {one for pair in asked for one in (pair.id_a, pair.id_b)}


def different_yet_alike(asked: Iterable[Pair], found: dict[str, System]) -> list[Pair]:
    """The pairs called different though a reviewer reads the same in both rows."""
    return [p for p in asked if p.verdict == "different" and found[p.id_a].text == found[p.id_b].text]


def bare_share(found: dict[str, System]) -> float:
    """The share of systems, 0 to 1, with nothing but a name and perhaps an owner."""
    return sum(not (one.function or one.data or one.users) for one in found.values()) / len(found)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
