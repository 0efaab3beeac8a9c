"""What every test may use: the real workspace, loaded once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import archmodel as am

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def hanoi() -> am.Model:
    """Hanoi's architecture as catalogued."""
    return am.load(ROOT)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running headless Chromium; without one the tests that need it are skipped, with the reason."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine; on Debian: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
