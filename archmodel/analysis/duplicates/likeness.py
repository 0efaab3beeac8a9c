"""How alike two texts are, as sets of weighted ideas: what both say, what is near, and what each says alone.

What only one of the two says tells a part from a whole; what each says alone tells two jobs apart, however much else they
share (``giám sát`` against ``điều hành``). Ideas that are near - parts of one another, or at work on the same data - count
half. Words that every system has weigh next to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import lexicon
from archmodel.analysis.duplicates.spelling import bared

Ideas = tuple[tuple[str, str], ...]
Kin = Mapping[str, frozenset[str]]

WEIGHTS = {
    "concept": 1.0, "tool": 0.65, "field": 0.7, "act": 0.6, "word": 0.46, "stretch": 0.3, "brand": 0.4, "number": 0.7,
    "sector": 0.15, "syllable": 0.12, "generic": 0.06,
}  # fmt: skip
"""What an idea of each sort weighs before its rarity counts; chosen on the labelled pairs."""

TEXT_WEIGHTS = {**WEIGHTS, "act": 0.25, "word": 0.3, "stretch": 0.2, "syllable": 0.06, "generic": 0.03}
"""The same in a running text, where many words stand beside the job itself."""

KNOWN = {"concept", "tool", "field"}
"""Sorts of ideas the lexicon knows as jobs."""

TELLING = {*KNOWN, "act", "word", "stretch", "number"}
"""Sorts that can tell two jobs apart; a brand only names a product, a generic word nothing."""

ACRONYM = 3
"""From how many letters on a word no one knows may be an acronym of others."""

_NEAR, _IMPLIED, _ONE_BRAND = 0.5, 0.5, 2.5
_MISTYPED = 5
_WRITTEN = {"word", "stretch", "brand", "syllable"}
_FOLDED = 0.9
_MANY = 100
_MATTERS = frozenset({"concept", "word", "stretch", "brand"})


class Likeness(NamedTuple):
    """What two texts share and what each says alone, in weight.

    ``common`` names the shared ideas, ``near`` those that meet half-way, ``apart`` what each says alone, heaviest first;
    ``told`` is the weight of what each says alone and could tell two jobs apart; ``known`` says that a shared idea is a job
    the lexicon knows, ``tools`` that nothing but means is shared.
    """

    both: float
    alone: tuple[float, float]
    told: tuple[float, float]
    common: tuple[str, ...]
    near: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, ...], tuple[str, ...]]
    known: bool
    tools: bool

    @property
    def share(self) -> float:
        """Dice's measure: twice the shared weight over the weight of both."""
        total = 2 * self.both + sum(self.alone)
        return 2 * self.both / total if total else 0.0

    @property
    def within(self) -> float:
        """How much of the smaller of the two is shared."""
        least = self.both + min(self.alone)
        return self.both / least if least else 0.0

    @property
    def contrast(self) -> float:
        """How much each says that the other does not, against what they share: 0 where one side says nothing of its own."""
        least = min(self.told)
        return least / (self.both + least) if least else 0.0


class Rarity:
    """How rare each idea is among the texts compared: from 0.6 for what many say to 1.4 for what one says.

    Of a few texts it says little, so that a list of two rows is judged as one of thousands is.
    """

    def __init__(self, texts: Iterable[Ideas]) -> None:
        self._seen: Counter[str] = Counter()
        self._texts = 0
        for ideas in texts:
            self._texts += 1
            self._seen.update(idea for idea, _ in ideas)
        self._trust = self._texts / (self._texts + _MANY)
        self._factors: dict[str, float] = {}

    def of(self, idea: str) -> float:
        """The factor for an idea."""
        found = self._factors.get(idea)
        if found is None:
            found = self._factors[idea] = self._factor(idea)
        return found

    def _factor(self, idea: str) -> float:
        if self._texts < 2:
            return 1.0
        scarce = math.log((self._texts + 1) / (self._seen.get(idea, 0) + 1)) / math.log(self._texts + 1)
        return 1 + self._trust * (0.8 * scarce - 0.4)

    def weights(self, ideas: Ideas, weights: Mapping[str, float]) -> dict[str, float]:
        """The weight of each idea of a text."""
        known = self._factors
        try:
            return {idea: weights[sort] * known[idea] for idea, sort in ideas}
        except KeyError:
            return {idea: weights[sort] * self.of(idea) for idea, sort in ideas}


def likeness(
    one: Ideas,
    other: Ideas,
    rarity: Rarity,
    weights: Mapping[str, float] = WEIGHTS,
    *,
    bare: bool = False,
    initials: tuple[str, str] = ("", ""),
) -> Likeness | None:
    """How alike two texts are; None where either has no idea to compare.

    ``bare`` says that one was written without diacritics, so that words meet without them, a little less sure.
    ``initials`` are those of each text's words, given only within one agency, where acronyms may be read as such.
    """
    if not one or not other:
        return None
    sorts = _sorts(one, other)
    left, right = rarity.weights(one, weights), rarity.weights(other, weights)
    common = {idea: (left.pop(idea) + right.pop(idea)) / 2 for idea in [*left] if idea in right}
    for idea in common:
        if sorts[idea] == "brand":
            common[idea] *= _ONE_BRAND
    near: list[tuple[str, str]] = []
    kin = lexicon().near
    if left and right:
        common.update(_met(left, right, sorts, bare=bare))
        if any(initials):
            common.update(_acronyms(left, right, sorts, initials))
        near = _near(left, right, kin)
    both = sum(common.values())
    both += sum(_NEAR * (left[mine] + right[its]) / 2 for mine, its in near)
    apart = _told(left, sorts, {mine for mine, _ in near}), _told(right, sorts, {its for _, its in near})
    for mine, its in near:
        left[mine] *= 1 - _NEAR
        right[its] *= 1 - _NEAR
    for side in (left, right):
        if side and common:
            _imply(side, common, kin)
    shared = {sorts[idea] for idea in common}
    return Likeness(
        both,
        (sum(left.values()), sum(right.values())),
        (sum(left[i] for i in apart[0]), sum(right[i] for i in apart[1])),
        _heaviest([*common], common),
        tuple(near),
        apart,
        not shared.isdisjoint(KNOWN),
        bool(common) and shared.isdisjoint(_MATTERS),
    )


def _sorts(one: Ideas, other: Ideas) -> dict[str, str]:
    """The sort of each idea; where the two texts differ, the one that weighs more."""
    mine, theirs = dict(one), dict(other)
    sorts = mine | theirs
    for idea in mine.keys() & theirs.keys():
        said, other_said = mine[idea], theirs[idea]
        if said != other_said and (WEIGHTS[said], said) > (WEIGHTS[other_said], other_said):
            sorts[idea] = said
    return sorts


def _told(left: Mapping[str, float], sorts: Mapping[str, str], near: set[str]) -> tuple[str, ...]:
    return _heaviest([i for i in left if sorts[i] in TELLING and i not in near], left)


def _heaviest(ideas: list[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The ideas, heaviest first."""
    if len(ideas) > 1:
        ideas.sort(key=lambda i: (-weights[i], i))
    return tuple(ideas)


def _imply(left: dict[str, float], common: Mapping[str, float], kin: Kin) -> None:
    """What one side adds near to what both say is half implied: ``bồi dưỡng`` beside ``học trực tuyến``."""
    for idea in left:
        if idea in kin and not kin[idea].isdisjoint(common):
            left[idea] *= _IMPLIED


def _near(left: Mapping[str, float], right: Mapping[str, float], kin: Kin) -> list[tuple[str, str]]:
    """Ideas of the two sides that are near, each met once."""
    met = [(mine, its) for mine in left if mine in kin for its in right if its in kin[mine]]
    return _once(met) if met else met


def _met(left: dict[str, float], right: dict[str, float], sorts: Mapping[str, str], *, bare: bool) -> dict[str, float]:
    """Weight of words that are one but for a slip of the keyboard, or for diacritics one side lacks; taken from both."""
    mine, theirs = ([idea for idea in side if sorts[idea] in _WRITTEN] for side in (left, right))
    if not mine or not theirs:
        return {}
    slips = [(idea, its) for idea in mine for its in theirs if _is_slip(idea, its, bare=bare)]
    pairs = _once(slips) if slips else slips
    return {min(pair): _FOLDED * (left.pop(pair[0]) + right.pop(pair[1])) / 2 for pair in pairs}


def _once(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of couples of ideas those that leave each idea in one, the same whichever side comes first."""
    found: list[tuple[str, str]] = []
    for mine, its in sorted(pairs, key=sorted):
        if all(mine != one and its != other for one, other in found):
            found.append((mine, its))
    return found


def _is_slip(idea: str, its: str, *, bare: bool) -> bool:
    plain, other = bared(idea), bared(its)
    if plain == other:
        return bare or idea == plain or its == other
    if min(len(idea), len(its)) < _MISTYPED:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(idea, its, score_cutoff=1) <= 1


def _acronyms(
    left: dict[str, float], right: dict[str, float], sorts: Mapping[str, str], initials: tuple[str, str]
) -> dict[str, float]:
    """Acronyms of one side that spell most of the words of the other, with the weight of what they spell."""
    found: dict[str, float] = {}
    for here, there, letters in ((left, right, initials[1]), (right, left, initials[0])):
        for idea in [i for i in here if sorts[i] == "brand" and spells(bared(i), letters)]:
            found[idea] = sum(there.values())
            del here[idea]
            there.clear()
    return found


def spells(acronym: str, letters: str) -> bool:
    """Whether an acronym stands for most of the words that begin with these letters."""
    return len(acronym) >= ACRONYM and 2 * len(acronym) >= len(letters) and acronym in letters
