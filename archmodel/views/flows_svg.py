"""The network of flows on paper: boxes with the names of senders, platforms and receivers, and arrows between them.

Decides sizes, colours, dashes and letters. The route of a flow is told by colour and letter, its standing by the dash;
platforms are filled dark; an end without which others lose touch carries their count.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from archmodel.views.flow_values import ROUTES, STANDINGS, Arc, End, Flows, Route, Standing
from archmodel.views.grid import EDGE, heading
from archmodel.views.layered import Places, Size, layered
from archmodel.views.measure import width, wrap
from archmodel.views.pen import BLUE, GREEN, INK, ORANGE, PINK, RED, SKY, Link, Pen, Spot, number
from archmodel.views.scene import Drawing

BOX, TEXT, LINE = 172, 10.5, 13
SIZE = Size(wide=BOX, across=88, down=14, page=1400)
COLOURS: dict[Route, str] = {
    "own_platform": BLUE, "other_platform": GREEN, "platform": SKY, "direct": RED, "internal": PINK, "unstated": "#76818d",
}  # fmt: skip
LETTERS: dict[Route, tuple[str, str]] = {
    "own_platform": ("L", "L"), "other_platform": ("Q", "N"), "platform": ("P", "P"), "direct": ("T", "D"),
    "internal": ("N", "I"), "unstated": ("?", "?"),
}  # fmt: skip
DASHES: dict[Standing, str] = {
    "live": 'stroke-width="2"', "coming": 'stroke-width="1.6" stroke-dasharray="7 4"',
    "ended": 'stroke-width="1" stroke-dasharray="1.5 3"', "unknown": 'stroke-width="1.1" stroke-dasharray="2.5 2.5"',
}  # fmt: skip


class Curve(NamedTuple):
    """An arrow from a side of one box to a side of another; signs tell the way it leaves and arrives.

    ``bends`` are the ends of the level stretches where it passes other boxes; ``letter`` is where along its first or
    last stretch its letter stands, from 0 to 1, nearer to the end where fewer arrows meet.
    """

    x: float
    y: float
    to_x: float
    to_y: float
    leaves: int
    arrives: int
    bends: tuple[tuple[float, float], ...]
    letter: float


def draw(picture: Flows, lang: str, link: Link | None = None) -> Drawing:
    """The network as an SVG document, and its boxes and lines."""
    pen = Pen(lang, link, "fl")
    ends, arcs = picture.drawn
    lines = {end.id: lines_of(end, lang) for end in ends}
    tall: dict[str, float] = {end.id: len(lines[end.id]) * LINE + 10 for end in ends}
    places = placed(ends, arcs, tall)
    across = places.width + 2 * EDGE
    top = heading(pen, picture, across)
    top = _legend(pen, top, across)
    severed = {point.id: point.severed for point in picture.weak}
    circling = {id for circle in picture.circles for id in circle}
    for arc, curve in zip(arcs, _curves(arcs, places, tall), strict=True):
        _arrow(pen, picture, arc, curve, top)
    for end in ends:
        x, y = places.at[end.id]
        _box(pen, end, lines[end.id], Spot(x + EDGE, y + top, BOX))
        if end.id in severed:
            _badge(pen, x + EDGE + BOX - 4, y + top, str(severed[end.id]), ORANGE, INK)
        if end.id in circling:
            _badge(pen, x + EDGE + 4, y + top, "↻", ORANGE, INK)
    size = (across, top + places.height + EDGE)
    return pen.drawing("flows", picture.title.to(lang), picture.standing(lang), picture.alt(lang), size)


def legend(lang: str) -> str:
    """The legend alone, for a page that draws the network itself."""
    pen = Pen(lang, css="fk")
    height = _legend(pen, 8, 1100)
    told = "; ".join(words.to(lang) for words in (*ROUTES.values(), *STANDINGS.values()))
    return pen.document("flows-legend", pen.say("Chú giải", "Legend"), told, (1100, height - 14))


def placed(ends: tuple[End, ...], arcs: tuple[Arc, ...], tall: dict[str, float]) -> Places:
    """Where each end stands."""
    order = sorted(ends, key=lambda end: (not end.platform, end.domain or "~"))
    return layered([end.id for end in order], [(arc.source, arc.target) for arc in arcs], tall, SIZE)


def lines_of(end: End, lang: str) -> tuple[str, ...]:
    """The name as it stands in its box: the abbreviation where the name needs more than three lines."""
    lines = wrap(end.to(lang), TEXT, BOX - 16, lines=3, bold=end.platform)
    if lines[-1].endswith("…") and end.short:
        return wrap(end.short, TEXT, BOX - 16, lines=3, bold=end.platform)
    return lines


def _box(pen: Pen, end: End, lines: tuple[str, ...], spot: Spot) -> None:
    height = len(lines) * LINE + 10
    pen.open(end.id, end.to(pen.lang))
    if end.platform:
        pen.rect(spot, height, "fl-platform", f'fill="#12304f" stroke="{INK}" stroke-width="2"')
    elif end.own:
        pen.rect(spot, height, "fl-box", 'fill="#eef4fa" stroke="#1d3a5f" stroke-width="1"', round=3)
    else:
        pen.rect(spot, height, "fl-other", 'fill="#ffffff" stroke="#5b6673" stroke-width="1"', round=14)
    ink = "#ffffff" if end.platform else INK
    fill = "#12304f" if end.platform else "#eef4fa" if end.own else "#ffffff"
    name, shown = end.to(pen.lang), " ".join(lines)
    pen.record.node(end.id, name, spot.frame(height), fill=fill, ink=ink, shown=shown)
    for n, line in enumerate(lines):
        pen.text(spot.x + BOX / 2, spot.y + 16 + n * LINE, line, TEXT, bold=end.platform, anchor="middle", ink=ink)
    pen.close()


def _curves(arcs: tuple[Arc, ...], places: Places, tall: dict[str, float]) -> list[Curve]:
    """Arrows leave and reach a box at places of their own along its side, in the order of where they come from."""
    docks: dict[tuple[str, int], list[tuple[float, int, int]]] = defaultdict(list)
    sides: list[tuple[int, int]] = []
    for n, arc in enumerate(arcs):
        (x, y), (to_x, to_y) = places.at[arc.source], places.at[arc.target]
        way = (1, -1) if to_x > x else (-1, 1) if to_x < x else (1, 1)
        bends = _bends(places, arc, way[0])
        sides.append(way)
        docks[arc.source, way[0]].append((bends[0][1] if bends else to_y + tall[arc.target] / 2, n, 0))
        docks[arc.target, way[1]].append((bends[-1][1] if bends else y + tall[arc.source] / 2, n, 1))
    at: dict[tuple[int, int], tuple[float, float]] = {}
    crowd: dict[tuple[int, int], int] = {}
    for (id, side), meeting in docks.items():
        x, y = places.at[id]
        for place, (_, n, end) in enumerate(sorted(meeting)):
            share = (place + 1) / (len(meeting) + 1)
            at[n, end] = (x + (BOX if side > 0 else 0), y + 3 + (tall[id] - 6) * share)
            crowd[n, end] = len(meeting)
    return [
        Curve(*at[n, 0], *at[n, 1], *sides[n], _bends(places, arc, sides[n][0]), 0.5 + 0.2 * _sign(crowd[n, 0] - crowd[n, 1]))
        for n, arc in enumerate(arcs)
    ]  # fmt: skip


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _bends(places: Places, arc: Arc, leaves: int) -> tuple[tuple[float, float], ...]:
    """Both ends of each level stretch, in the direction of the arrow."""
    pairs = [((x, y), (x + BOX, y)) for x, y in places.bends.get((arc.source, arc.target), ())]
    points = [point for pair in pairs for point in pair]
    return tuple(points if leaves > 0 else reversed(points))


def _arrow(pen: Pen, picture: Flows, arc: Arc, curve: Curve, top: float) -> None:
    colour, dash = COLOURS[arc.route], DASHES[arc.standing]
    pen.record.meanings[colour] = f"{LETTERS[arc.route][pen.lang == 'en']}: {ROUTES[arc.route].to(pen.lang)}"
    x, y, to_x, to_y = curve.x + EDGE, curve.y + top, curve.to_x + EDGE, curve.to_y + top
    tail = (x + curve.leaves * 7 if arc.both_ways else x, y)
    head = (to_x + curve.arrives * 7, to_y)
    points = [tail, *((bend_x + EDGE, bend_y + top) for bend_x, bend_y in curve.bends), head]
    stretches = list(zip(points[::2], points[1::2], strict=True))
    pen.record.edge(
        arc.source,
        arc.target,
        ROUTES[arc.route].to(pen.lang),
        ((x, y), _controls(*stretches[0], curve)[0], *points[1:-1], _controls(*stretches[-1], curve)[1], (to_x, to_y)),
        label=LETTERS[arc.route][pen.lang == "en"] + (str(len(arc.lines)) if len(arc.lines) > 1 else ""),
        standing=STANDINGS[arc.standing].to(pen.lang),
        stroke=colour,
        dashed="dash" in dash,
        both_ways=arc.both_ways,
        curved=True,
    )
    pen.open(None, _tip(picture, arc, pen.lang))
    steps = [f"M{number(tail[0])} {number(tail[1])}"]
    for n, (one, other) in enumerate(stretches):
        control = _controls(one, other, curve)
        steps.append(f"C{' '.join(number(value) for point in (*control, other) for value in point)}")
        if n + 1 < len(stretches):
            steps.append(f"L{' '.join(number(value) for value in stretches[n + 1][0])}")
    pen.path("".join(steps), f'class="fl-arc" fill="none" stroke="{colour}" {dash}')
    _head(pen, to_x, to_y, curve.arrives, colour)
    if arc.both_ways:
        _head(pen, x, y, curve.leaves, colour)
    one, other = stretches[0 if curve.letter <= 0.5 else -1]
    spot = _along((one, *_controls(one, other, curve), other), curve.letter)
    letter = LETTERS[arc.route][pen.lang == "en"]
    _badge(pen, *spot, letter if len(arc.lines) == 1 else f"{letter}{len(arc.lines)}", "#ffffff", colour)
    pen.close()


Point = tuple[float, float]


def _controls(one: Point, other: Point, curve: Curve) -> tuple[Point, Point]:
    """The middle points of a Bézier stretch that leaves and arrives level."""
    reach = max(30.0, min(abs(other[0] - one[0]) / 2, 150.0))
    return (one[0] + curve.leaves * reach, one[1]), (other[0] + curve.arrives * reach, other[1])


def _along(points: tuple[Point, Point, Point, Point], t: float) -> Point:
    """The point of a Bézier stretch at ``t``."""
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))
    return x, y


def _head(pen: Pen, x: float, y: float, side: int, colour: str) -> None:
    back = number(x + side * 8)
    pen.path(f"M{number(x)} {number(y)}L{back} {number(y - 4)}L{back} {number(y + 4)}Z", f'fill="{colour}"')


def _badge(pen: Pen, x: float, y: float, text: str, fill: str, edge: str) -> None:
    room = max(14, width(text, 9, bold=True) + 7)
    pen.rect(
        Spot(x - room / 2, y - 7, room), 14, "fl-badge", f'fill="{fill}" stroke="{edge}" stroke-width="1.2"', round=7
    )
    pen.text(x, y + 3.3, text, 9, bold=True, anchor="middle")


def _tip(picture: Flows, arc: Arc, lang: str) -> str:
    told = (
        f"{line.id}: {picture.named(line.source, lang)} → {picture.named(line.target, lang)}; {picture.way(line, lang)};"
        f" {STANDINGS[line.standing].to(lang)}; {picture.content(line, lang)}"
        for line in (picture.lines[place] for place in arc.lines[:8])
    )
    return "\n".join(told)


def _legend(pen: Pen, y: float, across: float) -> float:
    """What colours, letters, dashes, boxes and marks mean; returns the height it ends at."""
    x: float = EDGE

    def item(room: float, words: str) -> tuple[float, float]:
        nonlocal x, y
        whole = room + 6 + width(words, 11) + 18
        if x + whole > across - EDGE and x > EDGE:
            x, y = EDGE, y + 20
        here = x, y
        pen.text(x + room + 6, y + 9, words, 11)
        x += whole
        return here

    for route, words in ROUTES.items():
        left, at = item(34, words.to(pen.lang))
        pen.path(f"M{number(left)} {number(at + 5)}h34", f'stroke="{COLOURS[route]}" stroke-width="2.4"')
        _badge(pen, left + 17, at + 5, LETTERS[route][pen.lang == "en"], "#ffffff", COLOURS[route])
    for standing, told in STANDINGS.items():
        left, at = item(34, told.to(pen.lang))
        pen.path(f"M{number(left)} {number(at + 5)}h34", f'stroke="{INK}" {DASHES[standing]}')
    for fill, round, key in (
        ("#12304f", 4, pen.say("nền tảng tích hợp", "integration platform")),
        ("#eef4fa", 3, pen.say("của địa phương", "own")),
        ("#ffffff", 8, pen.say("của cơ quan khác", "of other bodies")),
    ):
        left, at = item(26, key)
        pen.rect(Spot(left, at - 2, 26), 14, "fl-key", f'fill="{fill}" stroke="#1d3a5f"', round=round)
    left, at = item(
        16,
        pen.say(
            "điểm nghẽn (⚠): số đối tượng mất kết nối nếu nó dừng", "weak point (⚠): how many lose touch if it stops"
        ),
    )
    _badge(pen, left + 8, at + 5, "5", ORANGE, INK)
    left, at = item(16, pen.say("nằm trong vòng khép kín", "in a circle of flows"))
    _badge(pen, left + 8, at + 5, "↻", ORANGE, INK)
    return y + 34
