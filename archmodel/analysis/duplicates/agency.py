"""Couples of one agency in which one name is, or holds, an acronym of the other: *TSTN* beside *tài sản, thu nhập*.

The same letters stand for other words elsewhere, so that only systems of one owner are looked through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from archmodel.analysis.duplicates.likeness import ACRONYM, spells
from archmodel.analysis.duplicates.spelling import bared
from archmodel.analysis.duplicates.subject import Job, Subject

_LONGEST = 8
_MOST = 5
"""How many systems one acronym is held against."""


def acronym_couples(subjects: Iterable[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """The couples, each once; the work grows with the number of subjects, not with that of couples."""
    agencies: dict[object, list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.owner is not None:
            agencies[subject.today or subject.owner.key].append(subject)
    for held in agencies.values():
        yield from _within(held)


def acronym_jobs(jobs: Sequence[Job]) -> set[int]:
    """The jobs, by number, that hold an acronym another job spells, and those that spell it: no others make a couple."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for at, job in enumerate(jobs):
        for acronym in _acronyms(job):
            wanted[acronym].append(at)
    told: dict[str, list[int]] = defaultdict(list)
    for at, job in enumerate(jobs):
        for acronym in _parts(job.initials) & wanted.keys():
            if spells(acronym, job.initials):
                told[acronym].append(at)
    return {at for acronym, spelling in told.items() for at in (*spelling, *wanted[acronym])}


def _within(held: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    wanted: dict[str, list[Subject]] = defaultdict(list)
    for subject in held:
        for acronym in _acronyms(subject.job):
            wanted[acronym].append(subject)
    told: dict[str, int] = defaultdict(int)
    for other in held if wanted else ():
        letters = other.job.initials
        for acronym in _parts(letters):
            if acronym not in wanted or told[acronym] == _MOST or not spells(acronym, letters):
                continue
            told[acronym] += 1
            yield from ((subject, other) for subject in wanted[acronym][:_MOST] if subject.job != other.job)


def _acronyms(job: Job) -> Iterator[str]:
    for idea, sort in job.name:
        if sort == "brand" and ACRONYM <= len(idea) <= _LONGEST:
            yield bared(idea)


def _parts(letters: str) -> set[str]:
    """The runs of letters that are as long as acronyms are."""
    ends = range(ACRONYM, _LONGEST + 1)
    return {letters[at : at + length] for at in range(len(letters)) for length in ends if at + length <= len(letters)}
