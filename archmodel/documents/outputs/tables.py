"""The workbook and the first page of the site against the model: the same rows, the same figures, the same day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from archmodel.documents.site.coverage import layer_counts
from archmodel.documents.site.publication import Publication
from archmodel.interchange.workbook.cells import Book, Row
from archmodel.interchange.workbook.form import form_of
from archmodel.interchange.workbook.making import made
from archmodel.interchange.workbook.reader import read
from archmodel.model.model import Model
from archmodel.text.words import Words

_COUNT = re.compile(r'href="([^"#]+#[a-z_]+)">[^<]*</a></th><td class="num">(\d+)</td>')
SHOWN = 5
"""Cells told of a table before the rest is counted."""


def workbook(path: Path, model: Model, day: str) -> Iterator[Words]:
    """Cells of a workbook that are not what the model gives, and rows too many or too few."""
    due = made(model, day)
    found = read(path, form_of(model, day))
    for name in sorted(found.missing):
        yield Words(f"thiếu {name}", f"{name} is missing")
    for table, rows in due.sheets.items():
        there = found.rows(table)
        if len(there) != len(rows):
            yield Words(f"{table} có {len(there)} dòng, mô hình cho {len(rows)}", f"{table} has {len(there)} rows, the model gives {len(rows)}")  # fmt: skip
            continue
        yield from islice(_cells(found, table, there, rows), SHOWN)


def _cells(book: Book, table: str, there: tuple[Row, ...], due: tuple[Row, ...]) -> Iterator[Words]:
    for row, right in zip(there, due, strict=True):
        for field, cell in right.cells.items():
            if field in row.cells and _plain(row[field].text) != _plain(cell.text):
                at = book.at(table, row, field)
                yield Words(f"{at} ghi “{row[field].text[:60]}”, mô hình cho “{cell.text[:60]}”", f"{at} says “{row[field].text[:60]}”, the model gives “{cell.text[:60]}”")  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(text.split())[:30_000]


def first_page(path: Path, site: Publication) -> Iterator[Words]:
    """Counts of the first page of a site that are not the model's."""
    printed = {href: int(number) for href, number in _COUNT.findall(path.read_text(encoding="utf-8"))}
    for layer in layer_counts(site):
        for kind in layer.kinds:
            shown = printed.get(f"{layer.href}#{kind.kind}")
            if shown != kind.own:
                there = "—" if shown is None else str(shown)
                yield Words(f"{kind.title}: trang ghi {there}, mô hình có {kind.own}", f"{kind.title}: the page says {there}, the model has {kind.own}")  # fmt: skip
