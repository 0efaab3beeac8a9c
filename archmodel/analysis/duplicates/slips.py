"""Slips of the keyboard, put right where a neighbour makes sure: ``văn bẳn``, ``đât đai``, ``vănbản``, ``quan ly`` amid accents.

A word is touched only where it stands in no phrase of the lexicon and one other word, a letter or its diacritics away, would
complete one. Words the lexicon knows are changed in their diacritics only, and they, as what could be a real syllable in a
letter, only where a phrase of three words vouches for it, so that real words stay what they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from archmodel.analysis.duplicates.lexicon import Head, Phrase, lexicon
from archmodel.analysis.duplicates.places import TITLES, openings
from archmodel.analysis.duplicates.shelf import Shelf
from archmodel.analysis.duplicates.spelling import bared, is_syllable
from archmodel.analysis.duplicates.wording import Word

_LONG = 3
_REACH = 5


@dataclass(frozen=True, slots=True)
class _Usage:
    """The phrases, the words they are made of, which follow one another, and which are phrases alone."""

    shelves: tuple[Shelf[Phrase] | Shelf[Head], ...]
    words: frozenset[str]
    neighbours: frozenset[tuple[str, str]]
    alone: frozenset[str]
    by_letters: dict[str, tuple[str, ...]]
    by_slip: dict[str, tuple[str, ...]]


def put_right(words: Sequence[Word], *, bare: bool) -> Sequence[Word]:
    """The words with slips of the keyboard put right; a capital amid others without is of a name and stays."""
    mixed = is_mixed(words)
    touchable = [not word.spelled_out and (not (word.proper and mixed) or not at) for at, word in enumerate(words)]
    texts = [bared(word.text) if bare else word.text for word in words]
    right = mended(texts, touchable, bare=bare)
    if right == texts:
        return words
    return [
        word if text == was else word._replace(text=part, written=part)
        for word, was, text in zip(words, texts, right, strict=True)
        for part in text.split()
    ]


def is_mixed(words: Sequence[Word]) -> bool:
    """Whether capitals stand amid words without, so that they tell names; not in a text of one case or all in capitals."""
    return 0 < 2 * capitals(words) <= len(words) + 1


def capitals(words: Sequence[Word]) -> int:
    """How many words are written with a capital, numbers aside."""
    return sum(word.proper and not word.text.isdigit() for word in words)


def mended(words: Sequence[str], touchable: Sequence[bool], *, bare: bool) -> list[str]:
    """The words with slips put right, of ``touchable`` ones only; a word comes back as two where a space was left out."""
    usage = _usage(bare=bare)
    found = [*words]
    for at in range(len(words)):
        if not touchable[at] or _stands(found, at, usage):
            continue
        better = _mended(found, at, usage)
        if better:
            found[at] = better
        elif not bare and (two := _amid_bare(found, at, usage)):
            found[at : at + 2] = two
    return found


def _stands(words: Sequence[str], at: int, usage: _Usage) -> bool:
    """Whether a word is a phrase alone, or follows or precedes its neighbour in one."""
    word = words[at]
    if word in usage.alone or word.isdigit():
        return True
    return (at > 0 and (words[at - 1], word) in usage.neighbours) or (
        at + 1 < len(words) and (word, words[at + 1]) in usage.neighbours
    )


def _mended(words: Sequence[str], at: int, usage: _Usage) -> str:
    word = words[at]
    real, known = (3 if sure else 2 for sure in (is_syllable(word), word in usage.words))
    for close, least in ((_same_letters(word, usage), known), (_a_letter_off(word, usage), real)):
        fitting = {other for other in close if _completes(words, at, other, usage, least)}
        if len(fitting) == 1:
            return fitting.pop()
        if fitting:
            return ""
    return "" if is_syllable(word) else _split(word, usage)


def _completes(words: Sequence[str], at: int, other: str, usage: _Usage, least: int) -> bool:
    """Whether a phrase of so many words at least would stand here with another word in this place."""
    if (words[at - 1] if at else "", other) not in usage.neighbours and (
        other, words[at + 1] if at + 1 < len(words) else ""
    ) not in usage.neighbours:  # fmt: skip
        return False
    start = max(at - _REACH, 0)
    near = [*words[start:at], other, *words[at + 1 : at + _REACH]]
    for first in range(at - start + 1):
        for shelf in usage.shelves:
            entry = shelf.at(near, first)
            if entry is not None and len(entry.words) >= least and first + len(entry.words) > at - start:
                return True
    return False


def _same_letters(word: str, usage: _Usage) -> Iterator[str]:
    return (other for other in usage.by_letters.get(bared(word), ()) if other != word)


def _a_letter_off(word: str, usage: _Usage) -> Iterator[str]:
    """For a word nobody knows, those with a letter more, less, changed or swapped."""
    letters = bared(word)
    if word in usage.words or len(letters) < _LONG:
        return
    from rapidfuzz.distance import OSA

    for slip in _without_one(letters):
        for other in usage.by_slip.get(slip, ()):
            if OSA.distance(letters, bared(other), score_cutoff=1) <= 1:
                yield other


def _amid_bare(words: Sequence[str], at: int, usage: _Usage) -> tuple[str, str] | None:
    """For two words without diacritics amid words with them, the two they stand for, where only one pair fits."""
    if at + 1 == len(words) or not (words[at].isascii() and words[at + 1].isascii()) or _stands(words, at + 1, usage):
        return None
    ones, others = (usage.by_letters.get(words[place], ()) for place in (at, at + 1))
    found = [(one, other) for one in ones for other in others if (one, other) in usage.neighbours]
    return found[0] if len(found) == 1 else None


def _split(word: str, usage: _Usage) -> str:
    """Two words written as one."""
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    return next((f"{one} {other}" for one, other in cuts if (one, other) in usage.neighbours), "")


def _without_one(letters: str) -> Iterator[str]:
    yield letters
    yield from (letters[:at] + letters[at + 1 :] for at in range(len(letters)))


@cache
def _usage(*, bare: bool) -> _Usage:
    held = lexicon()
    shelves: tuple[Shelf[Phrase] | Shelf[Head], ...] = (
        (held.phrases.bare, held.heads.bare, held.levels.bare) if bare else (held.phrases, held.heads, held.levels)
    )
    phrases = [entry.words for shelf in shelves for entry in shelf]
    phrases += [opening.words for opening in openings(bare=bare)]
    phrases += [(title, *field) for title in TITLES for field in held.departments]
    words = frozenset(word for phrase in phrases for word in phrase)
    return _Usage(
        shelves,
        words,
        frozenset(pair for phrase in phrases for pair in pairwise(phrase)),
        frozenset(phrase[0] for phrase in phrases if len(phrase) == 1),
        _grouped((bared(word), word) for word in sorted(words)),
        _grouped((slip, word) for word in sorted(words) if len(word) >= _LONG for slip in _without_one(bared(word))),
    )


def _grouped(entries: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, word in entries:
        found[key].append(word)
    return {key: tuple(words) for key, words in found.items()}
