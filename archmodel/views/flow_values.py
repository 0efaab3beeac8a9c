"""What a picture of flows holds: ends, flows, arcs to draw, and the words for routes and standings.

Decides what is folded into domains when there is too much to draw, and how a flow reads in a table. Which facts of a
model become these values is decided by ``flows``; how they look, by ``flows_svg`` (on paper) and ``flows_page`` (on a
screen).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from archmodel.analysis.weak_points import WeakPoint
from archmodel.model.record import Evidence
from archmodel.model.values import label
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]

Route = Literal["own_platform", "other_platform", "platform", "direct", "internal", "unstated"]
Standing = Literal["live", "coming", "ended", "unknown"]

ROUTES: dict[Route, Words] = {
    "own_platform": Words("qua nền tảng của địa phương (LGSP)", "over the own platform (LGSP)"),
    "other_platform": Words("qua nền tảng quốc gia, bộ ngành (NDXP, NDOP, ...)", "over a national platform (NDXP, NDOP, ...)"),
    "platform": Words("qua nền tảng, nguồn không nêu tên", "over a platform not named"),
    "direct": Words("trực tiếp, điểm tới điểm", "point to point"),
    "internal": Words("nội bộ một đơn vị", "inside one body"),
    "unstated": Words("nguồn không nêu đường đi", "route not stated"),
}  # fmt: skip
STANDINGS: dict[Standing, Words] = {
    "live": Words("đang khai thác", "in use"),
    "coming": Words("dự kiến, thử nghiệm, chưa kết nối", "planned, on trial, not connected"),
    "ended": Words("kết thúc", "ended"),
    "unknown": Words("chưa rõ trạng thái", "state unknown"),
}
_STANDING: dict[str | None, Standing] = {
    "in_use": "live", "upgrading": "live", "planned": "coming", "trial": "coming", "not_connected": "coming",
    "ended": "ended", "other": "unknown", None: "unknown",
}  # fmt: skip
NO_DOMAIN = Words("Chưa xếp lĩnh vực", "No sector recorded")
OTHER_BODIES = Words("Hệ thống của cơ quan khác", "Systems of other bodies")


@dataclass(frozen=True, slots=True)
class End:
    """A sender, receiver or platform; ``domain`` is the id of its sector, None where none is recorded."""

    id: str
    name: str
    name_en: str | None
    short: str | None
    kind: str
    domain: str | None
    platform: bool
    own: bool

    def to(self, lang: str) -> str:
        """Its name in the language, as far as it is known."""
        return (self.name_en if lang == "en" else None) or self.name


@dataclass(frozen=True, slots=True)
class Line:
    """A flow; ``stops`` are sender, platforms crossed in order, and receiver."""

    id: str
    stops: tuple[str, ...]
    platforms: tuple[str, ...]
    route: Route
    state: str | None
    state_note: str | None
    both_ways: bool
    content: str | None
    carries: tuple[str, ...]
    since: str | None
    until: str | None
    due: str | None
    confidence: str | None
    evidence: tuple[Evidence, ...]

    @property
    def source(self) -> str:
        """The sender."""
        return self.stops[0]

    @property
    def target(self) -> str:
        """The receiver."""
        return self.stops[-1]

    @property
    def standing(self) -> Standing:
        """Where the flow is in its life."""
        return _STANDING.get(self.state, "unknown")


class Arc(NamedTuple):
    """What is drawn between two ends: flows of one route and standing, by their places in ``lines``."""

    source: str
    target: str
    route: Route
    standing: Standing
    both_ways: bool
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Flows(Picture):
    """The flows of a model on a day. ``by_domain`` where what is drawn is sectors and platforms, not single ends."""

    title: Words
    day: str | None
    sources: int
    ends: tuple[End, ...]
    lines: tuple[Line, ...]
    domains: tuple[tuple[str, Words], ...]
    weak: tuple[WeakPoint, ...]
    circles: tuple[tuple[str, ...], ...]
    by_domain: bool

    @cached_property
    def by_id(self) -> dict[str, End]:
        """Senders, receivers and platforms by id."""
        return {end.id: end for end in self.ends}

    def named(self, id: str, lang: str = "vi") -> str:
        """The name of an end."""
        return self.by_id[id].to(lang)

    @cached_property
    def drawn(self) -> tuple[tuple[End, ...], tuple[Arc, ...]]:
        """What is drawn: every end and flow, or domains and platforms with the flows between them bundled."""
        return _drawn(self)

    def counts(self) -> dict[Route, int]:
        """How many flows take each route, in the order of the legend."""
        return {route: sum(line.route == route for line in self.lines) for route in ROUTES}

    def alt(self, lang: str = "vi") -> str:
        """How many flows between how many ends, over which routes."""
        told = "; ".join(f"{ROUTES[route].to(lang)}: {count}" for route, count in self.counts().items() if count)
        return Words(
            f"{len(self.lines)} luồng giữa {len(self.ends)} đối tượng ({told})."
            if self.lines
            else "Chưa ghi luồng nào.",
            f"{len(self.lines)} flows among {len(self.ends)} elements ({told})."
            if self.lines
            else "No flow is recorded.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a flow: code, sender, receiver, way, content, state, confidence, sources."""
        head = Words(
            "Mã|Bên gửi|Bên nhận|Đường đi|Nội dung|Trạng thái|Độ tin cậy|Nguồn",
            "Code|Sender|Receiver|Way|Content|State|Confidence|Sources",
        ).to(lang)
        return Table(tuple(head.split("|")), tuple(self._row(line, lang) for line in self.lines))

    def _row(self, line: Line, lang: str) -> tuple[str, ...]:
        arrow = " ⇄" if line.both_ways else ""
        return (
            line.id,
            self.named(line.source, lang),
            self.named(line.target, lang) + arrow,
            self.way(line, lang),
            self.content(line, lang),
            label("flow_state", line.state, lang),
            label("confidence", line.confidence, lang),
            "; ".join(item.document for item in line.evidence) or label("", None, lang),
        )

    def way(self, line: Line, lang: str = "vi") -> str:
        """The platforms a flow crosses by name, or what is known of its route."""
        crossed = " → ".join(self.named(id, lang) for id in line.stops[1:-1])
        return crossed or ROUTES[line.route].to(lang)

    def content(self, line: Line, lang: str = "vi") -> str:
        """What a flow carries, in the words of its source, else the names of the data."""
        return line.content or "; ".join(line.carries) or label("", None, lang)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The network on paper, senders to the left of receivers; see ``Picture.svg``."""
        from archmodel.views.flows_svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.flows_svg import draw

        return draw(self, lang).scene

    def html(self, lang: str = "vi") -> str:
        """A page of its own to search and filter in: script and data inside, nothing loaded."""
        from archmodel.views.flows_page import page

        return page(self, lang)

    def interactive(self, lang: str = "vi") -> Frame:
        """The same page inside a notebook cell; untrusted notebooks show nothing of it, so the plain face stays."""
        return Frame(self, lang)

    def pyvis(self, lang: str = "vi") -> Network:
        """The picture as a ``pyvis`` network to go on working with; see ``archmodel.views.pyvis_face``."""
        from archmodel.views.pyvis_face import network

        return network(self, lang)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture to search and filter in, inside a notebook cell."""

    picture: Flows
    lang: str

    def _repr_html_(self) -> str:
        from markupsafe import escape

        title = escape(self.picture.title.to(self.lang))
        return (
            f'<iframe title="{title}" sandbox="allow-scripts" srcdoc="{escape(self.picture.html(self.lang))}"'
            ' style="width:100%;height:780px;border:1px solid #c3cad3"></iframe>'
        )


def hops(line: Line) -> Iterable[tuple[str, str]]:
    """The steps of a flow from stop to stop."""
    return pairwise(line.stops)


def _drawn(picture: Flows) -> tuple[tuple[End, ...], tuple[Arc, ...]]:
    by_id = picture.by_id
    stands = {id: _stands_for(end) if picture.by_domain else id for id, end in by_id.items()}
    bundles: dict[tuple[str, str, Route, Standing | None, bool], list[int]] = defaultdict(list)
    for place, line in enumerate(picture.lines):
        alone = not picture.by_domain
        for one, other in hops(line):
            key = stands[one], stands[other], line.route, line.standing if alone else None, line.both_ways and alone
            if place not in bundles[key][-1:]:
                bundles[key].append(place)
    arcs = tuple(
        Arc(one, other, route, standing or _usual(picture, places), both, tuple(places))
        for (one, other, route, standing, both), places in bundles.items()
    )
    if not picture.by_domain:
        return picture.ends, arcs
    words = {f"domain:{id}": words for id, words in picture.domains} | {"domain:": NO_DOMAIN, "domain:*": OTHER_BODIES}
    groups = {
        id: by_id[id] if id in by_id else End(id, words[id].vi, words[id].en, None, "sector", id[7:].strip("*") or None, platform=False, own=id != "domain:*")
        for id in dict.fromkeys(stands.values())
    }  # fmt: skip
    return tuple(sorted(groups.values(), key=lambda end: (sort_key(end.name), end.id))), arcs


def _usual(picture: Flows, places: list[int]) -> Standing:
    """The standing most of these flows have, the first of the legend among equals."""
    standings = [picture.lines[place].standing for place in places]
    return max(STANDINGS, key=standings.count)


def group_of(picture: Flows, end: End) -> tuple[str, Words]:
    """The group an end stands in, with its heading: its sector, else other bodies' systems, else those without one."""
    if end.domain:
        return end.domain, dict(picture.domains)[end.domain]
    return ("", NO_DOMAIN) if end.own else ("*", OTHER_BODIES)


def _stands_for(end: End) -> str:
    """A platform stands for itself, all else for its sector; other bodies' systems, which have none, for each other."""
    if end.platform:
        return end.id
    return f"domain:{end.domain or ('' if end.own else '*')}"
