"""``archmodel diff``: what changed between two folders, two git revisions or two days."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, Commands, language, loaded, output_option, write
from archmodel.errors import ArchmodelError
from archmodel.text.days import is_whole_day
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.checks.comparison import Comparison
    from archmodel.model.model import Model


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    diff = commands.add_parser(
        "diff", parents=[shared], help="what changed between two folders, two git revisions or two days"
    )
    diff.add_argument("old", nargs="?", metavar="OLD", help="a folder, or a git revision: REV or REV:path")
    diff.add_argument("new", nargs="?", metavar="NEW", help="the same (default: the workspace as it is on disk)")
    diff.add_argument(
        "--as-of",
        nargs=2,
        metavar=("OLD", "NEW"),
        help="two days of the workspace, or plateaus of its settings, today, target",
    )
    diff.add_argument("--no-findings", action="store_true", help="do not run the checks on both sides")
    diff.add_argument("--full", action="store_true", help="as text: tell every change, not a few of each sort")
    diff.add_argument("--format", choices=["text", "json", "html"], default="text")
    output_option(diff)
    diff.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.checks.comparison import diff

    old, new, names = _of_days(options) if options.as_of else _of_records(options)
    write(_formatted(diff(old, new, findings=not options.no_findings, names=names), options), options.output)
    return CLEAN


def _of_days(options: argparse.Namespace) -> tuple[Model, Model, None]:
    if options.old:
        raise ArchmodelError(
            Words("--as-of so sánh hai ngày của một không gian làm việc", "--as-of compares two days of one workspace"),
            Words("bỏ thư mục, phiên bản; hoặc bỏ --as-of", "leave out the folders or revisions, or --as-of"),
        )
    model = loaded(options)
    old, new = (model.at(day) if is_whole_day(day) else model.plateau(day) for day in options.as_of)
    if (old.shows and not old.day) or (old.day and new.day and old.day > new.day):
        raise ArchmodelError(
            Words("mốc trước ở sau mốc sau", "the first day comes after the second"),
            Words("đổi chỗ hai mốc", "swap them"),
        )
    return old, new, None


def _of_records(options: argparse.Namespace) -> tuple[Model, Model, tuple[str, str]]:
    if not options.old:
        raise ArchmodelError(
            Words("chưa nói so sánh gì với gì", "nothing is named to compare"),
            Words(
                "archmodel diff CŨ MỚI (thư mục hoặc phiên bản git), hoặc archmodel diff --as-of 2025-06-30 2025-07-01",
                "archmodel diff OLD NEW (folders or git revisions), or archmodel diff --as-of 2025-06-30 2025-07-01",
            ),
        )
    later = options.new or str(options.workspace)
    old, new = _one(options, options.old), _one(options, later)
    options.lang = options.lang or new.settings.language
    return old, new, (options.old, later)


def _one(options: argparse.Namespace, name: str) -> Model:
    """The model of a folder where there is one, of a git revision otherwise."""
    from archmodel.catalog.load import load

    return load(name) if Path(name).is_dir() else load(options.workspace, revision=name)


def _formatted(comparison: Comparison, options: argparse.Namespace) -> str:
    if options.format == "html":
        from archmodel.documents.comparison import as_html

        return as_html(comparison, language(options))
    from archmodel.checks.comparison_formats import as_json, as_text

    if options.format == "json":
        return as_json(comparison, language(options))
    return as_text(comparison, language(options), full=options.full)
