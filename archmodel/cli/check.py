"""``archmodel check``: run the rules, print what they find, tell scripts by the exit status."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, FOUND, Commands, codes, loaded, output_option, read, write

if TYPE_CHECKING:
    from archmodel.checks.report import Report
    from archmodel.model.model import Model

SEVERITIES = ("error", "warning", "info")


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    check = commands.add_parser("check", parents=[shared], help="run the rules and show what they find")
    check.add_argument("--as-of", metavar="DATE", help="judge the architecture and the law of this day")
    check.add_argument("--framework", metavar="ID", help="judge by this edition")
    check.add_argument(
        "--select",
        metavar="CODES",
        type=codes,
        default=(),
        help="rules, families or origins (must, law, draft, practice), by commas",
    )
    check.add_argument("--ignore", metavar="CODES", type=codes, default=(), help="the same, to leave out")
    check.add_argument("--format", choices=["text", "json", "sarif", "junit", "csv", "html"], default="text")
    check.add_argument("--baseline", type=Path, metavar="FILE", help="show only what is new since this JSON report")
    check.add_argument("--outputs", type=Path, metavar="DIR", help="judge the files of this published folder instead")
    output_option(check)
    check.add_argument(
        "--rules", type=Path, metavar="FILE", help="run the rules of this Python file too (runs its code)"
    )
    check.add_argument(
        "--fail-on",
        choices=[*SEVERITIES, "never"],
        default="error",
        help="exit with 1 from this severity on (default: error)",
    )
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.catalog.workspace import find_workspace
    from archmodel.checks import RULES
    from archmodel.checks.baseline import new_since, read_baseline
    from archmodel.checks.run import check

    model = loaded(options)
    if options.outputs:
        from archmodel.documents.produce import judged_again

        texts = find_workspace(options.workspace).catalog / "document"
        return _ended(model, judged_again(model, options.outputs, texts, as_of=options.as_of), options)
    rules = RULES
    if options.rules:
        from archmodel.checks.own import rules_in

        rules = (*RULES[:-1], *rules_in(options.rules, RULES), RULES[-1])
    report = check(
        model,
        as_of=options.as_of,
        framework=options.framework,
        select=options.select,
        ignore=options.ignore,
        rules=rules,
    )
    if options.baseline:
        report = new_since(report, read_baseline(read(options.baseline)))
    return _ended(model, report, options)


def _ended(model: Model, report: Report, options: argparse.Namespace) -> int:
    """Print or write the report; the exit status tells whether anything open is as grave as asked."""
    write(_formatted(model, report, options), options.output)
    worst = report.worst()
    if options.fail_on == "never" or worst is None:
        return CLEAN
    return FOUND if SEVERITIES.index(worst.value) <= SEVERITIES.index(options.fail_on) else CLEAN


def _formatted(model: Model, report: Report, options: argparse.Namespace) -> str:
    if options.format == "html":
        from archmodel.documents.review import as_html

        return as_html(model, report, options.lang)
    if options.format == "text":
        from archmodel.checks.formats import as_text

        return as_text(report, model.reference, options.lang, full=bool(options.select or options.baseline))
    if options.format == "sarif":
        from archmodel import __version__
        from archmodel.checks.sarif import as_sarif

        return as_sarif(report, model.reference, options.lang, version=__version__)
    if options.format == "junit":
        from archmodel.checks.junit import as_junit

        return as_junit(report, options.lang)
    if options.format == "csv":
        from archmodel.checks.csv_format import as_csv

        return as_csv(report, model.reference, options.lang)
    from archmodel.checks.formats import as_json

    return as_json(report, model.reference, options.lang)
