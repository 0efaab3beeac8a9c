"""Which end of each relation needs the other, type by type, written out by hand."""

from __future__ import annotations

import pytest

from archmodel.model.dependence import DEPENDENCES, needs
from archmodel.model.relations import RELATIONS, Access, Flow, Migration

SOURCE, TARGET = [("a", "b")], [("b", "a")]
BOTH = [("a", "b"), ("b", "a")]

EXPECTED = {
    "part_of": BOTH, "member_of": SOURCE, "specializes": [], "owned_by": [], "operated_by": [], "used_by": TARGET,
    "serves": TARGET, "realizes": TARGET, "accesses": BOTH, "contains": [], "mastered_in": SOURCE, "hosted_on": SOURCE,
    "connected_by": SOURCE, "exposes": TARGET, "flow": TARGET, "succeeds": [], "migrates_to": TARGET,
    "archived_in": SOURCE, "redirects_to": SOURCE, "forwards_to": SOURCE, "aligned_to": [], "governed_by": [],
    "evidenced_by": [], "amends": [], "addresses": TARGET, "concerns": [], "shown_in": [], "led_by": [],
    "coordinated_by": [], "depends_on": SOURCE, "influences": [], "triggers": TARGET, "assigned_to": TARGET,
    "in_sector": [], "protects": TARGET, "measures": SOURCE,
}  # fmt: skip
"""The pairs (who needs, what) of a relation from ``a`` to ``b`` that says no more than its type."""


def test_every_relation_type_has_its_row() -> None:
    assert set(DEPENDENCES) == set(RELATIONS) == set(EXPECTED)


@pytest.mark.parametrize("type", EXPECTED)
def test_who_needs_whom(type: str) -> None:
    more = {"id": "F1"} if type == "flow" else {}
    relation = RELATIONS[type].relation(type=type, source="a", target="b", **more)
    assert [(need.dependent, need.on) for need in needs(relation)] == EXPECTED[type]


def test_duties_are_told_apart_from_records() -> None:
    duties = [name for name, row in DEPENDENCES.items() if row.notion == "duty"]
    assert duties == ["owned_by", "operated_by", "led_by", "coordinated_by"]
    assert all((row.dependent is None) == (row.notion != "need") for row in DEPENDENCES.values())


def test_a_reader_needs_the_data_and_written_data_need_the_writer() -> None:
    found = {
        mode: [tuple(need) for need in needs(Access(source="a", target="d", mode=mode))] for mode in ("r", "w", None)
    }
    assert found["r"] == [("a", "d", True)]
    assert found["w"] == [("a", "d", True), ("d", "a", True)]
    assert found[None] == [("a", "d", True), ("d", "a", None)]


def test_both_ends_of_a_flow_need_every_platform_crossed() -> None:
    flow = Flow(id="F1", source="a", target="b", via=("x", "y", "x"), carries=("d",), both_ways=True, state="in_use")
    assert {(need.dependent, need.on) for need in needs(flow)} == {
        ("b", "a"), ("a", "b"), ("a", "x"), ("b", "x"), ("a", "y"), ("b", "y"), ("a", "d"), ("b", "d"),
    }  # fmt: skip
    assert len(list(needs(flow))) == 8


@pytest.mark.parametrize(
    ("state", "runs"), [("in_use", True), ("trial", True), ("planned", False), ("ended", False), ("other", None), (None, None)]
)  # fmt: skip
def test_a_flow_whose_state_nobody_stated_is_not_known_to_run(state: str | None, runs: bool | None) -> None:
    assert [need.runs for need in needs(Flow(id="F1", source="a", target="b", state=state))] == [runs]


def test_data_that_have_moved_are_needed_no_more() -> None:
    states = ("planned", "running", None, "done", "verified")
    found = {state: [need.runs for need in needs(Migration(source="a", target="b", state=state))] for state in states}
    assert found == {"planned": [False], "running": [True], None: [None], "done": [], "verified": []}
