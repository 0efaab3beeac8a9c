"""A table as a file to take away: every text is text, whatever it begins with, and the same table gives the same bytes."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO
from math import isnan
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from archmodel.text.cells import safe_cell

if TYPE_CHECKING:
    import pandas as pd

_MARK = "\ufeff"
"""Without the mark a spreadsheet takes UTF-8 for something else."""

_BORN = datetime(2000, 1, 1, tzinfo=UTC)
_CELL = 32_767


def as_csv(frame: pd.DataFrame) -> bytes:
    """CSV with a byte order mark; what a spreadsheet would take for a formula is kept from it."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(safe_cell(str(name)) for name in frame.columns)
    writer.writerows([_plain(value, guarded=True) for value in row] for row in frame.itertuples(index=False, name=None))
    return (_MARK + out.getvalue()).encode()


def as_xlsx(frame: pd.DataFrame) -> bytes:
    """XLSX with a sheet that filters; numbers are numbers, text is text."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, plain) as book:
        book.set_properties({"created": _BORN.replace(tzinfo=None)})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [str(name) for name in frame.columns], book.add_format({"bold": True}))
        for number, row in enumerate(frame.itertuples(index=False, name=None), 1):
            sheet.write_row(number, 0, [_plain(value, guarded=False) for value in row])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(frame), 1), max(len(frame.columns) - 1, 0))
        sheet.autofit(400)
    return out.getvalue()


def _plain(value: Any, *, guarded: bool) -> Any:
    """A value for a cell: blank where it is missing, a number as it is, all else as text."""
    if missing(value):
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Real):
        return int(value) if isinstance(value, Integral) else float(value)
    text = str(value)[:_CELL]
    return safe_cell(text) if guarded else text


def missing(value: Any) -> bool:
    """Whether a cell of a frame holds nothing."""
    return value is None or type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and isnan(value))
