"""LIFE-06: planned stops of public channels without notice or fallback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from archmodel.checks.life.gathering import gathered
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import listed
from archmodel.model.elements import Application, Channel, Document, Interface, Node, Service, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Proof
from archmodel.text.days import first, is_whole_day
from archmodel.text.words import Words

NOTICE = 7
PUBLIC = {"portal", "dvc_portal", "tthc_case", "channel"}
_WEEK = 5


def _stopped(model: Model, task: Task) -> list[Element]:
    """What the suspension stops, as far as it is, or may be, a public channel or service."""
    concerned = (model.elements.get(relation.target) for relation in model.outgoing(task.id, "concerns"))
    return [element for element in concerned if element and _is_public(element)]


def _is_public(element: Element) -> bool:
    if isinstance(element, Application):
        return element.public is not False and (element.public is True or element.category in {*PUBLIC, None})
    return isinstance(element, Channel | Interface | Service)


def _judged(model: Model, day: str) -> Iterator[Task]:
    """The suspensions that stop something public, or nothing recorded, since the law of the day holds."""
    profile = model.reference.profile(day)
    for task in model.tasks:
        if task.category != "suspension" or task.force_majeure:
            continue
        bound = profile is None or task.since is None or task.since >= profile.since
        if bound and (_stopped(model, task) or not model.targets(task.id, "concerns")):
            yield task


@rule(
    "LIFE-06",
    Severity.WARNING,
    title=Words("Tạm ngừng có thông báo trước và phương án dự phòng", "Planned suspension is announced and backed up"),
    scope=lambda model, day: [task.id for task in _judged(model, day)],
    cites=("ND224_2026:Điều 13 khoản 1, khoản 2",),
    plan=("KH130-GP3",),
    tier="law",
    profiles=("P-2026B",),
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Planned stop of a public channel that is announced late, or with nothing in its place.

    Why: people plan their day around a portal; seven working days let them come earlier or elsewhere.
    Found: a suspension whose notice (`evidenced_by` with the role `notice`) is dated less than seven working days
      before the stop, day of notice and day of stop not counted. Without the day of the stop, the notice or its date,
      the day service returns (`until`), what is stopped (`concerns`), or a fallback (`fallback` of what is stopped, or
      a node among `concerns`), it is insufficient.
    Fix: announce earlier, or move the stop; record notice, return and fallback; mark what nobody could plan
      `force_majeure`.
    Misses: public holidays, which make the notice shorter than counted; the text of the notice; stops nobody recorded.
    Vì sao: người dân sắp xếp việc theo cổng; báo trước bảy ngày làm việc để họ đến sớm hơn hoặc tới nơi khác.
    Phát hiện: đợt tạm ngừng có thông báo (`evidenced_by`, vai trò `notice`) ghi ngày chưa đủ bảy ngày làm việc trước khi
      ngừng, không tính ngày thông báo và ngày ngừng. Chưa ghi ngày ngừng, thông báo hoặc ngày thông báo, ngày khôi phục
      (`until`), kênh bị ngừng (`concerns`), dự phòng (`fallback` của kênh, hoặc nút trong `concerns`): chưa đủ cơ sở đánh giá.
    Khắc phục: thông báo sớm hơn hoặc lùi ngày ngừng; ghi thông báo, ngày khôi phục, dự phòng; việc bất khả kháng thì
      ghi `force_majeure`.
    Bỏ sót: ngày lễ, khiến số ngày làm việc thực ít hơn; nội dung thông báo; đợt ngừng không ai ghi.
    """
    fix = Words(
        "ghi thông báo (evidenced_by, role: notice) sớm hơn, 'until', 'fallback'; hoặc 'force_majeure'",
        "record an earlier notice (evidenced_by, role: notice), 'until', 'fallback'; or 'force_majeure'",
    )
    for task in _judged(model, day):
        stopped = _stopped(model, task)
        notices = _notices(model, task)
        issued = min((n.issued for n in notices if n.issued and is_whole_day(n.issued)), default=None)
        start = task.since if task.since and is_whole_day(task.since) else None
        wrong = []
        if start and issued and (days := working_days(first(issued), first(start))) < NOTICE:
            wrong.append(
                Words(
                    f"ngừng {start}, thông báo {issued}: {days} ngày làm việc, cần {NOTICE}",
                    f"stops on {start}, announced on {issued}: {days} working days, {NOTICE} are due",
                )
            )
        has_node = any(isinstance(element, Node) for element in model.targets(task.id, "concerns"))
        bare = [] if has_node else [e.id for e in stopped if not getattr(e, "fallback", None)]
        absent = [
            Words(f"chưa ghi {name}", f"does not state {name}")
            for name, is_absent in (
                ("'since'", not start),
                ("'evidenced_by' (role: notice)", not notices),
                ("'issued' " + listed(n.id for n in notices), bool(notices) and not issued),
                ("'until'", not task.until),
                ("'concerns'", not stopped),
                ("'fallback' " + listed(bare), bool(bare)),
            )
            if is_absent
        ]
        yield from gathered(task, wrong, absent, fix, notices)


def _notices(model: Model, task: Task) -> list[Document]:
    proofs = (r for r in model.outgoing(task.id, "evidenced_by") if isinstance(r, Proof) and r.role == "notice")
    return [found for proof in proofs if isinstance(found := model.elements.get(proof.target), Document)]


def working_days(notice: date, stop: date) -> int:
    """The days from Monday to Friday that lie between the two, neither counted; public holidays are not known here."""
    between = max((stop - notice).days - 1, 0)
    weeks, rest = divmod(between, 7)
    extra = sum((notice + timedelta(days=n + 1)).weekday() < _WEEK for n in range(rest))
    return weeks * _WEEK + extra
