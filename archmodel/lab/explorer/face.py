"""The explorer where no widget runs - an exported page, a notebook not trusted: what is listed and open, as it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from archmodel.text.markup import FOLDED, face

SHOWN = ("id", "name", "kind", "owner", "standing")


def static_face(
    words: Mapping[str, str],
    asked: Iterable[str],
    rows: list[dict[str, str]],
    total: int,
    page: Mapping[str, Any] | None,
) -> str:
    """The listing as a table and the open element as lines, under what was asked for."""
    count = words["found"].format(shown=min(FOLDED, total), total=total)
    told = " · ".join([*(part for part in asked if part), count])
    listing = [[row[name] for name in SHOWN] for row in rows[:FOLDED]]
    listed = face(words["title"], told, listing, [words[name] for name in SHOWN], words["static"])
    return f"<div>{listed}{_open(words, page) if page else ''}</div>"


def _open(words: Mapping[str, str], page: Mapping[str, Any]) -> str:
    lines = [(words["kind"], page["kind"]), (words["confidence"], page["confidence"])]
    lines += [(fact["label"], "; ".join(text for text, _ in fact["values"])) for fact in page["facts"]]
    lines += [(group["words"], "; ".join(tie["name"] for tie in group["ties"])) for group in page["ties"]]
    lines += [(f"{row['code']} {row['words']}", row["message"]) for row in page["findings"]]
    lines += [(words["evidence"], f"{item['document']} ({item['confidence']})") for item in page["evidence"]]
    if page["path"]:
        lines.append((words["file"], f"{page['path']}:{page['line']}"))
    return face(page["name"], page["id"], lines)
