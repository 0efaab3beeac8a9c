"""The formal document as PDF by Typst: tagged, with its own fonts, the same bytes every time.

The document goes in as JSON data and pictures as files, never as Typst source, so that no text can be a command.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import asdict
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

from archmodel.documents.formal.extra import needed
from archmodel.documents.formal.styles import BOTTOM, LEFT, RIGHT, TOP
from archmodel.documents.formal.tree import Block, Formal, Picture
from archmodel.documents.formal.wordml import clean

DPI = 200
_FAMILY = re.compile(r'font-family="[^"]*"')
_PICTURE_MM = 250


def as_pdf(document: Formal) -> bytes:
    """The document as a PDF file, tagged and with a table of contents.

    Raises:
        ArchmodelError: typst is not installed.
    """
    needed("typst")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = asdict(document)
        data["blocks"] = [_block(block, folder) for block in document.blocks]
        data["margins"] = {"top": TOP, "bottom": BOTTOM, "left": LEFT, "right": RIGHT}
        (folder / "data.json").write_text(json.dumps(_cleaned(data), ensure_ascii=False), encoding="utf-8")
        (folder / "main.typ").write_text(
            files(__package__).joinpath("document.typ").read_text("utf-8"), encoding="utf-8"
        )
        return _compiled(folder, "pdf")


def as_png(svg: str, dpi: int = DPI) -> bytes:
    """An SVG picture as PNG, wide enough for a lying page, in the document's font."""
    needed("typst")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "picture.svg").write_text(_in_our_font(svg), encoding="utf-8")
        page = f'#set page(width: {_PICTURE_MM}mm, height: auto, margin: 0mm)\n#image("picture.svg", width: 100%)'
        (folder / "main.typ").write_text(page, encoding="utf-8")
        return _compiled(folder, "png", dpi)


def _compiled(folder: Path, form: Literal["pdf", "png"], dpi: int | None = None) -> bytes:
    import typst

    with as_file(files(__package__).joinpath("fonts")) as fonts:
        return typst.compile(
            folder / "main.typ",
            root=folder,
            font_paths=[Path(fonts)],
            ignore_system_fonts=True,
            format=form,
            ppi=dpi,
            pdf_standards="ua-1" if form == "pdf" else None,
        )


def _block(block: Block, folder: Path) -> dict[str, Any]:
    told = {"sort": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, Picture):
        told["svg"] = f"picture-{block.number}.svg"
        (folder / told["svg"]).write_text(_in_our_font(block.svg), encoding="utf-8")
    return told


def _in_our_font(svg: str) -> str:
    return _FAMILY.sub('font-family="Tinos"', svg)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list | tuple) else value
