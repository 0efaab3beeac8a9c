"""Change, merge, retire: what decides, what only asks people, what a no needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from archmodel.checks import RULES
from archmodel.checks.questions import Answer, Question, answers_about
from archmodel.checks.questions.grounds import GROUNDS
from archmodel.checks.rule import Finding, Outcome, Rule, Severity, rule
from archmodel.checks.run import check
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Alignment, Flow, Link, Succession
from archmodel.text.words import Words

DAY = "2026-11-22"
READ = (Evidence(document="Quyết định", confidence="primary"),)
ALIGNED = Alignment(source="a", target="k/P.1", evidence=READ)
BY_CODE = {one.code: one for one in RULES}
PASSING = {code: {"a": "pass"} for code in ("FW4-02", "SEC-01", "INTEG-03", "DUP-01", "DUP-02", "LIFE-07")}


def says(code: str, outcomes: dict[str, str]) -> Rule:
    """A rule of a given code that judges the ids given and says of each what it is told."""

    def find(model: Model, day: str) -> Iterator[Finding]:
        every = {**model.elements, **{flow.id: flow for flow in model.flows}}
        for id, outcome in outcomes.items():
            if outcome != "pass":
                told = Words(f"'{id}' sai", f"'{id}' is wrong")
                yield Finding(every[id], told, Words("ghi 'state'", "add 'state'"), Outcome(outcome))

    real = BY_CODE[code]
    title = Words("thử", "trial")
    make = rule(code, real.severity, title=title, scope=lambda model, day: outcomes, tier=real.tier)
    return make(find)


def asked(
    question: str, said: dict[str, dict[str, str]] | None = None, relations: Any = (ALIGNED,), **more: Any
) -> Answer:
    stated = {"record": "own", "state": "in_use", "disposition": "keep", "category": "sector", "evidence": READ, **more}
    body = Organisation(id="so", name="Sở", tier="city")
    model = Model(
        [Application(id="a", name="A", **stated), Application(id="b", name="B", record="own"), body], relations
    )
    said = PASSING | (said or {})
    rules = tuple(says(code, said.get(code, {})) for code in BY_CODE if code != "WAIVER-01")
    return answers_about(model, check(model, as_of=DAY, rules=rules), "a").to(question)


@pytest.mark.parametrize("question", ["change", "merge", "retire", "duplicate"])
def test_no_where_everything_ran_judged_and_passed(question: str) -> None:
    answer = asked(question)
    assert (answer.verdict, answer.missing) == ("no", ())


@pytest.mark.parametrize("question", [Question.DUPLICATE, Question.CHANGE, Question.MERGE, Question.RETIRE])
@pytest.mark.parametrize("part", ["decide", "ask"])
def test_each_rule_of_the_table_moves_the_verdict_as_its_column_says(question: Question, part: str) -> None:
    for code in getattr(GROUNDS[question], part):
        if code == "KH130-07":  # judges the owner of a portal
            continue
        failed = asked(question, {code: {"a": "fail"}}).verdict
        assert failed == ("yes" if part == "decide" else "not_enough"), code
        assert asked(question, {code: {"a": "insufficient"}}).verdict == "not_enough", code


@pytest.mark.parametrize("question", [Question.DUPLICATE, Question.CHANGE, Question.MERGE, Question.RETIRE])
def test_a_no_needs_each_rule_it_names(question: Question) -> None:
    for code in GROUNDS[question].need["application"]:
        assert asked(question, {code: {}}).verdict == "not_enough", code


def test_what_is_only_told_moves_nothing() -> None:
    for question in (Question.CHANGE, Question.MERGE, Question.RETIRE):
        for code in GROUNDS[question].tell:
            if code not in PASSING:
                answer = asked(question, {code: {"a": "fail"}})
                assert answer.verdict == "no", code
                assert code in {one.code for one in answer.rests_on}


def test_the_table_names_rules_there_are_and_only_binding_ones_call_for_change() -> None:
    named = {
        code
        for g in GROUNDS.values()
        for code in (*g.decide, *g.ask, *g.tell, *(c for n in g.need.values() for c in n))
    }
    assert named <= set(BY_CODE)
    for code in GROUNDS[Question.CHANGE].decide:
        assert BY_CODE[code].tier in {"must", "law"}, code
        assert BY_CODE[code].severity is not Severity.INFO, code


@pytest.mark.parametrize(
    ("question", "more", "told"),
    [
        ("change", {"disposition": "upgrade", "disposition_on": "2027"}, "Disposition: Upgrade or extend (2027)."),
        ("change", {"disposition": "connect"}, "Disposition: Standardise, connect, integrate."),
        ("change", {"state": "upgrading"}, "State: Upgrading."),
        ("merge", {"disposition": "merge"}, "Disposition: Merge or reorganise."),
        ("merge", {"state": "merging"}, "State: Merging."),
        ("retire", {"disposition": "replace_or_end"}, "Disposition: Replace or end."),
        ("retire", {"until": "2027-01-01"}, "its end is set (until 2027-01-01)."),
        ("retire", {"since": "2027-01-01", "until": "2028-01-01"}, "its end is set (until 2028-01-01)."),
        ("retire", {"state": "ended"}, "State: Ended."),
        ("retire", {"until": "2026-01-01"}, "it has ended (until 2026-01-01)."),
    ],
)
def test_what_is_decided_on_record(question: str, more: dict[str, Any], told: str) -> None:
    answer = asked(question, **more)
    assert (answer.verdict, answer.sentence.en) == ("yes", told)


@pytest.mark.parametrize(("evidence", "told"), [((), "no source recorded"), ("inferred", "only inferred")])
def test_a_decision_no_source_confirms_says_so_and_carries_no_no(evidence: Any, told: str) -> None:
    evidence = evidence and (Evidence(document="Suy", confidence="inferred"),)
    merged = asked("merge", disposition="merge", evidence=evidence)
    assert (merged.verdict, merged.sentence.en) == ("yes", f"Disposition: Merge or reorganise ({told}).")
    for question in ("change", "merge", "retire"):
        assert asked(question, evidence=evidence).verdict == "not_enough"


@pytest.mark.parametrize("disposition", [None, "undecided"])
@pytest.mark.parametrize("question", ["change", "merge", "retire"])
def test_an_open_disposition_leaves_every_future_open(question: str, disposition: Any) -> None:
    answer = asked(question, disposition=disposition)
    assert answer.verdict == "not_enough"
    assert ("a", "disposition") in {(m.record, m.field) for m in answer.missing}


def test_a_place_in_the_framework_that_is_only_inferred_carries_no_no() -> None:
    read = Alignment(source="a", target="k/P.1", evidence=(Evidence(document="Suy", confidence="inferred"),))
    assert asked("change", relations=[read]).verdict == "not_enough"


def test_a_flow_that_fails_is_the_failure_of_the_systems_at_its_ends() -> None:
    flow = Flow(id="F", source="b", target="a")
    answer = asked("change", {"INTEG-01": {"F": "fail"}}, relations=[ALIGNED, flow])
    assert answer.verdict == "yes"
    assert answer.sentence.en == "INTEG-01: 'F' is wrong."
    assert asked("change", {"INTEG-01": {"F": "insufficient"}}, relations=[ALIGNED, flow]).verdict == "not_enough"
    passed = asked("change", {"INTEG-01": {"F": "pass"}}, relations=[ALIGNED, flow])
    assert passed.verdict == "no"
    assert "INTEG-01" in passed.sentence.en


def test_a_portal_answers_for_the_portals_of_its_owner() -> None:
    owned = Link(type="owned_by", source="a", target="so", evidence=READ)
    said = {"KH130-07": {"so": "fail"}}
    assert asked("merge", said, [owned], category="portal").verdict == "yes"
    assert asked("merge", said, [owned], category="sector").verdict == "no"


def test_without_a_category_the_rules_on_common_systems_have_not_looked() -> None:
    answer = asked("merge", category=None)
    assert answer.verdict == "not_enough"
    assert [(m.record, m.field) for m in answer.missing] == [("a", "category")]


def test_a_successor_without_a_decision_leaves_it_open() -> None:
    answer = asked("retire", relations=[Succession(source="b", target="a", evidence=READ)])
    assert answer.verdict == "not_enough"
    assert "a successor is recorded (B), no end is" in answer.sentence.en
