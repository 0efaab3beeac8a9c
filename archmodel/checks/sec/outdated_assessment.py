"""SEC-06: systems changed since their security was last assessed, or without an incident plan."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.sec.changes import is_shared, last_change
from archmodel.checks.sec.levels import System, due_work, own_systems, proofs, security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.text.days import first
from archmodel.text.words import Words

OWN_TIERS, FEW = frozenset({"city", "commune"}), 5


def _judged(model: Model, day: str) -> Iterator[System]:
    for system in own_systems(model, day):
        if is_shared(system) or last_change(model, system, day):
            yield system


def _bodies(model: Model, day: str) -> list[Organisation]:
    """The working bodies of the City, groups of them left out."""
    groups = {r.target for r in model.relations if r.type == "member_of"}
    return [
        body
        for body in model.organisations
        if body.tier in OWN_TIERS and body.holds_on(day) and body.id not in groups and body.name_status != "family"
    ]


def _answering(model: Model) -> list[str]:
    return [id for id in (model.settings.owner,) if id is not None and id in model]


@rule(
    "SEC-06",
    Severity.ERROR,
    title=Words(
        "Đánh giá lại an ninh mạng sau khi tổ chức lại; có phương án ứng phó sự cố",
        "Security re-assessed after reorganisation; incident plan exists",
    ),
    scope=lambda model, day: [*(system.id for system in _judged(model, day)), *_answering(model)],
    cites=("KH130:Mục 7", "ND331_2026:Điều 10 khoản 2; Điều 31 khoản 2 điểm d", "ND224_2026:Điều 21 khoản 4"),
    plan=("KH130-T7a", "KH130-T7b"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System changed since its last security assessment, or shared without an incident plan.

    Why: a merger moves owners, hosts and data; an assessment made before says nothing about what came after.
    Found: a system whose last assessment is older than its last recorded change (owner, operator, host, data, whole, succession, a
      flow across owners) with no task due for it; a shared system or node whose only incident plan has ended. No
      assessment or plan recorded is insufficient; so are bodies that name nobody for security, told once of the owner.
    Fix: assess anew and record `security.assessed_on` or `evidenced_by` with role assessment; or a task with a deadline that
      `concerns` it. Record `security.incident_plan`, and `security_contact` of each body.
    Misses: changes of function, reach or users (no dates of them are kept); changes of level, since the approval of a level
      follows an assessment rather than calls for one; records standing for many systems.
    Vì sao: sắp xếp làm đổi chủ quản, nơi đặt, dữ liệu; đánh giá trước đó không nói gì về sau đó.
    Phát hiện: đánh giá gần nhất cũ hơn thay đổi gần nhất (chủ quản, đơn vị vận hành, nơi đặt, dữ liệu, hợp nhất, luồng liên chủ quản) mà không
      có nhiệm vụ đến hạn; hệ thống, hạ tầng dùng chung chỉ có phương án sự cố đã hết hiệu lực. Chưa ghi đánh giá hay phương
      án: chưa đủ cơ sở; các cơ quan chưa nêu đầu mối an ninh mạng được nêu một lần ở chủ quản.
    Khắc phục: đánh giá lại, ghi `security.assessed_on` hoặc `evidenced_by` vai trò assessment; hoặc nhiệm vụ có hạn, `concerns`
      hệ thống. Ghi `security.incident_plan`, và `security_contact` của từng cơ quan.
    Bỏ sót: thay đổi chức năng, phạm vi, người dùng (không giữ ngày); thay đổi cấp độ, vì phê duyệt cấp độ đi sau đánh giá;
      bản ghi đại diện cho nhiều hệ thống.
    """
    for system in _judged(model, day):
        yield from verdict(system, [*_assessment(model, system, day), *_incident_plan(model, system, day)], _FIX)
    yield from _contacts(model, day)


_FIX = Words(
    "đánh giá lại và ghi 'security.assessed_on', cập nhật phương án; hoặc ghi nhiệm vụ có hạn",
    "assess anew and record 'security.assessed_on', renew the plan; or record a task with a deadline",
)


def _assessment(model: Model, system: System, day: str) -> Iterator[Words | str]:
    changed = last_change(model, system, day)
    if changed is None or due_work(model, system.id, day):
        return
    assessed = [d.issued for d in proofs(model, system.id, day, "assessment") if d.issued]
    last = max([*assessed, *([on] if (on := security_of(system).assessed_on) else [])], default=None)
    if last is None:
        yield f"security.assessed_on (changed {changed})"
    elif last < first(changed).isoformat()[: len(last)]:
        yield Words(f"'{system.id}' thay đổi {changed}, đánh giá an ninh mạng gần nhất {last}",
                    f"'{system.id}' changed on {changed}; its security was last assessed on {last}")  # fmt: skip


def _incident_plan(model: Model, system: System, day: str) -> Iterator[Words | str]:
    if not is_shared(system) or security_of(system).incident_plan:
        return
    plans = proofs(model, system.id, day, "incident_plan")
    if not plans:
        yield "security.incident_plan"
    elif not any(plan.holds_on(day) for plan in plans):
        names = ", ".join(f"{plan.id} ({plan.until})" for plan in plans)
        yield Words(f"phương án ứng phó sự cố của '{system.id}' đã hết hiệu lực: {names}",
                    f"the incident plan of '{system.id}' has ended: {names}")  # fmt: skip


def _contacts(model: Model, day: str) -> Iterator[Finding]:
    bodies = _bodies(model, day)
    silent = [body.id for body in bodies if body.security_contact is None]
    for id in _answering(model):
        if silent:
            names = ", ".join(silent[:FEW]) + ("…" if len(silent) > FEW else "")
            yield Finding(
                model[id],
                Words(f"{len(silent)} trong {len(bodies)} cơ quan chưa nêu ai chịu trách nhiệm an ninh mạng: {names}",
                      f"{len(silent)} of {len(bodies)} bodies do not name who answers for network security: {names}"),
                Words("ghi 'security_contact' của từng cơ quan", "record 'security_contact' of each body"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip
