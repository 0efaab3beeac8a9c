"""The steps of a service drawn as a sequence: actors across, time down, answers dashed, assumed steps marked."""

from __future__ import annotations

from archmodel.text.words import Words
from archmodel.views.grid import EDGE, heading
from archmodel.views.measure import wrap
from archmodel.views.pen import BLUE, INK, QUIET, Link, Pen, Spot, number
from archmodel.views.sequence import Role, Sequence, Step

LANE, BOX, TEXT, LINE, STEP = 190, 160, 10.5, 13, 16
ROLES: dict[Role, tuple[str, Words]] = {
    "citizen": ("#fdf1d0", Words("người dùng", "user")),
    "channel": ("#fbe4d8", Words("kênh", "channel")),
    "system": ("#dcebf8", Words("hệ thống", "system")),
    "data": ("#d9f0e6", Words("dữ liệu", "data")),
    "platform": ("#c9d3de", Words("nền tảng tích hợp", "integration platform")),
    "partner": ("#eceef1", Words("hệ thống khác", "other system")),
}


def draw(picture: Sequence, lang: str, link: Link | None) -> str:
    """The sequence as an SVG document."""
    pen = Pen(lang, link, f"sq-{picture.about}")
    across = max(2 * EDGE + LANE * len(picture.actors), 820)
    top = _legend(pen, heading(pen, picture, across))
    names = [wrap(actor.name.to(lang), TEXT, BOX - 14, lines=4, bold=True) for actor in picture.actors]
    tall = max(len(lines) for lines in names) * LINE + 12
    middles = [EDGE + LANE * n + LANE / 2 for n in range(len(picture.actors))]
    drawn = [(_lines(step, lang), step) for step in picture.steps]
    foot = top + tall + 14 + sum(_tall(step, lines) for lines, step in drawn)
    for actor, lines, x in zip(picture.actors, names, middles, strict=True):
        pen.path(f"M{number(x)} {number(top + tall)}V{number(foot)}", 'stroke="#8b96a3" stroke-dasharray="3 4"')
        pen.open(actor.id, actor.name.to(lang))
        pen.rect(Spot(x - BOX / 2, top, BOX), tall, "sq-actor", f'fill="{ROLES[actor.role][0]}" stroke="#1d3a5f"')
        for n, line in enumerate(lines):
            pen.text(x, top + 18 + n * LINE, line, TEXT, bold=True, anchor="middle")
        pen.close()
    y = top + tall + 14
    for n, (lines, step) in enumerate(drawn, 1):
        _step(pen, n, step, lines, middles, y)
        y += _tall(step, lines)
    for words in picture.missing:
        pen.text(EDGE, y + 16, f"– {words.to(lang)}", 11, ink=QUIET)
        y += 16
    return pen.document("sequence", picture.title.to(lang), picture.alt(lang), (across, y + EDGE))


def _lines(step: Step, lang: str) -> tuple[str, ...]:
    span = max(abs(step.target - step.source), 1)
    words = step.words.to(lang) if step.rests_on else f"≈ {step.words.to(lang)}"
    return wrap(words, TEXT, LANE * span - 46, lines=4)


def _tall(step: Step, lines: tuple[str, ...]) -> float:
    return len(lines) * LINE + STEP + (10 if step.source == step.target else 0)


def _step(pen: Pen, n: int, step: Step, lines: tuple[str, ...], middles: list[float], y: float) -> None:
    x, to_x = middles[step.source], middles[step.target]
    colour = BLUE if step.rests_on else QUIET
    foot = y + len(lines) * LINE + 4
    side = 1 if to_x >= x else -1
    dash = ' stroke-dasharray="6 4"' if step.answer else ""
    pen.open(None, step.rests_on or "")
    for m, line in enumerate(lines):
        pen.text(
            (x + to_x) / 2 + (7 if side > 0 else -7),
            y + 10 + m * LINE,
            line,
            TEXT,
            anchor="middle",
            halo=True,
            ink=INK if step.rests_on else QUIET,
        )
    if step.source == step.target:
        pen.path(f"M{number(x)} {number(foot)}h26v10h-19", f'fill="none" stroke="{colour}" stroke-width="1.5"{dash}')
        foot, side, to_x = foot + 10, -1, x
    else:
        pen.path(
            f"M{number(x)} {number(foot)}H{number(to_x - side * 7)}", f'stroke="{colour}" stroke-width="1.5"{dash}'
        )
    back = number(to_x - side * 8)
    pen.path(f"M{number(to_x)} {number(foot)}L{back} {number(foot - 4)}L{back} {number(foot + 4)}Z", f'fill="{colour}"')
    pen.rect(
        Spot(x - 9, foot - 8 if step.source != step.target else foot - 18, 18),
        15,
        "sq-number",
        f'fill="#ffffff" stroke="{colour}"',
        round=7,
    )
    pen.text(x, foot + 3.5 if step.source != step.target else foot - 6.5, str(n), 9, bold=True, anchor="middle")
    pen.close()


def _legend(pen: Pen, y: float) -> float:
    """What colours and marks mean."""
    x: float = EDGE
    for fill, words in ROLES.values():
        pen.rect(Spot(x, y, 16), 12, "sq-key", f'fill="{fill}" stroke="#1d3a5f"', round=2)
        pen.text(x + 21, y + 10, words.to(pen.lang), 11)
        x += 130
    y += 20
    told = pen.say(
        "nét liền: gửi; nét đứt: trả lại; ≈ và màu xám: suy ra. Mô hình không ghi thứ tự bước; thứ tự là cách trình bày.",
        "solid: sends; dashed: returns; ≈ and grey: assumed. The model records no order of steps; the order is ours.",
    )
    pen.text(EDGE, y + 10, told, 11)
    return y + 28
