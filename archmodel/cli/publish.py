"""``archmodel publish``: the architecture as documents people read."""

from __future__ import annotations

import argparse
from pathlib import Path

from archmodel.cli.common import CLEAN, Commands


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    publish = commands.add_parser("publish", parents=[shared], help="publish the architecture as an offline HTML site")
    publish.add_argument("--output", type=Path, metavar="DIR", help="where to (default: site/ in the workspace)")
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
    published = publish(model, check(model, as_of=options.as_of), output, lang=options.lang)
    print(
        f"{output}: {len(published.files)} tệp" if options.lang == "vi" else f"{output}: {len(published.files)} files"
    )
    return CLEAN
