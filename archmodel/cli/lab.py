"""``archmodel lab``: JupyterLab on the workspace, ready to work in, asking nothing of the outside world.

News, the look for updates and the list of extensions are off, and the interface speaks the reader's language, by settings
handed to this one run; the user's own settings stay as they are.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from archmodel.cli.common import CLEAN, Commands
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

SETTINGS = Path(__file__).parent / "jupyter" / "overrides.json"
LANGUAGE_PACKS = {"vi": ("jupyterlab_language_pack_vi_VN", "vi_VN")}
"""By language: the module of the pack, and the locale it brings."""


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    lab = commands.add_parser("lab", parents=[shared], help="open JupyterLab on the workspace")
    lab.add_argument("--no-browser", action="store_true", help="start the server only")
    lab.add_argument("--port", type=int, metavar="N", help="the port to listen on (default: the first free from 8888)")
    lab.set_defaults(run=_run)


@contextmanager
def settings_for(lang: str) -> Iterator[Path]:
    """A folder of settings for one run; the interface is in the language asked for where its pack is installed."""
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    module, locale = LANGUAGE_PACKS.get(lang, ("", ""))
    if module and find_spec(module) is not None:
        settings["@jupyterlab/translation-extension:plugin"] = {"locale": locale}
    with TemporaryDirectory(prefix="archmodel-lab-") as folder:
        Path(folder, SETTINGS.name).write_text(json.dumps(settings), encoding="utf-8")
        yield Path(folder)


def command(root: Path, settings: Path, *, browser: bool = True, port: int | None = None) -> list[str]:
    """The command that opens JupyterLab on a workspace: its first notebook where there is one, else its folder.

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
        f"--LabApp.app_settings_dir={settings}",
        "--LabApp.news_url=",
        "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        *([] if browser else ["--no-browser"]),
        *([f"--port={port}"] if port else []),
        *(["--allow-root"] if _is_root() else []),
    ]


def _is_root() -> bool:
    import os

    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(options: argparse.Namespace) -> int:
    from archmodel.catalog.workspace import find_workspace

    found = find_workspace(options.workspace)
    with settings_for(options.lang or found.settings.language) as settings:
        words = command(found.root, settings, browser=not options.no_browser, port=options.port)
        server = subprocess.Popen(words)  # noqa: S603 - our own words, no shell
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            return server.wait()
        except KeyboardInterrupt:
            return _stopped(server)


def _stopped(server: subprocess.Popen[bytes]) -> int:
    """Wait for the server, which heard the same Ctrl-C and may ask; a second one ends it."""
    try:
        server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
    return CLEAN
