"""The connectors of a diagram: relations the catalogue records between elements that stand in two of its places.

Decides that relations between the same two places are one line with a count, and that a flow runs from stop to stop.
Places in the framework are no relation: what is aligned to a component is drawn in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from archmodel.model.model import Model
from archmodel.model.record import Record
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.text.words import Words
from archmodel.views.diagram_values import Connector

_FLOW = Words("luồng dữ liệu", "data flow")


def links(model: Model, held: Mapping[str, AbstractSet[str]]) -> tuple[tuple[Connector, ...], list[Record]]:
    """The connectors between the places of ``held`` (keys to ids of elements), and the relations they rest on."""
    places: dict[str, list[str]] = defaultdict(list)
    for key, ids in held.items():
        for id in ids:
            places[id].append(key)
    found: dict[tuple[str, str], dict[tuple[str, str], list[Relation]]] = defaultdict(lambda: defaultdict(list))
    told: list[Record] = []
    for relation in model.relations:
        for source, target in _steps(relation):
            for one in places.get(source, ()):
                for other in places.get(target, ()):
                    if one != other and not set(places[source]) & set(places[target]):
                        found[min(one, other), max(one, other)][one, other].append(relation)
                        told.append(relation)
    order = {key: place for place, key in enumerate(held)}
    pairs = sorted(found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    return tuple(_connector(ways) for _, ways in pairs), told


def _steps(relation: Relation) -> Iterator[tuple[str, str]]:
    if relation.type == "aligned_to":
        return iter(())
    stops = (relation.source, *(relation.via if isinstance(relation, Flow) else ()), relation.target)
    return pairwise(stops)


def _connector(ways: Mapping[tuple[str, str], list[Relation]]) -> Connector:
    """One line for all relations between two places, in the direction most of them take."""
    (source, target), _ = max(ways.items(), key=lambda item: (len(item[1]), item[0]))
    relations = [relation for found in ways.values() for relation in found]
    flows = [relation for relation in relations if isinstance(relation, Flow)]
    words = dict.fromkeys(_FLOW if isinstance(r, Flow) else RELATIONS[r.type].forward for r in relations)
    both = len(ways) > 1 or any(flow.both_ways for flow in flows)
    told = Words("; ".join(one.vi for one in words), "; ".join(one.en for one in words))
    return Connector(source, target, "flow" if flows else "relation", told, len(relations), both)
