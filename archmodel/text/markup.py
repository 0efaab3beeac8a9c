"""The HTML face of an object in a notebook: a title, a few words, a table that folds where it is long.

Nothing in it loads or runs, so that it reads the same in JupyterLab, VS Code, Voila, plain HTML and a notebook nobody trusts.
Colours are those of whoever shows it (``inherit``), lines are half transparent: light and dark need no style sheet. Pages of
the site drop these styles and go by the class ``am-face``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

SHOWN = 12
"""How many rows stand open; the rest is folded."""

FOLDED = 300
"""How many rows a face holds at most; what is beyond is told as a number."""

_WHOLE, _LONG = 12, 280
_LINE = "1px solid rgba(128,128,128,.35)"
_CELL = f"text-align:left;vertical-align:top;padding:.2em .7em .2em 0;border-bottom:{_LINE}"


def face(title: str, told: str, rows: Iterable[Sequence[str]], head: Sequence[str] = (), after: str = "") -> str:
    """A title in bold, words after it, a table of plain text, and a closing line; every word is escaped here."""
    every = [tuple(row) for row in rows]
    top = f"<thead><tr>{''.join(map(_head, head))}</tr></thead>" if head else ""
    table = _table(top, every[:SHOWN]) if every else ""
    rest = every[SHOWN:FOLDED]
    fold = f"<details><summary>thêm {len(every) - SHOWN} dòng</summary>{_table(top, rest)}</details>" if rest else ""
    beyond = f"<p>… và {len(every) - FOLDED} dòng nữa</p>" if len(every) > FOLDED else ""
    end = f"<p>{escape(after)}</p>" if after else ""
    return (
        '<div class="am-face" style="color:inherit;max-width:75rem">'
        f"<b>{escape(title)}</b> {escape(told)}{table}{fold}{beyond}{end}</div>"
    )


def _table(top: str, rows: Iterable[Sequence[str]]) -> str:
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<table style="border-collapse:collapse;color:inherit">{top}<tbody>{lines}</tbody></table>'


def _head(text: str) -> str:
    return f'<th scope="col" style="{_CELL}">{escape(text)}</th>'


def _cell(text: str) -> str:
    """A cell; of a long text the beginning, the whole folded beneath it."""
    if len(text) <= _WHOLE:
        return f'<td class="am-whole" style="{_CELL};white-space:nowrap">{escape(text)}</td>'
    if len(text) <= _LONG:
        return f'<td style="{_CELL}">{escape(text)}</td>'
    start = text[: text.rfind(" ", 0, _LONG // 2) if " " in text[: _LONG // 2] else _LONG // 2]
    return f'<td style="{_CELL}"><details><summary>{escape(start)} …</summary>{escape(text)}</details></td>'
