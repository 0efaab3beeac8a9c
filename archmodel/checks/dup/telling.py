"""Places of several records, and the links that tell two records apart on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from archmodel.analysis.succession import predecessors, successors
from archmodel.checks.telling import SHOWN
from archmodel.errors import Place
from archmodel.model.model import Model
from archmodel.model.record import Element

_TIES = ("part_of", "flow", "serves", "succeeds", "specializes", "migrates_to", "archived_in")


def places(records: Iterable[Element]) -> tuple[Place, ...]:
    """Where the first few of the records are written."""
    return tuple(record.place for record in islice(records, SHOWN) if record.place)


def told_apart(model: Model, id: str, day: str) -> set[str]:
    """The ids whose relation to ``id`` is recorded, so that the two are not taken for one by mistake.

    One composes, feeds, serves, specialises or succeeds the other, or a ``concerns`` relation gives its reason.
    """
    found = {element.id for element in (*predecessors(model, id), *successors(model, id))}
    for relation in (*model.outgoing(id), *model.incoming(id)):
        told = relation.type in _TIES or (relation.type == "concerns" and relation.reason)
        if told and relation.holds_on(day):
            found |= {relation.source, relation.target}
    return found - {id}
