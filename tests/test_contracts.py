"""The house rules that tools can hold: style, types, arrows, file lengths, and what a wheel carries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, cwd=ROOT, check=False)


def test_ruff_finds_nothing() -> None:
    done = run("ruff", "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout


def test_the_code_is_formatted() -> None:
    done = run("ruff", "format", "--no-cache", "--check", ".")
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_types_hold() -> None:
    done = run("mypy", "--no-incremental")
    assert done.returncode == 0, done.stdout


def test_arrows_run_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_is_past_its_shape() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines}"
        for folder in ("archmodel", "tests", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert long == []


def test_constraints_name_exact_versions_and_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if line.count("==") != 1 or "/" in line or ":" in line] == []


@pytest.mark.slow
def test_the_wheel_carries_frameworks_example_and_templates(tmp_path: Path) -> None:
    done = run("hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    for path in (ROOT / "framework_v4").rglob("*.yaml"):
        assert f"archmodel/framework_v4/{path.relative_to(ROOT / 'framework_v4').as_posix()}" in names
    views = [
        *(ROOT / "archmodel" / "views" / "templates").iterdir(),
        *(ROOT / "archmodel" / "views" / "vendor").rglob("*"),
    ]
    for path in [
        *(ROOT / "archmodel" / "example").rglob("*"),
        *(ROOT / "archmodel" / "documents").rglob("*.html"),
        *(ROOT / "archmodel" / "documents" / "site" / "scripts").iterdir(),
        *(ROOT / "archmodel" / "documents" / "site" / "vendor").rglob("*"),
        *(ROOT / "archmodel" / "lab").rglob("*.*s"),
        *views,
    ]:
        if path.is_file():
            assert path.relative_to(ROOT).as_posix() in names
    assert "archmodel/py.typed" in names
