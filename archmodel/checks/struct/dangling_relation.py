"""STRUCT-04: relations with an end that does not exist, or with both ends the same."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model, kind_of
from archmodel.model.relations import Flow, Relation
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

_LOOPS = {"flow", "triggers"}
MOST_HINTED = 30
"""Ids a hint is looked for: each is compared with every id there is, which thousands of missing ones would not bear."""


@rule(
    "STRUCT-04",
    Severity.ERROR,
    title=Words("Quan hệ không trỏ tới đối tượng không tồn tại", "No dangling relation"),
    scope=lambda model, day: [str(getattr(r, "id", r.source)) for r in model.relations],
    cites=("DRAFT_GUIDE:Mẫu 03, mục 8",),
    practice="referential integrity; draft data-set quality checks",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Relation that leads to nothing, or back to where it started.

    Why: a link to a record that is not there breaks every path that runs over it.
    Found: an end that no record has; a platform or data set named by a flow that does not exist; a relation whose two
      ends are one element, unless it is a flow or a trigger with a reason. A framework entry missing from an edition
      whose lists are not complete is insufficient: the list may hold it.
    Fix: mend the id, add the record, or remove the relation.
    Misses: ids that exist but mean something else.
    Vì sao: liên kết tới bản ghi không có làm đứt mọi đường đi qua nó.
    Phát hiện: đầu mút không có bản ghi; nền tảng hay dữ liệu nêu trong luồng không tồn tại; quan hệ hai đầu trùng nhau
      (trừ luồng, kích hoạt có lý do). Thành phần khung không có trong ấn bản chưa đủ danh mục: chưa đủ cơ sở đánh giá.
    Khắc phục: sửa mã, thêm bản ghi, hoặc bỏ quan hệ.
    Bỏ sót: mã có thật nhưng chỉ nhầm đối tượng.
    """
    hints: dict[str, str | None] = {}
    for relation in model.relations:
        named = [relation.source, relation.target]
        if isinstance(relation, Flow):
            named += [*relation.via, *relation.carries]
        for id in dict.fromkeys(named):
            if kind_of(model, id) is None:
                yield _missing(model, relation, id, hints)
        if relation.source == relation.target and not (relation.type in _LOOPS and relation.reason):
            yield Finding(
                relation,
                Words(
                    f"quan hệ {relation.type} của '{relation.source}' trỏ về chính nó",
                    f"the relation {relation.type} of '{relation.source}' leads to itself",
                ),
                Words(
                    "sửa đầu mút, hoặc ghi 'reason' nếu là luồng tự gửi",
                    "mend an end, or give a 'reason' if it is a flow to itself",
                ),
            )


def _missing(model: Model, relation: Relation, id: str, hints: dict[str, str | None]) -> Finding:
    if relation.type == "aligned_to" and id == relation.target:
        return _missing_component(model, relation, id)
    if id not in hints and len(hints) < MOST_HINTED:
        hints[id] = nearest(id, model.origin.elements)
    guess = hints.get(id)
    return Finding(
        relation,
        Words(
            f"quan hệ {relation.type} của '{relation.source}' trỏ tới '{id}', không có bản ghi này",
            f"the relation {relation.type} of '{relation.source}' names '{id}', which no record has",
        ),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words("thêm bản ghi hoặc sửa mã", "add the record or mend the id"),
    )


def _missing_component(model: Model, relation: Relation, target: str) -> Finding:
    edition = model.reference.editions.get(target.partition("/")[0])
    keys = [f"{edition.id}/{entry.key}" for listing in edition.listings for entry in listing.entries] if edition else []
    known = keys or [f"{name}/" for name in model.reference.editions]
    guess = nearest(target, known)
    unsure = edition is not None and edition.status != "complete"
    return Finding(
        relation,
        Words(
            f"'{relation.source}' ứng với '{target}', không có thành phần này trong khung đã nạp",
            f"'{relation.source}' is aligned to '{target}', which the loaded framework does not have",
        ),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words("viết dạng ẤN_BẢN/KHÓA", "write EDITION/KEY"),
        Outcome.INSUFFICIENT if unsure else Outcome.FAIL,
    )
