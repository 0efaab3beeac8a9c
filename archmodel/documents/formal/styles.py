"""The styles and numbering of the DOCX by decree 30/2020: what people edit on, each look named once.

Sizes in points, lengths in mm. Headings number themselves, so that a part put in between renumbers the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archmodel.documents.formal.wordml import SPACE, TWIPS

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Times New Roman"
WIDTH, HEIGHT = 210, 297
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15
BODY = 14


class Look(NamedTuple):
    """How a paragraph style looks: size, weight, place, room before and after (points), first-line indent (mm)."""

    id: str
    name: str
    based: str | None = "Normal"
    size: float = BODY
    bold: bool = False
    italic: bool = False
    align: str = "both"
    before: float = 0
    after: float = 6
    indent: float = 0
    more: str = ""
    follows: str = "Normal"


def _heading(level: int) -> Look:
    middle = "center" if level == 1 else "both"
    number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    more = f'<w:keepNext/><w:keepLines/>{number}<w:outlineLvl w:val="{level - 1}"/>'
    return Look(f"Heading{level}", f"heading {level}", "Normal", BODY, level < 4, level == 4, middle, 12, 6, 0, more)


LOOKS = (
    Look("Normal", "Normal", None, indent=10),
    *(_heading(level) for level in (1, 2, 3, 4)),
    Look("Annex", "Annex", "Normal", BODY, True, False, "center", 0, 6, 0,
         '<w:keepNext/><w:pageBreakBefore/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
         '<w:outlineLvl w:val="1"/>'),
    Look("Title", "Title", "Normal", BODY, True, False, "center", 18, 0),
    Look("Subtitle", "Subtitle", "Normal", BODY, True, False, "center", 0, 0),
    Look("Caption", "caption", "Normal", 13, True, False, "center", 6, 6, 0, "<w:keepLines/>"),
    Look("ListBullet", "List Bullet", "Normal", BODY, more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
    Look("Note", "Note", "Normal", 12, False, True),
    Look("Ground", "Ground", "Normal", BODY, False, True, indent=10),
    Look("TableText", "Table Text", "Normal", 11, align="left", before=1, after=1, follows="TableText"),
    Look("TableHead", "Table Head", "TableText", 11, True, align="center", before=1, after=1, follows="TableText"),
    Look("TableSmall", "Table Small", "TableText", 9, align="left", before=1, after=1, follows="TableSmall"),
    Look("TableHeadSmall", "Table Head Small", "TableHead", 9, True, align="center", before=1, after=1, follows="TableSmall"),
    Look("Open", "Open", "Normal", BODY, align="left"),
    Look("Rule", "Rule", "Normal", 4, align="center", after=0),
    Look("Motto", "Motto", "Normal", 12, True, False, "center", 0, 0),
    Look("Plain", "Plain", "Normal", 13, align="left", after=0),
    Look("TOCHeading", "TOC Heading", "Normal", BODY, True, False, "center", 0, 12, 0, "<w:pageBreakBefore/>"),
    *(
        Look(f"TOC{level}", f"toc {level}", "Normal", 13, level == 1, align="left", after=2,
             more=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{round((WIDTH - LEFT - RIGHT) * TWIPS)}"/></w:tabs>'
                  f'<w:ind w:left="{(level - 1) * 284}" w:right="567" w:firstLine="0"/>')
        for level in (1, 2, 3)
    ),
    Look("Header", "header", "Normal", 13, align="center", after=0),
)  # fmt: skip


def _style(look: Look) -> str:
    based = f'<w:basedOn w:val="{look.based}"/>' if look.based else ""
    default = "" if look.based else ' w:default="1"'
    indent = (
        ""
        if "<w:ind " in look.more or "<w:numPr>" in look.more
        else f'<w:ind w:firstLine="{round(look.indent * TWIPS)}"/>'
    )
    spacing = f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}" w:line="259" w:lineRule="auto"/>'
    own, _, ind = look.more.partition("<w:ind ")
    level = ""
    if "<w:outlineLvl" in own:
        own, _, rest = own.partition("<w:outlineLvl")
        level = f"<w:outlineLvl{rest}"
    ind = f"<w:ind {ind}" if ind else indent
    weight = f'<w:b w:val="{int(look.bold)}"/><w:i w:val="{int(look.italic)}"/>'
    size = f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    return (
        f'<w:style {SPACE} w:type="paragraph" w:styleId="{look.id}"{default}><w:name w:val="{look.name}"/>{based}'
        f'<w:next w:val="{look.follows}"/><w:qFormat/>'
        f'<w:pPr>{own}{spacing}{ind}<w:jc w:val="{look.align}"/>{level}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{weight}'
        f'<w:color w:val="000000"/>{size}<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:style>'
    )


_MISSING = (
    f'<w:style {SPACE} w:type="character" w:customStyle="1" w:styleId="Missing"><w:name w:val="Missing"/><w:qFormat/>'
    '<w:rPr><w:i/><w:shd w:val="clear" w:color="auto" w:fill="FFEC80"/></w:rPr></w:style>'
)


def _level(at: int, form: str, text: str, rest: str = "", style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{rest}</w:pPr></w:lvl>'
    )


def _numbering() -> list[str]:
    heads = "".join(
        _level(at, form, text, '<w:ind w:left="0" w:firstLine="0"/>', f"Heading{at + 1}")
        for at, (form, text) in enumerate(
            (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("decimal", "%2.%3.%4."))
        )
    )
    annex = _level(0, "decimalZero", "Phụ lục %1.", '<w:ind w:left="0" w:firstLine="0"/>', "Annex")
    item = _level(0, "bullet", "-", '<w:ind w:left="567" w:firstLine="0"/>', "ListBullet")
    abstract = [
        f'<w:abstractNum {SPACE} w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for n, levels in enumerate((heads, annex, item), 1)
    ]
    return abstract + [
        f'<w:num {SPACE} w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(abstract) + 1)
    ]


def dress(document: Document) -> None:
    """Give a new document our styles and numbering instead of the template's."""
    from docx.oxml import parse_xml

    styles = document.styles.element
    ours = {look.id for look in LOOKS} | {"Missing"}
    keep = {"TableGrid", "TableNormal", "DefaultParagraphFont"}
    for style in list(styles.style_lst):
        if style.styleId in ours or style.styleId not in keep:
            styles.remove(style)
    for text in (*map(_style, LOOKS), _MISSING):
        styles.append(parse_xml(text))
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for text in _numbering():
        numbering.append(parse_xml(text))
