"""The page of the roadmap: the table tells what the chart draws, unknown stays unknown, names are inert."""

from __future__ import annotations

from pathlib import Path

import archmodel as am
from archmodel.documents.site import publish
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.roadmap_page import roadmap_values
from archmodel.model.elements import Deadline, Gap, Organisation, Task
from archmodel.model.model import Model
from archmodel.model.relations import Link

DAY, HOSTILE = "2026-11-22", "<img src=x onerror=alert(1)>"


def model() -> Model:
    elements = [
        Organisation(id="so", name="Sở"), Organisation(id="huyen", name="Huyện", tier="district", until="2025-07-01"),
        Task(id="w", name=HOSTILE, deadlines=(Deadline(what="xong", on="2026-06-01"),)), Task(id="p", name="Phần"),
        Task(id="a", name="A", state="running", deadlines=(Deadline(on="2027-01-29", relation="before"),)),
        Gap(id="g", name=HOSTILE),
    ]  # fmt: skip
    relations = [
        Link(type="led_by", source="w", target="so"), Link(type="led_by", source="w", target="huyen"),
        Link(type="part_of", source="p", target="w"), Link(type="depends_on", source="a", target="w"),
        Link(type="addresses", source="a", target="g"),
    ]  # fmt: skip
    return Model(elements, relations)


def test_rows_tell_lead_day_standing_and_what_they_wait_for() -> None:
    found = model()
    page = roadmap_values(Publication(found, am.check(found, as_of=DAY), "en"))
    rows = {row.ref.id: row for row in page.rows}
    assert [row.ref.id for row in page.rows] == ["w", "p", "a", "g"]
    assert [ref.id for ref in rows["w"].leads] == ["so"]
    assert [ref.id for ref in rows["w"].gone] == ["huyen"]
    assert rows["w"].due == ("xong: no later than 2026-06-01",)
    assert (rows["w"].standing, rows["w"].state) == ("overdue", "Unknown")
    assert (rows["p"].due, rows["p"].due_from.id, rows["p"].lead_from.id) == (("no later than 2026-06-01",), "w", "w")
    assert rows["a"].due == ("before 2027-01-29",)
    assert [ref.id for ref in rows["a"].blocked_by] == ["w"]
    assert [ref.id for ref in rows["a"].addresses] == ["g"]
    assert page.counts == (("overdue", "past due, no result on record", 2), ("blocked", "waits for other work", 2))


def test_the_page_and_the_chart_are_published_inert(tmp_path: Path) -> None:
    found = model()
    publish(found, am.check(found, as_of=DAY), tmp_path / "site", lang="vi")
    page = (tmp_path / "site" / "lo-trinh.html").read_text(encoding="utf-8")
    assert HOSTILE not in page
    assert 'href="doi-tuong/w.html"' in page
    assert "<svg" in page
    assert HOSTILE not in (tmp_path / "site" / "lo-trinh.svg").read_text(encoding="utf-8")


def test_without_work_the_page_says_so(tmp_path: Path) -> None:
    empty = Model([Organisation(id="so", name="Sở")])
    publish(empty, am.check(empty, as_of=DAY), tmp_path / "site", lang="en")
    page = (tmp_path / "site" / "lo-trinh.html").read_text(encoding="utf-8")
    assert "No task is recorded." in page
    assert "<svg" not in page


def test_a_circle_is_told(tmp_path: Path) -> None:
    tasks = [Task(id="a", name="A"), Task(id="b", name="B")]
    links = [Link(type="depends_on", source="a", target="b"), Link(type="depends_on", source="b", target="a")]
    found = Model(tasks, links)
    page = roadmap_values(Publication(found, am.check(found, as_of=DAY), "vi"))
    assert [[ref.id for ref in circle] for circle in page.circles] == [["a", "b"]]
    assert page.rows[0].faults == ("phụ thuộc chạy vòng qua 'a', 'b'",)
