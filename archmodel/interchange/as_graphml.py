"""The whole model as GraphML, for programs that lay out and measure graphs: every element and every relation.

Nodes are element ids. Each has ``kind``, ``layer``, ``label`` (its name), ``confidence`` (the best of its evidence),
``sources`` (the documents it rests on), and every field of its record that holds a text, a number or a list of texts,
under the name the catalogue gives it. Components of a framework that something is aligned to are nodes of kind
``component``; an end nothing describes is a node of kind ``unknown``, so that no relation is lost. Edges are relations
with ``type``, ``confidence``, ``sources`` and their fields likewise; the id of an edge is that of the flow, or type and
ends. Lists are joined by semicolons; what nobody recorded is absent.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from archmodel.graph.graphml import graphml
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Record
from archmodel.model.relations import Relation

if TYPE_CHECKING:
    import networkx as nx

_APART = {"id", "kind", "source", "target", "evidence"}


def text(model: Model) -> str:
    """The text of the file, the same for the same model."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=model.settings.name, day=model.day)
    for element in model:
        own = {"kind": element.kind, "layer": KINDS[element.kind].layer, "label": element.name}
        graph.add_node(element.id, **own, **_told(element))
    given: Counter[str] = Counter()
    for relation in model.relations:
        for end in (relation.source, relation.target):
            if end not in graph:
                graph.add_node(end, **_end(model, end))
        graph.add_edge(relation.source, relation.target, _key(relation, given), **_told(relation))
    return graphml(graph)


def _key(relation: Relation, given: Counter[str]) -> str:
    key = str(getattr(relation, "id", None) or f"{relation.type}:{relation.source}:{relation.target}")
    given[key] += 1
    return key if given[key] == 1 else f"{key}~{given[key]}"


def _end(model: Model, id: str) -> dict[str, Any]:
    component = model.reference.component(id)
    if component is None:
        return {"kind": "unknown", "label": id}
    return {"kind": "component", "label": component.name or component.key}


def _told(record: Record) -> dict[str, Any]:
    """The fields that are plain, and what is known of where they come from."""
    plain = {name: value for name, value in record if name not in _APART and name != "place" and _is_plain(value)}
    documents = dict.fromkeys(item.document for item in record.evidence)
    return plain | {"confidence": record.confidence, "sources": tuple(documents)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple):
        return bool(value) and all(isinstance(item, str) for item in value)
    return isinstance(value, (str, int, float, bool))
