"""What rests on what: the systems each host, network and gateway carries."""

from __future__ import annotations

from collections import defaultdict

from archmodel.analysis.activity import is_active, is_own
from archmodel.checks.sec.floors import JOINING
from archmodel.checks.sec.levels import System, own_systems
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Flow


def loads(model: Model, day: str) -> dict[str, list[System]]:
    """By the id of the host, network or gateway, the City's own systems it carries on ``day``."""
    found: dict[str, list[System]] = defaultdict(list)
    for system in own_systems(model, day):
        held = (r for type in ("hosted_on", "connected_by") for r in model.outgoing(system.id, type))
        for id in dict.fromkeys([*(r.target for r in held if r.holds_on(day)), *gateways(model, system, day)]):
            if isinstance(model.elements.get(id), System):
                found[id].append(system)
    return dict(found)


def gateways(model: Model, system: System, day: str) -> list[str]:
    """The City's own integration and identity platforms that every recorded flow of a system crosses."""
    if not isinstance(system, Application) or system.category in JOINING:
        return []
    flows = [r for r in (*model.outgoing(system.id, "flow"), *model.incoming(system.id, "flow")) if isinstance(r, Flow)]
    crossed = [{*f.via, f.source, f.target} - {system.id} for f in flows if is_active(f, day)]
    common = set.intersection(*crossed) if crossed else set()
    ends = (model.elements.get(id) for id in sorted(common))
    return [e.id for e in ends if isinstance(e, Application) and e.category in JOINING and is_own(e)]
