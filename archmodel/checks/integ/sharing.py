"""Sharing of data: which bodies need a data set, and through which interface or flow it is offered."""

from __future__ import annotations

from archmodel.analysis.activity import holding
from archmodel.checks.integ.exchange import owners, runs
from archmodel.model.elements import Dataset
from archmodel.model.model import Model
from archmodel.model.relations import Access, Flow


def readers(model: Model, data: Dataset, day: str) -> tuple[Access, ...]:
    """The relations by which something accesses the data on ``day``."""
    return tuple(r for r in holding(model.incoming(data.id, "accesses"), day) if isinstance(r, Access))


def needing(model: Model, data: Dataset, day: str) -> frozenset[str]:
    """The bodies that use the data, or own a system that accesses it."""
    users = {relation.target for relation in holding(model.outgoing(data.id, "used_by"), day)}
    return frozenset(users.union(*(owners(model, r.source, day) for r in readers(model, data, day))))


def interfaces(model: Model, data: Dataset, day: str) -> tuple[str, ...]:
    """The interfaces the data set, or a system that keeps it, exposes on ``day``."""
    keepers = [data.id, *(r.source for r in readers(model, data, day) if r.mode in {"w", "rw"})]
    found = [
        relation.target
        for keeper in keepers
        for relation in holding(model.outgoing(keeper, "exposes"), day)
        if model.elements.get(relation.target) is not None and model[relation.target].kind == "interface"
    ]
    return tuple(id for id in dict.fromkeys(found) if getattr(model[id], "category", None) != "url")


def shared_through(model: Model, data: Dataset, day: str) -> bool:
    """Whether an interface or an outgoing flow that may run offers the data."""
    sent = (flow for flow in model.outgoing(data.id, "flow") if isinstance(flow, Flow))
    return bool(interfaces(model, data, day)) or any(runs(flow, day) is not False for flow in sent)
