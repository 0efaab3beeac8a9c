"""Where the original of data is kept, and whether another data set takes from it or is filled anew."""

from __future__ import annotations

from archmodel.analysis.activity import is_active, linking
from archmodel.model.elements import Dataset, Entity
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Access, Flow, Relation
from archmodel.text.words import Words

_FLOWING = {"in_use", "trial", "upgrading"}


def masters_of(model: Model, entity: Entity, day: str) -> list[Element]:
    """Where the original of the entity is kept on the day; a data set with ``master`` need not be that of the entity."""
    stated = [r.target for r in model.outgoing(entity.id, "mastered_in") if r.holds_on(day)]
    found = [model.elements[id] for id in stated if id in model]
    return [master for master in found if is_active(master, day) is not False]


def unsettled(model: Model, data: Dataset, contains: Relation, masters: list[Element], day: str) -> list[Words] | None:
    """What is not recorded before it can be said to collect again; None where it is fed or nobody writes to it."""
    access = [r for r in model.incoming(data.id, "accesses") if isinstance(r, Access) and r.holds_on(day)]
    writers = [r for r in access if r.mode in {"w", "rw"}]
    receiving = {data.id, *(r.source for r in access)}
    giving = {m.id for m in masters} | {e.id for m in masters for e in linking(model, m.id, "accesses", day)}
    flows = [f for id in sorted(giving - receiving) for f in model.outgoing(id, "flow") if f.target in receiving]
    states = [flow.state for flow in flows if isinstance(flow, Flow) and flow.holds_on(day)]
    if _FLOWING & set(states) or giving & receiving or (access and all(r.mode == "r" for r in access)):
        return None
    absent = []
    if None in states:
        absent.append(Words("'state' của luồng từ bản gốc", "'state' of the flow from the master"))
    if not writers:
        absent.append(Words(f"ai ghi vào '{data.id}' ('accesses', 'mode')", f"who writes to '{data.id}' ('accesses', 'mode')"))  # fmt: skip
    if is_active(data, day) is None:
        absent.append(Words(f"'state' của '{data.id}'", f"'state' of '{data.id}'"))
    if contains.confidence == "inferred":
        absent.append(Words(f"nguồn của 'contains' tới '{contains.target}'", f"a source for 'contains' to '{contains.target}'"))  # fmt: skip
    return absent
