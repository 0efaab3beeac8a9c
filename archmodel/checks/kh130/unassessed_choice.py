"""KH130-03: decisions about old systems that no assessment came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.reorganisation import affected, options_due
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Application, Dataset, Document
from archmodel.model.model import Model
from archmodel.model.relations import Proof
from archmodel.text.days import certainly_after
from archmodel.text.words import Words

UNDECIDED = frozenset({None, "undecided"})


def _decided(model: Model) -> list[Application | Dataset]:
    return [element for element in affected(model) if element.disposition not in UNDECIDED]


def _judged(model: Model, day: str) -> Iterable[str]:
    due = options_due(model)
    return [element.id for element in _decided(model)] if due and due < day else ()


@rule(
    "KH130-03",
    Severity.WARNING,
    title=Words(
        "Đánh giá hệ thống cũ trước khi quyết định", "Old systems are assessed before being kept, merged or ended"
    ),
    scope=_judged,
    cites=("KH130:Phụ lục, mục I.4",),
    plan=("KH130-GP4",),
    tier="must",
    practice="TOGAF application portfolio catalogue",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Decision about an old system that no assessment came before.

    Why: what is kept or closed without a look at its fit, condition and cost is kept or closed by habit.
    Found: an own system or data set decided about whose assessments are all dated after the decision; insufficient: no
      document proves an assessment (`evidenced_by` with role assessment), its `issued` or the day of the decision is
      not recorded; several systems realise one function and no comparison of the options is.
    Fix: link the assessment and the comparison with `evidenced_by`, and date them.
    Misses: what the assessment says; systems nobody decided about yet, which KH130-02 finds.
    Vì sao: giữ hay đóng mà không xem mức phù hợp, hiện trạng, chi phí là quyết theo thói quen.
    Phát hiện: hệ thống, dữ liệu đã có phương án mà mọi đánh giá đều ghi ngày sau quyết định. Chưa đủ cơ sở: chưa có văn
      bản đánh giá (`evidenced_by`, vai trò assessment), chưa ghi `issued` của nó hay ngày quyết định; nhiều hệ thống
      cùng một chức năng mà chưa có văn bản so sánh.
    Khắc phục: nối văn bản đánh giá, so sánh bằng `evidenced_by` và ghi ngày.
    Bỏ sót: nội dung đánh giá; hệ thống chưa có phương án (KH130-02 đã nêu).
    """
    past = model.origin
    sharing = Counter(r.target for element in affected(model) for r in past.outgoing(element.id, "realizes"))
    for element in _decided(model):
        roles = _proofs(model, element.id)
        assessments = [*roles.get("assessment", ()), *roles.get("comparison", ())]
        dates = [document.issued for document in assessments if document.issued]
        decided_on = element.disposition_on
        if decided_on and dates and all(certainly_after(date, decided_on) for date in dates):
            yield Finding(
                element,
                Words(f"'{element.id}' quyết định ngày {decided_on}, đánh giá sớm nhất ngày {min(dates)}",
                      f"'{element.id}' was decided about on {decided_on}; its first assessment is dated {min(dates)}"),
                Words("rà soát lại quyết định theo đánh giá, hoặc sửa ngày",
                      "review the decision in the light of the assessment, or mend the days"),
            )  # fmt: skip
            continue
        absent = []
        if not assessments:
            absent.append(Blank("'evidenced_by' (role: assessment)"))
        elif not dates:
            names = listed(document.id for document in assessments)
            absent.append(Blank("'issued'", Words(f"của {names}", f"of {names}")))
        if decided_on is None:
            absent.append(Blank("'disposition_on'"))
        shared = [r.target for r in past.outgoing(element.id, "realizes") if sharing[r.target] > 1]
        if shared and "comparison" not in roles:
            names = listed(shared)
            which = Words(f"giữa các hệ thống cùng làm {names}", f"of the systems that realise {names}")
            absent.append(Blank("'evidenced_by' (role: comparison)", which))
        if absent:
            yield unstated(element, absent)


def _proofs(model: Model, id: str) -> dict[str, list[Document]]:
    """The documents that prove something about ``id``, by the role each is linked in."""
    found: dict[str, list[Document]] = {}
    for link in model.origin.outgoing(id, "evidenced_by"):
        document = model.origin.elements.get(link.target)
        if isinstance(link, Proof) and link.role and isinstance(document, Document):
            found.setdefault(link.role, []).append(document)
    return found
