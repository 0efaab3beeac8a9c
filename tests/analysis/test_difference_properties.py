"""What holds of every difference: it rebuilds, it is empty between equals, and no order matters to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import content, days, models

from archmodel.analysis.difference import diff
from archmodel.model.model import Model


def shuffled(model: Model, data: st.DataObject) -> Model:
    elements = data.draw(st.permutations(list(model)))
    return Model(elements, data.draw(st.permutations(model.relations)))


@given(models(), models())
def test_a_difference_applied_to_the_old_gives_the_new(old: Model, new: Model) -> None:
    found = diff(old, new)
    rebuilt = found.apply(old)
    assert content(rebuilt) == content(new)
    assert diff(rebuilt, new).is_empty


@given(models(), days, days)
def test_a_difference_of_days_rebuilds_too(model: Model, one: str, other: str) -> None:
    old, new = model.at(min(one, other)), model.at(max(one, other))
    rebuilt = diff(old, new).apply(old)
    assert content(rebuilt) == content(new)
    assert rebuilt.day == new.day


@given(models(), models(), days)
def test_a_difference_to_the_target_rebuilds_too(old: Model, new: Model, day: str) -> None:
    found = diff(old.at(day), new.plateau("target"))
    assert content(found.apply(old.at(day))) == content(new.plateau("target"))


@given(models(), st.data())
def test_the_same_in_another_order_is_no_difference(model: Model, data: st.DataObject) -> None:
    other = shuffled(model, data)
    assert diff(model, other).is_empty
    assert diff(model, other).counts == {"elements": {}, "relations": {}}


@given(models(), models(), st.data())
def test_the_order_of_files_changes_nothing_told(old: Model, new: Model, data: st.DataObject) -> None:
    one, other = diff(old, new), diff(shuffled(old, data), shuffled(new, data))
    assert one.elements == other.elements
    assert one.relations == other.relations
    assert one.suggested == other.suggested


@given(models(), days, days)
def test_between_two_days_records_neither_vanish_nor_appear(model: Model, one: str, other: str) -> None:
    found = diff(model.at(min(one, other)), model.at(max(one, other)))
    assert {change.how for change in found.elements} <= {"begun", "ended", "changed"}
    assert all(change.fields[0].field == "codes" for change in found.changed)
    assert {change.how for change in found.relations} <= {"begun", "ended"}
