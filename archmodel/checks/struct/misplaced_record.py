"""STRUCT-08: own and reference records that are mixed up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import linked
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Dataset, Network, Node, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words

OWN_TIERS = {"city", "district", "commune"}


def _objects(model: Model) -> Iterable[Managed]:
    return (element for element in model if isinstance(element, Application | Dataset | Node | Network))


@rule(
    "STRUCT-08",
    Severity.ERROR,
    title=Words("Phân biệt bản ghi gốc và bản ghi tham chiếu", "Own records and reference records are told apart"),
    scope=lambda model, day: [element.id for element in _objects(model)],
    cites=("DRAFT_GUIDE:Mẫu 01, Bảng 1", "QD1425:Phụ lục II"),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Object of another body described as the City's own, or the other way round.

    Why: a national platform listed as the City's own would be planned, funded and counted twice.
    Found: an own record whose owners are all outside the City; a reference record owned by a body of the City, or
      with a lifecycle state its owner has not confirmed. Without record type, owner or the owner's tier, and without
      the source code of a reference record, it is insufficient.
    Fix: set `record`, mend the owner, or give the state as `usage` (how the City uses it).
    Misses: records whose owner is itself recorded at the wrong tier. Where no owner is left on the day, the former ones
      are judged.
    Vì sao: nền tảng quốc gia ghi thành của Thành phố sẽ bị lập kế hoạch, cấp vốn và đếm hai lần.
    Phát hiện: bản ghi gốc mà mọi chủ quản đều ngoài Thành phố; bản ghi tham chiếu có chủ quản thuộc Thành phố, hoặc ghi
      trạng thái vòng đời khi chủ quản chưa xác nhận. Thiếu loại bản ghi, chủ quản, cấp của chủ quản, hay mã nguồn: chưa đủ cơ sở.
    Khắc phục: ghi `record`, sửa chủ quản, hoặc ghi `usage` (tình trạng khai thác tại Thành phố) thay cho `state`.
    Bỏ sót: chủ quản ghi sai cấp. Ngày xét không còn chủ quản nào thì xét theo các chủ quản trước.
    """
    for element in _objects(model):
        now, ever = linked(model, element.id, "owned_by", day), model.targets(element.id, "owned_by")
        owners = [body for body in now or ever if isinstance(body, Organisation)]
        if wrong := _contradiction(element, owners):
            yield Finding(element, *wrong)
        elif absent := _absent(element, {owner.tier for owner in owners}):
            yield Finding(
                element,
                Words(f"'{element.id}' chưa ghi: {absent}", f"'{element.id}' does not state: {absent}"),
                Words(
                    "bổ sung để phân biệt gốc và tham chiếu", "add them, so that own and reference can be told apart"
                ),
                Outcome.INSUFFICIENT,
            )


def _contradiction(element: Managed, owners: list[Organisation]) -> tuple[Words, Words] | None:
    """What the record says against its own type, and the remedy."""
    tiers, names = {owner.tier for owner in owners}, ", ".join(owner.id for owner in owners)
    if element.record == "own" and owners and None not in tiers and not tiers & OWN_TIERS:
        return Words(
            f"'{element.id}' là bản ghi gốc nhưng chủ quản ngoài Thành phố: {names}",
            f"'{element.id}' is an own record but its owner is outside the City: {names}",
        ), Words("đổi thành 'record: reference', hoặc sửa chủ quản", "make it 'record: reference', or mend the owner")
    if element.record == "reference" and tiers & OWN_TIERS:
        return Words(
            f"'{element.id}' là bản ghi tham chiếu nhưng chủ quản thuộc Thành phố: {names}",
            f"'{element.id}' is a reference record but the City owns it: {names}",
        ), Words("đổi thành 'record: own', hoặc sửa chủ quản", "make it 'record: own', or mend the owner")
    if element.record == "reference" and element.state is not None and element.confirmed_on is None:
        return Words(
            f"'{element.id}' là bản ghi tham chiếu nhưng ghi trạng thái vòng đời chưa được chủ quản xác nhận",
            f"'{element.id}' is a reference record with a lifecycle state its owner has not confirmed",
        ), Words(
            "ghi 'usage' thay cho 'state', hoặc thêm 'confirmed_on'",
            "state 'usage' instead of 'state', or add 'confirmed_on'",
        )
    return None


def _absent(element: Managed, tiers: set[str | None]) -> str:
    """What is not recorded to tell own and reference apart, by name."""
    absent = {
        "record": element.record is None,
        "owned_by": not tiers,
        "tier": None in tiers and not tiers & OWN_TIERS,
        "source_code": element.record == "reference" and element.source_code is None,
    }
    return ", ".join(name for name, is_absent in absent.items() if is_absent)
