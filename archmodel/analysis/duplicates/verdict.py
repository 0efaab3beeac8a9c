"""What two systems are to each other: the likeliest of what their jobs may be, then gates say what that makes them.

``duplicate`` the same job for the same unit today; ``family`` the same job for different units; ``overlap`` part of the
job, or the same at another level or as another kind of thing; ``different`` none of these. A column that either side
leaves empty is not compared, so it never counts against a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from archmodel.analysis.duplicates.aspects import Aspects, compared
from archmodel.analysis.duplicates.bodies import in_one_province, one_body
from archmodel.analysis.duplicates.likeness import Likeness, Rarity
from archmodel.analysis.duplicates.subject import Job, Subject
from archmodel.analysis.duplicates.weighing import CERTAIN, Chances, all_weighed, weighed
from archmodel.text.words import Words

LIKELY = 0.5
"""From which chance a thing is likelier than not."""

_SAID_ALIKE = 0.75
"""How alike function texts are that say the same, whatever kinds the systems say they are."""

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
    """How alike two jobs are by each aspect, and the chances these give that they are the same or share a part."""

    aspects: Aspects
    chances: Chances

    @property
    def score(self) -> float:
        """From 0 to 1: the same counts whole, a part half."""
        return self.chances.same + self.chances.partly / 2

    @property
    def are_different(self) -> bool:
        """Whether the jobs likely share nothing."""
        return sum(self.chances) < LIKELY

    @property
    def are_same(self) -> bool:
        """Whether the jobs are likely one."""
        return self.chances.same >= LIKELY


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its score, and the gate that decided it."""

    verdict: Verdict
    score: float
    gate: str


def alike(one: Job, other: Job, rarity: Rarity, *, one_agency: bool = False) -> Alike:
    """How alike two jobs are."""
    aspects = compared(one, other, rarity, one_agency=one_agency)
    return Alike(aspects, CERTAIN if _say_the_same(one, other) else weighed(aspects))


def all_alike(couples: Iterable[tuple[Job, Job]], rarity: Rarity) -> Iterator[Alike]:
    """How alike the jobs of each couple are, weighed at once, which for thousands is quicker."""
    told = [*couples]
    held = [compared(one, other, rarity) for one, other in told]
    chances = zip(told, all_weighed(held), strict=True)
    return map(Alike, held, (CERTAIN if _say_the_same(*couple) else chance for couple, chance in chances))


def _say_the_same(one: Job, other: Job) -> bool:
    """Whether the names say one thing and the other columns differ in nothing that both fill."""
    if not one.name or one.name != other.name or not _kinds_meet(one.kinds, other.kinds):
        return False
    return all(
        mine == its or not mine or not its for mine, its in ((one.function, other.function), (one.data, other.data))
    )


def ruled_by_jobs(one: Job, other: Job, how: Alike) -> Ruling | None:
    """The verdict where the jobs alone decide it; None where it rests on whose the systems are and where they stand."""
    score = round(how.score, 4)
    if how.are_different:
        return Ruling(Verdict.DIFFERENT, score, "job")
    if not how.are_same or one.is_part != other.is_part:
        return Ruling(Verdict.OVERLAP, score, "part")
    if not _kinds_meet(one.kinds, other.kinds) and not _said_alike(how.aspects.function):
        return Ruling(Verdict.OVERLAP, score, "kind")
    return None


def ruled(one: Subject, other: Subject, how: Alike) -> Ruling:
    """The verdict on two subjects whose jobs are as alike as ``how`` says."""
    return ruled_by_jobs(one.job, other.job, how) or ruled_by_standing(one, other, round(how.score, 4))


def ruled_by_standing(one: Subject, other: Subject, score: float) -> Ruling:
    """The verdict on two subjects of one job: whose they are, and where they stand."""
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
    """A centre is a system of people and software."""
    return {"system" if kind == "centre" else kind for kind in kinds}


def one_unit(one: Subject, other: Subject) -> bool | None:
    """Whether one body answers for both today; None where either has no body on record."""
    if one.owner is None or other.owner is None:
        return None
    if one_body(one.owner, other.owner):
        return True
    if one.owner.guessed != other.owner.guessed and in_one_province(one.owner, other.owner):
        return None
    return one.today <= other.today or other.today <= one.today
