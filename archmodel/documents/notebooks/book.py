"""What a notebook says of itself: its title, whom it is for and what it answers, all read from its first cell.

The first cell begins with ``# Tên / Title``. A paragraph ``Dành cho **vai trò**: câu hỏi`` tells for whom and why, another in
italics, ``*For the **role**: question*``, the same in English. Whoever edits the notebook sees all of it; only whether it is
internal is a tag, as what a cell shows is elsewhere.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from archmodel.errors import ArchmodelError
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words

_FOR = re.compile(r"Dành cho \*\*(?P<role>.+?)\*\*\s*[:.]\s*(?P<question>.+)", re.DOTALL)
_FOR_EN = re.compile(r"\*For (?:an?|the) \*\*(?P<role>.+?)\*\*\s*[:.]\s*(?P<question>.+)\*", re.DOTALL)


class Book(NamedTuple):
    """A notebook as written: ``slug`` names its page, ``name`` its file; ``role`` and ``question`` are empty where not told.

    ``is_internal`` is said by a tag ``internal`` of its first cell: what it shows is for no public edition.
    """

    slug: str
    name: str
    title: Words
    role: Words
    question: Words
    source: bytes
    is_internal: bool = False


class NotebookPage(NamedTuple):
    """A notebook that has run, ready for a page: ``body`` is HTML with nothing in it that runs or loads."""

    book: Book
    body: str


def read_books(folder: Path) -> tuple[Book, ...]:
    """The notebooks of a folder in the order of their names.

    Raises:
        ArchmodelError: a file cannot be read as a notebook, or two would have one address.
    """
    books = tuple(_read(path) for path in sorted(folder.glob("*.ipynb")))
    for one, other in zip(books, books[1:], strict=False):
        if one.slug == other.slug:
            raise ArchmodelError(
                Words(
                    f"sổ tay '{one.name}' và '{other.name}' trùng địa chỉ trang",
                    f"the notebooks '{one.name}' and '{other.name}' would have the same page",
                ),
                Words("đổi tên một tệp", "rename one of the files"),
            )
    return books


def _read(path: Path) -> Book:
    source = path.read_bytes()
    try:
        cells = json.loads(source)["cells"]
        first = next(("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"), "")
        is_internal = bool(cells) and "internal" in cells[0].get("metadata", {}).get("tags", ())
    except (ValueError, KeyError, TypeError) as error:
        raise ArchmodelError(
            Words(f"'{path.name}' không phải là sổ tay đọc được", f"'{path.name}' is not a notebook that can be read"),
            Words("mở bằng JupyterLab rồi lưu lại, hoặc bỏ tệp", "open and save it in JupyterLab, or remove the file"),
        ) from error
    return Book(slug(path.stem) or "so-tay", path.name, *told(first, path.stem), source, is_internal)


def told(text: str, stem: str) -> tuple[Words, Words, Words]:
    """Title, role and question of the first cell of a notebook; the file's name where it has no title."""
    heading = next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), stem)
    vi, _, en = heading.partition(" / ")
    number, dot, _ = vi.partition(" · ")
    paragraphs = re.split(r"\n\s*\n", text)
    here = _found(_FOR, paragraphs)
    there = _found(_FOR_EN, paragraphs)
    title = Words(vi, f"{number}{dot}{en}" if en and dot else en or vi)
    role, question = (Words(here[name], there[name] or here[name]) for name in ("role", "question"))
    return title, role, question


def _found(pattern: re.Pattern[str], paragraphs: list[str]) -> dict[str, Any]:
    match = next(filter(None, (pattern.match(part.strip()) for part in paragraphs)), None)
    plain = {name: _plain(match[name]) for name in ("role", "question")} if match else {}
    return {"role": "", "question": ""} | plain


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[*`_]{1,2}", "", text).split())
