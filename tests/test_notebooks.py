"""The notebooks stay thin and without outputs, tell whom they serve, and run from an installed wheel on the real catalogue."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import nbformat
import pytest

from archmodel.documents.notebooks import read_books
from archmodel.documents.site.address import notebook_page

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def code_cells(path: Path) -> list[nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_outputs_are_kept(path: Path) -> None:
    assert [cell.source for cell in code_cells(path) if cell.outputs or cell.execution_count] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_thin(path: Path) -> None:
    for cell in code_cells(path):
        assert len(cell.source.splitlines()) <= 12
        nodes = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        assert [node for node in nodes if not _is_rule(node)] == []


def _is_rule(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether it is a rule, the one thing a notebook may define."""
    return any(ast.unparse(made).startswith("rule(") for made in node.decorator_list)


def test_each_tells_its_role_and_question_in_both_languages() -> None:
    for book in read_books(ROOT / "notebooks"):
        for words in (book.title, book.role, book.question):
            assert words.vi, book.name
            assert words.en != words.vi, book.name


def test_each_ends_in_a_decision() -> None:
    for path in NOTEBOOKS:
        *_, text, code = nbformat.read(path, as_version=4).cells
        assert text.source.startswith("## Quyết định cho thứ Hai / Decision for Monday"), path.name
        assert code.cell_type == "code"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with archmodel from its wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    run(sys.executable, "-m", "venv", "--without-pip", str(folder / "env"), cwd=folder)
    python = folder / "env" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    own = Path(run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (wheel,) = folder.glob("*.whl")
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(own),
        str(wheel),
        cwd=folder,
    )
    (own / "libraries.pth").write_text(
        sysconfig.get_path("purelib") + "\n"
    )  # paths alone: its editable archmodel is not found
    assert run(str(python), "-c", "import archmodel; print(archmodel.__file__)", cwd=folder).startswith(str(own))
    return python


@pytest.mark.slow
def test_every_notebook_runs_from_an_installed_wheel_and_becomes_a_page(installed: Path, tmp_path: Path) -> None:
    for name in ("catalog", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / "work" / name)
    shutil.copy(ROOT / "archmodel.toml", tmp_path / "work")
    words = ["publish", "--workspace", "work", "--output", "site", "--notebooks", "--as-of", "2026-11-22"]
    run(str(installed), "-m", "archmodel", *words, cwd=tmp_path)
    for book in read_books(ROOT / "notebooks"):
        page = (tmp_path / "site" / notebook_page(book.slug)).read_text("utf-8")
        page = page.partition('<div class="notebook">')[2].partition('<nav class="beside"')[0]
        assert page.count('role="region"') >= 3, book.name
        assert not re.search(r"<(script|style|iframe)\b", page), book.name
        assert str(tmp_path) not in page, book.name
    assert {path.name for path in (tmp_path / "work" / "notebooks").iterdir()} == {path.name for path in NOTEBOOKS}


def run(*words: str, cwd: Path) -> str:
    around = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(words, cwd=cwd, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
