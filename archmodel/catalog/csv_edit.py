"""Changing cells and dropping rows inside a CSV text, touching nothing else: quotes, order and line ends stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from archmodel.catalog.yaml_edit import Splice
from archmodel.text.cells import safe_cell

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\r\n"]*')
_BREAK = re.compile(r"\r\n|\r|\n")


class Unfit(Exception):
    """A row cannot say this: the column is not there, or the value is no plain cell."""


class _Row(NamedTuple):
    start: int
    end: int
    cells: tuple[tuple[int, int], ...]


class CsvText:
    """A CSV text and the places of its rows, by the line each begins at."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows: dict[int, _Row] = {}
        at, line = 0, 1
        while at < len(text):
            row = self._scan(at)
            self._rows[line] = row
            line += len(_BREAK.findall(text, row.start, row.end))
            at = row.end
        head = self._rows.get(1)
        self.columns = [_value(text[start:end]).strip() for start, end in head.cells] if head else []

    def set(self, line: int, cells: Mapping[str, Any]) -> list[Splice]:
        """Give cells of the row at a line new values; None makes a cell blank.

        Raises:
            Unfit: a column is missing, or a value cannot stand in a cell.
        """
        row = self._rows[line]
        found = []
        for name, value in cells.items():
            if name not in self.columns or len(row.cells) != len(self.columns):
                raise Unfit
            start, end = row.cells[self.columns.index(name)]
            found.append(Splice(start, end, _cell(value)))
        return found

    def drop(self, line: int) -> Splice:
        """Take the row at a line out."""
        row = self._rows[line]
        return Splice(row.start, row.end, "")

    def _scan(self, at: int) -> _Row:
        cells, here = [], at
        while True:
            found = _CELL.match(self._text, here)
            end = found.end() if found else here
            cells.append((here, end))
            here = end + 1
            if self._text[end : end + 1] != ",":
                break
        stop = _BREAK.search(self._text, end)
        return _Row(at, stop.end() if stop else len(self._text), tuple(cells))


def _value(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        if not all(isinstance(item, str) and ";" not in item for item in value):
            raise Unfit
        value = ";".join(value)
    if isinstance(value, Mapping):
        raise Unfit
    text = (
        ""
        if value is None
        else {True: "true", False: "false"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )
    if safe_cell(text) != text or text != text.strip():
        raise Unfit
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text
