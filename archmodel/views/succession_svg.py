"""Succession drawn as SVG: a small card for each old body, its successors as lines with a bar for how much each took.

Decides sizes and places. Cards fill columns of near equal height in reading order. A successor that draws on several old
bodies has a hatched bar and names them, so that what was split across the old borders stands out.
"""

from __future__ import annotations

from archmodel.text.words import Words
from archmodel.views.dates import written
from archmodel.views.grid import heading
from archmodel.views.marks import Swatch, hatching, legend
from archmodel.views.measure import wrap
from archmodel.views.pen import BLUE, Link, Pen, Spot
from archmodel.views.scene import Drawing, Frame
from archmodel.views.succession import EXTENTS, Estate, Heir, SuccessionMap

PAGE, EDGE, GAP, COLUMNS = 1400, 16, 10, 5
ROOM = (PAGE - 2 * EDGE - GAP * (COLUMNS - 1)) / COLUMNS
ROW, HEAD, NOTE, BAR = 16, 24, 12, 64
SOLID = "#7db8de"
MOST = 24
"""Successors of a card that are drawn; the others are a count."""


def draw(picture: SuccessionMap, lang: str = "vi", link: Link | None = None) -> Drawing:
    """The picture as an SVG document, and its boxes and lines."""
    pen = Pen(lang, link, "heirs")
    top = heading(pen, picture, PAGE)
    pen.text(EDGE, top, picture.alt(lang), 12, bold=True)
    top += 12
    hatched = hatching(pen, stroke=BLUE)
    most = max((heir.units or 0 for estate in picture.estates for heir in estate.heirs), default=1) or 1
    heights = [_height(estate, lang) + GAP for estate in picture.estates]
    column, y, foot = 0, top, top
    share = sum(heights) / COLUMNS
    for estate, height in zip(picture.estates, heights, strict=True):
        if y > top and y - top + height / 2 > share and column < COLUMNS - 1:
            column, y = column + 1, top
        _card(pen, estate, Spot(EDGE + column * (ROOM + GAP), y, ROOM), height - GAP, most, hatched)
        y += height
        foot = max(foot, y)
    y = _legend(pen, hatched, foot + 4)
    return pen.drawing("succession", picture.title.to(lang), picture.standing(lang), picture.alt(lang), (PAGE, y))


def _card(pen: Pen, estate: Estate, spot: Spot, height: float, most: int, hatched: str) -> None:
    pen.rect(spot, height, "heirs-card", 'fill="#f4f6f8" stroke="#5b6673" stroke-width="0.8"')
    count = f"→ {len(estate.heirs)}"
    (name,) = wrap(estate.name, 12, spot.room - 60, lines=1, bold=True)
    tip = (
        f"{estate.name}, {pen.say('đến trước', 'until')} {written(estate.until, pen.lang)}"
        if estate.until
        else estate.name
    )
    pen.open(estate.id, tip)
    pen.text(spot.x + 8, spot.y + 16, name, 12, bold=True)
    pen.close()
    pen.text(spot.x + spot.room - 8, spot.y + 16, count, 12, bold=True, anchor="end")
    until = pen.say("đến trước", "until") + f" {written(estate.until, pen.lang)}" if estate.until else ""
    area = pen.record.area(estate.id, f"{estate.name} {count}", spot.frame(height), "#f4f6f8")
    above = pen.record.node(estate.id, estate.name, Frame(spot.x + 8, spot.y + 3, spot.room - 60, 18), area, note=until)
    y = spot.y + HEAD
    for heir in estate.heirs[:MOST]:
        frame = Frame(spot.x + 8, y + 1, spot.room - BAR - 44, ROW - 2)
        id = pen.record.node(heir.id, heir.name, frame, area, dashed=heir.inferred)
        words = pen.say("kế thừa", "succeeded by")
        units = "" if heir.units is None else pen.say(f": {heir.units} đơn vị cũ", f": {heir.units} former units")
        route = (
            (spot.x + 8, spot.y + 12),
            (spot.x + 4, spot.y + 12),
            (spot.x + 4, y + ROW / 2),
            (spot.x + 8, y + ROW / 2),
        )
        standing = EXTENTS[heir.extent].to(pen.lang)
        pen.record.edge(above, id, f"{words}{units}", route, standing=standing, dashed=heir.inferred)
        y += _line(pen, heir, spot._replace(y=y), most, hatched)
    if len(estate.heirs) > MOST:
        pen.text(spot.x + 8, y + 12, f"+{len(estate.heirs) - MOST}", 11, bold=True)
    if not estate.heirs:
        pen.text(spot.x + 8, y + 12, pen.say("Chưa ghi ai kế thừa", "No successor recorded"), 11)


def _line(pen: Pen, heir: Heir, spot: Spot, most: int, hatched: str) -> float:
    room = spot.room - BAR - 44
    (name,) = wrap(heir.name, 11, room, lines=1, bold=heir.is_shared)
    told = EXTENTS[heir.extent].to(pen.lang)
    pen.open(heir.id, f"{heir.name}: {told}" if heir.extent else heir.name)
    pen.text(spot.x + 8, spot.y + 12, name, 11, bold=heir.is_shared)
    x = spot.x + spot.room - BAR - 28
    fill = hatched if heir.is_shared or heir.extent in {"part", "rest"} else SOLID
    stroke = 'stroke="#16202c" stroke-width="0.8"' + (' stroke-dasharray="2.5 2"' if heir.inferred else "")
    if heir.units is None:
        pen.text(x, spot.y + 12, "?" if heir.extent is None else told, 10)
    else:
        pen.rect(
            Spot(x, spot.y + 3, max(heir.units / most * BAR, 2)), 10, "heirs-bar", f'fill="{fill}" {stroke}', round=0
        )
        pen.text(spot.x + spot.room - 8, spot.y + 12, str(heir.units), 10.5, anchor="end")
    pen.close()
    notes = _notes(heir, pen.lang)
    for n, text in enumerate(notes):
        pen.text(spot.x + 18, spot.y + ROW + 8 + n * NOTE, text, 9.5)
    return ROW + len(notes) * NOTE


def _notes(heir: Heir, lang: str) -> tuple[str, ...]:
    if not heir.others:
        return ()
    told = Words("cũng từ", "also from").to(lang)
    return wrap(f"{told} {', '.join(heir.others)}", 9.5, ROOM - 30, lines=2)


def _height(estate: Estate, lang: str) -> float:
    lines = sum(ROW + len(_notes(heir, lang)) * NOTE for heir in estate.heirs[:MOST])
    return HEAD + (lines or ROW) + (ROW if len(estate.heirs) > MOST else 0) + 6


def _legend(pen: Pen, hatched: str, y: float) -> float:
    stroke = 'stroke="#16202c" stroke-width="0.8"'
    marks = [
        Swatch(pen.say("chỉ nhận từ cơ quan cũ này", "draws on this old body alone"), SOLID, stroke),
        Swatch(
            pen.say("nhận từ nhiều cơ quan cũ, hoặc chỉ một phần", "draws on several, or took a part"), hatched, stroke
        ),
        Swatch(pen.say("suy luận", "inferred"), "#ffffff", f'{stroke} stroke-dasharray="2.5 2"'),
    ]
    y = legend(pen, marks, Spot(EDGE, y, PAGE - 2 * EDGE))
    told = pen.say(
        "Độ dài và số: số đơn vị cấp dưới cũ mà hai bên cùng có, không phải diện tích hay dân số. “?”: chưa rõ mức.",
        "Length and number: former lower units the two share, neither area nor people. “?”: extent unknown.",
    )
    pen.text(EDGE, y + 2, told, 11)
    return y + 16
