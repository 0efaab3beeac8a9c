"""Measure publishing as a city grows: CPU time, size, peak memory and the largest pages of a site.

Run: make bench, or python benchmarks/publish.py [SIZE ...]. Each size runs in a process of its own, so that the peak is its
own; the last line tells how the figures grew for each doubling.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

SIZES = (5_000, 10_000, 20_000)
DAY = "2026-11-22"
FIGURES = ("load", "check", "publish", "megabytes", "files", "peak_mb")


def measure(elements: int) -> dict[str, object]:
    """The figures of one size, in this process."""
    from synthetic import write

    import archmodel as am
    from archmodel.documents.site import publish
    from archmodel.model.audience import for_public

    taken: dict[str, object] = {"elements": elements}
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), elements, 3 * elements)
        started = time.process_time()
        model = for_public(am.load(folder))
        taken["load"] = time.process_time() - started
        started = time.process_time()
        report = am.check(model, as_of=DAY)
        taken["check"] = time.process_time() - started
        started = time.process_time()
        made = publish(model, report, Path(folder) / "site")
        taken["publish"] = time.process_time() - started
        sizes = {name: (made.folder / name).stat().st_size for name in made.files}
    taken |= {"megabytes": sum(sizes.values()) / 1e6, "files": len(sizes)}
    taken["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    taken["largest"] = {name: round(sizes[name] / 1e6, 2) for name in sorted(sizes, key=lambda n: -sizes[n])[:12]}
    return taken


def main(sizes: tuple[int, ...]) -> None:
    rows = []
    print(f"{'elements':>9}" + "".join(f"{name:>11}" for name in FIGURES))
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        )
        rows.append(json.loads(done.stdout))
        print(f"{size:>9}" + "".join(f"{rows[-1][name]:>11.1f}" for name in FIGURES), flush=True)
    print("largest pages in MB:", ", ".join(f"{name} {size}" for name, size in rows[-1]["largest"].items()))
    for one, next_ in pairwise(rows):
        grown = next_["elements"] / one["elements"]
        told = ", ".join(f"{name} {next_[name] / max(one[name], 0.01):.1f}" for name in FIGURES)
        print(f"{grown:.0f} times the elements: {told}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
