"""Q1 to Q9, the data-quality rules of the ministry's draft, each asked of the rows of a workbook.

What the file cannot show (the other templates, other bodies' frameworks) is insufficient, never a pass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from archmodel.interchange.workbook.cells import Book, Row
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, VERSIONS, WORK
from archmodel.interchange.workbook.remarks import Case, Remark, closed, doubtful, failing, unfilled
from archmodel.interchange.workbook.sheet_rules import parts, sheet_faults
from archmodel.model.withheld import PATTERNS
from archmodel.text.vietnamese import composed, folded
from archmodel.text.words import Words

OBJECTS_WORD = Words("đối tượng", "objects")
TASKS = Words("nhiệm vụ", "tasks")
VERSION_WORD = Words("phần hồ sơ", "parts of the dossier")


def one_code(case: Case) -> Iterator[Remark]:
    """Q1: each object has one local code, and no two the same, whatever the letters' case."""
    rows = case.book.rows(OBJECTS)
    yield from closed(_codes(case.book, rows), len(rows), OBJECTS_WORD)


def _codes(book: Book, rows: Iterable[Row]) -> Iterator[Remark]:
    seen: dict[str, Row] = {}
    for row in rows:
        code, cell = row.text("code"), book.at(OBJECTS, row, "code")
        if not code:
            yield failing(cell, "đối tượng không có mã", "the object has no code")
        elif (twin := seen.setdefault(code.casefold(), row)) is not row:
            yield failing(
                cell, f"mã '{code}' đã dùng ở dòng {twin.line}", f"the code '{code}' stands on line {twin.line}"
            )


def drawn_objects(case: Case) -> Iterator[Remark]:
    """Q2: what a mandatory diagram shows (by the place column of ANHXA) has a row, and its relations too."""
    book = case.book
    known = {row.text("code") for row in book.rows(OBJECTS)}
    linked = {row.text(end) for row in book.rows(LINKS) for end in ("source", "target")}
    diagrams = tuple(composed(code) for code in book.form.diagrams)
    shown = [r for r in book.rows(MAPPINGS) if any(code in composed(r.text("position")) for code in diagrams)]

    def faults() -> Iterator[Remark]:
        for row in shown:
            code, cell = row.text("code"), book.at(MAPPINGS, row, "code")
            if code not in known:
                yield failing(
                    cell, f"'{code}' có trong sơ đồ nhưng không có trong {OBJECTS}", f"'{code}' is drawn, not listed"
                )
            elif code not in linked:
                yield failing(
                    cell, f"'{code}' có trong sơ đồ nhưng không có quan hệ nào", f"'{code}' is drawn, nothing joins it"
                )

    yield from closed(faults(), len(shown), Words("đối tượng có vị trí trong sơ đồ bắt buộc", "objects placed on a mandatory diagram"))  # fmt: skip


def gaps_have_tasks(case: Case) -> Iterator[Remark]:
    """Q3: each item to complete has a task with result, criterion and resources."""
    book, by_gap = case.book, defaultdict[str, list[Row]](list)
    for row in book.rows(WORK):
        if code := row.text("gap"):
            by_gap[code].append(row)
    yield from closed(_tasks(book, by_gap), len(by_gap), Words("nội dung cần hoàn thiện", "items to complete"))


def _tasks(book: Book, by_gap: dict[str, list[Row]]) -> Iterator[Remark]:
    for code, rows in by_gap.items():
        first = rows[0]
        doing = [row for row in rows if row.text("task")]
        if not doing:
            say = doubtful if first["task"].open else failing
            yield say(book.at(WORK, first, "task"), f"'{code}' chưa có nhiệm vụ", f"'{code}' has no task")
            continue
        wanted = ("result", "criterion", "resources")
        if any(all(row.text(field) for field in wanted) for row in doing):
            continue
        lacking = [field for field in wanted if not doing[0].text(field)]
        say = doubtful if all(doing[0][field].open for field in lacking) else failing
        names = ", ".join(f"'{c.name}'" for field in lacking if (c := book.form.column(WORK, field)))
        yield say(
            book.at(WORK, doing[0], lacking[0] if lacking else "task"),
            f"nhiệm vụ '{doing[0].text('task')}' thiếu {names}",
            f"the task '{doing[0].text('task')}' lacks {names}",
        )


def templates_agree(case: Case) -> Iterator[Remark]:
    """Q4: name, owner, state, version and scope agree; what the other templates say must be given to compare."""
    yield from _told_twice(case.book)
    yield from same_version(case)
    if case.told is None:
        yield doubtful(
            "",
            "tên, chủ quản, trạng thái, phạm vi ghi trong Mẫu 01 và Mẫu 02 không có trong tệp này để so",
            "the names, owners, states and scopes of Mẫu 01 and Mẫu 02 are not in this file to compare",
        )
        return
    for row in case.book.rows(OBJECTS):
        for field, text in case.told.get(row.text("code"), {}).items():
            if row[field].text != text:
                yield failing(
                    case.book.at(OBJECTS, row, field),
                    f"Mẫu 01 hoặc Mẫu 02 ghi '{text}'",
                    f"Mẫu 01 or Mẫu 02 says '{text}'",
                )


def _told_twice(book: Book) -> Iterator[Remark]:
    first: dict[str, Row] = {}
    for row in book.rows(OBJECTS):
        code = row.text("code")
        other = first.setdefault(code, row)
        for field in ("name", "owner", "state", "scope"):
            if code and other is not row and row[field].text != other[field].text:
                yield failing(
                    book.at(OBJECTS, row, field),
                    f"'{code}' ghi khác dòng {other.line}",
                    f"'{code}' is told otherwise on line {other.line}",
                )


def same_version(case: Case) -> Iterator[Remark]:
    """CK09: every part of the dossier states a version, and it is the same."""
    book = case.book
    rows = book.rows(VERSIONS)

    def faults() -> Iterator[Remark]:
        yield from unfilled(book, VERSIONS, rows, "version")
        stated = [row for row in rows if row.text("version")]
        for row in stated[1:]:
            if row.text("version") != stated[0].text("version"):
                yield failing(
                    book.at(VERSIONS, row, "version"),
                    f"phiên bản '{row.text('version')}' khác '{stated[0].text('version')}'",
                    f"the version '{row.text('version')}' is not '{stated[0].text('version')}'",
                )

    yield from closed(faults(), len(rows), VERSION_WORD)


def no_secrets(case: Case) -> Iterator[Remark]:
    """Q5: no cell holds an inner address, a key, an identity number; the value itself is not repeated."""
    book, count = case.book, 0

    def faults() -> Iterator[Remark]:
        nonlocal count
        for table, row, field, cell in book.cells():
            count += 1
            for what, pattern in PATTERNS.values():
                if cell.stated and pattern.search(cell.text):
                    yield failing(book.at(table, row, field), f"có {what.vi}", f"holds {what.en}")

    found = list(faults())
    yield from closed(found, count, Words("ô", "cells"))


def sheets_sound(case: Case) -> Iterator[Remark]:
    """Q6: required cells, allowed values, references, codes and pairs told once."""
    rows = sum(len(case.book.rows(table)) for table in case.book.sheets)
    yield from closed(sheet_faults(case.book), rows, Words("dòng", "rows"))


def kept_once(case: Case) -> Iterator[Remark]:
    """Q7, CK11: no master record and no task is kept twice, here or in the frameworks it is compared with."""
    book = case.book
    for table, code, mine in ((OBJECTS, "code", _masters(book)), (WORK, "task", _works(book))):
        for rows in mine.values():
            codes = {row.text(code) for row in rows}
            if len(codes) > 1:
                told = ", ".join(sorted(codes))
                yield failing(book.at(table, rows[1], code), f"cùng một việc hoặc đối tượng, nhiều mã: {told}", f"one thing under several codes: {told}")  # fmt: skip
        for other in case.others:
            theirs = _masters(other) if table == OBJECTS else _works(other)
            for key in mine.keys() & theirs.keys():
                row = mine[key][0]
                yield failing(book.at(table, row, code), f"'{row.text(code)}' cũng giữ bản gốc ở khung khác", f"another framework keeps '{row.text(code)}' too")  # fmt: skip
    if case.others:
        yield from closed((), len(book.rows(OBJECTS)), OBJECTS_WORD)
    else:
        yield doubtful("", "không có bộ bảng của khung khác để so", "there is no other framework's workbook to compare")


def _masters(book: Book) -> dict[tuple[str, ...], list[Row]]:
    own = book.form.word(OBJECTS, "record", "own")[0]
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in book.rows(OBJECTS):
        if row.text("record") == own and row.text("name") and row.text("owner"):
            key = (row.text("source_code"),) if row.text("source_code") else (
                folded(row.text("name")), folded(row.text("owner")), row.text("type"))  # fmt: skip
            found[key].append(row)
    return found


def _works(book: Book) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in book.rows(WORK):
        if row.text("task") and row.text("task_name") and row.text("lead"):
            found[folded(row.text("task_name")), folded(row.text("lead"))].append(row)
    return found


def inherited_traced(case: Case) -> Iterator[Remark]:
    """Q8: a reference record states its source code, and ANHXA its framework, issuer, version, entry and mapping."""
    book = case.book
    reference = book.form.word(OBJECTS, "record", "reference")[0]
    rows = [row for row in book.rows(OBJECTS) if row.text("record") == reference]
    placed: dict[str, list[Row]] = defaultdict(list)
    for row in book.rows(MAPPINGS):
        placed[row.text("code")].append(row)

    def faults() -> Iterator[Remark]:
        yield from unfilled(book, OBJECTS, rows, "source_code")
        for row in rows:
            if row.text("code") not in placed:
                yield failing(book.at(OBJECTS, row, "code"), f"'{row.text('code')}' không có dòng trong {MAPPINGS}", f"'{row.text('code')}' has no row in {MAPPINGS}")  # fmt: skip
        mapped = [place for row in rows for place in placed.get(row.text("code"), ())]
        for field in ("framework", "issuer", "edition", "entry", "mapping"):
            yield from unfilled(book, MAPPINGS, mapped, field)

    if rows:
        yield from closed(faults(), len(rows), Words("bản ghi tham chiếu", "reference records"))


def source_codes_kept(case: Case) -> Iterator[Remark]:
    """Q9: a task of another plan or programme keeps the code or place it has there."""
    book = case.book
    rows = [row for row in book.rows(WORK) if row.text("task") and row.text("programme")]

    def faults() -> Iterator[Remark]:
        for row in rows:
            if row.text("task").startswith("NV-") and "tại nguồn:" not in row.text("note"):
                yield doubtful(
                    book.at(WORK, row, "task"),
                    f"'{row.text('task')}' thuộc chương trình khác nhưng không ghi mã của nơi đó",
                    f"'{row.text('task')}' belongs to another programme and keeps no code of it",
                )
            elif not row.text("task").startswith("NV-") and parts(row.text("task"))[1:]:
                yield failing(
                    book.at(WORK, row, "task"), "một ô ghi nhiều mã nhiệm vụ", "one cell holds several task codes"
                )

    if rows:
        yield from closed(faults(), len(rows), TASKS)
