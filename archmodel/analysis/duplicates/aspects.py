"""What is compared of two jobs, aspect by aspect, and the numbers a couple is weighed by.

A column that either side leaves empty is not compared, and users, whom many systems share, not at all. What the numbers
together say is for ``weighing``.
"""

from __future__ import annotations

from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import lexicon
from archmodel.analysis.duplicates.likeness import KNOWN, TEXT_WEIGHTS, Ideas, Likeness, Rarity, likeness
from archmodel.analysis.duplicates.subject import Job

NOT_COMPARED = -1.0
"""Stands in the numbers for what is not compared."""

_NAME = ("share", "within", "contrast", "known", "near", "both", "told least", "told most")
_TEXT = ("share", "contrast", "known")
NUMBERS = (
    *(f"name {what}" for what in _NAME),
    "names that say a job",
    *(f"function {what}" for what in _TEXT),
    *(f"name and function {what}" for what in _TEXT),
    "name told by function",
    "data within",
)
"""What each number of a couple is, in order; ``Likeness`` tells what the words mean."""

_OF_SEVERAL, _SEVERAL = 0.75, 2
"""What is left of a name that a function says as one of several jobs, and what several are."""

_NO_NAME, _NO_TEXT = (NOT_COMPARED,) * len(_NAME), (NOT_COMPARED,) * len(_TEXT)
_NAMES_ALONE = (NOT_COMPARED,) * (len(NUMBERS) - len(_NAME) - 1)


class Aspects(NamedTuple):
    """How alike two jobs are by each aspect; one that is not compared is None.

    ``whole`` takes names and functions together, whichever of them says the job; ``crossed`` is how much of a name the
    other's function says, 0 to 1; ``named`` whether both names say a job the lexicon knows.
    """

    name: Likeness | None
    named: bool
    function: Likeness | None
    whole: Likeness | None
    crossed: float | None
    data: Likeness | None

    @property
    def numbers(self) -> tuple[float, ...]:
        """What ``NUMBERS`` names."""
        if self.crossed is None and self.data is None:
            return (*_name(self.name), self.named, *_NAMES_ALONE)
        return (
            *_name(self.name),
            self.named,
            *_text(self.function),
            *_text(self.whole),
            NOT_COMPARED if self.crossed is None else self.crossed,
            NOT_COMPARED if self.data is None else self.data.within,
        )

    @property
    def meet(self) -> bool:
        """Whether anything is shared or near; two jobs that do not meet are not weighed."""
        told = (self.name, self.function, self.whole, self.data)
        return bool(self.crossed) or any(how.both > 0 for how in told if how is not None)


def compared(one: Job, other: Job, rarity: Rarity, *, one_agency: bool = False) -> Aspects:
    """Two jobs compared; within one agency acronyms may be read by the words of the other."""
    initials = (one.initials, other.initials) if one_agency else ("", "")
    name = likeness(one.name, other.name, rarity, bare=one.bare or other.bare, initials=initials)
    named = _says_job(one) and _says_job(other)
    if not (one.function or other.function or one.data or other.data):
        return Aspects(name, named, None, None, None, None)
    return Aspects(
        name,
        named,
        likeness(one.function, other.function, rarity, TEXT_WEIGHTS),
        likeness(_all(one), _all(other), rarity, TEXT_WEIGHTS) if one.function and other.function else None,
        _crossed(one, other, rarity),
        likeness(one.data, other.data, rarity, TEXT_WEIGHTS),
    )


def _name(how: Likeness | None) -> tuple[float, ...]:
    if how is None:
        return _NO_NAME
    return (how.share, how.within, how.contrast, how.known, len(how.near), how.both, min(how.told), max(how.told))


def _text(how: Likeness | None) -> tuple[float, ...]:
    return (how.share, how.contrast, how.known) if how else _NO_TEXT


def _says_job(job: Job) -> bool:
    return not KNOWN.isdisjoint([sort for _, sort in job.name])


def _all(job: Job) -> Ideas:
    return tuple({**dict(job.function), **dict(job.name)}.items())


def _crossed(one: Job, other: Job, rarity: Rarity) -> float | None:
    """How much of the name of either the other's function says, in its own words and not only in near ones."""
    couples = [(a, b) for a, b in ((one, other), (other, one)) if a.name and b.function]
    return max((_told(a, b, rarity) for a, b in couples), default=None)


def _told(one: Job, other: Job, rarity: Rarity) -> float:
    said = dict(other.function)
    if not any(idea in said for idea, _ in one.name):
        return 0.0
    found = likeness(one.name, other.function, rarity)
    return found.within * _among_others(one, other) if found else 0.0


def _among_others(one: Job, other: Job) -> float:
    """What is left of a name that the other's function says among several jobs that neither name says or is near to."""
    named = {idea for job in (one, other) for idea, _ in job.name}
    kin = lexicon().near
    strange = sum(
        sort == "concept" and idea not in named and named.isdisjoint(kin.get(idea, ())) for idea, sort in other.function
    )
    return _OF_SEVERAL if strange >= _SEVERAL else 1.0
