"""A small escaped HTML face for notebooks: offline, readable in light and dark, nothing in it but a title and a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def face(title: str, told: str, rows: Iterable[Sequence[str]], head: Sequence[str] = (), after: str = "") -> str:
    """A title in bold, words after it, a table of plain text, and a closing line; every word is escaped here."""
    cells = "".join(
        f"<tr>{''.join(f'<td style=text-align:left>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    top = f"<thead><tr>{''.join(f'<th scope=col>{escape(cell)}</th>' for cell in head)}</tr></thead>" if head else ""
    table = f"<table>{top}<tbody>{cells}</tbody></table>" if cells else ""
    end = f"<p>{escape(after)}</p>" if after else ""
    return f"<div><b>{escape(title)}</b> {escape(told)}{table}{end}</div>"
