"""A networkx graph as GraphML text, clean and the same each time.

Decides what a value becomes: numbers and yes or no as they are, several texts joined by a semicolon, nothing where
nothing is known. Signs XML forbids are dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(graph: nx.MultiDiGraph[str]) -> str:
    """The text of a GraphML file; ``networkx.parse_graphml`` reads it back with the same nodes, lines and attributes."""
    import networkx as nx
    from networkx.readwrite.graphml import GraphMLWriter

    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_known(graph.graph))
    for id, told in graph.nodes(data=True):
        clean.add_node(id, **_known(told))
    for source, target, key, told in graph.edges(keys=True, data=True):
        clean.add_edge(source, target, key, **_known(told))
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True, named_key_ids=True)
    writer.add_graph_element(clean)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{writer}\n'


def _known(told: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in told.items() if value is not None and value not in ((), [])}


def _value(value: Any) -> Any:
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return "; ".join(_FORBIDDEN.sub("", str(item)) for item in value)
    return _FORBIDDEN.sub("", str(value))
