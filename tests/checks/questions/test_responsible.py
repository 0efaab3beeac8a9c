"""Who answers for it and what deciding costs: bodies followed through dissolution, figures told and never estimated."""

from __future__ import annotations

from typing import Any

import pytest

from archmodel.checks.questions import Answer, answers_about, questions
from archmodel.checks.questions.agencies import decisions
from archmodel.checks.run import check
from archmodel.model.elements import Application, Asset, Dataset, Organisation, Task
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Access, Flow, Link, Succession

DAY = "2026-11-22"
READ = (Evidence(document="Quyết định", confidence="primary"),)
GUESSED = (Evidence(document="Suy", confidence="inferred"),)
END = "2025-07-01"
BODIES = (
    Organisation(id="so", name="Sở"), Organisation(id="so-2", name="Sở 2"),
    Organisation(id="quan", name="Quận", until=END), Organisation(id="huyen", name="Huyện", until=END),
    Organisation(id="p1", name="Phường 1", since=END), Organisation(id="p2", name="Phường 2", since=END),
)  # fmt: skip
HEIRS = (
    Succession(source="p1", target="huyen", evidence=READ),
    Succession(source="p1", target="quan", extent="part", evidence=READ),
    Succession(source="p2", target="quan", extent="part", evidence=READ),
)


def asked(question: str, *relations: Any, **more: Any) -> Answer:
    system = Application(id="a", name="A", record="own", state="in_use", evidence=READ, **more)
    others = (Dataset(id="d", name="D", record="own"), Application(id="b", name="B", record="own", state="in_use"))
    model = Model([*BODIES, system, *others], [*HEIRS, *relations])
    return answers_about(model, check(model, as_of=DAY), "a").to(question)


def owned(body: str, until: str | None = None, by: Any = READ) -> Link:
    return Link(type="owned_by", source="a", target=body, until=until, evidence=by)


@pytest.mark.parametrize(
    ("relations", "verdict", "told"),
    [
        ([owned("so")], "yes", "Sở."),
        ([owned("so", by=GUESSED)], "yes", "Sở (no source confirms it)."),
        ([owned("so"), owned("so-2")], "not_enough", "Cannot be concluded: 2 bodies are recorded (Sở, Sở 2)."),
        ([], "not_enough", "Cannot be concluded: no owner or lead is recorded."),
        ([owned("huyen")], "yes", "Phường 1, as the successor of Huyện; the catalogue does not record a new owner."),
        ([owned("huyen", END)], "yes", "Phường 1, as the successor of Huyện; the catalogue does not record a new owner."),
        ([owned("quan", END)], "not_enough",
         "Cannot be concluded: Quận is gone, succeeded by Phường 1, Phường 2; who took this over is not recorded."),
        ([owned("huyen", "2024-01-01")], "not_enough",
         "Cannot be concluded: Huyện is recorded until 2024-01-01 only; who took over is not."),
        ([owned("so", "2024-01-01")], "not_enough",
         "Cannot be concluded: Sở is recorded until 2024-01-01 only; who took over is not."),
        ([owned("nowhere")], "not_enough",
         "Cannot be concluded: nowhere is gone or not in the catalogue, and no successor is recorded."),
        ([owned("huyen", END), owned("so-2")], "yes", "Sở 2."),
    ],
)  # fmt: skip
def test_who_answers(relations: list[Link], verdict: str, told: str) -> None:
    answer = asked("responsible", *relations)
    assert (answer.verdict, answer.sentence.en) == (verdict, told)


def test_a_sole_heir_to_a_part_only_is_not_taken_to_answer() -> None:
    model = Model(
        [*BODIES, Application(id="a", name="A", record="own")],
        [owned("quan"), Succession(source="p1", target="quan", extent="part")],
    )
    assert answers_about(model, check(model, as_of=DAY), "a").to("responsible").verdict == "not_enough"


def test_several_heirs_to_the_whole_are_not_taken_to_answer() -> None:
    heirs = [Succession(source=id, target="quan", extent="whole") for id in ("p1", "p2")]
    model = Model([*BODIES, Application(id="a", name="A", record="own")], [owned("quan"), *heirs])
    assert answers_about(model, check(model, as_of=DAY), "a").to("responsible").verdict == "not_enough"


def test_costs_are_told_as_recorded_and_never_made_up() -> None:
    answer = asked("cost", running_cost="2 tỷ đồng/năm")
    assert answer.verdict == "not_enough"
    assert answer.sentence.en == "Cannot be concluded: not recorded: asset value."
    assert [fact.told("en") for fact in answer.facts] == [
        "Running cost: 2 tỷ đồng/năm (Primary source)", "Asset value: Unknown", "Directly tied to it: Unknown",
    ]  # fmt: skip
    assert [m.field for m in answer.missing] == ["asset", "disposition"]
    assert asked("cost", running_cost="2 tỷ", asset=Asset(value="9 tỷ")).verdict == "yes"


def test_what_hangs_on_it_is_counted_and_inference_is_told() -> None:
    access = Access(source="a", target="d", evidence=GUESSED)
    flow = Flow(id="F", source="a", target="b", evidence=READ)
    part = Link(type="part_of", source="b", target="a", evidence=READ)
    told = asked("cost", access, flow, part).facts[-1].value
    assert told is not None
    assert told.en == "1 data flows, 1 data sets it reads or writes (1 inferred), 1 parts"


def test_a_task_is_asked_who_leads_it_and_what_it_costs() -> None:
    task = Task(id="t", name="Dự án", category="project", resources="3 người", evidence=READ)
    links = [Link(type="led_by", source="t", target="so", evidence=READ), Link(type="concerns", source="t", target="a")]
    model = Model([*BODIES, Application(id="a", name="A", record="own"), task], links)
    answers = answers_about(model, check(model, as_of=DAY), "t")
    assert [a.verdict.value for a in answers.answers] == [*["not_applicable"] * 4, "yes", "not_enough"]
    assert answers.to("change").sentence.en == "Asked of systems; see the sheets of: a."
    assert [m.field for m in answers.to("cost").missing] == ["funding"]


def test_answers_by_agency_and_the_decisions_most_wait_for() -> None:
    systems = [Application(id=id, name=id, record="own", state="in_use") for id in ("a", "b", "c")]
    links = [
        owned("so"),
        Link(type="owned_by", source="b", target="huyen"),
        Link(type="owned_by", source="c", target="quan"),
    ]
    model = Model([*BODIES, *systems], [*HEIRS, *links])
    every = questions(model, check(model, as_of=DAY))
    assert [(agency.body, [one.element.id for one in agency.answers]) for agency in every.agencies] == [
        ("p1", ["b"]), ("so", ["a"]), (None, ["c"]),
    ]  # fmt: skip
    first = every.decisions[0]
    assert (first.field, first.records, first.waiting) == ("disposition", ("a", "b", "c"), 12)
    assert {"serves", "disposition_on"}.isdisjoint(one.field for one in decisions(every, most=50))
    assert every.agencies[0].having(every.answers[0].answers[0].question, every.answers[0].answers[0].verdict) == ("b",)
