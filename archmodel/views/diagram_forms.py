"""The places of each mandatory diagram, read from the framework's lists and filled with what the catalogue records.

Decides the three shapes: a general model (four layers, national and own side by side), the components a body runs, and
the commune model. Which list belongs to a figure stands in the list itself. How a component is filled is decided by
``archmodel.analysis.coverage``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from archmodel.analysis.coverage import Component, Cover, coverage
from archmodel.model.framework import Edition, Entry, Listing
from archmodel.model.model import Model
from archmodel.model.record import Record
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words
from archmodel.views.box import box_of
from archmodel.views.diagram_links import links
from archmodel.views.diagram_values import Connector, Group, Part, Row

Shape = tuple[tuple[Row, ...], tuple[Part, ...], tuple[Connector, ...], tuple[Words, ...]]
_FILLED = {Cover.IN_PLACE, Cover.COMING, Cover.UNCLEAR}


class Filling:
    """The list of a figure, with how the model fills each component on a day."""

    def __init__(self, model: Model, day: str, edition: Edition, figure: str) -> None:
        self.held = model.origin if model.is_whole else model
        self.edition, self.figure = edition, figure
        self._whole, self._day = model, day
        self.cited: list[Record] = []

    @cached_property
    def listing(self) -> Listing | None:
        """The list of components that names the figure."""
        lists = (*self.edition.of_sort("component"), *self.edition.of_sort("commune_component"))
        return next((one for one in lists if any(self._names(entry) for entry in one.entries)), None)

    def _names(self, entry: Entry) -> bool:
        return self.figure in [part.strip() for part in (entry.figure or "").replace(";", ",").split(",")]

    @property
    def is_listed(self) -> bool:
        """Whether the list is at hand."""
        return self.listing is not None

    @cached_property
    def components(self) -> dict[str, Component]:
        """Every component of the edition by key."""
        scopes = coverage(self._whole, self._day, self.edition)
        return {component.key: component for scope in scopes for component in scope.components}

    def ids(self, component: Component) -> list[str]:
        """The elements that stand for a component, of those the model holds, best known first."""
        found = [id for id in component.elements if id in self.held]
        return sorted(found, key=lambda one: (-len(self.held.outgoing(one)) - len(self.held.incoming(one)), one))

    def boxes(self, ids: Iterable[str], most: int) -> tuple[tuple[str, ...], Part]:
        """The ids in order and a part without a name that draws at most so many of them."""
        chosen = list(dict.fromkeys(ids))
        shown = sorted(chosen[:most], key=lambda one: (sort_key(self.held[one].name), one))
        self.cited += [self.held[id] for id in chosen]
        boxes = tuple(box_of(self.held[id]) for id in shown)
        return tuple(chosen), Part("", None, Words("", ""), None, boxes, len(chosen) - len(boxes))

    def part(self, entry: Entry, most: int) -> Part:
        """A component with the elements that stand for it."""
        component = self.components[entry.key]
        _, drawn = self.boxes(self.ids(component), most)
        return Part(entry.key, entry.code, component.name, component.outcome, drawn.boxes, drawn.folded)

    def words(self, key: str) -> Words:
        """The name of an entry."""
        entry = self.edition.entry(key)
        name = (entry.name or key) if entry else key
        return Words(name, (entry.name_en or name) if entry else name)

    def layers(self) -> list[Entry]:
        """The layers from the top down: those that some component stands in."""
        entries = [entry for listing in self.edition.of_sort("layer") for entry in listing.entries]
        own = {entry.parent for entry in self.listing.entries} if self.listing else set()
        inner = {entry.parent for entry in entries if entry.parent and entry.key in own}
        return [entry for entry in reversed(entries) if not entry.parent and entry.key in own | inner]

    def places(self, layer: str) -> list[Entry]:
        """What a layer is divided into."""
        return [e for listing in self.edition.of_sort("layer") for e in listing.entries if e.parent == layer]

    def within(self, place: str) -> list[Entry]:
        """The components of the figure's list in a place."""
        return [entry for entry in self.listing.entries if entry.parent == place] if self.listing else []

    def is_drawn(self, entry: Entry) -> bool:
        """Whether a component has a box of its own: open and optional places nobody filled have none."""
        return self.components[entry.key].outcome is not Cover.NOT_REQUIRED

    def sides(self) -> tuple[Part, ...]:
        """What cuts across the layers, with the elements aligned to it."""
        entries = [e for listing in self.edition.of_sort("layer") for e in listing.entries]
        across = [e for e in entries if not e.parent and not self.places(e.key)]
        return tuple(self.side(entry) for entry in across)

    def side(self, entry: Entry) -> Part:
        """What cuts across or stands beside, with the elements aligned to it."""
        found = self.held.origin.incoming(f"{self.edition.id}/{entry.key}", "aligned_to")
        _, drawn = self.boxes((r.source for r in found if r.source in self.held), 4)
        told = None if drawn.boxes else Words("? chưa ghi đối tượng nào", "? nothing recorded")
        return Part(entry.key, None, self.words(entry.key), None, drawn.boxes, drawn.folded, told)


def general(filling: Filling) -> Shape:
    """Four layers: national components referred to on the left, places of the own model on the right, neighbours below."""
    rows: list[Row] = []
    held: dict[str, set[str]] = {}
    for layer in filling.layers():
        refs = [
            e for place in (layer, *filling.places(layer.key)) for e in filling.within(place.key) if e.role == "ref"
        ]
        national = tuple(filling.part(entry, 4) for entry in refs)
        own: list[Part] = []
        for place in filling.places(layer.key):
            components = [filling.components[e.key] for e in filling.within(place.key) if e.role != "ref"]
            ids = [id for c in components if c.outcome in _FILLED for id in filling.ids(c)]
            chosen, drawn = filling.boxes(ids, 8)
            own.append(
                Part(place.key, None, filling.words(place.key), None, drawn.boxes, drawn.folded, _tally(components))
            )
            held[place.key] = set(chosen)
        held |= {entry.key: set(filling.ids(filling.components[entry.key])) for entry in refs}
        groups = (
            Group(f"{layer.key}:ref", _NATIONAL, 4, max(len(national), 1), national),
            Group(f"{layer.key}:own", _OWN, 8, max(len(own), 1), tuple(own)),
        )
        rows.append(Row(layer.key, layer.key, filling.words(layer.key), groups))
    found, told = links(filling.held, held)
    filling.cited += told
    beside = [e for one in filling.edition.of_sort("reference_model") if one.id == "neighbours" for e in one.entries]
    if beside:
        parts = tuple(filling.side(entry) for entry in beside)
        rows.append(Row("beside", "", _BESIDE, (Group("beside:all", _BESIDE, 12, len(parts), parts),)))
    return tuple(rows), filling.sides(), found, (_NATIONAL, _OWN)


def components(filling: Filling) -> Shape:
    """Each component the body runs itself as a box of its own, by layer and place."""
    rows: list[Row] = []
    held: dict[str, set[str]] = {}
    for layer in filling.layers():
        listed = []
        for place in filling.places(layer.key):
            entries = [entry for entry in filling.within(place.key) if entry.role != "ref"]
            drawn = [entry for entry in entries if filling.is_drawn(entry)]
            held |= {entry.key: set(filling.ids(filling.components[entry.key])) for entry in drawn}
            listed.append((place, [filling.part(entry, 3) for entry in drawn], len(entries) - len(drawn)))
        spans = _shared(_UNITS, [len(parts) for _, parts, _ in listed])
        groups = tuple(
            Group(place.key, filling.words(place.key), span, max(min(span, len(parts)), 1), tuple(parts), skipped)
            for (place, parts, skipped), span in zip(listed, spans, strict=True)
        )
        rows.append(Row(layer.key, layer.key, filling.words(layer.key), groups))
    found, told = links(filling.held, held)
    filling.cited += told
    return tuple(rows), (), found, ()


def commune(filling: Filling) -> Shape:
    """The commune model; see ``archmodel.views.diagram_commune``."""
    from archmodel.views.diagram_commune import commune as shape

    return shape(filling)


FIGURES: dict[str, Callable[[Filling], Shape]] = {
    "Hình 5": general, "Hình 7": general, "Hình 6": components, "Hình 8": components, "Hình 9": commune,
}  # fmt: skip
"""The shape of each figure of the annex whose components are listed."""

_UNITS = 9
_NATIONAL = Words("Dùng chung quốc gia (dẫn chiếu)", "Shared nationally (referred to)")
_OWN = Words("Thành phần của địa phương, cơ quan", "Components of the body")
_BESIDE = Words("Khung kiến trúc bên cạnh", "Frameworks beside it")


def _tally(components: list[Component]) -> Words:
    outcomes = [component.outcome for component in components]
    counts = {cover: outcomes.count(cover) for cover in Cover if cover in outcomes and cover is not Cover.NOT_REQUIRED}
    return Words(
        *(
            "; ".join(f"{cover.words.to(lang).lower()}: {many}" for cover, many in counts.items())
            for lang in ("vi", "en")
        )
    )


def _shared(units: int, sizes: list[int]) -> list[int]:
    """Units shared among groups by how many parts each has, at least one each."""
    total = sum(sizes) or 1
    spans = [max(1, round(units * size / total)) for size in sizes]
    spans[spans.index(max(spans))] += units - sum(spans)
    return spans
