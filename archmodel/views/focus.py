"""One element in the landscape: its layer, its neighbours in theirs, one line for each sort of tie.

Decides which ties are told and how they are bundled: by layer, relation and direction, so that lines never cross however
many neighbours there are. A flow over the element counts as a tie to both its ends.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archmodel.model.kinds import KINDS, LAYERS, Layer
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.model.values import label
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.box import Box, box_of, layer_of
from archmodel.views.marks import cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene

Way = Literal["out", "in"]
ORDER: tuple[Layer, ...] = ("governance", "business", "application", "data", "infrastructure", "security")
SHOWN = 5
"""Neighbours of a bundle that are drawn; the others are a count."""

_OVER: dict[Way, Words] = {
    "in": Words("gửi dữ liệu qua đây", "sends data over it"),
    "out": Words("nhận dữ liệu qua đây", "receives data over it"),
}
_FLOWS: dict[Way, Words] = {
    "out": Words("gửi dữ liệu tới", "sends data to"),
    "in": Words("nhận dữ liệu từ", "receives data from"),
}
_READ_FROM_SOURCE: dict[tuple[Way, Words], Words] = {
    **{("in", row.backward): row.forward for row in RELATIONS.values()},
    ("in", _FLOWS["in"]): _FLOWS["out"],
    ("out", _OVER["out"]): Words("chuyển dữ liệu tới", "passes data on to"),
}


class Neighbour(NamedTuple):
    """An element at the other end, and how sure the tie is: a confidence, or None where no source is recorded."""

    box: Box
    kind: str
    confidence: str | None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Neighbours of one layer tied in one way, by the Vietnamese alphabet; ``way`` is seen from the focus."""

    layer: Layer
    words: Words
    way: Way
    flow: bool
    neighbours: tuple[Neighbour, ...]

    @property
    def forward(self) -> Words:
        """The tie in words that read from where it begins, whichever end that is."""
        return _READ_FROM_SOURCE.get((self.way, self.words), self.words)

    @property
    def drawn(self) -> tuple[Neighbour, ...]:
        """Those the drawing shows."""
        return self.neighbours if len(self.neighbours) <= SHOWN + 1 else self.neighbours[:SHOWN]

    @property
    def folded(self) -> int:
        """How many the drawing only counts."""
        return len(self.neighbours) - len(self.drawn)


@dataclass(frozen=True, slots=True)
class Focus(Picture):
    """An element and its bundles, layer by layer from the top."""

    box: Box
    kind: str
    layer: Layer
    bundles: tuple[Bundle, ...]
    day: str | None
    sources: int

    @property
    def title(self) -> Words:
        """The element the picture is around."""
        return Words(f"{self.box.name}: các quan hệ trực tiếp", f"{self.box.name}: direct relations")

    @property
    def ties(self) -> int:
        """How many ties are told."""
        return sum(len(bundle.neighbours) for bundle in self.bundles)

    def alt(self, lang: str = "vi") -> str:
        """The sorts of tie and how many of each."""
        told = "; ".join(f"{bundle.words.to(lang)}: {len(bundle.neighbours)}" for bundle in self.bundles)
        none = Words("Chưa ghi nhận quan hệ nào với đối tượng khác", "No relation to another element is recorded")
        return f"{told or none.to(lang)}."

    def table(self, lang: str = "vi") -> Table:
        """One row a tie: layer, relation, neighbour, its kind, how sure."""
        head = Words("Lớp|Quan hệ|Đối tượng|Loại|Độ tin cậy", "Layer|Relation|Element|Kind|Confidence").to(lang)
        rows = tuple(
            (
                LAYERS[bundle.layer].to(lang),
                bundle.words.to(lang),
                neighbour.box.name,
                KINDS[neighbour.kind].words.to(lang),
                label("confidence", neighbour.confidence, lang),
            )
            for bundle in self.bundles
            for neighbour in bundle.neighbours
        )
        return Table(tuple(head.split("|")), rows)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.focus_svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.focus_svg import draw

        return draw(self, lang).scene


def focus(model: Model, id: str) -> Focus:
    """The picture around one element of a model, whole or part.

    Raises:
        UnknownElement: there is no such element; the message suggests one.
    """
    return Surroundings(model).of(id)


class Surroundings:
    """A model with its flows found by the platforms they cross, for asking about many elements."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._over: dict[str, list[Flow]] = defaultdict(list)
        for flow in model.flows:
            for platform in dict.fromkeys(flow.via):
                self._over[platform].append(flow)

    def of(self, id: str) -> Focus:
        """The picture around one element."""
        model, element = self._model, self._model[id]
        found: dict[tuple[Layer, Words, Way, bool], dict[str, Relation]] = defaultdict(dict)

        def add(other: str, words: Words, way: Way, relation: Relation) -> None:
            if other in model and other != id:
                key = (layer_of(model[other]), words, way, isinstance(relation, Flow))
                found[key].setdefault(other, relation)

        for relation in model.outgoing(id):
            add(relation.target, _words(relation, "out"), "out", relation)
        for relation in model.incoming(id):
            add(relation.source, _words(relation, "in"), "in", relation)
        for flow in self._over.get(id, ()):
            add(flow.source, _OVER["in"], "in", flow)
            add(flow.target, _OVER["out"], "out", flow)
        bundles = tuple(
            Bundle(layer, words, way, flow, tuple(sorted(_neighbours(model, ends), key=_by_name)))
            for (layer, words, way, flow), ends in sorted(found.items(), key=_rank)
        )
        told = [element, *(relation for ends in found.values() for relation in ends.values())]
        return Focus(box_of(element), element.kind, layer_of(element), bundles, model.day, cited(told))


def _words(relation: Relation, way: Way) -> Words:
    if isinstance(relation, Flow):
        return _FLOWS[way]
    row = RELATIONS[relation.type]
    return row.forward if way == "out" else row.backward


def _neighbours(model: Model, ends: dict[str, Relation]) -> list[Neighbour]:
    return [_neighbour(model[id], relation) for id, relation in ends.items()]


def _neighbour(element: Element, relation: Relation) -> Neighbour:
    return Neighbour(box_of(element), element.kind, relation.confidence)


def _by_name(neighbour: Neighbour) -> tuple[object, str]:
    return sort_key(composed(neighbour.box.name)), neighbour.box.id


def _rank(item: tuple[tuple[Layer, Words, Way, bool], dict[str, Relation]]) -> tuple[int, bool, str, str]:
    layer, words, way, flow = item[0]
    return ORDER.index(layer), not flow, words.vi, way
