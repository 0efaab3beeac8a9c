"""``archmodel duplicates [TABLE.csv]``: which systems do the same job, of the catalogue or of a list an agency sent."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, Commands, loaded, output_option, read, write
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.model.model import Model

_ALONE = Words(
    "không có archmodel.toml ở đây: so theo danh sách, không biết đơn vị nào kế thừa đơn vị nào của Thành phố",
    "no archmodel.toml here: the list is compared as it is, without knowing which of the City's bodies succeed which",
)


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    duplicates = commands.add_parser(
        "duplicates", parents=[shared], help="systems that do the same job, with what speaks for it and against"
    )
    duplicates.add_argument(
        "table",
        nargs="?",
        type=Path,
        metavar="TABLE.csv",
        help="a list: id,name_vi[,owner,function,data,users]; a workspace lends it its bodies, and is not needed",
    )
    duplicates.add_argument("--as-of", metavar="DATE", help="who answers for what on this day (default: today)")
    duplicates.add_argument("--all", action="store_true", help="every pair that was scored, different ones too")
    duplicates.add_argument(
        "--options", action="store_true", help="what keeping, merging or ending each cluster would touch (table only)"
    )
    duplicates.add_argument("--format", choices=["table", "csv", "json"], default="table")
    output_option(duplicates)
    duplicates.set_defaults(run=_run)


def _lender(options: argparse.Namespace) -> Model:
    """The model that lends a list its bodies and their succession; an empty one where the list stands in no workspace."""
    from archmodel.catalog.workspace import SETTINGS_FILE, find_workspace
    from archmodel.model.model import Model

    if (find_workspace(options.workspace).root / SETTINGS_FILE).is_file():
        return loaded(options)
    options.lang = options.lang or "vi"
    print(_ALONE.to(options.lang), file=sys.stderr)
    return Model((), ())


def _run(options: argparse.Namespace) -> int:
    from archmodel.analysis.days import day_of
    from archmodel.analysis.duplicates import duplicate_rows, duplicates, formats
    from archmodel.analysis.duplicates.table import rows_of

    model = _lender(options) if options.table else loaded(options)
    day = day_of(model, options.as_of)
    if options.table:
        found = duplicate_rows(rows_of(read(options.table), str(options.table)), model, day, every=options.all)
    else:
        found = duplicates(model, day, every=options.all)
    if options.format == "table":
        text = formats.as_table(found, options.lang, with_options=options.options)
    else:
        text = {"csv": formats.as_csv, "json": formats.as_json}[options.format](found, options.lang)
    write(text, options.output)
    return CLEAN
