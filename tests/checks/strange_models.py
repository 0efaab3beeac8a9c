"""Catalogues nobody would write, made of those of the cases: links between any kinds, and links that ended long ago."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation

EVENTS = {"succeeds", "migrates_to", "amends"}


def linked_to_any_kind(model: Model, relations: Iterable[Relation]) -> Model:
    """The model with a bare element of every kind, joined both ways to everything by each type of the relations."""
    bare = [kind.element(id=f"bare-{kind.name}".replace("_", "-"), name=kind.name) for kind in KINDS.values()]
    ends = [(one.id, other.id) for one in model for other in bare]
    types = {relation.type: relation for relation in relations}
    return _with(model, [(one, *pair) for one in types.values() for a, b in ends for pair in ((a, b), (b, a))], bare)


def linked_long_ago(model: Model) -> Model:
    """The model in which what is linked was also linked to each other element of the kind, until 2002.

    What succeeded, moved or amended did so for good: such events are not repeated.
    """
    kinds: dict[str, list[str]] = defaultdict(list)
    for element in model:
        kinds[element.kind].append(element.id)
    past = [
        (relation.model_copy(update={"since": "2001-01-01", "until": "2002-01-01"}), *ends)
        for relation in model.relations
        if relation.type not in EVENTS
        for ends in _elsewhere(model, relation, kinds)
    ]
    return _with(model, past)


def _elsewhere(model: Model, relation: Relation, kinds: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for id in (relation.source, relation.target):
        for other in kinds[model[id].kind] if id in model else ():
            if other not in {relation.source, relation.target}:
                yield (other, relation.target) if id == relation.source else (relation.source, other)


def _with(model: Model, rows: Iterable[tuple[Relation, str, str]], elements: Iterable[Element] = ()) -> Model:
    numbers = count(1)
    added = [
        row.model_copy(
            update={
                "source": source,
                "target": target,
                **({"id": f"x{next(numbers)}"} if isinstance(row, Flow) else {}),
            }
        )
        for row, source, target in rows
    ]
    return Model(
        [*model, *elements],
        [*model.relations, *added],
        settings=model.settings,
        reference=model.reference,
        waivers=model.waivers,
        misfits=model.misfits,
    )
