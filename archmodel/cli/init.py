"""``archmodel init DIR``: a new workspace, empty or with a fictional province."""

from __future__ import annotations

import argparse
from pathlib import Path

from archmodel.cli.common import CLEAN, Commands, language


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    init = commands.add_parser("init", parents=[shared], help="make a new workspace")
    init.add_argument("folder", type=Path, metavar="DIR")
    init.add_argument("--example", action="store_true", help="fill it with a small fictional province")
    init.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.catalog.starter import create

    made = create(options.folder, example=options.example)
    told = f"{len(made)} tệp đã tạo trong" if language(options) == "vi" else f"{len(made)} files made in"
    print(f"{told} {options.folder}\n  cd {options.folder}\n  archmodel check\n  archmodel lab\n  archmodel publish")
    return CLEAN
