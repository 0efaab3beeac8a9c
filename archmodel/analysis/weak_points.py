"""Where a network of flows hangs on one member, and where data goes round in a circle.

Decides by the links given alone: what is not recorded is not seen, so a member named here is one to look at, not one
proved to be weak. Which links count is left to the caller.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Links = Mapping[str, tuple[str, ...]]


class WeakPoint(NamedTuple):
    """A member without which its network falls apart; ``severed`` members lose touch with the largest piece left."""

    id: str
    severed: int
    pieces: int


def weak_points(pairs: Iterable[tuple[str, str]]) -> tuple[WeakPoint, ...]:
    """The articulation points of the network, direction aside, those that sever most first.

    Depth-first search with low points (Hopcroft and Tarjan, 1973), without recursion; linear in links.
    """
    around: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        if one != other:
            around[one].append(other)
            around[other].append(one)
    found: list[WeakPoint] = []
    seen: set[str] = set()
    for root in around:
        if root not in seen:
            order, parents, low = _searched(around, root)
            seen.update(order)
            found += _cuts(order, parents, low)
    return tuple(sorted(found, key=lambda point: (-point.severed, point.id)))


def _searched(around: Mapping[str, list[str]], root: str) -> tuple[dict[str, int], dict[str, str], dict[str, int]]:
    """The component of ``root`` in search order, the parent of each member, and its low point."""
    order, low = {root: 0}, {root: 0}
    parents: dict[str, str] = {}
    path = [(root, iter(around[root]))]
    while path:
        here, others = path[-1]
        for other in others:
            if other not in order:
                order[other] = low[other] = len(order)
                parents[other] = here
                path.append((other, iter(around[other])))
                break
            if other != parents.get(here):
                low[here] = min(low[here], order[other])
        else:
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[here])
    return order, parents, low


def _cuts(order: dict[str, int], parents: Mapping[str, str], low: Mapping[str, int]) -> list[WeakPoint]:
    size = dict.fromkeys(order, 1)
    pieces: dict[str, list[int]] = defaultdict(list)
    for member in reversed(order):
        above = parents.get(member)
        if above is not None:
            size[above] += size[member]
            if low[member] >= order[above]:
                pieces[above].append(size[member])
    found = []
    for member, parts in pieces.items():
        rest = len(order) - 1 - sum(parts)
        every = [*parts, rest] if rest else parts
        if len(every) > 1:
            found.append(WeakPoint(member, len(order) - 1 - max(every), len(every)))
    return found


def circles(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """One shortest circle of each part of the network where every member reaches every other, by its first id.

    A link from a member to itself is a circle of one.
    """
    import networkx as nx

    links = list(dict.fromkeys(pairs))
    graph = nx.DiGraph(links)
    onward: dict[str, list[str]] = defaultdict(list)
    for source, target in links:
        onward[source].append(target)
    loops = [(one,) for one, other in links if one == other]
    parts = (part for part in nx.strongly_connected_components(graph) if len(part) > 1)
    return tuple(sorted([*loops, *(_circle(part, onward) for part in parts)]))


def _circle(part: set[str], onward: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The shortest way from the first member back to itself, inside the part."""
    first = min(part)
    came: dict[str, str] = {}
    edge = [first]
    while first not in came:
        following = []
        for here in edge:
            for other in sorted(onward[here]):
                if other in part and other not in came and other != here:
                    came[other] = here
                    following.append(other)
        edge = following
    way = [first]
    while came[way[-1]] != first:
        way.append(came[way[-1]])
    return (first, *reversed(way[1:]))
