"""The title block of a sheet: what Mẫu 02 wants to know of a diagram, with what nobody has recorded marked as open."""

from __future__ import annotations

from archmodel.model.values import label
from archmodel.views.diagram_layout import EDGE, PAGE
from archmodel.views.diagram_values import Diagram, Stamp
from archmodel.views.measure import wrap
from archmodel.views.pen import QUIET, Pen, Spot

COLUMNS, LABEL, TEXT, LINE = 5, 9.5, 11.0, 13.0


def title_block(pen: Pen, picture: Diagram, top: float) -> float:
    """The block across the foot of the sheet; returns the height it ends at."""
    room = (PAGE - 2 * EDGE) / COLUMNS
    y = top
    for n in range(0, len(picture.stamps), COLUMNS):
        stamps = picture.stamps[n : n + COLUMNS]
        told = [wrap(_value(stamp, pen.lang), TEXT, room - 14, lines=3, bold=True) for stamp in stamps]
        tall = max(len(lines) for lines in told) * LINE + 20
        for m, (stamp, lines) in enumerate(zip(stamps, told, strict=True)):
            _cell(pen, stamp, lines, Spot(EDGE + m * room, y, room), tall)
        y += tall
    pen.rect(Spot(EDGE, top, PAGE - 2 * EDGE), y - top, f"{pen.css}-frame", 'fill="none" stroke="#16202c" stroke-width="1.6"', round=0)  # fmt: skip
    return y


def _cell(pen: Pen, stamp: Stamp, lines: tuple[str, ...], spot: Spot, tall: float) -> None:
    fill = "#ffffff" if stamp.value else "#fffdf5"
    pen.rect(spot, tall, f"{pen.css}-stamp", f'fill="{fill}" stroke="#5b6673" stroke-width="0.8"', round=0)
    pen.text(spot.x + 7, spot.y + 12, stamp.label.to(pen.lang), LABEL, ink=QUIET)
    told = f"{stamp.label.to(pen.lang)}: {_value(stamp, pen.lang)}"
    pen.record.note(told, spot.frame(tall), bold=True, framed=True)
    for n, text in enumerate(lines):
        pen.text(spot.x + 7, spot.y + 26 + n * LINE, text, TEXT, bold=True, ink="#16202c" if stamp.value else "#6b4a00")


def _value(stamp: Stamp, lang: str) -> str:
    return stamp.value.to(lang) if stamp.value else f"? {label('', None, lang)}"
