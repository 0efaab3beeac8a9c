"""FW4-04: components of the framework that nothing in the model fills."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import linking
from archmodel.analysis.coverage import OWN, PLATFORMS, Component, Cover, Scope, coverage
from archmodel.analysis.editions import edition_on
from archmodel.checks.fw4.platforms import unrecorded, unused
from archmodel.checks.fw4.subjects import owner, owner_id
from archmodel.checks.fw4.unread_framework import unread
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words

REQUIRED = {"own", "ref"}
FEW = 3


def _judged(model: Model, day: str) -> list[str]:
    """The owner, and each reference record that stands for a national shared platform."""
    edition = edition_on(model, day)
    if edition is None or owner(model) is None:
        return []
    platforms = [f"{edition.id}/{entry.key}" for listing in edition.of_sort("platform") for entry in listing.entries]
    records = [
        e.id for target in platforms for e in linking(model.origin, target, "aligned_to", day) if e.holds_on(day)
    ]
    return [*owner_id(model), *records]


@rule(
    "FW4-04",
    Severity.WARNING,
    title=Words(
        "Bao phủ các thành phần cấp tỉnh và thành phần dùng chung quốc gia theo khung",
        "Coverage of the provincial component list and of the national shared list",
    ),
    scope=_judged,
    cites=("QD1425:Phụ lục I mục 3 (Hình 7, Hình 8); Phụ lục II", "QD292"),
    plan=("KH130-T1d",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Component of the framework that nothing in the model stands for, with no reason on record.

    Why: a component nobody planned is found missing when a project needs it; one filled twice is paid for twice.
    Found: an own component without an element in place or planned, a reference row without a reference record, and a
      platform recorded as not used, all without a reason, fail; a component whose elements state no state, a platform
      whose use is not stated or not recorded at all, and an edition whose list is unknown, are insufficient.
    Fix: align the element that fills it (`aligned_to`, with a mapping other than reference), or record a gap or a task
      `aligned_to` it, or an `aligned_to` with `mapping: unmapped` and a `reason`; state `state` or `usage`.
    Misses: whether one element is enough for a component of many parts; which platforms concern the body, as no list
      says; the commune model, whose coverage is computed and not judged here (FW4-10).
    Vì sao: thành phần không ai tính tới chỉ lộ ra khi dự án cần; thành phần có hai nơi làm thì tốn hai lần.
    Phát hiện: thành phần của tỉnh không có đối tượng đang hoạt động hay dự kiến, dòng tham chiếu không có bản ghi tham
      chiếu, nền tảng ghi là không khai thác, mà không ghi lý do: chưa đáp ứng; đối tượng chưa ghi trạng thái, nền tảng chưa
      ghi việc khai thác hoặc chưa có bản ghi, khung chưa có danh mục: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `aligned_to` cho đối tượng đảm nhận (mapping khác reference); hoặc lập khoảng cách, nhiệm vụ có
      `aligned_to` tới thành phần; hoặc `aligned_to` với `mapping: unmapped` và `reason`; ghi `state`, `usage`.
    Bỏ sót: một đối tượng đã đủ cho thành phần gồm nhiều phần hay chưa; nền tảng nào liên quan tới cơ quan, vì chưa có
      danh mục nào nêu; mô hình cấp xã chỉ được tính, không xét ở đây (FW4-10).
    """
    edition, body = edition_on(model, day), owner(model)
    if edition is None or body is None:
        return
    scopes = coverage(model, day, edition)
    own = [scope for scope in scopes if scope.id == OWN and scope.components]
    if not own:
        yield unread(model, body, edition)
    for scope in own:
        for component in scope.components:
            if component.role in REQUIRED:
                yield from _component(body, scope, component)
    for scope in scopes:
        if scope.id == PLATFORMS:
            yield from unused(model, scope)
            yield from unrecorded(body, scope)


def _component(body: Element, scope: Scope, component: Component) -> Iterator[Finding]:
    outcome = component.outcome
    if outcome in {Cover.IN_PLACE, Cover.COMING, Cover.EXPLAINED}:
        return
    beside = [other for other in scope.components if other.under == component.under and other.role in REQUIRED]
    filled = f"{component.under}: {sum(other.is_filled for other in beside)}/{len(beside)}"
    held = f" ({', '.join(component.elements[:FEW])})" if component.elements else ""
    yield Finding(
        body,
        Words(f"{component.target} '{component.name.vi}': {outcome.words.vi.lower()}{held}; {filled}",
              f"{component.target} '{component.name.en}': {outcome.words.en.lower()}{held}; {filled}"),
        Words("ghi 'state' của các đối tượng này", "state 'state' of these elements")
        if outcome is Cover.UNCLEAR
        else Words("gắn đối tượng đảm nhận, hoặc lập khoảng cách (gap) có lý do 'aligned_to' thành phần này",
                   "align what fills it, or record a gap with its reason, 'aligned_to' this component"),
        Outcome.INSUFFICIENT if outcome is Cover.UNCLEAR else Outcome.FAIL,
    )  # fmt: skip
