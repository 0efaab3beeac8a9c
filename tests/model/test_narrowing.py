"""Narrowing to a day and narrowing to a part may be done in either order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import content, days, models

from archmodel.graph import around
from archmodel.model.model import Model


@given(models(), days, st.data())
def test_a_part_of_a_day_is_the_day_of_the_part(model: Model, day: str, data: st.DataObject) -> None:
    ids = set(model.elements) - data.draw(st.sets(st.sampled_from(list(model.elements)), max_size=2))
    then = model.at(day)
    assert content(then.select(id for id in ids if id in then)) == content(model.select(ids).at(day))


@given(models(), days, st.integers(0, 3), st.data())
def test_the_surroundings_on_a_day_lie_in_the_surroundings(
    model: Model, day: str, depth: int, data: st.DataObject
) -> None:
    """A way through something gone leads nowhere that day, so the day is taken before counting steps."""
    then = model.at(day)
    if not len(then):
        return
    start = data.draw(st.sampled_from(list(then.elements)))
    near = around(model, start, depth=depth).at(day)
    assert content(around(near, start, depth=depth)) == content(around(then, start, depth=depth))


@given(models(), days)
def test_a_day_taken_twice_is_taken_once(model: Model, day: str) -> None:
    assert content(model.at(day).at(day)) == content(model.at(day))
