"""FW4-12: new systems placed without considering the cloud, and platforms short of the minimum requirements."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, linking
from archmodel.analysis.deadlines import last_due
from archmodel.analysis.succession import reachable
from archmodel.checks.fw4.joint_use import identifies, is_platform
from archmodel.checks.fw4.subjects import may_work, own_singles
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Node, Task
from archmodel.model.model import Model
from archmodel.text.words import Words

INSTRUMENT = "ND224_2026"
BINDING = "2027-07-01"
CATCH_UP = "2028-12-31"
QUALITIES = ("connection", "backup", "availability", "logs", "accessibility")


def _judged(model: Model, day: str) -> Iterator[Application]:
    for application in own_singles(model, day, Application):
        if application.state in COMING or (may_work(application, day) and is_platform(model.origin, application, day)):
            yield application


@rule(
    "FW4-12",
    Severity.WARNING,
    title=Words(
        "Ưu tiên điện toán đám mây và yêu cầu tối thiểu của nền tảng số",
        "Cloud considered first; minimum requirements for platforms",
    ),
    scope=lambda model, day: [application.id for application in _judged(model, day)],
    cites=("ND224_2026:Điều 23 khoản 2; Điều 26; Điều 27; Điều 29 khoản 3",),
    tier="law",
    profiles=("P-2026B",),
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System in design or build placed off the cloud without a reason, or platform short of the minimum.

    Why: a server room for one system is paid for twice, and a platform many bodies rest on must not stand on less than
      the law's minimum.
    Found: a planned application hosted on no cloud and without a reason, and a platform whose task to reach the minimum
      is due after 2028-12-31 (or after its start, from 2027-07-01), fail; an unstated host or kind of host, an unstated
      minimum requirement or identity platform, is insufficient.
    Fix: state `hosted_on` a node of category cloud, or a `reason` on it; fill `quality`; record a flow with the national
      identity platform; give the task with a clause of ND224_2026 that `concerns` the platform a deadline in time.
    Misses: whether what `quality` states is enough, as the law gives no figures; families.
    Vì sao: mỗi hệ thống một phòng máy là chi hai lần; nền tảng nhiều cơ quan dựa vào không được dưới mức tối thiểu.
    Phát hiện: ứng dụng dự kiến không đặt trên đám mây mà không ghi lý do, nền tảng có nhiệm vụ đạt mức tối thiểu với hạn sau
      31/12/2028 (hoặc sau ngày bắt đầu, kể từ 01/7/2027): chưa đáp ứng; chưa ghi nơi đặt hay loại nơi đặt, chưa ghi yêu cầu
      tối thiểu hay nền tảng xác thực: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `hosted_on` tới hạ tầng loại cloud, hoặc ghi `reason` ở đó; điền `quality`; ghi luồng tới nền tảng định
      danh quốc gia; ghi hạn kịp cho nhiệm vụ có `clause` thuộc ND224_2026 và `concerns` tới nền tảng.
    Bỏ sót: điều ghi ở `quality` đã đủ chưa, vì luật không nêu con số; bản ghi nhóm.
    """
    for application in _judged(model, day):
        wrong: list[Words] = []
        absent: list[Words] = []
        if application.state in COMING:
            _place(model.origin, application, day, wrong, absent)
        if is_platform(model.origin, application, day):
            _minimum(model.origin, application, day, wrong, absent)
        for words, outcome in ((wrong, Outcome.FAIL), (absent, Outcome.INSUFFICIENT)):
            if words:
                yield Finding(
                    application,
                    Words(f"'{application.id}' {'; '.join(w.vi for w in words)}", f"'{application.id}' {'; '.join(w.en for w in words)}"),
                    Words("ghi 'hosted_on' (có 'reason' nếu không phải đám mây), 'quality', luồng xác thực, hạn của nhiệm vụ",
                          "state 'hosted_on' (with a 'reason' if not cloud), 'quality', the identity flow, the task's deadline"),
                    outcome,
                )  # fmt: skip


def _place(model: Model, application: Application, day: str, wrong: list[Words], absent: list[Words]) -> None:
    hosts = [r for r in model.outgoing(application.id, "hosted_on") if r.holds_on(day)]
    nodes = [e for e in reachable(model, application.id, ("hosted_on",), day=day) if isinstance(e, Node)]
    names = ", ".join(r.target for r in hosts)
    if any(node.category == "cloud" for node in nodes) or any(r.reason for r in hosts):
        return
    if not hosts:
        absent.append(Words("đang dự kiến, chưa ghi nơi đặt (hosted_on)", "is planned and states no host (hosted_on)"))
    elif not nodes or any(node.category is None for node in nodes):
        absent.append(
            Words(f"đặt tại {names}, chưa rõ có phải đám mây", f"is to run on {names}, which may be a cloud or not")
        )
    else:
        wrong.append(Words(f"dự kiến đặt tại {names}, không phải đám mây và không ghi lý do",
                           f"is to run on {names}, no cloud, without a reason"))  # fmt: skip


def _minimum(model: Model, application: Application, day: str, wrong: list[Words], absent: list[Words]) -> None:
    missing = [name for name in QUALITIES if getattr(application.quality, name, None) is None]
    if not identifies(model, application, day):
        missing.append("VNeID")
    if not missing:
        return
    since = application.since
    limit = since if since is not None and since >= BINDING else CATCH_UP
    tasks = [task for task in linking(model, application.id, "concerns", day) if isinstance(task, Task)]
    meant = [task for task in tasks if (task.clause or "").partition(":")[0] == INSTRUMENT]
    dues = [due for task in meant if (due := last_due(task, model.settings))]
    names = ", ".join(missing)
    if dues and min(dues) > limit:
        wrong.append(Words(f"hạn đạt yêu cầu tối thiểu là {min(dues)}, sau {limit}",
                           f"is to reach the minimum by {min(dues)}, after {limit}"))  # fmt: skip
    elif not dues:
        absent.append(
            Words(f"là nền tảng dùng chung, chưa ghi: {names}", f"is a shared platform and does not state: {names}")
        )
