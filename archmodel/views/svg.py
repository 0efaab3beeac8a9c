"""The landscape drawn as SVG: real text, no script, no style sheet needed, the same bytes for the same values.

Decides sizes, colours and places. What is shown and what is folded was decided by ``archmodel.views.landscape``. Every
text is escaped here; colours are told apart by position, label and line as well, so print and colour-blind eyes lose
nothing. Classes let a page re-colour the picture for dark screens.
"""

from __future__ import annotations

from archmodel.model.kinds import LAYERS
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words
from archmodel.views.box import Box, Standing
from archmodel.views.dates import written
from archmodel.views.landscape import Band, Group, Landscape
from archmodel.views.marks import Shade, Swatch, legend
from archmodel.views.measure import width, wrap
from archmodel.views.pen import Link, Pen, Spot
from archmodel.views.scene import Drawing

PAGE, EDGE, GAP = 1400, 16, 8
SIDE = 190
COLUMNS = 5
HEAD, BOX_TEXT, TITLE_TEXT = 26, 10.5, 11.5
LINE, TITLE_LINE = 13, 14

TINTS = {
    "business": "#fdf1d0", "application": "#dcebf8", "data": "#d9f0e6", "infrastructure": "#eceef1",
    "security": "#fbe4d8", "governance": "#f0e4f1",
}  # fmt: skip
LINES: dict[Standing, str] = {
    "live": 'stroke-width="1.6"', "coming": 'stroke-width="1.2" stroke-dasharray="5 3"',
    "ending": 'stroke-width="2.4" stroke-dasharray="1.5 2.5"', "unknown": 'stroke-width="0.6"', "plain": 'stroke-width="0.6"',
}  # fmt: skip
STANDINGS: dict[Standing, Words] = {
    "live": Words("đang vận hành", "in use"),
    "coming": Words("dự kiến, đang xây dựng, thử nghiệm", "planned, in build, on trial"),
    "ending": Words("hợp nhất, thay thế, tạm dừng, kết thúc", "merging, replaced, suspended, ended"),
    "unknown": Words("chưa rõ trạng thái, hoặc không xét", "state unknown, or not asked"),
}
Shades = dict[str, Shade]


def draw(picture: Landscape, lang: str = "vi", link: Link | None = None) -> Drawing:
    """The picture as an SVG document, and its boxes."""
    pen = Pen(lang, link, "shaded" if picture.shades else "ls")
    shades: Shades = {shade.letter: shade for shade in picture.shades}
    top = _heading(pen, picture, lang)
    main = Spot(EDGE + SIDE + GAP, top, PAGE - 2 * (EDGE + SIDE + GAP))
    lefts, rights = picture.sides
    foot = max(_bands_height(picture, main.room), *(_band_height(side, SIDE, 1) for side in picture.sides))
    extra = (foot - _bands_height(picture, main.room)) / len(picture.bands)
    _band(pen, lefts, Spot(EDGE, top, SIDE), foot, 1, shades)
    y = top
    for band in picture.bands:
        height = _band_height(band, main.room, COLUMNS) + extra
        _band(pen, band, main._replace(y=y), height, COLUMNS, shades)
        y += height + GAP
    _band(pen, rights, Spot(PAGE - EDGE - SIDE, top, SIDE), foot, 1, shades)
    height = _legend(pen, top + foot + GAP)
    if picture.shades:
        marks = [Swatch(s.words.to(lang), s.fill, letter=s.letter) for s in picture.shades]
        height = legend(pen, marks, Spot(EDGE, height, PAGE - 2 * EDGE))
    return _document(pen, picture, height)


def _document(pen: Pen, picture: Landscape, height: float) -> Drawing:
    parts = ". ".join(
        f"{LAYERS[band.layer].to(pen.lang)}: {_count(pen, band)}" for band in (*picture.bands, *picture.sides)
    )
    standing = picture.standing(pen.lang)
    return pen.drawing("landscape", picture.title.to(pen.lang), standing, f"{parts}.", (PAGE, height))


def _heading(pen: Pen, picture: Landscape, lang: str) -> float:
    (title,) = wrap(picture.title.to(pen.lang), 22, PAGE - 2 * EDGE, lines=1, bold=True)
    pen.text(EDGE, 34, title, 22, bold=True)
    day = written(picture.day, lang) if picture.day else pen.say("mọi thời điểm", "all times")
    own = sum(band.own for band in (*picture.bands, *picture.sides))
    other = sum(band.reference for band in (*picture.bands, *picture.sides))
    pen.text(
        EDGE,
        54,
        pen.say(
            f"Tại ngày: {day} · {own} đối tượng của địa phương, {other} bản ghi tham chiếu của cơ quan khác · {picture.sources} nguồn",
            f"As of: {day} · {own} own elements, {other} reference records of other bodies · {picture.sources} sources",
        ),
        12.5,
    )
    return 68


def _count(pen: Pen, band: Band) -> str:
    other = pen.say(f" + {band.reference} tham chiếu", f" + {band.reference} reference") if band.reference else ""
    return f"{band.own}{other}"


def _band(pen: Pen, band: Band, spot: Spot, height: float, columns: int, shades: Shades) -> None:
    pen.rect(
        spot,
        height,
        f"{pen.css}-band {pen.css}-{band.layer}",
        f'fill="{TINTS[band.layer]}" stroke="#5b6673" stroke-width="0.8"',
    )
    words = wrap(f"{LAYERS[band.layer].to(pen.lang)} · {_count(pen, band)}", 13, spot.room - 20, lines=3, bold=True)
    for n, line in enumerate(words):
        pen.text(spot.x + 10, spot.y + 18 + n * 16, line, 13, bold=True)
    y = spot.y + HEAD + (len(words) - 1) * 16
    room = _card_room(spot.room, columns)
    label = f"{LAYERS[band.layer].to(pen.lang)} · {_count(pen, band)}"
    area = pen.record.area(band.layer, label, spot.frame(height), TINTS[band.layer])
    for row in _rows(band, columns):
        for n, card in enumerate(row):
            _card(pen, card, Spot(spot.x + GAP + n * (room + GAP), y, room), shades, area)
        y += max(_card_height(card, room) for card in row) + GAP
    if not band.groups:
        pen.text(spot.x + 10, y + 12, pen.say("Chưa có bản ghi nào", "Nothing recorded yet"), BOX_TEXT)


def _cards(band: Band) -> tuple[Group, ...]:
    """The groups, and one more that stands for the groups folded whole."""
    if not band.folded_groups:
        return band.groups
    return (
        *band.groups,
        Group(Words(f"{band.folded_groups} nhóm khác", f"{band.folded_groups} more groups"), (), band.folded),
    )


def _rows(band: Band, columns: int) -> list[tuple[Group, ...]]:
    cards = _cards(band)
    return [cards[n : n + columns] for n in range(0, len(cards), columns)]


def _card(pen: Pen, group: Group, spot: Spot, shades: Shades, band: str) -> None:
    y = spot.y
    label = f"{group.title.to(pen.lang)} ({group.count})"
    frame = spot.frame(_card_height(group, spot.room))
    area = pen.record.area(f"{band.removeprefix('area:')}-{slug(group.title.vi)}", label, frame, within=band)
    for line in _title_lines(pen.lang, group, spot.room):
        pen.text(spot.x + 2, y + 11, line, TITLE_TEXT, bold=True)
        y += TITLE_LINE
    y += 3
    for box in group.boxes:
        y += _box(pen, box, spot._replace(y=y), shades, area) + 4
    if group.folded:
        pen.text(spot.x + 2, y + 10, f"+{group.folded}", TITLE_TEXT, bold=True)


def _box(pen: Pen, box: Box, spot: Spot, shades: Shades, area: str) -> float:
    lines = _box_lines(box, spot.room)
    height = len(lines) * LINE + 7
    tip = f"{box.name} ({box.name_en})" if box.name_en else box.name
    pen.open(box.id, tip)
    shade = shades.get(box.letter)
    css, fill = (f"{pen.css}-shade", shade.fill) if shade else (f"{pen.css}-box", "#ffffff")
    stands = STANDINGS.get(box.standing)
    note = stands.to(pen.lang) if stands else ""
    pen.record.node(
        box.id,
        box.name,
        spot.frame(height),
        area,
        shown=" ".join(lines),
        fill=fill,
        dashed="dash" in LINES[box.standing],
        note=note,
    )
    pen.rect(spot, height, css, f'fill="{fill}" stroke="#1d3a5f" {LINES[box.standing]}')
    if shade:
        pen.text(spot.x + spot.room - 4, spot.y + height - 3, box.letter, 8.5, bold=True, anchor="end")
    for n, line in enumerate(lines):
        pen.text(spot.x + 6, spot.y + 13.5 + n * LINE, line, BOX_TEXT)
    pen.close()
    return height


def _legend(pen: Pen, y: float) -> float:
    """What the lines mean, in one row; returns the height of the picture."""
    x: float = EDGE
    for standing, words in STANDINGS.items():
        pen.rect(Spot(x, y + 4, 30), 14, f"{pen.css}-box", f'fill="#ffffff" stroke="#1d3a5f" {LINES[standing]}')
        pen.text(x + 36, y + 15, words.to(pen.lang), 11)
        x += 36 + width(words.to(pen.lang), 11) + 18
    last = pen.say("+12: còn 12 đối tượng không vẽ", "+12: 12 more not drawn")
    pen.text(x, y + 15, last, 11)
    return y + 30


def _box_lines(box: Box, room: float) -> tuple[str, ...]:
    """The name when it fits in three lines; else the abbreviation in use; else the name cut."""
    room -= 8 if box.letter else 0
    lines = wrap(box.name, BOX_TEXT, room - 12, lines=3)
    if lines[-1].endswith("…") and box.short and not box.name.endswith("…"):
        return wrap(box.short, BOX_TEXT, room - 12, lines=2)
    return lines


def _title_lines(lang: str, group: Group, room: float) -> tuple[str, ...]:
    return wrap(f"{group.title.to(lang)} ({group.count})", TITLE_TEXT, room - 4, lines=2, bold=True)


def _card_room(room: float, columns: int) -> float:
    return (room - GAP * (columns + 1)) / columns


def _card_height(group: Group, room: float) -> float:
    titles = max(len(_title_lines(lang, group, room)) for lang in ("vi", "en"))
    boxes = sum(len(_box_lines(box, room)) * LINE + 11 for box in group.boxes)
    return titles * TITLE_LINE + 3 + boxes + (14 if group.folded else 0)


def _band_height(band: Band, room: float, columns: int) -> float:
    card = _card_room(room, columns)
    tall = sum(max(_card_height(group, card) for group in row) + GAP for row in _rows(band, columns))
    return HEAD + (32 if columns == 1 else 0) + max(tall, 24)


def _bands_height(picture: Landscape, room: float) -> float:
    return sum(_band_height(band, room, COLUMNS) + GAP for band in picture.bands) - GAP
