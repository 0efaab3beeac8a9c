"""The lineage of data drawn as SVG: a row for each entity, a column for each stage, a line from stage to stage.

Decides sizes and places. A stage nobody recorded is a dashed empty place that says so.
"""

from __future__ import annotations

from itertools import pairwise

from archmodel.views.grid import heading
from archmodel.views.lineage import COLUMNS, Lineage, Place, Strand
from archmodel.views.marks import LINE, TEXT, Swatch, legend, line, lines_of
from archmodel.views.measure import wrap
from archmodel.views.pen import Link, Pen, Spot
from archmodel.views.scene import Drawing, Frame
from archmodel.views.svg import LINES, STANDINGS, TINTS

PAGE, EDGE, GAP, HEAD = 1400, 16, 22, 24
WIDTHS = (190, 240, 270, 270, 310)
MOST = 5
"""Elements of a stage that are drawn; the others are a count."""

_ASKED = (1, 3)
"""Stages that data must have: a master, and a system that keeps it. Copies need not exist, nor flows."""

_FILLS = (TINTS["data"], TINTS["data"], "#ffffff", TINTS["application"], "#ffffff")


def draw(picture: Lineage, lang: str = "vi", link: Link | None = None) -> Drawing:
    """The picture as an SVG document, and its boxes and lines."""
    pen = Pen(lang, link, "lineage")
    top = heading(pen, picture, PAGE)
    pen.text(EDGE, top, picture.alt(lang), 12, bold=True)
    top += 26
    for spot, words in zip(_spots(top), COLUMNS, strict=True):
        pen.text(spot.x, spot.y, words.to(lang), 12, bold=True)
    y = top + 8
    for strand in picture.strands:
        height = _height(strand, lang)
        _strand(pen, strand, y, height)
        y += height
        line(pen, [(EDGE, y), (PAGE - EDGE, y)], 'stroke="#c3cad3" stroke-width="0.8"')
    y = _legend(pen, picture, y + 10)
    return pen.drawing("lineage", picture.title.to(lang), picture.standing(lang), picture.alt(lang), (PAGE, y))


def _spots(y: float) -> list[Spot]:
    found: list[Spot] = []
    x: float = EDGE
    for room in WIDTHS:
        found.append(Spot(x, y, room))
        x += room + GAP
    return found


def _strand(pen: Pen, strand: Strand, top: float, height: float) -> None:
    spots = _spots(top + 6)
    middle = top + 6 + 12
    stages = ((Place(strand.entity, None, inferred=False),), *strand.columns)
    last = max((n for n, places in enumerate(stages) if places), default=0)
    shown = [n for n in range(last + 1) if stages[n] or n in _ASKED]
    for n, after in pairwise(shown):
        dash = "" if stages[n] and stages[after] else ' stroke-dasharray="3 3"'
        ends = [(spots[n].x + spots[n].room, middle), (spots[after].x, middle)]
        line(pen, ends, f'stroke="#4a5666" stroke-width="1.6"{dash}')
    above = ""
    for n, (places, spot) in enumerate(zip(stages, spots, strict=True)):
        y = spot.y
        for place in places[:MOST]:
            tall = _box(pen, place, spot._replace(y=y), _FILLS[n], bold=n == 0)
            id = _note(pen, place, spot._replace(y=y).frame(tall), n)
            above = above or id
            if n:
                from_, lane, into = spots[0].x + spots[0].room, top + 3, spot.x - GAP / 2
                bends = ((from_ + GAP / 2, middle), (from_ + GAP / 2, lane), (into, lane), (into, y + tall / 2))
                direct = n == 1 and y == spot.y
                route = ((from_, middle), *(() if direct else bends), (spot.x, middle if direct else y + tall / 2))
                pen.record.edge(above, id, COLUMNS[n].to(pen.lang), route, dashed=place.inferred)
            y += tall + 4
        if len(places) > MOST:
            pen.text(spot.x + 4, y + 10, f"+{len(places) - MOST}", 11, bold=True)
        if not places and n in _ASKED and (n == 1 or n < last):
            _empty(pen, spot, n)


def _empty(pen: Pen, spot: Spot, column: int) -> None:
    told = pen.say("chưa ghi bản gốc", "no master recorded") if column == 1 else pen.say("chưa ghi", "none recorded")
    pen.rect(spot, 22, "lineage-empty", 'fill="none" stroke="#6b4a00" stroke-width="1" stroke-dasharray="4 3"')
    pen.text(spot.x + 8, spot.y + 15, f"? {told}", TEXT)


def _lines(place: Place, room: float, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    remark = place.remark.to(lang) if place.remark else ""
    return lines_of(place.box.name, room - (36 if room == WIDTHS[0] else 14), 2), wrap(
        remark, 9.5, room - 14, lines=2
    ) if remark else ()


def _box(pen: Pen, place: Place, spot: Spot, fill: str, *, bold: bool) -> float:
    names, remarks = _lines(place, spot.room, pen.lang)
    height = len(names) * LINE + len(remarks) * 12 + 9
    dash = 'stroke-dasharray="2 2" stroke-width="1.6"' if place.inferred else LINES[place.box.standing]
    pen.open(place.box.id, place.box.name)
    pen.rect(spot, height, "lineage-box", f'fill="{fill}" stroke="#1d3a5f" {dash}')
    y = spot.y + 14.5
    for text in names:
        pen.text(spot.x + 7, y, text, TEXT, bold=bold)
        y += LINE
    for text in remarks:
        pen.text(spot.x + 7, y - 1, text, 9.5)
        y += 12
    pen.close()
    return height


def _note(pen: Pen, place: Place, frame: Frame, stage: int) -> str:
    dashed = place.inferred or "dash" in LINES[place.box.standing]
    note = place.remark.to(pen.lang) if place.remark else ""
    flow = stage == len(COLUMNS) - 1
    return pen.record.node(
        None if flow else place.box.id, place.box.name, frame, name=f"flow:{place.box.id}", fill=_FILLS[stage],
        dashed=dashed, note=note,
    )  # fmt: skip


def _height(strand: Strand, lang: str) -> float:
    tall = 28.0
    for places, room in zip(((Place(strand.entity, None, inferred=False),), *strand.columns), WIDTHS, strict=True):
        used = sum(len(n) * LINE + len(r) * 12 + 13 for n, r in (_lines(place, room, lang) for place in places[:MOST]))
        tall = max(tall, used + (16 if len(places) > MOST else 0))
    return tall + 8


def _legend(pen: Pen, picture: Lineage, y: float) -> float:
    marks = [
        Swatch(words.to(pen.lang), "#ffffff", f'stroke="#1d3a5f" {LINES[name]}') for name, words in STANDINGS.items()
    ]
    marks.append(
        Swatch(
            pen.say("quan hệ do suy luận", "relation inferred"),
            "#ffffff",
            'stroke="#1d3a5f" stroke-dasharray="2 2" stroke-width="1.6"',
        )
    )
    y = legend(pen, marks, Spot(EDGE, y, PAGE - 2 * EDGE))
    if picture.folded:
        pen.text(
            EDGE, y + 2, pen.say(f"Không vẽ {picture.folded} thực thể.", f"{picture.folded} entities not drawn."), 11
        )
        y += 16
    return y + 4
