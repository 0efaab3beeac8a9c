"""Reading a workbook somebody edited back into plain rows; what it lacks of the form is named, nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from archmodel.errors import ArchmodelError
from archmodel.interchange.workbook.cells import Book, Row, read_cell
from archmodel.interchange.workbook.form import TABLES, Form
from archmodel.text.vietnamese import composed
from archmodel.text.words import Words

_LARGEST = 400_000_000
_HEADER_WITHIN = 10


def read(path: Path, form: Form) -> Book:
    """The tables of the form as a file has them; columns are known by their headings, wherever they stand.

    Raises:
        ArchmodelError: the file is not there, is no XLSX workbook, unpacks to more than 400 MB, or has none of the sheets.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    _guard(path)
    try:
        file = CalamineWorkbook.from_path(str(path))
        names = set(file.sheet_names)
        grids = {t: file.get_sheet_by_name(t).to_python(skip_empty_area=False) for t in TABLES if t in names}
    except (CalamineError, OSError) as error:
        raise _unreadable(path, str(error)) from None
    if not grids:
        told = ", ".join(TABLES)
        raise ArchmodelError(
            Words(f"'{path}' không có trang nào trong {told}", f"'{path}' has none of the sheets {told}"),
            Words("dùng bộ bảng do archmodel export tạo ra", "use a workbook made by archmodel export"),
        )
    return _book(form, grids)


def _guard(path: Path) -> None:
    try:
        with ZipFile(path) as file:
            size = sum(item.file_size for item in file.infolist())
    except (OSError, BadZipFile) as error:
        raise _unreadable(path, str(error)) from None
    if size > _LARGEST:
        raise ArchmodelError(
            Words(f"'{path}' quá lớn khi giải nén", f"'{path}' is too large when unpacked"),
            Words("chia nhỏ tệp", "split the file"),
        )


def _unreadable(path: Path, why: str) -> ArchmodelError:
    return ArchmodelError(
        Words(f"không đọc được bộ bảng '{path}': {why}", f"the workbook '{path}' cannot be read: {why}"),
        Words("kiểm tra đường dẫn và lưu lại dạng .xlsx", "check the path, and save it as .xlsx"),
    )


def _book(form: Form, grids: dict[str, list[list[Any]]]) -> Book:
    sheets, missing, positions = {}, [table for table in TABLES if table not in grids], {}
    for table, grid in grids.items():
        header, places = _header(form, table, grid)
        missing += [f"{table}.{c.name}" for c in form.table(table).columns if (c.field or c.name) not in places]
        positions[table] = places
        sheets[table] = tuple(
            Row(line, {field: read_cell(_text(row[n]) if n < len(row) else "") for field, n in places.items()})
            for line, row in enumerate(grid[header + 1 :], header + 2)
            if any(_text(value).strip() for value in row)
        )
    return Book(form, sheets, frozenset(missing), positions)


def _header(form: Form, table: str, grid: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]]:
    """The line of the headings, counted from 0, and where each field stands; the line that knows most of them."""
    wanted = {_plain(column.name): column.field or column.name for column in form.table(table).columns}
    best: tuple[int, dict[str, int]] = (0, {})
    for n, row in enumerate(grid[:_HEADER_WITHIN]):
        places: dict[str, int] = {}
        for at, value in enumerate(row):
            if field := wanted.get(_plain(_text(value))):
                places.setdefault(field, at)
        if len(places) > len(best[1]):
            best = (n, places)
    return best


def _plain(text: str) -> str:
    return " ".join(composed(text).casefold().replace("*", " ").split())


def _text(value: Any) -> str:
    """A value as text: whole numbers without a point, days in ISO form."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else composed(str(value))
