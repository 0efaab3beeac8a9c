"""The list of commands, and what holds for all: one parser, words instead of tracebacks, exit statuses."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import nullcontext
from pathlib import Path

from archmodel.cli import (
    appraise,
    check,
    check_workbook,
    diff,
    duplicates,
    export,
    gaps,
    impact,
    init,
    lab,
    publish,
    quality,
    rules,
    schema,
    watch,
    what_if,
)
from archmodel.cli.common import CLEAN, FAILED, language
from archmodel.errors import ArchmodelError
from archmodel.text.progress import shown
from archmodel.text.words import Words

COMMANDS = (
    check,
    gaps,
    duplicates,
    appraise,
    quality,
    impact,
    what_if,
    diff,
    rules,
    publish,
    export,
    lab,
    watch,
    schema,
    init,
    check_workbook,
)
"""The modules of commands, in the order of ``archmodel --help``; each adds what it runs."""


def run(words: list[str]) -> int:
    """Parse and run; what a user got wrong is told in words, never as a traceback."""
    options = _parser().parse_args(words)
    watched = shown(language(options)) if sys.stderr.isatty() else nullcontext()
    try:
        with watched:
            status: int = options.run(options)
        sys.stdout.flush()
        return status
    except ArchmodelError as error:
        print(error.show(language(options)), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        stopped = Words("đã dừng theo yêu cầu; không có gì dở dang", "stopped on request; nothing is left half done")
        print(stopped.to(language(options)), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN


def _parser() -> argparse.ArgumentParser:
    from archmodel import __version__

    parser = argparse.ArgumentParser(prog="archmodel", description="Model, check and publish a digital architecture.")
    parser.add_argument("--version", action="version", version=f"archmodel {__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--workspace",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="folder that holds archmodel.toml, or one below it (default: here)",
    )
    shared.add_argument("--lang", choices=["vi", "en"], help="language of messages (default: the workspace's)")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands, shared)
    return parser
