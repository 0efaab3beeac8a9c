"""Deadlines as days: worked out from the anchor days of the workspace, so that moving an anchor moves them all.

Decides the day and whether it has passed; whether a task was done is what its own record says.
"""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.analysis.deadlines import due_day
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.elements import Deadline, Goal, Task
from archmodel.text.words import Words

_RELATIONS = {
    "on_or_before": Words("chậm nhất ngày", "no later than"),
    "before": Words("trước ngày", "before"),
    "ready_at": Words("sẵn sàng vào ngày", "ready on"),
    "start_after": Words("bắt đầu sau ngày", "start after"),
}
_DONE = {"done_verified", "done_unverified", "stopped"}


@dataclass(frozen=True, slots=True)
class Due:
    """A task or goal and its day; ``passed`` when the day is over and nothing says that it was met."""

    day: str
    shown: str
    about: Ref
    what: str | None
    state: str
    passed: bool


def deadline_text(site: Publication, deadline: Deadline) -> str:
    """A deadline in words, with the day it comes to."""
    day = site.date(due_day(deadline, site.model.settings)) or site.unknown
    words = f"{site.say(_RELATIONS[deadline.relation])} {day}"
    return f"{deadline.what}: {words}" if deadline.what else words


def deadlines(site: Publication) -> tuple[Due, ...]:
    """Every dated task and goal, by day."""
    found: list[Due] = []
    for task in site.model.tasks:
        for deadline in task.deadlines:
            day = due_day(deadline, site.model.settings)
            if day:
                found.append(_task_due(site, task, deadline, day))
    found += [_goal_due(site, goal, goal.due) for goal in site.model.goals if goal.due]
    return tuple(sorted(found, key=lambda item: (item.day, item.about.id, item.what or "")))


def _task_due(site: Publication, task: Task, deadline: Deadline, day: str) -> Due:
    words = deadline_text(site, deadline.model_copy(update={"what": None}))
    passed = day < site.day and task.state not in _DONE and deadline.relation != "start_after"
    return Due(day, words, site.named(task), deadline.what, site.label("work_state", task.state), passed)


def _goal_due(site: Publication, goal: Goal, day: str) -> Due:
    return Due(day, site.date(day) or day, site.named(goal), goal.target, "", passed=False)
