"""How wide text is when no font is at hand, and how it breaks into lines.

Decides widths by the widest sans-serif in common use, so that a line that fits here fits in any of them. What is drawn
with the lines is left to the back-ends.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ASCII = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
)  # fmt: skip
"""Widths of the signs from space to tilde, in thousandths of the font size (DejaVu Sans)."""

_OTHER = {"đ": 635, "Đ": 775, "ơ": 612, "ư": 634, "Ơ": 913, "Ư": 858}
_BOLD = 1.15


@lru_cache(maxsize=2048)
def _sign(char: str) -> int:
    if char in _OTHER:
        return _OTHER[char]
    base = unicodedata.normalize("NFD", char)[0]
    if base in "oOuU" and "̛" in unicodedata.normalize("NFD", char):
        return _OTHER[{"o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"}[base]]
    return _ASCII[ord(base) - 32] if 32 <= ord(base) < 127 else 1000


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The room ``text`` takes at ``size``, in the same unit; signs outside Latin count as a full square."""
    return sum(_sign(char) for char in text) * size / 1000 * (_BOLD if bold else 1.0)


def wrap(text: str, size: float, room: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines no wider than ``room``; what is cut off is marked with an ellipsis."""
    words = [part for word in text.split() for part in _broken(word, size, room, bold)]
    done: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
        else:
            done.append(line)
            line = word
    done.append(line)
    if len(done) <= lines:
        return tuple(done)
    return (*done[: lines - 1], _cut(f"{done[lines - 1]} {done[lines]}", size, room, bold))


def _broken(word: str, size: float, room: float, bold: bool) -> list[str]:
    """A word in parts that each fit, one part when it fits whole."""
    parts, part = [], ""
    for char in word:
        if part and width(part + char, size, bold=bold) > room:
            parts.append(part)
            part = char
        else:
            part += char
    return [*parts, part]


def _cut(text: str, size: float, room: float, bold: bool) -> str:
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;-')}…"
