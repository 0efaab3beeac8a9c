"""The formal document as pages to read: a page a chapter, from the same values as the DOCX and the PDF.

Decides where chapters begin and what a reference leads to; the words are those of the document, Vietnamese in every edition.
"""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.documents.formal.tree import (
    Block,
    Formal,
    Heading,
    Paragraph,
    Picture,
    Runs,
    Signature,
    Table,
    Turn,
    plain,
)
from archmodel.documents.site.address import chapter_page, element_page
from archmodel.documents.site.publication import Publication


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one style; ``href`` from the root of the site where they lead somewhere."""

    text: str
    style: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a page shows it: its sort, its words, and for tables and pictures the rest."""

    sort: str
    anchor: str
    level: int
    text: str
    pieces: tuple[Piece, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, tuple[tuple[Piece, ...], ...]], ...] = ()
    svg: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class PartText:
    """A part of a chapter as the search finds it."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its blocks in order, its parts by heading, how many marks of something missing it has."""

    title: str
    href: str
    blocks: tuple[Shown, ...]
    parts: tuple[PartText, ...]
    missing: int

    @property
    def headings(self) -> tuple[Shown, ...]:
        """The headings of its parts at the second level."""
        return tuple(block for block in self.blocks if block.sort == "heading" and block.level == 2)


def chapters(site: Publication, document: Formal) -> tuple[Chapter, ...]:
    """The chapters of the document in order; each annex is one."""
    cut: list[list[Block]] = []
    for block in document.blocks:
        if isinstance(block, Heading) and (block.level == 1 or block.annex):
            cut.append([])
        if cut:
            cut[-1].append(block)
    homes = {anchor: chapter_page(_slug(blocks)) for blocks in cut for block in blocks for anchor in _anchors(block)}
    return tuple(_chapter(site, blocks, homes) for blocks in cut)


def _slug(blocks: list[Block]) -> str:
    head = blocks[0]
    return head.anchor if isinstance(head, Heading) else ""


def _anchors(block: Block) -> tuple[str, ...]:
    if isinstance(block, Heading | Picture):
        return (block.anchor,)
    if isinstance(block, Table):
        return (block.anchor, *(row.anchor for row in block.rows if row.anchor))
    return ()


def _chapter(site: Publication, blocks: list[Block], homes: dict[str, str]) -> Chapter:
    shown = tuple(_shown(site, block, homes) for block in blocks if not isinstance(block, Turn | Signature))
    missing = sum(
        block.style == "open" or any(run.style == "missing" for run in block.runs)
        for block in blocks
        if isinstance(block, Paragraph)
    )
    return Chapter(shown[0].text, chapter_page(_slug(blocks)), shown[1:], _parts(blocks), missing)


def _shown(site: Publication, block: Block, homes: dict[str, str]) -> Shown:
    match block:
        case Heading():
            return Shown("heading", block.anchor, block.level, f"{block.label} {block.text}")
        case Paragraph():
            return Shown(block.style, "", 0, "", _pieces(site, block.runs, homes))
        case Table():
            rows = tuple((row.anchor, tuple(_pieces(site, cell, homes) for cell in row.cells)) for row in block.rows)
            caption = f"Bảng {block.number}. {block.caption}"
            return Shown("table", block.anchor, 0, caption, (), tuple(column.name for column in block.columns), rows)
        case Picture():
            caption = f"Hình {block.number}. {block.caption}"
            return Shown("picture", block.anchor, 0, caption, svg=block.svg, told=block.told)
        case _:
            raise AssertionError(block)


def _pieces(site: Publication, runs: Runs, homes: dict[str, str]) -> tuple[Piece, ...]:
    return tuple(Piece(run.text, run.style, _leads(site, run.to, run.about, homes)) for run in runs)


def _leads(site: Publication, to: str | None, about: str | None, homes: dict[str, str]) -> str | None:
    if to in homes:
        return f"{homes[to]}#{to}"
    return element_page(about) if about and about in site.model else None


def _parts(blocks: list[Block]) -> tuple[PartText, ...]:
    """The words under each heading, tables by their captions and heads."""
    parts: list[PartText] = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(PartText(f"{block.label} {block.text}", block.anchor, ""))
        elif isinstance(block, Paragraph):
            parts[-1] = PartText(parts[-1].title, parts[-1].anchor, f"{parts[-1].text} {plain(block.runs)}".strip())
        elif isinstance(block, Table | Picture):
            parts[-1] = PartText(parts[-1].title, parts[-1].anchor, f"{parts[-1].text} {block.caption}".strip())
    return tuple(parts)
