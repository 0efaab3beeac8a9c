"""From a folder of notebooks to pages: read, run, turned into HTML."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from archmodel.documents.notebooks.book import NotebookPage, read_books
from archmodel.errors import ArchmodelError
from archmodel.model.withheld import Audience
from archmodel.text.words import Words

NEEDED = ("nbclient", "nbconvert", "ipykernel", "nh3")


def _silent(name: str) -> None:
    """Tell nobody."""


def notebook_pages(
    folder: Path,
    day: str,
    lang: str = "vi",
    *,
    audience: Audience = "internal",
    tell: Callable[[str], None] = _silent,
) -> tuple[NotebookPage, ...]:
    """Every notebook of a folder, run on a day and turned into HTML.

    Args:
        folder: where the notebooks lie and run; none in it gives no page.
        day: the day they speak of, ISO.
        lang: of the few words around inputs and outputs.
        audience: whom the pages are for; of ``"public"``, internal notebooks are left out and ``am.load`` gives the
            others the public edition.
        tell: called with the name of each notebook as it ends.

    Raises:
        ArchmodelError: what runs notebooks is not installed, one cannot be read, or cells failed.
    """
    books = tuple(book for book in read_books(folder) if audience == "internal" or not book.is_internal)
    if not books:
        return ()
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise ArchmodelError(
            Words(f"chưa cài {', '.join(missing)} nên không chạy được sổ tay",
                  f"notebooks cannot be run: {', '.join(missing)} not installed"),
            Words("cài bằng: pip install 'archmodel[notebooks]'", "install with: pip install 'archmodel[notebooks]'"),
        )  # fmt: skip
    from archmodel.documents.notebooks.exporter import fragment
    from archmodel.documents.notebooks.running import run

    done = run(books, folder, day, tell, audience)
    return tuple(NotebookPage(book, fragment(one, lang)) for book, one in zip(books, done, strict=True))
