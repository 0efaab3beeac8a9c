"""SEC-05: level dossiers approved by the wrong body, without their papers, or left behind by the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from archmodel.analysis.activity import linked
from archmodel.analysis.succession import reachable
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.sec.dossiers import transition, yearly_report
from archmodel.checks.sec.levels import System, own_systems, owners, proofs, security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Document, Organisation
from archmodel.model.model import Model
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> list[System]:
    return [system for system in own_systems(model, day) if security_of(system).level is not None]


@rule(
    "SEC-05",
    Severity.WARNING,
    title=Words("Thẩm quyền phê duyệt và hồ sơ cấp độ", "Level dossier and approval authority"),
    scope=lambda model, day: [system.id for system in _judged(model, day)],
    cites=(
        "ND331_2026:Điều 18; Điều 22; Điều 30 khoản 7; Điều 35; Điều 36; Điều 39 khoản 1", "LUAT116:Điều 45 khoản 1",
        "TCVN14423", "TT12_2022",
    ),
    tier="law",
    confidence="medium",
    profiles=("P-2026B",),
)  # fmt: skip
def find(model: Model, day: str) -> Iterator[Finding]:
    """Level approved by a body without the authority, or with a dossier that lacks or outlived its papers.

    Why: an approval by the wrong body is none, and a dossier of the old decree ends with its transition.
    Found: an approver that has no tie to the owner (levels 1-3) or is no central body (4-5); only regulations dated after
      the approval; from 1/7/2027 a level approved before 1/7/2026 and assessed no later than that; a yearly report after
      25/12 or none for the last year due. Approver, papers, assessment or report not recorded is insufficient, as is an
      approval of the old law with no task that concerns the system and is due by 1/7/2027.
    Fix: have the level approved by the owner, its security unit or the Ministry of Public Security; link the regulation
      with `governed_by`, the approval with `evidenced_by`; record `security.assessed_on` and `security.reported_on`.
    Misses: whether the unit that approved levels 1-2 is the one for security; the owner's superior passes for the owner,
      and any central body for the Ministry of Public Security;
      dossiers begun and not approved (SEC-01 finds them); what the measures of TCVN 14423 ask one by one.
    Vì sao: phê duyệt sai thẩm quyền là chưa phê duyệt; hồ sơ theo nghị định cũ hết giá trị khi hết chuyển tiếp.
    Phát hiện: người duyệt không liên quan chủ quản (cấp 1-3) hoặc không phải cơ quan trung ương (4-5); quy chế đều ban hành
      sau phê duyệt; từ 01/7/2027 mà cấp độ duyệt và đánh giá đều trước 01/7/2026; báo cáo năm sau 25/12 hoặc không có của
      năm đến hạn. Thiếu người duyệt, giấy tờ, đánh giá, báo cáo, hoặc nhiệm vụ hoàn thiện trước 01/7/2027: chưa đủ cơ sở.
    Khắc phục: trình đúng thẩm quyền; nối quy chế bằng `governed_by`, văn bản duyệt bằng `evidenced_by`; ghi
      `security.assessed_on` và `security.reported_on`.
    Bỏ sót: đơn vị duyệt cấp 1-2 có chuyên trách an ninh mạng không; cấp trên của chủ quản được coi như chủ quản,
      mọi cơ quan trung ương như Bộ Công an; hồ sơ chưa
      duyệt (SEC-01 nêu); từng biện pháp của TCVN 14423.
    """
    bodies = _named(model)
    for system in _judged(model, day):
        said = (_approval(model, system, bodies, day), _papers(model, system, day), transition(model, system, day))
        yield from verdict(system, [*chain(*said), *yearly_report(system, day)], _FIX)


_FIX = Words("trình duyệt lại đúng thẩm quyền, kèm quy chế, đánh giá và báo cáo",
             "have it approved anew by the right body, with regulation, assessment and report")  # fmt: skip


def _named(model: Model) -> dict[str, Organisation]:
    """The bodies by id, and by name where only one bears it."""
    names = Counter(body.name for body in model.organisations)
    alone = {body.name: body for body in model.organisations if names[body.name] == 1}
    return alone | {body.id: body for body in model.organisations}


def _approval(model: Model, system: System, bodies: dict[str, Organisation], day: str) -> Iterator[Words | str]:
    security = security_of(system)
    approver, owning = bodies.get(security.approver or ""), owners(model, system.id, day)
    if approver is None:
        yield "security.approver (id)"
    elif (security.level or 0) >= 4:
        if approver.tier is None:
            yield f"tier ({approver.id})"
        elif approver.tier != "central":
            yield Words(f"'{system.id}' cấp {security.level} do '{approver.id}' duyệt, không phải cơ quan trung ương",
                        f"'{system.id}' of level {security.level} was approved by '{approver.id}', no central body")  # fmt: skip
    elif not owning:
        yield "owned_by"
    else:
        above = {body.id for owner in owning for body in (owner, *reachable(model, owner.id, ("part_of",), day=day))}
        own_unit = {owner.id for owner in owning} & {
            body.id for body in reachable(model, approver.id, ("part_of",), day=day)
        }
        if approver.id not in above and not (own_unit and (security.level or 0) < 3):
            names = ", ".join(owner.id for owner in owning)
            yield Words(f"'{system.id}' cấp {security.level} của {names} lại do '{approver.id}' duyệt",
                        f"'{system.id}' of level {security.level}, owned by {names}, was approved by '{approver.id}'")  # fmt: skip


def _papers(model: Model, system: System, day: str) -> Iterator[Words | str]:
    approved_on = security_of(system).approved_on
    if approved_on is None:
        yield "security.approved_on"
    if not proofs(model, system.id, day, "approval", "decision"):
        yield "evidenced_by (role: approval)"
    ends = [d for type in ("governed_by", "evidenced_by") for d in linked(model, system.id, type, day)]
    regulations = [d for d in ends if isinstance(d, Document) and d.category == "regulation"]
    if not regulations:
        yield "governed_by (regulation)"
        return
    names = ", ".join(d.id for d in regulations)
    if approved_on is None or any(d.issued is not None and d.issued <= approved_on for d in regulations):
        return
    if any(d.issued is None for d in regulations):
        yield f"issued ({names})"
    else:
        yield Words(f"'{system.id}' được duyệt {approved_on}, trước khi có quy chế {names}",
                    f"'{system.id}' was approved on {approved_on}, before its regulation {names}")  # fmt: skip
