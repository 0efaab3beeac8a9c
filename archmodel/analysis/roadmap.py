"""The roadmap: tasks and gaps as work packages in the order their dependencies allow, with what is late and what cannot be.

Decides start and due day, what each waits for, and which dates contradict each other. A state nobody recorded is not
late and not done: past its day it is told as overdue with no result on record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from archmodel.analysis.activity import holding
from archmodel.analysis.days import day_of
from archmodel.analysis.deadlines import DONE, due_day, first_start, last_due, lenders
from archmodel.analysis.lives import with_past
from archmodel.analysis.ordering import ordered
from archmodel.model.elements import Gap, Task
from archmodel.model.model import Model
from archmodel.text.days import first
from archmodel.text.markup import face
from archmodel.text.words import Words

Standing = Literal["done", "stopped", "late", "overdue", "blocked", "ahead", "undated"]
STANDINGS: dict[Standing, Words] = {
    "done": Words("đã xong", "done"),
    "stopped": Words("đã dừng", "stopped"),
    "late": Words("quá hạn, chưa xong", "late"),
    "overdue": Words("đã qua hạn, chưa ghi kết quả", "past due, no result on record"),
    "blocked": Words("chờ việc khác", "waits for other work"),
    "ahead": Words("còn hạn", "due ahead"),
    "undated": Words("chưa ghi thời hạn", "no deadline recorded"),
}
Clash = Literal[
    "circle", "due_before_needed", "due_after_whole", "starts_after_due", "done_before_begun", "done_before_needed"
]
CLASHES: dict[Clash, Words] = {
    "circle": Words("phụ thuộc chạy vòng qua", "depends in a circle through"),
    "due_before_needed": Words("đến hạn trước việc nó cần", "due before what it needs"),
    "due_after_whole": Words("đến hạn sau nhiệm vụ chứa nó", "due after what it is part of"),
    "starts_after_due": Words("bắt đầu sau hạn", "starts after it is due"),
    "done_before_begun": Words("xong trước khi bắt đầu", "done before it began"),
    "done_before_needed": Words("ghi xong khi việc nó cần chưa xong", "stated done before what it needs"),
}  # fmt: skip


class Milestone(NamedTuple):
    """A deadline of the work itself: its day and what is due."""

    day: str
    what: str | None


class Fault(NamedTuple):
    """Two facts that cannot both be: what clashes, and the other work concerned."""

    clash: Clash
    others: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        """The clash in both languages, with the ids it is about."""
        words, ids = CLASHES[self.clash], ", ".join(f"'{id}'" for id in self.others)
        return Words(f"{words.vi} {ids}".strip(), f"{words.en} {ids}".strip())


@dataclass(frozen=True, slots=True)
class Work:
    """A task or gap on the roadmap; ids throughout, days in ISO form with the precision of their source.

    ``due_from`` and ``lead_from`` name the whole or part that lends the day or the lead where the task states none.
    ``gone`` are leads that have ended. ``late`` is None where the day is past and nobody recorded a state.
    """

    id: str
    kind: str
    name: str
    depth: int
    leads: tuple[str, ...]
    lead_from: str | None
    gone: tuple[str, ...]
    start: str | None
    due: str | None
    due_from: str | None
    state: str | None
    state_on: str | None
    late: bool | None
    needs: tuple[str, ...]
    blocked_by: tuple[str, ...]
    addresses: tuple[str, ...]
    evidence: tuple[str, ...]
    milestones: tuple[Milestone, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def standing(self) -> Standing:
        """Where the work is, in one word; what is late is told before what it waits for."""
        if self.state in DONE:
            return "done"
        if self.state == "stopped":
            return "stopped"
        if self.late is not False:
            return "late" if self.late else "overdue"
        return "blocked" if self.blocked_by else "ahead" if self.due else "undated"


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The work of a model on a day, each after what it needs, a part after its whole; ``circles`` cannot be ordered."""

    day: str
    rows: tuple[Work, ...]
    circles: tuple[tuple[str, ...], ...]

    def __getitem__(self, id: str) -> Work:
        return {row.id: row for row in self.rows}[id]

    def __iter__(self) -> Iterator[Work]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def standing(self, *wanted: Standing) -> tuple[Work, ...]:
        """The work of these standings, in order."""
        return tuple(row for row in self.rows if row.standing in wanted)

    def __repr__(self) -> str:
        told = ", ".join(f"{count} {name}" for name in STANDINGS if (count := len(self.standing(name))))
        circles = f", {len(self.circles)} in a circle" if self.circles else ""
        return f"<Roadmap on {self.day}: {told or 'no work recorded'}{circles}>"

    def _repr_html_(self) -> str:
        rows = [
            (row.id, row.name, ", ".join(row.leads), row.start or "", row.due or "", STANDINGS[row.standing].vi,
             ", ".join(row.blocked_by), "; ".join(fault.words.vi for fault in row.faults))
            for row in self.rows
        ]  # fmt: skip
        head = ("Mã", "Việc", "Chủ trì", "Từ", "Hạn", "Tình trạng", "Chờ", "Mâu thuẫn")
        return face("Lộ trình", f"tại ngày {self.day}", rows, head)


def roadmap(model: Model, day: str | None = None) -> Roadmap:
    """Tasks and gaps that hold on a day, ordered by what they depend on, then by due day.

    Args:
        model: the architecture; what has ended is read from it as it was loaded, unless it is a part.
        day: ISO; the model's own day, the workspace's or today when not given.

    Example:
        >>> [work.id for work in am.roadmap(model, "2026-11-22").standing("done")]
        ['nv-ra-soat']
    """
    day, past = day_of(model, day), with_past(model)
    found = [_task(past, task, day) for task in past.tasks if task.holds_on(day)]
    works = {work.id: work for work in found}
    works |= {gap.id: _gap(past, gap, works, day) for gap in past.gaps if gap.holds_on(day)}
    order = ordered({work.id: work.needs for work in works.values()}, _keys(past, works))
    circular = {id: circle for circle in order.circles for id in circle}
    rows = []
    for id in order.ids:
        work = works[id]
        faults = [Fault("circle", circular[id])] if id in circular else []
        faults += _clashes(past, work, works)
        blocked = tuple(other for other in work.needs if works[other].state not in DONE) if _is_open(work) else ()
        rows.append(replace(work, blocked_by=blocked, faults=tuple(faults)))
    return Roadmap(day, tuple(rows), order.circles)


def _task(past: Model, task: Task, day: str) -> Work:
    near = lenders(past, task)
    held = ((one, holding(past.outgoing(one.id, "led_by"), day)) for one in near)
    led_by, links = next(((one, found) for one, found in held if found), (task, ()))
    leads = tuple(dict.fromkeys(link.target for link in links))
    dated = next((one for one in near if last_due(one, past.settings)), task)
    due = last_due(dated, past.settings)
    starts = (first_start(one, past.settings) for one in near)
    needs = (r.target for r in holding(past.outgoing(task.id, "depends_on"), day))
    known = (id for id in dict.fromkeys(needs) if id in past and past[id].holds_on(day))
    gone = tuple(id for id in leads if id not in past or not past[id].holds_on(day))
    return Work(
        task.id, task.kind, task.name, len(_wholes(past, task.id)), leads, led_by.id if led_by is not task else None, gone,
        next((start for start in starts if start), None), due, dated.id if due and dated is not task else None,
        task.state, task.state_on, _late(due, task.state, day), tuple(known), (),
        tuple(r.target for r in past.outgoing(task.id, "addresses")),
        tuple(r.target for r in past.outgoing(task.id, "evidenced_by")), _milestones(past, task),
    )  # fmt: skip


def _milestones(past: Model, task: Task) -> tuple[Milestone, ...]:
    days = ((due_day(deadline, past.settings), deadline) for deadline in task.deadlines)
    return tuple(
        sorted(
            (Milestone(day, d.what) for day, d in days if day and d.relation != "start_after"), key=lambda one: one.day
        )
    )


def _gap(past: Model, gap: Gap, works: dict[str, Work], day: str) -> Work:
    """A gap as the work that closes it: done once all that addresses it is, due when the last of it is."""
    tasks = tuple(works[r.source] for r in holding(past.incoming(gap.id, "addresses"), day) if r.source in works)
    dues = [task.due for task in tasks]
    due = max((day for day in dues if day), default=None) if all(dues) else None
    states = {task.state for task in tasks}
    state = "done_verified" if states == {"done_verified"} else "done_unverified" if states and states <= DONE else None
    leads = tuple(dict.fromkeys(lead for task in tasks for lead in task.leads))
    return Work(
        gap.id, gap.kind, gap.name, 0, leads, None, tuple(dict.fromkeys(id for task in tasks for id in task.gone)),
        min((task.start for task in tasks if task.start), default=gap.since), due, None, state, None,
        _late(due, state or ("running" if any(states) else None), day), tuple(task.id for task in tasks), (), (),
        tuple(r.target for r in past.outgoing(gap.id, "evidenced_by")),
    )  # fmt: skip


def _late(due: str | None, state: str | None, day: str) -> bool | None:
    """Whether it is past its day and not done; None where it is past and no state is recorded."""
    if due is None or due >= day or state in {*DONE, "stopped"}:
        return False
    return None if state is None else True


def _is_open(work: Work) -> bool:
    return work.state not in {*DONE, "stopped"}


def _wholes(past: Model, id: str) -> tuple[str, ...]:
    """The ids above a piece of work, outermost first; a circle of parts ends."""
    found: list[str] = []
    here = id
    while True:
        above = next((r.target for r in past.outgoing(here, "part_of") if r.target in past), None)
        if above is None or above in found or above == id:
            return tuple(reversed(found))
        found.append(above)
        here = above


def _keys(past: Model, works: dict[str, Work]) -> dict[str, tuple[str, ...]]:
    """Where each work would stand if it needed nothing: by due day, its parts right after it."""
    return {
        id: tuple(f"{works[one].due or '9999'} {one}" for one in (*_wholes(past, id), id) if one in works)
        for id in works
    }


def _clashes(past: Model, work: Work, works: dict[str, Work]) -> Iterator[Fault]:
    early = tuple(o for o in work.needs if _before(work.due, works[o].due))
    if early:
        yield Fault("due_before_needed", early)
    whole = next(iter(reversed(_wholes(past, work.id))), None)
    if whole in works and not works[whole].due_from and _before(works[whole].due, work.due):
        yield Fault("due_after_whole", (whole,))
    if _before(work.due, work.start):
        yield Fault("starts_after_due")
    if work.state in DONE:
        if _before(work.state_on, work.start):
            yield Fault("done_before_begun")
        still = tuple(o for o in work.needs if works[o].state is not None and works[o].state not in DONE)
        if still and work.kind == "task":
            yield Fault("done_before_needed", still)


def _before(one: str | None, other: str | None) -> bool:
    """Whether a whole day lies before all that another can mean; False where one is not recorded."""
    return one is not None and other is not None and first(one) < first(other)
