"""``archmodel export``: the model, or a picture of it, as a file other people and programs take; the ending says the form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, Commands, loaded
from archmodel.errors import ArchmodelError, whole_day
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.model.model import Model

PICTURES = (".drawio", ".mmd", ".svg", ".png", ".html")
"""Endings that hold a picture; ``.graphml`` does where a view is named."""


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    export = commands.add_parser(
        "export",
        parents=[shared],
        help="write the model as a file: .xlsx ministry workbook, .json, .graphml; or a picture: .drawio, .mmd, .svg, .png, .html",
    )
    export.add_argument("file", type=Path, metavar="FILE", help="where to; the ending says the form")
    export.add_argument(
        "--as-of",
        metavar="DATE",
        help="the architecture of this day (default: today; .json and .graphml: every record of whatever day)",
    )
    export.add_argument(
        "--view",
        metavar="NAME",
        help="the picture: landscape (default), flows, lineage, succession, SĐ-T-01, ..., focus:ID or impact:ID of an element",
    )
    export.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    ending = options.file.suffix.lower()
    drawn = ending in PICTURES or (ending == ".graphml" and options.view is not None)
    write = FORMS.get(ending)
    if write is None and not drawn:
        known = ", ".join((*FORMS, *PICTURES))
        raise ArchmodelError(
            Words(f"không biết ghi tệp '{options.file.name}'", f"no form is known for '{options.file.name}'"),
            Words(f"dùng một trong các đuôi {known}", f"use one of the endings {known}"),
        )
    if options.view is not None and not drawn:
        shown = ", ".join((*PICTURES, ".graphml"))
        raise ArchmodelError(
            Words(f"tệp {ending} chứa cả mô hình, không chứa hình vẽ", f"{ending} holds the model, not a picture"),
            Words(f"bỏ --view, hoặc dùng một trong các đuôi {shown}", f"leave out --view, or use one of {shown}"),
        )
    model = loaded(options)
    if write is None or drawn:
        told = _picture(model, _day(options, model), options.view or "landscape", options.file, options.lang)
    else:
        told = write(model, options, options.lang)
    print(f"{options.file}: {told}", file=sys.stderr)
    return CLEAN


def _day(options: argparse.Namespace, model: Model) -> str:
    from datetime import date

    return whole_day(options.as_of or model.settings.as_of or date.today().isoformat())


def _picture(model: Model, day: str, view: str, path: Path, lang: str) -> str:
    from archmodel.views.named import named

    picture = named(model, view, day)
    picture.save(path, lang)
    return f"{picture.title.to(lang)} · {picture.standing(lang)}"


def _xlsx(model: Model, options: argparse.Namespace, lang: str) -> str:
    from archmodel.interchange import workbook

    written = workbook.write(model, _day(options, model), options.file, lang)
    return workbook.summary(workbook.counted(written), lang)


def _json(model: Model, options: argparse.Namespace, lang: str) -> str:
    from archmodel.interchange import as_json

    return _whole(model, options, as_json.text)


def _graphml(model: Model, options: argparse.Namespace, lang: str) -> str:
    from archmodel.interchange import as_graphml

    return _whole(model, options, as_graphml.text)


def _whole(model: Model, options: argparse.Namespace, text: Callable[[Model], str]) -> str:
    """Write every record, or those of the day asked for."""
    from archmodel.text.files import write_atomically

    chosen = model.at(whole_day(options.as_of)) if options.as_of else model
    write_atomically(options.file, text(chosen))
    counts = len(chosen), len(chosen.relations)
    return Words("{} đối tượng, {} quan hệ", "{} elements, {} relations").to(options.lang).format(*counts)


FORMS: dict[str, Callable[[Model, argparse.Namespace, str], str]] = {
    ".xlsx": _xlsx,
    ".json": _json,
    ".graphml": _graphml,
}
"""What writes the model in each form, by the ending of the file; each returns what there is to tell."""
