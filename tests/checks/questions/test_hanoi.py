"""The questions on the real catalogue: no answer says more than the findings of the report allow."""

from __future__ import annotations

import pytest

from archmodel.checks.questions import Questions, Verdict, questions
from archmodel.checks.questions.grounds import GROUNDS
from archmodel.checks.report import Report
from archmodel.checks.rule import Outcome
from archmodel.checks.run import check
from archmodel.model.model import Model

DAY = "2026-11-22"


@pytest.fixture(scope="module")
def report(hanoi: Model) -> Report:
    return check(hanoi, as_of=DAY)


@pytest.fixture(scope="module")
def asked(hanoi: Model, report: Report) -> Questions:
    return questions(hanoi, report)


def ends(hanoi: Model) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for flow in hanoi.flows:
        for id in (flow.source, flow.target):
            found.setdefault(id, set()).add(flow.id)
    return found


def test_no_no_rests_on_a_rule_that_was_not_met(hanoi: Model, report: Report, asked: Questions) -> None:
    scopes = {result.rule.code: set(result.rule.scope(hanoi, DAY)) for result in report.results}
    flows, nos = ends(hanoi), 0
    for one in asked:
        about = {one.element.id, *flows.get(one.element.id, ())}
        said = {f.code for f in report.findings if f.subject in about or one.element.id in f.others}
        for answer in one.answers:
            grounds = GROUNDS[answer.question]
            if answer.verdict is Verdict.NO:
                nos += 1
                assert not said & {*grounds.decide, *grounds.ask}, one.element.id
                assert all(one.element.id in scopes[code] for code in grounds.need[one.element.kind]), one.element.id
                assert not answer.missing
    assert nos


def test_a_yes_of_the_rules_has_its_failure_in_the_report(report: Report, asked: Questions) -> None:
    failing = {f.code for f in report.findings if f.outcome is Outcome.FAIL}
    for one in asked:
        for answer in one.answers:
            codes = {judgement.code for judgement in answer.rests_on if judgement.standing == "fail"}
            assert codes <= failing
            if answer.verdict is Verdict.OPEN and answer.question in ("duplicate", "change", "merge", "retire"):
                assert not codes & set(GROUNDS[answer.question].decide)
                assert (
                    answer.missing or "không xét được" in answer.sentence.vi or "chưa có quy tắc" in answer.sentence.vi
                )


def test_every_own_record_is_asked_every_question_and_counted_once_for_nobody_or_for_its_bodies(
    asked: Questions,
) -> None:
    assert all(len(one.answers) == 6 for one in asked)
    counted = {one.element.id for agency in asked.agencies for one in agency.answers}
    assert counted == {one.element.id for one in asked.of("application")}


def test_no_cost_is_known_where_none_is_recorded(asked: Questions) -> None:
    for one in asked:
        if getattr(one.element, "running_cost", None) is None:
            assert one.to("cost").verdict is Verdict.OPEN
