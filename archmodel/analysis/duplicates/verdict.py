"""What two systems are to each other: the score says how surely their jobs are alike, gates say what that makes them.

``duplicate`` the same job for the same unit today; ``family`` the same job for different units; ``overlap`` part of the
job, or the same at another level or as another kind of thing; ``different`` none of these. A column that either side
leaves empty is not compared, so it never counts against a pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from archmodel.analysis.duplicates.bodies import in_one_province, one_body
from archmodel.analysis.duplicates.lexicon import lexicon
from archmodel.analysis.duplicates.likeness import KNOWN, TEXT_WEIGHTS, Likeness, Rarity, likeness
from archmodel.analysis.duplicates.subject import Job, Subject
from archmodel.text.words import Words

SAME, PARTLY = 0.55, 0.31
"""From which likeness two jobs are the same, and partly so; chosen on labelled pairs."""

_CONTRAST, _NARROWER, _MEANS = 0.85, 0.95, 0.75
_UNCONTRADICTED = 0.8
"""How much of the likeness of names stands where the functions are in other words, yet speak of no other job."""

_PART_OF = 0.4
"""How alike a module and a system are whose names say a whole and its part, whatever else they say."""

_AMONG_OTHERS, _SEVERAL = 0.75, 2
"""What is left of a name that a function says as one job of several that are not near to it, and what several are."""

_DATA_WITHIN, _CROSSED, _SAME_DATA = 0.9, 0.65, 0.85


class _Blend(NamedTuple):
    """What the parts of a score weigh: likeness of names, of functions, of both together, and a known job in common.

    ``within`` is how far a text that says part of another counts as saying the same.
    """

    name: float
    text: float
    whole: float
    known: float
    within: float


_SAID_ALIKE = 0.75
"""How alike function texts are that say the same, whatever the systems are called and whatever kinds they say."""

_OUTWEIGHS = 0.8
_ONE_NAME = _Blend(0.5, 0.17, 0.2, 0.05, 0.7)
_CONTRARY_NAMES = _Blend(0.49, 0.18, 0.2, 0.0, 0.0)
_OTHER_NAMES = _Blend(0.12, 0.28, 0.27, 0.25, 0.15)
_LEFT_TO_TEXT = _Blend(0.3, 0.61, 0.53, 0.04, 0.1)
_STORED, _PLANNED = frozenset({"database"}), "scheme"


class Verdict(StrEnum):
    """What two systems are to each other."""

    DUPLICATE = "duplicate"
    FAMILY = "family"
    OVERLAP = "overlap"
    DIFFERENT = "different"

    @property
    def words(self) -> Words:
        """The verdict in Vietnamese and English."""
        return _VERDICT_WORDS[self]


_VERDICT_WORDS = {
    Verdict.DUPLICATE: Words("Trùng lặp", "Duplicate"),
    Verdict.FAMILY: Words("Cùng họ", "Family"),
    Verdict.OVERLAP: Words("Chồng lấn", "Overlap"),
    Verdict.DIFFERENT: Words("Khác nhau", "Different"),
}


class Alike(NamedTuple):
    """How alike two jobs are: the score and what each aspect says; an aspect not compared is None."""

    score: float
    name: Likeness | None
    function: Likeness | None
    data: Likeness | None
    users: Likeness | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its score, and the gate that decided it."""

    verdict: Verdict
    score: float
    gate: str


def alike(one: Job, other: Job, rarity: Rarity, *, one_agency: bool = False) -> Alike:
    """How alike two jobs are, from 0 to 1."""
    bare = one.bare or other.bare
    initials = (one.initials, other.initials) if one_agency else ("", "")
    name = likeness(one.name, other.name, rarity, bare=bare, initials=initials)
    function = likeness(one.function, other.function, rarity, TEXT_WEIGHTS) if one.function and other.function else None
    data = likeness(one.data, other.data, rarity, TEXT_WEIGHTS) if one.data and other.data else None
    users = likeness(one.users, other.users, rarity, TEXT_WEIGHTS) if one.users and other.users else None
    score = _by_name(name)
    if function is not None:
        by_name = score
        score = _by_both(score, function, _whole(one, other, rarity), _blend(one, other, name))
        if name is not None and name.known and not function.known and not _contradict(one, other):
            score = max(score, _UNCONTRADICTED * by_name)
        score = max(score, _part_done(one, other, rarity), _part_done(other, one, rarity))
        if _says_job(one) != _says_job(other):
            score = max(score, _crossed(one, other, rarity), _crossed(other, one, rarity))
    elif one.function or other.function:
        score = max(score, _crossed(one, other, rarity), _crossed(other, one, rarity))
    if data is not None and data.common:
        shared = _by_text(data, _DATA_WITHIN)
        score = max(score, 0.85 * score + 0.15 * shared, PARTLY if shared > _SAME_DATA else 0.0)
    if one.is_part != other.is_part and name is not None and name.near:
        score = max(score, _PART_OF)
    return Alike(min(max(score, 0.0), 1.0), name, function, data, users)


def _contradict(one: Job, other: Job) -> bool:
    """Whether functions speak of different jobs: each of a known one that neither its name nor the other text implies."""
    named = {idea for job in (one, other) for idea, _ in job.name}
    mine, theirs = ({idea for idea, sort in job.function if sort in KNOWN} for job in (one, other))
    kin = lexicon().near
    implied = named.union(*(kin.get(idea, frozenset()) for idea in named))
    return bool(mine - implied) and bool(theirs - implied)


def _part_done(one: Job, other: Job, rarity: Rarity) -> float:
    """How alike two are where the other does all that one is said to do, or something near, among more.

    The rarer what both do, the more, where one is named for it.
    """
    mine, theirs = ({idea for idea, sort in job.function if sort == "concept"} for job in (one, other))
    kin = lexicon().near
    if mine.isdisjoint(theirs) or not all(idea in theirs or kin.get(idea, frozenset()) & theirs for idea in mine):
        return 0.0
    named = mine & theirs & {idea for idea, _ in one.name}
    return _PART_OF * max((1.0, *map(rarity.of, named)))


def _by_name(name: Likeness | None) -> float:
    if name is None or not name.both:
        return 0.0
    score = name.share * (1 - _CONTRAST * name.contrast)
    if name.narrower:
        score *= _MEANS if name.tools else _NARROWER
    return score


def _by_text(text: Likeness | None, within: float) -> float:
    return (1 - within) * text.share + within * text.within if text else 0.0


def _whole(one: Job, other: Job, rarity: Rarity) -> Likeness | None:
    """How alike names and functions are taken together, whichever of them says the job."""
    mine, theirs = (tuple({**dict(job.function), **dict(job.name)}.items()) for job in (one, other))
    return likeness(mine, theirs, rarity, TEXT_WEIGHTS)


def _crossed(one: Job, other: Job, rarity: Rarity) -> float:
    """How much of the name of one the function of the other says, where only the other has one."""
    found = likeness(one.name, other.function, rarity) if other.function else None
    if found is None or not found.common:
        return 0.0
    return _CROSSED * found.within * (_AMONG_OTHERS if _strange(other, one) >= _SEVERAL else 1.0)


def _strange(one: Job, other: Job) -> int:
    """How many known jobs the function of one speaks of that neither name says or is near to."""
    named = {idea for job in (one, other) for idea, _ in job.name}
    kin = lexicon().near
    return sum(
        sort == "concept" and idea not in named and named.isdisjoint(kin.get(idea, ())) for idea, sort in one.function
    )


def _by_both(by_name: float, function: Likeness, whole: Likeness | None, blend: _Blend) -> float:
    text, both = _by_text(function, blend.within), _by_text(whole, blend.within)
    blended = blend.name * by_name + blend.text * text + blend.whole * both + blend.known * function.known
    return max(blended, _OUTWEIGHS * function.share if function.known else 0.0)


def _blend(one: Job, other: Job, name: Likeness | None) -> _Blend:
    """Names and functions weighed by what the names can tell: brands and common words leave it to the functions."""
    if name is not None and name.known:
        return _ONE_NAME
    if name is not None and (name.near or all(name.apart)) and _says_job(one) and _says_job(other):
        return _CONTRARY_NAMES
    return _OTHER_NAMES if name is not None and (name.common or all(name.apart)) else _LEFT_TO_TEXT


def _says_job(job: Job) -> bool:
    return any(sort in KNOWN for _, sort in job.name)


def ruled_by_jobs(one: Job, other: Job, how: Alike) -> Ruling | None:
    """The verdict where the jobs alone decide it; None where it rests on whose the systems are and where they stand."""
    score = round(how.score, 4)
    if score < PARTLY:
        return Ruling(Verdict.DIFFERENT, score, "job")
    if score < SAME or one.is_part != other.is_part:
        return Ruling(Verdict.OVERLAP, score, "part")
    if not _kinds_meet(one.kinds, other.kinds) and not _said_alike(how.function):
        return Ruling(Verdict.OVERLAP, score, "kind")
    return None


def ruled(one: Subject, other: Subject, how: Alike) -> Ruling:
    """The verdict on two subjects whose jobs are as alike as ``how`` says."""
    ruling = ruled_by_jobs(one.job, other.job, how)
    if ruling is not None:
        return ruling
    score = round(how.score, 4)
    unit = one_unit(one, other)
    if one.level and other.level and one.level != other.level and not unit:
        return Ruling(Verdict.OVERLAP, score, "level")
    if one.locality != other.locality and (not one.locality or not other.locality) and unit:
        return Ruling(Verdict.OVERLAP, score, "locality")
    if unit is False or (one.locality and other.locality and one.locality != other.locality):
        return Ruling(Verdict.FAMILY, score, "unit")
    return Ruling(Verdict.DUPLICATE, score, "unit" if unit else "unit unknown")


def _kinds_meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two things may be one kind; what says no kind may be any but a database, and a scheme only plans a thing."""
    if (_PLANNED in one) != (_PLANNED in other):
        return False
    if not one or not other:
        return _STORED not in (one, other)
    mine, theirs = _as_compared(one), _as_compared(other)
    return bool(mine & theirs)


def _said_alike(function: Likeness | None) -> bool:
    """Whether function texts say so much the same that it outweighs the kind."""
    return function is not None and function.share >= _SAID_ALIKE


def _as_compared(kinds: frozenset[str]) -> set[str]:
    """A centre or a channel is a system of people and software."""
    return {"system" if kind in {"centre", "channel"} else kind for kind in kinds}


def one_unit(one: Subject, other: Subject) -> bool | None:
    """Whether one body answers for both today; None where either has no body on record."""
    if one.owner is None or other.owner is None:
        return None
    if one_body(one.owner, other.owner):
        return True
    if one.owner.guessed != other.owner.guessed and in_one_province(one.owner, other.owner):
        return None
    return one.today <= other.today or other.today <= one.today
