"""The formal document as DOCX, for people to edit on: real styles, fields that count, tables with repeated heads.

The same document gives the same bytes: dates in the file are the day the document speaks of.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from archmodel.documents.formal.extra import needed
from archmodel.documents.formal.styles import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, dress
from archmodel.documents.formal.tree import (
    Block,
    Formal,
    Heading,
    Paragraph,
    Picture,
    Run,
    Runs,
    Signature,
    Table,
    Turn,
)
from archmodel.documents.formal.wordml import SPACE, Anchors, caption, clean, field, pair, paragraph, runs, table, words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_STYLES = {"body": "Normal", "item": "ListBullet", "open": "Open"}
_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
_TOC_DEEPEST = 3
_BODY = "word/document.xml"
_MARK = re.compile(rb'<w:p w:rsidR="([0-9A-F]{8})"/>')
_CAPTION_ROOM = 25
"""What a picture leaves free on its page, in mm: room for its caption and a heading above."""


def as_docx(document: Formal) -> bytes:
    """The document as a DOCX file.

    Raises:
        ArchmodelError: python-docx or typst is not installed.
    """
    needed("docx", "typst")
    return _Writer(document).written()


class _Writer:
    def __init__(self, content: Formal) -> None:
        import docx

        self.content = content
        self.file: Document = docx.Document()
        self.anchors = Anchors()
        self.pieces: list[str] = []
        self.room: int = WIDTH - LEFT - RIGHT
        self.height: int = HEIGHT - TOP - BOTTOM
        dress(self.file)
        self._tidy()

    def written(self) -> bytes:
        self._first_page()
        self._contents()
        blocks = self.content.blocks
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            if not (isinstance(block, Turn) and isinstance(after, Turn)):  # a page turned twice would stay blank
                self._block(block, before)
        _page_numbers(self.file)
        stream = io.BytesIO()
        self.file.save(stream)
        return _fixed(stream.getvalue(), self.pieces)

    def _add(self, text: str) -> None:
        """Add content as text: a mark in the tree, for a tree takes in large tables in more than linear time."""
        from docx.oxml import parse_xml

        mark = f'<w:p {SPACE} w:rsidR="{len(self.pieces):08X}"/>'
        self.pieces.append(text)
        self.file.element.body.sectPr.addprevious(parse_xml(mark))

    def _block(self, block: Block, before: Block | None) -> None:
        match block:
            case Heading():
                style = "Annex" if block.annex else f"Heading{block.level}"
                self._add(
                    paragraph(self.anchors.around(block.anchor, words(block.text)), style, _opening(block, before))
                )
            case Paragraph():
                self._add(paragraph(runs(block.runs, self.anchors), _STYLES[block.style]))
            case Table():
                self._add(caption("Bảng", block.number, block.caption, block.anchor, self.anchors))
                self._add(table(block, self.room, self.anchors, small=self.room > WIDTH))
                self._add(paragraph("", "Rule"))
            case Picture():
                self._picture(block)
            case Turn():
                self._turn(block)
            case Signature():
                self._signature()

    def _picture(self, picture: Picture) -> None:
        from docx.oxml import parse_xml
        from docx.shared import Mm

        from archmodel.documents.formal.pdf import as_png

        png = io.BytesIO(as_png(picture.svg))
        inline = self.file.part.new_pic_inline(png, Mm(self.room), None)
        ratio = Mm(self.height - _CAPTION_ROOM) / inline.extent.cy
        if ratio < 1:
            inline = self.file.part.new_pic_inline(png, round(inline.extent.cx * ratio), None)
        inline.docPr.set("descr", clean(picture.told))
        inline.docPr.set("name", clean(picture.caption))
        holder = parse_xml(paragraph("<w:r/>", "Caption", "<w:keepNext/>"))
        holder.r_lst[0].append(_drawing(inline))
        self.file.element.body.sectPr.addprevious(holder)
        self._add(caption("Hình", picture.number, picture.caption, picture.anchor, self.anchors))

    def _turn(self, turn: Turn) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        section = self.file.add_section()
        section.different_first_page_header_footer = False
        section.orientation = WD_ORIENT.LANDSCAPE if turn.landscape else WD_ORIENT.PORTRAIT
        sizes = (HEIGHT, WIDTH) if turn.landscape else (WIDTH, HEIGHT)
        section.page_width, section.page_height = Mm(sizes[0]), Mm(sizes[1])
        self.room, self.height = sizes[0] - LEFT - RIGHT, sizes[1] - TOP - BOTTOM

    def _first_page(self) -> None:
        front, right = self.content.front, _Centred(self.anchors)
        left = _Centred(self.anchors)
        if front.parent:
            left.add(front.parent.upper(), 12, bold=False)
        left.add(front.issuer.upper(), 12)
        left.line(22)
        left.runs(front.number, 13)
        right.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)
        right.add("Độc lập - Tự do - Hạnh phúc", 13)
        right.line(18)
        right.runs(front.dated, 13, italic=True)
        self._add(pair(left.text, right.text, (70, 95)))
        self._add(paragraph(words(front.kind.upper()), "Title"))
        self._add(paragraph(words(front.summary), "Subtitle"))
        self._add(paragraph("", "Rule", f'{_LINE}<w:ind w:left="3400" w:right="3400"/>'))
        for n, ground in enumerate(front.grounds, 1):
            end = "." if n == len(front.grounds) else ";"
            self._add(paragraph(words(f"{ground}{end}"), "Ground"))
        self._add(paragraph(words(front.notice), "Note"))

    def _contents(self) -> None:
        """The table of contents as a field, filled in for readers whose program does not work fields out."""
        self._add(paragraph(words("MỤC LỤC"), "TOCHeading"))
        heads = [b for b in self.content.blocks if isinstance(b, Heading) and b.level <= _TOC_DEEPEST]
        opening, closing = field('TOC \\o "1-3" \\h \\z \\u', "@", dirty=True).split("@", 1)
        for n, head in enumerate(heads):
            name = self.anchors.name(head.anchor)
            page = field(f"PAGEREF {name} \\h", words("…"))
            link = f'<w:hyperlink w:anchor="{name}">{words(f"{head.label} {head.text}")}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
            first = opening if n == 0 else ""
            last = closing if n == len(heads) - 1 else ""
            self._add(paragraph(f"{first}{link}{last}", f"TOC{head.level}"))
        self._add(paragraph('<w:r><w:br w:type="page"/></w:r>', "Rule"))

    def _signature(self) -> None:
        front, right = self.content.front, _Centred(self.anchors)
        right.runs(front.authority, 14, bold=True)
        right.runs(front.post, 14, bold=True)
        right.gap(4)
        right.runs(front.signer, 14, bold=True)
        lines = [paragraph('<w:r><w:rPr><w:b/><w:i/><w:sz w:val="24"/></w:rPr><w:t>Nơi nhận:</w:t></w:r>', "Plain")]
        for n, name in enumerate(front.recipients, 1):
            end = "." if n == len(front.recipients) else ";"
            inner = runs((Run("- "), *name, Run(end)), self.anchors)
            lines.append(paragraph(_sized(inner, 11), "Plain"))
        self._add(pair("".join(lines), right.text, (80, 85)))
        self._add(paragraph("", "Rule"))

    def _tidy(self) -> None:
        """Page, properties, and nothing of the template that tells of another document."""
        day = datetime.fromisoformat(self.content.day).replace(tzinfo=UTC)
        core = self.file.core_properties
        core.title, core.author, core.language = clean(self.content.title), clean(self.content.front.issuer), "vi-VN"
        core.subject, core.comments, core.keywords = clean(self.content.front.kind), "", ""
        core.last_modified_by, core.revision = core.author, 1
        core.created = core.modified = day
        core.version = self.content.version or ""
        package = self.file.part.package
        for key, rel in list(package.rels.items()):
            if rel.reltype.endswith("/thumbnail"):
                package.rels.pop(key)
        _lay_out(self.file.sections[0])


class _Centred:
    """Centred paragraphs of one cell of the head or foot."""

    def __init__(self, anchors: Anchors) -> None:
        self.anchors = anchors
        self.text = ""

    def add(self, text: str, size: int, *, bold: bool = True) -> None:
        self.runs((Run(text),), size, bold=bold)

    def runs(self, content: Runs, size: int, *, bold: bool = False, italic: bool = False) -> None:
        self.text += paragraph(_sized(runs(content, self.anchors), size, bold=bold, italic=italic), "Motto")

    def line(self, inset: float) -> None:
        twips = round(inset * 56.7)
        self.text += paragraph("", "Rule", f'{_LINE}<w:ind w:left="{twips}" w:right="{twips}"/>')

    def gap(self, lines: int) -> None:
        self.text += paragraph("", "Motto") * lines


def _opening(head: Heading, before: Block | None) -> str:
    """Where a heading leaves its style: what follows the signatures opens a page, an annex right under a heading none."""
    if isinstance(before, Signature):
        return "<w:pageBreakBefore/>"
    return '<w:pageBreakBefore w:val="0"/>' if head.annex and isinstance(before, Heading) else ""


def _sized(inner: str, size: int, *, bold: bool = False, italic: bool = False) -> str:
    """Runs in a size and weight of their own, the style of a missing value kept."""
    look = f'<w:b w:val="{int(bold)}"/><w:i w:val="{int(italic)}"/><w:sz w:val="{size * 2}"/>'
    styled = inner.replace("</w:rPr>", f"{look}</w:rPr>")
    return styled.replace("<w:r><w:t ", f"<w:r><w:rPr>{look}</w:rPr><w:t ")


def _drawing(inline: Any) -> Any:
    from docx.oxml import parse_xml

    drawing = parse_xml(f"<w:drawing {SPACE}/>")
    drawing.append(inline)
    return drawing


def _lay_out(section: Section) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(WIDTH), Mm(HEIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True


def _page_numbers(file: Document) -> None:
    """Page numbers centred in the top margin, none on the first page; later sections go on with them."""
    from docx.oxml import parse_xml

    header = file.sections[0].header
    for old in list(header._element):  # noqa: SLF001 - python-docx has no public way to a header's content
        header._element.remove(old)  # noqa: SLF001
    header._element.append(parse_xml(paragraph(field("PAGE", words("1")), "Header")))  # noqa: SLF001


def _fixed(data: bytes, pieces: list[str]) -> bytes:
    """The same package with its content in the place of its marks and one date on every file in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            content = old.read(item.filename)
            if item.filename == _BODY:
                content = _MARK.sub(lambda mark: pieces[int(mark[1], 16)].encode(), content)
            new.writestr(entry, content)
    return stream.getvalue()
