"""What no public file may hold: texts of records that are withheld, and whatever a pattern of DOC-05 matches.

Every file is read as what it is: pages without their markup, archives opened, PDF as text, properties as well. Pieces
that many pages share are looked at once.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from archmodel.analysis.audience import for_public
from archmodel.model.model import Model
from archmodel.model.record import Record
from archmodel.model.withheld import MAIL, PATTERNS, is_official
from archmodel.text.words import Words

SHORTEST, SHORTEST_NOTE = 8, 40
"""Letters a withheld text must have to be looked for: shorter ones, of notes above all, stand by chance in other words."""
_PIECES = re.compile(r'>([^<>]+)<|="([^"]*)"')
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOREIGN = (".js",)
_FIXED = frozenset({"type", "role", "isolation"})
"""Withheld fields whose values are words of a fixed list, which stand elsewhere too."""


def withheld_texts(model: Model) -> tuple[str, ...]:
    """The texts of a whole model that its public edition does not hold anywhere, not even within another text."""
    public = for_public(model)
    told = "\n".join(text for one in (*public, *public.relations, *public.waivers) for _, text in _texts(one))
    every = dict.fromkeys(found for one in (*model, *model.relations, *model.waivers) for found in _texts(one))
    return tuple(
        text
        for name, text in every
        if len(text) >= (SHORTEST_NOTE if name.endswith("note") else SHORTEST) and text not in told
    )


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The texts of a record with the name of the field each stands in."""
    stack: list[tuple[str, Any]] = list(record.model_dump(exclude={"place"}).items())
    while stack:
        name, value = stack.pop()
        if isinstance(value, str) and name not in _FIXED:
            yield name, value
        elif isinstance(value, dict):
            stack += value.items()
        elif isinstance(value, (list, tuple)):
            stack += ((name, item) for item in value)


def leaks(
    folder: Path, files: tuple[str, ...], withheld: tuple[str, ...], domain: str | None
) -> Iterator[tuple[str, Words]]:
    """The files with something in them that must not be public, and what; the value itself is not repeated."""
    first: dict[str, str] = {}
    for name in files:
        for piece in pieces(name, (folder / name).read_bytes()):
            first.setdefault(piece, name)
    joined = "\n".join(first)
    known = [text for text in withheld if text in joined]
    for piece, name in first.items():
        found = next((text for text in known if text in piece), None)
        if found is not None:
            yield (
                name,
                Words(f"giá trị không công bố (dài {len(found)} ký tự)", f"a withheld value of {len(found)} letters"),
            )
        for what, pattern in PATTERNS.values():
            if pattern.search(piece):
                yield name, what
        if "@" in piece and any(not is_official(host, domain) for host in MAIL.findall(piece)):
            yield name, Words("hộp thư", "a mailbox")


def pieces(name: str, data: bytes) -> Iterator[str]:
    """The texts of a file, each at least four letters long."""
    for text in _read(name, data):
        if len(text) > 3:
            yield text


def _read(name: str, data: bytes) -> Iterator[str]:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for item in package.namelist():
                yield from _read(item, package.read(item))
    elif data[:5] == b"%PDF-":
        yield from _pdf(data)
    elif not name.endswith(_FOREIGN) and data[:8] != b"\x89PNG\r\n\x1a\n":
        text = data.decode("utf-8", errors="replace")
        if name.endswith((".html", ".svg", ".xml", ".rels")):
            for found in _PIECES.finditer(text):
                yield unescape(found[1] or found[2] or "").strip()
        if not name.endswith((".xml", ".rels", ".svg")):
            scripts = re.findall(r"(?s)<script[^>]*>(.*?)</script>", text) if name.endswith(".html") else [text]
            for script in scripts:
                yield from _ESCAPED.sub(lambda found: chr(int(found[1], 16)), script).split('"')


def _pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    for page in reader.pages:
        yield page.extract_text()
    yield from (str(value) for value in (reader.metadata or {}).values())
