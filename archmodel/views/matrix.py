"""Who sends to whom as a square table: senders down, receivers across, the way and the standing in each cell.

Decides who gets a row and a column - single ends, or sectors where there would be too many to read - and what a cell
says. It scales where a network does not: 2,000 ends become a table of sectors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.model.model import Model
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words
from archmodel.views.flow_values import ROUTES, STANDINGS, Flows, Line, Route, Standing, group_of
from archmodel.views.flows import flows
from archmodel.views.flows_svg import COLOURS, LETTERS
from archmodel.views.grid import EDGE, heading
from archmodel.views.measure import width, wrap
from archmodel.views.pen import Link, Pen, Spot, number
from archmodel.views.picture import Picture, Table

READABLE = 80
"""More senders or receivers than this stand by sector."""
CELL, ROW_HEAD, COLUMN_HEAD, TEXT = 22, 300, 190, 10.5
MARKS: dict[Standing, Words] = {
    "live": Words("nền màu", "filled"),
    "coming": Words("viền liền", "outlined"),
    "unknown": Words("viền đứt", "dashed outline"),
    "ended": Words("gạch chéo", "crossed out"),
}


class Cell(NamedTuple):
    """What passes from a row to a column: the route and standing of most weight, whether data returns, and the flows."""

    route: Route
    standing: Standing
    both_ways: bool
    lines: tuple[Line, ...]

    def text(self, lang: str) -> str:
        """The letter of the route, and how many flows where there are several."""
        letter = LETTERS[self.route][lang == "en"]
        return letter if len(self.lines) == 1 else f"{letter}{len(self.lines)}"


@dataclass(frozen=True, slots=True)
class Matrix(Picture):
    """Senders and receivers with their names, and the cells where something passes."""

    title: Words
    day: str | None
    sources: int
    picture: Flows
    senders: tuple[tuple[str, Words], ...]
    receivers: tuple[tuple[str, Words], ...]
    cells: dict[tuple[str, str], Cell]
    by_domain: bool

    def alt(self, lang: str = "vi") -> str:
        """How many senders, receivers and cells with flows."""
        return Words(
            f"{len(self.senders)} bên gửi (hàng), {len(self.receivers)} bên nhận (cột), {len(self.cells)} ô có luồng.",
            f"{len(self.senders)} senders (rows), {len(self.receivers)} receivers (columns), {len(self.cells)} cells with flows.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a cell that holds flows: sender, receiver, ways, standings, codes."""
        head = Words(
            "Bên gửi|Bên nhận|Đường đi|Trạng thái|Hai chiều|Mã luồng", "Sender|Receiver|Way|State|Both ways|Codes"
        )
        names = dict(self.senders) | dict(self.receivers)
        yes = Words("có", "yes").to(lang)
        rows = tuple(
            (
                names[sender].to(lang),
                names[receiver].to(lang),
                "; ".join(dict.fromkeys(self.picture.way(line, lang) for line in cell.lines)),
                "; ".join(dict.fromkeys(STANDINGS[line.standing].to(lang) for line in cell.lines)),
                yes if cell.both_ways else "",
                ", ".join(line.id for line in cell.lines),
            )
            for (sender, receiver), cell in self.cells.items()
        )
        return Table(tuple(head.to(lang).split("|")), rows)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; names link to their pages."""
        return _draw(self, lang, link)


def matrix(model: Model, *, by_domain: bool | None = None) -> Matrix:
    """The flows of a model, whole or part, as a square table; by sector where asked, or where ends are too many."""
    picture = flows(model)
    many = max(len({line.source for line in picture.lines}), len({line.target for line in picture.lines})) > READABLE
    grouped = many if by_domain is None else by_domain
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    names: dict[str, Words] = {}
    for line in picture.lines:
        pair = []
        for id in (line.source, line.target):
            end = picture.by_id[id]
            key, words = group_of(picture, end) if grouped else (id, Words(end.name, end.to("en")))
            names[key] = words
            pair.append(key)
        found[pair[0], pair[1]].append(line)
    order = sorted(names, key=lambda key: (sort_key(names[key].vi), key))
    senders, receivers = {pair[0] for pair in found}, {pair[1] for pair in found}
    place = {key: n for n, key in enumerate(order)}
    title = Words(
        f"Ma trận bên gửi – bên nhận – {model.settings.name}", f"Senders by receivers – {model.settings.name_en}"
    )
    return Matrix(
        title=title,
        day=model.day,
        sources=picture.sources,
        picture=picture,
        senders=tuple((key, names[key]) for key in order if key in senders),
        receivers=tuple((key, names[key]) for key in order if key in receivers),
        cells={pair: _cell(found[pair]) for pair in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))},
        by_domain=grouped,
    )


def _cell(lines: list[Line]) -> Cell:
    """The route most flows take, the first of the legend among equals; likewise the standing."""
    routes = [line.route for line in lines]
    standings = [line.standing for line in lines]
    return Cell(
        max(ROUTES, key=routes.count),
        max(STANDINGS, key=standings.count),
        any(line.both_ways for line in lines),
        tuple(lines),
    )


def _draw(picture: Matrix, lang: str, link: Link | None) -> str:
    pen = Pen(lang, link, "mx")
    rows_room = min(max((width(words.to(lang), TEXT) for _, words in picture.senders), default=0) + 14, ROW_HEAD)
    heads = [wrap(words.to(lang), TEXT, COLUMN_HEAD * 1.1, lines=1)[0] for _, words in picture.receivers]
    left = EDGE + rows_room
    across = max(left + len(heads) * CELL + 110, 900)
    tall = max((width(head, TEXT) for head in heads), default=0) * 0.87 + 16
    top = _legend(pen, heading(pen, picture, across), across) + tall
    down, wide = len(picture.senders) * CELL, len(picture.receivers) * CELL
    for n, (key, words) in enumerate(picture.receivers):
        pen.open(key, words.to(lang))
        pen.text(left + n * CELL + CELL / 2 + 3, top - 6, heads[n], TEXT, turn=-60)
        pen.close()
        pen.path(f"M{number(left + n * CELL)} {number(top)}v{number(down)}", 'stroke="#dfe4ea" stroke-width="0.8"')
    for n, (key, words) in enumerate(picture.senders):
        (line,) = wrap(words.to(lang), TEXT, rows_room - 12, lines=1)
        pen.path(f"M{number(left)} {number(top + n * CELL)}h{number(wide)}", 'stroke="#dfe4ea" stroke-width="0.8"')
        pen.open(key, words.to(lang))
        pen.text(left - 8, top + n * CELL + 15, line, TEXT, anchor="end")
        pen.close()
    rows = {key: n for n, (key, _) in enumerate(picture.senders)}
    columns = {key: n for n, (key, _) in enumerate(picture.receivers)}
    for (sender, receiver), cell in picture.cells.items():
        spot = Spot(left + columns[receiver] * CELL + 1.5, top + rows[sender] * CELL + 1.5, CELL - 3)
        told = "\n".join(f"{line.id}: {picture.picture.content(line, lang)}" for line in cell.lines[:8])
        pen.open(None, told)
        _mark(pen, spot, cell.route, cell.standing, cell.text(lang), both=cell.both_ways)
        pen.close()
    pen.path(
        f"M{number(left)} {number(top)}h{number(wide)}v{number(down)}h{number(-wide)}Z", 'fill="none" stroke="#5b6673"'
    )
    return pen.document("matrix", picture.title.to(lang), picture.alt(lang), (across, top + down + EDGE))


def _mark(pen: Pen, spot: Spot, route: Route, standing: Standing, text: str, *, both: bool) -> None:
    colour, side = COLOURS[route], CELL - 3
    live = standing == "live"
    dash = ' stroke-dasharray="2.5 2"' if standing == "unknown" else ""
    fill = colour if live else "#ffffff"
    pen.rect(spot, side, "mx-cell", f'fill="{fill}" stroke="{colour}" stroke-width="1.6"{dash}', round=2)
    if standing == "ended":
        pen.path(f"M{number(spot.x)} {number(spot.y + side)}l{number(side)} {number(-side)}", f'stroke="{colour}"')
    size = 10 if not both and len(text) < 3 else 8
    shown = f"{text}⇄" if both else text
    pen.text(
        spot.x + side / 2,
        spot.y + 13,
        shown,
        size,
        bold=True,
        anchor="middle",
        ink="#ffffff" if live and route not in {"platform", "internal"} else "#16202c",
    )


def _legend(pen: Pen, y: float, across: float) -> float:
    items: list[tuple[Route, Standing, str, str, bool]] = [
        *((route, "coming", LETTERS[route][pen.lang == "en"], words.to(pen.lang), False) for route, words in ROUTES.items()),
        *(("unstated", standing, "", f"{MARKS[standing].to(pen.lang)}: {STANDINGS[standing].to(pen.lang)}", False) for standing in MARKS),
        ("unstated", "coming", "", pen.say("⇄: hai chiều; L2: hai luồng", "⇄: both ways; L2: two flows"), False),
    ]  # fmt: skip
    x: float = EDGE
    for route, standing, text, words, both in items:
        room = 26 + width(words, 11) + 18
        if x + room > across - EDGE and x > EDGE:
            x, y = EDGE, y + 24
        if not words.startswith("⇄"):
            _mark(pen, Spot(x, y - 4, CELL - 3), route, standing, text, both=both)
        pen.text(x + (26 if not words.startswith("⇄") else 0), y + 9, words, 11)
        x += room
    return y + 24
