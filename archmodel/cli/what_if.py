"""``archmodel what-if``: try ending, merging, moving, handing over or renaming, and see what would follow.

The acts are made in the order they are written. Nothing is changed unless ``--apply`` asks for it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archmodel.cli.common import CLEAN, Commands, codes, loaded, output_option, write
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.checks.what_if import WhatIf

_ACTS = (
    ("--retire", "ID", "end an element"),
    ("--merge", "A,B:C[=NAME]", "merge A and B into C; with a name, C is new"),
    ("--move", "ID:HOST", "place it on another host"),
    ("--owner", "ID:BODY", "give it another owner"),
    ("--operator", "ID:BODY", "give it another operator"),
    ("--lead", "ID:BODY", "give a task another lead"),
    ("--rename", "ID=NAME", "give it another name; the id stays"),
)


class _Act(argparse.Action):
    """Keeps acts in the order they were written."""

    def __call__(self, _parser: object, options: argparse.Namespace, value: Any, option: str | None = None) -> None:
        options.acts = [*options.acts, (option, value)]


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    what = commands.add_parser("what-if", parents=[shared], help="what would follow if something ended, merged, moved")
    for option, metavar, words in _ACTS:
        what.add_argument(option, metavar=metavar, action=_Act, dest="acts", help=words)
    what.set_defaults(acts=[])
    what.add_argument("--as-of", metavar="DATE", help="the day the acts take effect (default: today)")
    what.add_argument("--basis", metavar="TEXT", help="the document new facts name as their source")
    what.add_argument("--write", type=Path, metavar="PATCH", help="write the change of the files as a patch for review")
    what.add_argument("--apply", action="store_true", help="make the change in the files of the catalogue")
    what.add_argument("--format", choices=["text", "json"], default="text")
    output_option(what)
    what.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.analysis.days import day_of
    from archmodel.analysis.draft import PROPOSAL
    from archmodel.checks.what_if import what_if
    from archmodel.checks.what_if_formats import shown
    from archmodel.text.files import write_atomically

    if not options.acts:
        raise ArchmodelError(
            Words("chưa nêu việc gì để thử", "nothing to try is named"),
            Words("ví dụ: archmodel what-if --retire MÃ", "for example: archmodel what-if --retire ID"),
        )
    model = loaded(options)
    what = what_if(model, on=day_of(model, options.as_of), basis=options.basis or PROPOSAL)
    for option, value in options.acts:
        what = _tried(what, option, value)
    patch = what.patch(options.workspace) if options.write or options.apply else None
    write(shown(what, options.format, options.lang), options.output)
    if patch is not None and options.write:
        write_atomically(options.write, str(patch))
        print(options.write, file=sys.stderr)
    if patch is not None and options.apply:
        for path in patch.write():
            print(path, file=sys.stderr)
    return CLEAN


def _tried(what: WhatIf, option: str, value: str) -> WhatIf:
    """The what-if with one more act, as written on the command line."""
    if option == "--retire":
        return what.retire(value)
    if option == "--rename":
        id, name = _parted(option, value, "=")
        return what.rename(id, name)
    first, second = _parted(option, value, ":")
    if option == "--merge":
        into, _, name = second.partition("=")
        return what.merge(*codes(first), into=into.strip(), name=name.strip() or None)
    if option == "--move":
        return what.move(first, host=second)
    return what.reassign(first, **{option.removeprefix("--"): second})


def _parted(option: str, value: str, sign: str) -> tuple[str, str]:
    first, _, second = (part.strip() for part in value.partition(sign))
    if not first or not second:
        shape = next(metavar for name, metavar, _ in _ACTS if name == option)
        raise ArchmodelError(
            Words(f"không hiểu '{option} {value}'", f"'{option} {value}' is not understood"),
            Words(f"viết: {option} {shape}", f"write: {option} {shape}"),
        )
    return first, second
