"""Who answers for a thing on a day, by which steps, for how much of it, and why the question stays open."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.model.elements import Application, Dataset, Interface, Organisation, Task
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence
from archmodel.model.relations import Link, Migration, Relation, Succession

DAY = "2026-11-22"
D = Organisation(id="d", name="Quận", tier="district", until="2025-07-01")
X = Organisation(id="x", name="Phường X", tier="commune", since="2025-07-01")
Y = Organisation(id="y", name="Phường Y", tier="commune", since="2025-07-01")


def took(source: str, target: str = "d", **more: object) -> Succession:
    return Succession(source=source, target=target, **more)


def owned(source: str, target: str, **more: object) -> Link:
    return Link(type="owned_by", source=source, target=target, **more)


def asked(elements: list[Element], relations: list[Relation], id: str, day: str = DAY) -> am.Model:
    return am.answers_for(Model(elements, relations), id, day)


def said(found: object) -> tuple[list[str], list[tuple[str, str]]]:
    return [b.body for b in found.bodies], [(stop.at, stop.why) for stop in found.stops]


def test_an_owner_of_the_day_answers_for_the_whole() -> None:
    found = asked([Application(id="a", name="A"), X], [owned("a", "x")], "a")
    assert said(found) == (["x"], [])
    assert found.is_settled
    assert found.bodies[0].extent == "whole"


def test_a_dissolved_owner_is_followed_to_its_heir() -> None:
    found = asked([Application(id="a", name="A"), D, X], [owned("a", "d"), took("x", extent="whole")], "a")
    assert said(found) == (["x"], [])
    assert [(step.by, step.to) for step in found.bodies[0].chain] == [("owned_by", "d"), ("succeeds", "x")]
    assert said(asked([Application(id="a", name="A"), D, X], [owned("a", "d")], "a", "2025-06-30")) == (["d"], [])


def test_an_owner_that_handed_it_on_answers_no_more() -> None:
    handed = [owned("a", "x", until="2026-01-01")]
    assert said(asked([Application(id="a", name="A"), X], handed, "a")) == ([], [("a", "no_owner")])
    assert said(asked([Application(id="a", name="A"), X], handed, "a", "2025-08-01")) == (["x"], [])
    coming = [owned("a", "x", since="2027-01-01")]
    assert said(asked([Application(id="a", name="A"), X], coming, "a")) == ([], [("a", "no_owner")])


def test_operators_are_asked_where_no_owner_is_recorded() -> None:
    run = [Link(type="operated_by", source="a", target="x")]
    assert said(asked([Application(id="a", name="A"), X], run, "a")) == (["x"], [])
    gone = [Link(type="operated_by", source="a", target="d"), took("x", extent="whole")]
    assert said(asked([Application(id="a", name="A"), D, X], gone, "a")) == (["x"], [])


def test_several_heirs_are_candidates_until_somebody_decides() -> None:
    parts = [took("x", units=2), took("y", units=3)]
    found = asked([Application(id="a", name="A"), D, X, Y], [owned("a", "d"), *parts], "a")
    assert said(found) == (["x", "y"], [("a", "undecided")])
    assert {body.extent for body in found.bodies} == {"part"}
    decided = [owned("a", "d", until="2025-07-01"), owned("a", "y", since="2025-07-01"), *parts]
    assert said(asked([Application(id="a", name="A"), D, X, Y], decided, "a")) == (["y"], [])


def test_parts_of_a_body_answer_for_their_part_and_functions_are_asked() -> None:
    territory = [took("x", extent="part", scope=("territory",)), took("y", extent="rest", scope=("territory",))]
    found = asked([D, X, Y], territory, "d")
    assert said(found) == (["x", "y"], [("d", "functions")])
    assert found.bodies[0].scope == ("territory",)
    both = [*territory, took("y", scope=("function",))]
    assert said(asked([D, X, Y], both, "d")) == (["x", "y"], [])


def test_heirs_that_do_not_say_what_they_took_leave_it_undecided() -> None:
    found = asked([D, X, Y], [took("x"), took("y")], "d")
    assert said(found) == (["x", "y"], [("d", "undecided")])
    assert {body.extent for body in found.bodies} == {"unknown"}


@pytest.mark.parametrize(
    ("elements", "relations", "stop"),
    [
        ([Application(id="a", name="A")], [], ("a", "no_owner")),
        ([Application(id="a", name="A"), D], [owned("a", "d")], ("d", "no_successor")),
        ([Application(id="a", name="A")], [owned("a", "nobody")], ("nobody", "missing")),
        ([Organisation(id="a", name="A", since="2027-01-01")], [], ("a", "not_begun")),
    ],
)
def test_why_nobody_answers_is_told(elements: list[Element], relations: list[Relation], stop: tuple[str, str]) -> None:
    assert said(asked(elements, relations, "a")) == ([], [stop])


def test_a_circle_of_successions_ends_and_is_told() -> None:
    other = Organisation(id="e", name="E", until="2025-07-01")
    assert said(asked([D, other], [took("e"), took("d", "e")], "d")) == ([], [("d", "circle")])


def test_what_took_over_a_system_goes_before_heirs_of_its_owner() -> None:
    elements = [
        Application(id="old", name="O", state="ended", until="2025-07-01"),
        Application(id="new", name="N", state="in_use"),
        Organisation(id="so", name="Sở", tier="city"), D, X,
    ]  # fmt: skip
    relations = [owned("old", "d"), took("x"), took("new", "old"), owned("new", "so")]
    assert said(asked(elements, relations, "old")) == (["so"], [])


def test_moved_data_an_address_and_a_task_have_their_own_ways() -> None:
    data = [Dataset(id="a", name="A", state="ended"), Dataset(id="b", name="B"), X]
    assert said(asked(data, [Migration(source="a", target="b"), owned("b", "x")], "a")) == (["x"], [])
    exposed = [Interface(id="w", name="W"), Application(id="p", name="P"), X]
    way = [Link(type="exposes", source="p", target="w"), owned("p", "x")]
    assert said(asked(exposed, way, "w")) == (["x"], [])
    assert said(asked([Task(id="t", name="T"), X], [Link(type="led_by", source="t", target="x")], "t")) == (["x"], [])


def test_a_group_that_ended_is_followed_through_its_members() -> None:
    group = Organisation(id="g", name="G", name_status="family", until="2025-07-01")
    found = asked([group, D, X], [Link(type="member_of", source="d", target="g"), took("x", extent="whole")], "g")
    assert said(found) == (["x"], [])
    assert found.bodies[0].extent == "part"


def test_an_address_is_asked_for_as_it_is_written() -> None:
    pages = [
        Interface(id="old", name="O", state="ended", until="2025-07-01", address="https://www.Quan.hn/"),
        Interface(id="new", name="N", state="in_use", since="2025-07-01", address="http://quan.hn"),
        D, X,
    ]  # fmt: skip
    relations = [owned("old", "d"), owned("new", "x")]
    assert said(asked(pages, relations, "quan.hn"))[0] == ["x"]
    assert said(asked(pages, relations, "quan.hn", "2025-06-30"))[0] == ["d"]
    by_id = asked(pages, relations, "old")
    assert [step.by for step in by_id.bodies[0].chain] == ["same_address", "owned_by"]


def test_the_weakest_evidence_of_the_way_is_told() -> None:
    def sure(level: str) -> tuple[Evidence, ...]:
        return (Evidence(document="QĐ", confidence=level),)

    relations = [owned("a", "d", evidence=sure("primary")), took("x", evidence=sure("inferred"))]
    assert asked([Application(id="a", name="A"), D, X], relations, "a").bodies[0].confidence == "inferred"
    bare = [owned("a", "d", evidence=sure("primary")), took("x")]
    assert asked([Application(id="a", name="A"), D, X], bare, "a").bodies[0].confidence is None


def test_an_id_nobody_has_is_an_error_that_helps() -> None:
    with pytest.raises(am.ArchmodelError, match="did you mean 'quan'"):
        asked([Organisation(id="quan", name="Q")], [], "quam")


def test_a_notebook_shows_it_escaped() -> None:
    found = asked([Application(id="a", name="A"), X], [owned("a", "x")], "a")
    assert ">x</td>" in found._repr_html_()
    assert repr(found) == "<'a' on 2026-11-22: x>"


def test_every_dissolved_district_leads_to_living_communes(hanoi: am.Model) -> None:
    for body in hanoi.organisations.where(tier="district", form=("Quận", "Huyện", "Thị xã")):
        found = am.answers_for(hanoi, body.id, DAY)
        assert found.bodies
        assert [stop.why for stop in found.stops] == ["functions"]
        assert all(hanoi[id].holds_on(DAY) for id in found.ids)
