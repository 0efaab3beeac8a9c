"""``archmodel appraise``: the appraisal sheet of one system or task, for people to conclude on and sign."""

from __future__ import annotations

import argparse

from archmodel.cli.common import CLEAN, Commands, loaded, output_option, write


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    appraise = commands.add_parser("appraise", parents=[shared], help="the appraisal sheet of one system or task")
    appraise.add_argument("id", metavar="ID", help="an application, data set, node, network or task")
    appraise.add_argument("--as-of", metavar="DATE", help="judge the architecture and the law of this day")
    appraise.add_argument("--format", choices=["html", "text", "json"], default="html")
    output_option(appraise)
    appraise.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.checks.run import check
    from archmodel.documents.appraisal import as_html
    from archmodel.documents.appraisal.formats import as_json, as_text

    model = loaded(options)
    form = {"html": as_html, "text": as_text, "json": as_json}[options.format]
    write(form(model, check(model, as_of=options.as_of), options.id, options.lang), options.output)
    return CLEAN
