"""Running rules: which are chosen, by which law, and what comes of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import archmodel as am
from archmodel.checks.rule import Finding, Outcome, Rule, Severity, rule
from archmodel.checks.run import check
from archmodel.model.elements import Application, Organisation
from archmodel.model.framework import Profile, Reference
from archmodel.model.model import Model
from archmodel.model.relations import Link
from archmodel.model.settings import Settings
from archmodel.text.words import Words

DAY = "2026-11-22"
REFERENCE = Reference(
    profiles=(
        Profile(id="P-OLD", name="Cũ", since="2025-05-12", until="2026-07-01", framework="gov-4.0"),
        Profile(id="P-NEW", name="Mới", since="2026-07-01", framework="nat-1.0"),
    )
)
MODEL = Model([Application(id="a", name="A"), Application(id="b", name="B")], reference=REFERENCE)


def made(code: str, *, outcome: Outcome = Outcome.FAIL, scope: tuple[str, ...] = ("a", "b"), **given: object) -> Rule:
    """A rule that says one thing of ``a``."""

    def find(model: Model, day: str) -> Iterator[Finding]:
        yield Finding(model["a"], Words("sai", "wrong"), Words("sửa", "mend"), outcome)

    return rule(code, Severity.WARNING, title=Words("T", "T"), scope=lambda model, day: scope, **given)(find)


ONE, TWO, OTHER = made("ONE-01"), made("ONE-02"), made("TWO-01")


def ran(**given: object) -> list[str]:
    report = check(MODEL, as_of=DAY, rules=(ONE, TWO, OTHER), **given)
    return [result.rule.code for result in report.results]


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, ["ONE-01", "ONE-02", "TWO-01"]),
        ({"select": ["ONE"]}, ["ONE-01", "ONE-02"]),
        ({"select": ["TWO-01", "ONE-02"]}, ["ONE-02", "TWO-01"]),
        ({"ignore": ["ONE"]}, ["TWO-01"]),
        ({"select": ["ONE"], "ignore": ["ONE-01"]}, ["ONE-02"]),
    ],
)
def test_choosing_rules(given: dict[str, list[str]], codes: list[str]) -> None:
    assert ran(**given) == codes


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_code_that_does_not_exist(option: str) -> None:
    with pytest.raises(am.ArchmodelError) as caught:
        ran(**{option: ["one-1"]})
    assert caught.value.show("en") == "there is no rule 'one-1'\n    fix  did you mean 'ONE-01'?"
    with pytest.raises(am.ArchmodelError, match="there is no rule 'zzz'; there are: ONE, ONE-01, ONE-02, TWO, TWO-01"):
        ran(**{option: ["zzz"]})


def test_nothing_left_to_run() -> None:
    with pytest.raises(am.ArchmodelError, match="no rule is left to run; ignore fewer or select others"):
        ran(select=["ONE"], ignore=["ONE"])


def test_a_framework_that_does_not_exist() -> None:
    with pytest.raises(am.ArchmodelError, match="there is no framework 'nat-9'"):
        ran(framework="nat-9")


@pytest.mark.parametrize("day", ["2026-11", "soon", "2026-02-30"])
def test_the_day_must_be_one(day: str) -> None:
    with pytest.raises(am.ArchmodelError, match=f"'{day}' is not a day"):
        check(MODEL, as_of=day)


def test_the_day_is_the_one_given_or_the_models_or_the_workspaces() -> None:
    dated = Model(MODEL, settings=Settings(as_of="2026-01-01"))
    assert check(dated, rules=(ONE,)).day == "2026-01-01"
    assert check(dated.at("2026-02-02"), rules=(ONE,)).day == "2026-02-02"
    assert check(dated.at("2026-02-02"), as_of="2026-03-03", rules=(ONE,)).day == "2026-03-03"


@pytest.mark.parametrize(
    ("day", "profile"),
    [("2025-05-11", None), ("2025-05-12", "P-OLD"), ("2026-06-30", "P-OLD"), ("2026-07-01", "P-NEW")],
)
def test_the_law_is_that_of_the_day(day: str, profile: str | None) -> None:
    assert check(MODEL, as_of=day, rules=(ONE,)).profile == profile


@pytest.mark.parametrize(("day", "outcome"), [("2026-06-30", "fail"), ("2026-07-01", "not_applicable")])
def test_a_rule_of_another_law_is_not_applicable(day: str, outcome: str) -> None:
    report = check(MODEL, as_of=day, rules=(made("OLD-01", profiles=("P-OLD",)),))
    assert [result.outcome.value for result in report.results] == [outcome]
    assert len(report.findings) == (outcome == "fail")


def test_a_rule_of_low_confidence_cannot_fail() -> None:
    report = check(MODEL, as_of=DAY, rules=(made("LOW-01", confidence="low"), made("MID-01", confidence="medium")))
    assert [(f.code, f.outcome.value) for f in report.findings] == [("LOW-01", "insufficient"), ("MID-01", "fail")]
    assert [f.code for f in report.open] == ["MID-01"]


def test_findings_are_in_order_of_code_then_subject() -> None:
    def find(model: Model, day: str) -> Iterator[Finding]:
        for id in ("b", "a"):
            yield Finding(model[id], Words("sai", "wrong"), Words("sửa", "mend"))

    words = Words("T", "T")
    both = [
        rule(code, Severity.INFO, title=words, scope=lambda model, day: ["a", "b"])(find) for code in ("Z-02", "Z-01")
    ]
    report = check(MODEL, as_of=DAY, rules=tuple(both))
    assert [(f.code, f.subject) for f in report.findings] == [
        ("Z-01", "a"),
        ("Z-01", "b"),
        ("Z-02", "a"),
        ("Z-02", "b"),
    ]


def test_an_empty_scope_is_not_applicable_and_nothing_is_said() -> None:
    report = check(MODEL, as_of=DAY, rules=(made("NONE-01", scope=()),))
    assert report.findings == ()
    assert report.results[0].outcome is Outcome.NOT_APPLICABLE


def test_the_count_of_each_outcome() -> None:
    unsure = made("SURE-01", outcome=Outcome.INSUFFICIENT)
    report = check(MODEL, as_of=DAY, rules=(ONE, unsure, made("NONE-01", scope=())))
    failed, insufficient, _ = report.results
    assert (failed.judged, failed.failed, failed.passed) == (2, 1, 1)
    assert (insufficient.judged, insufficient.insufficient, insufficient.passed) == (2, 1, 1)
    assert report.counts == {
        "error": 0,
        "warning": 1,
        "info": 0,
        "insufficient": 1,
        "waived": 0,
        "rules_pass": 0,
        "rules_fail": 1,
        "rules_insufficient": 1,
        "rules_not_applicable": 1,
    }
    assert report.worst() is Severity.WARNING
    assert [f.code for f in report.about("a")] == ["ONE-01", "SURE-01"]


def test_the_framework_is_the_one_of_the_day_unless_another_is_asked_for(hanoi) -> None:
    assert check(hanoi, as_of="2025-06-30", select=["FW4-04"]).framework == "gov-4.0"
    assert check(hanoi, as_of="2026-11-22", select=["FW4-04"]).framework == "nat-1.0"
    asked = check(hanoi, as_of="2026-11-22", framework="gov-4.0", select=["FW4-04"])
    assert asked.framework == "gov-4.0"
    assert [finding.outcome.value for finding in asked.findings] == ["insufficient"]


def test_hints_for_missing_ids_are_few_and_an_id_keeps_its_own() -> None:
    wanted = [f"so-y-te-{n:03}" for n in range(100)]
    links = [Link(type="owned_by", source="a", target=id) for id in (*wanted, wanted[0])]
    model = Model([Application(id="a", name="A"), Organisation(id="so-y-te", name="Sở")], links)
    fixes = [f.fix.en for f in check(model, as_of="2026-11-22", select=["STRUCT-04"]).findings if f.code == "STRUCT-04"]
    assert fixes.count("did you mean 'so-y-te'?") == 31
    assert fixes.count("add the record or mend the id") == 70
