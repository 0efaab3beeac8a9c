"""FW4-07: elements of today without a future, and elements of the future that replace nothing."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.fw4.subjects import own_singles
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Dataset, Network, Node
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words

NOW = {"current", "both"}
TO_BE = {"target", "both"}
HANDED_ON = {"merge", "replace_or_end"}


def _judged(model: Model, day: str) -> Iterator[Managed]:
    for element in own_singles(model, day, Application, Dataset, Node, Network):
        if isinstance(element, Managed) and element.state != "ended":
            yield element


@rule(
    "FW4-07",
    Severity.ERROR,
    title=Words("Hiện trạng và mục tiêu được đối chiếu đầy đủ", "AS-IS and TO-BE are reconciled"),
    scope=lambda model, day: [element.id for element in _judged(model, day)],
    cites=("KH130:Mục 2; Phụ lục, mục I.4", "QD1425:Điều 3 khoản 4", "DRAFT_GUIDE:Mẫu 01, phần VII"),
    plan=("KH130-T2a", "KH130-GP4"),
    tier="must",
    practice="TOGAF gap analysis matrix",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Element of today with no decision about its future, or target element that comes from nowhere.

    Why: an architecture is a way from here to there; what is in neither picture, or only leaves one, is lost.
    Found: merge or replace without a successor (or, for replace, an end), a successor that is not in the target, a
      target-only element to be kept or merged that succeeds nothing, fail; no model state, no or an undecided
      disposition, a successor that states no model state, are insufficient.
    Fix: state `model_state` and `disposition`; put `succeeds` on the element that takes over, with model state target
      or both; write `until` for what ends without a successor.
    Misses: families, reference records and what has ended; whether the decision is a good one.
    Vì sao: kiến trúc là đường từ hiện trạng tới mục tiêu; cái gì không ở bức tranh nào, hoặc chỉ rời bức tranh, là mất.
    Phát hiện: hợp nhất, thay thế mà không có đối tượng kế thừa (hoặc, với thay thế, ngày kết thúc), đối tượng kế thừa không
      thuộc mục tiêu, đối tượng chỉ có ở mục tiêu mà giữ hay gộp nhưng không kế thừa gì: chưa đáp ứng; chưa ghi hiện
      trạng hay mục tiêu, chưa có hoặc chưa quyết định phương án, đối tượng kế thừa chưa ghi thuộc mô hình nào: chưa đủ cơ
      sở đánh giá.
    Khắc phục: ghi `model_state`, `disposition`; ghi `succeeds` ở đối tượng tiếp nhận, có model_state target hoặc both; ghi
      `until` cho cái kết thúc mà không có kế thừa.
    Bỏ sót: bản ghi nhóm, bản ghi tham chiếu, đối tượng đã kết thúc; phương án có hợp lý hay không.
    """
    for element in _judged(model, day):
        heirs = [heir for heir in model.origin.sources(element.id, "succeeds") if isinstance(heir, Managed)]
        stray = [heir.id for heir in heirs if heir.model_state == "current"]
        if element.model_state in NOW and element.disposition in HANDED_ON:
            if not heirs and (element.disposition == "merge" or element.until is None):
                yield _failure(element, Words("không nêu đối tượng kế thừa", "names nothing that succeeds it"))
            elif heirs and len(stray) == len(heirs):
                ids = ", ".join(stray)
                yield _failure(element, Words(f"do {ids} kế thừa, mà {ids} không thuộc mục tiêu",
                                              f"is succeeded by {ids}, which is not in the target"))  # fmt: skip
            elif heirs and not any(heir.model_state in TO_BE for heir in heirs):
                ids = ", ".join(heir.id for heir in heirs if heir.model_state is None)
                yield _open(element, Words(f"do {ids} kế thừa, mà {ids} chưa ghi 'model_state'",
                                           f"is succeeded by {ids}, which states no 'model_state'"))  # fmt: skip
        elif element.model_state == "target" and element.disposition != "new":
            if model.origin.outgoing(element.id, "succeeds"):
                continue
            if element.disposition in {None, "undecided"}:
                yield _open(element, Words("chỉ có ở mục tiêu, chưa ghi là bổ sung mới hay kế thừa gì",
                                           "is target-only and states neither 'new' nor what it succeeds"))  # fmt: skip
            else:
                yield _failure(element, Words("chỉ có ở mục tiêu nhưng không kế thừa gì",
                                              "is target-only yet succeeds nothing"))  # fmt: skip
        elif absent := _absent(element):
            names = ", ".join(absent)
            yield _open(element, Words(f"chưa ghi: {names}", f"does not state: {names}"))


def _absent(element: Managed) -> list[str]:
    absent = ["model_state"] if element.model_state is None else []
    undecided = element.disposition in {None, "undecided"} and element.model_state != "target"
    return [*absent, *(["disposition"] if undecided else [])]


def _failure(element: Managed, fact: Words) -> Finding:
    plan = element.disposition
    return Finding(
        element,
        Words(f"'{element.id}' ({plan}) {fact.vi}", f"'{element.id}' ({plan}) {fact.en}"),
        Words("ghi 'succeeds' ở đối tượng mục tiêu, hoặc đổi 'disposition', hoặc ghi 'until'",
              "put 'succeeds' on the target element, change 'disposition', or state 'until'"),
    )  # fmt: skip


def _open(element: Managed, fact: Words) -> Finding:
    return Finding(
        element,
        Words(f"'{element.id}' {fact.vi}", f"'{element.id}' {fact.en}"),
        Words("ghi 'model_state', 'disposition' và 'succeeds'", "state 'model_state', 'disposition' and 'succeeds'"),
        Outcome.INSUFFICIENT,
    )
