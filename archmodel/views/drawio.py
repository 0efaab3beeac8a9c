"""A scene as a draw.io file: real boxes and lines to move and edit, standing where our drawing has them.

Decides layers (one for each band, one for boxes outside bands, one for lines) and styles. The file is plain XML, not
compressed, so that versions of it can be compared. Labels are HTML in draw.io: text is escaped for HTML first and for
XML after, so that no name can act.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from xml.etree import ElementTree as ET

from archmodel.views.pen import number, tidy
from archmodel.views.scene import Area, Edge, Frame, Node, Point, Scene

_ROOT, _LOOSE, _LINES = "root", "layer:boxes", "layer:lines"
_MARGIN = 20
_AREA = (
    "rounded=1;absoluteArcSize=1;arcSize=8;html=1;whiteSpace=wrap;container=1;collapsible=0;recursiveResize=0;"
    "connectable=0;align=left;verticalAlign=top;spacingLeft=6;spacingTop=2;fontStyle=1;fontSize=10;fontColor=#16202c;"
    "strokeColor=#5b6673;"
)
_NODE = "rounded=1;absoluteArcSize=1;arcSize=8;html=1;whiteSpace=wrap;fontSize=10;spacing=3;"
_TEXT = (
    "text;html=1;whiteSpace=wrap;align=left;verticalAlign=top;connectable=0;fillColor=none;strokeColor=none;"
    "fontColor=#16202c;"
)


def drawio(scene: Scene) -> str:
    """The file's text, the same for the same scene."""
    file = ET.Element("mxfile", {"host": "archmodel", "type": "device"})
    diagram = ET.SubElement(file, "diagram", {"id": "diagram", "name": tidy(scene.title)[:80] or "-"})
    wide, tall = (number(length + 2 * _MARGIN) for length in scene.size)
    model = ET.SubElement(diagram, "mxGraphModel", {
        "grid": "1", "gridSize": "10", "guides": "1", "tooltips": "1", "connect": "1", "arrows": "1", "fold": "1",
        "page": "1", "pageScale": "1", "pageWidth": wide, "pageHeight": tall, "math": "0", "shadow": "0",
    })  # fmt: skip
    root = ET.SubElement(model, "root")
    ET.SubElement(root, "mxCell", {"id": _ROOT})
    _layers(root, scene)
    frames = {area.id: area.frame for area in scene.areas}
    _notes(root, scene)
    for area in scene.areas:
        _area(root, area, frames)
    for node in scene.nodes:
        _node(root, node, frames)
    boxes = frames | {node.id: node.frame for node in scene.nodes}
    for edge in scene.edges:
        _edge(root, edge, boxes)
    ET.indent(file, " ")
    return ET.tostring(file, encoding="unicode") + "\n"


def _layers(root: ET.Element, scene: Scene) -> None:
    """Layers from the back: lines lie over bands that are filled, and under boxes where nothing would hide them."""
    vi = scene.lang != "en"
    lines = (_LINES, "Đường nối" if vi else "Lines")
    bands = [(_layer(area.id), _html(area.label)) for area in scene.areas if area.within is None]
    boxes = (_LOOSE, "Đối tượng và chú thích" if vi else "Elements and notes")
    for id, name in (*bands, boxes, lines) if bands else (lines, boxes):
        ET.SubElement(root, "mxCell", {"id": id, "value": name, "parent": _ROOT})


def _layer(area: str) -> str:
    return f"layer:{area.removeprefix('area:')}"


def _notes(root: ET.Element, scene: Scene) -> None:
    """Title, standing and what the colours of lines mean, where the drawing has its heading."""
    title = f"<b>{_html(scene.title)}</b><br>{_html(scene.standing)}"
    if scene.meanings:
        colours = (f'<font color="{stroke}">━━</font> {_html(words)}' for stroke, words in scene.meanings)
        title += f"<br>{' &#160; '.join(colours)}"
    attributes = {"id": "title", "value": title, "style": f"{_TEXT}fontSize=12;", "vertex": "1", "parent": _LOOSE}
    _geometry(ET.SubElement(root, "mxCell", attributes), Frame(16, 4, scene.size[0] - 32, 50), None)
    for n, note in enumerate(scene.notes, 1):
        style = f"{_TEXT}fontSize=10;spacing=3;fontStyle={int(note.bold)};"
        style = style.replace("strokeColor=none", "strokeColor=#5b6673") if note.framed else style
        told = {"id": f"note:{n}", "value": _html(note.text), "style": style, "vertex": "1", "parent": _LOOSE}
        _geometry(ET.SubElement(root, "mxCell", told), note.frame, None)


def _area(root: ET.Element, area: Area, frames: dict[str, Frame]) -> None:
    fill = area.fill if area.fill.startswith("#") else "none"
    style = f"{_AREA}fillColor={fill};spacingRight={number(area.frame.wide - area.head + 4)};"
    style += "" if fill != "none" else "dashed=1;strokeWidth=0.5;"
    parent = area.within or _layer(area.id)
    cell = {"id": area.id, "value": _html(area.shown), "style": style, "vertex": "1", "parent": parent}
    _geometry(ET.SubElement(root, "mxCell", cell), area.frame, frames.get(area.within or ""))


def _node(root: ET.Element, node: Node, frames: dict[str, Frame]) -> None:
    told = {"id": node.id, "label": _html(node.shown)}
    told |= {"element": tidy(node.element)} if node.element else {}
    tooltip = " – ".join(text for text in (node.label if node.shown != node.label else "", node.note) if text)
    told |= {"tooltip": _html(tooltip)} if tooltip else {}
    style = f"{_NODE}fillColor={node.fill};fontColor={node.ink};strokeColor={node.stroke};"
    style += "dashed=1;" if node.dashed else ""
    box = ET.SubElement(root, "object", told)
    cell = ET.SubElement(box, "mxCell", {"style": style, "vertex": "1", "parent": node.area or _LOOSE})
    _geometry(cell, node.frame, frames.get(node.area or ""))


def _edge(root: ET.Element, edge: Edge, boxes: dict[str, Frame]) -> None:
    style = "curved=1;edgeStyle=none;" if edge.curved else _bending(edge.route)
    style += _port("exit", edge.route[0], boxes[edge.source]) + _port("entry", edge.route[-1], boxes[edge.target])
    style += f"html=1;rounded=0;endArrow=block;endFill=1;endSize=5;fontSize=9;strokeColor={edge.stroke};"
    style += ("startArrow=block;startFill=1;startSize=5;" if edge.both_ways else "") + (
        "dashed=1;" if edge.dashed else ""
    )
    told = {"id": edge.id, "label": _html(edge.label), "relation": tidy(edge.words)}
    told["tooltip"] = _html(" – ".join(text for text in (edge.words, edge.standing) if text))
    line = ET.SubElement(root, "object", told)
    cell = {"style": style, "edge": "1", "parent": _LINES, "source": edge.source, "target": edge.target}
    geometry = ET.SubElement(ET.SubElement(line, "mxCell", cell), "mxGeometry", {"relative": "1", "as": "geometry"})
    if len(edge.route) > 2:
        array = ET.SubElement(geometry, "Array", {"as": "points"})
        for x, y in edge.route[1:-1]:
            ET.SubElement(array, "mxPoint", {"x": number(x), "y": number(y)})


def _bending(route: tuple[Point, ...]) -> str:
    """Right angles stay right angles when a box is moved."""
    square = all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise(route))
    return "edgeStyle=orthogonalEdgeStyle;" if square and len(route) > 2 else "edgeStyle=none;"


def _port(name: str, point: Point, frame: Frame) -> str:
    """Where on its box a line begins or ends, as a share of the box."""
    across = (point[0] - frame.x) / frame.wide if frame.wide else 0.5
    down = (point[1] - frame.y) / frame.tall if frame.tall else 0.5
    share = (f"{min(max(one, 0.0), 1.0):.3f}".rstrip("0").rstrip(".") for one in (across, down))
    return "{0}X={1};{0}Y={2};{0}Dx=0;{0}Dy=0;".format(name, *share)


def _geometry(cell: ET.Element, frame: Frame, within: Frame | None) -> None:
    x, y = (frame.x - within.x, frame.y - within.y) if within else (frame.x, frame.y)
    numbers = zip(("x", "y", "width", "height"), (x, y, frame.wide, frame.tall), strict=True)
    ET.SubElement(cell, "mxGeometry", {name: number(value) for name, value in numbers} | {"as": "geometry"})


def _html(text: str) -> str:
    return escape(tidy(text), quote=False)
