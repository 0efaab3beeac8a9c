"""Measure how comparing two git revisions grows: CPU seconds to read both, to compare them, and to check both.

Run: make bench. Each size is a repository made for the purpose, whose second commit changes one record in ten: fields,
ids, removals, additions, and the order of every file. Growth is the ratio to the size before; linear shows about 2.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from synthetic import write

import archmodel as am
from archmodel.analysis.difference import diff as bare_diff

SIZES = ((5_000, 15_000), (10_000, 30_000), (20_000, 60_000))
T = TypeVar("T")


def changed(text: str) -> str:
    """The records of a file in the opposite order, one in ten of them otherwise than before."""
    records = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)[1:]
    kept: list[str] = []
    for number, record in enumerate(records):
        if number % 50 == 1:
            continue
        if number % 50 == 2:
            kept.append(record.replace("- id: ", "- id: new-", 1))
        elif number % 50 == 3:
            kept.append(record.replace("  name: ", "  name: Mới ", 1).replace("- id: ", "- id: like-", 1))
        elif number % 25 == 4:
            kept.append(record.replace("state: in_use", "state: ended\n  until: 2026-01-01"))
        else:
            kept.append(record)
    return "".join(reversed(kept))


def repository(folder: Path, elements: int, relations: int) -> None:
    """A repository of two commits."""

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", *words], check=True)

    write(folder, elements, relations)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "before")
    for file in sorted((folder / "catalog").rglob("*.yaml")):
        file.write_text(changed(file.read_text(encoding="utf-8")), encoding="utf-8")
    git("commit", "-qam", "after")


def timed(act: Callable[[], T]) -> tuple[T, float]:
    """What an act returns, and the CPU seconds it took, those of git included."""
    before = sum(os.times()[:4])
    done = act()
    return done, sum(os.times()[:4]) - before


def main() -> None:
    past: list[float] = []
    print(f"{'elements':>9} {'read both':>10} {'compare':>8} {'with checks':>12}   growth of each   changes")
    for elements, relations in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            repository(folder, elements, relations)
            old, first = timed(lambda: am.load(folder, revision="HEAD~1"))  # noqa: B023 - called at once
            new, second = timed(lambda: am.load(folder, revision="HEAD"))  # noqa: B023
        found, compare = timed(lambda: bare_diff(old, new))  # noqa: B023
        assert not bare_diff(found.apply(old), new).elements
        _, checks = timed(lambda: am.diff(old, new))  # noqa: B023
        now = [first + second, compare, checks]
        growth = "  ".join(f"{b / max(a, 0.01):4.1f}" for a, b in zip(past, now, strict=False)) or "   -     -     -"
        told = {name: sum(counts.values()) for name, counts in found.counts.items()}
        print(f"{elements:>9,} {now[0]:>10.2f} {now[1]:>8.2f} {now[2]:>12.2f}   {growth}   {told}")
        past = now


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"in {time.perf_counter() - started:.0f} s")
