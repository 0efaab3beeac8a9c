"""``archmodel publish``: the architecture as documents people read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, Commands

if TYPE_CHECKING:
    from archmodel.checks.report import Report
    from archmodel.model.model import Model

NAME = "kien-truc-so"
"""The name of the files to download, without what tells their form."""


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    publish = commands.add_parser("publish", parents=[shared], help="publish the architecture as an offline HTML site")
    publish.add_argument("--output", type=Path, metavar="DIR", help="where to (default: site/ in the workspace)")
    publish.add_argument("--docx", action="store_true", help="also write the formal document, to edit on")
    publish.add_argument("--pdf", action="store_true", help="also write the formal document, to read")
    publish.add_argument("--xlsx", action="store_true", help="also write the ministry's data workbook")
    publish.add_argument(
        "--audience",
        choices=["public", "internal"],
        help="public leaves out what is sensitive, internal shows all (default: the workspace's, else public)",
    )
    publish.add_argument("--as-of", metavar="DATE", help="judge by this day")
    publish.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.analysis.audience import for_public
    from archmodel.catalog.load import open_workspace
    from archmodel.catalog.workspace import find_workspace
    from archmodel.checks.run import check
    from archmodel.documents.site import publish
    from archmodel.interchange.workbook import written

    workspace = find_workspace(options.workspace)
    options.lang = options.lang or workspace.settings.language
    model = open_workspace(workspace)
    if (options.audience or workspace.settings.audience) == "public":
        model = for_public(model)
    output = options.output or workspace.root / "site"
    report = check(model, as_of=options.as_of)
    downloads = _formal(model, report, workspace.catalog / "document", options) if options.docx or options.pdf else {}
    workbook, checked = written(model, report.day, options.lang) if options.xlsx else (b"", ())
    if workbook:
        downloads[f"{NAME}.xlsx"] = workbook
    published = publish(model, report, output, lang=options.lang, downloads=downloads, checked=checked)
    print(
        f"{output}: {len(published.files)} tệp" if options.lang == "vi" else f"{output}: {len(published.files)} files"
    )
    return CLEAN


def _formal(model: Model, report: Report, folder: Path, options: argparse.Namespace) -> dict[str, bytes]:
    """The formal document in the forms asked for, by file name."""
    from archmodel.documents.formal import as_docx, as_pdf, formal, read_texts, text_names

    document = formal(model, report, read_texts(folder, text_names(model.reference)))
    files = {}
    if options.docx:
        files[f"{NAME}.docx"] = as_docx(document)
    if options.pdf:
        files[f"{NAME}.pdf"] = as_pdf(document)
    return files
