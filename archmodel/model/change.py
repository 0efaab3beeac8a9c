"""Changes of records as values: what a record was, what it becomes, and how to go back.

A swap replaces one record; a list of swaps, applied in order, makes a new model and leaves the old as it was. Which
swaps a retirement or a merger takes is for ``archmodel.analysis.changes``; writing them to files for the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Relation


class Swap(NamedTuple):
    """One record put in the place of another: None before is a new record, None after one taken out.

    ``at`` is the place of a relation among those of the model at that moment; ``beside`` the id of an element or flow
    whose file a new record should go to.
    """

    before: Record | None
    after: Record | None
    at: int | None = None
    beside: str | None = None


def changed(model: Model, swaps: Iterable[Swap]) -> Model:
    """The model with the swaps made, in order; ``model`` stays as it is.

    The result is a whole of its own: a model narrowed to a day or a part is not to be changed, its ``origin`` is.
    """
    elements = dict(model.elements)
    relations = list(model.relations)
    for before, after, at, _ in swaps:
        if isinstance(before, Element) or isinstance(after, Element):
            if after is None and isinstance(before, Element):
                del elements[before.id]
            elif isinstance(after, Element):
                elements[after.id] = after
        elif isinstance(after, Relation) and before is None:
            relations.insert(len(relations) if at is None else at, after)
        elif at is not None and isinstance(after, Relation):
            relations[at] = after
        elif at is not None:
            del relations[at]
    return Model(
        elements.values(),
        relations,
        settings=model.settings,
        reference=model.reference,
        waivers=model.waivers,
        misfits=model.misfits,
        edition=model.edition,
        withheld=model.withheld,
    )


def inverse(swaps: Sequence[Swap]) -> tuple[Swap, ...]:
    """The swaps that lead back."""
    return tuple(Swap(after, before, at) for before, after, at, _ in reversed(swaps))


def net(swaps: Iterable[Swap]) -> tuple[Swap, ...]:
    """The swaps with steps in between left out: each record once, from what it was first to what it is last."""
    living: dict[int, Swap] = {}
    gone: list[Swap] = []
    for swap in swaps:
        known = living.pop(id(swap.before), None) if swap.before is not None else None
        first = known.before if known else swap.before
        beside = (known.beside if known else None) or swap.beside
        if swap.after is not None:
            living[id(swap.after)] = Swap(first, swap.after, None, beside)
        elif first is not None:
            gone.append(Swap(first, None))
    kept = (swap for swap in living.values() if swap.before != swap.after)
    back = {id(swap.after) for swap in living.values()}
    return (*kept, *(swap for swap in gone if id(swap.before) not in back))
