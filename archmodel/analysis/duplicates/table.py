"""A bare list of systems as an agency sends it: ``id,name_vi`` and, where known, ``owner,function,data,users``.

Commas, semicolons or tabs; a byte-order mark or none; headings in English or Vietnamese. All mistakes of a list are told
at once, with their lines.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from archmodel.analysis.duplicates.subject import Row
from archmodel.errors import CatalogueError, Place, Problem
from archmodel.text.vietnamese import composed, folded, nearest
from archmodel.text.words import Words

COLUMNS = {
    "id": ("id", "ma", "ma he thong", "stt", "code"),
    "name": ("name_vi", "name", "ten", "ten he thong", "ten phan mem", "ten he thong thong tin", "ten goi"),
    "owner": ("owner", "chu quan", "don vi chu quan", "co quan chu quan", "don vi", "don vi quan ly"),
    "function": ("function", "chuc nang", "chuc nang chinh", "mo ta", "muc dich"),
    "data": ("data", "du lieu", "du lieu quan ly"),
    "users": ("users", "nguoi dung", "doi tuong su dung", "nguoi su dung"),
}
"""The columns that are read, with the headings that name them, accents and case aside."""

MAX_CELL = 100_000


def rows_of(text: str, path: str = "") -> list[Row]:
    """The rows of a list.

    Args:
        text: the file, a heading line first.
        path: how the file is called in messages.

    Raises:
        CatalogueError: the heading lacks ``id`` or ``name_vi``, an id is missing or written twice, a name is missing,
            or the text is not a table; every mistake is told.
    """
    text = composed(text.removeprefix("\ufeff"))
    csv.field_size_limit(MAX_CELL)
    problems: list[Problem] = []
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        columns = _columns(next(lines, []), path, problems)
        found = [] if problems else list(_rows(lines, columns, path, problems))
    except csv.Error as error:
        problems.append(
            _problem(path, lines.line_num, Words(f"không phải bảng CSV: {error}", f"not a CSV table: {error}"), _QUOTES)
        )
    if problems:
        raise CatalogueError(problems)
    return found


_QUOTES = Words("kiểm tra dấu ngoặc kép và dấu phân cách", "check quotes and separators")


def _problem(path: str, line: int, fact: Words, fix: Words) -> Problem:
    return Problem(Place(path, max(line, 1)), fact, fix)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _columns(header: list[str], path: str, problems: list[Problem]) -> dict[str, int]:
    known = {heading: name for name, headings in COLUMNS.items() for heading in headings}
    found: dict[str, int] = {}
    for at, heading in enumerate(header):
        name = known.get(folded(heading.strip()))
        if name is not None:
            found.setdefault(name, at)
    for name, shown in (("id", "id"), ("name", "name_vi")):
        if name not in found:
            guess = nearest(shown, [heading.strip() for heading in header])
            hint = (f" (thấy '{guess}')", f" (there is '{guess}')") if guess else ("", "")
            problems.append(
                _problem(
                    path, 1,
                    Words(f"thiếu cột '{shown}'{hint[0]}", f"the column '{shown}' is missing{hint[1]}"),
                    Words("dòng đầu ghi: id,name_vi[,owner,function,data,users]", "the first line reads id,name_vi[,owner,function,data,users]"),
                )
            )  # fmt: skip
    return found


def _rows(lines: Iterator[list[str]], columns: dict[str, int], path: str, problems: list[Problem]) -> Iterator[Row]:
    seen: dict[str, int] = {}
    while True:
        line = getattr(lines, "line_num", 0) + 1
        cells = next(lines, None)
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        values = {name: " ".join(cells[at].split()) for name, at in columns.items() if at < len(cells)}
        id, name = values.get("id", ""), values.get("name", "")
        if not id or not name:
            lacks = "id" if not id else "name_vi"
            problems.append(
                _problem(
                    path,
                    line,
                    Words(f"dòng thiếu '{lacks}'", f"the row lacks '{lacks}'"),
                    Words("điền vào ô trống", "fill the cell"),
                )
            )
        elif id in seen:
            problems.append(
                _problem(
                    path,
                    line,
                    Words(f"mã '{id}' đã dùng ở dòng {seen[id]}", f"id '{id}' is taken on line {seen[id]}"),
                    Words("đặt mã khác", "use another id"),
                )
            )
        else:
            seen[id] = line
            yield Row(**values)
