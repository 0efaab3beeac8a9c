"""``archmodel gaps``: what the framework asks and nothing fills, on a day or between two."""

from __future__ import annotations

import argparse

from archmodel.cli.common import CLEAN, Commands, loaded, output_option, write
from archmodel.errors import ArchmodelError, whole_day
from archmodel.text.words import Words


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    gaps = commands.add_parser("gaps", parents=[shared], help="what the framework asks and nothing fills")
    gaps.add_argument("--framework", metavar="ID", help="another edition than the workspace's")
    gaps.add_argument("--as-of", metavar="DATE", help="on this day (default: today)")
    gaps.add_argument("--from", dest="earlier", metavar="DATE", help="with --to: what changed between two days")
    gaps.add_argument("--to", dest="later", metavar="DATE")
    gaps.add_argument("--format", choices=["table", "csv", "json"], default="table")
    output_option(gaps)
    gaps.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.analysis.days import day_of
    from archmodel.checks.gap_formats import shown
    from archmodel.checks.gaps import between, gaps

    model = loaded(options)
    if options.earlier or options.later:
        if not (options.earlier and options.later):
            raise ArchmodelError(
                Words("--from và --to đi cùng nhau", "--from and --to go together"),
                Words("ghi cả hai ngày", "give both days"),
            )
        rows = between(model, whole_day(options.earlier), whole_day(options.later), options.framework)
    else:
        rows = gaps(model, day_of(model, options.as_of), options.framework)
    write(shown(rows, options.format, options.lang), options.output)
    return CLEAN
