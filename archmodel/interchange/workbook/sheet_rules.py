"""What a spreadsheet must keep to, column by column: filled where due, values of the list, codes that exist, no doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archmodel.interchange.workbook.cells import Book, Row, Standing
from archmodel.interchange.workbook.conditions import due
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, WORK
from archmodel.interchange.workbook.remarks import Remark, doubtful, failing
from archmodel.model.framework import Column

_PAIRS = {
    LINKS: ("source", "type", "target", "content"),
    MAPPINGS: ("code", "framework", "edition", "entry"),
    WORK: ("gap", "task"),
}
_FREE = frozenset({None, "if_any", "recommended"})
_CODES = {OBJECTS: "code", LINKS: "code"}


def parts(text: str) -> list[str]:
    """The values of a cell that may hold several."""
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def sheet_faults(book: Book) -> Iterator[Remark]:
    """Every fault of every sheet; what is due and said to be unknown is insufficient, one remark a column."""
    codes = {table: {row.text(field) for row in book.rows(table)} for table, field in _CODES.items()}
    for name in sorted(book.missing):
        yield failing(
            name.partition(".")[0], f"thiếu trang hoặc cột '{name}'", f"the sheet or column '{name}' is missing"
        )
    for table in book.sheets:
        for column in book.form.table(table).columns:
            field = column.field or column.name
            if f"{table}.{column.name}" not in book.missing:
                yield from _filled(book, table, column, field)
                yield from _allowed(book, table, column, field)
                yield from _resolved(book, table, column, field, codes)
        yield from _doubles(book, table)


def _filled(book: Book, table: str, column: Column, field: str) -> Iterator[Remark]:
    unknown: list[Row] = []
    for row in book.rows(table):
        cell = row[field]
        if cell.standing is Standing.BLANK:
            yield failing(
                book.at(table, row, field), f"ô '{column.name}' để trống", f"the cell '{column.name}' is blank"
            )
        elif cell.standing is Standing.NOT_APPLICABLE and column.condition != "always":
            asked = due(book.form, column, row.cells)
            if asked:
                yield failing(book.at(table, row, field), f"'{column.name}' là bắt buộc ở dòng này", f"'{column.name}' is due in this row")  # fmt: skip
        elif cell.open and column.condition not in _FREE and due(book.form, column, row.cells) is not False:
            unknown.append(row)
    if unknown:
        yield doubtful(
            book.at(table, unknown[0], field),
            f"cột bắt buộc '{column.name}': {len(unknown)} ô Chưa xác định",
            f"the required column '{column.name}': {len(unknown)} cells say Chưa xác định",
        )


def _allowed(book: Book, table: str, column: Column, field: str) -> Iterator[Remark]:
    choices = book.form.choices(table, field)
    if not choices:
        return
    for row in book.rows(table):
        text = row.text(field)
        for value in parts(text) if column.several else [text]:
            if value and value not in choices:
                yield failing(
                    book.at(table, row, field),
                    f"'{value}' không có trong danh sách của '{column.name}'",
                    f"'{value}' is not in the list of '{column.name}'",
                )


def _resolved(book: Book, table: str, column: Column, field: str, codes: dict[str, set[str]]) -> Iterator[Remark]:
    if column.refers is None:
        return
    for row in book.rows(table):
        text = row.text(field)
        for code in parts(text) if column.several else [text]:
            if code and code not in codes.get(column.refers, ()):
                yield failing(
                    book.at(table, row, field),
                    f"'{code}' không có trong {column.refers}",
                    f"'{code}' is not in {column.refers}",
                )


def _doubles(book: Book, table: str) -> Iterator[Remark]:
    keys: list[tuple[str, ...]] = [(_CODES[table],)] if table in _CODES else []
    keys += [_PAIRS[table]] if table in _PAIRS else []
    for fields in keys:
        seen: dict[tuple[str, ...], Row] = {}
        for row in book.rows(table):
            key = tuple(row.text(field).casefold() for field in fields)
            if not key[0] or (table == WORK and not all(key)):
                continue
            if (twin := seen.setdefault(key, row)) is not row:
                yield failing(book.at(table, row, fields[0]), f"lặp lại dòng {twin.line}", f"repeats line {twin.line}")
