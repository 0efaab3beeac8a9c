"""A real JupyterLab, driven by a headless Chromium: the tour runs, the explorer obeys mouse and keyboard, nothing leaves.

Every step waits for what a reader would see; nothing is timed. Pictures of the way are left in ``$ARCHMODEL_PICTURES``.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LONG = 120_000
"""Milliseconds any one thing may take on a slow machine."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.skipif(os.name == "nt", reason="signals of POSIX"),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The real workspace, copied, with the notebook of the tour."""
    root = tmp_path / "work"
    for folder in ("catalog", "framework_v4"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "01_tour.ipynb", root / "notebooks")
    shutil.copy(ROOT / "archmodel.toml", root)
    return root


@pytest.fixture
def lab(workspace: Path, tmp_path: Path) -> Iterator[str]:
    """The address of ``archmodel lab`` on the workspace, with settings of nobody."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    homes = {f"JUPYTER_{name}_DIR": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    homes["JUPYTERLAB_WORKSPACES_DIR"] = homes["JUPYTERLAB_SETTINGS_DIR"] = str(tmp_path / "lab")
    words = [
        sys.executable,
        "-m",
        "archmodel",
        "lab",
        "--no-browser",
        "--port",
        str(port),
        "--workspace",
        str(workspace),
    ]
    with subprocess.Popen(
        words, env={**os.environ, **homes}, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        assert server.stderr
        said: list[str] = []
        for line in server.stderr:
            said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S*token=\w+", line):
                break
        else:
            raise AssertionError("".join(said))
        drain = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=server.stderr)
        yield found[0]
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=60)
        drain.wait(timeout=60)


class Watched:
    """A page, what it asked for outside the server, and what it complained of."""

    def __init__(self, browser: Any, address: str) -> None:
        self.origin = "/".join(address.split("/")[:3])
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.page = browser.new_page(viewport={"width": 1500, "height": 1000})
        self.page.set_default_timeout(LONG)
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)

    def _asked(self, url: str) -> None:
        own = (self.origin, self.origin.replace("http", "ws", 1), "data:", "blob:")
        if not url.startswith(own):
            self.outside.append(url)

    def _said(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def shot(self, name: str) -> None:
        """Leave a picture where somebody asked for pictures."""
        if folder := os.environ.get("ARCHMODEL_PICTURES"):
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"))

    def until(self, words: str, value: Any = None) -> None:
        """Wait until an expression of the page holds."""
        self.page.wait_for_function(words, arg=value)


COUNT = "told => document.querySelector('.archmodel-explorer .count')?.textContent === told"
TITLE = "told => document.querySelector('.archmodel-explorer h3')?.textContent === told"
FOCUS = "css => document.activeElement.matches(css)"


READY = """() => document.querySelector('.jp-Toolbar-kernelName')?.textContent.includes('ipykernel')
    && document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status === 'idle'"""


def run_all(seen: Watched) -> None:
    """Run every cell from the menu, as a reader would once the kernel has its name and rests, and go to the explorer."""
    page = seen.page
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    seen.until(READY)
    page.click(".lm-MenuBar-itemLabel:has-text('Chạy')")
    page.click(".lm-Menu-item[data-command='runmenu:run-all']")
    page.wait_for_selector(".archmodel-explorer .rows li")
    page.locator(".archmodel-explorer").scroll_into_view_if_needed()


def test_the_tour_runs_and_the_explorer_obeys_mouse_and_keyboard(lab: str, chromium: Any) -> None:
    seen = Watched(chromium, lab)
    page = seen.page
    run_all(seen)
    explorer = page.locator(".archmodel-explorer")
    seen.until(COUNT, "7 trong 7 đối tượng")
    seen.shot("1-opened")

    explorer.locator(".query").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("tich hop du lieu")
    seen.until("() => document.querySelector('.archmodel-explorer .rows b')?.textContent.includes('tích hợp')")
    page.keyboard.press("Control+A")
    page.keyboard.type("lgsp")
    seen.until(COUNT, "3 trong 3 đối tượng")
    page.keyboard.press("ArrowDown")
    seen.until(FOCUS, ".archmodel-explorer .rows")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    lgsp = "Nền tảng tích hợp, chia sẻ dữ liệu (LGSP) thành phố Hà Nội"
    seen.until(TITLE, lgsp)
    seen.until(FOCUS, ".archmodel-explorer h3")
    seen.shot("2-by-keyboard")

    tie = explorer.locator("button.link").first
    name = tie.inner_text()
    tie.click()
    seen.until(TITLE, name)
    page.keyboard.press("Backspace")
    seen.until(TITLE, lgsp)
    page.keyboard.press("Alt+ArrowRight")
    seen.until(TITLE, name)
    page.keyboard.press("/")
    seen.until(FOCUS, ".archmodel-explorer .query")
    assert page.locator(".jp-Notebook .jp-CodeCell").count() == page.locator(".jp-CodeCell").count()

    explorer.locator(".clear").click()
    explorer.locator("select").nth(1).select_option("organisation")
    before = explorer.locator(".count").inner_text()
    slider = explorer.locator(".slider")
    slider.focus()
    page.keyboard.press("Home")
    seen.until("() => document.querySelector('.archmodel-explorer .date').value === '2024-05-12'")
    seen.until("told => document.querySelector('.archmodel-explorer .count').textContent !== told", before)
    explorer.get_by_role("button", name="Trước khi sắp xếp").click()
    seen.until("() => document.querySelector('.archmodel-explorer .date').value === '2025-06-30'")
    seen.shot("3-on-a-day")

    grid = page.locator(".archmodel-grid")
    grid.scroll_into_view_if_needed()
    grid.locator("input").fill("khong he co")
    seen.until("() => document.querySelector('.archmodel-grid .count').textContent.startsWith('0 trong 0')")
    grid.locator("input").fill("dieu phoi y te")
    seen.until("() => document.querySelector('.archmodel-grid tbody td')?.textContent === 'dieuphoi-yte'")
    grid.get_by_role("button", name="name").click()
    seen.until(
        "() => document.querySelector('.archmodel-grid th[aria-sort=ascending]')?.textContent.startsWith('name')"
    )
    seen.shot("4-a-table")
    page.set_viewport_size({"width": 760, "height": 1000})
    seen.shot("4-narrow")
    page.set_viewport_size({"width": 1500, "height": 1000})
    with page.expect_download() as download:
        grid.get_by_role("button", name="Tải CSV").click()
    taken = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert taken[0] == "id,name,owned_by,state,confidence"
    assert [line.split(",")[0] for line in taken[1:]] == ["dieuphoi-yte"]

    explorer.scroll_into_view_if_needed()
    explorer.locator(".rows li").first.click()
    explorer.locator("a.to-file").click()
    page.wait_for_selector(".jp-FileEditor .cm-content")
    seen.shot("5-the-file")
    assert (seen.outside, seen.complaints) == ([], [])
    page.close()
