"""Systems that handle procedures, what joins them, and where their case data is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from archmodel.analysis.activity import holding, is_active
from archmodel.checks.kh130.platforms import own_systems
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.model.relations import Access, Flow, Migration

Quality = Literal["sure", "open", "broken"]


def kept_systems(model: Model, day: str) -> list[Application]:
    """The City's own case systems that work on ``day`` or may, where there are two or more; else none."""
    found = [system for system in own_systems(model, "tthc_case") if is_active(system, day) is not False]
    return found if len(found) > 1 else []


def case_data(model: Model, id: str) -> list[str]:
    """The data sets a case system reads or writes."""
    return [data.id for data in model.targets(id, "accesses") if isinstance(data, Dataset)]


def neighbourhoods(model: Model, day: str, allowed: set[Quality]) -> dict[str, int]:
    """The number of the group each element is joined to others in, over flows of the qualities allowed."""
    data = {id for system in own_systems(model, "tthc_case") for id in case_data(model, system.id)}
    platforms = {platform.id for platform in own_systems(model, "integration_platform")}
    joined: dict[str, set[str]] = defaultdict(set)
    for flow in model.flows:
        if _quality(flow, day, data, platforms) in allowed:
            ends = {flow.source, flow.target, *flow.via}
            for end in ends:
                joined[end] |= ends
    groups: dict[str, int] = {}
    for number, start in enumerate(joined):
        edge = [start] if start not in groups else []
        while edge:
            here = edge.pop()
            groups[here] = number
            edge += [id for id in joined[here] if id not in groups]
    return groups


def together(groups: dict[str, int], one: str, other: str) -> bool:
    """Whether two elements are in one group of ``neighbourhoods``."""
    return one in groups and groups.get(one) == groups.get(other)


def joined(model: Model, one: str, other: str) -> bool:
    """Whether a flow of any sort is on record straight between the two."""
    return any(r.target == other for r in model.outgoing(one, "flow")) or any(
        r.source == other for r in model.incoming(one, "flow")
    )


def _quality(flow: Flow, day: str, data: set[str], platforms: set[str]) -> Quality:
    """Whether a flow carries case data by the City's platform or for a reason: for sure, possibly, or not."""
    working = is_active(flow, day)
    crossed = {flow.source, flow.target, *flow.via} & platforms
    astray = not crossed and not flow.reason and (flow.route == "direct" or bool(flow.via))
    if working is False or astray or (flow.carries and not data & set(flow.carries)):
        return "broken"
    return "sure" if working and flow.carries and (crossed or flow.reason) else "open"


def stores(model: Model, id: str, day: str) -> set[str]:
    """The data sets the cases of a system are in or reach: its own, those it migrates to, those a working flow fills."""
    reached = set(case_data(model, id))
    for here in (id, *sorted(reached)):
        reached |= {r.target for r in model.outgoing(here, "migrates_to")}
        reached |= {r.target for r in model.outgoing(here, "flow") if isinstance(r, Flow) and is_active(r, day)}
    return {target for target in reached if isinstance(model.elements.get(target), Dataset)}


def readers(model: Model, data: str, day: str) -> list[bool | None]:
    """For each application recorded to read a data set, or a data set it was moved to, whether it works on ``day``."""
    past = model.origin
    homes = [
        data,
        *(
            r.target
            for r in past.outgoing(data, "migrates_to")
            if isinstance(r, Migration) and r.state in {"done", "verified"}
        ),
    ]
    links: Iterable[Access] = (r for home in homes for r in past.incoming(home, "accesses") if isinstance(r, Access))
    apps = [past.elements.get(link.source) for link in holding(links, day) if link.mode != "w"]
    return [is_active(app, day) for app in apps if isinstance(app, Application)]
