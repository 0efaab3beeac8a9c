"""DOC-08: tasks of the plan without state, lead or evidence, or past their day."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding
from archmodel.analysis.deadlines import DONE, last_due, lenders
from archmodel.analysis.succession import heirs
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Task
from archmodel.model.model import Model
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> list[Task]:
    issue = model.settings.days.issue
    if issue is None or day < issue:
        return []
    return [task for task in model.tasks.where(category="plan_task") if task.holds_on(day)]


@rule(
    "DOC-08",
    Severity.WARNING,
    title=Words(
        "Nhiệm vụ của Kế hoạch có trạng thái, đơn vị chủ trì và minh chứng",
        "Tasks of the plan have status, lead and evidence",
    ),
    scope=lambda model, day: [task.id for task in _judged(model, day)],
    cites=("KH130:Mục 1 đến Mục 7; tổ chức thực hiện",),
    plan=("KH130-O1", "KH130-O2", "KH130-O3", "KH130-O5", "KH130-T1a", "KH130-T1b", "KH130-T1c"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Task of the plan that is late, done without evidence, or without state, lead or source of funds.

    Why: a plan whose tasks nobody can show to be done is not carried out, only dated.
    Found: a task past its last day and stated not to be done, a task stated done without a document that evidences it,
      and an open task whose lead has ended with nobody taking over, fail. A task that does not record its state and its
      day, its lead, or the funding of the resources it names, is insufficient; the message tells when its day is past.
    Fix: write `state`, `state_on`, `led_by`, `funding`; `evidenced_by` the report or decision that proves the result.
    Misses: whether the evidence proves what it should. The adjusting of plans 43 and 402 and the result reports are
      judged as the tasks that ask for them. A part and its task lend each other lead and deadline.
    Vì sao: kế hoạch mà không ai chứng minh được nhiệm vụ đã xong thì chỉ mới được ghi ngày, chưa được thực hiện.
    Phát hiện: nhiệm vụ quá hạn mà ghi chưa xong, ghi đã xong mà không có văn bản minh chứng, còn mở mà đơn vị chủ trì đã
      kết thúc không ai kế thừa: chưa đáp ứng. Chưa ghi trạng thái và ngày, đơn vị chủ trì, kinh phí cho nguồn lực đã
      nêu: chưa đủ cơ sở đánh giá; thông báo nêu nếu đã quá hạn.
    Khắc phục: ghi `state`, `state_on`, `led_by`, `funding`; `evidenced_by` báo cáo hay quyết định chứng minh kết quả.
    Bỏ sót: minh chứng có đúng việc không. Việc điều chỉnh KH 43, KH 402 và báo cáo kết quả xét theo chính nhiệm vụ ấy.
      Việc thành phần và nhiệm vụ chứa nó dùng chung chủ trì và thời hạn khi một bên chưa ghi.
    """
    for task in _judged(model, day):
        near = lenders(model, task)
        leads = next((found for one in near if (found := holding(model.outgoing(one.id, "led_by"), day))), ())
        due = next((last for one in near if (last := last_due(one, model.settings))), None)
        late = due if due and due < day else None
        fault = _fault(model, task, [lead.target for lead in leads], late, day)
        if fault:
            yield Finding(
                task,
                Words(f"'{task.id}' {fault.vi}", f"'{task.id}' {fault.en}"),
                Words(
                    "hoàn thành hoặc gia hạn; ghi 'evidenced_by', 'led_by'",
                    "finish or extend it; write 'evidenced_by', 'led_by'",
                ),
            )
        elif missing := _missing(task, has_lead=bool(leads)):
            yield _insufficient(task, missing, late)


def _fault(model: Model, task: Task, leads: list[str], late: str | None, day: str) -> Words | None:
    if task.state is None:
        return None
    if task.state in DONE:
        proven = holding(model.outgoing(task.id, "evidenced_by"), day)
        return None if proven else Words("ghi đã xong nhưng không có minh chứng", "is stated done without evidence")
    if task.state == "stopped":
        return None
    if late:
        return Words(f"quá hạn {late} mà chưa xong ({task.state})", f"was due on {late} and is not done ({task.state})")
    gone = sorted(id for id in leads if id in model.origin and not heirs(model.origin, id, day))
    names = ", ".join(gone)
    if gone and len(gone) == len(leads):
        return Words(
            f"do {names} chủ trì, đã kết thúc, không ai kế thừa", f"is led by {names}, ended with no successor"
        )
    return None


def _missing(task: Task, *, has_lead: bool) -> list[str]:
    missing = [name for name in ("state", "state_on") if getattr(task, name) is None]
    missing += [] if has_lead else ["led_by"]
    return missing + (["funding"] if task.resources and not task.funding else [])


def _insufficient(task: Task, missing: list[str], late: str | None) -> Finding:
    listed = ", ".join(missing)
    vi, en = (f"; hạn {late} đã qua", f"; its day {late} is past") if late else ("", "")
    return Finding(
        task,
        Words(f"'{task.id}' chưa ghi: {listed}{vi}", f"'{task.id}' does not state: {listed}{en}"),
        Words(f"ghi {listed}; nếu đã xong, thêm 'evidenced_by'", f"write {listed}; if done, add 'evidenced_by'"),
        Outcome.INSUFFICIENT,
    )
