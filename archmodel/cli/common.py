"""What commands share: loading the workspace, the language, writing results, reading files people name."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.model.model import Model

CLEAN, FOUND, FAILED = 0, 1, 2
"""Exit statuses: nothing to tell; findings at or above ``--fail-on``; could not run."""

Commands = Any
"""What ``ArgumentParser.add_subparsers`` returns; argparse keeps its class to itself."""


def language(options: argparse.Namespace) -> str:
    """The language asked for, or Vietnamese; once the workspace is loaded, its own."""
    return getattr(options, "lang", None) or "vi"


def loaded(options: argparse.Namespace) -> Model:
    """The model of the workspace; sets the language of messages where none was asked for."""
    from archmodel.catalog.load import load

    model = load(options.workspace)
    options.lang = options.lang or model.settings.language
    return model


def codes(text: str) -> tuple[str, ...]:
    """Words of an option, separated by commas."""
    return tuple(code.strip() for code in text.split(",") if code.strip())


def write(text: str, output: Path | None) -> None:
    """Print, or write atomically to a file and name it on standard error."""
    if output is None:
        print(text)
        return
    from archmodel.text.files import write_atomically

    write_atomically(output, text + "\n")
    print(output, file=sys.stderr)


def output_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--output FILE``."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there instead of to standard output")


def read(path: Path) -> str:
    """The text of a file a user named; one that cannot be read is told in words."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ArchmodelError(
            Words(f"không đọc được tệp '{path}': {error}", f"the file '{path}' cannot be read: {error}"),
            Words("kiểm tra đường dẫn và bảng mã UTF-8", "check the path, and that it is UTF-8"),
        ) from None
