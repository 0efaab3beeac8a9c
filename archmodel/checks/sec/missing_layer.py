"""SEC-10: systems of level 3 or higher without the four layers of protection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archmodel.analysis.activity import linked, linking
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.sec.levels import System, own_systems, security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Control, Document
from archmodel.model.model import Model
from archmodel.text.words import Words

LEAST = 3


def _systems(model: Model, day: str) -> list[System]:
    return [system for system in own_systems(model, day) if (security_of(system).level or 0) >= LEAST]


def _controls(model: Model, day: str) -> list[Control]:
    """The safeguards that protect one of the systems."""
    found = (
        model.elements.get(r.source)
        for system in _systems(model, day)
        for r in model.incoming(system.id, "protects")
        if r.holds_on(day)
    )
    return list({control.id: control for control in found if isinstance(control, Control)}.values())


@rule(
    "SEC-10",
    Severity.WARNING,
    title=Words("Mô hình bảo vệ nhiều lớp và kết nối giám sát", "Layered protection and monitoring link"),
    scope=lambda model, day: [item.id for item in (*_systems(model, day), *_controls(model, day))],
    cites=("QD1425", "LUAT116:Điều 40 khoản 1", "CT14_2019"),
    plan=("KH130-GP5",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System of level 3 or higher that lacks a layer of protection, or a safeguard nobody carries out.

    Why: people on the spot, eyes that watch, a stranger's check and the national centre each catch what the others miss.
    Found: a system of level 3 or higher said not to be linked to national monitoring, said to need no force, monitoring or
      check, or last checked longer ago than the workspace's `review_months`. A layer not recorded is insufficient, and so
      is a control that protects such a system while no element realises it and no contract covers it.
    Fix: set the layer up and record `security.standing_force`, `monitoring`, `independent_check_on`,
      `national_monitoring`; give the control what `realizes` it, or a contract with `evidenced_by`.
    Misses: systems with no level recorded (SEC-01, SEC-02). The length of the period is the workspace's, no instrument read
      prints one; whether a monitoring service is any good.
    Vì sao: lực lượng tại chỗ, giám sát, kiểm tra độc lập và trung tâm quốc gia, mỗi lớp bắt điều lớp khác bỏ lọt.
    Phát hiện: hệ thống từ cấp 3 ghi không kết nối giám sát quốc gia, ghi không cần lực lượng, giám sát hay kiểm tra, hoặc lần
      kiểm tra gần nhất quá `review_months` tháng. Chưa ghi một lớp: chưa đủ cơ sở; biện pháp bảo vệ hệ thống như vậy mà không
      có đối tượng thực hiện hay hợp đồng: chưa đủ cơ sở.
    Khắc phục: thiết lập lớp bảo vệ, ghi `security.standing_force`, `monitoring`, `independent_check_on`, `national_monitoring`;
      ghi đối tượng `realizes` biện pháp, hoặc hợp đồng qua `evidenced_by`.
    Bỏ sót: hệ thống chưa ghi cấp độ (SEC-01, SEC-02). Độ dài kỳ kiểm tra là thiết lập của không gian làm việc, không thấy văn
      bản nào ấn định; chất lượng giám sát.
    """
    fix = Words("thiết lập đủ bốn lớp bảo vệ rồi ghi lại", "set up all four layers and record them")
    for system in _systems(model, day):
        yield from verdict(system, [*_faults(model, system, day), *_missing(system, day)], fix)
    for control in _controls(model, day):
        papers = linked(model, control.id, "evidenced_by", day)
        contracts = [paper for paper in papers if isinstance(paper, Document) and paper.category == "contract"]
        if not contracts and not linking(model, control.id, "realizes", day):
            yield Finding(
                control,
                Words(f"biện pháp '{control.id}' chưa ghi do đâu thực hiện", f"nothing is recorded to realise the control '{control.id}'"),
                Words("ghi 'realizes' ở đối tượng thực hiện, hoặc hợp đồng qua 'evidenced_by'",
                      "put 'realizes' on what carries it out, or a contract with 'evidenced_by'"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip


LAYERS = ("standing_force", "monitoring", "independent_check_on", "national_monitoring")


def _faults(model: Model, system: System, day: str) -> list[Words]:
    security, faults = security_of(system), []
    refused = [name for name in LAYERS if {name, f"security.{name}"} & set(system.not_applicable)]
    refused += ["national_monitoring"] if security.national_monitoring is False else []
    if refused:
        names = ", ".join(dict.fromkeys(refused))
        faults.append(Words(f"'{system.id}' cấp {security.level} không có: {names}",
                            f"'{system.id}' of level {security.level} has no {names}"))  # fmt: skip
    last, months = security.independent_check_on, model.settings.review_months
    if last and _months(last, day) >= months:
        faults.append(Words(f"'{system.id}' được kiểm tra độc lập lần cuối {last}, quá {months} tháng",
                            f"'{system.id}' was last checked independently on {last}, over {months} months ago"))  # fmt: skip
    return faults


def _missing(system: System, day: str) -> list[str]:
    security = security_of(system)
    stated = {name: getattr(security, name) for name in LAYERS}
    if (security.independent_check_on or "") > day:
        stated["independent_check_on"] = None
    return [f"security.{name}" for name, value in stated.items() if value is None]


def _months(since: str, day: str) -> int:
    """Whole months from one day to another."""
    start, end = date.fromisoformat(since), date.fromisoformat(day)
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
