"""The explorer where no widget runs - an exported page, a notebook not trusted: what is listed and open, as it stood.

It is fixed text, every word escaped, folded where long.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

MOST = 200
"""How many rows are kept; the count of the rest is told."""


def static_face(
    words: Mapping[str, str], asked: str, rows: list[dict[str, str]], total: int, page: Mapping[str, Any] | None
) -> str:
    """The listing as a folded table and the open element as lines, under what was asked for."""
    count = words["found"].format(shown=len(rows), total=total)
    head = "".join(f"<th scope=col>{escape(words[name])}</th>" for name in ("id", "name", "kind", "owner", "standing"))
    body = "".join(
        "<tr>" + "".join(f"<td style=text-align:left>{escape(row[name])}</td>" for name in _SHOWN) + "</tr>"
        for row in rows
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if rows else ""
    return (
        f"<div><b>{escape(words['title'])}</b> {escape(asked)}"
        f"<details{' open' if len(rows) <= 10 else ''}><summary>{escape(count)}</summary>{table}</details>"
        f"{_open(words, page) if page else ''}<p><small>{escape(words['static'])}</small></p></div>"
    )


_SHOWN = ("id", "name", "kind", "owner", "standing")


def _open(words: Mapping[str, str], page: Mapping[str, Any]) -> str:
    lines = [(words["kind"], page["kind"]), (words["confidence"], page["confidence"])]
    lines += [(fact["label"], "; ".join(text for text, _ in fact["values"])) for fact in page["facts"]]
    lines += [(group["words"], "; ".join(tie["name"] for tie in group["ties"])) for group in page["ties"]]
    lines += [(f"{row['code']} {row['words']}", row["message"]) for row in page["findings"]]
    lines += [(words["evidence"], f"{item['document']} ({item['confidence']})") for item in page["evidence"]]
    if page["path"]:
        lines.append((words["file"], f"{page['path']}:{page['line']}"))
    rows = "".join(f"<tr><th scope=row>{escape(name)}</th><td>{escape(text)}</td></tr>" for name, text in lines)
    title = escape(f"{page['name']} ({page['id']})")
    return f"<details open><summary><b>{title}</b></summary><table>{rows}</table></details>"
