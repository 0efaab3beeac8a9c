"""The sheets around the tables: how to read the file, the lists, the columns, the sources, what the checks say.

Each is a title line of columns and plain rows of text; the first three are named by the ministry's draft, the last two
are this library's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.interchange.workbook.cells import NOT_APPLICABLE, UNKNOWN, Book, letters
from archmodel.interchange.workbook.checking import counted, summary
from archmodel.interchange.workbook.codes import relation_code
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, TABLES
from archmodel.interchange.workbook.remarks import Result
from archmodel.model.framework import Column
from archmodel.model.model import Model
from archmodel.model.record import Evidence, Record
from archmodel.model.values import label
from archmodel.model.withheld import AUDIENCES
from archmodel.text.words import Words

GUIDE, LISTS, DICTIONARY, SOURCES, REPORT = "HUONG_DAN", "DM_GIATRI", "TU_DIEN_TRUONG", "Nguồn", "Kiểm tra"
EMPTY = (NOT_APPLICABLE, UNKNOWN)


@dataclass(frozen=True)
class Page:
    """A sheet of text: its name, its columns with their widths in characters, its rows.

    ``links`` are the cells that lead to another cell of the file, by row and column from 0.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    links: frozenset[tuple[int, int]] = frozenset()


def list_name(table: str, column: Column) -> str:
    """The name a list of values has in the workbook."""
    return f"DS_{table}_{column.field}"


def listed(book: Book) -> list[tuple[str, Column, tuple[str, ...]]]:
    """Every column with a list, and its values with the two words for an empty cell last."""
    return [
        (table, column, tuple(dict.fromkeys((*choices, *EMPTY))))
        for table in TABLES
        for column in book.form.table(table).columns
        if (choices := book.form.choices(table, column.field or ""))
    ]


def guide(model: Model, book: Book, day: str, found: Iterable[Result], lang: str) -> Page:
    """How to read the file: what it is, what it rests on, how codes are given, what empty cells say."""
    form, name = book.form, model.settings.name if lang == "vi" else model.settings.name_en
    draft = any(form.table(table).draft for table in TABLES)
    basis = next((e for table in TABLES for e in form.table(table).evidence), None)
    rows: list[tuple[Words, Words]] = [
        (Words("Nội dung", "What this is"), Words(f"Bộ bảng dữ liệu theo Mẫu 03: {name}", f"Data tables after Mẫu 03: {name}")),
        (Words("Ngày dữ liệu", "Day of the data"), Words(day, day)),
        (Words("Bản", "Edition"), AUDIENCES[model.audience]),
        (Words("Khung áp dụng", "Framework"), Words(form.edition.name, form.edition.name_en or form.edition.name)),
        (
            Words("Biểu mẫu", "Form"),
            Words(
                f"{'DỰ THẢO, chưa phải bản ban hành: ' if draft else ''}{basis.document if basis else UNKNOWN}",
                f"{'DRAFT, not the issued form: ' if draft else ''}{basis.document if basis else UNKNOWN}",
            ),
        ),
        (
            Words("Ô không có dữ liệu", "Cells without data"),
            Words(
                f"Không để ô trống. '{NOT_APPLICABLE}': không thuộc đối tượng này. '{UNKNOWN}' (nền vàng): chưa có trong dữ liệu; "
                "cần ghi ai làm rõ và thời hạn ở cột Ghi chú.",
                f"No cell is blank. '{NOT_APPLICABLE}': has no place here. '{UNKNOWN}' (yellow): not in the data; the notes say who "
                "settles it and when.",
            ),
        ),
        (
            Words("Mã đối tượng", "Local codes"),
            Words(
                "Tiền tố (KT- của cơ quan, QG- dùng chung quốc gia, LQ- của cơ quan khác, CX- riêng cấp xã, QH- quan hệ, ND- nội dung, "
                "NV- nhiệm vụ) và mã bản ghi trong kho; mã đã ghi sẵn được giữ nguyên. Mã không bao giờ cấp lại. Không phải mã của NAS.",
                "A prefix (KT- own, QG- national, LQ- another body's, CX- commune, QH- relation, ND- gap, NV- task) and the id of the "
                "record; a code on record is kept. No code is given twice. They are not identifiers of NAS.",
            ),
        ),
        (
            Words("Màu tiêu đề", "Colours of headings"),
            Words("Nền đỏ: luôn bắt buộc. Nền xanh: bắt buộc có điều kiện hoặc không bắt buộc.", "Red: always required. Blue: required on a condition, or not."),
        ),
        (
            Words("Cột có danh sách", "Columns with a list"),
            Words(f"Chọn trong danh sách thả xuống; toàn bộ giá trị ở trang {LISTS}.", f"Choose from the drop-down; all values are on {LISTS}."),
        ),
        (Words("Độ tin cậy", "Confidence"), Words(f"Từng nguồn và mức tin cậy ở trang '{SOURCES}'.", f"Each source and its confidence is on '{SOURCES}'.")),
        (Words("Kết quả kiểm tra", "Result of the checks"), Words(*(summary(counted(found), one) for one in ("vi", "en")))),
        (Words("", ""), Words("Kết quả không dùng để xếp hạng; chi tiết ở trang 'Kiểm tra'.", "Results rank nobody; details are on 'Kiểm tra'.")),
    ]  # fmt: skip
    for table in TABLES:
        size = len(book.rows(table))
        form_table = form.table(table)
        told = f" {form_table.note}" if form_table.note else ""
        rows.append((Words(table, table), Words(f"{form_table.name}: {size} dòng.{told}", f"{form_table.name_en or form_table.name}: {size} rows.{told}")))  # fmt: skip
    head = (("Mục", 24), ("Nội dung", 110)) if lang == "vi" else (("Item", 24), ("Content", 110))
    return Page(GUIDE, head, tuple((left.to(lang), right.to(lang)) for left, right in rows))


def lists(book: Book) -> Page:
    """Every list of values, one a column."""
    found = listed(book)
    depth = max(len(values) for _, _, values in found)
    rows = tuple(tuple(values[n] if n < len(values) else "" for _, _, values in found) for n in range(depth))
    return Page(LISTS, tuple((f"{table}: {column.name}", 30) for table, column, _ in found), rows)


def dictionary(book: Book) -> Page:
    """Every column: where it stands, what the form asks, our reading of it, what is put there."""
    head = (("Trang", 16), ("Cột", 6), ("Tên cột", 34), ("Mức bắt buộc", 30), ("Cách đọc khi kiểm tra", 22), ("Danh sách giá trị", 60),
            ("Tham chiếu tới", 16), ("Trường trong mô hình", 22))  # fmt: skip
    rows = []
    for table in TABLES:
        for n, column in enumerate(book.form.table(table).columns):
            choices = book.form.choices(table, column.field or "")
            rows.append(
                (table, letters(n), column.name, column.required or UNKNOWN, column.condition or NOT_APPLICABLE,
                 "; ".join(choices) or NOT_APPLICABLE, column.refers or NOT_APPLICABLE, column.field or UNKNOWN)
            )  # fmt: skip
    return Page(DICTIONARY, head, tuple(rows))


def sources(model: Model, book: Book) -> Page:
    """Where each row comes from and how sure it is, one row a source; a row without one says so."""
    head = (
        ("Trang", 16),
        ("Mã", 30),
        ("Tài liệu", 60),
        ("Địa chỉ", 50),
        ("Ngày", 12),
        ("Mức tin cậy", 20),
        ("Ghi chú", 40),
    )
    relations = {relation_code(relation): relation for relation in model.relations}
    rows = []
    for table in TABLES:
        for row in book.rows(table) if table != MAPPINGS else ():
            record: Record | None = relations.get(row.text("code")) if table == LINKS else None
            record = record or model.elements.get(row.about or "")
            if record is not None:
                code = row.text("code") or row.text("gap") or row.text("task") or UNKNOWN
                rows += [(table, code, *_source(item)) for item in record.evidence or (None,)]
    return Page(SOURCES, head, tuple(rows))


def _source(item: Evidence | None) -> tuple[str, ...]:
    if item is None:
        return (UNKNOWN,) * 5
    confidence = label("confidence", item.confidence)
    return (item.document, item.url or UNKNOWN, item.date or UNKNOWN, confidence, item.note or NOT_APPLICABLE)


def report(found: Iterable[Result], lang: str) -> Page:
    """What the checks say, one row a remark; a place leads to its cell."""
    words = (("Mã", 8), ("Nội dung kiểm tra", 56), ("Kết quả", 26), ("Vị trí", 22), ("Nhận xét", 80))
    words_en = (("Key", 8), ("What is checked", 56), ("Outcome", 26), ("Place", 22), ("Remark", 80))
    rows: list[tuple[str, ...]] = []
    links = set()
    for result in found:
        head = (result.key, result.title.to(lang))
        if not result.remarks:
            rows.append((*head, result.outcome.words.to(lang), NOT_APPLICABLE, NOT_APPLICABLE))
        for remark in result.remarks:
            if "!" in remark.cell:
                links.add((len(rows), 3))
            rows.append((*head, remark.outcome.words.to(lang), remark.cell or NOT_APPLICABLE, remark.message.to(lang)))
        if result.more:
            told = Words(f"và {result.more} điểm nữa", f"and {result.more} more")
            rows.append((*head, result.outcome.words.to(lang), NOT_APPLICABLE, told.to(lang)))
    return Page(REPORT, words if lang == "vi" else words_en, tuple(rows), frozenset(links))
