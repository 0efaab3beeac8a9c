"""When a system last changed, and which systems many bodies share."""

from __future__ import annotations

from archmodel.checks.sec.floors import JOINING, MANY_BODIES
from archmodel.checks.sec.levels import System, owners
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.text.days import first

CHANGING = ("succeeds", "owned_by", "operated_by", "hosted_on", "part_of", "accesses")


def last_change(model: Model, system: System, day: str) -> str | None:
    """The last recorded day, up to ``day``, that owner, operator, host, data, parts or integration changed."""
    days = [r.since for type in CHANGING for r in model.outgoing(system.id, type)]
    days += [r.since for r in model.incoming(system.id, "part_of")]
    days += [system.since] if model.outgoing(system.id, "succeeds") else []
    bodies = {body.id for body in owners(model, system.id, day)}
    for flow in (*model.outgoing(system.id, "flow"), *model.incoming(system.id, "flow")):
        other = flow.target if flow.source == system.id else flow.source
        if flow.since and {body.id for body in owners(model, other, day)} != bodies:
            days.append(flow.since)
    return max((on for on in days if on and first(on).isoformat() <= day), default=None)


def is_shared(system: System) -> bool:
    """Whether many bodies use it: a shared platform, or infrastructure not said to be of one body."""
    if isinstance(system, Application):
        return system.category == "shared_platform" or system.category in JOINING
    return system.scope is None or system.scope in MANY_BODIES
