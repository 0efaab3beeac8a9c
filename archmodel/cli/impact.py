"""``archmodel impact``: what would feel it if something stopped, and what it needs."""

from __future__ import annotations

import argparse

from archmodel.cli.common import CLEAN, Commands, loaded, output_option, write


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    impact = commands.add_parser("impact", parents=[shared], help="what would feel it if something stopped")
    impact.add_argument("id", metavar="ID", help="the element asked about")
    impact.add_argument(
        "--direction",
        choices=["up", "down", "both"],
        default="down",
        help="down to what needs it (default), up to what it needs",
    )
    impact.add_argument("--depth", type=int, metavar="N", help="follow N steps (default: all)")
    impact.add_argument("--as-of", metavar="DATE", help="on this day (default: today)")
    impact.add_argument("--format", choices=["text", "json", "csv"], default="text")
    output_option(impact)
    impact.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.analysis.days import day_of
    from archmodel.analysis.impact import impact
    from archmodel.analysis.impact_formats import shown

    model = loaded(options)
    day = day_of(model, options.as_of)
    found = impact(model, options.id, direction=options.direction, depth=options.depth, as_of=day)
    write(shown(found, options.format, options.lang), options.output)
    return CLEAN
