"""The connectors of a mandatory diagram as drawn: colour and dash by sort, a count on each, an arrow where it arrives.

Decides where along its way the count stands. The ways themselves were decided by ``diagram_routes``.
"""

from __future__ import annotations

from archmodel.views.diagram_layout import Sheet
from archmodel.views.diagram_routes import TRACK, Plan, into, out
from archmodel.views.diagram_values import SORTS, Connector, Diagram, Sort
from archmodel.views.marks import line
from archmodel.views.measure import width
from archmodel.views.pen import BLUE, Pen, Spot, number
from archmodel.views.scene import Point

STROKES: dict[Sort, tuple[str, str]] = {
    "flow": (BLUE, 'stroke-width="1.8"'),
    "relation": ("#4a5666", 'stroke-width="1.1" stroke-dasharray="5 2.5"'),
    "form": ("#4a5666", 'stroke-width="1.6"'),
}


def connect(pen: Pen, picture: Diagram, sheet: Sheet, areas: dict[str, str]) -> None:
    """Draw every connector: those the form says straight from group to group, the others by their channels."""
    recorded = [one for one in picture.connectors if one.sort != "form"]
    routes = [_route(sheet, n) for n in range(len(recorded))]
    for one, route in sorted(zip(recorded, routes, strict=True), key=lambda pair: pair[0].sort == "flow"):
        _draw(pen, picture, one, route, areas)
    for one, route in zip(recorded, routes, strict=True):
        if one.records > 1:
            _count(pen, one, route)
    for one in picture.connectors:
        if one.sort == "form":
            start, end = sheet.groups[one.source], sheet.groups[one.target]
            y = start.y + start.tall / 2
            _draw(pen, picture, one, ((start.x + start.wide, y), (end.x, y)), areas)


def _route(sheet: Sheet, n: int) -> tuple[Point, ...]:
    plan = sheet.plan
    assert plan is not None
    tie, way = plan.ties[n], plan.ways[n]
    one, other = sheet.parts[tie.source], sheet.parts[tie.target]
    start = (plan.ports[tie.source, way.leaves, out(n)], one.y + (one.tall if way.leaves == "bottom" else 0))
    end = (plan.ports[tie.target, way.enters, into(tie)], other.y + (other.tall if way.enters == "bottom" else 0))
    last = _lane(sheet, plan, way.last, into(tie))
    if way.gutter is None:
        return start, (start[0], last), (end[0], last), end
    first = _lane(sheet, plan, way.first, out(n))
    track = plan.gutters[way.gutter].at[into(tie)] * TRACK + 3
    x = sheet.left - track if way.gutter == "left" else sheet.right + track
    return start, (start[0], first), (x, first), (x, last), (end[0], last), end


def _lane(sheet: Sheet, plan: Plan, channel: int, key: tuple[str, ...]) -> float:
    return sheet.channels[channel] + plan.channels[channel].at[key] * TRACK + TRACK / 2


def _draw(pen: Pen, picture: Diagram, one: Connector, route: tuple[Point, ...], areas: dict[str, str]) -> None:
    stroke, look = STROKES[one.sort]
    pen.record.meanings[stroke] = SORTS[one.sort].to(pen.lang)
    names = picture.names
    arrow = "⇄" if one.both_ways else "→"
    words = one.words.to(pen.lang)
    told = f"{names[one.source].to(pen.lang)} {arrow} {names[one.target].to(pen.lang)}: {words}"
    pen.open(None, f"{told} ({one.records})" if one.records else told)
    line(pen, route, f'stroke="{stroke}" {look} stroke-linejoin="round"')
    _head(pen, route[-2], route[-1], stroke)
    if one.both_ways:
        _head(pen, route[1], route[0], stroke)
    pen.close()
    pen.record.edge(
        areas[one.source],
        areas[one.target],
        words,
        route,
        label=str(one.records) if one.records > 1 else "",
        standing=SORTS[one.sort].to(pen.lang),
        stroke=stroke,
        dashed=one.sort == "relation",
        both_ways=one.both_ways,
    )


def _head(pen: Pen, before: Point, tip: Point, fill: str) -> None:
    """A triangle whose tip is at the end of a line that runs level or upright."""
    (x, y), (from_x, from_y) = tip, before
    across, down = (x > from_x) - (x < from_x), (y > from_y) - (y < from_y)
    back_x, back_y = x - 7 * across, y - 7 * down
    corners = ((back_x - 3.5 * down, back_y - 3.5 * across), (back_x + 3.5 * down, back_y + 3.5 * across))
    steps = "L".join(f"{number(one)} {number(other)}" for one, other in corners)
    pen.path(f"M{number(x)} {number(y)}L{steps}Z", f'fill="{fill}"')


def _count(pen: Pen, one: Connector, route: tuple[Point, ...]) -> None:
    """The number of records, on the first level stretch, near its beginning."""
    (x, y), (to_x, _) = route[1], route[2]
    text = str(one.records)
    room = width(text, 9, bold=True) + 7
    step = min(14.0, abs(to_x - x) / 2) * (1 if to_x > x else -1)
    pen.rect(Spot(x + step - room / 2, y - 6, room), 12, f"{pen.css}-count", f'fill="#ffffff" stroke="{STROKES[one.sort][0]}" stroke-width="0.9"', round=6)  # fmt: skip
    pen.text(x + step, y + 3.2, text, 9, bold=True, anchor="middle")
