"""Runs, paragraphs and tables as WordprocessingML text: what python-docx has no words for, or would write too slowly.

Every text is escaped here, and signs XML forbids are dropped. Styles are named; how they look is left to ``styles``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from archmodel.documents.formal.tree import Run, Runs, Table

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TWIPS = 1440 / 25.4
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
_PROPERTIES = {"plain": "", "bold": "<w:rPr><w:b/></w:rPr>", "italic": "<w:rPr><w:i/></w:rPr>",
               "missing": '<w:rPr><w:rStyle w:val="Missing"/></w:rPr>'}  # fmt: skip


def clean(text: str) -> str:
    """Text without signs XML forbids and signs that turn the reading direction."""
    return _FORBIDDEN.sub("", text)


class Anchors:
    """Bookmark names of anchors: short, lasting and unique, as Word wants them."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._ids = 0

    def name(self, anchor: str) -> str:
        """The bookmark an anchor is known by."""
        return self._names.setdefault(anchor, f"_Ref{len(self._names) + 1:08}")

    def around(self, anchor: str | None, inner: str) -> str:
        """Content within the bookmark of an anchor."""
        if anchor is None:
            return inner
        self._ids += 1
        return f'<w:bookmarkStart w:id="{self._ids}" w:name="{self.name(anchor)}"/>{inner}<w:bookmarkEnd w:id="{self._ids}"/>'


def paragraph(inner: str, style: str, properties: str = "") -> str:
    """A paragraph of a style."""
    return f'<w:p {SPACE}><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def words(text: str, style: str = "plain") -> str:
    """A run of text."""
    return f'<w:r>{_PROPERTIES[style]}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'


def field(code: str, shown: str, *, dirty: bool = False) -> str:
    """A field with what it showed last; a dirty one is worked out anew when the file is opened."""
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def runs(content: Runs, anchors: Anchors) -> str:
    """Runs, with cross-references as fields and sources as links within the document."""
    return "".join(_run(run, anchors) for run in content)


def _run(run: Run, anchors: Anchors) -> str:
    text = words(run.text, run.style)
    if run.to is None:
        return text
    if run.to.startswith("nguon-"):
        return f'<w:hyperlink w:anchor="{anchors.name(run.to)}">{text}</w:hyperlink>'
    return field(f"REF {anchors.name(run.to)} \\h", text)


def caption(sort: str, number: int, text: str, anchor: str, anchors: Anchors, style: str = "Caption") -> str:
    """A caption that counts itself; what refers to it reads its label and number."""
    label = anchors.around(anchor, words(f"{sort} ") + field(f"SEQ {sort} \\* ARABIC", words(str(number))))
    keep = "<w:keepNext/>" if sort == "Bảng" else ""
    return paragraph(label + words(f". {text}"), style, keep)


def table(content: Table, width: float, anchors: Anchors, *, small: bool = False) -> str:
    """A table ``width`` mm wide: its head repeats on every page, and no row breaks across two."""
    heads, texts = ("TableHeadSmall", "TableSmall") if small else ("TableHead", "TableText")
    shares = sum(column.width for column in content.columns)
    widths = [round(width * TWIPS * column.width / shares) for column in content.columns]
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    head = _row(((Run(c.name),) for c in content.columns), widths, anchors, heads, "<w:tblHeader/>")
    body = "".join(_row(row.cells, widths, anchors, texts, "", row.anchor) for row in content.rows)
    told = quoteattr(clean(content.caption))
    return (
        f'<w:tbl {SPACE}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val={told}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _row(
    cells: Iterable[Runs], widths: list[int], anchors: Anchors, style: str, more: str, anchor: str | None = None
) -> str:
    done = []
    for size, cell in zip(widths, cells, strict=True):
        inner = anchors.around(anchor, runs(cell, anchors))
        anchor = None
        done.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(done)}</w:tr>"


def pair(left: str, right: str, sizes: tuple[float, float]) -> str:
    """Two borderless columns of paragraphs, ``sizes`` in mm: the head and the foot of an administrative document."""
    widths = [round(size * TWIPS) for size in sizes]
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
        for size, inner in zip(widths, (left, right), strict=True)
    )
    return (
        f'<w:tbl {SPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )
