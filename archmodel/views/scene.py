"""What a drawing with boxes and lines holds, as plain values: where each stands and what it means.

The drawing writes it down while it draws, so that the files other programs edit (draw.io, Mermaid, GraphML) show the
same boxes in the same places. Decides ids: that of the element, with a number where it is drawn more than once. How a
file is written is left to the writers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

Point = tuple[float, float]


class Frame(NamedTuple):
    """A rectangle in the units of the drawing."""

    x: float
    y: float
    wide: float
    tall: float


@dataclass(frozen=True, slots=True)
class Area:
    """A band, lane or card that holds boxes; ``within`` is the area it lies in.

    ``shown`` is its label as drawn, in a room ``head`` wide at its upper left.
    """

    id: str
    label: str
    shown: str
    head: float
    frame: Frame
    fill: str
    within: str | None


@dataclass(frozen=True, slots=True)
class Node:
    """A box; ``element`` is the id of what it stands for, None where that is no element; ``note`` is more about it.

    ``label`` is the whole name, ``shown`` the name as there is room for it.
    """

    id: str
    element: str | None
    label: str
    shown: str
    frame: Frame
    area: str | None
    fill: str
    ink: str
    stroke: str
    dashed: bool
    note: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two boxes, or areas as a whole; ``words`` say what it means, ``label`` is what is printed on it, ``route`` its bends.

    The first and last point of the route lie on the boxes' borders.
    """

    id: str
    source: str
    target: str
    words: str
    label: str
    standing: str
    route: tuple[Point, ...]
    stroke: str
    dashed: bool
    both_ways: bool
    curved: bool


class Note(NamedTuple):
    """Text that stands by itself, with a frame around it or none."""

    text: str
    frame: Frame
    bold: bool
    framed: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything drawn, areas before the areas they hold; ``meanings`` say what colours of lines mean."""

    title: str
    standing: str
    told: str
    lang: str
    size: tuple[float, float]
    areas: tuple[Area, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    notes: tuple[Note, ...]
    meanings: tuple[tuple[str, str], ...]


class Drawing(NamedTuple):
    """The SVG document and what it shows."""

    svg: str
    scene: Scene


class Record:
    """The boxes and lines of a drawing in the making."""

    def __init__(self) -> None:
        self.areas: list[Area] = []
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.notes: list[Note] = []
        self.meanings: dict[str, str] = {}
        self._given: Counter[str] = Counter()

    def area(
        self,
        name: str,
        label: str,
        frame: Frame,
        fill: str = "none",
        within: str | None = None,
        *,
        shown: str | None = None,
        head: float | None = None,
    ) -> str:
        """Note an area; returns its id. Its label is drawn whole, across its whole width, unless told otherwise."""
        id = self._id(f"area:{name}")
        self.areas.append(
            Area(
                id, label, label if shown is None else shown, frame.wide if head is None else head, frame, fill, within
            )
        )
        return id

    def node(
        self,
        element: str | None,
        label: str,
        frame: Frame,
        area: str | None = None,
        *,
        name: str = "",
        fill: str = "#ffffff",
        ink: str = "#16202c",
        stroke: str = "#1d3a5f",
        dashed: bool = False,
        note: str = "",
        shown: str = "",
    ) -> str:
        """Note a box; returns its id. ``name`` is asked where there is no element."""
        id = self._id(element or name)
        self.nodes.append(Node(id, element, label, shown or label, frame, area, fill, ink, stroke, dashed, note))
        return id

    def edge(
        self,
        source: str,
        target: str,
        words: str,
        route: tuple[Point, ...],
        *,
        label: str = "",
        standing: str = "",
        stroke: str = "#4a5666",
        dashed: bool = False,
        both_ways: bool = False,
        curved: bool = False,
    ) -> None:
        """Note a line from box to box, by their ids."""
        id = self._id(f"edge:{source}:{target}")
        self.edges.append(Edge(id, source, target, words, label, standing, route, stroke, dashed, both_ways, curved))

    def note(self, text: str, frame: Frame, *, bold: bool = False, framed: bool = False) -> None:
        """Note text that stands by itself."""
        self.notes.append(Note(text, frame, bold, framed))

    def scene(self, title: str, standing: str, told: str, lang: str, size: tuple[float, float]) -> Scene:
        """What was noted."""
        several = (tuple(self.areas), tuple(self.nodes), tuple(self.edges), tuple(self.notes))
        return Scene(title, standing, told, lang, size, *several, tuple(self.meanings.items()))

    def _id(self, wanted: str) -> str:
        self._given[wanted] += 1
        many = self._given[wanted]
        return wanted if many == 1 else f"{wanted}~{many}"
