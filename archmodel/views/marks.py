"""Marks several drawings share: boxes with a standing, shades with a letter, hatching, arrows, a legend of them.

Decides how unknown, part and inferred look - hatched, dashed - the same in every picture. A shade is never told by its
colour alone: it has a letter, printed where the shade is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archmodel.model.record import Record
from archmodel.text.words import Words
from archmodel.views.measure import width, wrap
from archmodel.views.pen import INK, Pen, Spot, number

TEXT, LINE = 10.5, 13
FILLS = ("#cfe6f5", "#fde3b0", "#c9ecdf", "#f3d5e5", "#f1eba9", "#f6c9b3", "#cdd3f2", "#dde8c4")
"""Light Okabe-Ito tints that dark text stands on; neighbours differ in lightness too."""

GREY = "#e3e6ea"


class Shade(NamedTuple):
    """A colour with the letter that stands for it in print."""

    letter: str
    fill: str
    words: Words


class Swatch(NamedTuple):
    """A line of a legend: how the mark is drawn, its letter if any, and what it means."""

    words: str
    fill: str
    stroke: str = 'stroke="#5b6673" stroke-width="0.8"'
    letter: str = ""


def cited(records: Iterable[Record]) -> int:
    """How many different documents and addresses the records rest on."""
    return len({(item.document, item.url) for record in records for item in record.evidence})


def hatching(pen: Pen, name: str = "hatch", fill: str = "#ffffff", stroke: str = "#4a5666") -> str:
    """Define a hatched fill and return how to ask for it; to be called once for each name and drawing."""
    pen.marks.append(
        f'<defs><pattern id="{pen.css}-{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{fill}"/><line x1="0" y1="0" x2="0" y2="6" stroke="{stroke}" stroke-width="1.6"/>'
        "</pattern></defs>"
    )
    return f"url(#{pen.css}-{name})"


def line(pen: Pen, points: Sequence[tuple[float, float]], rest: str) -> None:
    """A line through the points, made of straight parts."""
    steps = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    pen.path(f"M{steps.replace(' ', ' L')}", f'fill="none" {rest}')


def arrow_down(pen: Pen, x: float, y: float, fill: str, size: float = 5) -> None:
    """A triangle whose tip is at the foot, at ``y``."""
    pen.path(f"M{number(x)},{number(y)} l{number(-size)},{number(-size * 1.5)} h{number(size * 2)} z", f'fill="{fill}"')


def arrow_up(pen: Pen, x: float, y: float, fill: str, size: float = 5) -> None:
    """A triangle whose tip is at the head, at ``y``."""
    pen.path(f"M{number(x)},{number(y)} l{number(-size)},{number(size * 1.5)} h{number(size * 2)} z", f'fill="{fill}"')


def letter(pen: Pen, x: float, y: float, text: str) -> None:
    """A small bold letter whose middle foot is at the point."""
    pen.text(x, y, text, 9.5, bold=True, anchor="middle")


def lines_of(name: str, room: float, most: int = 2, size: float = TEXT) -> tuple[str, ...]:
    """A name in at most ``most`` lines."""
    return wrap(name, size, room, lines=most)


def written_lines(pen: Pen, spot: Spot, lines: Iterable[str], *, size: float = TEXT, bold: bool = False) -> None:
    """Lines under each other; the foot of the first is at ``spot.y``."""
    for n, text in enumerate(lines):
        pen.text(spot.x, spot.y + n * LINE, text, size, bold=bold)


def legend(pen: Pen, swatches: Iterable[Swatch], spot: Spot) -> float:
    """The meaning of marks, in as many rows as they need; returns the height they end at."""
    x, y = spot.x, spot.y
    for swatch in swatches:
        room = 36 + width(swatch.words, 11) + 18
        if x + room > spot.x + spot.room and x > spot.x:
            x, y = spot.x, y + 20
        pen.rect(Spot(x, y, 28), 14, f"{pen.css}-mark", f'fill="{swatch.fill}" {swatch.stroke}', round=2)
        if swatch.letter:
            pen.text(x + 14, y + 11, swatch.letter, 9.5, bold=True, anchor="middle", ink=INK)
        pen.text(x + 34, y + 11, swatch.words, 11)
        x += room
    return y + 28
