"""Systems whose names say one job for one unit today, though no function in common is on record.

Names that only overlap, and likeness of descriptions alone, are left to the page of duplicates, where people weigh them.
So only systems whose names say the same ideas are handed to the engine, and mostly there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from archmodel.analysis.duplicates import Match, duplicates, own_words
from archmodel.analysis.duplicates.naming import taken_apart
from archmodel.analysis.duplicates.subject import told
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.checks.dup.doers import Doer
from archmodel.model.model import Model
from archmodel.text.vietnamese import folded

_ONE_NAME = 0.55
"""What two names that say the same share at least, for words that every system's name has."""


def lookalikes(model: Model, day: str, doers: Iterable[Doer]) -> dict[str, list[Doer]]:
    """The doers that look like each, by id, the closest first; without those a tie or a job on record joins."""
    known = _of_one_name(model, doers)
    if not known:
        return {}
    found: dict[str, list[Doer]] = defaultdict(list)
    compared = duplicates(model, day, among=known)
    for match in (*compared.matches, *compared.settled):
        one, other = known[match.id_a], known[match.id_b]
        if _is_by_name(match) and not _apart(one, other):
            found[match.id_a].append(other)
            found[match.id_b].append(one)
    return dict(found)


def _of_one_name(model: Model, doers: Iterable[Doer]) -> dict[str, Doer]:
    """The doers whose names say the same ideas as that of another who shares no job with them, by id."""
    own = own_words(model)
    shelves: dict[tuple[str, ...], list[Doer]] = defaultdict(list)
    for doer in doers:
        if ideas := tuple(sorted(map(folded, told(taken_apart(doer.system.name, own).ideas)))):
            shelves[ideas].append(doer)
    return {
        doer.system.id: doer
        for held in shelves.values()
        if len(held) > 1 and not frozenset.intersection(*(frozenset(doer.jobs) for doer in held))
        for doer in held
    }


def _is_by_name(match: Match) -> bool:
    """Whether the names say the same and neither says more."""
    name = match.pair.alike.aspects.name
    return match.verdict is Verdict.DUPLICATE and name is not None and name.share >= _ONE_NAME and not any(name.apart)


def _apart(one: Doer, other: Doer) -> bool:
    if other.system.id in one.apart or one.wholes & other.wholes or not one.jobs.keys().isdisjoint(other.jobs):
        return True
    return one.users_known and other.users_known and not one.shares_users_with(other)
