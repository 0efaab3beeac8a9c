"""The notebooks run from top to bottom on the real catalogue, are kept without outputs, and stay thin."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from archmodel.catalog.starter import create

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


@pytest.mark.slow
@pytest.mark.parametrize("example", [True, False])
@pytest.mark.filterwarnings("ignore")
def test_a_new_workspace_opens_with_a_notebook_that_runs(tmp_path: Path, *, example: bool) -> None:
    made = create(tmp_path / "tinh", example=example)
    (path,) = (path for path in made if path.suffix == ".ipynb")
    assert path.parent.name == "notebooks"
    test_no_outputs_are_kept(path)
    test_cells_are_thin(path)
    test_it_runs(path)


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")
def test_it_runs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}})
    client.execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert shown
    assert [output for output in shown if output.output_type == "error"] == []
