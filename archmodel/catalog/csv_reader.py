"""CSV as the same rows YAML gives: a header of field names, ``a.b`` for a field within a field, ``;`` between items.

Columns that begin with ``evidence.`` make one evidence; a blank cell is an absent value, as in any list filled by hand.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from archmodel.catalog.yaml_reader import LINE, Located, Report, Unreadable
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

MAX_CELL = 100_000


def read(
    text: str, report: Report, columns: dict[str, bool], located: frozenset[str], listed: frozenset[str]
) -> list[dict[str, Any]]:
    """The rows of a CSV text.

    Args:
        text: the file, comma-separated, first line the header.
        report: called with line, fact, remedy and another line for each problem.
        columns: the names a header may use, each with whether its cell is a list.
        located: the names whose values come as ``Located``, for relations.
        listed: the fields that hold a list of mappings, of which a row can state one.

    Raises:
        Unreadable: the header is missing or the text is not CSV.
    """
    rows: list[dict[str, Any]] = []
    end = 0
    csv.field_size_limit(MAX_CELL)
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(lines, [])]
        _check_header(header, report, columns)
        end = lines.line_num
        for cells in lines:
            line, end = end + 1, lines.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                report(
                    line,
                    Words(
                        f"dòng có {len(cells)} ô, tiêu đề có {len(header)}",
                        f"the row has {len(cells)} cells, the header {len(header)}",
                    ),
                    Words(
                        "thêm hoặc bớt dấu phẩy; ô có dấu phẩy phải đặt trong nháy kép",
                        "mend the commas; quote a cell that holds a comma",
                    ),
                    None,
                )
                continue
            rows.append(_row(header, cells, line, columns, located, listed))
    except csv.Error as error:
        raise Unreadable(
            end + 1,
            Words(f"CSV sai: {error}", f"the CSV does not parse: {error}"),
            Words("kiểm tra dấu nháy kép và độ dài ô", "check the quotes and the length of cells"),
        ) from None
    return rows


def _check_header(header: list[str], report: Report, columns: dict[str, bool]) -> None:
    if not header or header == [""]:
        raise Unreadable(
            1,
            Words("thiếu dòng tiêu đề", "the header line is missing"),
            Words("dòng đầu ghi tên các trường, như: id,name", "name the fields on the first line, such as: id,name"),
        )
    for position, name in enumerate(header):
        if name in header[:position]:
            report(
                1,
                Words(f"cột '{name}' có hai lần", f"the column '{name}' stands twice"),
                Words("bỏ một cột", "remove one"),
                None,
            )
        elif name not in columns:
            guess = nearest(name, columns)
            fix = (
                Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
                if guess
                else Words("bỏ cột này", "remove the column")
            )
            report(1, Words(f"không có trường '{name}'", f"there is no field '{name}'"), fix, None)


def _row(
    header: list[str],
    cells: list[str],
    line: int,
    columns: dict[str, bool],
    located: frozenset[str],
    listed: frozenset[str],
) -> dict[str, Any]:
    row: dict[str, Any] = {LINE: line}
    for name, written in zip(header, cells, strict=True):
        cell = written.strip()
        if not cell or name not in columns:
            continue
        value: Any = [part.strip() for part in cell.split(";") if part.strip()] if columns[name] else cell
        if name in located:
            row[name] = [Located(part, line) for part in value] if isinstance(value, list) else Located(value, line)
            continue
        outer, _, inner = name.partition(".")
        if not inner:
            row[name] = value
        elif outer in listed:
            row.setdefault(outer, [{}])[0][inner] = value
        else:
            row.setdefault(outer, {})[inner] = value
    return row
