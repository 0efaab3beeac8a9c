"""``archmodel quality``: what each record states, proves and leaves open, and a league table of who answers for it."""

from __future__ import annotations

import argparse

from archmodel.cli.common import CLEAN, Commands, loaded, output_option, write


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    quality = commands.add_parser(
        "quality", parents=[shared], help="what records lack, prove and leave open, by agency"
    )
    quality.add_argument("--as-of", metavar="DATE", help="on this day (default: today)")
    quality.add_argument(
        "--by", choices=["agency", "record"], default="agency", help="one row for each (default: agency)"
    )
    quality.add_argument("--format", choices=["table", "csv", "json"], default="table")
    output_option(quality)
    quality.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.analysis.days import day_of
    from archmodel.analysis.quality import quality
    from archmodel.analysis.quality_formats import shown

    model = loaded(options)
    found = quality(model, day_of(model, options.as_of))
    write(shown(found, options.by, options.format, options.lang), options.output)
    return CLEAN
