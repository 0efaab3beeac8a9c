"""Table 4: what has to be completed and the tasks for it, one row a pair.

Gaps are those on record and, marked as such, the components of the framework that nothing fills. A gap without a task
and a task without a gap each keep a row, with the other half unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.deadlines import last_due
from archmodel.checks.gaps import GapRow, gaps
from archmodel.checks.rule import Outcome
from archmodel.interchange.workbook.cells import Row
from archmodel.interchange.workbook.desk import Desk, Draft, open_questions, told
from archmodel.interchange.workbook.form import WORK
from archmodel.model.elements import Gap, Task
from archmodel.text.vietnamese import slug


def work(desk: Desk) -> tuple[Row, ...]:
    """The rows of the gap and task table: recorded gaps, components nothing fills, tasks that name no gap."""
    return desk.finished(WORK, _drafts(desk))


def _drafts(desk: Desk) -> Iterator[Draft]:
    tasks = sorted((t for t in desk.model.tasks if t.category != "suspension"), key=lambda t: t.id)
    for gap in sorted(desk.model.gaps, key=lambda gap: gap.id):
        doers = [desk.model.elements[id] for id in desk.starts(gap.id, "addresses") if id in desk.model.elements]
        named: list[Task | None] = [*sorted((t for t in doers if isinstance(t, Task)), key=lambda t: t.id)]
        for task in named or [None]:
            yield _pair(desk, gap.id, _gap(desk, gap), task, open_questions(gap))
    for row in gaps(desk.model, desk.day, desk.form.edition.id):
        if row.outcome is Outcome.FAIL:
            note = f"Rút ra khi đối chiếu mô hình với khung ngày {desk.day}; chưa có người xác nhận"
            yield _pair(desk, row.key, _component(desk, row), None, (note,))
    for task in tasks:
        if not any(isinstance(desk.model.elements.get(id), Gap) for id in desk.ends(task.id, "addresses")):
            yield _pair(desk, task.id, {}, task, ())


def _pair(desk: Desk, about: str, gap: dict[str, str | None], task: Task | None, notes: tuple[str, ...]) -> Draft:
    known, more = _task(desk, task) if task else ({}, ())
    return Draft(about, {**known, **{k: v for k, v in gap.items() if v}}, notes=(*notes, *more))


def _gap(desk: Desk, gap: Gap) -> dict[str, str | None]:
    return {
        "gap": desk.codes.of(gap.id),
        "objects": "; ".join(desk.codes.of(id) for id in desk.ends(gap.id, "concerns")) or None,
        "current": gap.description,
        "requirement": gap.requirement,
        "change": gap.name,
        "option": gap.option,
    }


def _component(desk: Desk, row: GapRow) -> dict[str, str | None]:
    return {
        "gap": f"ND-{desk.form.edition.id}-{row.key if row.key.isascii() else slug(row.key)}",
        "objects": "; ".join(desk.codes.of(id) for id in row.elements) or None,
        "current": row.cover.words.vi,
        "requirement": f"{row.scope_name.vi}: {row.name.vi}",
        "change": f"Có thành phần '{row.name.vi}', hoặc ghi lý do không áp dụng",
    }


def _task(desk: Desk, task: Task) -> tuple[dict[str, str | None], tuple[str, ...]]:
    objects = [id for id in desk.ends(task.id, "concerns") if id in desk.listed]
    needs = desk.names(desk.ends(task.id, "depends_on"))
    clause = desk.model.reference.clauses.get(task.clause or "")
    place = task.source_code or (clause.item if clause else None)
    source = [f"Mã, vị trí tại nguồn: {place}"] if place else []
    known = {
        "objects": "; ".join(desk.codes.of(id) for id in objects) or None,
        "task": desk.codes.of_task(task.id),
        "task_name": task.name,
        "result": task.result,
        "lead": desk.names(desk.ends(task.id, "led_by")),
        "partners": desk.names(desk.ends(task.id, "coordinated_by")),
        "priority": "; ".join(text for text in (task.priority, f"sau: {needs}" if needs else None) if text) or None,
        "due": last_due(task, desk.model.settings),
        "resources": "; ".join(text for text in (task.resources, task.funding) if text) or None,
        "programme": desk.names((*desk.ends(task.id, "governed_by"), *desk.ends(task.id, "part_of"))),
        "progress": f"ngày {task.state_on}" if task.state_on else None,
        "criterion": "; ".join(text for text in (task.criterion, told(task.evidence)) if text) or None
        if task.criterion
        else None,
        "state": desk.form.word(WORK, "state", task.state, "work_state")[0] if task.state else None,
    }
    return known, (*source, task.description or "", task.note or "", *open_questions(task))
