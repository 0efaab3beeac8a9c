"""Succession: what took over from what, followed through any number of steps and never round a cycle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from archmodel.analysis.activity import holding
from archmodel.analysis.bodies import owners
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Succession


def successors(model: Model, id: str) -> tuple[Element, ...]:
    """Everything that succeeds ``id``, directly or through others, nearest first."""
    return _follow(model, id, lambda here: (r.source for r in model.incoming(here, "succeeds")))


def predecessors(model: Model, id: str) -> tuple[Element, ...]:
    """Everything ``id`` succeeds, directly or through others, nearest first."""
    return _follow(model, id, lambda here: (r.target for r in model.outgoing(here, "succeeds")))


def heirs(model: Model, id: str, day: str) -> tuple[Element, ...]:
    """The successors of ``id`` that hold on ``day``, and ``id`` itself where it does: who answers for it then."""
    chain = (model[id], *successors(model, id)) if id in model else successors(model, id)
    return tuple(element for element in chain if element.holds_on(day))


def answering(model: Model, ids: Iterable[str], day: str) -> set[str]:
    """The ids of the bodies that answer on ``day`` for what ``ids`` are or were owned by: owners then, and heirs."""
    found: set[str] = set()
    for id in ids:
        living, ended = owners(model, id, day)
        found |= {body.id for body in living}
        found |= {heir.id for body in ended for heir in heirs(model.origin, body.id, day)}
    return found


def functions_taken(model: Model, body: Organisation, day: str) -> bool:
    """Whether the functions assigned to a body are assigned to its heirs; where none is, whether any heir took functions."""
    past = model.origin
    taking = [heir for heir in heirs(past, body.id, day) if heir.id != body.id]
    if functions := {link.target for link in past.outgoing(body.id, "assigned_to")}:
        return functions <= {r.target for heir in taking for r in holding(past.outgoing(heir.id, "assigned_to"), day)}
    links = past.incoming(body.id, "succeeds")
    return bool(taking) and any(isinstance(link, Succession) and "function" in link.scope for link in links)


def reachable(
    model: Model, start: str, types: Iterable[str], *, backwards: bool = False, day: str | None = None
) -> tuple[Element, ...]:
    """The elements reached from ``start`` over relations of the types given, nearest first, ``start`` left out.

    With a ``day``, over those relations alone that hold on it.
    """
    wanted = tuple(types)
    step = model.incoming if backwards else model.outgoing

    def following(here: str) -> Iterator[str]:
        for relation in (r for t in wanted for r in step(here, t)):
            if day is None or relation.holds_on(day):
                yield relation.source if backwards else relation.target

    return _follow(model, start, following)


def _follow(model: Model, start: str, following: Callable[[str], Iterable[str]]) -> tuple[Element, ...]:
    seen = {start}
    found: list[Element] = []
    edge = [start]
    while edge:
        coming: list[str] = []
        for here in edge:
            for id in following(here):
                if id not in seen:
                    seen.add(id)
                    coming.append(id)
        found += [model.elements[id] for id in coming if id in model.elements]
        edge = coming
    return tuple(found)
