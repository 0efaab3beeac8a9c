"""The command line: words people type, exit statuses scripts rely on. Nothing below this package prints or exits.

Exit status: 0 clean, 1 findings at or above ``--fail-on``, 2 could not run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; ``archmodel --help`` tells the commands."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        from archmodel import __version__

        print(f"archmodel {__version__}")
        return 0
    from archmodel.cli.commands import run

    return run(words)
