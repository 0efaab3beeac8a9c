"""What every test may use: the real workspace, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

import archmodel as am

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def hanoi() -> am.Model:
    """Hanoi's architecture as catalogued."""
    return am.load(ROOT)
