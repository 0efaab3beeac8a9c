"""The matrix of flows drawn as SVG: senders down, receivers across, sectors parted by a line and named at the edge.

Decides sizes and marks; a cell says the route by letter and colour, the standing by its fill and outline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from archmodel.text.words import Words
from archmodel.views.flow_values import ROUTES, STANDINGS, Route, Standing
from archmodel.views.flows_svg import COLOURS, LETTERS
from archmodel.views.grid import EDGE, heading
from archmodel.views.matrix import MARKS, Matrix
from archmodel.views.measure import width, wrap
from archmodel.views.pen import Link, Pen, Spot, number

CELL, ROW_HEAD, COLUMN_HEAD, TEXT = 22, 300, 190, 10.5
SECTOR = 130
"""Room for the names of sectors, left of the senders'."""
_THIN, _THICK = 'stroke="#dfe4ea" stroke-width="0.8"', 'stroke="#8a95a3" stroke-width="1"'


def draw(picture: Matrix, lang: str, link: Link | None = None) -> str:
    """The picture as an SVG document."""
    pen = Pen(lang, link, "mx")
    rows_room = min(max((width(words.to(lang), TEXT) for _, words in picture.senders), default=0) + 14, ROW_HEAD)
    heads = [wrap(words.to(lang), TEXT, COLUMN_HEAD * 1.1, lines=1)[0] for _, words in picture.receivers]
    left = EDGE + rows_room + (SECTOR if picture.sectors else 0)
    across = max(left + len(heads) * CELL + 110, 900)
    tall = max((width(head, TEXT) for head in heads), default=0) * 0.87 + 16
    top = _legend(pen, heading(pen, picture, across), across) + tall
    table = Spot(left, top, len(picture.receivers) * CELL)
    down = len(picture.senders) * CELL
    _columns(pen, picture, heads, table, down)
    _rows(pen, picture, rows_room, table)
    _cells(pen, picture, table)
    frame = f"M{number(left)} {number(top)}h{number(table.room)}v{number(down)}h{number(-table.room)}Z"
    pen.path(frame, 'fill="none" stroke="#5b6673"')
    return pen.document("matrix", picture.title.to(lang), picture.alt(lang), (across, top + down + EDGE))


def _runs(picture: Matrix, keys: Sequence[tuple[str, Words]]) -> Iterator[tuple[int, int, Words]]:
    """The sectors of rows or columns: where each begins, how many it holds, and its name."""
    if not picture.sectors:
        return
    begin = 0
    for sector, held in groupby(keys, key=lambda pair: picture.sectors[pair[0]]):
        count = len(list(held))
        yield begin, count, sector
        begin += count


def _columns(pen: Pen, picture: Matrix, heads: list[str], table: Spot, down: float) -> None:
    for n, (key, words) in enumerate(picture.receivers):
        sector = picture.sectors.get(key)
        pen.open(key, f"{words.to(pen.lang)} ({sector.to(pen.lang)})" if sector else words.to(pen.lang))
        pen.text(table.x + n * CELL + CELL / 2 + 3, table.y - 6, heads[n], TEXT, turn=-60)
        pen.close()
        pen.path(f"M{number(table.x + n * CELL)} {number(table.y)}v{number(down)}", _THIN)
    for begin, _, _ in _runs(picture, picture.receivers):
        pen.path(f"M{number(table.x + begin * CELL)} {number(table.y)}v{number(down)}", _THICK)


def _rows(pen: Pen, picture: Matrix, rows_room: float, table: Spot) -> None:
    for n, (key, words) in enumerate(picture.senders):
        (line,) = wrap(words.to(pen.lang), TEXT, rows_room - 12, lines=1)
        y = table.y + n * CELL
        pen.path(f"M{number(table.x)} {number(y)}h{number(table.room)}", _THIN)
        pen.open(key, words.to(pen.lang))
        pen.text(table.x - 8, y + 15, line, TEXT, anchor="end")
        pen.close()
    for begin, count, sector in _runs(picture, picture.senders):
        y = table.y + begin * CELL
        pen.path(f"M{number(EDGE)} {number(y)}h{number(table.x - EDGE + table.room)}", _THICK)
        size = 10 if count > 1 else 8.5
        for m, line in enumerate(wrap(sector.to(pen.lang), size, SECTOR - 8, lines=min(count * 2, 3), bold=True)):
            pen.text(EDGE, y + (15 if count > 1 else 9.5) + m * size * 1.1, line, size, bold=True)


def _cells(pen: Pen, picture: Matrix, table: Spot) -> None:
    rows = {key: n for n, (key, _) in enumerate(picture.senders)}
    columns = {key: n for n, (key, _) in enumerate(picture.receivers)}
    for (sender, receiver), cell in picture.cells.items():
        spot = Spot(table.x + columns[receiver] * CELL + 1.5, table.y + rows[sender] * CELL + 1.5, CELL - 3)
        told = "\n".join(f"{line.id}: {picture.picture.content(line, pen.lang)}" for line in cell.lines[:8])
        pen.open(None, told)
        _mark(pen, spot, cell.route, cell.standing, cell.text(pen.lang), both=cell.both_ways)
        pen.close()


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
