"""Words as they are compared: one spelling for each Vietnamese syllable, whatever keyboard wrote it.

Diacritics stay: ``đất`` is not ``đạt``. Only what typing habits change is evened out - NFC or NFD, ``hoà`` or ``hòa``,
``lý`` or ``lí`` - so that the main signal of a comparison is exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from archmodel.text.vietnamese import folded

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FINAL_Y = re.compile(r"^([hklmst]|)y$")
_SYLLABLE = re.compile(
    r"^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(i|e|a|o|u|y|ia|ie|ieu|iu|ye|yeu|eo|eu|ai|ao|au|ay|oa|oai|oay|oe|oeo|oi|oo|ua|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|uay|uao)"
    r"(ch|ng|nh|c|m|n|p|t)?$"
)


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """A word with its tone moved to the end and its final ``y`` evened out, in lower case."""
    parts = unicodedata.normalize("NFD", word.casefold())
    tone = "".join(char for char in parts if char in _TONES)
    base = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    return _FINAL_Y.sub(r"\1i", base) + tone


@lru_cache(maxsize=65536)
def bared(word: str) -> str:
    """A word without diacritics."""
    return folded(word)


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable; brands and English words mostly are not."""
    return _SYLLABLE.match(bared(word)) is not None


def is_bare(words: Iterable[str]) -> bool:
    """Whether words are written without a single diacritic, as typed where no Vietnamese keyboard was."""
    held = list(words)
    return all(word.isascii() for word in held) and any(is_syllable(word) for word in held)
