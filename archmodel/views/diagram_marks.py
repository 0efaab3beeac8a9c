"""The marks of a mandatory diagram and their legend: how a part is filled, where an element stands, what lines mean."""

from __future__ import annotations

from archmodel.analysis.coverage import Cover
from archmodel.views.diagram_layout import EDGE, PAGE
from archmodel.views.diagram_lines import STROKES
from archmodel.views.diagram_values import SORTS, Diagram
from archmodel.views.measure import width
from archmodel.views.pen import INK, Pen, Spot, number
from archmodel.views.svg import LINES, STANDINGS

_SIGNS = {Cover.UNCLEAR: "?", Cover.EXPLAINED: "i", Cover.ENDED: "×"}


def mark(pen: Pen, x: float, y: float, cover: Cover) -> None:
    """A disc: full, half, with a sign, or empty and dashed."""
    dash = ' stroke-dasharray="2 1.6"' if cover in {Cover.NONE, Cover.NOT_REQUIRED} else ""
    fill = INK if cover is Cover.IN_PLACE else "#ffffff"
    pen.marks.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="5.5" fill="{fill}" stroke="{INK}" stroke-width="1.3"{dash}/>')  # fmt: skip
    if cover is Cover.COMING:
        pen.path(f"M{number(x)} {number(y - 5.5)}a5.5 5.5 0 0 0 0 11z", f'fill="{INK}"')
    if cover in _SIGNS:
        pen.text(x, y + 3.3, _SIGNS[cover], 9, bold=True, anchor="middle")


def legend(pen: Pen, picture: Diagram, y: float) -> float:
    """What marks, frames and lines mean, in as many rows as they need; returns the height it ends at."""
    x: float = EDGE

    def item(room: float, words: str) -> tuple[float, float]:
        nonlocal x, y
        whole = room + 6 + width(words, 10.5) + 16
        if x + whole > PAGE - EDGE and x > EDGE:
            x, y = EDGE, y + 18
        here = x, y
        pen.text(x + room + 6, y + 9, words, 10.5)
        x += whole
        return here

    for cover in picture.counts():
        left, at = item(12, cover.words.to(pen.lang))
        mark(pen, left + 6, at + 5, cover)
    for standing, words in STANDINGS.items():
        left, at = item(26, words.to(pen.lang))
        pen.rect(Spot(left, at - 1, 26), 12, f"{pen.css}-key", f'fill="#f7fafd" stroke="#1d3a5f" {LINES[standing]}', round=3)  # fmt: skip
    used = {one.sort for one in picture.connectors}
    for sort, told in SORTS.items():
        if sort in used:
            left, at = item(30, told.to(pen.lang))
            stroke, look = STROKES[sort]
            pen.path(f"M{number(left)} {number(at + 5)}h30", f'stroke="{stroke}" {look}')
    if used - {"form"}:
        item(0, pen.say("số trên đường: số quan hệ đã ghi", "number on a line: relations recorded"))
    item(0, pen.say("+3: còn 3 đối tượng không vẽ", "+3: 3 more elements not drawn"))
    return y + 20
