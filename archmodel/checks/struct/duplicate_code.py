"""STRUCT-01: codes that are not unique, and relations written twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.errors import Place
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation
from archmodel.text.words import Words


@rule(
    "STRUCT-01",
    Severity.ERROR,
    title=Words("Mã đối tượng là duy nhất và giữ ổn định", "Object codes are unique and stable"),
    scope=lambda model, day: model.elements,
    cites=("DRAFT_GUIDE:Mẫu 01, Bảng 1",),
    tier="draft",
    confidence="medium",
    practice="ISO/IEC/IEEE 42010 correspondence and identification; TOGAF architecture repository",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """A code on two elements, or one relation written twice.

    Why: a code that names two things, or a link recorded twice, makes every count and every mapping wrong.
    Found: two elements with the same local code; two bodies with the same code of one register while both codes
      hold; two relations of one type (and role) between the same ends with overlapping validity.
    Fix: give the newer record its own code; keep one of the two relations.
    Misses: a code taken over from an element that was deleted from the files; ids used twice stop the reader itself.
    Vì sao: một mã chỉ hai đối tượng, hay một quan hệ ghi hai lần, làm sai mọi số đếm và ánh xạ.
    Phát hiện: hai đối tượng cùng mã; hai cơ quan cùng một mã của một hệ thống mã khi cả hai còn hiệu lực; hai quan hệ
      cùng loại (và vai trò), cùng hai đầu, chồng thời gian.
    Khắc phục: cấp mã riêng cho bản ghi mới; giữ một trong hai quan hệ.
    Bỏ sót: mã lấy lại từ đối tượng đã bị xóa khỏi tệp; mã bản ghi dùng hai lần thì trình đọc đã chặn.
    """
    yield from _codes(model)
    yield from _relations(model)


def _codes(model: Model) -> Iterator[Finding]:
    holders: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for element in model:
        if element.code:
            holders["mã đối tượng", element.code].append(element)
        if isinstance(element, Organisation):
            if element.electronic_id:
                holders["mã định danh điện tử", element.electronic_id].append(element)
            for held in element.codes:
                if held.until is None:
                    holders[held.system, held.value].append(element)
    for (system, code), elements in holders.items():
        for element in elements[1:]:
            first = elements[0]
            yield Finding(
                element,
                Words(
                    f"'{element.id}' và '{first.id}' cùng mang mã '{code}' ({system})",
                    f"'{element.id}' and '{first.id}' both carry the code '{code}' ({system})",
                ),
                Words("cấp mã riêng cho một trong hai", "give one of the two its own code"),
                see=_places(first),
            )


def _relations(model: Model) -> Iterator[Finding]:
    seen: dict[tuple[str | None, ...], list[Relation]] = defaultdict(list)
    for relation in model.relations:
        if isinstance(relation, Flow):
            continue
        key = relation.type, relation.source, relation.target, getattr(relation, "role", None)
        for earlier in seen[key]:
            if _overlap(earlier, relation):
                yield Finding(
                    relation,
                    Words(
                        f"quan hệ {relation.type} từ '{relation.source}' tới '{relation.target}' ghi hai lần",
                        f"the relation {relation.type} from '{relation.source}' to '{relation.target}' is written twice",
                    ),
                    Words(
                        "giữ một, hoặc ghi khoảng thời gian không chồng nhau", "keep one, or give them separate periods"
                    ),
                    see=_places(earlier),
                )
                break
        seen[key].append(relation)


def _overlap(one: Relation, other: Relation) -> bool:
    starts_before_end = (one.since or "") < (other.until or "9999")
    return starts_before_end and (other.since or "") < (one.until or "9999")


def _places(record: Element | Relation) -> tuple[Place, ...]:
    return (record.place,) if record.place else ()
