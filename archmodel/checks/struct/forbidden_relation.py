"""STRUCT-05: relations between kinds that they may not join."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model, kind_of
from archmodel.model.relations import RELATIONS
from archmodel.text.words import Words


@rule(
    "STRUCT-05",
    Severity.ERROR,
    title=Words(
        "Loại quan hệ được phép giữa hai loại đối tượng", "Relation type is allowed between the two element types"
    ),
    scope=lambda model, day: [str(getattr(r, "id", r.source)) for r in model.relations],
    practice="ArchiMate 3.2 relationship tables; Archi validator checks InvalidRelations and Junctions",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Relation between kinds it may not join.

    Why: an arrow with no meaning cannot be read, exported or reasoned about.
    Found: a relation whose source and target kinds are not a pair of the table of relations.
    Fix: use the relation meant (the message lists those that may join the two), turn it round, or use `concerns`.
    Misses: junctions, which this model does not have; relations with a missing end, which STRUCT-04 finds.
    Vì sao: mũi tên không có nghĩa thì không đọc, không xuất, không suy luận được.
    Phát hiện: quan hệ mà loại đầu và loại cuối không có trong bảng quan hệ.
    Khắc phục: dùng đúng quan hệ (thông báo liệt kê các quan hệ được phép), đổi chiều, hoặc dùng `concerns`.
    Bỏ sót: nút nối (mô hình không có); quan hệ thiếu đầu mút đã do STRUCT-04 nêu.
    """
    for relation in model.relations:
        source, target = kind_of(model, relation.source), kind_of(model, relation.target)
        if source is None or target is None or RELATIONS[relation.type].allows(source, target):
            continue
        possible = [name for name, row in RELATIONS.items() if row.allows(source, target) and name != "concerns"]
        turned = RELATIONS[relation.type].allows(target, source)
        hint = ", ".join(possible[:6]) or "concerns"
        yield Finding(
            relation,
            Words(
                f"'{relation.source}' ({_vi(source)}) không thể có quan hệ {relation.type} tới '{relation.target}' ({_vi(target)})",
                f"'{relation.source}' ({source}) cannot have {relation.type} to '{relation.target}' ({target})",
            ),
            Words("có lẽ ngược chiều", "it seems to run the wrong way")
            if turned
            else Words(f"quan hệ được phép: {hint}", f"relations that may join them: {hint}"),
        )


def _vi(kind: str) -> str:
    return KINDS[kind].words.vi.lower() if kind in KINDS else "thành phần khung"
