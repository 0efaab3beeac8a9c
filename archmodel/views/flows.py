"""Integration flows of a model: who sends what to whom, over which platform or none, in which state, on what evidence.

Decides how a flow is classed by its route, in which sector an end stands, which ends are single points of failure, and
in which order all stand. What the picture then holds and says is the work of ``flow_values``.
"""

from __future__ import annotations

from archmodel.analysis.weak_points import circles, weak_points
from archmodel.model.elements import Application
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.box import is_own
from archmodel.views.flow_values import End, Flows, Line, Route, hops

DRAWN_ONE_BY_ONE = 300
"""Beyond so many senders and receivers the picture stands by domain, unless asked otherwise."""

_STATED: dict[str | None, Route] = {"direct": "direct", "internal": "internal", "platform": "platform"}


def flows(model: Model, *, by_domain: bool | None = None) -> Flows:
    """The flows of a model, whole or part.

    Args:
        model: narrow it to a day, to some elements, or around one, to see less.
        by_domain: draw sectors and platforms in place of single systems; by default where there are more than 300.

    Example:
        >>> am.views.flows(am.graph.around(model, "lgsp-vd")).title.en
        'Data flows – Digital Architecture of Example Province (fictional)'
    """
    lines = tuple(_line(model, flow) for flow in sorted(model.flows, key=lambda flow: (sort_key(flow.id), flow.id)))
    ids = dict.fromkeys(stop for line in lines for stop in line.stops)
    ends = sorted((_end(model, id) for id in ids), key=lambda end: (sort_key(end.name), end.id))
    domains = {end.domain: _domain_words(model, end.domain) for end in ends if end.domain}
    steps = [hop for line in lines for hop in hops(line)]
    return Flows(
        title=Words(f"Luồng tích hợp – {model.settings.name}", f"Data flows – {model.settings.name_en}"),
        day=model.day,
        sources=len({(item.document, item.url) for line in lines for item in line.evidence}),
        ends=tuple(ends),
        lines=lines,
        domains=tuple(sorted(domains.items(), key=lambda item: (sort_key(item[1].vi), item[0]))),
        weak=weak_points(steps),
        circles=circles(steps),
        by_domain=len(ends) > DRAWN_ONE_BY_ONE if by_domain is None else by_domain,
    )


def _line(model: Model, flow: Flow) -> Line:
    stops = (flow.source, *flow.via, flow.target)
    platforms = tuple(id for id in dict.fromkeys(stops) if id in flow.via or _is_platform(model, id))
    carried = (model.origin.elements.get(id) for id in flow.carries)
    return Line(
        id=flow.id,
        stops=stops,
        platforms=platforms,
        route=_route(model, flow, platforms),
        state=flow.state,
        state_note=flow.state_note,
        both_ways=bool(flow.both_ways),
        content=flow.content,
        carries=tuple(
            composed(element.name) if element else id for element, id in zip(carried, flow.carries, strict=True)
        ),
        since=flow.since,
        until=flow.until,
        due=flow.due,
        confidence=flow.confidence,
        evidence=flow.evidence,
    )


def _route(model: Model, flow: Flow, platforms: tuple[str, ...]) -> Route:
    """By the platforms crossed or met at an end; else by what the record says of its route."""
    if platforms:
        return "own_platform" if any(_is_own(model, id) for id in platforms) else "other_platform"
    return _STATED.get(flow.route, "unstated")


def _is_platform(model: Model, id: str) -> bool:
    element = model.origin.elements.get(id)
    return isinstance(element, Application) and element.category == "integration_platform"


def _is_own(model: Model, id: str) -> bool:
    element = model.origin.elements.get(id)
    return element is not None and is_own(element)


def _end(model: Model, id: str) -> End:
    element = model.origin.elements.get(id)
    if element is None:
        return End(id, id, None, None, "", None, platform=False, own=False)
    return End(
        id=id,
        name=composed(element.name),
        name_en=element.name_en,
        short=element.abbreviation,
        kind=KINDS[element.kind].name,
        domain=_domain(model, element),
        platform=_is_platform(model, id),
        own=_is_own(model, id),
    )


def _domain(model: Model, element: Element) -> str | None:
    sectors = sorted(model.targets(element.id, "in_sector"), key=lambda sector: (sort_key(sector.name), sector.id))
    return sectors[0].id if sectors else None


def _domain_words(model: Model, id: str) -> Words:
    sector = model[id]
    return Words(composed(sector.name), sector.name_en or composed(sector.name))
