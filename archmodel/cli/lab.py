"""``archmodel lab``: JupyterLab on the workspace, ready to work in, asking nothing of the outside world.

News and the look for updates are off by settings handed to this one run; the user's own settings stay as they are.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from archmodel.cli.common import Commands
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

SETTINGS = Path(__file__).parent / "jupyter"


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    lab = commands.add_parser("lab", parents=[shared], help="open JupyterLab on the workspace")
    lab.add_argument("--no-browser", action="store_true", help="start the server only")
    lab.add_argument("--port", type=int, metavar="N", help="the port to listen on (default: the first free from 8888)")
    lab.set_defaults(run=_run)


def command(root: Path, *, browser: bool = True, port: int | None = None) -> list[str]:
    """The command that opens JupyterLab on a workspace: its notebooks where there are some, else its folder.

    Raises:
        ArchmodelError: JupyterLab is not installed.
    """
    if find_spec("jupyterlab") is None:
        raise ArchmodelError(
            Words("chưa cài JupyterLab", "JupyterLab is not installed"),
            Words("cài bằng: pip install 'archmodel[lab]'", "install it with: pip install 'archmodel[lab]'"),
        )
    books = root / "notebooks"
    first = next(iter(sorted(books.glob("*.ipynb"))), None)
    page = f"/lab/tree/notebooks/{first.name}" if first else "/lab"
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={root.resolve()}",
        f"--LabApp.default_url={page}",
        f"--LabApp.app_settings_dir={SETTINGS}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        *([] if browser else ["--no-browser"]),
        *([f"--port={port}"] if port else []),
        *(["--allow-root"] if _is_root() else []),
    ]


def _is_root() -> bool:
    import os

    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(options: argparse.Namespace) -> int:
    import subprocess

    from archmodel.catalog.workspace import find_workspace

    root = find_workspace(options.workspace).root
    words = command(root, browser=not options.no_browser, port=options.port)
    try:
        return subprocess.run(words, check=False).returncode  # noqa: S603 - our own words, no shell
    except KeyboardInterrupt:
        return 0
