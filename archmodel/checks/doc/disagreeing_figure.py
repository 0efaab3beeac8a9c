"""DOC-03: documents whose codes, totals or version disagree with the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archmodel.analysis.activity import is_own
from archmodel.checks.doc.architecture import standing
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Document
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.text.vietnamese import composed
from archmodel.text.words import Words


@rule(
    "DOC-03",
    Severity.ERROR,
    title=Words("Số liệu trong tài liệu, sơ đồ và bảng khớp mô hình", "Text, tables, diagrams and data agree"),
    scope=lambda model, day: [document.id for document in standing(model, day)],
    cites=("DRAFT_GUIDE:Mẫu 03, mục 8; Mẫu 01, phần VII.4",),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Architecture document that names codes the model lacks, prints other totals, or another version than its diagrams.

    Why: a reader who finds one wrong number stops believing the others.
    Found: a code in `mentions` that no record has, a total that is not the count of own records on the day of issue, or
      a coded diagram under another version than any standing document, fails. A document that records no codes, totals or version
      is insufficient.
    Fix: produce document, diagrams and workbook from one version of the model; mend the text or the model.
    Misses: the sheets of the workbook and their keys (no file is read here); inherited objects, which STRUCT-02 and
      STRUCT-08 ask for their source code. Totals count own records where the kind has them, else all.
    Vì sao: người đọc thấy một con số sai thì không tin các con số khác.
    Phát hiện: mã trong `mentions` không có bản ghi, số tổng khác số bản ghi gốc vào ngày ban hành, sơ đồ có mã
      ghi phiên bản khác tài liệu: chưa đáp ứng. Chưa ghi mã, số tổng hay phiên bản: chưa đủ cơ sở đánh giá.
    Khắc phục: xuất tài liệu, sơ đồ, bảng tính từ cùng một phiên bản mô hình; sửa lời văn hoặc mô hình.
    Bỏ sót: các trang của bảng tính và khóa của chúng (quy tắc không đọc tệp); đối tượng kế thừa do STRUCT-02, STRUCT-08
      xét. Số tổng đếm bản ghi gốc nếu loại đó có phân biệt, nếu không thì đếm tất cả.
    """
    known = {composed(text) for element in model.origin for text in (element.id, element.code) if text}
    for document in standing(model, day):
        faults = list(_faults(model, document, known, day))
        missing = [name for name in ("mentions", "totals", "version") if not getattr(document, name)]
        if faults:
            yield Finding(
                document,
                Words(
                    f"'{document.id}': {'; '.join(fault.vi for fault in faults)}",
                    f"'{document.id}': {'; '.join(fault.en for fault in faults)}",
                ),
                Words("xuất lại từ một phiên bản mô hình", "produce it again from one version of the model"),
            )
        elif missing:
            listed = ", ".join(missing)
            yield Finding(
                document,
                Words(f"'{document.id}' chưa ghi: {listed}", f"'{document.id}' does not state: {listed}"),
                Words(f"ghi {listed} đọc từ tệp", f"write {listed} as read from the file"),
                Outcome.INSUFFICIENT,
            )


def _faults(model: Model, document: Document, known: set[str], day: str) -> Iterator[Words]:
    lost = [code for code in document.mentions if composed(code) not in known]
    if lost:
        names = ", ".join(lost)
        yield Words(f"mã không có trong mô hình: {names}", f"codes the model does not have: {names}")
    counts = _counts(model, _whole(document.issued) or day)
    for total in document.totals:
        if total.kind in KINDS and counts[total.kind] != total.number:
            yield Words(
                f"ghi {total.number} {KINDS[total.kind].words.vi}, mô hình có {counts[total.kind]}",
                f"says {total.number} {KINDS[total.kind].plural.en}, the model has {counts[total.kind]}",
            )
        elif total.kind not in KINDS:
            yield Words(f"không có loại '{total.kind}'", f"there is no kind '{total.kind}'")
    versions = {one.version for one in standing(model, day)}
    for view in model.views if document.version else ():
        if view.code and view.version and view.version not in versions and view.holds_on(day):
            yield Words(
                f"phiên bản {document.version}, sơ đồ '{view.id}' ghi {view.version}",
                f"is version {document.version}, the diagram '{view.id}' is {view.version}",
            )


def _counts(model: Model, day: str) -> Counter[str]:
    holding = (element for element in model.origin if element.holds_on(day))
    return Counter(element.kind for element in holding if is_own(element) or not hasattr(element, "record"))


def _whole(day: str | None) -> str | None:
    return day if day and len(day) == 10 else None
