"""One element and its bundles drawn as SVG: a trunk down the left, a branch above each row of cards, a drop to each card.

Decides sizes and places. Lines run in lanes of their own and so never cross a card or each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from archmodel.model.kinds import KINDS, LAYERS, Layer
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words
from archmodel.views.focus import ORDER, Bundle, Focus, Neighbour
from archmodel.views.grid import heading
from archmodel.views.marks import LINE, TEXT, Swatch, arrow_down, arrow_up, legend, line, lines_of
from archmodel.views.measure import wrap
from archmodel.views.pen import BLUE, Link, Pen, Spot
from archmodel.views.scene import Drawing, Frame, Point
from archmodel.views.svg import LINES, STANDINGS, TINTS

PAGE, EDGE, GAP = 1400, 16, 10
TRUNK, CARDS, COLUMNS = 152, 176, 4
ROOM = (PAGE - EDGE - CARDS - GAP) / COLUMNS - GAP
DROP = 20
PLAIN = "#4a5666"
_INFERRED = Words("suy luận", "inferred")


@dataclass(slots=True)
class Trunk:
    """The line all ties hang on: the heights where something meets it, the focus's own, and each tie's neighbour."""

    heights: list[float]
    home: float = 0
    ties: list[tuple[Bundle, Neighbour, str, tuple[Point, ...]]] = field(default_factory=list)


class Card(NamedTuple):
    """What stands in a place of the grid: the focus itself where ``bundle`` is None."""

    bundle: Bundle | None
    height: float


def draw(picture: Focus, lang: str = "vi", link: Link | None = None) -> Drawing:
    """The picture as an SVG document, and its boxes and lines."""
    pen = Pen(lang, link, "focus")
    y = heading(pen, picture, PAGE)
    trunk = Trunk([])
    for layer in ORDER:
        bundles = [bundle for bundle in picture.bundles if bundle.layer == layer]
        cards = [Card(bundle, _height(bundle, lang)) for bundle in bundles]
        if layer == picture.layer:
            cards.insert(0, Card(None, _focus_height(picture)))
        if cards:
            y = _band(pen, picture, layer, cards, y, trunk) + 8
    if len(trunk.heights) > 1:
        ends = [(TRUNK, min(trunk.heights)), (TRUNK, max(trunk.heights))]
        line(pen, ends, f'stroke="{PLAIN}" stroke-width="2"')
    _note_ties(pen, picture, trunk)
    y = _legend(pen, y + 6)
    return pen.drawing("focus", picture.title.to(lang), picture.standing(lang), picture.alt(lang), (PAGE, y))


def _band(pen: Pen, picture: Focus, layer: Layer, cards: list[Card], top: float, trunk: Trunk) -> float:
    rows = [cards[n : n + COLUMNS] for n in range(0, len(cards), COLUMNS)]
    height = sum(max(card.height for card in row) + DROP + GAP for row in rows) + 4
    pen.rect(
        Spot(EDGE, top, PAGE - 2 * EDGE),
        height,
        f"focus-band focus-{layer}",
        f'fill="{TINTS[layer]}" stroke="#5b6673" stroke-width="0.8"',
    )
    for n, text in enumerate(wrap(LAYERS[layer].to(pen.lang), 12, TRUNK - EDGE - 20, lines=4, bold=True)):
        pen.text(EDGE + 10, top + 20 + n * 15, text, 12, bold=True)
    area = pen.record.area(
        layer,
        LAYERS[layer].to(pen.lang),
        Frame(EDGE, top, PAGE - 2 * EDGE, height),
        TINTS[layer],
        head=TRUNK - EDGE - 10,
    )
    y = top + 4
    for row in rows:
        _branch(pen, row, y, trunk)
        for n, card in enumerate(row):
            spot = Spot(CARDS + n * (ROOM + GAP), y + DROP, ROOM)
            if card.bundle is None:
                _focus(pen, picture, spot, card.height, area)
            else:
                _card(pen, card.bundle, spot, card.height, area, trunk)
        y += max(card.height for card in row) + DROP + GAP
    return top + height


def _branch(pen: Pen, row: list[Card], y: float, trunk: Trunk) -> None:
    """The line above a row and its drops; the focus hangs on the trunk by a thick line of its own."""
    lane = y + 6
    drops = [(n, card.bundle) for n, card in enumerate(row) if card.bundle is not None]
    if row[0].bundle is None:
        middle = y + DROP + row[0].height / 2
        line(pen, [(TRUNK, middle), (CARDS, middle)], f'stroke="{PLAIN}" stroke-width="3"')
        trunk.home = middle
        trunk.heights.append(middle)
    if not drops:
        return
    last = CARDS + drops[-1][0] * (ROOM + GAP) + 24
    line(pen, [(TRUNK, lane), (last, lane)], f'stroke="{PLAIN}" stroke-width="2"')
    trunk.heights.append(lane)
    for n, bundle in drops:
        x = CARDS + n * (ROOM + GAP) + 24
        ink = BLUE if bundle.flow else PLAIN
        line(pen, [(x, lane), (x, y + DROP)], f'stroke="{ink}" stroke-width="{"3" if bundle.flow else "1.6"}"')
        if bundle.way == "out":
            arrow_down(pen, x, y + DROP, ink)
        else:
            arrow_up(pen, x, lane, ink)


def _note_ties(pen: Pen, picture: Focus, trunk: Trunk) -> None:
    """Each tie from the focus along the trunk to its neighbour, in the direction of the relation."""
    for bundle, neighbour, id, way in trunk.ties:
        route: tuple[Point, ...] = ((CARDS, trunk.home), (TRUNK, trunk.home), *way)
        ends = (picture.box.id, id)
        if bundle.way == "in":
            route, ends = route[::-1], ends[::-1]
        unsure, ink = neighbour.confidence == "inferred", BLUE if bundle.flow else PLAIN
        pen.record.edge(*ends, bundle.forward.to(pen.lang), route, stroke=ink, dashed=unsure)


def _focus(pen: Pen, picture: Focus, spot: Spot, height: float, area: str) -> None:
    kind = KINDS[picture.kind].words.to(pen.lang)
    pen.record.node(picture.box.id, picture.box.name, spot.frame(height), area, stroke="#16202c", note=kind)
    pen.open(picture.box.id, picture.box.name)
    pen.rect(spot, height, "focus-box", 'fill="#ffffff" stroke="#16202c" stroke-width="3"')
    lines = wrap(picture.box.name, 12.5, spot.room - 20, lines=4, bold=True)
    for n, text in enumerate(lines):
        pen.text(spot.x + 10, spot.y + 19 + n * 16, text, 12.5, bold=True)
    pen.text(spot.x + 10, spot.y + height - 9, kind, TEXT)
    pen.close()


def _focus_height(picture: Focus) -> float:
    return len(wrap(picture.box.name, 12.5, ROOM - 20, lines=4, bold=True)) * 16 + 32


def _card(pen: Pen, bundle: Bundle, spot: Spot, height: float, band: str, trunk: Trunk) -> None:
    head = f"{bundle.words.to(pen.lang)} ({len(bundle.neighbours)})"
    area = pen.record.area(
        f"{band.removeprefix('area:')}-{bundle.way}-{slug(bundle.words.vi)}", head, spot.frame(height), within=band
    )
    pen.rect(spot, height, "focus-card", 'fill="#ffffff" fill-opacity="0.55" stroke="#5b6673" stroke-width="0.8"')
    y = spot.y + 15
    for text in _head(bundle, pen.lang):
        pen.text(spot.x + 8, y, text, 11.5, bold=True)
        y += 14
    y -= 9
    for neighbour in bundle.drawn:
        place = spot._replace(x=spot.x + 6, y=y, room=spot.room - 12)
        tall = _box(pen, neighbour, place)
        id = _note(pen, neighbour, place.frame(tall), area)
        lane, middle = spot.y - DROP + 6, y + tall / 2
        way = ((TRUNK, lane), (spot.x + 3, lane), (spot.x + 3, middle), (place.x, middle))
        trunk.ties.append((bundle, neighbour, id, way))
        y += tall + 4
    if bundle.folded:
        pen.text(spot.x + 8, y + 11, f"+{bundle.folded}", 11.5, bold=True)


def _note(pen: Pen, neighbour: Neighbour, frame: Frame, area: str) -> str:
    note, dashed = KINDS[neighbour.kind].words.to(pen.lang), "dash" in LINES[neighbour.box.standing]
    return pen.record.node(neighbour.box.id, neighbour.box.name, frame, area, dashed=dashed, note=note)


def _box(pen: Pen, neighbour: Neighbour, spot: Spot) -> float:
    box, inferred = neighbour.box, neighbour.confidence == "inferred"
    lines = _lines(neighbour, pen.lang, spot.room)
    height = len(lines) * LINE + 7
    pen.open(box.id, f"{box.name} ({_INFERRED.to(pen.lang)})" if inferred else box.name)
    pen.rect(spot, height, "focus-box", f'fill="#ffffff" stroke="#1d3a5f" {LINES[box.standing]}')
    for n, text in enumerate(lines):
        pen.text(spot.x + 6, spot.y + 13.5 + n * LINE, text, TEXT)
    pen.close()
    return height


def _lines(neighbour: Neighbour, lang: str, room: float) -> tuple[str, ...]:
    mark = f" [{_INFERRED.to(lang)}]" if neighbour.confidence == "inferred" else ""
    return lines_of(f"{neighbour.box.name}{mark}", room - 12, 3)


def _head(bundle: Bundle, lang: str) -> tuple[str, ...]:
    sign = "→" if bundle.way == "out" else "←"
    return wrap(f"{sign} {bundle.words.to(lang)} ({len(bundle.neighbours)})", 11.5, ROOM - 16, lines=2, bold=True)


def _height(bundle: Bundle, lang: str) -> float:
    boxes = sum(len(_lines(one, lang, ROOM - 12)) * LINE + 11 for one in bundle.drawn)
    return len(_head(bundle, lang)) * 14 + 8 + boxes + (16 if bundle.folded else 2)


def _legend(pen: Pen, y: float) -> float:
    marks = [
        Swatch(words.to(pen.lang), "#ffffff", f'stroke="#1d3a5f" {LINES[standing]}')
        for standing, words in STANDINGS.items()
    ]
    y = legend(pen, marks, Spot(EDGE, y, PAGE - 2 * EDGE))
    told = pen.say(
        "Nét xanh đậm: luồng dữ liệu. → từ đối tượng đang xem; ← tới đối tượng đang xem. "
        "[suy luận]: chúng tôi suy ra, cần xác nhận. +3: còn 3 đối tượng không vẽ (có trong bảng).",
        "Thick blue line: data flow. → from the element in focus; ← towards it. "
        "[inferred]: our own reading, to be confirmed. +3: 3 more not drawn (they are in the table).",
    )
    pen.text(EDGE, y + 4, told, 11)
    return y + 18
