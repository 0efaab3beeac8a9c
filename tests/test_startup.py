"""Starting is cheap: heavy libraries are loaded by what needs them, and reading happens when asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("pandas", "networkx", "pyvis", "nbconvert", "IPython", "rich", "jinja2", "numpy", "scipy")


def loaded_after(code: str) -> set[str]:
    """The heavy modules a fresh interpreter holds after ``code``."""
    probe = f"{code}\nimport sys\nprint(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stderr.split())


def test_the_probe_sees_what_is_loaded() -> None:
    assert loaded_after("import networkx") >= {"networkx"}


def test_importing_the_library_loads_nothing_heavy() -> None:
    assert loaded_after("import archmodel") == set()


def test_importing_the_library_reads_no_model() -> None:
    probe = "import archmodel, sys; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("words", [["--version"], ["check", "--fail-on", "never", "--format", "json"]])
def test_the_commands_load_nothing_heavy(words: list[str]) -> None:
    code = f"from archmodel.cli import main\nassert main({words!r}) == 0"
    assert loaded_after(code) == set()
