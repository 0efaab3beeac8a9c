"""``archmodel publish``: the architecture as documents people read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, Commands

if TYPE_CHECKING:
    from archmodel.checks.report import Report
    from archmodel.documents.formal import Formal
    from archmodel.documents.notebooks import NotebookPage
    from archmodel.model.model import Model

NAME = "kien-truc-so"
"""The name of the formal document's files, without what tells their form."""


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    publish = commands.add_parser("publish", parents=[shared], help="publish the architecture as an offline HTML site")
    publish.add_argument("--output", type=Path, metavar="DIR", help="where to (default: site/ in the workspace)")
    publish.add_argument("--docx", action="store_true", help="also write the formal document, to edit on")
    publish.add_argument("--pdf", action="store_true", help="also write the formal document, to read")
    publish.add_argument("--notebooks", action="store_true", help="also run the workspace's notebooks and publish them")
    publish.add_argument("--as-of", metavar="DATE", help="judge by this day")
    publish.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.catalog.load import open_workspace
    from archmodel.catalog.workspace import find_workspace
    from archmodel.checks.run import check
    from archmodel.documents.site import publish

    workspace = find_workspace(options.workspace)
    options.lang = options.lang or workspace.settings.language
    model = open_workspace(workspace)
    output = options.output or workspace.root / "site"
    report = check(model, as_of=options.as_of)
    document = _formal(model, report, workspace.catalog / "document", options)
    downloads = _files(document, options) if document else {}
    books = _notebooks(workspace.root / "notebooks", report.day, options.lang) if options.notebooks else ()
    published = publish(
        model, report, output, lang=options.lang, downloads=downloads, document=document, notebooks=books
    )
    print(
        f"{output}: {len(published.files)} tệp" if options.lang == "vi" else f"{output}: {len(published.files)} files"
    )
    return CLEAN


def _notebooks(folder: Path, day: str, lang: str) -> tuple[NotebookPage, ...]:
    """The workspace's notebooks, run on the day of the site; they are code, so they run only when asked for."""
    from archmodel.documents.notebooks import notebook_pages

    return notebook_pages(folder, day, lang, tell=lambda name: print(name, file=sys.stderr))


def _formal(model: Model, report: Report, folder: Path, options: argparse.Namespace) -> Formal | None:
    """The formal document; None where the framework has no form of one and no file of it was asked for."""
    from archmodel.documents.formal import formal, read_texts, text_names

    edition = model.reference.editions.get(report.framework)
    if not (options.docx or options.pdf) and (edition is None or edition.form is None):
        return None
    return formal(model, report, read_texts(folder, text_names(model.reference)))


def _files(document: Formal, options: argparse.Namespace) -> dict[str, bytes]:
    """The formal document in the forms asked for, by file name."""
    from archmodel.documents.formal import as_docx, as_pdf

    files = {}
    if options.docx:
        files[f"{NAME}.docx"] = as_docx(document)
    if options.pdf:
        files[f"{NAME}.pdf"] = as_pdf(document)
    return files
