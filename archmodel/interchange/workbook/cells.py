"""The workbook as plain values: cells that know how they stand, rows, sheets, and where a cell is on its sheet.

Decides nothing of what is written in them; the writer, the reader and the checks all speak of these.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from archmodel.interchange.workbook.form import Form

NOT_APPLICABLE = "Không áp dụng"
UNKNOWN = "Chưa xác định"
HEADER_ROWS = 1


class Standing(StrEnum):
    """How a cell stands: something is stated, it is said to be unknown, it has no place here, or nobody wrote anything."""

    STATED = "stated"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and how it stands."""

    text: str
    standing: Standing

    @property
    def stated(self) -> bool:
        """Whether something is stated."""
        return self.standing is Standing.STATED

    @property
    def open(self) -> bool:
        """Whether it is said to be unknown."""
        return self.standing is Standing.UNKNOWN


OPEN = Cell(UNKNOWN, Standing.UNKNOWN)
NONE = Cell(NOT_APPLICABLE, Standing.NOT_APPLICABLE)
BLANK = Cell("", Standing.BLANK)


def stated(text: str | None) -> Cell:
    """A cell with ``text``; unknown where there is none."""
    return Cell(text, Standing.STATED) if text and text.strip() else OPEN


def read_cell(text: str) -> Cell:
    """A cell as somebody wrote it: the two prescribed words, nothing, or something stated."""
    text = text.strip()
    if not text:
        return BLANK
    if text == NOT_APPLICABLE:
        return NONE
    return OPEN if text == UNKNOWN else Cell(text, Standing.STATED)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: cells by field, the line of the sheet it stands on (from 1), and the id of the record it is about."""

    line: int
    cells: Mapping[str, Cell]
    about: str | None = None

    def __getitem__(self, field: str) -> Cell:
        return self.cells.get(field, BLANK)

    def text(self, field: str) -> str:
        """What is stated there, or nothing."""
        cell = self[field]
        return cell.text if cell.stated else ""


@dataclass(frozen=True)
class Book:
    """The rows of every table by the id of the table, in the form they follow.

    ``missing`` names the sheets and columns (``TABLE.heading``) a file somebody edited no longer has, ``positions`` where
    its columns stand, counted from 0, if not as the form has them.
    """

    form: Form
    sheets: Mapping[str, tuple[Row, ...]]
    missing: frozenset[str] = frozenset()
    positions: Mapping[str, Mapping[str, int]] = dataclasses.field(default_factory=dict)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none where the file has no such sheet."""
        return self.sheets.get(table, ())

    def at(self, table: str, row: Row, name: str) -> str:
        """The address of a cell, such as ``DM_DOITUONG!C5``."""
        places = self.positions.get(table) or self._places.get(table, {})
        return f"{table}!{letters(places[name])}{row.line}" if name in places else f"{table}!A{row.line}"

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, int]]:
        tables = self.form.edition.tables
        return {table.id: {c.field or c.name: n for n, c in enumerate(table.columns)} for table in tables}

    def cells(self) -> Iterator[tuple[str, Row, str, Cell]]:
        """Every cell, as table, row, field, cell."""
        for table, rows in self.sheets.items():
            for row in rows:
                for field, cell in row.cells.items():
                    yield table, row, field, cell


def letters(index: int) -> str:
    """The letters of a column counted from 0: A, B, ..., Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
