"""Vietnamese as administrations write it: composed form, folding, alphabetical order, nearest word.

Folding is for finding things, never for showing them: ``đất`` and ``dat`` meet, and stay different words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_BASES = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_MARKS = {"̀": 1, "̉": 2, "̃": 3, "́": 4, "̣": 5}
_FIRST_MARK = "\u0300"  # no letter before it combines
_LONGEST_HINTED = 120
_SPACE = re.compile(r"\s+")


def composed(text: str) -> str:
    """``text`` in NFC, the form every comparison and every file uses."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """``text`` in lower case without diacritics, đ as d, spaces collapsed: for searching and hints."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = [char for char in plain if char < _FIRST_MARK or not unicodedata.combining(char)]
    return _SPACE.sub(" ", "".join(bare)).strip()


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Key that sorts by the Vietnamese alphabet: letter first (đ after d, ê after e), then tone, then spelling.

    Digits sort before letters and numbers are not read as numbers; other signs keep their code order before both.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in composed(text).casefold():
        base, tone = _split(char)
        letters.append(1000 + _BASES.index(base) if base and base in _BASES else min(ord(char), 999))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


@lru_cache(maxsize=512)
def _split(char: str) -> tuple[str, int]:
    """A letter of the alphabet and its tone (0 to 5, in dictionary order)."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((_MARKS[part] for part in parts if part in _MARKS), 0)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _MARKS)), tone


def initial(text: str) -> str:
    """The letter ``text`` stands under in a list: of the Vietnamese alphabet, tone aside (Ă, Â and Đ are letters); else ``#``."""
    base = _split(composed(text)[0])[0].upper() if text else ""
    return base if base and base.lower() in _BASES else "#"


def slug(text: str) -> str:
    """``text`` as an ASCII name with hyphens, for ids and file names."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word`` (accents and case aside), or None when none is close."""
    if len(word) > _LONGEST_HINTED:
        return None
    by_fold = {folded(candidate): candidate for candidate in known}
    close = get_close_matches(folded(word), by_fold, n=1, cutoff=0.7)
    return by_fold[close[0]] if close else None
