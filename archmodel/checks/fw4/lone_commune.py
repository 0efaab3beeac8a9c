"""FW4-10: communes outside the shared systems, and communes with systems of their own for what is shared."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_active
from archmodel.checks.fw4.communes import (
    SHARED,
    doing_the_same,
    local_applications,
    offered_above,
    units,
    users,
    uses,
)
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.values import label
from archmodel.text.words import Words

FEW = 5


@rule(
    "FW4-10",
    Severity.WARNING,
    title=Words("Mô hình cấp xã dùng thành phần dùng chung", "Commune tier rests on shared components"),
    scope=lambda model, day: (
        [*judged, *(e.id for e in local_applications(model, day))] if (judged := units(model, day)) else []
    ),
    cites=("QD1425:Phụ lục I, Hình 9", "DRAFT_GUIDE:Mẫu 01, Phụ lục 08", "KH130:Phần I, yêu cầu c"),
    plan=("KH130-R-c", "KH130-T2c"),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Commune that does not use the shared systems, or has its own for what they already do.

    Why: a commune has neither the staff nor the money to run systems; one central system serves all, with one record.
    Found: an application owned by a commune, of a class or for a function that a shared one serves, fails; one that
      states no function or no state, and communes whose use of case handling, documents, e-mail, reporting or a portal
      is not recorded, are insufficient (told once for a group).
    Fix: put `used_by` the commune or its group on the shared system; move the commune's users over, or record one
      central application in place of many; state `realizes`.
    Misses: data sets of communes; copies that state neither class nor function; families. An address of its own
      stands for the portal. Days before two-tier government are not judged.
    Vì sao: cấp xã không có người và tiền để tự vận hành; một hệ thống tập trung dùng cho mọi xã và là một bản ghi.
    Phát hiện: ứng dụng do cấp xã làm chủ quản mà cùng loại hoặc cùng chức năng với hệ thống dùng chung: chưa đáp ứng; ứng
      dụng chưa ghi chức năng hay trạng thái, xã chưa ghi đang dùng hệ thống một cửa, văn bản, thư điện tử, báo cáo hay
      cổng: chưa đủ cơ sở đánh giá (nêu một lần cho cả nhóm).
    Khắc phục: ghi `used_by` tới xã hoặc nhóm xã ở hệ thống dùng chung; chuyển người dùng sang, hoặc lập một bản ghi tập
      trung thay cho nhiều bản ghi; ghi `realizes`.
    Bỏ sót: dữ liệu của xã; bản sao không ghi loại lẫn chức năng; bản ghi nhóm. Xã có địa chỉ web riêng coi như đã có cổng.
      Không xét các ngày trước khi có chính quyền hai cấp.
    """
    whole, judged = model.origin, units(model, day)
    offered = offered_above(whole, day)
    using = {category: {body for app in offered[category] for body in users(whole, app, day)} for category in SHARED}
    for unit, communes in judged.items():
        without = {name: [c.id for c in communes if not uses(whole, c, name, using[name], day)] for name in SHARED}
        if any(without.values()):
            count = len(communes)
            vi, en = (
                "; ".join(_told(c, ids, count, lang) for c, ids in without.items() if ids) for lang in ("vi", "en")
            )
            yield Finding(
                whole[unit],
                Words(f"'{unit}' chưa ghi dùng hệ thống dùng chung: {vi}",
                      f"'{unit}': no use of a shared system is recorded: {en}"),
                Words("ghi 'used_by' ở hệ thống dùng chung", "put 'used_by' on the shared system"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip
    for application in local_applications(model, day) if judged else ():
        yield from _own_system(whole, application, offered, day)


def _told(category: str, ids: list[str], count: int, lang: str) -> str:
    name = label("category", category, lang)
    return name if len(ids) == count else f"{name}: {len(ids)}/{count} ({', '.join(ids[:FEW])})"


def _own_system(
    model: Model, application: Application, offered: dict[str, list[Application]], day: str
) -> Iterator[Finding]:
    is_shared_class = application.category in SHARED
    same_class = offered.get(application.category or "", []) if is_shared_class else []
    shared = [*same_class, *doing_the_same(model, application, day)]
    working = [other for other in shared if is_active(other, day)] if is_active(application, day) else []
    if shared:
        names = ", ".join(dict.fromkeys(other.id for other in working or shared))
        yield Finding(
            application,
            Words(f"'{application.id}' do cấp xã làm chủ quản, trong khi đã có {names} dùng chung",
                  f"'{application.id}' is owned by a commune while {names} is shared")
            if working
            else Words(f"'{application.id}' do cấp xã làm chủ quản, cùng loại với {names}, chưa rõ cái nào đang hoạt động",
                       f"'{application.id}' is owned by a commune and of a kind with {names}; which of them work is unknown"),
            Words("dùng hệ thống dùng chung, hoặc ghi ngoại lệ có lý do; ghi 'state'",
                  "use the shared system, or record a waiver with a reason; state 'state'"),
            Outcome.FAIL if working else Outcome.INSUFFICIENT,
        )  # fmt: skip
    elif not is_shared_class and not holding(model.outgoing(application.id, "realizes"), day):
        yield Finding(
            application,
            Words(f"'{application.id}' do cấp xã làm chủ quản, chưa ghi chức năng nên chưa biết có trùng với hệ thống dùng chung",
                  f"'{application.id}' is owned by a commune and states no function to compare with shared systems"),
            Words("ghi 'realizes' tới chức năng nghiệp vụ", "state 'realizes' to a business function"),
            Outcome.INSUFFICIENT,
        )  # fmt: skip
