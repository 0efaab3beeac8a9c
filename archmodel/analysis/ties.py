"""Links that tell two records apart on purpose, so that they are not taken for one by mistake.

A plan to make them one tells them apart as well, until the day it names has passed and it is not recorded as carried out.
"""

from __future__ import annotations

from archmodel.analysis.activity import is_active
from archmodel.analysis.succession import predecessors, successors
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.model.relations import Migration, Relation

_TIES = ("part_of", "flow", "serves", "succeeds", "specializes", "migrates_to", "archived_in")
_LEAVING, _CARRIED_OUT = {"merge", "replace_or_end"}, {"done", "verified"}


def told_apart(model: Model, id: str, day: str) -> set[str]:
    """The ids whose relation to ``id`` is recorded.

    One composes, feeds, serves, specialises or succeeds the other, or a ``concerns`` relation gives its reason. A
    succession or migration whose day has passed without being carried out tells nothing apart any more.
    """
    found = {element.id for element in (*predecessors(model, id), *successors(model, id))}
    late: set[str] = set()
    for relation in (*model.outgoing(id), *model.incoming(id)):
        if is_tie(relation, day) and is_late(model, relation, day):
            late |= {relation.source, relation.target}
    found -= late
    for relation in (*model.outgoing(id), *model.incoming(id)):
        if is_tie(relation, day) and not is_late(model, relation, day):
            found |= {relation.source, relation.target}
    return found - {id}


def is_tie(relation: Relation, day: str) -> bool:
    """Whether a relation that holds on the day says how its ends relate."""
    told = relation.type in _TIES or (relation.type == "concerns" and bool(relation.reason))
    return told and relation.holds_on(day)


def is_late(model: Model, relation: Relation, day: str) -> bool:
    """Whether a plan to make two systems one has passed its day and is not recorded as carried out.

    The day is that of the migration (``on``), or the ``disposition_on`` of what is to be merged, replaced or ended.
    """
    if relation.type not in {"succeeds", "migrates_to"}:
        return False
    if isinstance(relation, Migration):
        if relation.state in _CARRIED_OUT:
            return False
        if relation.on and relation.on < day:
            return True
    old = model.elements.get(relation.target if relation.type == "succeeds" else relation.source)
    if not isinstance(old, Managed) or old.disposition not in _LEAVING or old.disposition_on is None:
        return False
    due = old.disposition_on
    running = is_active(old, day) is not False or old.state in {"merging", "replacing"}
    return due < day[: len(due)] and running and old.holds_on(day)
