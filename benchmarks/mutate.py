"""Change each condition of the checks, one at a time, and see that a test notices: what survives shows what is untested.

Run: make mutate, or python benchmarks/mutate.py [PART OF A FILE NAME ...] [--csv FILE] [--all]. Nothing is written but
the CSV file; stopping it leaves nothing behind. Survivors that change nothing a test could see are recorded with the
reason in ``survivors.csv``. Exit status 1 when another survives, when a recorded one no longer does, or when a rule has
no condition that a test noticed.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from mutants import mutants
from trials import ROOT, Court, Tried, UntriableError, cost, court, found_out

KNOWN = Path(__file__).parent / "survivors.csv"
HEAD = ("file", "function", "change", "before", "after")
Key = tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """How a module fared: how many mutants there were, and those nobody noticed, with their lines."""

    module: Tried
    total: int
    survivors: tuple[tuple[int, Key], ...]
    seconds: float

    @property
    def file(self) -> str:
        """The file below ``archmodel/checks``."""
        return shown(self.module)


_court: Court | None = None


def main() -> int:
    options = _options()
    global _court  # noqa: PLW0603 - the workers inherit it by forking; it is too large to send
    _court = court()
    chosen = [one for one in _court.modules() if _wanted(one, options.parts)]
    if not chosen:
        print(f"no file of the checks is named {', '.join(options.parts)}", file=sys.stderr)
        return 2
    verdicts = []
    with ProcessPoolExecutor(options.jobs, multiprocessing.get_context("fork")) as pool:
        for done in as_completed([pool.submit(_tried, module) for module in chosen]):
            try:
                verdicts.append(verdict := done.result())
            except UntriableError as error:
                pool.shutdown(cancel_futures=True)
                print(error, file=sys.stderr)
                return 2
            told = f"{verdict.total - len(verdict.survivors)}/{verdict.total} noticed, {verdict.seconds:.0f} s"
            print(f"[{len(verdicts)}/{len(chosen)}] {verdict.file}: {told}", file=sys.stderr)
    verdicts.sort(key=lambda verdict: verdict.file)
    return _report(verdicts, options.csv, whole=not options.parts)


def shown(module: Tried) -> str:
    return module.path.relative_to(ROOT / "archmodel" / "checks").as_posix()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", help="parts of file names or rule codes; every file when none is given")
    parser.add_argument("--csv", type=Path, help="write the table to this file too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args()


def _wanted(module: Tried, parts: list[str]) -> bool:
    return not parts or any(part in shown(module) or part == module.code for part in parts)


def _tried(module: Tried) -> Verdict:
    assert _court is not None
    start, trials = time.monotonic(), _court.trials(module)
    allowed, total, survivors = cost(module, trials), 0, []
    for mutant in mutants(module.path.read_text(encoding="utf-8"), str(module.path)):
        total += 1
        if not found_out(mutant.code, module, trials, allowed):
            survivors.append((mutant.line, (shown(module), *mutant.key)))
    return Verdict(module, total, tuple(survivors), time.monotonic() - start)


def _report(verdicts: list[Verdict], path: Path | None, *, whole: bool) -> int:
    with KNOWN.open(encoding="utf-8", newline="") as lines:
        known = {tuple(row[name] for name in HEAD): row["why"] for row in csv.DictReader(lines)}
    rows, unknown, blind = [], [], []
    for verdict in verdicts:
        new = [(line, key) for line, key in verdict.survivors if not known.get(key)]
        unknown += new
        left = len(verdict.survivors)
        rows.append((verdict.module.code, verdict.file, verdict.total - left, left - len(new), len(new), verdict.total))
        if verdict.module.code and verdict.total == left:
            blind.append(verdict.module.code)
    files = {verdict.file for verdict in verdicts}
    survived = {key for verdict in verdicts for _, key in verdict.survivors}
    stale = [key for key in known if key not in survived and (whole or key[0] in files)]
    _table(rows)
    for line, (file, function, change, before, after) in unknown:
        print(f"archmodel/checks/{file}:{line}: {function}: {change}: {before}  →  {after}")
    for key in stale:
        print(f"survivors.csv: recorded, but a test notices it or it is gone: {' | '.join(key)}")
    for code in blind:
        print(f"{code}: no test notices any change of its file")
    if path:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("rule", "file", "noticed", "explained", "survived", "total"), *rows])
    return 1 if unknown or stale or blind else 0


def _table(rows: list[tuple[str, str, int, int, int, int]]) -> None:
    print(f"{'rule':10} {'file':42} {'noticed':>8} {'explained':>9} {'survived':>8} {'total':>6}")
    sums: Counter[int] = Counter()
    for code, file, *numbers in rows:
        print(f"{code or '-':10} {file:42} {numbers[0]:8} {numbers[1]:9} {numbers[2]:8} {numbers[3]:6}")
        sums.update(dict(enumerate(numbers)))
    print(f"{'all':10} {'':42} {sums[0]:8} {sums[1]:9} {sums[2]:8} {sums[3]:6}")


if __name__ == "__main__":
    sys.exit(main())
