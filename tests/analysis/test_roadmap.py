"""Work in the order its dependencies allow: what is late, what waits, what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import archmodel as am
from archmodel.analysis.ordering import ordered
from archmodel.analysis.roadmap import Fault, Milestone
from archmodel.model.elements import Deadline, Gap, Organisation, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Link, Relation
from archmodel.model.settings import Days, Settings

DAY = "2026-11-22"


def task(id: str, due: str | None = None, **more: str) -> Task:
    deadlines = (Deadline(on=due),) if due else ()
    return Task(id=id, name=id.upper(), deadlines=deadlines, **more)


def needs(one: str, other: str) -> Link:
    return Link(type="depends_on", source=one, target=other)


def part(one: str, whole: str) -> Link:
    return Link(type="part_of", source=one, target=whole)


def made(elements: list[Element], relations: list[Relation] | None = None) -> object:
    return am.roadmap(Model(elements, relations or []), DAY)


@pytest.mark.parametrize(
    ("work", "standing", "late"),
    [
        (task("t", "2026-11-21", state="running"), "late", True),
        (task("t", "2026-11-22", state="running"), "ahead", False),
        (task("t", "2026-11-21"), "overdue", None),
        (task("t", "2026-11-21", state="done_unverified"), "done", False),
        (task("t", "2026-11-21", state="stopped"), "stopped", False),
        (task("t", state="running"), "undated", False),
    ],
)
def test_past_its_day_is_late_only_where_a_state_is_recorded(work: Task, standing: str, late: bool | None) -> None:
    row = made([work])["t"]
    assert (row.standing, row.late) == (standing, late)


def test_work_stands_after_what_it_needs_else_by_day_with_parts_after_their_whole() -> None:
    tasks = [task("early", "2026-12-01"), task("late", "2027-06-01"), task("whole", "2027-01-01"), task("part", "2027-01-01"),
             task("never")]  # fmt: skip
    found = made(tasks, [part("part", "whole"), needs("early", "late")])
    assert [row.id for row in found] == ["whole", "part", "late", "early", "never"]
    assert [row.depth for row in found] == [0, 1, 0, 0, 0]


def test_open_work_waits_for_what_is_not_done() -> None:
    tasks = [task("a", "2027-01-01"), task("b", "2026-12-01"), task("c", "2026-12-01", state="done_verified")]
    row = made(tasks, [needs("a", "b"), needs("a", "c"), needs("a", "nowhere")])["a"]
    assert (row.needs, row.blocked_by, row.standing) == (("b", "c"), ("b",), "blocked")


def test_a_circle_is_named_and_the_rest_is_ordered() -> None:
    tasks = [task("a", "2027-01-01"), task("b", "2027-02-01"), task("c", "2026-12-01"), task("d")]
    found = made(tasks, [needs("a", "b"), needs("b", "a"), needs("c", "a"), needs("d", "d")])
    assert found.circles == (("a", "b"), ("d",))
    assert [row.id for row in found] == ["a", "b", "c", "d"]
    assert found["a"].faults[0] == Fault("circle", ("a", "b"))
    assert found["a"].faults[0].words.en == "depends in a circle through 'a', 'b'"


@pytest.mark.parametrize(
    ("tasks", "relations", "fault"),
    [
        ([task("a", "2026-12-01"), task("b", "2026-12-02")], [needs("a", "b")], Fault("due_before_needed", ("b",))),
        ([task("a", "2027-02-01"), task("w", "2027-01-01")], [part("a", "w")], Fault("due_after_whole", ("w",))),
        ([task("a", "2027-01-01", since="2027-02-01")], [], None),
        ([task("a", "2026-01-01", since="2026-02-01")], [], Fault("starts_after_due")),
        ([task("a", since="2026-02-01", state="done_verified", state_on="2026-01-31")], [], Fault("done_before_begun")),
        ([task("a", state="done_verified"), task("b", state="running")], [needs("a", "b")],
         Fault("done_before_needed", ("b",))),
    ],
)  # fmt: skip
def test_dates_that_cannot_be_are_found(tasks: list[Task], relations: list[Relation], fault: Fault | None) -> None:
    rows = {row.id: row for row in made(tasks, relations)}
    assert (rows["a"].faults if "a" in rows else None) == ((fault,) if fault else None)


@pytest.mark.parametrize(
    ("tasks", "relations"),
    [
        ([task("a", "2026-12-02"), task("b", "2026-12-02")], [needs("a", "b")]),
        ([task("a", "2027-01-01"), task("w")], [part("a", "w")]),
        ([task("a", "2027-01-01", since="2026")], []),
        ([task("a", since="2026-02", state="done_verified", state_on="2026-02-01")], []),
        ([task("a", "2026-02-01", since="2026-02")], []),
        ([task("a", state="done_verified"), task("b")], [needs("a", "b")]),
    ],
)
def test_dates_that_can_be_are_left_alone(tasks: list[Task], relations: list[Relation]) -> None:
    assert [row.faults for row in made(tasks, relations)] == [()] * len(tasks)


def test_a_part_and_its_whole_lend_each_other_lead_and_day() -> None:
    bodies = [Organisation(id="so", name="Sở"), Organisation(id="d", name="D", until="2025-07-01")]
    led = [Link(type="led_by", source="w", target="so"), Link(type="led_by", source="w", target="d")]
    found = made([*bodies, task("p"), task("w", "2027-01-01")], [part("p", "w"), *led])
    assert (found["p"].due, found["p"].due_from, found["p"].leads, found["p"].lead_from) == (
        "2027-01-01", "w", ("so", "d"), "w"
    )  # fmt: skip
    assert (found["w"].due_from, found["w"].lead_from, found["w"].gone) == (None, None, ("d",))


def test_deadlines_follow_the_days_of_the_workspace() -> None:
    work = Task(id="t", name="T", deadlines=(
        Deadline(anchor="issue", relation="start_after"), Deadline(what="xong", anchor="effect", relation="ready_at"),
    ))  # fmt: skip
    model = Model([work], settings=Settings(days=Days(issue="2025-05-12", effect="2025-07-01")))
    row = am.roadmap(model, DAY)["t"]
    assert (row.start, row.due, row.milestones) == ("2025-05-12", "2025-07-01", (Milestone("2025-07-01", "xong"),))


def test_a_gap_is_closed_by_all_the_tasks_that_address_it() -> None:
    tasks = [task("a", "2026-12-01", state="done_verified"), task("b", "2027-01-01", state="running")]
    closing = [Link(type="addresses", source=id, target="g") for id in ("a", "b")]
    found = made([Gap(id="g", name="G"), *tasks], closing)
    row = found["g"]
    assert (row.kind, row.due, row.needs, row.state, row.blocked_by) == ("gap", "2027-01-01", ("a", "b"), None, ("b",))
    assert [row.id for row in found] == ["a", "b", "g"]
    done = made([Gap(id="g", name="G"), tasks[0]], closing[:1])["g"]
    assert (done.state, done.standing) == ("done_verified", "done")
    assert made([Gap(id="g", name="G")])["g"].standing == "undated"
    assert made([Gap(id="g", name="G"), tasks[1], task("a")], closing)["g"].due is None


def test_work_that_no_longer_holds_is_left_out() -> None:
    assert len(made([task("a", until="2026-01-01"), task("b", since="2027-01-01")])) == 0


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_every_id_stands_once_after_what_it_needs_unless_they_circle(pairs: list[tuple[int, int]]) -> None:
    wanted: dict[str, list[str]] = {str(n): [] for n in range(7)}
    for one, other in pairs:
        wanted[str(one)].append(str(other))
    order = ordered(wanted, {id: (id,) for id in wanted})
    assert sorted(order.ids) == sorted(wanted)
    place = {id: n for n, id in enumerate(order.ids)}
    circling = {id: circle for circle in order.circles for id in circle}
    for one, others in wanted.items():
        for other in others:
            assert place[other] < place[one] or other in circling.get(one, ())
    for circle in order.circles:
        assert all(any(other in circle for other in wanted[id]) for id in circle)


def test_the_table_and_the_notebook_show_it() -> None:
    found = made([task("t", "2026-11-21")])
    table = am.tables.roadmap(found)
    assert table.loc["t", "standing"] == "overdue"
    assert table["late"].isna().tolist() == [True]
    assert repr(found) == "<Roadmap on 2026-11-22: 1 overdue>"
    assert "đã qua hạn, chưa ghi kết quả" in found._repr_html_()


def test_the_alignment_to_the_national_frame_is_on_the_roadmap(hanoi: am.Model) -> None:
    row = am.roadmap(hanoi, DAY)["NV-CAP-NHAT-KHUNG"]
    assert (row.due, row.standing) == ("2027-01-29", "ahead")
    assert len(am.roadmap(hanoi, DAY)) == len([t for t in hanoi.tasks if t.holds_on(DAY)])
