"""A grid of tiles drawn as SVG: rows by columns, each tile a word or two on a colour, with a legend.

Decides sizes and how headings are wrapped; which tile says what is decided by the picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from archmodel.text.words import Words
from archmodel.views.measure import width, wrap
from archmodel.views.pen import Pen, Spot
from archmodel.views.picture import Picture

EDGE, FIRST, TILE, ROW = 16, 300, 110, 40
TEXT, LINE = 11, 13


class Tile(NamedTuple):
    """A cell as drawn; ``more`` stands small beneath the text."""

    text: str
    fill: str
    more: str = ""


def draw_grid(
    picture: Picture,
    lang: str,
    rows: Sequence[tuple[str, Words]],
    columns: Sequence[tuple[str, Words]],
    tiles: Mapping[tuple[str, str], Tile],
    legend: Sequence[tuple[str, str]],
) -> str:
    """The grid as an SVG document.

    Args:
        picture: whose title, standing and description are shown.
        lang: language of the words.
        rows: keys and headings of rows.
        columns: keys and headings of columns.
        tiles: by row key and column key; none is drawn where there is none.
        legend: words and the colour each stands beside.
    """
    pen = Pen(lang, css="grid")
    across = max(2 * EDGE + FIRST + TILE * len(columns), 760)
    y = heading(pen, picture, across)
    titles = [wrap(words.to(lang), TEXT, TILE - 8, lines=4, bold=True) for _, words in columns]
    tall = max((len(lines) for lines in titles), default=1) * LINE + 6
    for n, lines in enumerate(titles):
        for m, line in enumerate(lines):
            pen.text(EDGE + FIRST + n * TILE + 4, y + LINE * (m + 1), line, TEXT, bold=True)
    y += tall
    for row, words in rows:
        lines = wrap(words.to(lang), TEXT, FIRST - 10, lines=3)
        for m, line in enumerate(lines):
            pen.text(EDGE, y + 23 + (m - (len(lines) - 1) / 2) * LINE, line, TEXT)
        for n, (column, _) in enumerate(columns):
            tile = tiles.get((row, column))
            if tile:
                spot = Spot(EDGE + FIRST + n * TILE, y, TILE - 3)
                pen.rect(spot, ROW - 3, "grid-tile", f'fill="{tile.fill}" stroke="#c3cad3"')
                middle = spot.x + (TILE - 3) / 2
                pen.text(middle, y + (17 if tile.more else 23), tile.text, TEXT + 1, anchor="middle")
                if tile.more:
                    pen.text(middle, y + 31, tile.more, TEXT - 1.5, anchor="middle")
        y += ROW
    y = swatches(pen, legend, y + 8, across)
    return pen.document("grid", picture.title.to(lang), picture.alt(lang), (across, y))


def heading(pen: Pen, picture: Picture, across: float) -> float:
    """Title and standing at the head of a drawing; returns where the drawing may begin."""
    lines = wrap(picture.title.to(pen.lang), 20, across - 2 * EDGE, lines=2, bold=True)
    for n, line in enumerate(lines):
        pen.text(EDGE, 30 + n * 24, line, 20, bold=True)
    foot = 30 + (len(lines) - 1) * 24
    pen.text(EDGE, foot + 20, picture.standing(pen.lang), 12)
    return foot + 36


def swatches(pen: Pen, legend: Sequence[tuple[str, str]], y: float, across: float) -> float:
    """Colours and what they mean, in as many rows as they need; returns the height they end at."""
    x: float = EDGE
    for words, fill in legend:
        room = 24 + width(words, TEXT) + 20
        if x + room > across - EDGE and x > EDGE:
            x, y = EDGE, y + 20
        pen.rect(Spot(x, y, 18), 12, "swatch", f'fill="{fill}" stroke="#5b6673" stroke-width="0.8"', round=2)
        pen.text(x + 24, y + 10, words, TEXT)
        x += room
    return y + 28
