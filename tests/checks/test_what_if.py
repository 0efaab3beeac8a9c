"""Trying a change: what each act does, what it refuses, that it leaves the model alone, can be undone and written down."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archmodel.checks.what_if import WhatIf, what_if
from archmodel.errors import ArchmodelError
from archmodel.model.change import changed, inverse
from archmodel.model.elements import Application, Dataset, Interface, Node, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, Flow, Relation

ROOT = Path(__file__).parents[2]
DAY = "2026-12-01"


def link(type: str, source: str, target: str, **more: object) -> Relation:
    return RELATIONS[type].relation(type=type, source=source, target=target, **more)


def city() -> Model:
    elements: list[Element] = [
        Application(id="a", name="A", state="in_use", record="own"),
        Application(id="b", name="B", state="in_use", record="own"),
        Application(id="c", name="C", state="in_use"),
        Application(id="lgsp", name="LGSP", state="in_use"),
        Dataset(id="d", name="D"), Dataset(id="e", name="E"),
        Interface(id="w", name="W", category="url"), Interface(id="v", name="V", category="url"),
        Node(id="dc1", name="DC1"), Node(id="dc2", name="DC2"),
        Organisation(id="so", name="Sở"), Organisation(id="ubnd", name="UBND"),
    ]  # fmt: skip
    relations = [
        link("owned_by", "a", "so"), link("owned_by", "b", "so"), link("hosted_on", "a", "dc1"),
        link("accesses", "a", "d", mode="rw"), link("aligned_to", "a", "nat-1.0/P.1"),
        link("governed_by", "a", "doc"), link("serves", "a", "b"), link("used_by", "b", "ubnd", since="2024"),
        link("used_by", "a", "ubnd", since="2027-01-01"),
        Flow(id="F1", source="a", target="b", state="in_use"),
        Flow(id="F2", source="c", target="b", via=("lgsp", "a"), carries=("d",), state="in_use"),
        Flow(id="F3", source="lgsp", target="a", state="planned"),
        link("redirects_to", "w", "v"), link("hosted_on", "dc1", "dc2"),
    ]  # fmt: skip
    return Model(elements, relations)


def told(model: Model, *, since: str | None = None, until: str | None = None) -> set[str]:
    """The relations that begin or end on a day, in short."""
    return {
        f"{r.source} {r.type} {r.target}"
        for r in model.relations
        if (since and r.since == since) or (until and r.until == until)
    }


def test_what_is_retired_ends_with_its_needs_and_duties_and_keeps_its_record() -> None:
    after = what_if(city(), on=DAY).retire("a").model
    assert (after["a"].until, after["a"].state, after["a"].disposition) == (DAY, "ended", "replace_or_end")
    assert told(after, until=DAY) == {
        "a owned_by so", "a hosted_on dc1", "a accesses d", "a serves b", "a flow b", "lgsp flow a",
    }  # fmt: skip
    assert not after.incoming("ubnd", "used_by")[1:], "a use that would begin later is dropped"
    assert [flow.state for flow in after.flows] == ["ended", "in_use", "planned"]
    assert after.outgoing("a", "governed_by")[0].until is None
    assert "a" not in after.at(DAY)
    assert "a" in after.at("2026-11-30")


def test_an_address_that_is_retired_goes_on_leading_where_it_led() -> None:
    after = what_if(city(), on=DAY).retire("w").model
    assert (after["w"].until, after.outgoing("w", "redirects_to")[0].until) == (DAY, None)


def test_a_platform_that_is_retired_leaves_its_flows_to_be_rerouted() -> None:
    after = what_if(city(), on=DAY).retire("lgsp")
    assert [words.en for words in after.told] == ["flows that still name 'lgsp' as platform: F2"]


def test_a_merger_hands_over_all_ties_and_drops_those_to_itself() -> None:
    after = what_if(city(), on=DAY).merge("a", "b", into="c")
    assert told(after.model, since=DAY) == {
        "c owned_by so", "c hosted_on dc1", "c accesses d", "c aligned_to nat-1.0/P.1", "c used_by ubnd",
        "c succeeds a", "c succeeds b",
    }  # fmt: skip
    assert {words.en for words in after.told} == {
        "there already: c owned_by so",
        "dropped, as it would lead to itself: a serves b",
        "dropped, as it would lead to itself: a flow F1 b",
        "dropped, as it would lead to itself: c flow F2 b",
        "there already: c used_by ubnd",
    }
    moves = [(r.source, r.target, getattr(r, "state", None)) for r in after.model.relations if r.type == "migrates_to"]
    assert moves == [("a", "c", "planned"), ("b", "c", "planned")]
    assert [after.model[id].disposition for id in "abc"] == ["merge", "merge", None]
    assert after.model.at(DAY).outgoing("c", "owned_by")[0].confidence == "inferred"


def test_flows_over_and_with_what_is_merged_go_on_under_an_id_of_their_own() -> None:
    model = what_if(city(), on=DAY).merge("lgsp", into="c").merge("d", into="e").model
    again = [(flow.id, flow.source, flow.target, flow.via, flow.carries) for flow in model.flows[3:]]
    assert again == [("F3-2", "c", "a", (), ()), ("F2-3", "c", "b", ("a",), ("e",))]
    assert [flow.until for flow in model.flows] == [None, DAY, DAY, None, None]


def test_an_act_on_an_earlier_day_reaches_no_further_than_what_ends_later() -> None:
    later = what_if(city(), on=DAY).retire("c")
    moved = later.move("c", host="dc1", on="2026-11-01").model
    assert [(r.since, r.until) for r in moved.outgoing("c", "hosted_on")] == [("2026-11-01", DAY)]
    merged = later.merge("a", into="c", on="2026-11-01")
    assert [r.since for r in merged.model.outgoing("c", "used_by")] == []
    assert "dropped, as it would end first: c used_by ubnd" in [words.en for words in merged.told]


def test_a_new_home_says_what_its_sources_say_alike() -> None:
    model = what_if(city(), on=DAY).merge("a", "b", into="ab", name="A và B").model
    home = model["ab"]
    assert (home.name, home.since, home.record, home.state, home.confidence) == (
        "A và B",
        DAY,
        "own",
        "in_use",
        "inferred",
    )
    assert what_if(city(), on=DAY).merge("a", "c", into="ac", name="A và C").model["ac"].record is None


def test_an_address_that_is_merged_leads_on() -> None:
    model = what_if(city(), on=DAY).merge("w", into="v").model
    assert [(r.target, r.since) for r in model.outgoing("w", "redirects_to")] == [("v", None)]
    assert [r.target for r in what_if(city(), on=DAY).merge("v", into="w").model.outgoing("v", "redirects_to")] == ["w"]


def test_moving_handing_over_and_renaming() -> None:
    after = what_if(city(), on=DAY).move("a", host="dc2").reassign("a", owner="ubnd", operator="so").rename("a", "Mới")
    assert told(after.model, until=DAY) == {"a hosted_on dc1", "a owned_by so"}
    assert told(after.model, since=DAY) == {"a hosted_on dc2", "a owned_by ubnd", "a operated_by so"}
    assert (after.model["a"].name, after.model["a"].aliases) == ("Mới", ("A",))


@pytest.mark.parametrize(
    ("act", "fact", "fix"),
    [
        (lambda w: w.retire("lgspp"), "no element is called 'lgspp'", "did you mean 'lgsp'?"),
        (lambda w: w.retire("a").retire("a"), "'a' has not begun or has ended by 2026-12-01", "choose a day"),
        (lambda w: w.merge("a", into="x", name="X").retire("x"), "'x' has not begun", "after 2026-12-01"),
        (lambda w: w.retire("a", on="1/12/2026"), "is not a day", "2025-07-01"),
        (lambda w: w.merge("a", into="a"), "nothing to merge into 'a'", "at least one other"),
        (lambda w: w.merge("a", "d", into="c"), "different kinds cannot be merged", "within one kind"),
        (lambda w: w.merge("a", into="x"), "no element is called 'x'", "give a name"),
        (lambda w: w.merge("a", into="B", name="B"), "'B' is already used", "never reused"),
        (lambda w: w.move("a", host="so"), "'a' (Application) cannot be 'hosted_on' to 'so'", "node"),
        (lambda w: w.move("a", host="dc1"), "'a' is hosted on 'dc1' already", "leave this step out"),
        (lambda w: w.move("dc2", host="dc1"), "'dc1' is itself hosted on 'dc2'", "another host"),
        (lambda w: w.move("dc2", host="dc2"), "'dc2' is itself hosted on 'dc2'", "another host"),
        (lambda w: w.reassign("a", owner="d"), "cannot be 'owned_by' to 'd'", "organisation"),
        (lambda w: w.reassign("a"), "nobody is named", "owner="),
        (lambda w: w.rename("a", "A"), "has that name already", "leave this step out"),
        (lambda w: w.retire("so").reassign("b", owner="so"), "'so' has not begun or has ended", "choose a day"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(act: object, fact: str, fix: str) -> None:
    with pytest.raises(ArchmodelError) as failure:
        act(what_if(city(), on=DAY))  # type: ignore[operator]
    assert fact in failure.value.fact.en
    assert fix in failure.value.fix.en


IDS = ["a", "b", "c", "lgsp", "d", "e", "w", "v", "dc1", "dc2", "so", "ubnd"]
ACTS = st.one_of(
    st.tuples(st.just("retire"), st.sampled_from(IDS)),
    st.tuples(st.just("merge"), st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from([*IDS, "moi"])),
    st.tuples(st.just("move"), st.sampled_from(IDS), st.sampled_from(IDS)),
    st.tuples(st.just("reassign"), st.sampled_from(IDS), st.sampled_from(["so", "ubnd"])),
    st.tuples(st.just("rename"), st.sampled_from(IDS)),
)
DAYS = st.sampled_from(["2026-11-01", DAY, "2027-06-01"])


def act(what: WhatIf, words: tuple[str, ...], day: str) -> WhatIf:
    """One act; one that makes no sense here leaves things as they are."""
    with suppress(ArchmodelError):
        match words:
            case ("retire", id):
                return what.retire(id, on=day)
            case ("merge", first, second, into):
                return what.merge(first, second, into=into, on=day, name="Mới" if into == "moi" else None)
            case ("move", id, host):
                return what.move(id, host=host, on=day)
            case ("reassign", id, owner):
                return what.reassign(id, owner=owner, on=day)
            case ("rename", id):
                return what.rename(id, f"{what.model[id].name}!")
    return what


def whole(model: Model) -> tuple[list[Element], tuple[Relation, ...]]:
    return list(model), model.relations


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(ACTS, DAYS), max_size=7))
def test_every_act_can_be_taken_back_and_none_touches_the_model(acts: list[tuple[tuple[str, ...], str]]) -> None:
    base = city()
    before = whole(base)
    seen = [what_if(base, on=DAY)]
    for words, day in acts:
        after = act(seen[-1], words, day)
        if after is not seen[-1]:
            seen.append(after)
    assert whole(base) == before
    last = seen[-1]
    assert whole(changed(last.model, inverse(last.swaps))) == before
    for earlier in reversed(seen[:-1]):
        last = last.undo()
        assert whole(last.model) == whole(earlier.model)
        assert last.steps == earlier.steps
    assert last.undo() is last


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(ACTS, DAYS), max_size=7))
def test_nothing_that_ended_is_needed_after_and_no_record_is_lost(acts: list[tuple[tuple[str, ...], str]]) -> None:
    what = what_if(city(), on=DAY)
    for words, day in acts:
        what = act(what, words, day)
    model = what.model
    assert set(what.base.elements) <= set(model.elements)
    for id, day in what.ended.items():
        assert model[id].until == day
        kept = {r.type for r in (*model.outgoing(id), *model.incoming(id)) if r.holds_on("2099-01-01")}
        assert kept <= {"succeeds", "migrates_to", "redirects_to", "aligned_to", "governed_by"}
    flows = [flow.id for flow in model.flows]
    assert len(flows) == len(set(flows))
    assert all(r.source != r.target for r in model.relations)
    assert all(r.since is None or r.until is None or r.since < r.until for r in model.relations)


def test_a_part_is_tried_on_the_whole_it_came_from() -> None:
    base = city()
    assert what_if(base.at("2026-11-01")).base is base
    assert what_if(base.at("2026-11-01")).on == "2026-11-01"
    assert what_if(base.select(["a"]), on=DAY).retire("b").ended == {"b": DAY}


def test_the_difference_of_the_two_sides_can_be_asked_for() -> None:
    pytest.importorskip("archmodel.analysis.difference", reason="the difference of models is not there yet")
    difference = what_if(city(), on=DAY).retire("a").difference
    assert [change.new.id for change in difference.ended] == ["a"]
