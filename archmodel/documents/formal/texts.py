"""What people write for the formal document: Markdown files beside the catalogue, read into plain blocks.

Decides the Markdown that is understood - paragraphs, ``- `` items, ``**bold**``, ``*italic*``, ``#`` headings,
``<!-- notes -->``, ``{{ placeholders }}`` - and which files belong to the folder. What a placeholder stands for is left
to ``placeholders``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from archmodel.catalog import yaml_reader
from archmodel.catalog.files import Reader
from archmodel.catalog.messages import explain
from archmodel.catalog.yaml_reader import LINE, Unreadable
from archmodel.documents.formal.tree import Style
from archmodel.errors import CatalogueError, Place
from archmodel.model.record import Frozen, Line, Lines
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

FRONT = "front"
_NOTE = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*|\*(?P<italic>[^*\n]+)\*|\{\{\s*(?P<name>[^{}]*?)\s*\}\}|(?P<missing>\[Chưa có dữ liệu[^\]]*\])"
)
_HEAD = re.compile(r"(#{1,4})\s+(.+)")


class FrontMatter(Frozen):
    """The head of ``front.md``: what the decree asks for that no model holds. What is left out stays visibly open."""

    parent: Line | None = None
    issuer: Line | None = None
    number: Line | None = None
    place: Line | None = None
    date: Line | None = None
    kind: Line | None = None
    summary: Line | None = None
    version: Line | None = None
    authority: Line | None = None
    post: Line | None = None
    signer: Line | None = None
    recipients: Lines = ()
    grounds: Lines = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in a style: words, or the ``name`` of a placeholder."""

    text: str
    style: Style
    place: Place
    name: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph, an item or a heading as written; ``level`` counts the ``#`` of a heading."""

    pieces: tuple[Piece, ...]
    sort: Literal["body", "item", "heading"]
    level: int = 0


@dataclass(frozen=True)
class Texts:
    """The texts of a folder by the name of their file, and the head of the document."""

    parts: dict[str, tuple[Written, ...]] = field(default_factory=dict)
    front: FrontMatter = field(default_factory=FrontMatter)
    folder: str = "catalog/document"


def read_texts(folder: Path, known: Iterable[str]) -> Texts:
    """The texts in a folder of Markdown files; a folder that is not there holds none.

    Args:
        folder: such as ``catalog/document``.
        known: the names a file may have: those of the parts of any form.

    Raises:
        CatalogueError: a file cannot be read, belongs to no part, or the head of ``front.md`` is off.
    """
    reader = Reader(folder)
    parts: dict[str, tuple[Written, ...]] = {}
    front = FrontMatter()
    names = {*known, FRONT}
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        if path.name.startswith(".") or path.stem == "README":
            continue
        text = reader.text(path)
        if path.stem not in names:
            guess = nearest(path.stem, names)
            reader.report(
                path,
                1,
                Words(f"không mẫu nào có phần '{path.stem}'", f"no form has a part '{path.stem}'"),
                Words(f"ý bạn là '{guess}.md'?", f"did you mean '{guess}.md'?")
                if guess
                else Words("đổi tên tệp theo khóa của phần", "name the file after the key of a part"),
            )
        elif text is not None and path.stem == FRONT:
            front = _front(reader, path, text)
        elif text is not None:
            parts[path.stem] = read_markdown(text, reader.place(path, 1))
    if reader.problems:
        raise CatalogueError(reader.problems)
    return Texts(parts, front, f"catalog/{folder.name}")


def read_markdown(text: str, start: Place) -> tuple[Written, ...]:
    """The blocks of a Markdown text that begins at ``start``; signs outside the subset stay as they are written."""
    text = _NOTE.sub(lambda note: "\n" * note[0].count("\n"), text)
    blocks: list[Written] = []
    pieces: list[Piece] = []
    sort: Literal["body", "item"] = "body"

    def close() -> None:
        if pieces:
            blocks.append(Written(tuple(pieces), sort))
            pieces.clear()

    for number, raw in enumerate(text.split("\n"), start.line):
        line, place = raw.strip(), start._replace(line=number)
        if not line:
            close()
        elif head := _HEAD.fullmatch(line):
            close()
            blocks.append(Written(tuple(_pieces(head[2], place)), "heading", len(head[1])))
        elif line.startswith(("- ", "* ")):
            close()
            sort = "item"
            pieces += _pieces(line[2:].strip(), place)
        else:
            if pieces:
                pieces.append(Piece(" ", "plain", place))
            else:
                sort = "body"
            pieces += _pieces(line, place)
    close()
    return tuple(blocks)


def _pieces(line: str, place: Place, outer: Style = "plain") -> Iterable[Piece]:
    last = 0
    for found in _INLINE.finditer(line):
        yield from _words(line[last : found.start()], place, outer)
        if found["name"] is not None:
            yield Piece(found["name"], outer, place, name=True)
        elif found["missing"] is not None:
            yield Piece(found["missing"], "missing", place)
        elif found["bold"] is not None:
            yield from _pieces(found["bold"], place, "bold")
        else:
            yield from _pieces(found["italic"], place, "italic")
        last = found.end()
    yield from _words(line[last:], place, outer)


def _words(text: str, place: Place, style: Style) -> Iterable[Piece]:
    """Words between marks; braces left open are taken for a placeholder, so that they are told and not printed."""
    if text:
        yield Piece(text, style, place, name="{{" in text or "}}" in text)


def _front(reader: Reader, path: Path, text: str) -> FrontMatter:
    """The head between two lines ``---``."""
    head = text.split("---\n", 2)
    body = head[1] if len(head) > 2 and not head[0].strip() else ""
    offset = 1

    def report(line: int, fact: Words, fix: Words, other: int | None) -> None:
        reader.report(path, line + offset, fact, fix)

    try:
        row = yaml_reader.read(body, report)
        if not isinstance(row, dict):
            report(0, Words("tệp phải mở đầu bằng các khóa giữa hai dòng ---", "the file opens with keys between two lines ---"),
                   Words("viết, chẳng hạn, 'place: Hà Nội'", "write, say, 'place: Hà Nội'"), None)  # fmt: skip
            return FrontMatter()
        values = {key: value for key, value in row.items() if key != LINE and value != ""}
        return FrontMatter.model_validate(values)
    except Unreadable as error:
        report(error.line, error.fact, error.fix, None)
    except ValidationError as failure:
        lines = yaml_reader.locate(body)
        for problem in failure.errors(include_url=False):
            fact, fix = explain({**problem}, FrontMatter.model_fields)
            at = next((lines[full] for full in ((problem["loc"][0],), (0, problem["loc"][0])) if full in lines), 1)
            report(at, fact, fix, None)
    return FrontMatter()
