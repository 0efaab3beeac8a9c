"""Measure the interactive network of flows in headless Chromium: first paint, drawn and settled, and one search.

Run: make bench. Times are milliseconds since the page was asked for, median of five; the network of 2,000 ends stands
beside the one of the real catalogue. Without Chromium it says so and measures nothing.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import archmodel as am
from archmodel.model.elements import Application
from archmodel.model.relations import Flow

ROOT = Path(__file__).resolve().parent.parent
DAY, RUNS, ENDS = "2026-11-22", 5, 2_000


def city() -> am.Model:
    """Two thousand systems, each sending to another."""
    apps = [Application(id=f"a{n}", name=f"Hệ thống {n}") for n in range(ENDS)]
    return am.Model(apps, [Flow(id=f"F{n}", source=f"a{n}", target=f"a{n * 7 % ENDS}") for n in range(1, ENDS)])


def once(browser: Any, path: Path) -> tuple[float, float, float]:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector("#net[data-drawn]")
    drawn = page.evaluate("performance.now()")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()")
    started = time.perf_counter()
    page.fill("[name=find]", "1999")
    page.dispatch_event("#net-bar", "submit")
    page.inner_text("#net-count")
    searched = (time.perf_counter() - started) * 1000
    page.close()
    return painted, drawn, searched


def main() -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("network of flows: no Chromium on this machine, not measured")
        return
    from playwright.sync_api import sync_playwright

    models = {"Hanoi": (am.load(ROOT).at(DAY), None), f"{ENDS:,} ends": (city(), False)}
    print(f"{'network of flows, ms':<24} {'paint':>8} {'drawn':>8} {'search':>8}   median of {RUNS}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for number, (name, (model, by_domain)) in enumerate(models.items()):
            path = am.views.flows(model, by_domain=by_domain).save(Path(folder) / f"{number}.html")
            times = [once(browser, path) for _ in range(RUNS)]
            paint, drawn, search = (statistics.median(run[n] for run in times) for n in range(3))
            print(f"{name:<24} {paint:8.0f} {drawn:8.0f} {search:8.0f}")
        browser.close()


if __name__ == "__main__":
    main()
