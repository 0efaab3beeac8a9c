"""Writing a workbook as XLSX: text cells only, drop-downs, frozen headers, and the same bytes for the same rows.

What is written is decided elsewhere; here is how it looks and that no text can act as a formula or a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from archmodel.checks.rule import Outcome
from archmodel.interchange.workbook.cells import HEADER_ROWS, UNKNOWN, Book, letters
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, TABLES, VERSIONS, WORK
from archmodel.interchange.workbook.pages import DICTIONARY, GUIDE, LISTS, REPORT, SOURCES, Page, list_name, listed
from archmodel.model.framework import Column

ORDER = (GUIDE, OBJECTS, LINKS, MAPPINGS, WORK, LISTS, DICTIONARY, VERSIONS, SOURCES, REPORT)
SPARE = 500
"""Lines below the last one that keep their drop-downs, for rows people add."""
_FONT = {
    "font_name": "Times New Roman",
    "font_size": 11,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#BFBFBF",
}
_HEAD = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "valign": "vcenter"}
_MUST = {"bg_color": "#7F1D1D"}
_LONGEST = 32_000
_ACTS = ("=", "+", "-", "@", "\t", "\r")
_NARROW, _WIDE = 13, 40
_LINE, _TALLEST = 15, 10
_SHADES = {Outcome.PASS: "#D9EAD3", Outcome.FAIL: "#F4B6B6", Outcome.INSUFFICIENT: "#FFF2CC"}


def xlsx(book: Book, pages: Sequence[Page], day: str) -> bytes:
    """The workbook as a file; ``day`` is the day its properties carry."""
    import xlsxwriter  # type: ignore[import-untyped]

    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = xlsxwriter.Workbook(target, options)
    file.set_properties({"title": "Mẫu 03", "created": datetime.fromisoformat(day)})
    writer = _Writer(file, book, {page.name: page for page in pages})
    writer.write()
    file.close()
    return target.getvalue()


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The height of a row in points, for the text that wraps most; taller than ten lines is left to be opened."""
    lines = (
        sum(-(-len(part) * 9 // (10 * width)) or 1 for part in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    return _LINE * min(_TALLEST, max(1, *lines))


class _Writer:
    def __init__(self, file: Any, book: Book, pages: dict[str, Page]) -> None:
        self.file, self.book, self.pages = file, book, pages
        self.head = file.add_format({**_FONT, **_HEAD})
        self.must = file.add_format({**_FONT, **_HEAD, **_MUST})
        self.plain = file.add_format(_FONT)
        self.inert = file.add_format({**_FONT, "quote_prefix": True})
        self.link = file.add_format({**_FONT, "font_color": "#0B5394", "underline": 1})
        self.unknown = file.add_format({"bg_color": "#FFF2CC", "font_color": "#7F6000"})
        self.blank = file.add_format({"bg_color": "#F4B6B6"})

    def write(self) -> None:
        sheets = {name: self.file.add_worksheet(name) for name in ORDER if name in TABLES or name in self.pages}
        for name, sheet in sheets.items():
            if name in self.pages:
                self._page(sheet, self.pages[name])
            else:
                self._table(sheet, name)
        self._names()

    def _page(self, sheet: Any, page: Page) -> None:
        for n, (title, width) in enumerate(page.columns):
            sheet.set_column(n, n, width)
            self._text(sheet, 0, n, title, self.head)
        for line, row in enumerate(page.rows, 1):
            for n, text in enumerate(row):
                if (line - 1, n) in page.links:
                    table, _, cell = text.partition("!")
                    sheet.write_url(line, n, f"internal:'{table}'!{cell}", self.link, text)
                elif text or page.name != LISTS:
                    self._text(sheet, line, n, text)
            sheet.set_row(line, _height(row, [width for _, width in page.columns]))
        if page.name == REPORT:
            for outcome, shade in _SHADES.items():
                for word in outcome.words:
                    told = {
                        "type": "cell",
                        "criteria": "==",
                        "value": f'"{word}"',
                        "format": self.file.add_format({"bg_color": shade}),
                    }
                    sheet.conditional_format(1, 2, len(page.rows), 2, told)
        self._frame(sheet, len(page.rows), len(page.columns), page.name != GUIDE, 1)

    def _table(self, sheet: Any, table: str) -> None:
        columns, rows = self.book.form.table(table).columns, self.book.rows(table)
        widths: list[int] = []
        for n, column in enumerate(columns):
            field = column.field or column.name
            lengths = sorted(len(row[field].text) for row in rows)
            usual = lengths[len(lengths) * 9 // 10] if lengths else 0
            widths.append(max(_NARROW, min(_WIDE, usual + 2)))
            sheet.set_column(n, n, widths[n])
            self._text(sheet, 0, n, column.name, self.must if column.condition == "always" else self.head)
            self._choices(sheet, table, n, column, len(rows))
        sheet.set_row(0, _height([column.name for column in columns], widths))
        for line, row in enumerate(rows, HEADER_ROWS):
            texts = [row[column.field or column.name].text for column in columns]
            for n, text in enumerate(texts):
                self._text(sheet, line, n, text)
            sheet.set_row(line, _height(texts, widths))
        if rows:
            area = (HEADER_ROWS, 0, len(rows), len(columns) - 1)
            told = {"type": "cell", "criteria": "==", "value": f'"{UNKNOWN}"', "format": self.unknown}
            sheet.conditional_format(*area, told)
            sheet.conditional_format(*area, {"type": "blanks", "format": self.blank})
        self._frame(sheet, len(rows), len(columns), True, 2 if table == MAPPINGS else 1)

    def _frame(self, sheet: Any, rows: int, columns: int, filtered: bool, kept: int) -> None:
        sheet.freeze_panes(HEADER_ROWS, 0 if columns <= 2 else kept)
        if filtered and rows:
            sheet.autofilter(0, 0, rows, columns - 1)
        sheet.set_landscape()
        sheet.set_paper(9 if columns <= 8 else 8)
        sheet.fit_to_pages(1 if columns <= 8 else 2, 0)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0)
        sheet.set_footer("&L&A&R&P / &N")

    def _choices(self, sheet: Any, table: str, n: int, column: Column, rows: int) -> None:
        named = list_name(table, column) if self.book.form.choices(table, column.field or "") else None
        named = f"DS_MA_{column.refers}" if column.refers else named
        if named is None:
            return
        free = bool(column.several or column.refers)
        sheet.data_validation(
            HEADER_ROWS, n, rows + SPARE, n,
            {
                "validate": "list", "source": f"={named}", "error_type": "warning" if free else "stop",
                "error_title": "Mẫu 03", "error_message": "Chọn giá trị trong danh sách, hoặc Không áp dụng, Chưa xác định.",
                "input_title": "Mẫu 03", "input_message": (column.required or "chọn trong danh sách")[:200],
            },
        )  # fmt: skip

    def _names(self) -> None:
        for n, (table, column, values) in enumerate(listed(self.book)):
            at = letters(n)
            self.file.define_name(list_name(table, column), f"={LISTS}!${at}$2:${at}${len(values) + 1}")
        refers = {c.refers for table in TABLES for c in self.book.form.table(table).columns if c.refers}
        for table in sorted(refers):
            self.file.define_name(f"DS_MA_{table}", f"={table}!$A$2:$A${len(self.book.rows(table)) + 1 + SPARE}")

    def _text(self, sheet: Any, line: int, n: int, text: str, format: Any = None) -> None:
        if len(text) > _LONGEST:
            text = text[:_LONGEST] + " (cắt bớt)"
        acts = text.startswith(_ACTS)
        sheet.write_string(line, n, text, self.inert if acts else format or self.plain)
