"""The ministry's data workbook (Mẫu 03): written from a model, read back from a file, checked either way.

    from archmodel.interchange import workbook

    workbook.write(model, "2026-11-22", Path("kien-truc.xlsx"))
    for result in workbook.checked(Path("kien-truc.xlsx"), model):
        print(result.key, result.outcome)

The form is a draft of 13/9/2026 kept as data in ``framework_v4/nat-1.0/tables.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from archmodel.errors import whole_day
from archmodel.interchange.workbook.cells import Book
from archmodel.interchange.workbook.checking import as_json, as_text, counted, results, summary
from archmodel.interchange.workbook.form import form_of
from archmodel.interchange.workbook.making import made
from archmodel.interchange.workbook.pages import dictionary, guide, lists, report, sources
from archmodel.interchange.workbook.reader import read
from archmodel.interchange.workbook.remarks import Result
from archmodel.interchange.workbook.writer import xlsx
from archmodel.model.model import Model
from archmodel.text.files import write_atomically

__all__ = ["as_json", "as_text", "checked", "counted", "made", "read", "results", "summary", "write", "written"]


def written(model: Model, day: str, lang: str = "vi") -> tuple[bytes, tuple[Result, ...]]:
    """The workbook of a model on a day as the bytes of an XLSX file, and what the checks say of it.

    Args:
        model: a whole or a part.
        day: a whole day, ISO; what ended by then is left out.
        lang: the language of the guide and of the remarks; the form itself is Vietnamese.

    Raises:
        ArchmodelError: ``day`` is no day, or no framework prescribes the form.
    """
    book = made(model, whole_day(day))
    found = results(book)
    pages = (
        guide(model, book, day, found, lang),
        lists(book),
        dictionary(book),
        sources(model, book),
        report(found, lang),
    )
    return xlsx(book, pages, day), found


def write(model: Model, day: str, path: Path, lang: str = "vi") -> tuple[Result, ...]:
    """Write the workbook to ``path``, whole or not at all; what the checks say of it is returned. See ``written``."""
    content, found = written(model, day, lang)
    write_atomically(path, content)
    return found


def checked(path: Path, model: Model, day: str | None = None, others: Iterable[Path] = ()) -> tuple[Result, ...]:
    """What the checks say of a workbook file, edited by hand or not.

    Args:
        path: the file.
        model: the workspace whose framework gives the form; its elements are not looked at.
        day: the day whose form it is; the newest form when not given.
        others: workbooks of other frameworks, to find what is kept twice.

    Raises:
        ArchmodelError: a file cannot be read, or no framework prescribes the form.
    """
    form = form_of(model, whole_day(day) if day else "9999-12-31")
    books: list[Book] = [read(one, form) for one in (path, *others)]
    return results(books[0], books[1:])
