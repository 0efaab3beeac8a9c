"""What is active, who succeeds whom, what is covered when, when things are due."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from strategies import days, models

from archmodel.analysis.activity import has_stopped, is_active, unsettled
from archmodel.analysis.deadlines import due_day
from archmodel.analysis.lives import has_ended
from archmodel.analysis.spans import Span, gaps, span
from archmodel.analysis.succession import heirs, predecessors, successors
from archmodel.model.elements import Application, Deadline, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Succession
from archmodel.model.settings import Days, Settings


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ({"state": "in_use"}, True),
        ({"state": "planned"}, False),
        ({"state": "in_use", "until": "2025-07-01"}, False),
        ({"usage": "in_use"}, True),
        ({}, None),
    ],
)
def test_activity_is_yes_no_or_not_known(fields: dict[str, str], known: bool | None) -> None:
    assert is_active(Application(id="a", name="A", **fields), "2026-11-22") is known


@pytest.mark.parametrize(
    ("fields", "day", "ended"),
    [
        ({"state": "ended", "until": "2026"}, "2025-07-01", False),
        ({"state": "ended", "until": "2026"}, "2026-11-22", True),
        ({"state": "ended"}, "2026-11-22", True),
        ({"state": "in_use", "until": "2026-11-22"}, "2026-11-22", True),
        ({"state": "in_use", "since": "2027-01-01"}, "2026-11-22", False),
    ],
)
def test_a_thing_has_ended_by_its_day_or_by_its_state(fields: dict[str, str], day: str, ended: bool) -> None:
    assert has_ended(Application(id="a", name="A", **fields), day) is ended


@pytest.mark.parametrize(
    ("since", "until", "day", "known"),
    [
        ("2020-01-01", "2025-07-01", "2025-06-30", True),
        ("2020-01-01", "2025-07-01", "2025-07-01", False),
        ("2020-01-01", "2025-07-01", "2019-12-31", False),
        (None, "2025-07-01", "2025-06-30", None),
        ("2025", "2025-07-01", "2025-06-30", None),
        ("2024", "2025-07-01", "2025-06-30", True),
        ("2020-01-01", "2025", "2024-12-31", True),
        ("2020-01-01", "2025", "2025-03-01", False),
        ("2020-01-01", None, "2025-06-30", False),
    ],
)
def test_what_ended_worked_until_its_end(since: str | None, until: str | None, day: str, known: bool | None) -> None:
    system = Application(id="a", name="A", state="ended", since=since, until=until)
    assert is_active(system, day) is known
    assert has_stopped(system, day) is (known is False)


@given(models(), days)
def test_recording_an_end_leaves_the_days_before_as_they_were(model: Model, day: str) -> None:
    """Writing ``ended`` on the day something ends may lose certainty about the days before, never turn it round."""
    for system in model.applications:
        ended = system.model_copy(update={"state": "ended", "until": "2027-01-01"})
        if system.state == "in_use" and system.until is None:
            assert is_active(ended, day) in {is_active(system, day), None}
            assert is_active(ended, "2027-01-01") is False


def test_what_would_settle_an_open_activity_is_named() -> None:
    assert unsettled(Application(id="a", name="A")) == "state"
    assert unsettled(Application(id="a", name="A", state="ended", until="2025-07-01")) == "since"


def chain(*ids: str) -> Model:
    bodies = [Organisation(id=id, name=id, until=None if id == ids[-1] else "2025-07-01") for id in ids]
    return Model(bodies, [Succession(source=new, target=old) for old, new in pairwise(ids)])


def test_succession_is_followed_to_its_end() -> None:
    model = chain("a", "b", "c")
    assert [body.id for body in successors(model, "a")] == ["b", "c"]
    assert [body.id for body in predecessors(model, "c")] == ["b", "a"]
    assert [body.id for body in heirs(model, "a", "2026-01-01")] == ["c"]


def test_a_cycle_of_succession_ends() -> None:
    model = Model(
        [Organisation(id="a", name="a"), Organisation(id="b", name="b")],
        [Succession(source="a", target="b"), Succession(source="b", target="a")],
    )
    assert [body.id for body in successors(model, "a")] == ["b"]


def test_gaps_are_told_to_the_day() -> None:
    spans = [span("2025-01-01", "2025-07-01"), span("2025-07-04", None)]
    assert gaps(spans, date(2025, 6, 1), date(2026, 1, 1)) == (Span(date(2025, 7, 1), date(2025, 7, 4)),)
    assert gaps(spans, date(2025, 6, 1), date(2026, 1, 1))[0].days == 3


def test_reduced_precision_is_read_generously() -> None:
    assert gaps([span(None, "2025-06"), span("2025-07", None)], date(2025, 1, 1), date(2026, 1, 1)) == ()
    assert gaps([span(None, "2025"), span("2026", None)], date(2025, 1, 1), date(2026, 6, 1)) == ()


def test_a_deadline_moves_with_its_anchor() -> None:
    deadline = Deadline(anchor="effect", days=15)
    assert due_day(deadline, Settings(days=Days(effect="2025-07-01"))) == "2025-07-16"
    assert due_day(deadline, Settings(days=Days(effect="2025-06-16"))) == "2025-07-01"
    assert due_day(deadline, Settings()) is None
    assert due_day(Deadline(on="2027-01-29"), Settings()) == "2027-01-29"
