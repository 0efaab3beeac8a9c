"""``archmodel rules`` and ``archmodel explain CODE``: what the checks ask, and why."""

from __future__ import annotations

import argparse

from archmodel.cli.common import CLEAN, Commands, language, loaded


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    rules = commands.add_parser("rules", parents=[shared], help="list the rules")
    rules.add_argument("--markdown", action="store_true", help="as a Markdown table")
    rules.set_defaults(run=_rules)
    explain = commands.add_parser("explain", parents=[shared], help="tell what a rule asks, why, and how to mend it")
    explain.add_argument("code", metavar="CODE")
    explain.set_defaults(run=_explain)


def _rules(options: argparse.Namespace) -> int:
    from archmodel.checks import RULES, pages

    lang = language(options)
    print(pages.table(RULES, lang, markdown=options.markdown))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    from archmodel.checks import RULES, pages
    from archmodel.checks.run import check

    rule = pages.rule_called(options.code, RULES)
    model = loaded(options)
    found = check(model, select=[rule.code]).findings
    example = next((finding for finding in found if finding.code == rule.code), None)
    print(pages.page(rule, model.reference, options.lang, example))
    return CLEAN
