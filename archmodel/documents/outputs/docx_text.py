"""What stands in a DOCX, in order: paragraphs with their style, rows of tables, pictures with what is told of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MISSING = "Missing"


class Line(NamedTuple):
    """A paragraph or a row of a table: its number in the body from 1, its style, its text; ``open`` marks only absence."""

    at: int
    style: str
    text: str
    cells: tuple[str, ...] = ()
    open: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether Word takes it for a heading."""
        return self.style.startswith("Heading") or self.style == "Annex"


class Drawing(NamedTuple):
    """A picture: the number of its paragraph, and the words for who cannot see it."""

    at: int
    name: str
    told: str


class DocxText:
    """The content of a DOCX file."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                body = fromstring(package.read("word/document.xml")).find(f"{_W}body")  # noqa: S314 - expat takes no outside entities, and the file is our own
        except (zipfile.BadZipFile, KeyError, SyntaxError) as error:
            raise ArchmodelError(
                Words("không phải tệp DOCX", "it is not a DOCX file"), Words("xuất lại tệp", "produce the file again")
            ) from error
        self._body: list[Element] = [] if body is None else list(body)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Paragraphs and rows in order."""
        return tuple(self._read())

    def _read(self) -> Iterator[Line]:
        for at, block in enumerate(self._body, 1):
            if block.tag == f"{_W}p":
                yield Line(at, _style(block), _text(block), open=_is_open(block))
            elif block.tag == f"{_W}tbl":
                for row in block.iter(f"{_W}tr"):
                    cells = tuple("\n".join(_text(p) for p in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc"))
                    yield Line(at, "", "|".join(cells), cells)

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """The pictures in order."""
        found = ((at, picture) for at, block in enumerate(self._body, 1) for picture in block.iter(_PICTURE))
        return tuple(Drawing(at, p.get("name", ""), p.get("descr", "")) for at, p in found)


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else found.get(f"{_W}val", "")


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t")).strip()


def _is_open(paragraph: Element) -> bool:
    """Whether all words of a paragraph are in the style that marks what is not there."""
    told = [run for run in paragraph.iter(f"{_W}r") if "".join(t.text or "" for t in run.iter(f"{_W}t")).strip(" .;,")]
    marks = (run.find(f"{_W}rPr/{_W}rStyle") for run in told)
    return bool(told) and all(mark is not None and mark.get(f"{_W}val") == _MISSING for mark in marks)
