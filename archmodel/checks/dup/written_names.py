"""The name of a record as DUP-02 compares it; reading names is left to ``analysis.duplicates``.

Two names are the same where they are written with the same words, abbreviations spelled out and the words that open every
system's name aside. Numbers and places must be the same, so the portals of two wards or the plans of two years never meet.
What two names mean is left to DUP-01.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import lexicon, spelled
from archmodel.analysis.duplicates.naming import taken_apart
from archmodel.analysis.duplicates.places import Place
from archmodel.analysis.duplicates.wording import words_of
from archmodel.model.elements import Organisation
from archmodel.model.record import Element, Managed
from archmodel.text.vietnamese import folded

_FIGURE = re.compile(r"\d+")
_CITY = frozenset(spelled("thành phố tỉnh"))


class Written(NamedTuple):
    """The words of a name, the same in alphabetical order, and its figures."""

    words: tuple[str, ...]
    line: str
    figures: frozenset[str]


def written(element: Element, own: frozenset[str]) -> Written:
    """The name of a record as compared; ``own`` are the words of the city's own name, which tell nothing at the end."""
    is_body = isinstance(element, Organisation)
    texts = [word.text for word in words_of(element.name, body=is_body)]
    start, end = _opening(texts) if isinstance(element, Managed) else 0, len(texts)
    while end > start and (texts[end - 1] in own or texts[end - 1] in _CITY):
        end -= 1
    kept = tuple(map(folded, texts[start:end] or texts))
    return Written(kept, " ".join(sorted(kept)), frozenset(_FIGURE.findall(element.name)))


def places(element: Element, own: frozenset[str]) -> tuple[Place, ...]:
    """The places of the state a name gives: what tells the portals of two wards apart."""
    name = taken_apart(element.name, own, body=isinstance(element, Organisation))
    return tuple(place for place in name.places if place.level)


def _opening(texts: list[str]) -> int:
    """How many words open the name of any system and tell none from another."""
    start = 0
    while start < len(texts):
        head = lexicon().head_at(texts, start, bare=False)
        phrase = lexicon().phrase_at(texts, start, bare=False)
        if phrase and phrase.sort == "generic" and (head is None or len(phrase.words) >= len(head.words)):
            start += len(phrase.words)
        elif head and (phrase is None or len(phrase.words) <= len(head.words)):
            start += len(head.words)
        else:
            break
    return start
