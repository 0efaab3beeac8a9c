"""Where data is kept and where it goes: what a system holds, the moves on record, and where a chain of moves ends."""

from __future__ import annotations

from typing import NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.model.model import Model
from archmodel.model.relations import Relation

MOVES = ("migrates_to", "archived_in")


class Ends(NamedTuple):
    """Where a chain of moves ends: elements that work, that no longer do, that may; and whether it runs in a circle."""

    working: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    circular: bool = False


def held_by(model: Model, system: str) -> tuple[str, ...]:
    """The own data sets a system keeps: it writes them, or they are hosted on it. Reading alone is not keeping."""
    model = model.origin
    written = [r.target for r in model.outgoing(system, "accesses") if getattr(r, "mode", None) != "r"]
    hosted = [r.source for r in model.incoming(system, "hosted_on")]
    found = (model.elements.get(id) for id in dict.fromkeys([*written, *hosted]))
    return tuple(
        e.id for e in found if e is not None and e.kind == "dataset" and getattr(e, "record", None) != "reference"
    )


def keepers(model: Model, data: str) -> tuple[str, ...]:
    """The systems that keep a data set, of any day."""
    model = model.origin
    writing = [r.source for r in model.incoming(data, "accesses") if getattr(r, "mode", None) != "r"]
    hosting = [r.target for r in model.outgoing(data, "hosted_on")]
    found = (model.elements.get(id) for id in dict.fromkeys([*writing, *hosting]))
    return tuple(element.id for element in found if element is not None and element.kind == "application")


def moves(model: Model, data: str) -> tuple[Relation, ...]:
    """The moves on record from a data set, of any day."""
    return tuple(r for type in MOVES for r in model.origin.outgoing(data, type))


def ends(model: Model, data: str, day: str) -> Ends:
    """Where the chains of moves from a data set end, each data set of the chain looked at once."""
    origin = model.origin
    seen, path = {data}, [data]
    working: list[str] = []
    stopped: list[str] = []
    unsure: list[str] = []
    circular, moved = False, False
    while path:
        here = path.pop()
        onward = [r.target for r in moves(origin, here) if r.target in origin]
        circular, moved = circular or data in onward, moved or bool(onward)
        for id in onward:
            if id not in seen:
                seen.add(id)
                path.append(id)
        if here != data and not onward:
            state = is_active(origin[here], day)
            (working if state else unsure if state is None else stopped).append(here)
    endless = moved and not (working or stopped or unsure)
    return Ends(tuple(working), tuple(stopped), tuple(unsure), circular or endless)
