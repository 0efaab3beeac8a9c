"""A mandatory diagram drawn as SVG for A3: rows, parts with their elements, right-angled connectors, title block, legend.

Decides colours and marks. A part nobody filled is dashed and says so; how a part is filled is told by a mark as well as
by words, so that print and colour-blind eyes lose nothing.
"""

from __future__ import annotations

from archmodel.analysis.coverage import Cover
from archmodel.text.words import Words
from archmodel.views import diagram_layout as at
from archmodel.views.diagram_block import title_block
from archmodel.views.diagram_layout import EDGE, GAP, LINE, PAD, PAGE, SIDE, TEXT, Placed, Sheet, named
from archmodel.views.diagram_lines import connect
from archmodel.views.diagram_marks import legend, mark
from archmodel.views.diagram_values import Diagram, Group, Part, Row
from archmodel.views.grid import heading
from archmodel.views.measure import wrap
from archmodel.views.pen import INK, Link, Pen, Spot
from archmodel.views.scene import Drawing, Frame
from archmodel.views.svg import LINES

TINTS = ("#fbe4d8", "#dcebf8", "#d9f0e6", "#eceef1")
PLAIN = "#f6f1f7"
UNKNOWN = 'fill="#fffdf5" stroke="#8a5a00" stroke-width="1.1" stroke-dasharray="4 3"'
NOTHING = Words("? chưa ghi đối tượng nào", "? nothing recorded")


def draw(picture: Diagram, lang: str = "vi", link: Link | None = None) -> Drawing:
    """The sheet as an SVG document, and its boxes and lines."""
    pen = Pen(lang, link, f"dg-{picture.code[-2:]}")
    top = heading(pen, picture, PAGE) - 4
    sheet = at.lay(picture, lang, top)
    layers = list(dict.fromkeys(row.layer for row in picture.rows))
    areas: dict[str, str] = {}
    for row in picture.rows:
        fill = TINTS[layers.index(row.layer) % len(TINTS)] if row.layer else PLAIN
        _band(pen, row, sheet, fill, areas, headed=not picture.lanes)
    for row in picture.rows:
        for group in row.groups:
            for part in group.parts:
                _part(pen, part, sheet, areas, areas[group.key], at.type_of(picture))
    connect(pen, picture, sheet, areas)
    _words(pen, picture, sheet, top)
    first, last = sheet.rows[picture.rows[0].key], sheet.rows[picture.rows[-1].key]
    _sides(pen, picture, Frame(PAGE - EDGE - SIDE, first.y, SIDE, last.y + last.tall - first.y), areas)
    y = legend(pen, picture, sheet.foot + 6)
    y = title_block(pen, picture, max(y, at.TALL - 112))
    size = (PAGE, max(y + EDGE, at.TALL))
    return pen.drawing("diagram", picture.title.to(lang), picture.standing(lang), picture.alt(lang), size)


def _band(pen: Pen, row: Row, sheet: Sheet, fill: str, areas: dict[str, str], *, headed: bool) -> None:
    frame = sheet.rows[row.key]
    pen.rect(_spot(frame), frame.tall, f"{pen.css}-band", f'fill="{fill}" stroke="#5b6673" stroke-width="0.8"')
    areas[row.key] = pen.record.area(row.key, row.title.to(pen.lang), frame, fill, head=at.TITLE - 6)
    for group in row.groups:
        inner = sheet.groups[group.key]
        shown = group.title.to(pen.lang) if headed else ""
        areas[group.key] = pen.record.area(
            group.key, group.title.to(pen.lang), inner, within=areas[row.key], shown=shown
        )
        if len(row.groups) > 1 and group.parts:
            pen.rect(_spot(inner), inner.tall, f"{pen.css}-group", 'fill="#ffffff" fill-opacity="0.4" stroke="#8b96a3" stroke-width="0.6"')  # fmt: skip


def _words(pen: Pen, picture: Diagram, sheet: Sheet, top: float) -> None:
    """Headings, drawn after the connectors so that none is crossed out."""
    for lane, group in zip(picture.lanes, picture.rows[0].groups, strict=False):
        frame = sheet.groups[group.key]
        (text,) = wrap(lane.to(pen.lang), 12, frame.wide, lines=1, bold=True)
        pen.text(frame.x + frame.wide / 2, top + at.LANE - 6, text, 12, bold=True, anchor="middle")
        pen.record.note(text, Frame(frame.x, top, frame.wide, at.LANE), bold=True)
    for row in picture.rows:
        frame = sheet.rows[row.key]
        lines = wrap(row.title.to(pen.lang), 12, at.TITLE - 14, lines=5, bold=True)
        for n, text in enumerate(lines):
            pen.text(frame.x + 8, frame.y + 17 + n * 14, text, 12, bold=True)
        for group in row.groups:
            _group_words(pen, group, sheet.groups[group.key], sheet.notes[row.key], headed=not picture.lanes)


def _group_words(pen: Pen, group: Group, frame: Frame, note: float, *, headed: bool) -> None:
    if headed:
        pen.text(frame.x + PAD, frame.y + at.HEAD - 3, group.title.to(pen.lang), 11.5, bold=True, halo=True)
    told = [group.told.to(pen.lang)] if group.told else []
    if group.skipped:
        left_out = Words(f"+{group.skipped} ô mở, tùy chọn chưa ghi", f"+{group.skipped} open, optional, not recorded")
        told.append(left_out.to(pen.lang))
    if told:
        (text,) = wrap(" · ".join(told), 9, frame.wide - 2 * PAD, lines=1)
        pen.open(None, " · ".join(told))
        pen.text(frame.x + PAD, note, text, 9, halo=True)
        pen.record.note(text, Frame(frame.x + 2, note - 12, frame.wide, 16))
        pen.close()


def _part(pen: Pen, part: Part, sheet: Sheet, areas: dict[str, str], within: str, type: at.Type) -> None:
    frame = sheet.parts[part.key]
    missing = not part.count and (part.cover is not None or part.told is not None)
    look = UNKNOWN if missing else 'fill="#ffffff" stroke="#1d3a5f" stroke-width="1.2"'
    told = part.cover.words.to(pen.lang) if part.cover else ""
    pen.open(None, " – ".join(text for text in (named(part, pen.lang), told) if text))
    pen.rect(_spot(frame), frame.tall, f"{pen.css}-part", look)
    fill, name = "#fffdf5" if missing else "#ffffff", named(part, pen.lang)
    shown = " ".join(at.name_lines(part, frame.wide, pen.lang, type))
    areas[part.key] = (
        pen.record.area(part.key, name, frame, fill, within, shown=shown)
        if part.boxes
        else pen.record.node(
            None, name, frame, within, name=part.key, fill=fill, dashed=missing, note=told, shown=shown
        )
    )
    y = frame.y + 13.0
    for text in at.name_lines(part, frame.wide, pen.lang, type):
        pen.text(frame.x + PAD, y, text, type.size, bold=type.bold)
        y += type.line
    for text in at.told_lines(part, frame.wide, pen.lang):
        pen.text(frame.x + PAD, y, text, TEXT)
        y += LINE
    if part.cover:
        mark(pen, frame.x + frame.wide - 11, frame.y + 11, part.cover)
    if missing and part.told is None and type.says_missing:
        pen.text(frame.x + PAD, y, _missing(part.cover).to(pen.lang), TEXT)
    pen.close()
    for placed in sheet.boxes[part.key]:
        _box(pen, placed, areas[part.key])
    if part.folded:
        pen.text(frame.x + PAD, frame.y + frame.tall - 4, f"+{part.folded}", TEXT, bold=True)
        pen.record.note(f"+{part.folded}", Frame(frame.x + 2, frame.y + frame.tall - 16, 60, 16), bold=True)


def _missing(cover: Cover | None) -> Words:
    return NOTHING if cover in {None, Cover.NONE} else cover.words


def _box(pen: Pen, placed: Placed, area: str) -> None:
    box, frame = placed.box, placed.frame
    pen.open(box.id, box.name)
    pen.rect(_spot(frame), frame.tall, f"{pen.css}-box", f'fill="#f7fafd" stroke="#1d3a5f" {LINES[box.standing]}', round=3)  # fmt: skip
    top = frame.y + (frame.tall - len(placed.lines) * LINE) / 2 + 9
    for n, text in enumerate(placed.lines):
        pen.text(frame.x + 5, top + n * LINE, text, TEXT)
    pen.close()
    name = (box.name_en if pen.lang == "en" else None) or box.name
    pen.record.node(
        box.id, name, frame, area, fill="#f7fafd", dashed="dash" in LINES[box.standing], shown=" ".join(placed.lines)
    )


def _sides(pen: Pen, picture: Diagram, frame: Frame, areas: dict[str, str]) -> None:
    """What cuts across, as boxes that share the height of all rows."""
    if not picture.sides:
        return
    tall = (frame.tall - GAP * (len(picture.sides) - 1)) / len(picture.sides)
    for n, part in enumerate(picture.sides):
        place = Frame(frame.x, frame.y + n * (tall + GAP), frame.wide, tall)
        look = f'fill="{PLAIN}" stroke="#5b6673"' if part.count else UNKNOWN
        pen.rect(_spot(place), tall, f"{pen.css}-side", look)
        areas[part.key] = pen.record.area(part.key, part.name.to(pen.lang), place, PLAIN)
        lines = [(text, True) for text in wrap(part.name.to(pen.lang), 11, SIDE - 20, lines=5, bold=True)]
        lines += [(text, False) for box in part.boxes for text in wrap(f"• {box.name}", TEXT, SIDE - 20, lines=2)]
        lines += [(text, False) for text in wrap(part.told.to(pen.lang), TEXT, SIDE - 20, lines=2)] if part.told else []
        lines += [(f"+{part.folded}", True)] if part.folded else []
        for m, (text, bold) in enumerate(lines):
            pen.text(place.x + 10, place.y + 18 + m * 14, text, 11 if bold else TEXT, bold=bold, ink=INK)


def _spot(frame: Frame) -> Spot:
    return Spot(frame.x, frame.y, frame.wide)
