"""The chart of the roadmap: days, bars and points as values; the drawing as text that any reader shows."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

import archmodel as am
from archmodel.model.elements import Deadline, Task
from archmodel.model.model import Model
from archmodel.model.relations import Link
from archmodel.views import gantt
from archmodel.views.gantt import MOST_ROWS, Gantt

DAY, HOSTILE = "2026-03-10", "<script>alert(1)</script>"


def task(id: str, due: str | None = None, **more: object) -> Task:
    return Task(id=id, name=id, deadlines=(Deadline(on=due),) if due else (), **more)


def chart(*tasks: Task, links: tuple[Link, ...] = ()) -> Gantt:
    return gantt(am.roadmap(Model(tasks, links), DAY))


def texts(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(
    ("work", "shape", "begin", "end"),
    [
        (task("t", "2026-04-02", since="2026-03-01"), "bar", 0, 32),
        (task("t", "2026-04-02"), "point", None, 32),
        (task("t", since="2026-03-05"), "open", 4, None),
        (task("t"), "none", None, None),
    ],
)
def test_what_is_known_of_the_days_gives_the_shape(work: Task, shape: str, begin: int | None, end: int | None) -> None:
    (bar,) = chart(work).bars
    assert (bar.shape, bar.begin, bar.end) == (shape, begin, end)


def test_the_chart_runs_over_whole_months_and_holds_its_day() -> None:
    found = chart(task("t", "2026-04-02", since="2026-02-27"))
    assert (found.since.isoformat(), found.days, found.today) == ("2026-02-01", 89, 37)
    assert [(tick.at, tick.day) for tick in found.ticks] == [(0, "2026-02"), (28, "2026-03"), (59, "2026-04")]


def test_ticks_stay_few_over_many_years() -> None:
    found = chart(task("t", "2036-04-02"))
    assert len(found.ticks) <= 16
    assert {tick.day[5:] for tick in found.ticks} == {"01"}


def test_milestones_on_the_way_are_points() -> None:
    work = Task(id="t", name="T", deadlines=(Deadline(on="2026-03-11"), Deadline(on="2026-03-21")))
    (bar,) = chart(work).bars
    assert (bar.points, bar.end) == ((10,), 20)


def test_days_lent_by_a_whole_are_told_apart() -> None:
    found = chart(task("w", "2026-04-02"), task("p"), links=(Link(type="part_of", source="p", target="w"),))
    assert [(bar.id, bar.depth, bar.is_lent) for bar in found.bars] == [("w", 0, False), ("p", 1, True)]


def test_too_many_rows_are_folded_and_counted() -> None:
    found = chart(*(task(f"t{n:03}") for n in range(MOST_ROWS + 5)))
    assert (len(found.bars), found.folded) == (MOST_ROWS, 5)
    assert "and 5 more in the table" in texts(found.svg("en"))
    whole = task("whole")
    parts = [task(f"p{n:03}") for n in range(MOST_ROWS)]
    links = tuple(Link(type="part_of", source=part.id, target="whole") for part in parts)
    assert [bar.id for bar in chart(whole, *parts, links=links).bars] == ["whole"]


def test_the_drawing_is_text_with_a_sign_for_each_standing() -> None:
    late, unknown = task("tre", "2026-03-01", state="running"), task("mo", "2026-03-01")
    svg = chart(late, unknown).svg("vi")
    said = texts(svg)
    assert "01/3/2026 !" in said
    assert "01/3/2026 ?" in said
    assert "ngày xét 10/3/2026" in said
    assert any("quá hạn, chưa xong" in line for line in said)


def test_the_table_tells_the_same_as_the_drawing() -> None:
    late = chart(task("tre", "2026-03-01", state="running"))
    assert late.table().rows == (("tre", "tre", "01/3/2026", "quá hạn, chưa xong"),)
    assert late.alt() == "quá hạn, chưa xong: 1."


def test_hostile_names_stay_text_and_links_are_asked_for() -> None:
    work = Task(id="t", name=HOSTILE, deadlines=(Deadline(on="2026-04-02"),))
    svg = chart(work).svg("en", "page/{}.html".format)
    assert HOSTILE not in svg
    assert 'href="page/t.html"' in svg
    assert "href" not in chart(work).svg("en")


def test_the_same_values_give_the_same_bytes(hanoi: am.Model) -> None:
    one, other = (gantt(am.roadmap(hanoi, DAY)).svg() for _ in range(2))
    assert one == other
