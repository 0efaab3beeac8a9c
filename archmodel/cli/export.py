"""``archmodel export``: the model as a file other people and programs take; the ending of the file says which form."""

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


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    export = commands.add_parser("export", parents=[shared], help="write the model as a file: .xlsx ministry workbook")
    export.add_argument("file", type=Path, metavar="FILE", help="where to; the ending says the form")
    export.add_argument("--as-of", metavar="DATE", help="the architecture of this day (default: today)")
    export.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    write = FORMS.get(options.file.suffix.lower())
    if write is None:
        known = ", ".join(FORMS)
        raise ArchmodelError(
            Words(f"không biết ghi tệp '{options.file.name}'", f"no form is known for '{options.file.name}'"),
            Words(f"dùng một trong các đuôi {known}", f"use one of the endings {known}"),
        )
    model = loaded(options)
    told = write(model, _day(options, model), options.file, options.lang)
    print(f"{options.file}: {told}", file=sys.stderr)
    return CLEAN


def _day(options: argparse.Namespace, model: Model) -> str:
    from datetime import date

    return whole_day(options.as_of or model.settings.as_of or date.today().isoformat())


def _xlsx(model: Model, day: str, path: Path, lang: str) -> str:
    from archmodel.interchange import workbook

    return workbook.summary(workbook.counted(workbook.write(model, day, path, lang)), lang)


FORMS: dict[str, Callable[[Model, str, Path, str], str]] = {".xlsx": _xlsx}
"""What writes each form, by the ending of the file; each returns what there is to tell."""
