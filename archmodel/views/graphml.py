"""A scene as GraphML: boxes with their places, lines with their meaning, for programs that lay out and measure graphs."""

from __future__ import annotations

from archmodel.graph.graphml import graphml
from archmodel.views.pen import number, tidy
from archmodel.views.scene import Frame, Scene


def scene_graphml(scene: Scene) -> str:
    """The text of the file.

    Nodes have ``label``, ``element`` (id of the element, absent where the box is none), ``area`` and ``band`` (the
    innermost and outermost area they lie in), ``note``, ``x``, ``y``, ``width``, ``height`` (upper left corner, units of
    the drawing) and ``fill``; an area that a line ends at is a node too. Edges have ``label`` (what the relation means), ``standing``, ``both_ways`` and ``route``
    (bends as ``x,y`` between spaces).
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=tidy(scene.title), standing=tidy(scene.standing))
    areas = {area.id: area for area in scene.areas}
    for node in scene.nodes:
        area = areas.get(node.area or "")
        band = area
        while band is not None and band.within:
            band = areas[band.within]
        graph.add_node(
            node.id, label=tidy(node.label), element=node.element, area=area and tidy(area.label),
            band=band and tidy(band.label), note=tidy(node.note) or None, **_places(node.frame), fill=node.fill,
        )  # fmt: skip
    ends = {end for edge in scene.edges for end in (edge.source, edge.target)}
    for area in scene.areas:
        if area.id in ends:
            graph.add_node(area.id, label=tidy(area.label), **_places(area.frame), fill=area.fill)
    for edge in scene.edges:
        graph.add_edge(
            edge.source, edge.target, edge.id, label=tidy(edge.words), standing=edge.standing or None,
            both_ways=edge.both_ways, route=" ".join(f"{number(x)},{number(y)}" for x, y in edge.route),
        )  # fmt: skip
    return graphml(graph)


def _places(frame: Frame) -> dict[str, float]:
    return dict(zip(("x", "y", "width", "height"), (float(number(value)) for value in frame), strict=True))
