"""``archmodel publish``: the architecture as documents people read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from archmodel.cli.common import CLEAN, Commands

if TYPE_CHECKING:
    from archmodel.documents.produce import Form, Produced

FORMS: dict[Form, str] = {
    "docx": "also write the formal document, to edit on",
    "pdf": "also write the formal document, to read",
    "xlsx": "also write the ministry's data workbook",
}
"""The files to offer beside the site, by the option that asks for each."""
_SHOWN = 5


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    publish = commands.add_parser("publish", parents=[shared], help="publish the architecture as an offline HTML site")
    publish.add_argument("--output", type=Path, metavar="DIR", help="where to (default: site/ in the workspace)")
    for form, told in FORMS.items():
        publish.add_argument(f"--{form}", action="store_true", help=told)
    publish.add_argument("--notebooks", action="store_true", help="also run the workspace's notebooks and publish them")
    publish.add_argument(
        "--audience",
        choices=["public", "internal"],
        help="public leaves out what is sensitive, internal shows all (default: the workspace's, else public)",
    )
    publish.add_argument("--as-of", metavar="DATE", help="judge by this day")
    publish.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.catalog.load import open_workspace
    from archmodel.catalog.workspace import find_workspace
    from archmodel.documents.produce import produce
    from archmodel.model.withheld import AUDIENCES

    workspace = find_workspace(options.workspace)
    options.lang = options.lang or workspace.settings.language
    output = options.output or workspace.root / "site"
    made = produce(
        open_workspace(workspace),
        output,
        audience=options.audience,
        forms=[form for form in FORMS if getattr(options, form)],
        lang=options.lang,
        as_of=options.as_of,
        texts=workspace.catalog / "document",
        notebooks=workspace.root / "notebooks" if options.notebooks else None,
        tell=lambda name: print(name, file=sys.stderr),
    )
    edition = AUDIENCES[made.model.audience].to(options.lang)
    files = len(made.published.files)
    print(f"{output}: {files} tệp; {edition}" if options.lang == "vi" else f"{output}: {files} files; {edition}")
    print(_told(made, options.lang), file=sys.stderr)
    return CLEAN


def _told(made: Produced, lang: str) -> str:
    """What the rules on documents say of the files, a line each."""
    lines = ["kiểm tra các tệp:" if lang == "vi" else "the files:"]
    for result in made.outputs.results:
        lines.append(f"  {result.rule.code} {result.outcome.words.to(lang)}: {result.rule.title.to(lang)}")
        found = [one for one in made.outputs.findings if one.code == result.rule.code]
        lines += [f"      {one.place}: {one.message.to(lang)}" for one in found[:_SHOWN]]
        lines += [f"      ... {len(found) - _SHOWN}"] if len(found) > _SHOWN else []
    return "\n".join(lines)
