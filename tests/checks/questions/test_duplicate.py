"""Is it a duplicate: every verdict, on the rules as they are and models small enough to judge by eye."""

from __future__ import annotations

import json
from typing import Any

import pytest

from archmodel import tables
from archmodel.checks import RULES
from archmodel.checks.baseline import new_since, read_baseline
from archmodel.checks.formats import as_json
from archmodel.checks.questions import Answer, answers_about, questions
from archmodel.checks.run import check
from archmodel.model.elements import Application, BusinessFunction, Dataset, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Link, Relation, Use
from archmodel.model.waiver import Waiver

DAY = "2026-11-22"
READ = (Evidence(document="Quyết định", confidence="primary"),)
GUESSED = (Evidence(document="Suy từ tên", confidence="inferred"),)
BODIES = (Organisation(id="so-a", name="Sở A", tier="city"), Organisation(id="so-b", name="Sở B", tier="city"))
JOBS = (BusinessFunction(id="dat", name="Đất đai"), BusinessFunction(id="y", name="Y tế"))


def system(id: str, name: str = "", **more: Any) -> Application:
    stated = {"record": "own", "state": "in_use", "evidence": READ, **more}
    return Application(id=id, name=name or f"Hệ thống {id}", **stated)


def does(id: str, job: str, by: tuple[Evidence, ...] = READ) -> tuple[Relation, ...]:
    return (
        Link(type="realizes", source=id, target=job, evidence=by),
        Use(source=id, target="so-a", evidence=READ),
    )


def asked(elements: Any, relations: Any = (), id: str = "a", waivers: Any = (), **how: Any) -> Answer:
    model = Model([*BODIES, *JOBS, *elements], relations, waivers=waivers)
    return answers_about(model, check(model, as_of=DAY, **how), id).to("duplicate")


def codes(answer: Answer) -> dict[str, str]:
    return {one.code: one.standing.value for one in answer.rests_on}


TWINS = ([system("a"), system("b", "Kho bản đồ")], [*does("a", "dat"), *does("b", "dat")])
APART = ([system("a"), system("b", "Kho bản đồ")], [*does("a", "dat"), *does("b", "y")])


def test_two_that_do_one_job_for_one_body() -> None:
    answer = asked(*TWINS)
    assert answer.verdict == "yes"
    assert answer.sentence.en.startswith("DUP-01: 'a' does the job of 'b' for the same users: 'dat', 1 users")
    (basis,) = [one for one in answer.rests_on if one.code == "DUP-01"]
    assert basis.findings[0].others == ("b",)


def test_no_only_where_the_rules_judged_it_and_passed() -> None:
    answer = asked(*APART)
    assert (answer.verdict, answer.missing) == ("no", ())
    assert codes(answer) == {"DUP-01": "pass", "DUP-02": "pass"}
    assert answer.sentence.en == (
        "No ground was found: DUP-01, DUP-02 judged it and passed, within what the catalogue records."
    )


def test_a_job_that_is_not_recorded_is_no_basis_and_the_field_is_named() -> None:
    answer = asked([system("a")])
    assert answer.verdict == "not_enough"
    assert [(m.record, m.field) for m in answer.missing] == [("a", "realizes"), ("a", "serves")]
    assert answer.sentence.en == "Cannot be concluded: data is missing for: DUP-01."


def test_a_rival_of_unknown_state_is_no_basis_and_its_own_field_is_named() -> None:
    elements = [system("a"), system("b", "Kho bản đồ", state=None)]
    answer = asked(elements, TWINS[1])
    assert answer.verdict == "not_enough"
    assert [(m.record, m.field) for m in answer.missing] == [("b", "state")]


def test_a_job_that_is_only_inferred_carries_no_no() -> None:
    answer = asked(APART[0], [*does("a", "dat", GUESSED), *does("b", "y")])
    assert codes(answer)["DUP-01"] == "pass"
    assert answer.verdict == "not_enough"
    assert "function or service only inferred or without a source" in answer.sentence.en
    assert [fact.value.en for fact in answer.unsourced if fact.value] == ["Đất đai"]


@pytest.mark.parametrize("how", [{"select": ["DUP-02"]}, {"ignore": ["DUP-01"]}, {"ignore": ["must"]}])
def test_a_rule_that_did_not_run_is_no_basis(how: dict[str, Any]) -> None:
    answer = asked(*APART, **how)
    assert answer.verdict == "not_enough"
    assert "not run: DUP-01" in answer.sentence.en


def test_a_finding_hidden_by_a_baseline_is_neither_shown_nor_passed() -> None:
    model = Model([*BODIES, *JOBS, *TWINS[0]], TWINS[1])
    report = check(model, as_of=DAY)
    known = read_baseline(as_json(report, model.reference))
    answer = answers_about(model, new_since(report, known), "a").to("duplicate")
    assert answer.verdict == "not_enough"
    assert answer.sentence.en == "Cannot be concluded: hidden by a baseline: DUP-01."
    other = json.loads(as_json(report, model.reference)) | {"findings": []}
    assert (
        answers_about(model, new_since(report, read_baseline(json.dumps(other))), "a").to("duplicate").verdict == "yes"
    )


def test_the_earlier_of_two_records_with_one_name_is_asked_about_too() -> None:
    elements = [system("a", "Kho bản đồ số"), system("b", "Kho bản đồ số")]
    relations = [*does("a", "dat"), *does("b", "y")]
    for id in ("a", "b"):
        answer = asked(elements, relations, id)
        assert answer.verdict == "not_enough"
        assert "people must decide: DUP-02" in answer.sentence.en
    model = Model([*BODIES, *JOBS, *elements], relations)
    report = check(model, as_of=DAY, select=["DUP"])
    hidden = new_since(report, read_baseline(as_json(report, model.reference)))
    told = answers_about(model, hidden, "a").to("duplicate").sentence.en
    assert told == "Cannot be concluded: hidden by a baseline: DUP-01, DUP-02."


def test_a_waived_duplicate_is_told_with_who_and_until() -> None:
    waiver = Waiver(id="w", rule="DUP-01", elements=("a",), reason="đang gộp", granted_by="UBND", until="2027-01-01")
    answer = asked(*TWINS, waivers=[waiver])
    assert answer.verdict == "waived"
    assert answer.sentence.vi == "DUP-01 chưa đáp ứng, UBND cho ngoại lệ đến trước 2027-01-01: đang gộp."
    assert [one.code for one in answer.waived] == ["DUP-01"]
    assert asked(*TWINS, id="b", waivers=[waiver]).verdict == "yes"


def test_a_waived_lack_of_data_is_not_judged() -> None:
    waiver = Waiver(id="w", rule="DUP-01", elements=("a",), reason="sẽ bổ sung", granted_by="UBND", until="2027-01-01")
    answer = asked([system("a")], waivers=[waiver])
    assert answer.verdict == "not_enough"
    assert answer.sentence.en == "Cannot be concluded: excepted, not judged: DUP-01."


@pytest.mark.parametrize(
    ("more", "verdict", "told"),
    [
        ({"record": "reference"}, "not_applicable", "Another body's; the City only refers to it."),
        ({"record": None}, "not_enough", "Cannot be concluded: not recorded as own or reference."),
        ({"state": "ended"}, "not_applicable", "It has ended."),
        ({"until": "2026-01-01"}, "not_applicable", "It has ended."),
        ({"state": "suspended"}, "not_enough", "Cannot be concluded: do not judge it as it is out of work: DUP-01, DUP-02."),
        ({"instances": 30}, "not_enough", "Cannot be concluded: do not judge it as the record stands for a group: DUP-01, DUP-02."),
    ],
)  # fmt: skip
def test_records_the_rules_pass_over(more: dict[str, Any], verdict: str, told: str) -> None:
    answer = asked([system("a", **more), system("b", "Kho bản đồ")], APART[1])
    assert (answer.verdict, answer.sentence.en) == (verdict, told)


def test_a_planned_system_whose_reuse_was_looked_at_is_still_not_judged_by_the_rule_on_jobs() -> None:
    answer = asked([system("a", state="planned", reuse_considered="đã so với kho dùng chung")], does("a", "dat"))
    assert codes(answer)["DUP-04"] == "pass"
    assert answer.verdict == "not_enough"


def test_a_recorded_copy() -> None:
    answer = asked([Dataset(id="a", name="Bản sao", record="own", copy_of="kho quốc gia")])
    assert answer.verdict == "yes"
    assert answer.sentence.en == "it is recorded as a copy of: kho quốc gia."


def test_what_is_asked_of_all_is_what_is_asked_of_one() -> None:
    model = Model([*BODIES, *JOBS, *TWINS[0], system("n", record="reference")], TWINS[1])
    report = check(model, as_of=DAY, rules=RULES)
    every = questions(model, report)
    assert [one.element.id for one in every] == ["a", "b"]
    assert every["a"] == every.answers[0]


def test_faces_and_tables_for_a_notebook() -> None:
    hostile = "<img src=x>"
    model = Model([*BODIES, *JOBS, system("a", hostile), system("b", "Kho bản đồ")], TWINS[1])
    every = questions(model, check(model, as_of=DAY))
    for face in (every._repr_html_(), every["a"]._repr_html_()):
        assert "&lt;img src=x&gt;" in face
        assert "<img" not in face
    assert "Có" in every["a"]._repr_html_()
    table = tables.answers(every)
    assert list(table.columns) == ["element", "kind", "question", "verdict", "sentence", "missing"]
    assert table.iloc[0].tolist()[:4] == ["a", "application", "duplicate", "yes"]
    assert len(table) == 12
