"""Lives of systems as values: what is known of each end, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.settings import Plateau, Settings
from archmodel.views import timeline
from archmodel.views.timeline import End, Life, Timeline

DAY = "2026-01-01"


def drawn(*lives: dict[str, object]) -> Timeline:
    apps = [
        Application.model_validate({"id": f"a{n}", "name": f"Hệ thống {n}", **life}) for n, life in enumerate(lives)
    ]
    return timeline(Model(apps), DAY)


def only(**life: object) -> Life:
    (found,) = drawn(life).lives
    return found


def test_a_whole_day_is_one_day_and_a_year_is_a_stretch() -> None:
    assert only(since="2026-01-03").since == End(2, 2)
    assert only(since="2026").since == End(0, 364)
    assert only(since="2026-02").since == End(31, 58)


def test_an_end_nobody_recorded_is_not_invented() -> None:
    life = only(since="2026-01-03")
    assert (life.until, life.decision, life.decided) == (None, None, None)
    assert drawn({"since": "2026-01-03"}).table().rows[0][2:] == (
        "03/01/2026", "Chưa xác định", "Chưa xác định", "Chưa xác định",
    )  # fmt: skip


def test_undated_lives_are_named_apart() -> None:
    (block,) = drawn({"since": "2026"}, {}, {"until": "2026"}).blocks
    assert ([life.id for life in block.dated], [life.id for life in block.undated]) == (["a0", "a2"], ["a1"])
    assert "Chưa ghi ngày nào: ? Hệ thống 1" in drawn({"since": "2026"}, {}).svg()


def test_the_scale_is_whole_years_around_all_days() -> None:
    settings = Settings(plateaus=(Plateau(name="Trước", on="2024-06-30"),))
    picture = timeline(Model([Application(id="a", name="A", since="2025-05")], settings=settings), DAY)
    assert (picture.begin, picture.today) == (date(2024, 1, 1), 731)
    assert [(post.at, post.name.vi) for post in picture.posts] == [(181, "Trước")]


def test_groups_by_state_and_by_owner_say_what_is_unknown() -> None:
    model = Model([Application(id="a", name="A", state="in_use"), Application(id="b", name="B")])
    assert [block.title.vi for block in timeline(model, DAY, by="state").blocks] == ["Chưa xác định", "Đang vận hành"]
    assert [block.title.vi for block in timeline(model, DAY, by="owner").blocks] == ["Chưa rõ cơ quan chủ quản"]
    with pytest.raises(ArchmodelError, match="did you mean 'state'"):
        timeline(model, DAY, by="stat")  # type: ignore[arg-type]


def test_systems_of_other_bodies_are_not_drawn() -> None:
    assert drawn({"record": "reference"}).lives == ()
