"""Where everything of a mandatory diagram stands on its sheet: rows, groups, parts, boxes and the tracks of connectors.

Decides sizes. A sheet is as wide as A3 lies and as high as its content needs, at least A3. Parts of a line are equally
high; room between lines is what their connectors need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from archmodel.views.box import Box
from archmodel.views.diagram_routes import Plan, Slot, Tie, plan
from archmodel.views.diagram_values import Diagram, Part, Row
from archmodel.views.measure import wrap
from archmodel.views.scene import Frame

PAGE, TALL = 1600.0, 1131.0
EDGE, TITLE, SIDE, GAP, PAD = 16.0, 112.0, 150.0, 8.0, 6.0
TEXT, LINE = 9.5, 11.5
HEAD, NOTE, LANE = 17.0, 13.0, 20.0
GUTTER, ARROW = 10.0, 26.0
"""The least width of a gutter, and the gap between groups that an arrow of the form crosses."""

WIDE = 300.0
"""A part as wide as this has its boxes in two columns."""

MARK = 18.0


class Placed(NamedTuple):
    """A box in a part, with its lines of text."""

    box: Box
    frame: Frame
    lines: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """The frames of a diagram by key, its boxes, lines of names, and the routed connectors."""

    rows: dict[str, Frame] = field(default_factory=dict)
    groups: dict[str, Frame] = field(default_factory=dict)
    parts: dict[str, Frame] = field(default_factory=dict)
    boxes: dict[str, tuple[Placed, ...]] = field(default_factory=dict)
    channels: dict[int, float] = field(default_factory=dict)
    notes: dict[str, float] = field(default_factory=dict)
    plan: Plan | None = None
    left: float = 0
    right: float = 0
    foot: float = 0


def named(part: Part, lang: str) -> str:
    """The name of a part with the code the framework prints."""
    return f"{part.code} · {part.name.to(lang)}" if part.code else part.name.to(lang)


class Type(NamedTuple):
    """How names of parts are set, and whether a part says in words that nothing is recorded, or by its mark alone."""

    size: float
    line: float
    bold: bool
    lines: int
    says_missing: bool


def type_of(picture: Diagram) -> Type:
    """Names are smaller where there are many lanes, and marks alone tell what is missing: nearly everything is."""
    if len(picture.lanes) > 2:
        return Type(9.0, 11.0, bold=False, lines=3, says_missing=False)
    return Type(10.0, 12.5, bold=True, lines=4, says_missing=True)


def name_lines(part: Part, wide: float, lang: str, type: Type) -> tuple[str, ...]:
    """The name as it stands in the part, beside its mark."""
    room = wide - 2 * PAD - (MARK if part.cover else 0)
    return wrap(named(part, lang), type.size, room, lines=type.lines, bold=type.bold)


def told_lines(part: Part, wide: float, lang: str) -> tuple[str, ...]:
    """What is said of the part as a whole."""
    return wrap(part.told.to(lang), TEXT, wide - 2 * PAD, lines=3) if part.told else ()


def lay(picture: Diagram, lang: str, top: float) -> Sheet:
    """The sheet of a diagram whose heading ends at ``top``."""
    ties = [Tie(c.source, c.target, c.sort) for c in picture.connectors if c.sort != "form"]
    sheet = Sheet()
    across = PAGE - EDGE - (SIDE + GAP if picture.sides else 0)
    wide = {"left": GUTTER, "right": GUTTER if ties else 0.0}
    for _ in range(2):  # the gutters' width is known only when connectors are routed, which moves parts a little
        sheet.left, sheet.right = EDGE + TITLE + wide["left"], across - wide["right"]
        slots = _slots(picture, sheet)
        sheet.plan = plan(slots, ties, sheet.left, sheet.right)
        wide = {name: max(count * 7.0 + 4, least) for (name, count), least in zip(sheet.plan.counts.items(), wide.values(), strict=True)}  # fmt: skip
    _downwards(picture, sheet, lang, top)
    return sheet


def _slots(picture: Diagram, sheet: Sheet) -> dict[str, Slot]:
    """Lines and places across of parts; frames of groups and parts as far as they are known."""
    slots: dict[str, Slot] = {}
    line = 0
    between = ARROW if any(c.sort == "form" for c in picture.connectors) else 12.0
    for row in picture.rows:
        unit = (sheet.right - sheet.left - between * (len(row.groups) - 1)) / row.units
        x = sheet.left
        for group in row.groups:
            wide = group.span * unit
            sheet.groups[group.key] = Frame(x, 0, wide, 0)
            room = (wide - 2 * PAD - GAP * (group.columns - 1)) / group.columns
            for n, part in enumerate(group.parts):
                slots[part.key] = Slot(line + n // group.columns, x + PAD + n % group.columns * (room + GAP), room)
                sheet.parts[part.key] = Frame(slots[part.key].x, 0, room, 0)
            x += wide + between
        line += _lines(row)
    return slots


def _lines(row: Row) -> int:
    return max((-(-len(group.parts) // group.columns) for group in row.groups), default=0) or 1


def _downwards(picture: Diagram, sheet: Sheet, lang: str, top: float) -> None:
    """Heights: row after row, line after line, with the channels between."""
    assert sheet.plan is not None
    y = top + (LANE if picture.lanes else 0)
    sheet.channels[0] = y + 2
    y += sheet.plan.room(0) + (4 if sheet.plan.room(0) else 0)
    line = 0
    for row in picture.rows:
        start = y
        y += PAD + (0 if picture.lanes else HEAD)
        for n in range(_lines(row)):
            if n:
                sheet.channels[line] = y + 1
                y += GAP + sheet.plan.room(line)
            y += _line(picture, sheet, _at(row, n), lang, y)
            line += 1
        sheet.notes[row.key] = y + 10
        y += NOTE if any(group.skipped or group.told for group in row.groups) else 3
        sheet.channels[line] = y
        y += sheet.plan.room(line) + 3
        sheet.rows[row.key] = Frame(EDGE, start, sheet.right - EDGE + (GUTTER if sheet.plan.ties else 0), y - start)
        for group in row.groups:
            frame = sheet.groups[group.key]
            sheet.groups[group.key] = Frame(frame.x, start + 2, frame.wide, y - start - 4)
        y += 5
    sheet.foot = y


def _line(picture: Diagram, sheet: Sheet, parts: list[Part], lang: str, y: float) -> float:
    """Give the parts of a line their frames and boxes; returns how high they are."""
    tall = max((_tall(part, sheet.parts[part.key].wide, lang, picture) for part in parts), default=24)
    for part in parts:
        frame = sheet.parts[part.key]
        sheet.parts[part.key] = Frame(frame.x, y, frame.wide, tall)
        sheet.boxes[part.key] = _boxes(part, sheet.parts[part.key], lang, type_of(picture))
    return tall


def _at(row: Row, line: int) -> list[Part]:
    return [part for group in row.groups for part in group.parts[line * group.columns : (line + 1) * group.columns]]


def _tall(part: Part, wide: float, lang: str, picture: Diagram) -> float:
    type = type_of(picture)
    tall = len(name_lines(part, wide, lang, type)) * type.line + 9 + len(told_lines(part, wide, lang)) * LINE
    boxes = _boxes(part, Frame(0, 0, wide, 0), lang, type)
    if boxes:
        tall = boxes[-1].frame.y + max(b.frame.tall for b in boxes[-_columns(wide) :]) + 5
    if part.folded:
        tall += LINE
    empty = not boxes and not part.told and type.says_missing
    return tall + (LINE if empty else 0)


def _columns(wide: float) -> int:
    return 2 if wide >= WIDE else 1


def _boxes(part: Part, frame: Frame, lang: str, type: Type) -> tuple[Placed, ...]:
    columns = _columns(frame.wide)
    room = (frame.wide - 2 * PAD - 5 * (columns - 1)) / columns
    y = frame.y + len(name_lines(part, frame.wide, lang, type)) * type.line + 8
    y += len(told_lines(part, frame.wide, lang)) * LINE
    found: list[Placed] = []
    for n in range(0, len(part.boxes), columns):
        lines = [_box_lines(box, room, lang) for box in part.boxes[n : n + columns]]
        tall = max(len(one) for one in lines) * LINE + 5
        for m, (box, one) in enumerate(zip(part.boxes[n : n + columns], lines, strict=True)):
            found.append(Placed(box, Frame(frame.x + PAD + m * (room + 5), y, room, tall), one))
        y += tall + 3
    return tuple(found)


def _box_lines(box: Box, room: float, lang: str) -> tuple[str, ...]:
    name = (box.name_en if lang == "en" else None) or box.name
    lines = wrap(name, TEXT, room - 10, lines=2)
    if lines[-1].endswith("…") and box.short:
        return wrap(box.short, TEXT, room - 10, lines=2)
    return lines
