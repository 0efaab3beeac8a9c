"""The labelled set as plain values: what stands in ``benchmarks/duplicates``, read once."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from archmodel.text.vietnamese import folded

FOLDER = Path(__file__).parents[2] / "benchmarks" / "duplicates"
VERDICTS = ("duplicate", "family", "overlap", "different")


@dataclass(frozen=True)
class System:
    """A row of systems.csv: a system as an agency would list it."""

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
    """A row of pairs.csv: two systems and what a careful reviewer says of them."""

    id_a: str
    id_b: str
    verdict: str
    tag: str
    why: str
    split: str


@cache
def systems() -> dict[str, System]:
    """The systems by id."""
    rows = [System(**row) for row in _rows("systems.csv")]
    found = {row.id: row for row in rows}
    assert len(found) == len(rows)
    return found


@cache
def pairs() -> tuple[Pair, ...]:
    """The labelled pairs, in the order of the file."""
    return tuple(Pair(**row) for row in _rows("pairs.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
