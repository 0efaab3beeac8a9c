"""Every element by the letter its name begins with: the way to anything where no script runs.

Where elements are many each letter leads to pages of its own.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from archmodel.documents.site.address import anchor, letter_page
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.record import Element
from archmodel.text.vietnamese import initial, slug

LONG, A_PAGE = 2500, 1000
"""Elements up to which all stand on one page, and how many stand on each page where there are more."""


class Listed(NamedTuple):
    """An element in the list and whether it has ended or not begun."""

    ref: Ref
    standing: str


class LetterPart(NamedTuple):
    """A page of some elements under a letter, from the first to the last."""

    href: str
    title: str
    elements: tuple[Listed, ...]


class Letter(NamedTuple):
    """A letter of the alphabet, or ``#`` for what begins with none, the elements under it, and the pages they stand on."""

    letter: str
    anchor: str
    elements: tuple[Listed, ...]
    parts: tuple[LetterPart, ...]


def letters(site: Publication) -> tuple[Letter, ...]:
    """The letters that have an element, in the order of the Vietnamese alphabet."""

    def first(element: Element) -> str:
        return initial(element.name)

    listed = (
        (letter, tuple(Listed(site.named(e), site.standing(e)) for e in found))
        for letter, found in groupby(site.sorted(site.model), first)
    )
    is_long = len(site.model) > LONG
    return tuple(
        Letter(letter, anchor("van", _named(letter)), found, _parts(letter, found) if is_long else ())
        for letter, found in listed
    )


def _parts(letter: str, found: tuple[Listed, ...]) -> tuple[LetterPart, ...]:
    parts = (found[at : at + A_PAGE] for at in range(0, len(found), A_PAGE))
    return tuple(
        LetterPart(
            letter_page(_named(letter) if number == 1 else f"{_named(letter)}-{number}"),
            f"{letter}: {part[0].ref.name} – {part[-1].ref.name}",
            part,
        )
        for number, part in enumerate(parts, 1)
    )


def _named(letter: str) -> str:
    """An ASCII name of a letter, no two the same: Â and Ă, Đ and D are letters of their own."""
    return f"{slug(letter)}-{ord(letter):x}" if not letter.isascii() else slug(letter) or "khac"
