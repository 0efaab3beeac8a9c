"""Every element by the letter its name begins with: the way to anything where no script runs."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from archmodel.documents.site.address import anchor
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.record import Element
from archmodel.text.vietnamese import initial, slug


class Listed(NamedTuple):
    """An element in the list and whether it has ended or not begun."""

    ref: Ref
    standing: str


class Letter(NamedTuple):
    """A letter of the alphabet, or ``#`` for what begins with none, and the elements under it."""

    letter: str
    anchor: str
    elements: tuple[Listed, ...]


def letters(site: Publication) -> tuple[Letter, ...]:
    """The letters that have an element, in the order of the Vietnamese alphabet."""

    def first(element: Element) -> str:
        return initial(element.name)

    return tuple(
        Letter(letter, anchor("van", _named(letter)), tuple(Listed(site.named(e), site.standing(e)) for e in found))
        for letter, found in groupby(site.sorted(site.model), first)
    )


def _named(letter: str) -> str:
    """An ASCII name of a letter, no two the same: Â and Ă, Đ and D are letters of their own."""
    return f"{slug(letter)}-{ord(letter):x}" if not letter.isascii() else slug(letter) or "khac"
