"""When data reached each of its homes: the data set itself, what it moved to, its archives, the data that succeeds it.

Two readings: the earliest day it may have been there, and the day from which it surely was. A move that is planned has
brought nothing; one that is running has brought some, and perhaps all.
"""

from __future__ import annotations

from datetime import date
from heapq import heappop, heappush

from archmodel.analysis.lives import narrow
from archmodel.analysis.spans import span
from archmodel.model.model import Model
from archmodel.model.relations import Migration, Relation
from archmodel.text.days import first

_ARRIVED = frozenset({"done", "verified"})


def arrivals(model: Model, data: str, *, is_sure: bool) -> dict[str, tuple[date, Relation | None]]:
    """The homes of a data set by id, each with the first day it is there and the relation it came over, nearest first.

    Each home is reached by the way that brings the data there first; ways that run in a circle end.
    """
    found: dict[str, tuple[date, Relation | None]] = {}
    edge: list[tuple[date, int, str, Relation | None]] = [(date.min, 0, data, None)]
    count = 0
    while edge:
        start, _, here, over = heappop(edge)
        if here in found or here not in model.elements:
            continue
        found[here] = start, over
        for relation, there in _onward(model, here):
            day = _sure(relation) if is_sure else _possible(relation)
            if day is not None and there not in found:
                count += 1
                heappush(edge, (max(start, day), count, there, relation))
    return found


def _onward(model: Model, here: str) -> list[tuple[Relation, str]]:
    moved = [(r, r.target) for type in ("migrates_to", "archived_in") for r in model.outgoing(here, type)]
    return moved + [(r, r.source) for r in model.incoming(here, "succeeds")]


def _possible(relation: Relation) -> date | None:
    if isinstance(relation, Migration):
        if relation.state == "planned":
            return None
        if relation.state in _ARRIVED and relation.on:
            return first(relation.on)
    return span(relation.since, None).since


def _sure(relation: Relation) -> date | None:
    known = narrow(relation.since, None)
    if isinstance(relation, Migration):
        if relation.state not in _ARRIVED:
            return None
        return first(relation.on) if relation.on else known.since if known else None
    return known.since if known else date.min
