"""Deadlines computed from the rules their source fixes: an anchor day of the workspace and an offset."""

from __future__ import annotations

from archmodel.analysis.spans import shifted
from archmodel.model.governance import Deadline, Task
from archmodel.model.settings import Settings

DONE = frozenset({"done_unverified", "done_verified"})


def due_day(deadline: Deadline, settings: Settings) -> str | None:
    """The day a deadline falls on (ISO), or None where the workspace does not set its anchor."""
    if deadline.on is not None:
        return deadline.on
    anchor = {"issue": settings.days.issue, "effect": settings.days.effect}.get(deadline.anchor or "")
    return shifted(anchor, deadline.days) if anchor else None


def last_due(task: Task, settings: Settings) -> str | None:
    """The last day any deadline of a task falls on, or None where it has none that can be computed."""
    days = [day for deadline in task.deadlines if (day := due_day(deadline, settings))]
    return max(days, default=None)


def is_open(task: Task, day: str) -> bool | None:
    """Whether work is still to be done on ``day``; None where its state is not stated."""
    if not task.holds_on(day):
        return False
    return None if task.state is None else task.state not in {*DONE, "stopped"}
