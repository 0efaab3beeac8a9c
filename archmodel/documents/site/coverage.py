"""How much is known: shares of the own systems with an owner, a state and so on, and counts by layer and kind.

Counts speak of the day of the site. A share says how much is recorded, never what is recorded: levels of single systems
stay out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archmodel.documents.site.address import layer_page
from archmodel.documents.site.publication import Publication, Ref, Source
from archmodel.model.elements import Application, Indicator
from archmodel.model.kinds import KINDS, LAYERS, Layer
from archmodel.model.record import Element
from archmodel.text.vietnamese import folded
from archmodel.text.words import Words
from archmodel.views.box import is_own, layer_of

COUNTED = {
    "application": ("phần mềm", "hệ thống", "ứng dụng", "applications", "systems"),
    "dataset": ("cơ sở dữ liệu", "csdl", "csdl chuyên ngành", "databases"),
}
"""Units of figures that count what the catalogue also lists by name."""


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many elements of a kind hold on the day, own and of others, and how many have ended or not begun."""

    kind: str
    title: str
    own: int
    reference: int
    past: int


@dataclass(frozen=True, slots=True)
class LayerCount:
    """The kinds of a layer that have any element."""

    layer: Layer
    title: str
    href: str
    kinds: tuple[KindCount, ...]

    @property
    def own(self) -> int:
        """Own elements that hold on the day."""
        return sum(kind.own for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Share:
    """For how many of ``whole`` something is recorded."""

    title: str
    known: int
    whole: int

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down so that 100 means all."""
        return self.known * 100 // self.whole if self.whole else 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure published elsewhere beside what the catalogue holds by name."""

    about: Ref
    value: str
    as_of: str | None
    source: Source | None
    counted: str
    held: int
    gap: int


def layer_counts(site: Publication) -> tuple[LayerCount, ...]:
    """Counts by layer and kind, in the order of the model's table."""
    return tuple(
        LayerCount(
            layer,
            site.say(words),
            layer_page(layer),
            tuple(_kind_count(site, kind, elements) for kind, elements in by_kind(site, layer).items()),
        )
        for layer, words in LAYERS.items()
    )


def by_kind(site: Publication, layer: Layer) -> dict[str, list[Element]]:
    """The elements of a layer by kind, kinds in the order of the model's table, those without elements left out."""
    found: dict[str, list[Element]] = {kind: [] for kind in KINDS}
    for element in site.model:
        if layer_of(element) == layer:
            found[element.kind].append(element)
    return {kind: elements for kind, elements in found.items() if elements}


def _kind_count(site: Publication, name: str, elements: list[Element]) -> KindCount:
    holding = [element for element in elements if element.holds_on(site.day)]
    own = sum(is_own(element) for element in holding)
    return KindCount(name, site.say(KINDS[name].plural), own, len(holding) - own, len(elements) - len(holding))


def own_systems(site: Publication) -> tuple[Application, ...]:
    """The applications of the locality that hold on the day."""
    return tuple(app for app in site.model.applications if is_own(app) and app.holds_on(site.day))


def shares(site: Publication) -> tuple[Share, ...]:
    """For how many own systems each thing is recorded."""
    model = site.model
    asked: tuple[tuple[Words, Callable[[Application], bool]], ...] = (
        (Words("Có chủ quản", "Owner recorded"), lambda app: bool(model.outgoing(app.id, "owned_by"))),
        (Words("Có trạng thái", "State recorded"), lambda app: app.state is not None),
        (Words("Có cấp độ an toàn", "Security level recorded"),
         lambda app: app.security is not None and app.security.level is not None),
        (Words("Có nơi đặt", "Host recorded"), lambda app: bool(model.outgoing(app.id, "hosted_on"))),
        (Words("Có luồng dữ liệu", "Some data flow recorded"),
         lambda app: bool(model.outgoing(app.id, "flow") or model.incoming(app.id, "flow") or app.id in site.crossing)),
    )  # fmt: skip
    systems = own_systems(site)
    return tuple(Share(site.say(words), sum(map(known, systems)), len(systems)) for words, known in asked)


def figures(site: Publication) -> tuple[Figure, ...]:
    """For systems and databases: the largest figure published with that unit, beside what is held by name."""
    found: list[Figure] = []
    for kind, units in COUNTED.items():
        wanted = {folded(unit) for unit in units}
        published = [
            (figure.number, indicator, figure.value, figure.as_of)
            for indicator in site.model.indicators
            if indicator.unit and folded(indicator.unit) in wanted
            for figure in indicator.figures
            if figure.number is not None
        ]
        if published:
            number, indicator, value, as_of = max(published, key=lambda item: (item[0], item[3] or "", item[1].id))
            found.append(_figure(site, kind, number, indicator, value, as_of))
    return tuple(found)


def _figure(site: Publication, kind: str, number: int, indicator: Indicator, value: str, as_of: str | None) -> Figure:
    held = sum(is_own(element) and element.holds_on(site.day) for element in site.model.of(kind))
    source = next(iter(site.sources(indicator.evidence)), None)
    return Figure(
        about=site.named(indicator),
        value=value,
        as_of=site.date(as_of),
        source=source,
        counted=site.say(KINDS[kind].plural),
        held=held,
        gap=number - held,
    )
