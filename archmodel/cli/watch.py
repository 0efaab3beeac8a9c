"""``archmodel watch``: tells what each save of a file changes, until Ctrl-C."""

from __future__ import annotations

import argparse
import sys

from archmodel.cli.common import CLEAN, Commands
from archmodel.text.words import Words


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    watch = commands.add_parser("watch", parents=[shared], help="tell what each save of a file changes")
    watch.add_argument("--no-findings", action="store_true", help="do not run the checks after each save")
    watch.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from archmodel.lab.follower import Follower

    follower = Follower(options.workspace)
    lang = options.lang = options.lang or follower.model.settings.language
    print(_BEGUN.to(lang).format(len(follower.model)), file=sys.stderr, flush=True)
    try:
        if not options.no_findings:
            follower.check()
        for news in follower.follow():
            print(news.text(lang), flush=True)
            if not options.no_findings and (told := follower.judged(news).findings(lang)):
                print(told, flush=True)
            print(flush=True)
    except KeyboardInterrupt:
        print(_ENDED.to(lang), file=sys.stderr)
    return CLEAN


_BEGUN = Words("Đang theo dõi {} đối tượng; Ctrl-C để dừng.", "Following {} elements; Ctrl-C to stop.")
_ENDED = Words("Đã dừng theo dõi.", "No longer following.")
