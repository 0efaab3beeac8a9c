"""Which systems to compare, and what comes out: pairs with a verdict, best first.

Systems with one and the same job are compared as one, so that 126 portals are one job and not 7,875 comparisons. Jobs meet
over the ideas they share. A long list is searched by ``wide``, which keeps the closest of each system.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from archmodel.analysis.duplicates.agency import acronym_couples
from archmodel.analysis.duplicates.columns import columns_of
from archmodel.analysis.duplicates.lexicon import lexicon
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.subject import Job, Subject
from archmodel.analysis.duplicates.verdict import Alike, Ruling, Verdict, alike, ruled
from archmodel.text.vietnamese import folded

CLOSEST = 5
"""How many partners of a system are kept in a long list."""

FULL = 3000
"""Up to how many systems all that share an idea are compared; of more the likeliest, by ``wide``."""

_CROWD = 150


@dataclass(frozen=True, slots=True)
class Pair:
    """Two systems, how alike their jobs are, and the ruling."""

    one: Subject
    other: Subject
    alike: Alike
    ruling: Ruling


def pairs(subjects: Sequence[Subject], *, every: bool = False) -> Sequence[Pair]:
    """The pairs worth showing, best first; with ``every``, those that were scored and found different too."""
    if len(subjects) > FULL:
        from archmodel.analysis.duplicates.wide import wide_pairs

        return wide_pairs(columns_of(subjects), every=every)
    groups: dict[Job, list[Subject]] = defaultdict(list)
    for subject in subjects:
        groups[subject.job].append(subject)
    jobs = list(groups)
    rarity = Rarity(job.name for job in jobs)
    found: list[Pair] = []
    for job in jobs:
        held = groups[job]
        if len(held) > 1:
            same = alike(job, job, rarity)
            found += _judged(_within(held), same)
    for one, other, how in _near(jobs, rarity, every=every):
        found += _judged(_between(groups[one], groups[other]), how)
    found = _with_acronyms(found, subjects, rarity)
    kept = found if every else [pair for pair in found if pair.ruling.verdict is not Verdict.DIFFERENT]
    return sorted(kept, key=_rank)


def _with_acronyms(found: list[Pair], subjects: Sequence[Subject], rarity: Rarity) -> list[Pair]:
    """The pairs with those that an acronym of one agency ties, which replace what they scored without it."""
    tied: dict[tuple[str, str], Pair] = {}
    for one, other in acronym_couples(subjects):
        how = alike(one.job, other.job, rarity, one_agency=True)
        if not how.are_different:
            pair = Pair(one, other, how, ruled(one, other, how))
            tied[min(one.id, other.id), max(one.id, other.id)] = pair
    if not tied:
        return found
    return [p for p in found if (min(p.one.id, p.other.id), max(p.one.id, p.other.id)) not in tied] + [*tied.values()]


_ORDER = {verdict: rank for rank, verdict in enumerate(Verdict)}


def _rank(pair: Pair) -> tuple[float, int, str, str]:
    return (-pair.ruling.score, _ORDER[pair.ruling.verdict], pair.one.id, pair.other.id)


def _judged(couples: Iterable[tuple[Subject, Subject]], how: Alike) -> Iterator[Pair]:
    return (Pair(one, other, how, ruled(one, other, how)) for one, other in couples)


def _within(held: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """All couples of a small crowd; of a large one, those of one owner and each with the first."""
    if len(held) * (len(held) - 1) // 2 <= _CROWD:
        yield from combinations(held, 2)
        return
    seen: dict[object, Subject] = {}
    first = held[0]
    for subject in held:
        twins = {id(twin): twin for key in subject.places if (twin := seen.setdefault(key, subject)) is not subject}
        if twins:
            yield from ((twin, subject) for twin in twins.values())
        elif subject is not first:
            yield first, subject


def _between(mine: Sequence[Subject], theirs: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    if len(mine) * len(theirs) <= _CROWD:
        yield from ((one, other) for one in mine for other in theirs)
        return
    owners: dict[object, Subject] = {}
    for subject in theirs:
        for key in subject.places:
            owners.setdefault(key, subject)
    for subject in mine:
        twins = {id(twin): twin for key in subject.places if (twin := owners.get(key))}
        yield from ((subject, twin) for twin in twins.values())
    yield mine[0], theirs[0]


def _near(jobs: Sequence[Job], rarity: Rarity, *, every: bool) -> Iterator[tuple[Job, Job, Alike]]:
    """Couples of different jobs that share an idea, with how alike they are."""
    postings: dict[str, list[int]] = defaultdict(list)
    near_postings: dict[str, list[int]] = defaultdict(list)
    for at, job in enumerate(jobs):
        keys = _keys(job)
        seen: set[int] = set()
        near_keys = _near_keys(job)
        for key in (*keys, *near_keys):
            seen.update(postings[key])
        for key in keys:
            seen.update(near_postings[key])
        for earlier in sorted(seen):
            how = alike(jobs[earlier], job, rarity, one_agency=False)
            if every or not how.are_different:
                yield jobs[earlier], job, how
        for key in keys:
            postings[key].append(at)
        for key in near_keys:
            near_postings[key].append(at)


def _keys(job: Job) -> list[str]:
    """What a job is looked up by: its ideas without diacritics, and those of its function and data."""
    found = {folded(idea): None for idea, sort in job.name if sort != "generic"}
    for ideas in (job.function, job.data):
        found.update((folded(idea), None) for idea, sort in ideas if sort in {"concept", "word", "brand"})
    return list(found)


def _near_keys(job: Job) -> list[str]:
    """What a job is looked up by beside its own ideas: those that are near to what its name says."""
    kin = lexicon().near
    return [folded(idea) for mine, _ in job.name for idea in sorted(kin.get(mine, ()))]
