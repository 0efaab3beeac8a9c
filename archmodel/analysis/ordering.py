"""Things in an order that puts each after all it needs, as near as may be to the order of their keys; circles are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Order(NamedTuple):
    """Every id once, and the groups of ids that need each other in a circle."""

    ids: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]


def ordered(needs: Mapping[str, Iterable[str]], keys: Mapping[str, tuple[str, ...]]) -> Order:
    """The ids of ``needs``, each after those it needs; needs of ids that are not there are left out.

    What is free to go first goes by its key; the members of a circle stand together, by their keys.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted(needs))
    graph.add_edges_from(sorted((other, id) for id, others in needs.items() for other in others if other in needs))
    knots = nx.condensation(graph)
    members = {knot: sorted(data["members"], key=keys.__getitem__) for knot, data in knots.nodes(data=True)}
    order = nx.lexicographical_topological_sort(knots, key=lambda knot: keys[members[knot][0]])
    groups = [members[knot] for knot in order]
    circles = [tuple(group) for group in groups if len(group) > 1 or graph.has_edge(group[0], group[0])]
    return Order(tuple(id for group in groups for id in group), tuple(circles))
