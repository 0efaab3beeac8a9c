"""DOC-07: versions without number, history, origin or appraisal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archmodel.analysis.activity import holding
from archmodel.checks.doc.architecture import framework_of, listings, standing
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Document, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Proof
from archmodel.text.words import Words


def _projects(model: Model, day: str) -> list[Task]:
    """Projects under way, once there is an architecture to appraise them against."""
    if not any(document.issued for document in standing(model, day)):
        return []
    return [task for task in model.tasks.where(category="project") if task.holds_on(day) and task.state != "stopped"]


@rule(
    "DOC-07",
    Severity.WARNING,
    title=Words("Phiên bản, lịch sử thay đổi và thẩm định", "Versions, history and appraisal trail"),
    scope=lambda model, day: [element.id for element in (*standing(model, day), *_projects(model, day))],
    cites=("DRAFT_GUIDE:Mẫu 01, phần VII.4, Phụ lục 10", "QD2906:Điều 2 khoản 1", "ND224_2026:Điều 24 khoản 1"),
    plan=("KH130-T1d",),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Version that is not above the one before, or shows no history, origin or appraisal.

    Why: without a trail nobody can say what a project was appraised against, or what changed since.
    Found: a version not higher than the one it succeeds, and a checklist with an item left unanswered, fail. An
      architecture document without version, deciding number, version of the model, list of changes from the one before,
      or answers to the checklist of its framework, and a project without appraisal record, are insufficient.
    Fix: write `version`, `number`, `model_version`, `changes`, `checklist`; on a project, `evidenced_by` with role
      assessment.
    Misses: a published file overwritten in place (the history of the files shows it); versions numbered in two series.
      The checklist is that of the framework in force when the document was issued.
    Vì sao: không có dấu vết thì không ai biết dự án được thẩm định theo bản nào, từ đó đã đổi gì.
    Phát hiện: phiên bản không cao hơn bản nó thay, phiếu kiểm tra bỏ sót mục: chưa đáp ứng. Tài liệu chưa ghi phiên bản,
      số quyết định, phiên bản mô hình, danh sách thay đổi, trả lời phiếu kiểm tra; dự án chưa có hồ sơ thẩm định: chưa
      đủ cơ sở đánh giá.
    Khắc phục: ghi `version`, `number`, `model_version`, `changes`, `checklist`; dự án thì `evidenced_by` vai trò
      assessment.
    Bỏ sót: tệp đã công bố bị ghi đè (xem lịch sử tệp); hai dãy số phiên bản. Phiếu kiểm tra lấy theo khung lúc ban hành.
    """
    for document in standing(model, day):
        fault = _not_higher(model, document) or _unanswered(model, document, day)
        if fault:
            yield Finding(
                document, fault, Words("sửa phiên bản hoặc phiếu kiểm tra", "mend the version or the checklist")
            )
        elif missing := _missing(model, document, day):
            yield _insufficient(document, missing)
    for task in _projects(model, day):
        proofs = holding(model.outgoing(task.id, "evidenced_by"), day)
        if not any(isinstance(proof, Proof) and proof.role == "assessment" for proof in proofs):
            yield _insufficient(task, ["evidenced_by (assessment)"])


def _not_higher(model: Model, document: Document) -> Words | None:
    for earlier in model.targets(document.id, "succeeds"):
        before = getattr(earlier, "version", None)
        if document.version and before and not _digits(document.version) > _digits(before):
            return Words(
                f"'{document.id}' là phiên bản {document.version}, không cao hơn {before} của '{earlier.id}'",
                f"'{document.id}' is version {document.version}, not above {before} of '{earlier.id}'",
            )
    return None


def _digits(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d{1,9}", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _unanswered(model: Model, document: Document, day: str) -> Words | None:
    answered = {answer.item for answer in document.checklist}
    left = [key for key in _items(model, document, day) if key not in answered]
    if not answered or not left:
        return None
    names = ", ".join(left)
    return Words(f"phiếu kiểm tra của '{document.id}' bỏ trống {names}", f"'{document.id}' leaves {names} unanswered")


def _items(model: Model, document: Document, day: str) -> list[str]:
    """The keys of the checklist before issue, by the framework of the document."""
    found = listings(framework_of(model, document, day), "check")
    return [entry.key for listing in found if listing.id == "pre-issue" for entry in listing.entries]


def _missing(model: Model, document: Document, day: str) -> list[str]:
    asked = ["version", "model_version", *(["number"] if document.issued else [])]
    asked += ["changes"] if model.targets(document.id, "succeeds") else []
    asked += ["checklist"] if _items(model, document, day) else []
    return [name for name in asked if not getattr(document, name)]


def _insufficient(element: Element, missing: list[str]) -> Finding:
    listed = ", ".join(missing)
    return Finding(
        element,
        Words(f"'{element.id}' chưa ghi: {listed}", f"'{element.id}' does not state: {listed}"),
        Words(f"ghi {listed}", f"write {listed}"),
        Outcome.INSUFFICIENT,
    )
