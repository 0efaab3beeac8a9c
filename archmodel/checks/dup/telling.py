"""The links that tell two records apart on purpose."""

from __future__ import annotations

from archmodel.analysis.succession import predecessors, successors
from archmodel.model.model import Model

_TIES = ("part_of", "flow", "serves", "succeeds", "specializes", "migrates_to", "archived_in")


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
