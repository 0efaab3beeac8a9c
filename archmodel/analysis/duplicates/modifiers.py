"""Phrases that are not written as they stand in the lexicon: parted by what any system may be called, or run on in an address."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from archmodel.analysis.duplicates.lexicon import JOBS, Phrase, lexicon, spelled
from archmodel.analysis.duplicates.spelling import bared

_WITHIN, _ADDRESS = 5, 7
_MODIFIERS = {
    form
    for text in ("trực tuyến", "điện tử", "tự động", "thông minh", "tập trung", "qua mạng", "dùng chung", "công cộng")
    for form in (spelled(text), tuple(map(bared, spelled(text))))
}


def is_modified(words: Sequence[str]) -> bool:
    """Whether a modifier stands inside a name, so that it may part a phrase."""
    return any(couple in _MODIFIERS for couple in pairwise(words[1:-1]))


def around_a_modifier(words: Sequence[str], at: int, found: Phrase | None, *, bare: bool) -> Phrase | None:
    """The phrase the words make without the next modifier, where it says more: *thi* ``trực tuyến`` *tìm hiểu pháp luật*.

    Args:
        words: of a name, as compared.
        at: where the phrase begins.
        found: the phrase that stands there as written.
        bare: whether the name was written without diacritics.
    """
    for start in range(at + 1, min(at + _WITHIN, len(words) - 1)):
        modifier = tuple(words[start : start + 2])
        if modifier not in _MODIFIERS:
            continue
        rest = [*words[at:start], *words[start + 2 : start + 2 + _WITHIN]]
        longer = lexicon().phrase_at(rest, 0, bare=bare)
        if longer and longer.sort in JOBS and len(longer.words) > max(start - at, len(found.words) if found else 1):
            return longer._replace(words=(*longer.words, *modifier))
        return None
    return None


def job_in_address(word: str) -> Phrase | None:
    """The job a word says that is written as addresses are, the city's name at its end or not: ``vieclamhanoi``."""
    joined = _addresses()
    city = next((name for name in _cities() if word.endswith(name)), "")
    return joined.get(word) or joined.get(word.removesuffix(city))


@cache
def _addresses() -> dict[str, Phrase]:
    """Jobs as addresses write them, without spaces and diacritics; the first of those that read the same."""
    found: dict[str, Phrase] = {}
    for phrase in lexicon().phrases:
        if phrase.sort in JOBS and len(phrase.words) > 1:
            found.setdefault("".join(map(bared, phrase.words)), phrase)
    return {address: phrase for address, phrase in found.items() if len(address) >= _ADDRESS}


@cache
def _cities() -> tuple[str, ...]:
    return tuple("".join(map(bared, name)) for name in lexicon().provinces)
