"""Deadlines and starts of work, computed from the rules their source fixes: an anchor day of the workspace and an offset."""

from __future__ import annotations

from archmodel.analysis.spans import shifted
from archmodel.analysis.succession import reachable
from archmodel.model.governance import Deadline, Task
from archmodel.model.model import Model
from archmodel.model.settings import Settings

DONE = frozenset({"done_unverified", "done_verified"})


def due_day(deadline: Deadline, settings: Settings) -> str | None:
    """The day a deadline falls on (ISO), or None where the workspace does not set its anchor."""
    if deadline.on is not None:
        return deadline.on
    anchor = {"issue": settings.days.issue, "effect": settings.days.effect}.get(deadline.anchor or "")
    return shifted(anchor, deadline.days) if anchor else None


def last_due(task: Task, settings: Settings) -> str | None:
    """The last day any deadline of a task falls on, days to start after aside; None where there is none."""
    days = [day for d in task.deadlines if d.relation != "start_after" and (day := due_day(d, settings))]
    return max(days, default=None)


def first_start(task: Task, settings: Settings) -> str | None:
    """The day a task begins: its own, or the first its deadlines let it start after; None where neither is recorded."""
    days = [day for d in task.deadlines if d.relation == "start_after" and (day := due_day(d, settings))]
    return task.since or min(days, default=None)


def lenders(model: Model, task: Task) -> tuple[Task, ...]:
    """The task, what it is part of and its own parts: where it states no lead or day, the first of them that does lends it."""
    wholes = reachable(model, task.id, ["part_of"])
    parts = reachable(model, task.id, ["part_of"], backwards=True)
    return (task, *(one for one in (*wholes, *parts) if isinstance(one, Task)))


def is_open(task: Task, day: str) -> bool | None:
    """Whether work is still to be done on ``day``; None where its state is not stated."""
    if not task.holds_on(day):
        return False
    return None if task.state is None else task.state not in {*DONE, "stopped"}
