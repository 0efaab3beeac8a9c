"""Functions and the systems that serve them, drawn as SVG: a function a row, beside it a chip for each system.

A grid of functions by systems is nearly empty, since most systems serve one function, and its names stand on end; chips
keep names level. Whether a system runs is told by the fill of its mark - full, hatched, empty - its verdict by a letter.
"""

from __future__ import annotations

from collections import Counter

from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.text.words import Words
from archmodel.views.grid import heading
from archmodel.views.marks import Swatch, hatching, legend, line, lines_of
from archmodel.views.overlap import RUNS, Mark, OverlapMap, Row, Runs, System
from archmodel.views.pen import BLUE, INK, QUIET, SKY, Link, Pen, Spot

EDGE, ACROSS, NAMES, COUNT = 16, 1180, 230, 64
CHIP, CHIP_HIGH, GAP, ABREAST = 164, 32, 6, 5
MARK = 22
STRIPE = "#fff3d6"
LETTERS = {
    Verdict.DUPLICATE: ("T", Words("cặp có thể trùng lặp", "may be duplicates")),
    Verdict.FAMILY: ("H", Words("cùng họ, khác đơn vị", "same family, other units")),
    Verdict.OVERLAP: ("C", Words("chồng lấn một phần", "overlap in part")),
}
_INK = 'stroke="#16202c" stroke-width="1.2"'
_INFERRED = ' stroke-dasharray="2.5 2"'


def draw(picture: OverlapMap, lang: str = "vi", link: Link | None = None) -> str:
    """The picture as an SVG document."""
    pen = Pen(lang, link, "overlap")
    fills: dict[Runs, str] = {"yes": BLUE, "unknown": hatching(pen, stroke=SKY), "no": "#ffffff"}
    y = heading(pen, picture, ACROSS)
    served = Counter(id for row in picture.rows for id in row.marks)
    pen.text(EDGE + NAMES + COUNT - 10, y - 2, pen.say("chạy / ghi", "run / all"), 10, anchor="end")
    y += 6
    for row in picture.rows:
        y = _row(pen, picture, row, served, fills, y)
    y = _legend(pen, picture, fills, y + 14)
    return pen.document("overlap", picture.title.to(lang), picture.alt(lang), (ACROSS, y))


def _row(pen: Pen, picture: OverlapMap, row: Row, served: Counter[str], fills: dict[Runs, str], y: float) -> float:
    """One function; returns the height the next begins at."""
    systems = [system for system in picture.systems if system.id in row.marks]
    high = max(-(-len(systems) // ABREAST) * (CHIP_HIGH + GAP) + GAP, 26)
    if row.is_overlapped:
        stripe = f'fill="{STRIPE}" fill-opacity="0.8"'
        pen.rect(Spot(EDGE - 6, y, ACROSS - 2 * EDGE + 12), high, "overlap-several", stripe, round=0)
    line(pen, [(EDGE - 6, y + high), (ACROSS - EDGE + 6, y + high)], 'stroke="#dfe3e8" stroke-width="0.8"')
    names = lines_of(row.name, NAMES - 8, 2, 11)
    pen.open(row.id, row.name)
    for n, text in enumerate(names):
        pen.text(EDGE, y + (18 if len(names) == 1 else 16) + n * 13, text, 11, bold=row.is_overlapped)
    pen.close()
    told = f"{row.running} / {len(row.marks)}" if row.marks else pen.say("chưa ghi", "none")
    pen.text(EDGE + NAMES + COUNT - 10, y + 18, told, 10.5, bold=row.is_overlapped, anchor="end")
    for n, system in enumerate(systems):
        down, right = divmod(n, ABREAST)
        spot = Spot(EDGE + NAMES + COUNT + right * (CHIP + GAP), y + GAP + down * (CHIP_HIGH + GAP), CHIP)
        _chip(pen, system, row.marks[system.id], served[system.id] - 1, fills, spot)
    return y + high


def _chip(pen: Pen, system: System, mark: Mark, others: int, fills: dict[Runs, str], spot: Spot) -> None:
    """A system: the mark of its state and verdict, then its name, heavier where another body's."""
    pen.open(system.id, f"{system.name} ({system.group.to(pen.lang)})")
    dash = _INFERRED if mark.inferred else ""
    pen.rect(spot, CHIP_HIGH, "overlap-chip", f'fill="#ffffff" stroke="#5b6673" stroke-width="0.9"{dash}', round=3)
    side = Spot(spot.x + 4, spot.y + 5, MARK)
    pen.rect(side, CHIP_HIGH - 10, "overlap-mark", f'fill="{fills[mark.runs]}" {_INK}', round=2)
    if mark.verdict:
        ink = "#ffffff" if mark.runs == "yes" else INK
        letter = LETTERS[mark.verdict][0]
        pen.text(side.x + MARK / 2, spot.y + 20.5, letter, 12, bold=True, anchor="middle", ink=ink, halo=ink == INK)
    names = lines_of(system.name, spot.room - MARK - 14 - (20 if others else 0), 2, 9.5)
    for n, text in enumerate(names):
        pen.text(
            side.x + MARK + 5, spot.y + (19.5 if len(names) == 1 else 13.5) + n * 12, text, 9.5, bold=not system.own
        )
    if others:
        pen.text(spot.x + spot.room - 5, spot.y + 20, f"+{others}", 9.5, bold=True, anchor="end", ink=QUIET)
    pen.close()


def _legend(pen: Pen, picture: OverlapMap, fills: dict[Runs, str], y: float) -> float:
    runs: tuple[Runs, ...] = ("yes", "unknown", "no")
    marks = [Swatch(RUNS[name].to(pen.lang), fills[name], _INK) for name in runs]
    dashed = f'stroke="#5b6673" stroke-width="0.9"{_INFERRED}'
    marks.append(Swatch(pen.say("quan hệ do suy luận", "relation inferred"), "#ffffff", dashed))
    marks.append(Swatch(pen.say("từ hai hệ thống trở lên", "two systems or more"), STRIPE))
    marks += [Swatch(words.to(pen.lang), "#ffffff", _INK, letter) for letter, words in LETTERS.values()]
    marks.append(Swatch(pen.say("còn phục vụ việc khác", "serves others too"), "#ffffff", 'stroke="none"', "+1"))
    y = legend(pen, marks, Spot(EDGE, y, ACROSS - 2 * EDGE))
    told = pen.say(
        "Tên đậm trong ô: hệ thống của cơ quan khác. Cùng phục vụ một chức năng chưa phải là trùng lặp",
        "Bold names in chips: systems of other bodies. Serving one function is not yet being duplicates",
    )
    if not picture.compared:
        told += pen.say("; quá nhiều hệ thống nên chưa xét trùng lặp", "; too many systems to look for duplicates")
    folded = picture.folded_rows, picture.folded_systems
    if any(folded):
        told += pen.say(
            f"; không vẽ {folded[0]} chức năng, {folded[1]} hệ thống",
            f"; not drawn: {folded[0]} functions, {folded[1]} systems",
        )
    pen.text(EDGE, y + 2, told + ".", 11)
    return y + 16
