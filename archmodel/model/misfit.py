"""Values a reader set aside: blank cells and values outside their list. Rules STRUCT-02 and STRUCT-03 find them."""

from __future__ import annotations

from typing import NamedTuple

from archmodel.errors import Place


class Misfit(NamedTuple):
    """A value that is written but cannot be used; ``value`` is ``""`` for a blank, ``allowed`` its list otherwise."""

    place: Place
    subject: str
    field: str
    value: str
    allowed: tuple[str, ...] = ()
