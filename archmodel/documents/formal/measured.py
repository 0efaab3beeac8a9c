"""What a DOCX is found to be when read back: its layout, and the record that rules about documents judge.

Only what stands in the file is told; what cannot be found in it stays unknown. Whether it is right is for rule DOC-06.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal
from zipfile import BadZipFile

from archmodel.documents.formal.extra import needed
from archmodel.documents.formal.tree import Formal
from archmodel.errors import ArchmodelError
from archmodel.model.governance import Document, Layout, Total
from archmodel.text.vietnamese import folded
from archmodel.text.words import Words

if TYPE_CHECKING:
    from docx.document import Document as File

_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_MOTTO = "doc lap - tu do - hanh phuc"
_RECIPIENTS = "noi nhan:"


def measured(data: bytes) -> Layout:
    """The layout of a DOCX file: page and margins of its first section in mm, body text in points.

    Raises:
        ArchmodelError: python-docx is not installed, or the bytes are not a DOCX file.
    """
    needed("docx")
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        file = docx.Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise ArchmodelError(
            Words("không phải tệp DOCX", "it is not a DOCX file"), Words("chọn một tệp .docx", "choose a .docx file")
        ) from error
    page, body = file.sections[0], file.styles["Normal"]
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.styles.style import ParagraphStyle

    styled = body if isinstance(body, ParagraphStyle) else None
    size = styled.font.size if styled else None
    told = [folded(text) for text in _texts(file)]
    return Layout(
        width=_mm(page.page_width), height=_mm(page.page_height), top=_mm(page.top_margin),
        bottom=_mm(page.bottom_margin), left=_mm(page.left_margin), right=_mm(page.right_margin),
        font=styled.font.name if styled else None,
        size=round(size.pt) if size else None,
        justified=styled.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY if styled else None,
        page_number=_page_number(file),
        motto=any(text == _MOTTO for text in told),
        recipients=_RECIPIENTS in told,
    )  # fmt: skip


def recorded(document: Formal, data: bytes, id: str) -> Document:
    """The catalogue record of a document as produced: its parts, totals, codes and the layout of the file."""
    return Document(
        id=id,
        name=f"{document.front.kind}: {document.front.summary}",
        category="architecture",
        issuer=document.front.issuer.replace("\xa0", " "),
        version=document.version,
        parts=document.filled,
        empty_parts=document.empty,
        totals=tuple(Total(kind=kind, number=number) for kind, number in document.totals),
        mentions=document.mentions,
        layout=measured(data),
    )


def _mm(length: int | None) -> int | None:
    return None if length is None else round(length / 36_000)


def _texts(file: File) -> list[str]:
    """The text of every paragraph, in tables too."""
    return ["".join(p.xpath(".//w:t/text()")).strip() for p in file.element.body.iter(_PARAGRAPH)]


def _page_number(file: File) -> Literal["top_centre", "elsewhere", "none"]:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for part, top in ((file.sections[0].header, True), (file.sections[0].footer, False)):
        for paragraph in part.paragraphs:
            if "PAGE" in "".join(paragraph._p.xpath(".//w:instrText/text()")):  # noqa: SLF001 - fields have no public name
                alignment = paragraph.alignment or (paragraph.style and paragraph.style.paragraph_format.alignment)
                return "top_centre" if top and alignment == WD_ALIGN_PARAGRAPH.CENTER else "elsewhere"
    return "none"
