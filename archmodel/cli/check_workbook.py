"""``archmodel check-workbook``: the checks of the ministry's form, on a workbook people edited."""

from __future__ import annotations

import argparse
from pathlib import Path

from archmodel.cli.common import CLEAN, FOUND, Commands, loaded, output_option, write


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check-workbook", parents=[shared], help="check a filled-in ministry workbook (.xlsx)")
    parser.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook")
    parser.add_argument("--against", type=Path, action="append", default=[], metavar="FILE.xlsx",
                        help="another framework's workbook, to find what is kept twice; may be repeated")  # fmt: skip
    parser.add_argument("--format", choices=["text", "json"], default="text")
    output_option(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.checks.rule import Outcome
    from archmodel.interchange import workbook

    model = loaded(options)
    found = workbook.checked(options.file, model, others=options.against)
    text = workbook.as_json(found) if options.format == "json" else workbook.as_text(found, options.lang)
    write(text, options.output)
    return FOUND if any(result.outcome is Outcome.FAIL for result in found) else CLEAN
