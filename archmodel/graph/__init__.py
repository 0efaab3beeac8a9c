"""The model as a graph: networkx for asking, with attributes that are documented and stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from archmodel.model.model import Model
from archmodel.model.relations import RELATIONS, Flow

if TYPE_CHECKING:
    import networkx as nx

Direction = Literal["out", "in", "both"]


def digraph(model: Model, types: Iterable[str] = ()) -> nx.MultiDiGraph[str]:
    """The model as a ``networkx.MultiDiGraph``: a copy, free to change.

    Nodes are element ids with attributes ``kind``, ``layer``, ``name``, ``record`` (``own``, ``reference`` or None),
    ``state``, ``since`` and ``until``. Edges are relations, keyed by their id or by ``type``, with ``type``, ``since``,
    ``until``, ``confidence`` and, for flows, ``via`` (ids in order) and ``state``. Ends nothing describes are left out.

    Args:
        model: a whole or a part.
        types: relation types to take; all when empty.

    Example:
        >>> am.graph.digraph(model).nodes["lgsp-vd"]["kind"]
        'application'
    """
    import networkx as nx

    from archmodel.model.kinds import KINDS

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=model.settings.name)
    for element in model:
        graph.add_node(
            element.id,
            kind=element.kind,
            layer=KINDS[element.kind].layer,
            name=element.name,
            record=getattr(element, "record", None),
            state=getattr(element, "state", None),
            since=element.since,
            until=element.until,
        )
    wanted = set(types) or set(RELATIONS)
    for relation in model.relations:
        if relation.type not in wanted or relation.source not in model or relation.target not in model:
            continue
        flow: dict[str, Any] = {}
        if isinstance(relation, Flow):
            flow = {"via": relation.via, "state": relation.state}
        graph.add_edge(
            relation.source,
            relation.target,
            key=getattr(relation, "id", relation.type),
            type=relation.type,
            since=relation.since,
            until=relation.until,
            confidence=relation.confidence,
            **flow,
        )
    return graph


def around(model: Model, *ids: str, depth: int = 1, direction: Direction = "both", types: Iterable[str] = ()) -> Model:
    """The part of the model within ``depth`` relations of the elements named.

    Args:
        model: where to look.
        ids: the elements to start from; an unknown one is an error with a suggestion.
        depth: how many relations away, at least 0.
        direction: follow relations ``"out"``, ``"in"`` or ``"both"`` ways.
        types: relation types to follow; all when empty.

    Returns:
        A part: its elements keep every relation among themselves, of the types followed or not.

    Example:
        >>> "so-khcn-vd" in am.graph.around(model, "lgsp-vd")
        True
    """
    reached = {model[id].id for id in ids}
    wanted = set(types) or set(RELATIONS)
    edge = set(reached)
    for _ in range(depth):
        following: set[str] = set()
        for id in edge:
            if direction != "in":
                following |= {r.target for r in model.outgoing(id) if r.type in wanted}
            if direction != "out":
                following |= {r.source for r in model.incoming(id) if r.type in wanted}
        edge = {id for id in following if id in model} - reached
        reached |= edge
    return model.select(id for id in model.elements if id in reached)


__all__ = ["around", "digraph"]


def __dir__() -> list[str]:
    return list(__all__)
