"""Measure how each rule grows: CPU time on a city four times as large, over the time on the small one.

Run: make bench. A rule that is linear shows about 4; the slowest ten of the large city are printed.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from synthetic import write

import archmodel as am
from archmodel.checks import RULES
from archmodel.checks.rule import Rule

SIZES = ((5_000, 15_000), (20_000, 60_000))
DAY = "2026-11-22"


def seconds(model: am.Model, rule: Rule) -> float:
    started = time.process_time()
    if set(rule.scope(model, DAY)):
        list(rule.find(model, DAY))
    return time.process_time() - started


def main() -> None:
    taken: dict[str, list[float]] = {rule.code: [] for rule in RULES}
    for elements, relations in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), elements, relations)
            model = am.load(folder)
        model.outgoing("")
        for rule in RULES:
            taken[rule.code].append(seconds(model, rule))
    small, large = (sum(times[n] for times in taken.values()) for n in (0, 1))
    print(f"all {len(RULES)} rules: {small:.1f} and {large:.1f} CPU s, ratio {large / small:.1f} for 4 times the size")
    for code, (first, second) in sorted(taken.items(), key=lambda item: -item[1][1])[:10]:
        print(f"  {code:<10} {first:6.2f} {second:6.2f}   ratio {second / max(first, 0.001):.1f}")


if __name__ == "__main__":
    main()
