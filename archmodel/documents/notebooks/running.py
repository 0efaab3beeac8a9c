"""Running notebooks where they lie, each in a kernel of its own, two at a time.

Decides the surroundings: this very Python, no profile and no kernel of the user's, encrypted channels, the day of publishing.
A cell tagged ``parameters`` that sets ``day`` is given that day before it runs. Every notebook runs, so that all that fails is
told at once; a cell tagged ``raises-exception`` may fail on purpose.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from archmodel.documents.notebooks.book import Book
from archmodel.errors import ArchmodelError
from archmodel.model.withheld import Audience
from archmodel.text.words import Words

AT_ONCE = 2
"""How many kernels run side by side: each holds a model and keeps a core busy."""

SECONDS = 300
"""How long a cell may take before it counts as stuck."""

_PUBLICLY = """\
import archmodel
from archmodel.model.audience import for_public

def _load(*given, _whole=archmodel.load, **named):
    return for_public(_whole(*given, **named))

archmodel.load = _load
del _load
"""
"""What kernels run first for the public: whatever a notebook loads has left out what is sensitive before any cell sees it."""

_STEADY = {"PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore", "TQDM_DISABLE": "1"}
"""What keeps the outputs of kernels the same from run to run: no order by chance, no warning, no bar that tells its speed."""

_DAY = re.compile(r"^day = .*$", re.MULTILINE)
_SIGNS = re.compile(r"\x1b\[[0-9;]*m")


class OwnKernels(AsyncKernelManager):
    """Kernels of the Python that publishes, over encrypted TCP: other folders of kernels are not looked into."""

    def __init__(self, **more: Any) -> None:
        more |= {"transport": "tcp", "transport_encryption": "required"}
        super().__init__(kernel_spec_manager=KernelSpecManager(kernel_dirs=[]), **more)


def run(
    books: Iterable[Book], folder: Path, day: str, tell: Callable[[str], None], audience: Audience = "internal"
) -> tuple[NotebookNode, ...]:
    """The notebooks with their outputs, in order.

    Args:
        books: what to run.
        folder: where they run.
        day: the day they speak of, ISO.
        tell: called with the name of each notebook as it ends.
        audience: whom the outputs are for; the public sees what ``for_public`` leaves of every model loaded.

    Raises:
        ArchmodelError: cells failed, each named by its notebook and number.
    """
    done = run_sync(_all)(tuple(books), folder, day, tell, audience)
    failed = [one for one in done if isinstance(one, Words)]
    if failed:
        raise ArchmodelError(
            Words("\n".join(one.vi for one in failed), "\n".join(one.en for one in failed)),
            Words(
                "mở sổ tay bằng archmodel lab, chạy tới ô đó, sửa rồi xuất bản lại",
                "open the notebook with archmodel lab, run up to that cell, mend it and publish again",
            ),
        )
    return tuple(one for one in done if not isinstance(one, Words))


async def _all(
    books: tuple[Book, ...], folder: Path, day: str, tell: Callable[[str], None], audience: Audience
) -> list[NotebookNode | Words]:
    gate = asyncio.Semaphore(AT_ONCE)
    with tempfile.TemporaryDirectory() as home:
        if audience == "public":
            startup = Path(home) / "profile_default" / "startup"
            startup.mkdir(parents=True)
            (startup / "00-public.py").write_text(_PUBLICLY, encoding="utf-8")
        around = os.environ | {"IPYTHONDIR": home, **_STEADY}

        async def one(book: Book) -> NotebookNode | Words:
            async with gate:
                done = await _run(book, folder, day, around)
            tell(book.name)
            return done

        return list(await asyncio.gather(*map(one, books)))


async def _run(book: Book, folder: Path, day: str, around: dict[str, str]) -> NotebookNode | Words:
    notebook = nbformat.reads(book.source.decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    _set_day(notebook, day)
    at = 0

    def starts(cell: NotebookNode, cell_index: int) -> None:
        nonlocal at
        at = cell_index

    client = NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        kernel_manager_class=OwnKernels,
        resources={"metadata": {"path": str(folder)}},
        on_cell_start=starts,
    )
    try:
        await client.async_execute(env=around)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        return failure(book.name, notebook, at, error)
    return _without_traces(notebook)


def _set_day(notebook: NotebookNode, day: str) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code" and "parameters" in cell.metadata.get("tags", ()):
            cell.source = _DAY.sub(f'day = "{day}"', cell.source)


def failure(name: str, notebook: NotebookNode, at: int, error: Exception) -> Words:
    """What failed, in words: the notebook, the number of its code cell counted from 1, and the error without a traceback."""
    number = sum(cell.cell_type == "code" for cell in notebook.cells[: at + 1])
    said = _said(notebook.cells[at], error)
    return Words(f"sổ tay '{name}', ô mã số {number}: {said.vi}", f"notebook '{name}', code cell {number}: {said.en}")


def _said(cell: NotebookNode, error: Exception) -> Words:
    if isinstance(error, CellTimeoutError):
        return Words(f"chạy quá {SECONDS} giây", f"took more than {SECONDS} seconds")
    if not isinstance(error, CellExecutionError):
        return Words("nhân Python dừng đột ngột", "the kernel died")
    shown = [output for output in cell.get("outputs", ()) if output.output_type == "error"]
    words = "\n".join(_SIGNS.sub("", line) for output in shown for line in output.traceback)
    if words and "Traceback" not in words:
        return Words(words, error.evalue)
    return Words(f"{error.ename}: {error.evalue}", f"{error.ename}: {error.evalue}")


def _without_traces(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what differs from run to run: times and numbers of running."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = None
    notebook.metadata.pop("widgets", None)
    return notebook
