"""Acronyms of a name read from the system's own texts: ``HTTT QL ĐT`` of a department of *đào tạo* is about training.

What everyone writes the same way stands in ``words.yaml``; here the text beside a name decides, since the same letters
stand for other words elsewhere (``VPĐT``: văn phòng điện tử, vi phạm đô thị).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from archmodel.analysis.duplicates.lexicon import AND, WORD, lexicon
from archmodel.analysis.duplicates.spelling import is_syllable, spelling
from archmodel.text.vietnamese import composed, folded

_ACRONYM = re.compile(r"(?<![\w&.-])[A-ZĐ]{2,8}(?![\w&.-])")
_CLAUSE = re.compile(r"[,;.:()/|–\n]")
_SHORT, _LONG = 2, 4


def spelled_out(name: str, texts: Sequence[str], owner: str, title: str) -> str:
    """A name with the acronyms that its own ``texts``, the name itself, or its owner's name or ``title``, spell out.

    Where the lexicon knows the letters, two are left to it, and the owner is asked for four or more: by chance it spells fewer.
    """
    if not _ACRONYM.search(name):
        return name
    told = (*(text for text in texts if text), name)
    even = name.isupper()

    def meant(found: re.Match[str]) -> str:
        letters = found[0]
        if even and is_syllable(letters):
            return letters
        return _meaning(letters, (*told, owner) if len(letters) >= _LONG else told, title) or letters

    return _ACRONYM.sub(meant, name)


def _meaning(letters: str, texts: tuple[str, ...], title: str) -> str:
    known = letters.casefold() in lexicon().abbreviations
    if known and len(letters) <= _SHORT:
        return ""
    found = next((words for text in texts if (words := _spelling_of(letters, text))), "")
    if found or known:
        return found
    return next((words for field in _fields(title) if (words := _spelling_of(letters, field))), "")


@lru_cache(maxsize=1 << 14)
def _spelling_of(letters: str, text: str) -> str:
    """The first words in a row of one clause that begin with these letters; ``D`` stands for đ too."""
    wanted = letters.casefold()
    for words in _clauses(text):
        firsts = "".join(_base(word[0]) for word in words)
        start = firsts.find(folded(wanted))
        while start >= 0:
            run = words[start : start + len(wanted)]
            if all(word[0] == letter or _base(word[0]) == letter for word, letter in zip(run, wanted, strict=True)):
                return " ".join(run)
            start = firsts.find(folded(wanted), start + 1)
    return ""


@lru_cache(maxsize=1 << 9)
def _base(letter: str) -> str:
    return folded(letter)[:1] or letter


def _clauses(text: str) -> Iterator[list[str]]:
    for clause in _CLAUSE.split(composed(text).casefold()):
        yield [word for word in WORD.findall(clause) if spelling(word) not in AND]


@lru_cache(maxsize=1 << 12)
def _fields(title: str) -> tuple[str, ...]:
    """The field of a department, and of those it took over."""
    old = (" ".join(old[1:]) for old, new in lexicon().same_after.items() if " ".join(new) == title)
    return (title.partition(" ")[2], *old)
