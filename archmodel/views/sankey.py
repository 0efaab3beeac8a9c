"""How much flows from which sector over which way to which sector: bands as wide as the flows recorded are many.

Counts flows, not volumes, which no source states. Decides the order of bars (most flows first) and where they stand;
the drawing is a few rectangles and bands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.model.model import Model
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words
from archmodel.views.flow_values import ROUTES, Flows, Line, Route, group_of
from archmodel.views.flows import flows
from archmodel.views.flows_svg import COLOURS
from archmodel.views.grid import EDGE, heading, swatches
from archmodel.views.measure import wrap
from archmodel.views.pen import Link, Pen, Spot, number
from archmodel.views.picture import Picture, Table

PAGE, BAR, LABEL, TALL, GAP = 1400, 16, 250, 620, 10


class Stream(NamedTuple):
    """Flows from a sector over a way to a sector; ``way`` is a platform's id or a route."""

    source: str
    way: str
    target: str
    route: Route
    flows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sankey(Picture):
    """Streams, those of most flows first, and the headings of sectors and ways."""

    title: Words
    day: str | None
    sources: int
    streams: tuple[Stream, ...]
    groups: dict[str, Words]
    ways: dict[str, Words]

    @property
    def total(self) -> int:
        """How many flows are counted."""
        return sum(len(stream.flows) for stream in self.streams)

    def alt(self, lang: str = "vi") -> str:
        """How many flows, and the widest stream."""
        if not self.streams:
            return Words("Chưa ghi luồng nào.", "No flow is recorded.").to(lang)
        first = self.streams[0]
        names = [self.groups[first.source], self.ways[first.way], self.groups[first.target]]
        widest = " → ".join(words.to(lang) for words in names)
        return Words(
            f"{self.total} luồng; dải rộng nhất ({len(first.flows)} luồng): {widest}. Bề rộng là số luồng, không phải lượng dữ liệu.",
            f"{self.total} flows; the widest stream ({len(first.flows)} flows): {widest}. Width counts flows, not volume.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a stream: sector of the sender, way, sector of the receiver, how many flows and which."""
        head = Words(
            "Lĩnh vực gửi|Đường đi|Lĩnh vực nhận|Số luồng|Mã luồng", "Sending sector|Way|Receiving sector|Flows|Codes"
        )
        rows = tuple(
            (
                self.groups[stream.source].to(lang),
                self.ways[stream.way].to(lang),
                self.groups[stream.target].to(lang),
                str(len(stream.flows)),
                ", ".join(stream.flows),
            )
            for stream in self.streams
        )
        return Table(tuple(head.to(lang).split("|")), rows)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; sectors link to their pages."""
        return _draw(self, lang, link)


def sankey(model: Model) -> Sankey:
    """The flows of a model, whole or part, counted by sector and way."""
    picture = flows(model)
    found: dict[tuple[str, str, str, Route], list[str]] = defaultdict(list)
    groups: dict[str, Words] = {}
    ways: dict[str, Words] = {}
    for line in picture.lines:
        ends = [group_of(picture, picture.by_id[id]) for id in (line.source, line.target)]
        groups.update(ends)
        way, words = _way(picture, line)
        ways[way] = words
        found[ends[0][0], way, ends[1][0], line.route].append(line.id)
    streams = [Stream(*key, tuple(ids)) for key, ids in found.items()]
    streams.sort(key=lambda stream: (-len(stream.flows), stream[:3]))
    title = Words(f"Dòng dữ liệu theo lĩnh vực – {model.settings.name}", f"Flows by sector – {model.settings.name_en}")
    return Sankey(title, model.day, picture.sources, tuple(streams), groups, ways)


def _way(picture: Flows, line: Line) -> tuple[str, Words]:
    if line.platforms:
        end = picture.by_id[line.platforms[0]]
        short = end.short or end.name
        return end.id, Words(f"qua {short}", f"over {end.short or end.to('en')}")
    return line.route, ROUTES[line.route]


def _draw(picture: Sankey, lang: str, link: Link | None) -> str:
    pen = Pen(lang, link, "sk")
    top = heading(pen, picture, PAGE)
    for x, anchor, words in (
        (EDGE + LABEL + BAR, "end", Words("Lĩnh vực của bên gửi", "Sector of the sender")),
        (PAGE / 2, "middle", Words("Đường đi", "Way")),
        (PAGE - EDGE - LABEL - BAR, "start", Words("Lĩnh vực của bên nhận", "Sector of the receiver")),
    ):
        pen.text(x, top + 10, words.to(lang), 12, bold=True, anchor=anchor)
    top += 24
    unit = max(3.0, min(14.0, TALL / max(picture.total, 1)))
    lefts, lows = _stacked(picture, 0, unit)
    middles, mid = _stacked(picture, 1, unit)
    rights, low = _stacked(picture, 2, unit)
    foot = max(lows, mid, low)
    shift = [top + (foot - height) / 2 for height in (lows, mid, low)]
    columns = (EDGE + LABEL, PAGE / 2 - BAR / 2, PAGE - EDGE - LABEL - BAR)
    _bands(pen, picture, (lefts, middles, rights), columns, shift, unit)
    for side, bars in enumerate((lefts, middles, rights)):
        counts = _counted(picture, side)
        for key, y in bars.items():
            _bar(pen, picture, side, key, counts[key], Spot(columns[side], shift[side] + y, BAR), unit)
    routes = dict.fromkeys(stream.route for stream in picture.streams)
    legend = [(words.to(lang), COLOURS[route]) for route, words in ROUTES.items() if route in routes]
    y = swatches(pen, legend, top + foot + 14, PAGE)
    return pen.document("sankey", picture.title.to(lang), picture.alt(lang), (PAGE, y))


def _counted(picture: Sankey, side: int) -> Counter[str]:
    """How many flows each bar of a column stands for."""
    counts = Counter[str]()
    for stream in picture.streams:
        counts[(stream.source, stream.way, stream.target)[side]] += len(stream.flows)
    return counts


def _stacked(picture: Sankey, side: int, unit: float) -> tuple[dict[str, float], float]:
    """The upper edge of each bar of a column, most flows first, and the height of all."""
    counts = _counted(picture, side)
    names = picture.ways if side == 1 else picture.groups
    tops: dict[str, float] = {}
    y = 0.0
    for key in sorted(counts, key=lambda key: (-counts[key], sort_key(names[key].vi), key)):
        tops[key] = y
        y += max(counts[key] * unit, 13) + GAP
    return tops, y - GAP


def _bar(pen: Pen, picture: Sankey, side: int, key: str, count: int, spot: Spot, unit: float) -> None:
    names = picture.ways if side == 1 else picture.groups
    words = names[key].to(pen.lang)
    height = count * unit
    pen.open(key if side != 1 or key not in ROUTES else None, words)
    pen.rect(spot, height, "sk-bar", 'fill="#16202c"', round=1)
    room = LABEL - 16 if side != 1 else 300
    (line,) = wrap(f"{words} ({count})", 11.5, room, lines=1)
    x, anchor = ((spot.x - 7, "end"), (spot.x + BAR + 6, "start"), (spot.x + BAR + 7, "start"))[side]
    pen.text(x, spot.y + height / 2 + 4, line, 11.5, bold=side == 1, anchor=anchor, halo=True)
    pen.close()


def _bands(
    pen: Pen,
    picture: Sankey,
    bars: tuple[dict[str, float], dict[str, float], dict[str, float]],
    columns: tuple[float, float, float],
    shift: list[float],
    unit: float,
) -> None:
    lefts, middles, rights = bars
    used: dict[tuple[int, str], float] = defaultdict(float)

    def taken(slot: int, key: str, y: float, height: float) -> float:
        used[slot, key] += height
        return y + used[slot, key] - height

    first = sorted(picture.streams, key=lambda s: (lefts[s.source], middles[s.way], rights[s.target]))
    for stream in first:
        height = len(stream.flows) * unit
        y = taken(0, stream.source, shift[0] + lefts[stream.source], height)
        to_y = taken(1, stream.way, shift[1] + middles[stream.way], height)
        _band(pen, picture, stream, (columns[0] + BAR, y, columns[1], to_y), height)
    for stream in sorted(picture.streams, key=lambda s: (middles[s.way], rights[s.target], lefts[s.source])):
        height = len(stream.flows) * unit
        y = taken(2, stream.way, shift[1] + middles[stream.way], height)
        to_y = taken(3, stream.target, shift[2] + rights[stream.target], height)
        _band(pen, picture, stream, (columns[1] + BAR, y, columns[2], to_y), height)


def _band(pen: Pen, picture: Sankey, stream: Stream, ends: tuple[float, float, float, float], height: float) -> None:
    x, y, to_x, to_y = ends
    middle = number((x + to_x) / 2)
    names = (picture.groups[stream.source], picture.ways[stream.way], picture.groups[stream.target])
    pen.open(None, f"{' → '.join(words.to(pen.lang) for words in names)}: {', '.join(stream.flows)}")
    pen.path(
        f"M{number(x)} {number(y)}C{middle} {number(y)} {middle} {number(to_y)} {number(to_x)} {number(to_y)}"
        f"V{number(to_y + height)}C{middle} {number(to_y + height)} {middle} {number(y + height)} {number(x)} {number(y + height)}Z",
        f'fill="{COLOURS[stream.route]}" fill-opacity="0.5" stroke="#ffffff" stroke-width="0.6"',
    )
    pen.close()
