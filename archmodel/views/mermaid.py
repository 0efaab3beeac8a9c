"""A scene as a Mermaid flowchart: a subgraph for each area, a box for each node, an arrow for each line.

Mermaid places boxes itself, so places are left out. Decides names that cannot be words of its grammar, and writes every
sign of a label that means something to Mermaid or HTML as its number.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from archmodel.views.pen import tidy
from archmodel.views.scene import Area, Edge, Node, Scene

_PLAIN = frozenset(" .,()/:–-+→⇄←·…?")


def mermaid(scene: Scene) -> str:
    """The flowchart's text, the same for the same scene. Mermaid itself refuses more than 500 lines unless told."""
    names = _names([*(area.id for area in scene.areas), *(node.id for node in scene.nodes)])
    lines = [f"%% {_text(scene.title)}", f"%% {_text(scene.standing)}", f"flowchart {'TB' if scene.areas else 'LR'}"]
    lines += [f"  accTitle: {_text(scene.title)}", f"  accDescr: {_text(scene.told)}"]
    inner: defaultdict[str | None, list[Area]] = defaultdict(list)
    for area in scene.areas:
        inner[area.within].append(area)
    boxes: defaultdict[str | None, list[Node]] = defaultdict(list)
    for node in scene.nodes:
        boxes[node.area].append(node)
    lines += _inside(None, inner, boxes, names, "  ")
    lines += [f"  {_arrow(edge, names)}" for edge in scene.edges]
    lines += [f"  {line}" for line in _styles(scene, names)]
    # Links nobody sees put bands under each other where they stand so in the drawing.
    below = (pair for pair in pairwise(inner.get(None, ())) if pair[0].frame.y + pair[0].frame.tall <= pair[1].frame.y)
    lines += [f"  {names[one.id]} ~~~ {names[other.id]}" for one, other in below]
    return "\n".join(lines) + "\n"


def _inside(
    area: str | None,
    inner: dict[str | None, list[Area]],
    boxes: dict[str | None, list[Node]],
    names: dict[str, str],
    indent: str,
) -> Iterator[str]:
    for node in boxes.get(area, ()):
        yield f'{indent}{names[node.id]}["{_text(node.label)}"]'
    for one in inner.get(area, ()):
        yield f'{indent}subgraph {names[one.id]}["{_text(one.label)}"]'
        yield from _inside(one.id, inner, boxes, names, f"{indent}  ")
        yield f"{indent}end"


def _arrow(edge: Edge, names: dict[str, str]) -> str:
    line = "-.->" if edge.dashed else "-->"
    return f'{names[edge.source]} {"<" if edge.both_ways else ""}{line}|"{_text(edge.words)}"| {names[edge.target]}'


def _styles(scene: Scene, names: dict[str, str]) -> Iterator[str]:
    """Colours of boxes as classes, of lines by their numbers."""
    looks: defaultdict[str, list[str]] = defaultdict(list)
    for node in scene.nodes:
        dash = ",stroke-dasharray:4 3" if node.dashed else ""
        looks[f"fill:{node.fill},color:{node.ink},stroke:{node.stroke}{dash}"].append(names[node.id])
    for number, (look, held) in enumerate(looks.items()):
        yield f"classDef look{number} {look}"
        yield f"class {','.join(held)} look{number}"
    strokes: defaultdict[str, list[str]] = defaultdict(list)
    for place, edge in enumerate(scene.edges):
        strokes[edge.stroke].append(str(place))
    for stroke, places in strokes.items():
        yield f"linkStyle {','.join(places)} stroke:{stroke}"


def _names(ids: Iterable[str]) -> dict[str, str]:
    """A name for each id, made of letters, digits and lines, that no word of the grammar begins."""
    given: Counter[str] = Counter()
    names = {}
    for id in ids:
        name = "n_" + "".join(char if char.isascii() and char.isalnum() else "_" for char in id)
        given[name] += 1
        names[id] = name if given[name] == 1 else f"{name}__{given[name]}"
    return names


def _text(text: str) -> str:
    """Letters, digits and harmless signs as they are, every other sign as ``#`` and its number."""
    return "".join(char if _is_plain(char) else f"#{ord(char)};" for char in tidy(text)) or " "


def _is_plain(char: str) -> bool:
    return char in _PLAIN or unicodedata.category(char)[0] in "LMN"
