"""What every SVG drawing shares: safe text, numbers written one way, and a document with title and description.

Decides nothing about a picture but that its text stays text, its bytes are the same everywhere, and no text of the
catalogue can act. Colours told here are the Okabe-Ito set, which colour-blind eyes can tell apart; a drawing adds a
dash, a letter or a place, for print.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from archmodel.views.scene import Drawing, Frame, Record

Link = Callable[[str], str | None]
"""From the id of an element to the address of its page, or None where it has none."""

FONT = "'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
INK, QUIET, RULE = "#16202c", "#4a5666", "#5b6673"
BLUE, ORANGE, GREEN, PINK, SKY, RED = "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"


class Spot(NamedTuple):
    """A corner and the room to the right of it."""

    x: float
    y: float
    room: float

    def frame(self, tall: float) -> Frame:
        """The rectangle of this height."""
        return Frame(self.x, self.y, self.room, tall)


class Pen:
    """Marks of an SVG document in one language, in drawing order, and the boxes and lines they show."""

    def __init__(self, lang: str, link: Link | None = None, css: str = "pic") -> None:
        self.lang = lang
        self.link = link
        self.css = css
        self.marks: list[str] = []
        self.record = Record()
        self._closing: list[str] = []

    def say(self, vi: str, en: str) -> str:
        """The words of the picture's language."""
        return en if self.lang == "en" else vi

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        anchor: str = "start",
        ink: str = INK,
        turn: float = 0,
        halo: bool = False,
    ) -> None:
        """A line of text whose foot is at ``y``, turned by degrees; ``anchor`` is ``start``, ``middle`` or ``end``.

        A ``halo`` of paper keeps it readable where it crosses something.
        """
        weight = ' font-weight="700"' if bold else ""
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        if halo:
            place += ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
        if turn:
            place += f' transform="rotate({number(turn)} {number(x)} {number(y)})"'
        self.marks.append(
            f'<text class="{self.css}-ink" x="{number(x)}" y="{number(y)}" font-size="{number(size)}"{weight}{place}'
            f' fill="{ink}">{safe(text)}</text>'
        )

    def rect(self, spot: Spot, height: float, css: str, rest: str, *, round: float = 4) -> None:
        """A rectangle with rounded corners; ``css`` and ``rest`` are ours, never the catalogue's."""
        self.marks.append(
            f'<rect class="{css}" x="{number(spot.x)}" y="{number(spot.y)}" width="{number(spot.room)}"'
            f' height="{number(height)}" rx="{number(round)}" {rest}/>'
        )

    def path(self, d: str, rest: str) -> None:
        """A path from steps already written by ``number``."""
        self.marks.append(f'<path d="{d}" {rest}/>')

    def open(self, id: str | None, tip: str = "") -> None:
        """Begin a group that links to the page of an element where it has one; ``tip`` is shown on hover."""
        address = self.link(id) if self.link and id is not None else None
        self.marks.append(f'<a href="{safe(address)}">' if address else "<g>")
        self._closing.append("</a>" if address else "</g>")
        if tip:
            self.marks.append(f"<title>{safe(tip)}</title>")

    def close(self) -> None:
        """End the group begun last."""
        self.marks.append(self._closing.pop())

    def drawing(self, name: str, title: str, standing: str, told: str, size: tuple[float, float]) -> Drawing:
        """The SVG document with the boxes and lines noted; see ``document``."""
        scene = self.record.scene(title, standing, told, self.lang, size)
        return Drawing(self.document(name, title, told, size), scene)

    def document(self, name: str, title: str, told: str, size: tuple[float, float]) -> str:
        """The SVG document; ``name`` is unique among the pictures of a page, ``told`` its description for who cannot see it."""
        across, down = size
        return "\n".join(
            [
                (
                    f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" viewBox="0 0 {number(across)} {number(down)}"'
                    f' width="{number(across)}" height="{number(down)}" role="group"'
                    f' aria-labelledby="{self.css}-title {self.css}-desc" lang="{self.lang}" font-family="{FONT}">'
                ),
                f'<title id="{self.css}-title">{safe(title)}</title>',
                f'<desc id="{self.css}-desc">{safe(told)}</desc>',
                f'<rect class="{self.css}-paper" width="{number(across)}" height="{number(down)}" fill="#ffffff"/>',
                *self.marks,
                "</svg>\n",
            ]
        )


def number(value: float) -> str:
    """A number with at most one decimal, written one way on every machine."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def safe(text: str | None) -> str:
    """Text made harmless: signs XML forbids and signs that turn the reading direction are dropped, the rest escaped."""
    return escape(plain(text), quote=True)


def plain(text: str | None) -> str:
    """Text without the signs that XML forbids or that turn the reading direction; not yet escaped."""
    return "".join(char for char in text or "" if _shown(char))


def tidy(text: str | None) -> str:
    """Plain text in one line, for files whose lines mean something."""
    return " ".join(plain(text).split())


def _shown(char: str) -> bool:
    code = ord(char)
    turning = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in {0x200E, 0x200F, 0x061C}
    return (
        (code >= 0x20 or char in "\t\n")
        and not turning
        and not 0xD800 <= code <= 0xDFFF
        and not 0x7F <= code <= 0x9F
        and code not in {0xFFFE, 0xFFFF}
    )
