"""The systems that share a job, and which of them a couple of jobs is told for: never all with all, where they are many."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from archmodel.analysis.duplicates.cores import Span, in_order, spans
from archmodel.analysis.duplicates.search import CLOSEST
from archmodel.analysis.duplicates.sheets import Floats, Ints

_FEW = 12
_SPAN = 10_000
_NONE = np.zeros(0, "i4")


class Scored(NamedTuple):
    """Couples with their scores and verdicts by number: of jobs, or of the rows of a list."""

    one: Ints
    other: Ints
    score: Floats
    verdict: Ints

    def taken(self, at: Ints) -> Scored:
        """Those at these places."""
        return Scored(self.one[at], self.other[at], self.score[at], self.verdict[at])

    def with_more(self, more: Scored) -> Scored:
        """These, then others."""
        return Scored(
            np.concatenate((self.one, more.one)), np.concatenate((self.other, more.other)),
            np.concatenate((self.score, more.score)), np.concatenate((self.verdict, more.verdict)),
        )  # fmt: skip


class Crowds:
    """The rows of each job, and of each job and place the first; a row may have several ``places``."""

    def __init__(self, job_at: Ints, standing_at: Ints, places: Sequence[tuple[int, ...]]) -> None:
        self.order = np.argsort(job_at, kind="stable").astype("i4")
        self.ends = np.concatenate(([0], np.cumsum(np.bincount(job_at))))
        self.first = self.order[self.ends[:-1]]
        self._standing_at: list[int] = standing_at.tolist()
        self._places = places
        self.by_place = lru_cache(maxsize=1 << 15)(self._by_place)

    def rows(self, job: int) -> list[int]:
        """The rows of a job, in the order of the list."""
        found: list[int] = self.order[self.ends[job] : self.ends[job + 1]].tolist()
        return found

    def places(self, row: int) -> tuple[int, ...]:
        """The places of a row."""
        return self._places[self._standing_at[row]]

    def twins(self, row: int, firsts: Mapping[int, int]) -> list[int]:
        """Of the first rows by place, those that share a place with a row."""
        places = self._places[self._standing_at[row]]
        if len(places) == 1:  # nearly every row: one body answers
            twin = firsts.get(places[0], row)
            return [twin] if twin != row else []
        return sorted({firsts[place] for place in places if place in firsts} - {row})

    def _by_place(self, job: int) -> dict[int, int]:
        found: dict[int, int] = {}
        for row in self.rows(job):
            for place in self.places(row):
                found.setdefault(place, row)
        return found


def pairs_of(crowds: Crowds, scored: Scored, cores: int | None = None) -> Scored:
    """The pairs of systems that couples of jobs stand for, of a job with itself too."""
    sizes = np.diff(crowds.ends)
    single = (sizes[scored.one] == 1) & (sizes[scored.other] == 1)
    alone, rest = scored.taken(np.flatnonzero(single)), scored.taken(np.flatnonzero(~single))

    def tell(span: Span) -> tuple[array[int], array[int], array[int]]:
        couple, one, other = array("i"), array("i"), array("i")
        sides = (rest.one[slice(*span)].tolist(), rest.other[slice(*span)].tolist())
        for at, (mine, theirs) in enumerate(zip(*sides, strict=True), span[0]):
            for row, its in _within(crowds, mine) if mine == theirs else _between(crowds, mine, theirs):
                couple.append(at)
                one.append(row)
                other.append(its)
        return couple, one, other

    told = [*in_order(tell, spans(len(rest.one), _SPAN), cores)]
    couple, one, other = (np.concatenate([_NONE, *(part[side] for part in told)]) for side in range(3))
    held = rest.taken(couple)
    left, right = (np.concatenate((crowds.first[a], b)) for a, b in ((alone.one, one), (alone.other, other)))
    return Scored(
        np.minimum(left, right), np.maximum(left, right),
        np.concatenate((alone.score, held.score)), np.concatenate((alone.verdict, held.verdict)),
    )  # fmt: skip


def _within(crowds: Crowds, job: int) -> Iterator[tuple[int, int]]:
    """Of systems of one job: all couples of a few; of many each with the first of its place, or with the first of all."""
    rows = crowds.rows(job)
    if len(rows) <= CLOSEST + 1:
        yield from combinations(rows, 2)
        return
    firsts = crowds.by_place(job)
    for row in rows[1:]:
        yield from ((twin, row) for twin in crowds.twins(row, firsts) or rows[:1])


def _between(crowds: Crowds, one: int, other: int) -> Iterator[tuple[int, int]]:
    """Of systems of two jobs: all couples of a few; of many those of one place, and the first of either."""
    mine, theirs = crowds.rows(one), crowds.rows(other)
    if len(mine) * len(theirs) <= _FEW:
        yield from ((row, its) for row in mine for its in theirs)
        return
    few, many = (mine, other) if len(mine) <= len(theirs) else (theirs, one)
    firsts = crowds.by_place(many)
    met = [(row, twin) for row in few for twin in crowds.twins(row, firsts)]
    yield from met
    if (mine[0], theirs[0]) not in met and (theirs[0], mine[0]) not in met:
        yield mine[0], theirs[0]
