"""SEC-01: systems without one owner and an approved security level."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.sec.levels import System, coming_systems, own_systems, owners, proofs, security_of, wholes
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.model import Model
from archmodel.text.words import Words

LEVEL = ("security", "security.level")


def _judged(model: Model, day: str) -> Iterator[System]:
    for system in (*own_systems(model, day), *coming_systems(model, day)):
        if not wholes(model, system.id, day):
            yield system


@rule(
    "SEC-01",
    Severity.ERROR,
    title=Words(
        "Mỗi hệ thống có một chủ quản và đã xác định cấp độ an ninh mạng",
        "Every system has one owner and a security level",
    ),
    scope=lambda model, day: [system.id for system in _judged(model, day)],
    cites=(
        "KH130:Mục 7; Phụ lục, mục I.5", "LUAT116:Điều 8 khoản 1", "ND331_2026:Điều 8 khoản 1, khoản 3; Điều 18",
        "ND224_2026:Điều 23 khoản 4", "ND85_2016:Điều 5 khoản 1",
    ),
    plan=("KH130-GP5", "KH130-T7a"),
    tier="must",
)  # fmt: skip
def find(model: Model, day: str) -> Iterator[Finding]:
    """System without one owner, or in operation without an approved level.

    Why: what must be protected, and by whom, follows from the level; nobody answers for a system of two owners or none.
    Found: two owners at once; a level said not to apply; a system in operation on a proposed level, or before the day its
      level was approved; a level stated unknown with no day still to come. Owner, level, approver, day or approval not
      recorded is insufficient; a system in design needs a proposed level.
    Fix: record one `owned_by`, `security.level`, `approver`, `approved_on`, and `evidenced_by` with role approval.
    Misses: parts of a system, whose level is that of the whole here (SEC-03 compares them); equipment such as cameras and
      kiosks; records standing for many systems.
    Vì sao: cấp độ quyết định phải bảo vệ gì và ai chịu trách nhiệm; hai chủ quản hoặc không có thì không ai chịu.
    Phát hiện: hai chủ quản cùng lúc; ghi cấp độ không áp dụng; vận hành khi cấp độ mới đề xuất, hoặc trước ngày phê duyệt;
      ghi chưa xác định mà không có hạn còn hiệu lực. Thiếu chủ quản, cấp độ, người duyệt, ngày hay văn bản: chưa đủ cơ sở;
      hệ thống đang thiết kế cần cấp độ đề xuất.
    Khắc phục: ghi một `owned_by`, `security.level`, `approver`, `approved_on`, và `evidenced_by` với vai trò approval.
    Bỏ sót: phần của hệ thống (SEC-03 so sánh); thiết bị như camera, ki-ốt; bản ghi đại diện cho nhiều hệ thống.
    """
    for system in _judged(model, day):
        yield from verdict(system, [*_faults(model, system, day), *_missing(model, system, day)], _FIX)


_FIX = Words(
    "để một chủ quản; xác định, trình duyệt cấp độ rồi ghi 'security.level', 'approver', 'approved_on'",
    "keep one owner; have the level approved and record 'security.level', 'approver', 'approved_on'",
)


def _faults(model: Model, system: System, day: str) -> list[Words]:
    id, security = system.id, security_of(system)
    bodies = [body.id for body in owners(model, id, day)]
    faults = []
    if len(bodies) > 1:
        names = ", ".join(bodies)
        faults.append(
            Words(f"'{id}' có nhiều chủ quản cùng lúc: {names}", f"'{id}' has several owners at once: {names}")
        )
    if security.level is None and set(LEVEL) & set(system.not_applicable):
        faults.append(Words(f"'{id}' ghi cấp độ không áp dụng", f"'{id}' says a level does not apply to it"))
    for item in system.unknown:
        if item.field in LEVEL and (item.due is None or item.due < day):
            due = item.due or "–"
            faults.append(
                Words(f"'{id}' ghi cấp độ chưa xác định, hạn {due}", f"'{id}' states its level unknown, due {due}")
            )
    if is_active(system, day) and security.level is None and security.proposed_level is not None:
        level = security.proposed_level
        faults.append(
            Words(
                f"'{id}' đang vận hành khi cấp độ {level} mới đề xuất",
                f"'{id}' works while level {level} is only proposed",
            )
        )
    if is_active(system, day) and security.level is not None and (security.approved_on or "") > day:
        on = security.approved_on
        faults.append(
            Words(f"'{id}' vận hành khi cấp độ tới {on} mới duyệt", f"'{id}' works, its level approved only on {on}")
        )
    return faults  # fmt: skip


def _missing(model: Model, system: System, day: str) -> list[str]:
    security = security_of(system)
    missing = [] if owners(model, system.id, day) else ["owned_by"]
    if is_active(system, day) is False:
        return missing if security.level or security.proposed_level else [*missing, "security.proposed_level"]
    if security.level is None:
        return [*missing, "security.level"]
    stated = {
        "security.approver": security.approver,
        "security.approved_on": security.approved_on,
        "evidenced_by (role: approval)": proofs(model, system.id, day, "approval", "decision"),
    }
    return [*missing, *(name for name, value in stated.items() if not value)]
