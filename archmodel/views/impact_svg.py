"""An impact drawn as SVG: a tree from left to right, a column for each step, right-angled branches.

Decides sizes and places. A branch nobody is sure of is dashed; what the step means is written on it.
"""

from __future__ import annotations

from archmodel.model.kinds import KINDS, LAYERS
from archmodel.views.grid import heading
from archmodel.views.impact_tree import ImpactTree, Twig
from archmodel.views.marks import LINE, Swatch, legend, line, lines_of
from archmodel.views.measure import wrap
from archmodel.views.pen import Link, Pen, Spot
from archmodel.views.scene import Drawing
from archmodel.views.svg import LINES, TINTS

EDGE, BOX, GAP, ROW, ROOT = 16, 236, 104, 42, 230
HIGH = 34
INK = "#4a5666"


def draw(picture: ImpactTree, lang: str = "vi", link: Link | None = None) -> Drawing:
    """The picture as an SVG document, and its boxes and lines."""
    pen = Pen(lang, link, "impact")
    levels = max((_deep(twig) for twig in picture.twigs), default=0)
    across = max(2 * EDGE + ROOT + levels * (GAP + BOX), 900)
    top = heading(pen, picture, across)
    told = wrap(picture.alt(lang), 12, across - 2 * EDGE, lines=2, bold=True)
    for n, text in enumerate(told):
        pen.text(EDGE, top + n * 15, text, 12, bold=True)
    top += 15 * len(told)
    lines = max(sum(twig.lines for twig in picture.twigs) + bool(picture.folded), 1)
    tall = max(lines * ROW, 84)
    middle = top + lines * ROW / 2 if lines > 1 else top + tall / 2
    root = _root(pen, picture, middle)
    _branches(pen, picture.twigs, picture.folded, (EDGE + ROOT, middle), middle - lines * ROW / 2, root)
    y = _legend(pen, top + tall + 6, across)
    return pen.drawing("impact", picture.title.to(lang), picture.standing(lang), picture.alt(lang), (across, y))


def _deep(twig: Twig) -> int:
    return 1 + max((_deep(inner) for inner in twig.twigs), default=0)


def _root(pen: Pen, picture: ImpactTree, middle: float) -> str:
    lines = wrap(picture.box.name, 12, ROOT - 20, lines=3, bold=True)
    height = len(lines) * 15 + 28
    spot = Spot(EDGE, middle - height / 2, ROOT)
    pen.open(picture.box.id, picture.box.name)
    pen.rect(spot, height, "impact-box", 'fill="#ffffff" stroke="#16202c" stroke-width="3"')
    for n, text in enumerate(lines):
        pen.text(spot.x + 10, spot.y + 18 + n * 15, text, 12, bold=True)
    kind = KINDS[picture.kind].words.to(pen.lang)
    pen.text(spot.x + 10, spot.y + height - 8, kind, 10.5)
    pen.close()
    return pen.record.node(picture.box.id, picture.box.name, spot.frame(height), stroke="#16202c", note=kind)


def _branches(
    pen: Pen, twigs: tuple[Twig, ...], folded: int, start: tuple[float, float], top: float, above: str
) -> None:
    """The children of a box: a stem, and for each child a line at its height with the words of the step."""
    x, middle = start
    stem, left, y = x + 12, x + GAP, top
    heights = [middle]
    for twig in twigs:
        at = y + twig.lines * ROW / 2
        unsure = not twig.stated or twig.confidence in {None, "inferred"}
        dash = ' stroke-dasharray="4 3"' if unsure else ""
        heights.append(at)
        line(pen, [(stem, at), (left, at)], f'stroke="{INK}" stroke-width="1.4"{dash}')
        for n, text in enumerate(reversed(wrap(twig.words.to(pen.lang), 9.5, left - stem - 8, lines=2))):
            pen.text(stem + 4, at - 4 - n * 11, text, 9.5)
        here = _twig(pen, twig, Spot(left, at - HIGH / 2, BOX))
        words = twig.words.to(pen.lang)
        route = ((x, middle), (stem, middle), (stem, at), (left, at))
        pen.record.edge(above, here, words, route, label=words, dashed=unsure)
        _branches(pen, twig.twigs, twig.folded, (left + BOX, at), y, here)
        y += twig.lines * ROW
    if folded:
        at = y + ROW / 2
        heights.append(at)
        line(pen, [(stem, at), (left - 8, at)], f'stroke="{INK}" stroke-width="1.4"')
        pen.text(left, at + 4, pen.say(f"+{folded} đối tượng", f"+{folded} elements"), 11, bold=True)
    if len(heights) > 1:
        stroke = f'stroke="{INK}" stroke-width="1.4"'
        line(pen, [(x, middle), (stem, middle)], stroke)
        line(pen, [(stem, min(heights)), (stem, max(heights))], stroke)


def _twig(pen: Pen, twig: Twig, spot: Spot) -> str:
    kind = KINDS[twig.kind]
    pen.open(twig.box.id, f"{twig.box.name} ({kind.words.to(pen.lang)})")
    pen.rect(
        spot,
        HIGH,
        f"impact-box impact-{kind.layer}",
        f'fill="{TINTS[kind.layer]}" stroke="#1d3a5f" {LINES[twig.box.standing]}',
    )
    lines = lines_of(twig.box.name, spot.room - 14, 2)
    for n, text in enumerate(lines):
        pen.text(spot.x + 7, spot.y + (14 if len(lines) > 1 else 20.5) + n * LINE, text, 10.5)
    pen.close()
    dashed, shown = "dash" in LINES[twig.box.standing], " ".join(lines)
    note = kind.words.to(pen.lang)
    return pen.record.node(
        twig.box.id, twig.box.name, spot.frame(HIGH), fill=TINTS[kind.layer], dashed=dashed, note=note, shown=shown
    )


def _legend(pen: Pen, y: float, across: float) -> float:
    marks = [Swatch(words.to(pen.lang), TINTS[layer], 'stroke="#1d3a5f"') for layer, words in LAYERS.items()]
    y = legend(pen, marks, Spot(EDGE, y, across - 2 * EDGE))
    told = pen.say(
        "Nét đứt: có bước do suy luận, không rõ nguồn hoặc chưa rõ trạng thái. Mỗi đối tượng đứng dưới đường ngắn nhất tới nó; đọc theo "
        "trường hợp xấu nhất.",
        "Dashed: a step is inferred, has no source or no stated state. Each element hangs on its shortest path; the worst case is read.",
    )
    for n, text in enumerate(wrap(told, 11, across - 2 * EDGE, lines=3)):
        pen.text(EDGE, y + 2 + n * 14, text, 11)
        y += 14 if n else 0
    return y + 16
