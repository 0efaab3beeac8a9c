"""Lives of systems drawn as SVG: a bar each, on a scale of years, with the day and the plateaus as lines.

Decides sizes and how unsure ends look: a stretch a day may fall in is hatched, an end nobody recorded fades out, lives
nobody dated are named in a line under their heading.
"""

from __future__ import annotations

from archmodel.model.values import LABELS
from archmodel.text.words import Words
from archmodel.views.box import Standing
from archmodel.views.dates import written
from archmodel.views.grid import heading
from archmodel.views.marks import LINE, Swatch, hatching, legend, line, lines_of
from archmodel.views.measure import width, wrap
from archmodel.views.pen import INK, Link, Pen, Spot, number
from archmodel.views.timeline import Block, Life, Timeline

PAGE, EDGE, NAMES, TAIL = 1400, 16, 420, 132
ROW, THICK, HEAD, SCALE = 17, 10, 22, 62
FILLS: dict[Standing, str] = {
    "live": "#9fd0ee", "coming": "#fbe0a6", "ending": "#f3b79c", "unknown": "#e3e6ea", "plain": "#e3e6ea",
}  # fmt: skip
SIGNS: dict[Standing, str] = {"live": "●", "coming": "○", "ending": "✕", "unknown": "?", "plain": "?"}
TOLD: dict[Standing, Words] = {
    "live": Words("● đang vận hành", "● in use"),
    "coming": Words("○ dự kiến, xây dựng, thử nghiệm", "○ planned, in build, on trial"),
    "ending": Words("✕ hợp nhất, thay thế, tạm dừng, kết thúc", "✕ merging, replaced, suspended, ended"),
    "unknown": Words("? chưa rõ trạng thái", "? state unknown"),
}
_LEFT, _ROOM = EDGE + NAMES, PAGE - 2 * EDGE - NAMES - TAIL


def draw(picture: Timeline, lang: str = "vi", link: Link | None = None) -> str:
    """The picture as an SVG document."""
    pen = Pen(lang, link, "time")
    top = heading(pen, picture, PAGE) + SCALE
    hatched = hatching(pen)
    for standing in ("live", "coming", "ending", "unknown"):
        _fade(pen, standing, FILLS[standing])
    foot = top + sum(_height(block, lang) for block in picture.blocks)
    _scale(pen, picture, top, foot)
    y = top
    for block in picture.blocks:
        pen.text(EDGE, y + 15, f"{block.title.to(lang)} ({len(block.lives)})", 11.5, bold=True)
        line(pen, [(EDGE, y + 19), (PAGE - EDGE, y + 19)], 'stroke="#c3cad3" stroke-width="0.8"')
        y += HEAD
        for life in block.dated:
            _life(pen, picture, life, y, hatched)
            y += ROW
        for text in _undated(block, lang):
            pen.text(EDGE + 10, y + 11, text, 10.5)
            y += LINE
    _lines(pen, picture, top, foot)
    y = _legend(pen, picture, hatched, foot + 14)
    return pen.document("timeline", picture.title.to(lang), picture.alt(lang), (PAGE, y))


def _height(block: Block, lang: str) -> float:
    return HEAD + len(block.dated) * ROW + len(_undated(block, lang)) * LINE


def _undated(block: Block, lang: str) -> tuple[str, ...]:
    """The lives nobody dated, named with their signs, in the room of the names."""
    if not block.undated:
        return ()
    names = "; ".join(f"{SIGNS[life.standing]} {life.name}" for life in block.undated)
    told = Words("Chưa ghi ngày nào", "No day recorded").to(lang)
    return wrap(f"{told}: {names}", 10.5, PAGE - 2 * EDGE - 20, lines=4)


def _fade(pen: Pen, name: str, fill: str) -> None:
    pen.marks.append(
        f'<defs><linearGradient id="time-{name}"><stop offset="0" stop-color="{fill}"/>'
        f'<stop offset="1" stop-color="{fill}" stop-opacity="0"/></linearGradient></defs>'
    )


def _x(picture: Timeline, at: int) -> float:
    return _LEFT + at / picture.days * _ROOM


def _scale(pen: Pen, picture: Timeline, top: float, foot: float) -> None:
    """A line for each year, named as often as there is room."""
    years = picture.days // 365
    step = max(1, -(-years * 40 // _ROOM))
    for year in range(picture.begin.year, picture.begin.year + years + 1):
        at = (picture.begin.replace(year=year) - picture.begin).days
        if at > picture.days:
            break
        x = _x(picture, at)
        line(pen, [(x, top - 12), (x, foot)], 'stroke="#dfe3e8" stroke-width="0.8"')
        if (year - picture.begin.year) % step == 0:
            pen.text(x + 3, top - 5, str(year), 10.5)


def _life(pen: Pen, picture: Timeline, life: Life, y: float, hatched: str) -> None:
    pen.open(life.id, life.name)
    (name,) = lines_of(life.name, NAMES - 34, 1, 11)
    pen.text(EDGE + 10, y + 12.5, name, 11)
    pen.text(_LEFT - 12, y + 12.5, SIGNS[life.standing], 10.5, anchor="middle")
    _bar(pen, picture, life, y + (ROW - THICK) / 2, hatched)
    decision = life.decision if life.decision not in {None, "undecided"} else None
    told = LABELS["disposition"][decision].to(pen.lang) if decision else "–"
    (told,) = lines_of(told, TAIL - 8, 1, 10)
    pen.text(PAGE - EDGE, y + 12.5, told, 10, anchor="end")
    if life.decided is not None:
        x = _x(picture, life.decided)
        pen.path(f"M{number(x)},{number(y + 2)} l6,6 l-6,6 l-6,-6 z", f'fill="{INK}"')
    pen.close()


def _bar(pen: Pen, picture: Timeline, life: Life, y: float, hatched: str) -> None:
    """The bar in its parts: hatched where it may begin, full while it holds, fading where no end is recorded."""
    edge, today = f'stroke="{INK}" stroke-width="0.8"', _x(picture, picture.today)
    right, middle = _x(picture, picture.days), y + THICK / 2
    start = _x(picture, life.since.latest) if life.since else None
    stop = _x(picture, life.until.earliest) if life.until else None
    if life.since is None:
        last = stop if stop is not None else today
        line(pen, [(_LEFT, middle), (last, middle)], 'stroke="#4a5666" stroke-width="1.2" stroke-dasharray="1.5 5"')
        start = max(_LEFT, last - 26)
    elif life.since.latest > life.since.earliest:
        left = _x(picture, life.since.earliest)
        pen.rect(
            Spot(left, y, _x(picture, life.since.latest) - left), THICK, "time-bar", f'fill="{hatched}" {edge}', round=0
        )
    start = start if start is not None else _LEFT
    fill = FILLS[life.standing]
    if stop is not None:
        pen.rect(Spot(start, y, max(stop - start, 2)), THICK, "time-bar", f'fill="{fill}" {edge}', round=0)
        if life.until and life.until.latest > life.until.earliest:
            room = _x(picture, life.until.latest) - stop
            pen.rect(Spot(stop, y, room), THICK, "time-bar", f'fill="{hatched}" {edge}', round=0)
        return
    known = max(today, start)
    pen.rect(Spot(start, y, max(known - start, 2)), THICK, "time-bar", f'fill="{fill}" {edge}', round=0)
    pen.rect(Spot(known, y, right - known), THICK, "time-fade", f'fill="url(#time-{life.standing})"', round=0)


def _lines(pen: Pen, picture: Timeline, top: float, foot: float) -> None:
    """The plateaus and the day, each with its name above; names of near days stand above each other."""
    named = [(post.at, f"{written(post.day, pen.lang)} {post.name.to(pen.lang)}", "5 3") for post in picture.posts]
    named.append((picture.today, pen.say(f"ngày xét {written(picture.day, 'vi')}", f"as of {picture.day}"), ""))
    for n, (at, told, dash) in enumerate(sorted(named)):
        x, y = _x(picture, at), top - 52 + (n % 3) * 14
        style = f' stroke-dasharray="{dash}"' if dash else ""
        line(pen, [(x, y - 9), (x, foot)], f'stroke="#b35900" stroke-width="1.4"{style}')
        room = width(told, 10, bold=True)
        before = x + room + 6 > PAGE - EDGE
        pen.text(x - 4 if before else x + 4, y, told, 10, bold=True, anchor="end" if before else "start")
    pen.text(PAGE - EDGE, top - 5, pen.say("Phương án", "Disposition"), 10.5, bold=True, anchor="end")


def _legend(pen: Pen, picture: Timeline, hatched: str, y: float) -> float:
    marks = [
        Swatch(words.to(pen.lang), FILLS[name], 'stroke="#16202c" stroke-width="0.8"') for name, words in TOLD.items()
    ]
    marks.append(Swatch(pen.say("ngày nằm trong khoảng này", "the day falls in here"), hatched))
    marks.append(Swatch(pen.say("chưa ghi ngày kết thúc", "no end recorded"), "url(#time-live)", 'stroke="none"'))
    y = legend(pen, marks, Spot(EDGE, y, PAGE - 2 * EDGE))
    more = (
        pen.say(f" Không vẽ {picture.folded} hệ thống.", f" {picture.folded} systems not drawn.")
        if picture.folded
        else ""
    )
    told = pen.say(
        "Nét chấm: không rõ từ bao giờ. “–”: chưa có phương án xử lý. ◆: ngày quyết định phương án.",
        "Dots: since when is not known. “–”: no decision. ◆: day of the decision.",
    )
    pen.text(EDGE, y + 2, told + more, 11)
    return y + 16
