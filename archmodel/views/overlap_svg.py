"""The map of functions and systems drawn as SVG: a grid with names on the side and aslant above, a mark where they meet.

Decides sizes and signs. Whether a system runs is told by the fill - full, hatched, empty - and its verdict by a letter.
"""

from __future__ import annotations

from itertools import groupby

from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.text.words import Words
from archmodel.views.grid import heading
from archmodel.views.marks import Swatch, hatching, legend, line, lines_of
from archmodel.views.measure import width, wrap
from archmodel.views.overlap import RUNS, Mark, OverlapMap, Row, Runs
from archmodel.views.pen import BLUE, INK, SKY, Link, Pen, Spot, number

EDGE, NAMES, CELL, ROW, COUNT = 16, 250, 26, 24, 70
HEADS, GROUPS = 168, 34
STRIPE = "#fff3d6"
LETTERS = {
    Verdict.DUPLICATE: ("T", Words("T: cặp có thể trùng lặp", "T: may be duplicates")),
    Verdict.FAMILY: ("H", Words("H: cùng họ, khác đơn vị", "H: same family, other units")),
    Verdict.OVERLAP: ("C", Words("C: chồng lấn một phần", "C: overlap in part")),
}


def draw(picture: OverlapMap, lang: str = "vi", link: Link | None = None) -> str:
    """The picture as an SVG document."""
    pen = Pen(lang, link, "overlap")
    hatched = hatching(pen, stroke=SKY)
    fills = {"yes": BLUE, "unknown": hatched, "no": "#ffffff"}
    places = _places(picture)
    left = EDGE + NAMES + COUNT
    across = max(left + (max(places.values(), default=0) + CELL) + 24, 900)
    top = heading(pen, picture, across)
    foot = top + GROUPS + HEADS + len(picture.rows) * ROW
    _groups(pen, picture, places, left, top, foot)
    _heads(pen, picture, places, left, top + GROUPS + HEADS)
    pen.text(EDGE + NAMES + COUNT - 8, top + GROUPS + HEADS - 8, pen.say("chạy / ghi", "run / all"), 10, anchor="end")
    for n, row in enumerate(picture.rows):
        _row(pen, row, places, fills, Spot(left, top + GROUPS + HEADS + n * ROW, across - left - EDGE))
    y = _legend(pen, picture, fills, foot + 12, across)
    return pen.document("overlap", picture.title.to(lang), picture.alt(lang), (across, y))


def _places(picture: OverlapMap) -> dict[str, float]:
    """How far to the right each system stands; a gap between groups."""
    found: dict[str, float] = {}
    x = 0.0
    for _, systems in groupby(picture.systems, key=lambda system: system.group):
        for system in systems:
            found[system.id] = x
            x += CELL
        x += 8
    return found


def _groups(pen: Pen, picture: OverlapMap, places: dict[str, float], left: float, top: float, foot: float) -> None:
    """A thin frame down the picture for each group; its name above where there is room, as a tip in any case."""
    for group, found in groupby(picture.systems, key=lambda system: system.group):
        systems = list(found)
        x, room = left + places[systems[0].id] - 3, CELL * len(systems) + 6
        pen.open(None, group.to(pen.lang))
        pen.rect(
            Spot(x, top + GROUPS - 4, room), foot - top - GROUPS + 8, "overlap-group", 'fill="#f4f6f8" stroke="#c3cad3"'
        )
        lines = wrap(group.to(pen.lang), 9.5, room + 4, lines=2)
        if all(width(text, 9.5) <= room + 6 for text in lines) and (len(systems) > 1):
            for n, text in enumerate(lines):
                pen.text(x, top + GROUPS - 8 - (len(lines) - 1 - n) * 11, text, 9.5)
        pen.close()


def _heads(pen: Pen, picture: OverlapMap, places: dict[str, float], left: float, foot: float) -> None:
    for system in picture.systems:
        x = left + places[system.id] + CELL / 2 + 4
        lines = wrap(system.name, 9.5, HEADS - 14, lines=2, bold=not system.own)
        pen.open(system.id, f"{system.name} ({system.group.to(pen.lang)})")
        pen.marks.append(f'<g transform="translate({number(x)} {number(foot - 6)}) rotate(-90)">')
        for n, text in enumerate(lines):
            pen.text(0, (n - (len(lines) - 1) / 2) * 10 - 0.5, text, 9.5, bold=not system.own)
        pen.marks.append("</g>")
        pen.close()


def _row(pen: Pen, row: Row, places: dict[str, float], fills: dict[str, str], spot: Spot) -> None:
    if row.is_overlapped:
        pen.rect(
            Spot(EDGE - 4, spot.y, spot.x + spot.room - EDGE + 4),
            ROW - 1,
            "overlap-several",
            f'fill="{STRIPE}" fill-opacity="0.8"',
            round=0,
        )
    line(
        pen,
        [(EDGE, spot.y + ROW - 0.5), (spot.x + spot.room, spot.y + ROW - 0.5)],
        'stroke="#dfe3e8" stroke-width="0.6"',
    )
    pen.open(row.id, row.name)
    (name,) = lines_of(row.name, NAMES - 8, 1, 11)
    pen.text(EDGE, spot.y + 16, name, 11, bold=row.is_overlapped)
    pen.close()
    told = f"{row.running} / {len(row.marks)}" if row.marks else pen.say("chưa ghi", "none")
    pen.text(spot.x - 8, spot.y + 16, told, 10.5, bold=row.is_overlapped, anchor="end")
    for id, mark in row.marks.items():
        if id in places:
            _mark(pen, mark, fills, spot.x + places[id], spot.y)


def _mark(pen: Pen, mark: Mark, fills: dict[str, str], x: float, y: float) -> None:
    dash = ' stroke-dasharray="2.5 2"' if mark.inferred else ""
    pen.rect(
        Spot(x + 3, y + 4, CELL - 6),
        ROW - 9,
        "overlap-mark",
        f'fill="{fills[mark.runs]}" stroke="#16202c" stroke-width="1.2"{dash}',
        round=2,
    )
    if mark.verdict:
        ink = "#ffffff" if mark.runs == "yes" else INK
        pen.text(x + CELL / 2, y + 15.5, LETTERS[mark.verdict][0], 11, bold=True, anchor="middle", ink=ink)


def _legend(pen: Pen, picture: OverlapMap, fills: dict[str, str], y: float, across: float) -> float:
    runs: tuple[Runs, ...] = ("yes", "unknown", "no")
    stroke = 'stroke="#16202c" stroke-width="1.2"'
    marks = [Swatch(RUNS[name].to(pen.lang), fills[name], stroke) for name in runs]
    marks.append(
        Swatch(pen.say("quan hệ do suy luận", "relation inferred"), "#ffffff", f'{stroke} stroke-dasharray="2.5 2"')
    )
    marks.append(Swatch(pen.say("từ hai hệ thống trở lên", "two systems or more"), STRIPE))
    marks += [
        Swatch(words.to(pen.lang).partition(": ")[2], "#ffffff", stroke, letter) for letter, words in LETTERS.values()
    ]
    y = legend(pen, marks, Spot(EDGE, y, across - 2 * EDGE))
    folded = picture.folded_rows, picture.folded_systems
    more = pen.say(
        f"; không vẽ {folded[0]} chức năng, {folded[1]} hệ thống",
        f"; not drawn: {folded[0]} functions, {folded[1]} systems",
    )
    told = pen.say(
        "Tên đậm phía trên: hệ thống của cơ quan khác. Cùng phục vụ một chức năng chưa phải là trùng lặp",
        "Bold names above: systems of other bodies. Serving one function is not yet being duplicates",
    )
    pen.text(EDGE, y + 2, told + (more if any(folded) else "") + ".", 11)
    return y + 16
