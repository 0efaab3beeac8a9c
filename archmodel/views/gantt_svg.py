"""The chart of the roadmap drawn as SVG: real text, no script, no style sheet needed, the same bytes for the same values.

Standings are told apart by sign and line as well as by colour, so print and colour-blind eyes lose nothing.
"""

from __future__ import annotations

from archmodel.analysis.roadmap import STANDINGS, Standing
from archmodel.text.words import Words
from archmodel.views.dates import written
from archmodel.views.gantt import Bar, Gantt
from archmodel.views.measure import width, wrap
from archmodel.views.pen import Link, Pen, Spot, number

PAGE, EDGE, NAMES, TAIL = 1400, 16, 430, 110
TOP, ROW, THICK = 92, 22, 10
SIGNS: dict[Standing, str] = {
    "done": "✓", "stopped": "■", "late": "!", "overdue": "?", "blocked": "…", "ahead": "", "undated": "",
}  # fmt: skip
FILLS: dict[Standing, str] = {
    "done": 'fill="#cfe8d5" stroke="#1b5e3a" stroke-width="1"',
    "stopped": 'fill="#d7dbe0" stroke="#4a5666" stroke-width="1"',
    "late": 'fill="#f6cfc9" stroke="#9c1f1f" stroke-width="2.2"',
    "overdue": 'fill="#fbe8b8" stroke="#6b4a00" stroke-width="1.2" stroke-dasharray="4 2.5"',
    "blocked": 'fill="#eceef1" stroke="#1d3a5f" stroke-width="1.2" stroke-dasharray="1.5 2"',
    "ahead": 'fill="#dcebf8" stroke="#1d3a5f" stroke-width="1.2"',
    "undated": 'fill="#ffffff" stroke="#4a5666" stroke-width="0.8" stroke-dasharray="4 2.5"',
}
_ROOM = PAGE - 2 * EDGE - NAMES - TAIL


def draw(chart: Gantt, lang: str = "vi", link: Link | None = None) -> str:
    """The chart as an SVG document."""
    pen = Pen(lang, link, "gt")
    pen.text(EDGE, 34, chart.title.to(lang), 22, bold=True)
    pen.text(EDGE, 54, chart.standing(lang), 12.5)
    foot = TOP + len(chart.bars) * ROW
    _grid(pen, chart, foot)
    for n, bar in enumerate(chart.bars):
        _row(pen, chart, bar, TOP + n * ROW)
    _today(pen, chart, foot)
    if chart.folded:
        more = pen.say(f"và {chart.folded} việc nữa trong bảng", f"and {chart.folded} more in the table")
        pen.text(EDGE, foot + 15, more, 11)
    height = _legend(pen, foot + (24 if chart.folded else 8))
    return pen.document("gantt", chart.title.to(lang), chart.alt(lang), (PAGE, height))


def _x(chart: Gantt, day: int) -> float:
    return EDGE + NAMES + day / max(chart.days, 1) * _ROOM


def _line(pen: Pen, x: float, top: float, foot: float, rest: str) -> None:
    pen.marks.append(f'<path class="gt-line" d="M{number(x)} {number(top)}V{number(foot)}" fill="none" {rest}/>')


def _grid(pen: Pen, chart: Gantt, foot: float) -> None:
    for tick in chart.ticks:
        x = _x(chart, tick.at)
        _line(pen, x, TOP - 12, foot, 'stroke="#c3cad3" stroke-width="0.8"')
        pen.text(x + 3, TOP - 8, written(tick.day, pen.lang), 10.5)


def _today(pen: Pen, chart: Gantt, foot: float) -> None:
    x = _x(chart, chart.today)
    _line(pen, x, TOP - 26, foot, 'stroke="#b35900" stroke-width="1.6" stroke-dasharray="6 3"')
    words = pen.say(f"ngày xét {written(chart.day, 'vi')}", f"as of {chart.day}")
    room = width(words, 10.5, bold=True)
    pen.text(x + 4 if x + room + 8 < PAGE - EDGE else x - room - 4, TOP - 20, words, 10.5, bold=True)


def _row(pen: Pen, chart: Gantt, bar: Bar, y: float) -> None:
    pen.open(bar.id, f"{bar.id}: {bar.name} – {STANDINGS[bar.standing].to(pen.lang)}")
    left = EDGE + min(bar.depth, 4) * 14
    (name,) = wrap(bar.name, 11, EDGE + NAMES - 12 - left, lines=1, bold=not bar.depth)
    pen.text(left, y + 14, name, 11, bold=not bar.depth)
    fill = FILLS[bar.standing]
    right = _shape(pen, chart, bar, y, fill)
    sign = SIGNS[bar.standing] + (" ≠" if bar.has_fault else "")
    if bar.shape == "none":
        pen.text(EDGE + NAMES + 4, y + 14, STANDINGS["undated"].to(pen.lang), 10.5)
    elif bar.due:
        pen.text(right + 5, y + 14, f"{written(bar.due, pen.lang)} {sign}".strip(), 10.5, bold=bar.standing == "late")
    pen.close()


def _shape(pen: Pen, chart: Gantt, bar: Bar, y: float, fill: str) -> float:
    """Draw the bar or point of a row; returns the right edge of what was drawn."""
    middle = y + ROW / 2
    thick = THICK / 2 if bar.is_lent else THICK
    right = EDGE + NAMES + 4.0
    if bar.shape == "bar" and bar.begin is not None and bar.end is not None:
        left, right = _x(chart, bar.begin), _x(chart, bar.end)
        pen.rect(Spot(left, middle - thick / 2, max(right - left, 2)), thick, "gt-bar", fill)
    elif bar.shape == "open" and bar.begin is not None:
        left, right = _x(chart, bar.begin), EDGE + NAMES + _ROOM
        pen.marks.append(
            f'<path class="gt-bar" d="M{number(left)} {number(middle - 3)}H{number(right - 8)}l8 3l-8 3H{number(left)}Z" {fill}/>'
        )
    elif bar.shape == "point" and bar.end is not None:
        right = _x(chart, bar.end) + thick * 0.7
        _diamond(pen, _x(chart, bar.end), middle, thick * 0.7, fill)
    for point in bar.points:
        _diamond(pen, _x(chart, point), middle, 4, fill)
    return right


def _diamond(pen: Pen, x: float, y: float, half: float, fill: str) -> None:
    size, whole = number(half), fill.partition(" stroke-dasharray")[0]  # dashes would eat so small a mark
    pen.marks.append(
        f'<path class="gt-bar" d="M{number(x - half)} {number(y)}l{size} -{size}l{size} {size}l-{size} {size}Z" {whole}/>'
    )


def _legend(pen: Pen, y: float) -> float:
    """What bars, signs and lines mean, in two rows; returns the height of the picture."""
    x: float = EDGE
    for standing, words in STANDINGS.items():
        pen.rect(Spot(x, y + 6, 26), THICK, "gt-bar", FILLS[standing])
        told = f"{words.to(pen.lang)} {SIGNS[standing]}".strip()
        pen.text(x + 32, y + 15, told, 11)
        x += 32 + width(told, 11) + 16
    notes = Words(
        "◆ thời hạn không rõ ngày bắt đầu, hoặc mốc giữa kỳ · thanh mảnh: ngày lấy từ nhiệm vụ chứa nó hoặc phần của nó · ≠ ngày mâu thuẫn",
        "◆ a deadline with no beginning recorded, or one on the way · thin: days of its whole or part · ≠ dates that cannot be",
    )
    pen.text(EDGE, y + 34, notes.to(pen.lang), 11)
    return y + 48
