"""INTEG-07: exchanged data without dictionary entry, or coded by tables that differ or have ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.activity import is_family
from archmodel.checks.integ.exchange import runs, same_owner, touches_city
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Entity
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words


def _carried(model: Model, day: str) -> dict[str, list[Flow]]:
    """The flows between owners that run or may run, by each entity they carry, in data sets or alone."""
    found: dict[str, list[Flow]] = defaultdict(list)
    for flow in model.flows:
        if runs(flow, day) is False or same_owner(model, flow, day) or not touches_city(model, flow):
            continue
        for id in dict.fromkeys(_entities(model, flow)):
            found[id].append(flow)
    return found


def _entities(model: Model, flow: Flow) -> Iterator[str]:
    for id in flow.carries:
        yield from (one for one in (id, *(r.target for r in model.outgoing(id, "contains"))) if _is_entity(model, one))


def _is_entity(model: Model, id: str) -> bool:
    return isinstance(model.elements.get(id), Entity)


@rule(
    "INTEG-07",
    Severity.WARNING,
    title=Words("Dùng chung danh mục, mã và từ điển dữ liệu", "Shared code tables and data dictionary"),
    scope=lambda model, day: [*_carried(model, day), *(flow.id for flow in _coded(model, day))],
    cites=("TT13_2017:Điều 15", "QD2439", "QD1425"),
    plan=("KH130-R-b",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Entity exchanged between owners without a dictionary entry, or under code tables that differ or no longer hold.

    Why: two bodies that code the same thing differently exchange errors at machine speed.
    Found: an entity that two running flows carry with different `code_tables`, and a running flow whose code table does
      not hold on the day, fail. An entity exchanged between owners that names no `dictionary` entry, and a flow whose
      code table has no record, are insufficient.
    Fix: write the entry in `dictionary` of the entity (split a topic first), the code lists in `code_tables` of the flow.
    Misses: which attribute uses which table (attributes are not recorded); flows that say nothing of their data;
      identifiers of bodies, which KH130-04 judges.
    Vì sao: hai cơ quan mã hóa khác nhau cho cùng một thứ thì trao đổi lỗi với tốc độ máy.
    Phát hiện: thực thể do hai luồng đang chạy mang với `code_tables` khác nhau, luồng dùng bảng mã không còn hiệu lực:
      chưa đáp ứng. Thực thể trao đổi giữa các chủ quản chưa ghi `dictionary`, bảng mã chưa có bản ghi: chưa đủ cơ sở.
    Khắc phục: ghi mục từ điển ở `dictionary` của thực thể (tách chủ đề trước), bảng mã ở `code_tables` của luồng.
    Bỏ sót: thuộc tính nào dùng bảng nào (chưa ghi thuộc tính); luồng không nêu dữ liệu; mã cơ quan do KH130-04 xét.
    """
    for id, flows in sorted(_carried(model, day).items()):
        entity = model[id]
        coded = [flow for flow in flows if flow.code_tables and runs(flow, day)]
        names = ", ".join(flow.id for flow in flows)
        if len({frozenset(flow.code_tables) for flow in coded}) > 1:
            told = "; ".join(f"{flow.id}: {', '.join(flow.code_tables)}" for flow in coded)
            yield Finding(
                entity,
                Words(
                    f"'{id}' được mang với bảng mã khác nhau ({told})",
                    f"'{id}' is carried with different codes ({told})",
                ),
                Words("dùng một bảng mã đã ban hành cho mọi luồng", "use one issued code table in every flow"),
                see=places(coded),
            )
        elif not getattr(entity, "dictionary", None) and "dictionary" not in entity.not_applicable:
            yield Finding(
                entity,
                Words(
                    f"'{id}' trao đổi giữa các chủ quản ({names}) chưa ghi mục từ điển dữ liệu",
                    f"'{id}' is exchanged between owners ({names}) and names no dictionary entry",
                ),
                _ENTRY if not is_family(entity) else _SPLIT,
                Outcome.INSUFFICIENT,
            )
    for flow in _coded(model, day):
        yield from _outdated(model, flow, day)


_ENTRY = Words("ghi 'dictionary'", "write 'dictionary'")
_SPLIT = Words(
    "tách chủ đề thành thực thể, ghi 'dictionary' của từng thực thể",
    "split the topic into entities and write the 'dictionary' of each",
)


def _coded(model: Model, day: str) -> list[Flow]:
    return [flow for flow in model.flows if flow.code_tables and runs(flow, day)]


def _outdated(model: Model, flow: Flow, day: str) -> Iterator[Finding]:
    ended = [id for id in flow.code_tables if id in model.origin and not model.origin[id].holds_on(day)]
    unknown = [id for id in flow.code_tables if id not in model.origin]
    if ended or unknown:
        names = ", ".join(ended or unknown)
        yield Finding(
            flow,
            Words(
                f"luồng '{flow.id}' dùng bảng mã không còn hiệu lực: {names}",
                f"flow '{flow.id}' uses ended codes: {names}",
            )
            if ended
            else Words(
                f"bảng mã của luồng '{flow.id}' chưa có bản ghi: {names}", f"codes of '{flow.id}' unrecorded: {names}"
            ),
            Words("sửa 'code_tables', hoặc thêm bản ghi", "mend 'code_tables', or add the record"),
            Outcome.FAIL if ended else Outcome.INSUFFICIENT,
        )
