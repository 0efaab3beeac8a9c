"""INTEG-04: master data with two masters or none, or written outside its master."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_family, is_own
from archmodel.checks.integ.masters import keepers, masters
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Entity
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Access
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterator[tuple[Entity, tuple[Element, ...]]]:
    for entity in model.entities:
        homes = masters(model, entity, day)
        if entity.holds_on(day) and (entity.master_data or homes):
            yield entity, homes


@rule(
    "INTEG-04",
    Severity.ERROR,
    title=Words("Mỗi loại dữ liệu chủ lưu tại một hệ thống duy nhất", "Each master data entity has exactly one master"),
    scope=lambda model, day: [entity.id for entity, _ in _judged(model, day)],
    cites=("QD1425", "KH130:Phần I, yêu cầu b", "ND224_2026:Điều 23 khoản 5 điểm b", "ND278_2025:Điều 8", "LUAT60"),
    plan=("KH130-R-b",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Entity with more than one master, with none, or written by a system that does not keep it.

    Why: where two systems hold the original, neither is right, and every copy spreads the difference.
    Found: an entity mastered in two places at once (by `mastered_in` or a data set marked master that contains it), or
      written (w, rw) by a system that does not keep the master and gives no reason, fails. Master data with no master
      recorded, an access to it without `mode`, and a topic recorded as one entity with several masters are insufficient.
    Fix: keep one `mastered_in`, unmark `master` on the copies and let the others read; split a topic into entities.
    Misses: copies entered by hand that no record shows; a request for change is told from a write by its `reason` only.
    Vì sao: hai nơi cùng giữ bản gốc thì không nơi nào đúng, mọi bản sao nhân rộng chỗ lệch.
    Phát hiện: thực thể cùng lúc có bản gốc ở hai nơi (theo `mastered_in` hoặc dữ liệu ghi `master` chứa nó), hoặc bị hệ
      thống không giữ bản gốc ghi vào (w, rw) mà không có lý do: chưa đáp ứng. Dữ liệu chủ chưa ghi nơi giữ bản gốc,
      truy cập chưa ghi `mode`, chủ đề gộp có nhiều bản gốc: chưa đủ cơ sở đánh giá.
    Khắc phục: giữ một `mastered_in`, bỏ `master` ở bản sao, nơi khác chỉ đọc; tách chủ đề thành các thực thể.
    Bỏ sót: bản sao nhập tay không ghi trong mô hình; yêu cầu sửa đổi chỉ phân biệt với ghi bằng `reason`.
    """
    for entity, homes in _judged(model, day):
        if len(homes) > 1:
            yield _several(entity, homes)
        elif not homes:
            yield Finding(
                entity,
                Words(f"dữ liệu chủ '{entity.id}' chưa ghi nơi giữ bản gốc", f"'{entity.id}' records no master"),
                Words("ghi 'mastered_in'", "write 'mastered_in'"),
                Outcome.INSUFFICIENT,
            )
        elif not is_family(entity):
            yield from _writers(model, entity, homes[0], day)


def _several(entity: Entity, homes: tuple[Element, ...]) -> Finding:
    names = ", ".join(sorted(home.id for home in homes))
    if is_family(entity):
        return Finding(
            entity,
            Words(
                f"'{entity.id}' là một chủ đề gộp, có nhiều bản gốc: {names}",
                f"'{entity.id}' stands for a topic with several masters: {names}",
            ),
            Words("tách ra, mỗi thực thể một 'mastered_in'", "split it; give each entity its 'mastered_in'"),
            Outcome.INSUFFICIENT,
        )
    outside = ", ".join(sorted(home.id for home in homes if not is_own(home)))
    vi = f"; bản gốc ngoài Thành phố: {outside}" if outside else ""
    en = f"; kept outside the City: {outside}" if outside else ""
    return Finding(
        entity,
        Words(
            f"'{entity.id}' có {len(homes)} bản gốc: {names}{vi}",
            f"'{entity.id}' has {len(homes)} masters: {names}{en}",
        ),
        Words("giữ một bản gốc, các nơi khác đọc từ đó", "keep one master and let the others read from it"),
    )


def _writers(model: Model, entity: Entity, home: Element, day: str) -> Iterator[Finding]:
    keeping = keepers(model, home, day) | {home.id}
    held_in = [r.source for r in holding(model.incoming(entity.id, "contains"), day) if r.source != home.id]
    for id in (entity.id, *held_in):
        for access in holding(model.incoming(id, "accesses"), day):
            if not isinstance(access, Access) or access.source in keeping or access.reason or access.mode == "r":
                continue
            if isinstance(model.elements.get(access.source), Application) and (access.mode or id == entity.id):
                yield _writer(access, entity, home)


def _writer(access: Access, entity: Entity, home: Element) -> Finding:
    if access.mode is None:
        return Finding(
            access,
            Words(
                f"'{access.source}' truy cập '{entity.id}' chưa ghi 'mode'",
                f"'{access.source}' → '{entity.id}': no 'mode'",
            ),
            Words("ghi mode r, w hoặc rw", "state mode r, w or rw"),
            Outcome.INSUFFICIENT,
        )
    return Finding(
        access,
        Words(
            f"'{access.source}' ghi vào '{access.target}' trong khi bản gốc của '{entity.id}' ở '{home.id}'",
            f"'{access.source}' writes '{access.target}' while the master of '{entity.id}' is '{home.id}'",
        ),
        Words("chỉ đọc (mode r), hoặc ghi 'reason' nếu là yêu cầu sửa đổi", "read only (mode r), or give a 'reason'"),
    )
