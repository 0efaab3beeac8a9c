"""Measure reading and checking as ratios to plain Python, side by side in one run; seconds differ, ratios hold.

Run: make bench. Each figure is the median over fresh processes of CPU time, divided by the median of
``python -c pass``; memory is the peak of the largest.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from synthetic import write

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def measure(*words: str, cwd: Path = ROOT) -> tuple[float, float]:
    """CPU seconds and peak MB of one run of Python with ``words``."""
    process = subprocess.Popen([sys.executable, *words], cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{words}: exit status {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        commands = {
            "python -c pass": ("-c", "pass"),
            "archmodel --version": ("-m", "archmodel", "--version"),
            "import pydantic": ("-c", "import pydantic"),
            "check Hanoi": ("-m", "archmodel", "check", "--fail-on", "never"),
            "load 20,000 elements, 60,000 relations": ("-c", f"import archmodel as am; am.load({folder!r})"),
        }
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, words in commands.items():
                runs[name].append(measure(*words))
    base = statistics.median(cpu for cpu, _ in runs["python -c pass"])
    print(f"{'':<40} {'CPU s':>8} {'ratio':>8} {'peak MB':>8}   median of {RUNS}")
    for name, figures in runs.items():
        cpu = statistics.median(cpu for cpu, _ in figures)
        print(f"{name:<40} {cpu:8.3f} {cpu / base:8.1f} {max(mb for _, mb in figures):8.0f}")


if __name__ == "__main__":
    main()
