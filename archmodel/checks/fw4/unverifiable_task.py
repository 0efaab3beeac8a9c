"""FW4-08: gaps nobody works on and tasks nobody can verify."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from archmodel.analysis.activity import holding
from archmodel.analysis.deadlines import due_day
from archmodel.analysis.succession import reachable
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Gap, Task
from archmodel.model.model import Model
from archmodel.text.words import Words

NO_WORK_ITEM = {"training", "suspension"}


def _tasks(model: Model, day: str) -> list[Task]:
    return [task for task in model.tasks if task.holds_on(day) and task.category not in NO_WORK_ITEM]


def _gaps(model: Model, day: str) -> list[Gap]:
    return [gap for gap in model.gaps if gap.holds_on(day)]


@rule(
    "FW4-08",
    Severity.WARNING,
    title=Words(
        "Mỗi khoảng cách có nhiệm vụ, mỗi nhiệm vụ có căn cứ kiểm chứng",
        "Every gap has work, every work item can be verified",
    ),
    scope=lambda model, day: [element.id for element in (*_gaps(model, day), *_tasks(model, day))],
    cites=("DRAFT_GUIDE:Mẫu 01, Bảng 4",),
    tier="draft",
    confidence="medium",
    practice="ArchiMate 3.2 implementation and migration; TOGAF Phase E-F",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Gap without work, or task without what is needed to see it done.

    Why: a gap nobody is charged with stays; a task without a deadline and a criterion is done when somebody says so.
    Found: a gap no task addresses, a task linked to one gap twice, and one code on tasks that differ in name, lead or
      deadline, fail; a task that leaves its gap, lead, result, priority, deadline, resources or criterion unstated is
      insufficient.
    Fix: put `addresses` on the task; state what the message lists, and `led_by`.
    Misses: training and announced suspensions, which close no gap; whether the deadline can be met. A part of a task
      rests on the lead and the deadlines of the whole.
    Vì sao: khoảng cách không giao cho ai thì còn mãi; nhiệm vụ không có hạn và tiêu chí thì xong khi có người bảo xong.
    Phát hiện: khoảng cách không nhiệm vụ nào giải quyết, nhiệm vụ gắn hai lần với một khoảng cách, một mã dùng cho các
      nhiệm vụ khác tên, chủ trì hay thời hạn: chưa đáp ứng; nhiệm vụ chưa ghi khoảng cách, chủ trì, kết quả, ưu tiên, thời
      hạn, nguồn lực hay tiêu chí: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `addresses` ở nhiệm vụ; bổ sung các trường nêu trong thông báo, và `led_by`.
    Bỏ sót: tập huấn và tạm ngừng dịch vụ, vì không giải quyết khoảng cách nào; thời hạn có kịp hay không. Nhiệm vụ con
      dựa vào chủ trì và thời hạn của nhiệm vụ lớn.
    """
    for gap in _gaps(model, day):
        if not any(r.holds_on(day) for r in model.origin.incoming(gap.id, "addresses")):
            yield Finding(
                gap,
                Words(f"khoảng cách '{gap.id}' không có nhiệm vụ nào giải quyết", f"no task addresses the gap '{gap.id}'"),
                Words("ghi 'addresses' ở nhiệm vụ giải quyết nó", "put 'addresses' on the task that closes it"),
            )  # fmt: skip
    tasks = _tasks(model, day)
    differing = _differing(model, tasks, day)
    for task in tasks:
        counts = Counter(r.target for r in holding(model.outgoing(task.id, "addresses"), day))
        twice = ", ".join(gap for gap, count in counts.items() if count > 1)
        wrong = list(differing.get(task.id, ()))
        wrong += [Words(f"gắn nhiều lần với {twice}", f"is linked more than once to {twice}")] if twice else []
        if wrong:
            yield Finding(
                task,
                Words(f"'{task.id}' {'; '.join(w.vi for w in wrong)}", f"'{task.id}' {'; '.join(w.en for w in wrong)}"),
                Words("giữ một bản, sửa mã hoặc thống nhất nội dung", "keep one, mend the code, or make them agree"),
            )
        if absent := _absent(model.origin, task, day):
            names = ", ".join(absent)
            yield Finding(
                task,
                Words(f"'{task.id}' chưa ghi: {names}", f"'{task.id}' does not state: {names}"),
                Words("bổ sung các trường và quan hệ này", "add these fields and relations"),
                Outcome.INSUFFICIENT,
            )


def _absent(model: Model, task: Task, day: str) -> list[str]:
    line = [task, *(e for e in reachable(model, task.id, ("part_of",), day=day) if isinstance(e, Task))]
    stated = {
        "addresses": bool(holding(model.outgoing(task.id, "addresses"), day)),
        "led_by": any(holding(model.outgoing(step.id, "led_by"), day) for step in line),
        "result": task.result is not None,
        "priority": task.priority is not None,
        "deadlines": any(due_day(d, model.settings) for step in line for d in step.deadlines),
        "resources": task.resources is not None,
        "criterion": task.criterion is not None,
    }
    return [name for name, is_stated in stated.items() if not is_stated]


def _differing(model: Model, tasks: list[Task], day: str) -> dict[str, list[Words]]:
    """For each task that shares its code with another, in what they differ."""
    by_code: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.code:
            by_code[task.code].append(task)
    found: dict[str, list[Words]] = {}
    for code, sharing in by_code.items():
        differing = {
            "name": len({task.name for task in sharing}),
            "led_by": len(
                {tuple(sorted(r.target for r in holding(model.outgoing(task.id, "led_by"), day))) for task in sharing}
            ),
            "deadlines": len({task.deadlines for task in sharing}),
        }
        names = ", ".join(name for name, count in differing.items() if count > 1)
        if len(sharing) > 1 and names:
            told = Words(f"chung mã {code} với nhiệm vụ khác mà khác {names}",
                         f"shares the code {code} with another task but differs in {names}")  # fmt: skip
            found |= {task.id: [told] for task in sharing}
    return found
