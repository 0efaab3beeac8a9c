"""JUnit: a suite a family, a case a rule; failures listed, open questions skipped, nothing XML cannot carry."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from lxml import etree

from archmodel.checks.junit import as_junit
from archmodel.checks.rule import Finding, Outcome, Rule, Severity, rule
from archmodel.checks.run import check
from archmodel.errors import Place
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.waiver import Waiver
from archmodel.text.words import Words

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent.parent / "data" / "junit-10.xsd"))
MODEL = Model([Application(id=id, name=id, place=Place("catalog/a.yaml", 3)) for id in ("a", "b")])


def made(code: str, *outcomes: Outcome, scope: tuple[str, ...] = ("a", "b"), message: str = "wrong") -> Rule:
    """A rule that says the outcomes of the elements in turn."""

    def find(model: Model, day: str):
        for element, outcome in zip(model, outcomes, strict=False):
            yield Finding(element, Words(message, message), Words("sửa", "mend"), outcome)

    return rule(code, Severity.WARNING, title=Words("Tên", "Title"), scope=lambda model, day: scope)(find)


def faults(text: str) -> list[str]:
    """What the schema has against a document."""
    SCHEMA.validate(etree.fromstring(text.encode()))
    return [error.message for error in SCHEMA.error_log]


def suites(*rules: Rule, model: Model = MODEL) -> dict[str, Element]:
    text = as_junit(check(model, as_of="2026-11-22", rules=rules), "en")
    assert faults(text) == []
    root = fromstring(text)
    assert root.tag == "testsuites"
    for name in ("tests", "failures", "errors"):
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root)
    return {suite.attrib["name"]: suite for suite in root}


def test_a_suite_for_each_family_and_a_case_for_each_rule() -> None:
    found = suites(made("ONE-01"), made("TWO-01"), made("ONE-02"))
    names = {name: [case.attrib["name"] for case in suite.findall("testcase")] for name, suite in found.items()}
    assert names == {"ONE": ["ONE-01 Title", "ONE-02 Title"], "TWO": ["TWO-01 Title"]}
    assert found["ONE"].find("properties/property").attrib == {"name": "as_of", "value": "2026-11-22"}


def test_a_pass_is_a_bare_case() -> None:
    suite = suites(made("ONE-01"))["ONE"]
    assert (suite.attrib["failures"], suite.attrib["skipped"]) == ("0", "0")
    assert len(suite.find("testcase")) == 0


def test_failures_are_listed_with_their_places() -> None:
    suite = suites(made("ONE-01", Outcome.FAIL, Outcome.FAIL))["ONE"]
    failure = suite.find("testcase/failure")
    assert (suite.attrib["failures"], suite.attrib["skipped"]) == ("1", "0")
    assert failure.attrib == {"type": "warning", "message": "Fail: 2"}
    assert failure.text.splitlines() == ["catalog/a.yaml:3: a: wrong; mend", "catalog/a.yaml:3: b: wrong; mend"]


def test_what_could_not_be_judged_is_skipped_and_told() -> None:
    suite = suites(made("ONE-01", Outcome.INSUFFICIENT))["ONE"]
    assert suite.attrib["skipped"] == "1"
    assert suite.find("testcase/skipped").attrib == {"message": "Insufficient: 1"}
    assert suite.find("testcase/system-out").text == "catalog/a.yaml:3: a: wrong; mend"


def test_a_failing_rule_still_tells_what_it_could_not_judge() -> None:
    case = suites(made("ONE-01", Outcome.FAIL, Outcome.INSUFFICIENT))["ONE"].find("testcase")
    assert [child.tag for child in case] == ["failure", "system-out"]


def test_an_empty_scope_is_skipped() -> None:
    suite = suites(made("ONE-01", scope=()))["ONE"]
    assert suite.attrib["skipped"] == "1"
    assert suite.find("testcase/skipped").attrib == {"message": "Not applicable"}


def test_a_waived_failure_fails_nothing() -> None:
    waiver = Waiver(id="W1", rule="ONE-01", elements=("a",), reason="r", granted_by="g", until="2027-01-01")
    model = Model(MODEL, waivers=(waiver,))
    assert suites(made("ONE-01", Outcome.FAIL), model=model)["ONE"].attrib["failures"] == "0"
    failure = suites(made("ONE-01", Outcome.FAIL, Outcome.FAIL), model=model)["ONE"].find("testcase/failure")
    assert (failure.attrib["message"], failure.text) == ("Fail: 1", "catalog/a.yaml:3: b: wrong; mend")


def test_hostile_words_stay_words() -> None:
    suite = suites(made("ONE-01", Outcome.FAIL, message="</failure><x>&\x00\x1b[31m\ud800"))["ONE"]
    assert suite.find("testcase/failure").text == "catalog/a.yaml:3: a: </failure><x>&\ufffd\ufffd[31m\ufffd; mend"


def test_the_schema_is_one_that_finds_faults() -> None:
    assert faults('<testsuites><testsuite name="x"/></testsuites>')
    assert faults('<testsuites skipped="0"/>')


def test_the_report_of_the_real_workspace_is_valid(hanoi: Model) -> None:
    report = check(hanoi, as_of="2026-11-22")
    for lang in ("vi", "en"):
        text = as_junit(report, lang)
        assert faults(text) == []
        assert len(fromstring(text).findall("testsuite/testcase")) == len(report.results)
