"""Lists and conjunctions inside messages, and the links that tell two records apart on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from archmodel.analysis.succession import predecessors, successors
from archmodel.errors import Place
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words

SHOWN = 5
_TIES = ("part_of", "flow", "serves", "succeeds", "specializes", "migrates_to", "archived_in")


def listed(ids: Iterable[str]) -> str:
    """The ids in quotes; of a long list the first few and how many there are."""
    every = list(dict.fromkeys(ids))
    shown = ", ".join(f"'{id}'" for id in every[:SHOWN])
    return f"{shown}, … ({len(every)})" if len(every) > SHOWN else shown


def together(parts: Sequence[Words]) -> Words:
    """Several facts about one element as one message."""
    return Words("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))


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
