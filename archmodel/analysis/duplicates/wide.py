"""The pairs of a long list as columns: a few numbers a pair, and a ``Pair`` made when one is asked for.

Jobs are compared once, whoever owns them; the verdict on two systems then rests on their standings. For each system the
closest five are kept: of its unit and job, the first of its job elsewhere, and of the jobs nearest to its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import overload

import numpy as np

from archmodel.analysis.duplicates.agency import acronym_couples, acronym_jobs
from archmodel.analysis.duplicates.columns import Columns, Standing
from archmodel.analysis.duplicates.cores import Span, in_order, no_collection, spans
from archmodel.analysis.duplicates.crowds import Crowds, Scored, pairs_of
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.nearest import couples
from archmodel.analysis.duplicates.search import CLOSEST, Pair
from archmodel.analysis.duplicates.sheets import Flags, Ints, place_in_run
from archmodel.analysis.duplicates.subject import Job, Row, Subject
from archmodel.analysis.duplicates.verdict import (
    Ruling,
    Verdict,
    alike,
    all_alike,
    ruled,
    ruled_by_jobs,
    ruled_by_standing,
)

VERDICTS = (Verdict.DUPLICATE, *Verdict)
"""The verdicts by number, gravest first; the second is a duplicate of systems one of which has no owner on record."""

_OPEN, _DIFFERENT = 1, VERDICTS.index(Verdict.DIFFERENT)
_SPAN = 10_000


class WidePairs(Sequence[Pair]):
    """The pairs of a long list, best first."""

    def __init__(
        self, columns: Columns, rarity: Rarity, scored: Scored, by_acronym: frozenset[tuple[int, int]]
    ) -> None:
        self.columns, self.rarity, self.scored, self._by_acronym = columns, rarity, scored, by_acronym

    def __len__(self) -> int:
        return len(self.scored.one)

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Pair]: ...
    def __getitem__(self, at: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        rows = int(self.scored.one[at]), int(self.scored.other[at])
        one, other = (self.columns[row] for row in rows)
        how = alike(one.job, other.job, self.rarity, one_agency=rows in self._by_acronym)
        return Pair(one, other, how, ruled(one, other, how))


@no_collection()
def wide_pairs(columns: Columns, *, every: bool = False, cores: int | None = None) -> WidePairs:
    """The pairs of a long list that are worth showing; with ``every``, of those scored also the different ones."""
    rarity = Rarity(job.name for job in columns.jobs)
    job_at, standing_at = np.array(columns.job_at, "i4"), np.array(columns.standing_at, "i4")
    places = _places(columns.standings)
    held = _held(places, standing_at, job_at)
    near = couples(columns.jobs, rarity, held >> 32, held & 0xFFFFFFFF, cores)
    scored = _near(_scored(columns.jobs, rarity, near.one, near.other, cores), near.of_unit, every=every)
    many = np.flatnonzero(np.bincount(job_at) > 1).astype("i4")
    rows = pairs_of(
        Crowds(job_at, standing_at, places), scored.with_more(_scored(columns.jobs, rarity, many, many, cores)), cores
    )
    acronyms = _with_acronyms(columns, rarity)
    rows = _replaced(_judged(columns, rows, standing_at, cores), acronyms)
    rows = rows.taken(np.flatnonzero(every | (rows.verdict != _DIFFERENT)))
    rows = rows.taken(np.lexsort((rows.other, rows.one, rows.verdict, -rows.score)))
    rows = rows.taken(_closest(rows, rows.verdict > 0))
    return WidePairs(columns, rarity, rows, frozenset(zip(acronyms.one.tolist(), acronyms.other.tolist(), strict=True)))


def _near(scored: Scored, of_unit: Flags, *, every: bool) -> Scored:
    """Couples of jobs that are among the closest of either, and those that one unit has."""
    at = np.flatnonzero(every | (scored.verdict != _DIFFERENT))
    at = at[np.argsort(-scored.score[at], kind="stable")]
    best = scored.taken(at)
    kept = of_unit[at]
    kept[_closest(best, np.ones(len(at), bool))] = True
    return best.taken(np.flatnonzero(kept))


def _places(standings: Sequence[Standing]) -> list[tuple[int, ...]]:
    """For each standing what systems of one unit and place share one of, as numbers."""
    known: dict[object, int] = {}
    return [tuple(known.setdefault(place, len(known)) for place in standing.places) for standing in standings]


def _held(places: Sequence[tuple[int, ...]], standing_at: Ints, job_at: Ints) -> Ints:
    """Each place and job found together, packed in one number, in order."""
    met = np.unique(standing_at.astype("i8") << 32 | job_at)
    sizes = np.array([len(held) for held in places], "i8")
    flat = np.array([place for held in places for place in held], "i8")
    starts = np.cumsum(sizes) - sizes
    standing = met >> 32
    count = sizes[standing]
    inner = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    place = flat[np.repeat(starts[standing], count) + inner]
    return np.unique(place << 32 | np.repeat(met & 0xFFFFFFFF, count))


def _scored(jobs: Sequence[Job], rarity: Rarity, one: Ints, other: Ints, cores: int | None) -> Scored:
    """Couples of jobs scored exactly, with what the jobs alone make them; ``duplicate`` is open to the standings."""

    def score(span: Span) -> tuple[array[float], array[int]]:
        scores, verdicts = array("f"), array("b")
        couples = [
            (jobs[mine], jobs[its])
            for mine, its in zip(one[slice(*span)].tolist(), other[slice(*span)].tolist(), strict=True)
        ]
        for (mine, its), how in zip(couples, all_alike(couples, rarity), strict=True):
            scores.append(round(how.score, 4))
            verdicts.append(_number(ruled_by_jobs(mine, its, how)))
        return scores, verdicts

    told = [*in_order(score, spans(len(one), _SPAN), cores)]
    scores = np.concatenate([np.zeros(0, "f4"), *(np.array(scores, "f4") for scores, _ in told)])
    verdicts = np.concatenate([np.zeros(0, "i1"), *(np.array(verdicts, "i1") for _, verdicts in told)])
    return Scored(one, other, scores, verdicts)


def _number(ruling: Ruling | None) -> int:
    return _OPEN if ruling is None or ruling.gate == "unit unknown" else VERDICTS.index(ruling.verdict)


_ANY = Job((), (), (), (), frozenset(), False, False, "")


def _standing(standing: Standing) -> Subject:
    """A subject of a job that meets its like, so that only its standing decides."""
    return Subject("", "", _ANY, *standing, Row("", ""))


def _judged(columns: Columns, rows: Scored, standing_at: Ints, cores: int | None) -> Scored:
    """The verdicts with the standings, each couple of standings judged once."""
    still = np.flatnonzero(rows.verdict == _OPEN)
    packed = standing_at[rows.one[still]].astype("i8") << 32 | standing_at[rows.other[still]]
    met, back = np.unique(packed, return_inverse=True)
    held = [*map(_standing, columns.standings)]

    def judge(span: Span) -> array[int]:
        sides = ((met[slice(*span)] >> 32).tolist(), (met[slice(*span)] & 0xFFFFFFFF).tolist())
        couples = ((held[one], held[other]) for one, other in zip(*sides, strict=True))
        return array("b", (_number(ruled_by_standing(one, other, 1.0)) for one, other in couples))

    told = np.concatenate([np.zeros(0, "i1"), *map(np.array, in_order(judge, spans(len(met), 5 * _SPAN), cores))])
    verdicts = rows.verdict.copy()
    verdicts[still] = told[back]
    return rows._replace(verdict=verdicts)


def _with_acronyms(columns: Columns, rarity: Rarity) -> Scored:
    """The pairs that an acronym of one agency ties."""
    jobs = np.array(sorted(acronym_jobs(columns.jobs)), "i8")
    places = np.flatnonzero(np.isin(np.array(columns.job_at, "i8"), jobs)).tolist()
    row_of = {columns.cells[0][at]: at for at in places}
    found: dict[tuple[int, int], tuple[float, int]] = {}
    for one, other in acronym_couples(columns[at] for at in places):
        how = alike(one.job, other.job, rarity, one_agency=True)
        if not how.are_different:
            ruling = ruled(one, other, how)
            rows = sorted((row_of[one.id], row_of[other.id]))
            found[rows[0], rows[1]] = (ruling.score, _number(ruling))
    left, right = (np.array([couple[side] for couple in found], "i4") for side in (0, 1))
    return Scored(
        left, right, np.array([s for s, _ in found.values()], "f4"), np.array([v for _, v in found.values()], "i1")
    )


def _replaced(rows: Scored, better: Scored) -> Scored:
    """The rows with those of ``better`` in place of the same couples."""
    keys = [held.one.astype("i8") << 32 | held.other for held in (rows, better)]
    return rows.taken(np.flatnonzero(~np.isin(keys[0], keys[1]))).with_more(better)


def _closest(rows: Scored, later: Flags) -> Ints:
    """The places of couples that are among the closest of either side; they stand best first, ``later`` after the others."""
    place = np.tile(np.arange(len(later), dtype="i4"), 2)
    ends = np.concatenate((rows.one, rows.other))
    order = np.lexsort((place, np.tile(later, 2), ends))
    return np.unique(place[order[place_in_run(ends[order]) < CLOSEST]])
