"""How long the explorer takes on a large city: made ready, a word searched, a day changed, an element opened.

Seconds of processor time; the way to the browser and back is not in them.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import synthetic

import archmodel as am

QUERIES = ("u", "ung dung", "ung dung 1", "")


def seconds(act: Callable[[], object]) -> float:
    """Processor seconds of one act."""
    start = time.process_time()
    act()
    return time.process_time() - start


def row(elements: int) -> tuple[float, ...]:
    with tempfile.TemporaryDirectory() as folder:
        synthetic.write(Path(folder), elements, elements * 3)
        model = am.load(folder)
    report = am.check(model, select=["STRUCT-01"])
    ready = seconds(lambda: am.explore(model, report))
    widget = am.explore(model, report)
    first = next(iter(model.applications)).id
    search = max(seconds(lambda query=query: setattr(widget, "query", query)) for query in QUERIES)
    narrowing = (("kind", "application"), ("day", "2025-07-01"), ("opened", first))
    return ready, search, *(seconds(lambda name=name, to=to: setattr(widget, name, to)) for name, to in narrowing)


def main() -> None:
    print(f"{'elements':>9} {'ready':>7} {'search':>7} {'filter':>7} {'day':>7} {'open':>7}")
    for elements in (5_000, 10_000, 20_000):
        print(f"{elements:>9} " + " ".join(f"{taken:7.3f}" for taken in row(elements)))


if __name__ == "__main__":
    main()
