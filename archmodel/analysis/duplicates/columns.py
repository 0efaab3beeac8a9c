"""A long list as columns: each job and each standing once, each row by their numbers, read on every core.

A row of its own object would cost a kilobyte; here it costs its texts and two numbers, and a ``Subject`` is made when one
is asked for.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload

from archmodel.analysis.duplicates.bodies import Body
from archmodel.analysis.duplicates.cores import Span, in_order, no_collection, spans
from archmodel.analysis.duplicates.likeness import Ideas
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Job, Row, Subject, shared_places, subject_of

_SPAN = 10_000
_CELLS = ("id", "name", "owner", "function", "data", "users")


class Standing(NamedTuple):
    """Whose a system is and where it stands: what beside its job decides a verdict."""

    owner: Body | None
    today: frozenset[str]
    locality: str
    level: str | None

    @property
    def places(self) -> tuple[object, ...]:
        """What systems of one unit and place share one of."""
        return shared_places(self.owner, self.today, self.locality)


class Columns(Sequence[Subject]):
    """Subjects as columns; ``job_at`` and ``standing_at`` say by number what each row has of ``jobs`` and ``standings``."""

    def __init__(self, cells: Sequence[list[str]]) -> None:
        self.cells = cells
        self.jobs: list[Job] = []
        self.standings: list[Standing] = []
        self.job_at = array("i")
        self.standing_at = array("i")

    def __len__(self) -> int:
        return len(self.cells[0])

    @overload
    def __getitem__(self, at: int) -> Subject: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Subject]: ...
    def __getitem__(self, at: int | slice) -> Subject | Sequence[Subject]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        row = self.row(at)
        return Subject(row.id, row.name, self.jobs[self.job_at[at]], *self.standings[self.standing_at[at]], row)

    def row(self, at: int) -> Row:
        """A row as it came."""
        return Row(*(cell[at] for cell in self.cells))


@no_collection()
def read(rows: Iterable[Row], lineage: Lineage, cores: int | None = None) -> Columns:
    """The rows taken apart, on every core; the same whatever their number."""
    cells: tuple[list[str], ...] = tuple([] for _ in _CELLS)
    same: dict[str, str] = {}
    for row in rows:
        for cell, column in zip(cells, _CELLS, strict=True):
            text: str = getattr(row, column)
            cell.append(text if column in {"id", "name"} else same.setdefault(text, text))
    same.clear()
    found = Columns(cells)
    gathered = _Gathered(found)
    for told in in_order(_Reader(found, lineage), spans(len(found), _SPAN), cores):
        gathered.add(told)
    return found


def columns_of(subjects: Sequence[Subject]) -> Columns:
    """Subjects that were taken apart before, as columns."""
    if isinstance(subjects, Columns):
        return subjects
    found = Columns(tuple([getattr(s.row, column) for s in subjects] for column in _CELLS))
    jobs: dict[Job, int] = {}
    standings: dict[Standing, int] = {}
    for subject in subjects:
        found.job_at.append(jobs.setdefault(subject.job, len(jobs)))
        standing = Standing(subject.owner, subject.today, subject.locality, subject.level)
        found.standing_at.append(standings.setdefault(standing, len(standings)))
    found.jobs, found.standings = list(jobs), list(standings)
    return found


class _Told(NamedTuple):
    """What a process read of a span: what it had not told before, and the numbers of its rows, as it counts itself."""

    teller: int
    jobs: list[Job]
    standings: list[Standing]
    job_at: array[int]
    standing_at: array[int]


class _Reader:
    """Reads spans of rows, telling each job and standing once."""

    def __init__(self, columns: Columns, lineage: Lineage) -> None:
        self.columns, self.lineage = columns, lineage
        self.jobs: dict[Job, int] = {}
        self.standings: dict[Standing, int] = {}
        self.ideas: dict[object, object] = {}

    def __call__(self, span: Span) -> _Told:
        told = _Told(os.getpid(), [], [], array("i"), array("i"))
        for at in range(*span):
            subject = subject_of(self.columns.row(at), self.lineage)
            number = self.jobs.get(subject.job)
            if number is None:
                job = _shared(subject.job, self.ideas)
                number = self.jobs[job] = len(self.jobs)
                told.jobs.append(job)
            told.job_at.append(number)
            standing = Standing(subject.owner, subject.today, subject.locality, subject.level)
            number = self.standings.get(standing)
            if number is None:
                number = self.standings[standing] = len(self.standings)
                told.standings.append(standing)
            told.standing_at.append(number)
        return told


class _Gathered:
    """Puts together what the processes told, numbering in the order of the rows."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.jobs: dict[Job, int] = {}
        self.standings: dict[Standing, int] = {}
        self.ideas: dict[object, object] = {}
        self.tellers: dict[int, tuple[list[int], list[int]]] = {}

    def add(self, told: _Told) -> None:
        """A span, in its turn."""
        jobs, standings = self.tellers.setdefault(told.teller, ([], []))
        for job in told.jobs:
            number = self.jobs.get(job)
            if number is None:
                number = len(self.jobs)
                shared = _shared(job, self.ideas)
                self.jobs[shared] = number
                self.columns.jobs.append(shared)
            jobs.append(number)
        for standing in told.standings:
            number = self.standings.get(standing)
            if number is None:
                number = self.standings[standing] = len(self.standings)
                self.columns.standings.append(standing)
            standings.append(number)
        self.columns.job_at.extend(jobs[number] for number in told.job_at)
        self.columns.standing_at.extend(standings[number] for number in told.standing_at)


def _shared(job: Job, known: dict[object, object]) -> Job:
    """The job with ideas that are the same objects in all jobs."""

    def one(ideas: Ideas) -> Ideas:
        return tuple(known.setdefault(idea, idea) for idea in ideas)  # type: ignore[misc]

    kinds: frozenset[str] = known.setdefault(job.kinds, job.kinds)  # type: ignore[assignment]
    return Job(one(job.name), one(job.function), one(job.data), one(job.users), kinds, *job[5:])
