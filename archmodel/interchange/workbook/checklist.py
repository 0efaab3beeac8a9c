"""CK01 to CK12, the draft's checklist before issue, each asked of the rows of a workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.interchange.workbook.cells import Row
from archmodel.interchange.workbook.form import LINKS, OBJECTS, VERSIONS, WORK
from archmodel.interchange.workbook.quality import OBJECTS_WORD, VERSION_WORD, gaps_have_tasks
from archmodel.interchange.workbook.remarks import Case, Remark, closed, doubtful, failing, unfilled
from archmodel.text.vietnamese import composed, folded
from archmodel.text.words import Words

LINKS_WORD = Words("quan hệ", "relations")


def named_and_typed(case: Case) -> Iterator[Remark]:
    """CK01: each part names the type of framework, one of the form's; the document is called a framework."""
    book = case.book
    rows, types = book.rows(VERSIONS), book.form.choices(VERSIONS, "framework_type")

    def faults() -> Iterator[Remark]:
        yield from unfilled(book, VERSIONS, rows, "framework_type")
        yield from unfilled(book, VERSIONS, rows, "name")
        for row in rows:
            kind, name = row.text("framework_type"), row.text("name")
            if kind and kind not in types:
                yield failing(book.at(VERSIONS, row, "framework_type"), f"'{kind}' không phải loại khung", f"'{kind}' is no type of framework")  # fmt: skip
            if row.text("part") == "Mẫu 01" and name and "khung kien truc" not in folded(name):
                yield failing(book.at(VERSIONS, row, "name"), f"tên '{name}' không nêu 'Khung kiến trúc'", f"the name '{name}' does not say 'Khung kiến trúc'")  # fmt: skip

    yield from closed(faults(), len(rows), VERSION_WORD)


def diagrams_there(case: Case) -> Iterator[Remark]:
    """CK02: every mandatory diagram has a row that names its source file."""
    book = case.book
    rows = {composed(row.text("code")): row for row in book.rows(VERSIONS)}

    def faults() -> Iterator[Remark]:
        for code in book.form.diagrams:
            row = rows.get(composed(code))
            if row is None:
                yield failing(VERSIONS, f"không có sơ đồ bắt buộc {code}", f"the mandatory diagram {code} has no row")
            elif not row.text("source_file"):
                say = doubtful if row["source_file"].open else failing
                yield say(book.at(VERSIONS, row, "source_file"), f"{code} chưa nêu tệp nguồn", f"{code} names no source file")  # fmt: skip

    yield from closed(faults(), len(book.form.diagrams), Words("sơ đồ bắt buộc", "mandatory diagrams"))


def layers_shown(case: Case) -> Iterator[Remark]:
    """CK03: some object stands in each layer and each cross-cutting component; one of unknown layer might."""
    book = case.book
    rows = book.rows(OBJECTS)
    shown = {row.text("layer") for row in rows}
    say = doubtful if any(row["layer"].open for row in rows) or not rows else failing

    def faults() -> Iterator[Remark]:
        for entry in book.form.roots:
            if entry.name not in shown:
                yield say(OBJECTS, f"không có đối tượng nào ở '{entry.name}'", f"no object stands in '{entry.name}'")

    yield from closed(faults(), len(rows), OBJECTS_WORD)


def owners_known(case: Case) -> Iterator[Remark]:
    """CK04: owner, scope and who confirms are stated for each object."""
    book, rows = case.book, case.book.rows(OBJECTS)
    fields = ("owner", "scope", "confirmer")
    yield from closed((r for field in fields for r in unfilled(book, OBJECTS, rows, field)), len(rows), OBJECTS_WORD)


def one_record(case: Case) -> Iterator[Remark]:
    """CK05: no two rows have the name, type and owner, or the source code, of one another."""
    book, rows = case.book, case.book.rows(OBJECTS)

    def faults() -> Iterator[Remark]:
        seen: dict[tuple[str, ...], Row] = {}
        for row in rows:
            keys = (
                [(folded(row.text("name")), row.text("type"), folded(row.text("owner")))] if row.text("owner") else []
            )
            keys += [("", row.text("source_code"), "")] if row.text("source_code") else []
            for key in keys:
                if (twin := seen.setdefault(key, row)) is not row:
                    yield failing(book.at(OBJECTS, row, "name"), f"trùng đối tượng ở dòng {twin.line}", f"the same object as on line {twin.line}")  # fmt: skip

    yield from closed(faults(), len(rows), OBJECTS_WORD)


def relations_whole(case: Case) -> Iterator[Remark]:
    """CK06: each relation states source, target and type, and what is exchanged."""
    book, rows = case.book, case.book.rows(LINKS)
    fields = ("source", "type", "target", "content")
    yield from closed((r for field in fields for r in unfilled(book, LINKS, rows, field)), len(rows), LINKS_WORD)


def states_apart(case: Case) -> Iterator[Remark]:
    """CK07: each object is current or target; each gap tells current, required, change and option apart, and has a task."""
    book, rows = case.book, case.book.rows(OBJECTS)
    gaps = [row for row in book.rows(WORK) if row.text("gap")]

    def faults() -> Iterator[Remark]:
        yield from unfilled(book, OBJECTS, rows, "model_state")
        for field in ("current", "requirement", "change", "option"):
            yield from unfilled(book, WORK, gaps, field)
        for row in gaps:
            if row.text("current") and row.text("current") == row.text("requirement"):
                yield failing(book.at(WORK, row, "requirement"), "hiện trạng và yêu cầu ghi như nhau", "current and required read the same")  # fmt: skip
        yield from (r for r in gaps_have_tasks(case) if r.cell)

    yield from closed(faults(), len(rows), OBJECTS_WORD)


def sharing_shown(case: Case) -> Iterator[Remark]:
    """CK08: in each layer, every object says whether it is shared or the body's own."""
    book = case.book
    by_layer: dict[str, list[Row]] = defaultdict(list)
    for row in book.rows(OBJECTS):
        by_layer[row["layer"].text].append(row)

    def faults() -> Iterator[Remark]:
        for layer, rows in by_layer.items():
            for remark in unfilled(book, OBJECTS, rows, "sharing"):
                vi, en = remark.message
                yield (doubtful if remark.outcome.value == "insufficient" else failing)(
                    remark.cell, f"{layer or 'không có lớp'}: {vi}", f"{layer or 'no layer'}: {en}"
                )

    yield from closed(faults(), len(book.rows(OBJECTS)), OBJECTS_WORD)


def sector_cited(case: Case) -> Iterator[Remark]:
    """CK10: what the nation, a ministry or a sector runs is kept as a reference record, not as an own one."""
    book, rows = case.book, case.book.rows(OBJECTS)
    own = book.form.word(OBJECTS, "record", "own")[0]
    wide = {book.form.word(OBJECTS, "scope", scope)[0] for scope in ("national", "sector", "ministry")}

    def faults() -> Iterator[Remark]:
        yield from unfilled(book, OBJECTS, rows, "record")
        for row in rows:
            if row.text("record") == own and (row.text("scope") in wide or row.text("code").startswith(("QG-", "LQ-"))):
                code = row.text("code")
                yield failing(book.at(OBJECTS, row, "record"), f"'{code}' của ngành hoặc trung ương nhưng là bản ghi gốc", f"'{code}' is a sector's or the nation's, kept as an own record")  # fmt: skip

    yield from closed(faults(), len(rows), OBJECTS_WORD)


def classified(case: Case) -> Iterator[Remark]:
    """CK12: exchanged data and each part of the dossier are classified; each part names its source file."""
    book = case.book
    flow = book.form.word(LINKS, "type", "flow")[0]
    exchanges = [row for row in book.rows(LINKS) if row.text("type") == flow]
    dossier = book.rows(VERSIONS)

    def faults() -> Iterator[Remark]:
        yield from unfilled(book, LINKS, exchanges, "protection")
        yield from unfilled(book, VERSIONS, dossier, "classification")
        yield from unfilled(book, VERSIONS, dossier, "source_file")

    yield from closed(faults(), len(exchanges) + len(dossier), Words("dòng", "rows"))
