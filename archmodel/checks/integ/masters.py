"""Masters of data: where the original of an entity is kept, and what the data of a flow stand for."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_family
from archmodel.model.elements import Dataset
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Access, Flow


def masters(model: Model, entity: Element, day: str) -> tuple[Element, ...]:
    """Where the entity is mastered: what ``mastered_in`` names and the data sets marked master that contain it.

    A system that writes one of these data sets is not counted beside it.
    """
    named = [relation.target for relation in holding(model.outgoing(entity.id, "mastered_in"), day)]
    found = {id: model[id] for id in (*named, *_marked(model, entity, day)) if id in model and model[id].holds_on(day)}
    accesses = (r for id in found for r in holding(model.incoming(id, "accesses"), day) if isinstance(r, Access))
    inside = {r.source for r in accesses if r.mode != "r"}
    return tuple(element for id, element in found.items() if id not in inside)


def _marked(model: Model, entity: Element, day: str) -> list[str]:
    sources = [model.elements.get(r.source) for r in holding(model.incoming(entity.id, "contains"), day)]
    return [data.id for data in sources if isinstance(data, Dataset) and data.master]


def keepers(model: Model, item: Element, day: str) -> frozenset[str]:
    """The ids that stand for the original of a data set or entity: the masters, and the systems that write them."""
    homes = {home.id for home in masters(model, item, day)}
    if isinstance(item, Dataset) and (item.copy_of in model or (item.master is not False and not item.copy_of)):
        homes.add(item.copy_of or item.id)
    written = (r for id in homes for r in holding(model.incoming(id, "accesses"), day) if isinstance(r, Access))
    return frozenset(homes | {r.source for r in written if r.mode in {"w", "rw"}})


def items(model: Model, flow: Flow) -> tuple[Element, ...]:
    """The data a flow is labelled with: what it carries, and the entities in it that are not mere topics."""
    carried = [model[id] for id in flow.carries if id in model]
    inside = [model[r.target] for data in carried for r in model.outgoing(data.id, "contains") if r.target in model]
    return tuple({item.id: item for item in (*carried, *(e for e in inside if not is_family(e)))}.values())
