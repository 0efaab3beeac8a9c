"""The HTML face of a change of files: lines taken out and put in, told by sign and by colour, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

LONG = 60
"""From how many lines on the diff of a file comes folded."""

_COLOURS = {"+": "background:rgba(46,160,67,.22)", "-": "background:rgba(248,81,73,.22)", "@": "opacity:.65"}
_PRE = "margin:0;padding:.4em .6em;overflow-x:auto;white-space:pre;line-height:1.45"


def diff_face(title: str, files: Iterable[tuple[str, str]]) -> str:
    """A title and a unified diff per file, given as its name and the diff; every word is escaped here."""
    parts = "".join(_file(name, diff.splitlines()) for name, diff in files)
    return f"<div><b>{escape(title)}</b>{parts}</div>"


def _file(name: str, lines: list[str]) -> str:
    lines = lines[2:]
    more, fewer = (sum(line.startswith(sign) for line in lines) for sign in "+-")
    shown = "" if len(lines) > LONG else " open"
    told = f"{escape(name)} <span>(+{more} −{fewer})</span>"
    return f"<details{shown}><summary>{told}</summary><pre style='{_PRE}'>{''.join(_coloured(lines))}</pre></details>"


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        colour = _COLOURS.get(line[:1], "")
        yield f"<span style='display:block;{colour}'>{escape(line) or ' '}</span>"
