"""Each sort of change on a small literal pair of models."""

from __future__ import annotations

from typing import Any

import pytest

from archmodel.analysis.change import Change
from archmodel.analysis.difference import diff
from archmodel.errors import ArchmodelError, Place
from archmodel.model.elements import Application, Code, Organisation
from archmodel.model.misfit import Misfit
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.model.settings import Settings
from archmodel.model.waiver import Waiver

OLD, NEW = "2025-06-30", "2025-07-01"


def app(id: str, name: str | None = None, **fields: Any) -> Application:
    return Application(id=id, name=name or f"Hệ thống {id}", **fields)


def link(source: str, target: str, type: str = "part_of", **fields: Any) -> Relation:
    return RELATIONS[type].relation(type=type, source=source, target=target, **fields)


def told(changes: tuple[Change[Any], ...]) -> list[tuple[str, str]]:
    return [(change.how, change.id) for change in changes]


def test_a_record_that_vanished_is_removed_and_a_recorded_end_is_an_end() -> None:
    old = Model([app("gone"), app("over"), app("stopped", state="in_use"), app("same")])
    new = Model([app("over", until="2025-07-01"), app("stopped", state="ended"), app("same"), app("new", "Kho ảnh")])
    found = diff(old, new)
    assert told(found.elements) == [("ended", "over"), ("ended", "stopped"), ("removed", "gone"), ("added", "new")]
    assert [change.on for change in found.ended] == ["2025-07-01", None]
    assert found.ended[1].fields == (("state", "in_use", "ended"),)


def test_between_two_days_things_begin_and_end() -> None:
    model = Model(
        [
            Organisation(id="quan", name="Quận", until=NEW),
            Organisation(id="phuong", name="Phường", since=NEW),
            app("a"),
        ],
        [link("a", "quan", "owned_by"), link("a", "phuong", "owned_by"), link("a", "a", until=NEW)],
    )
    found = diff(model.at(OLD), model.at(NEW))
    assert told(found.elements) == [("ended", "quan"), ("begun", "phuong")]
    assert [change.on for change in found.elements] == [NEW, NEW]
    assert told(found.relations) == [("ended", "a → quan"), ("ended", "a → a"), ("begun", "a → phuong")]
    assert found.old.name.vi == OLD
    back = diff(model.at(NEW), model.at(OLD))
    assert [change.how for change in back.elements] == ["removed", "added"]
    assert [change.how for change in back.relations] == ["removed", "added", "added"]


def test_days_of_two_catalogues_tell_what_is_new_in_the_files_apart() -> None:
    old = Model([app("a"), app("gone")]).at(OLD)
    new = Model([app("a", since=OLD), app("begun", since=NEW)]).at(NEW)
    found = diff(old, new)
    assert told(found.elements) == [("removed", "gone"), ("added", "begun"), ("changed", "a")]


def test_fields_are_compared_one_by_one_and_places_are_not() -> None:
    old = app("a", state="in_use", evidence=(Evidence(document="Báo cáo"),), place=Place("x.yaml", 1))
    new = app("a", state="trial", evidence=(Evidence(document="Báo cáo"),), place=Place("y.yaml", 9))
    (change,) = diff(Model([old]), Model([new])).changed
    assert change.fields == (("state", "in_use", "trial"),)
    assert diff(Model([old]), Model([old.model_copy(update={"place": None})])).is_empty


def test_a_record_of_another_kind_is_changed_in_its_kind() -> None:
    (change,) = diff(Model([app("a", "A")]), Model([Organisation(id="a", name="A", tier="city")])).changed
    assert [field.field for field in change.fields] == ["kind", "tier"]
    assert diff(Model([app("a", "A")]), Model([Organisation(id="a", name="A")])).apply(Model([app("a", "A")]))["a"]


def test_codes_are_compared_as_they_stand_on_each_day() -> None:
    codes = (Code(system="GSO", value="1", until=NEW), Code(system="GSO", value="2"))
    model = Model([Organisation(id="so", name="Sở", codes=codes)])
    (change,) = diff(model.at(OLD), model.at(NEW)).changed
    assert change.fields == (("codes", codes, codes[1:]),)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (app("a", "Cổng"), app("b", "Khác", aliases=("a",)), "aliases"),
        (app("a", "Cổng", code="KT-1"), app("b", "Khác", code="KT-1"), "code"),
        (app("a", "Cổng", source_code="X"), app("b", "Khác", source_code="X"), "source_code"),
        (app("a", "Cổng", state="in_use"), app("b", "Cổng", state="in_use"), "identical"),
        (
            Organisation(id="a", name="Cũ", electronic_id="H26.1"),
            Organisation(id="b", name="Mới", electronic_id="H26.1"),
            "electronic_id",
        ),
        (
            Organisation(id="a", name="Cũ", codes=(Code(system="GSO", value="1"),)),
            Organisation(id="b", name="Mới", codes=(Code(system="GSO", value="1"),)),
            "codes",
        ),
    ],
)
def test_what_the_catalogue_calls_the_same_is_a_rename(before: Any, after: Any, why: str) -> None:
    (change,) = diff(Model([before]), Model([after])).elements
    assert (change.how, change.why) == ("renamed", why)


def test_a_successor_of_a_vanished_record_is_a_rename_and_a_split_is_none() -> None:
    old = Model([app("a", "Cổng")])
    one = Model([app("b", "Khác")], [link("b", "a", "succeeds")])
    assert told(diff(old, one).elements) == [("renamed", "b")]
    two = Model([app("b", "Khác"), app("c", "Nữa")], [link("b", "a", "succeeds"), link("c", "a", "succeeds")])
    assert [change.how for change in diff(old, two).elements] == ["removed", "added", "added"]
    two_olds = Model([app("a", "Cổng"), app("z", "Trang")])
    merger = Model([app("b", "Khác")], [link("b", "a", "succeeds"), link("b", "z", "succeeds")])
    assert [change.how for change in diff(two_olds, merger).elements] == ["removed", "removed", "added"]


def test_a_code_two_records_bear_says_nothing() -> None:
    old = Model([app("a", "Một", code="KT-1"), app("b", "Hai", code="KT-1")])
    assert [c.how for c in diff(old, Model([app("c", "Ba", code="KT-1")])).elements] == ["removed", "removed", "added"]


def test_another_kind_is_no_rename() -> None:
    old, new = Model([app("a", "A", code="1")]), Model([Organisation(id="b", name="A", code="1")])
    assert [change.how for change in diff(old, new).elements] == ["removed", "added"]


def test_like_names_are_suggested_and_stay_removed_and_added() -> None:
    old = Model([app("hop", "Hệ thống phòng họp không giấy tờ"), app("ve", "Hệ thống vé điện tử")])
    new = Model([app("hop-2", "Phòng họp không giấy tờ - hệ thống"), app("khi", "Hệ thống quan trắc khí")])
    found = diff(old, new)
    assert [(pair.old.id, pair.new.id, pair.score > 0.9) for pair in found.suggested] == [("hop", "hop-2", True)]
    assert [change.how for change in found.elements] == ["removed", "removed", "added", "added"]


def test_relations_follow_a_rename() -> None:
    old = Model(
        [app("a", "A", code="1"), app("x")],
        [link("x", "a"), link("x", "a", reason="khác"), Flow(id="F", source="x", target="x", via=("a",))],
    )
    new = Model(
        [app("b", "A", code="1"), app("x")],
        [link("x", "b"), link("x", "b", reason="mới"), Flow(id="F", source="x", target="x", via=("b",))],
    )
    found = diff(old, new)
    assert sorted(told(found.relations)) == [("changed", "x → b"), ("followed", "F"), ("followed", "x → b")]
    forgotten = diff(old, Model([app("b", "A", code="1"), app("x")], old.relations))
    assert forgotten.relations == ()


def test_relations_between_the_same_ends_are_told_apart_by_what_they_say() -> None:
    spans: list[Relation] = [link("a", "a", since="2020", until="2022"), link("a", "a", since="2023")]
    old, new = Model([app("a")], spans), Model([app("a")], [*reversed(spans), link("a", "a", since="2030")])
    assert told(diff(old, new).relations) == [("added", "a → a")]
    closed = Model([app("a")], [spans[0], link("a", "a", since="2023", until="2026")])
    assert [(c.how, c.on) for c in diff(old, closed).relations] == [("ended", "2026")]
    assert told(diff(old, Model([app("a")], spans[:1])).relations) == [("removed", "a → a")]
    later = [link("a", "a", since="2020", until="2023"), link("a", "a", since="2024")]
    one, other = (diff(old, Model([app("a")], order)).relations for order in (later, later[::-1]))
    assert one == other


def test_what_is_beside_the_records_is_told() -> None:
    waiver = Waiver(id="W", rule="LIFE-01", elements=("a",), reason="r", granted_by="g", until="2027-01-01")
    later = waiver.model_copy(update={"until": "2028-01-01"})
    place = Place("x", 1)
    old = Model([app("a")], waivers=[waiver], misfits=[Misfit(place, "a", "state", "chạy", ("in_use",))])
    new = Model(
        [app("a")], waivers=[later], settings=Settings(name="Mới"), misfits=[Misfit(place, "a", "state", "dừng")]
    )
    found = diff(old, new)
    assert not found.is_empty
    assert [change.fields for change in found.waivers] == [(("until", "2027-01-01", "2028-01-01"),)]
    assert found.settings == (("name", "Kiến trúc số", "Mới"),)
    assert found.misfits == (("a.state", "chạy", "dừng"),)
    applied = found.apply(old)
    assert (applied.waivers, applied.settings.name, applied.misfits) == ((later,), "Mới", new.misfits)


def test_towards_the_target_what_is_planned_is_to_come() -> None:
    model = Model([app("a", state="planned"), app("b", disposition="replace_or_end"), app("c")])
    found = diff(model.at(NEW), model.plateau("target"))
    assert told(found.elements) == [("ended", "b"), ("coming", "a")]


def test_a_part_lacks_elements_and_has_not_ended_them() -> None:
    model = Model([app("a"), app("b")], [link("a", "b")])
    found = diff(model.at(NEW), model.at(NEW).select(["a"]))
    assert [change.how for change in (*found.elements, *found.relations)] == ["removed", "removed"]
    target = model.plateau("target")
    assert [change.how for change in diff(target, target.select(["a"])).elements] == ["removed"]


def test_a_difference_is_refused_by_a_model_it_does_not_start_from() -> None:
    found = diff(Model([app("a")], [link("a", "a")]), Model([]))
    with pytest.raises(ArchmodelError, match="does not fit"):
        found.apply(Model([]))
    with pytest.raises(ArchmodelError, match="does not fit"):
        found.apply(Model([app("a", state="ended")], [link("a", "a")]))
    with pytest.raises(ArchmodelError, match="does not fit"):
        found.apply(Model([app("a")]))


def test_it_shows_itself() -> None:
    found = diff(Model([app("a", "<b>A</b>")]), Model([]))
    assert repr(found) == "<Difference Digital architecture → Digital architecture: elements removed 1>"
    assert "&lt;b&gt;A&lt;/b&gt; (a)" in found._repr_html_()
    assert repr(diff(Model([]), Model([]), names=("A", "B"))) == "<Difference A → B: none>"
