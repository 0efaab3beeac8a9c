"""How alike two texts are, as sets of weighted ideas: what both say, and what each says alone.

What only one of the two says tells a part from a whole; what each says alone tells two jobs apart, however much else they
share (``giám sát`` against ``điều hành``). Words that every system has weigh next to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from archmodel.text.vietnamese import folded

Ideas = tuple[tuple[str, str], ...]

WEIGHTS = {"concept": 1.0, "act": 0.7, "word": 0.4, "brand": 0.4, "number": 0.7, "generic": 0.06}
"""What an idea of each sort weighs before its rarity counts; chosen on the labelled pairs."""

TELLING = {"concept", "act", "word", "number"}
"""Sorts that can tell two jobs apart; a brand only names a product, a generic word nothing."""

_TYPO = 84
_FOLDED = 0.9


class Likeness(NamedTuple):
    """What two texts share and what each says alone, in weight; ``share`` is 0 to 1, None where one says nothing.

    ``common`` names the shared ideas, ``apart`` what each says alone, heaviest first;
    ``known`` says that a shared idea is one the lexicon knows, ``narrower`` that one side alone says such an idea.
    """

    both: float
    alone: tuple[float, float]
    common: tuple[str, ...]
    apart: tuple[tuple[str, ...], tuple[str, ...]]
    known: bool
    narrower: bool

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


class Rarity:
    """How rare each idea is among the texts compared: from 0.6 for what many say to 1.4 for what one says."""

    def __init__(self, texts: Iterable[Ideas]) -> None:
        self._seen: Counter[str] = Counter()
        self._texts = 0
        for ideas in texts:
            self._texts += 1
            self._seen.update(idea for idea, _ in ideas)

    def of(self, idea: str) -> float:
        """The factor for an idea."""
        if self._texts < 2:
            return 1.0
        scarce = math.log((self._texts + 1) / (self._seen.get(idea, 0) + 1)) / math.log(self._texts + 1)
        return 0.6 + 0.8 * scarce

    def weights(self, ideas: Ideas) -> dict[str, float]:
        """The weight of each idea of a text."""
        return {idea: WEIGHTS[sort] * self.of(idea) for idea, sort in ideas}


def likeness(
    one: Ideas, other: Ideas, rarity: Rarity, *, bare: bool = False, initials: tuple[str, str] = ("", "")
) -> Likeness | None:
    """How alike two texts are; None where either has no idea to compare.

    ``bare`` says that one was written without diacritics, so that words meet without them, a little less sure.
    ``initials`` are those of each text's words, given only within one agency, where acronyms may be read as such.
    """
    if not one or not other:
        return None
    sorts = dict(one) | dict(other)
    mine, theirs = rarity.weights(one), rarity.weights(other)
    common = mine.keys() & theirs.keys()
    both = sum((mine[idea] + theirs[idea]) / 2 for idea in common)
    left = {idea: w for idea, w in mine.items() if idea not in common}
    right = {idea: w for idea, w in theirs.items() if idea not in common}
    met = [] if not left or not right else _met(left, right, sorts, bare=bare)
    for idea, its, sure in met:
        both += sure * (left.pop(idea) + right.pop(its)) / 2
    both += _acronyms(left, right, sorts, initials)
    return Likeness(
        both,
        (sum(left.values()), sum(right.values())),
        tuple(sorted({*common, *(idea for idea, _, _ in met)}, key=lambda i: (-mine.get(i, 0), i))),
        (_told(left, sorts), _told(right, sorts)),
        any(sorts[idea] == "concept" for idea in common),
        any(sorts[idea] == "concept" for side in (left, right) for idea in side),
    )


def _told(left: Mapping[str, float], sorts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted((i for i in left if sorts[i] in TELLING), key=lambda i: (-left[i], i)))


def _met(
    left: Mapping[str, float], right: Mapping[str, float], sorts: Mapping[str, str], *, bare: bool
) -> list[tuple[str, str, float]]:
    """Words that are one but for a slip of the keyboard, or for diacritics one side lacks."""
    from rapidfuzz.distance import OSA

    found: list[tuple[str, str, float]] = []
    free = dict.fromkeys(right)
    for idea in left:
        if sorts[idea] not in {"word", "brand"}:
            continue
        plain = folded(idea)
        for its in free:
            if sorts[its] not in {"word", "brand"}:
                continue
            same = plain == folded(its)
            if same and (bare or idea == plain or its == folded(its)):
                found.append((idea, its, _FOLDED))
            elif same or min(len(idea), len(its)) < 5 or OSA.distance(idea, its, score_cutoff=1) > 1:
                continue
            else:
                found.append((idea, its, _FOLDED))
            del free[its]
            break
    return found


def _acronyms(
    left: dict[str, float], right: dict[str, float], sorts: Mapping[str, str], initials: tuple[str, str]
) -> float:
    """Weight of acronyms of one side that spell the words of the other."""
    gained = 0.0
    for here, there, letters in ((left, right, initials[1]), (right, left, initials[0])):
        for idea in [i for i in here if sorts[i] == "brand" and len(i) > 2 and folded(i) in letters]:
            del here[idea]
            gained += sum(there.values())
            there.clear()
    return gained
