"""A text as words to compare: abbreviations spelled out, versions left out, capitals remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from archmodel.analysis.duplicates.lexicon import AND, JOBS, WORD, lexicon, spelled
from archmodel.analysis.duplicates.places import TITLES, provinces
from archmodel.analysis.duplicates.spelling import bared, is_bare, is_syllable, spelling

_JOINED = re.compile(r"(?<!\w)[A-ZĐ]{1,8}(?:(?:\s?&\s?|-)[A-ZĐ]{1,8})+(?!\w)")
_VERSION = re.compile(r"(?<!\w)[vV]?\d+\.\d+(?:\.\d+)*(?!\w)|\b[vV]\d\b")
_SIGNS = re.compile(r"[&\s-]")
_DIVISION_LETTERS = {"P": "phường", "Q": "quận", "H": "huyện", "X": "xã"}
_DIVISION = re.compile(r"(?<!\w)([PQHXpqhx])\.\s*(?=[A-ZĐÀ-Ỹ\d])")
_BUREAU = re.compile(r"(?<!\w)P\.\s*(?=GD|VH|TN|KT|QL|LĐ|NV|TP|TC|YT)")
_TOWN = re.compile(r"\s+[A-ZĐÀ-Ỹ][a-zđà-ỹ]\w*\s+[A-ZĐÀ-Ỹ]")
"""After ``TT`` two words with a capital are a town's name; letters in a row, as in ``TT PVHCC``, are a centre's."""
_BREAK = frozenset(",;.:()/|–")
_OPENING_LETTERS = re.compile(r"(HTQL|PMQL|QL|PM|CSDL|HTTT)([A-ZĐ]{2,})$")
_NUMBERED = re.compile(r"([A-ZĐ]{3,})\d")
_CENTRE = spelled("trung tâm")
_OPENING_BODIES = {"CA": spelled("công an"), "CN": spelled("chi nhánh"), "UB": spelled("ủy ban")}
"""What letters that stand for much else mean at the head of a body's name."""

_TO_NINE = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = {letters: str(at) for at, letters in enumerate((*_TO_NINE, "x", *(f"x{low}" for low in _TO_NINE)), 1)}
_AREA = ("khu", "vuc")
_SYLLABIC = 2
_LONGEST_VERSION = 6


Among = Literal["usual", "bodies", "fields"]


class Word(NamedTuple):
    """A word as compared, whether it was written as a proper name is, how; whether an abbreviation or a comma stood there."""

    text: str
    proper: bool
    written: str
    spelled_out: bool = False
    breaks: bool = False


def _unversioned(found: re.Match[str]) -> str:
    """Nothing where a version stands; a number people dial, such as 024.1022, stays."""
    return found[0] if len(found[0]) > _LONGEST_VERSION else " "


def _without_signs(found: re.Match[str]) -> str:
    """An abbreviation without the signs inside it; a vendor before it, as in ``VNPT-HIS``, is a word of its own."""
    parts = _SIGNS.split(found[0])
    first = len(parts) > 1 and lexicon().phrases.get((spelling(parts[0]),))
    if first and first.sort in {"vendor", *JOBS}:
        return f"{parts[0]} {''.join(parts[1:])}"
    return "".join(parts)


def words_of(text: str, *, body: bool = False) -> list[Word]:
    """The words of a text, abbreviations spelled out; the shorter ones only in the name of a ``body``."""
    joined = _JOINED.sub(_without_signs, _VERSION.sub(_unversioned, text))
    if "." in joined:
        joined = _BUREAU.sub("phòng ", joined)
        joined = _DIVISION.sub(lambda m: f"{_DIVISION_LETTERS[m[1].upper()]} ", joined)
    even = joined.isupper() or joined.islower()
    found: list[Word] = []
    end = 0
    for match in WORD.finditer(joined):
        written = match[0]
        between = joined[end : match.start()]
        breaks = between != " " and found != [] and (not _BREAK.isdisjoint(between) or " - " in between)
        end = match.end()
        if spelling(written) in AND:
            continue
        if body and not found and (full := _opening_body(written, joined, end)):
            found += _in_full(written, full)
            continue
        words = _meant(written, _among(found, body=body), even=even)
        if even and words[0].spelled_out and is_syllable(written) and _opens_province(written, joined[end:]):
            words = (_as_written(written, even=even),)
        found += (words[0]._replace(breaks=True), *words[1:]) if breaks else words
    return _as_called(_numbered(found)) if body else found


def _opening_body(written: str, text: str, end: int) -> tuple[str, ...]:
    """What letters at the head of a body's name stand for, empty where for nothing of the kind."""
    if written.casefold() == "tt" and not _TOWN.match(text, end):
        return _CENTRE
    return _OPENING_BODIES.get(written, ())


def _numbered(words: list[Word]) -> list[Word]:
    """The words with the number of an area in figures: ``khu vực I`` is ``khu vực 1``."""
    plain = [bared(word.text) for word in words]
    return [
        word._replace(text=_ROMAN[plain[at]])
        if tuple(plain[max(at - 2, 0) : at]) == _AREA and plain[at] in _ROMAN
        else word
        for at, word in enumerate(words)
    ]


def _as_called(words: list[Word]) -> list[Word]:
    """The name of a body with its other names - in English, of a product, in short - as the one it is known by."""
    bare = is_bare([word.written for word in words if not word.spelled_out])
    texts = [bared(word.text) if bare else word.text for word in words]
    shelf = lexicon().called.bare if bare else lexicon().called
    found: list[Word] = []
    at = 0
    while at < len(words):
        called = shelf.at(texts, at)
        if called is None:
            found.append(words[at])
            at += 1
        else:
            found += _in_full(" ".join(called.words), called.meant)
            at += len(called.words)
    return found


def _opens_province(written: str, rest: str) -> bool:
    """Whether a word and the next are a province in a text without small letters: the ``SOC`` of ``SOC TRANG``."""
    following = WORD.match(rest.lstrip())
    return following is not None and provinces(bare=True).get((bared(written), bared(following[0]))) is not None


@lru_cache(maxsize=1 << 16)
def _meant(written: str, among: Among, *, even: bool) -> tuple[Word, ...]:
    """A word as compared, or those its letters stand for."""
    full = _full(written, among, even=even)
    return _in_full(written, full) if full else (_as_written(written, even=even),)


def _as_written(written: str, *, even: bool) -> Word:
    return Word(spelling(written), written[0].isdigit() or (not even and written[0].isupper()), written)


def _in_full(written: str, full: tuple[str, ...]) -> tuple[Word, ...]:
    return tuple(Word(word, False, written, spelled_out=True) for word in full)


def _among(found: list[Word], *, body: bool) -> Among:
    """Among which abbreviations the next word may be."""
    return "fields" if found and found[-1].text in TITLES else "bodies" if body else "usual"


def _known(among: Among) -> Mapping[str, tuple[str, ...]]:
    held = lexicon()
    return {"usual": held.abbreviations, "bodies": held.body_abbreviations, "fields": held.field_abbreviations}[among]


def _full(written: str, among: Among, *, even: bool) -> tuple[str, ...] | None:
    """What an abbreviation stands for, None where it is none; two letters that are a syllable count only in capitals."""
    if len(written) == 1 and written.islower():
        return None
    known = _known(among)
    key = written.casefold()
    full = known.get(key) or (known.get(bared(key)) if key.isascii() else None)
    if full:
        syllable = is_syllable(written)
        titled = syllable and len(written) > 1 and written[0].isupper() and written[1:].islower()
        short = syllable and len(written) == _SYLLABIC and (even or not written.isupper())
        return None if titled or short else full
    if lexicon().phrases.get((spelling(written),)):
        return None
    numbered = _NUMBERED.fullmatch(written)
    return known.get(numbered[1].casefold()) if numbered else _in_parts(written, known)


def _in_parts(written: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """``QLTSTN`` as ``QL`` and ``TSTN``: what opens names, then letters known or not."""
    parts = _OPENING_LETTERS.match(written)
    if parts is None:
        return None
    rest = parts[2].casefold()
    return (*known[parts[1].casefold()], *(known.get(rest) or known.get(bared(rest)) or (rest,)))
