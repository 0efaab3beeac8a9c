"""Which records are set side by side: one system with one, of one kind, data about one matter, one of them the City's own."""

from __future__ import annotations

import archmodel as am
from archmodel.model.elements import Application, Dataset, Entity
from archmodel.model.record import Element
from archmodel.model.relations import Link


def told(*elements: Element, relations: tuple[Link, ...] = ()) -> set[tuple[str, str]]:
    found = am.duplicates(am.Model(elements, relations), "2026-11-22")
    return {(match.id_a, match.id_b) for match in found}


ONE = Application(id="a", name="Hệ thống camera giám sát", record="own")


def test_two_systems_of_one_name() -> None:
    assert told(ONE, Application(id="b", name="Phần mềm camera giám sát", record="own")) == {("a", "b")}


def test_a_record_that_stands_for_many_is_not_compared() -> None:
    assert told(ONE, Application(id="b", name="Các hệ thống camera giám sát", name_status="family")) == set()
    assert told(ONE, Application(id="b", name="Hệ thống camera giám sát", record="own", instances=30)) == set()


def test_two_records_of_others_are_not_told() -> None:
    other = ONE.model_copy(update={"record": "reference"})
    assert told(other, Application(id="b", name="Hệ thống camera giám sát", record="reference")) == set()


def test_data_about_different_things_are_not_one() -> None:
    sets = (Dataset(id="a", name="Thủ tục hành chính", record="own"), Dataset(id="b", name="Thủ tục hành chính"))
    things = (Entity(id="e", name="Thủ tục"), Entity(id="f", name="Hồ sơ"))
    holds_e = Link(type="contains", source="a", target="e")
    assert told(*sets, *things) == {("a", "b")}
    assert told(*sets, *things, relations=(holds_e,)) == {("a", "b")}
    assert told(*sets, *things, relations=(holds_e, Link(type="contains", source="b", target="f"))) == set()
    assert told(*sets, *things, relations=(holds_e, Link(type="mastered_in", source="e", target="b"))) == {("a", "b")}
