"""From where data reaches a system outside the City: over flows that work, that may, or that are merely drawn."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.model.model import Model
from archmodel.model.relations import Access, Flow


class Carriage(NamedTuple):
    """The ids data can travel from: over working flows, over flows not known to be down, over any flow on record."""

    sure: frozenset[str]
    possible: frozenset[str]
    drawn: frozenset[str]


def carriage(model: Model, day: str) -> Carriage:
    """From which elements data reaches a system or data set that others run, over flows and shared data."""
    states = [(flow, None if flow.state == "other" else is_active(flow, day)) for flow in model.flows]
    return Carriage(
        _reaching(model, [flow for flow, state in states if state]),
        _reaching(model, [flow for flow, state in states if state is not False]),
        _reaching(model, [flow for flow, _ in states]),
    )


def _reaching(model: Model, flows: list[Flow]) -> frozenset[str]:
    """The ids from which a reference record can be reached; a walk backwards that looks at each link once."""
    before: dict[str, set[str]] = defaultdict(set)
    for flow in flows:
        stops = (flow.source, *flow.via, flow.target)
        for here, there in pairwise(stops):
            before[there].add(here)
            if flow.both_ways:
                before[here].add(there)
    for relation in model.relations:
        if isinstance(relation, Access):
            if relation.mode != "r":
                before[relation.target].add(relation.source)
            if relation.mode != "w":
                before[relation.source].add(relation.target)
    edge = [e.id for e in (*model.applications, *model.datasets) if e.record == "reference"]
    seen = set(edge)
    while edge:
        coming = before[edge.pop()] - seen
        seen |= coming
        edge += coming
    return frozenset(seen)
