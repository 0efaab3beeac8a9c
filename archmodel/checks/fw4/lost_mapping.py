"""FW4-03: classes of an older framework that nothing carries over into the one in force."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import linking
from archmodel.analysis.editions import edition_on
from archmodel.checks.fw4.crosswalk import kept, rows_into
from archmodel.checks.fw4.subjects import owner, owner_id
from archmodel.checks.fw4.unread_framework import is_unread, unread
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> list[str]:
    edition, ids = edition_on(model, day), [element.id for element, _, _ in kept(model, day)]
    return owner_id(model) if ids and edition and is_unread(edition) else ids


@rule(
    "FW4-03",
    Severity.WARNING,
    title=Words("Bảng ánh xạ giữa hai khung đầy đủ và hợp lệ", "The mapping between frameworks is complete and typed"),
    scope=_judged,
    cites=("QD1425:Điều 3 khoản 3", "DRAFT_GUIDE:Mẫu 01, Bảng 3"),
    plan=("KH130-T1d",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Element kept under an older framework and not carried into the one in force.

    Why: an older architecture stays usable only while each of its classes has a known place in the new framework.
    Found: an element said to be unmapped with no open gap, or whose old class is absent from a crosswalk that has its
      neighbours, fails; a mapping without its kind, or an edition that no crosswalk covers, is insufficient.
    Fix: give the element an `aligned_to` of the edition in force with `mapping`; or `mapping: unmapped` and a gap that
      `concerns` it; or complete framework_v4/crosswalk.yaml.
    Misses: the way back, from components of the new framework to elements: FW4-04 judges it.
    Vì sao: kiến trúc cũ chỉ dùng tiếp được khi mỗi lớp, mỗi mục của nó có chỗ rõ ràng trong khung mới.
    Phát hiện: đối tượng ghi chưa ánh xạ mà không có khoảng cách đang mở, hoặc mục cũ không có trong bảng ánh xạ trong khi
      các mục cạnh nó có: chưa đáp ứng; ánh xạ không ghi loại, hoặc không có bảng nào cho khung cũ: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `aligned_to` khung có hiệu lực kèm `mapping`; hoặc `mapping: unmapped` và một khoảng cách (gap) có
      `concerns` tới đối tượng; hoặc bổ sung framework_v4/crosswalk.yaml.
    Bỏ sót: chiều ngược lại, từ thành phần của khung mới tới đối tượng: FW4-04 xét.
    """
    edition = edition_on(model, day)
    if edition is None:
        return
    if is_unread(edition):
        yield from (unread(model, body, edition) for body in (owner(model),) if body)
        return
    crosswalk, sources = rows_into(model, edition)
    for element, old, new in kept(model, day):
        stated = [r for r in new if r.mapping is not None]
        if any(r.mapping != "unmapped" for r in stated):
            continue
        classes = ", ".join(r.target for r in old)
        if stated and not _open_gap(model, element, day):
            yield Finding(
                element,
                Words(f"'{element.id}' ({classes}) ghi chưa ánh xạ sang {edition.id} mà không có khoảng cách nào",
                      f"'{element.id}' ({classes}) is said to be unmapped to {edition.id}, with no gap on record"),
                Words("lập khoảng cách (gap) 'concerns' đối tượng này, hoặc ghi ánh xạ",
                      "record a gap that 'concerns' it, or map it"),
                at=stated[0].place,
            )  # fmt: skip
        elif stated:
            continue
        elif new:
            targets = ", ".join(r.target for r in new)
            yield _untyped(element, f"{classes} → {targets}")
        elif not any(crosswalk[r.target] for r in old):
            known = any(r.target.partition("/")[0] in sources for r in old)
            yield Finding(
                element,
                Words(f"'{element.id}' còn theo {classes}, chưa ánh xạ sang {edition.id}",
                      f"'{element.id}' is still under {classes}, which nothing maps to {edition.id}"),
                Words(f"thêm 'aligned_to: {edition.id}/...' có 'mapping', hoặc bổ sung crosswalk.yaml",
                      f"add 'aligned_to: {edition.id}/...' with 'mapping', or complete crosswalk.yaml"),
                Outcome.FAIL if known else Outcome.INSUFFICIENT,
            )  # fmt: skip
        elif not any(row.mapping for r in old for row in crosswalk[r.target]):
            yield _untyped(element, f"{classes} → crosswalk")


def _untyped(element: Element, mapping: str) -> Finding:
    return Finding(
        element,
        Words(f"ánh xạ của '{element.id}' chưa ghi loại: {mapping}",
              f"the mapping of '{element.id}' states no kind: {mapping}"),
        Words("ghi 'mapping' cho 'aligned_to' hoặc cho dòng của crosswalk.yaml",
              "state 'mapping' on the 'aligned_to' or on the row of crosswalk.yaml"),
        Outcome.INSUFFICIENT,
    )  # fmt: skip


def _open_gap(model: Model, element: Element, day: str) -> bool:
    return any(other.kind == "gap" and other.holds_on(day) for other in linking(model, element.id, "concerns", day))
