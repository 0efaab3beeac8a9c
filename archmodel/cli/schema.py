"""``archmodel schema``: JSON Schemas of the catalogue files, for editors."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from archmodel.cli.common import CLEAN, Commands
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    schema = commands.add_parser("schema", parents=[shared], help="JSON Schemas of the catalogue files, for editors")
    schema.add_argument("folder", nargs="?", metavar="FOLDER", help="one catalogue folder; all when not given")
    schema.add_argument("--output", type=Path, metavar="DIR", help="write FOLDER.schema.json files there")
    schema.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.catalog.schema import schemas
    from archmodel.text.files import write_atomically
    from archmodel.text.vietnamese import nearest

    found = schemas()
    if options.folder and options.folder not in found:
        guess = nearest(options.folder, found)
        raise ArchmodelError(
            Words(f"không có lược đồ '{options.folder}'", f"there is no schema '{options.folder}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words(f"có: {', '.join(found)}", f"there are: {', '.join(found)}"),
        )
    chosen = {options.folder: found[options.folder]} if options.folder else found
    if options.output is None:
        value = chosen[options.folder] if options.folder else chosen
        print(json.dumps(value, ensure_ascii=False, indent=2))
        return CLEAN
    for name, value in chosen.items():
        file = options.output / f"{name}.schema.json"
        write_atomically(file, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    print(f"{options.output}: {len(chosen)}", file=sys.stderr)
    return CLEAN
