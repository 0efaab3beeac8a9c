"""SARIF: valid by the schema, failures and open questions apart, fingerprints that outlast an edit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from archmodel.checks.rule import Finding, Outcome, Rule, Severity, rule
from archmodel.checks.run import check
from archmodel.checks.sarif import as_sarif
from archmodel.errors import Place
from archmodel.model.elements import Application
from archmodel.model.framework import Instrument, Reference
from archmodel.model.model import Model
from archmodel.model.waiver import Waiver
from archmodel.text.words import Words

SCHEMA = json.loads((Path(__file__).parent.parent / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)
REFERENCE = Reference(instruments={"LUAT": Instrument(id="LUAT", number="1/2026", status="in_force")})


def made(code: str, severity: Severity, outcome: Outcome, message: str = "sai", times: int = 1) -> Rule:
    def find(model: Model, day: str):
        """Title.

        Why: w. {0}
        Found: f. [a](http://x)
        Fix: x.
        Misses: m.
        Vì sao: v.
        Phát hiện: p.
        Khắc phục: k.
        Bỏ sót: b.
        """
        for element in model:
            see = (Place("catalog/b.yaml", 9),) if element.id == "a" else ()
            for _ in range(times):
                yield Finding(element, Words(message, message), Words("sửa", "mend"), outcome, see=see)

    return rule(code, severity, title=Words("T", "T"), scope=lambda model, day: model.elements, cites=("LUAT",))(find)


FAILS = made("ONE-01", Severity.WARNING, Outcome.FAIL)
ASKS = made("ONE-02", Severity.ERROR, Outcome.INSUFFICIENT)


def log(
    rules: tuple[Rule, ...], line: int = 3, waivers: tuple[Waiver, ...] = (), path: str = "catalog/sở y tế.yaml"
) -> Any:
    elements = [Application(id=id, name=id, place=Place(path, line)) for id in ("a", "b")]
    model = Model(elements, reference=REFERENCE, waivers=waivers)
    value = json.loads(as_sarif(check(model, as_of="2026-11-22", rules=rules), REFERENCE))
    assert [error.message for error in VALIDATOR.iter_errors(value)] == []
    return value["runs"][0]


def test_the_schema_is_one_that_finds_faults() -> None:
    Draft4Validator.check_schema(SCHEMA)
    value: dict[str, Any] = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{}]}]}
    assert not VALIDATOR.is_valid(value)


def test_the_report_of_the_real_workspace_is_valid(hanoi: Model) -> None:
    for lang in ("vi", "en"):
        value = json.loads(as_sarif(check(hanoi, as_of="2026-11-22"), hanoi.reference, lang))
        assert [error.message for error in VALIDATOR.iter_errors(value)] == []
        assert value["runs"][0]["results"]


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_a_failure_has_the_level_of_its_severity(severity: str, level: str) -> None:
    run = log((made("ONE-01", Severity(severity), Outcome.FAIL),))
    assert [(r["kind"], r["level"]) for r in run["results"]] == [("fail", level)] * 2
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": level}


def test_what_could_not_be_judged_is_for_review_and_has_no_level() -> None:
    assert [(r["kind"], r["level"]) for r in log((ASKS,))["results"]] == [("review", "none")] * 2


def test_passes_are_left_out() -> None:
    assert log((made("ONE-01", Severity.ERROR, Outcome.PASS),))["results"] == []


def test_a_result_points_into_the_workspace_and_to_its_rule() -> None:
    run = log((FAILS, ASKS))
    result = next(r for r in run["results"] if r["ruleId"] == "ONE-02")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "ONE-02"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "catalog/s%E1%BB%9F%20y%20t%E1%BA%BF.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3},
    }
    assert result["locations"][0]["logicalLocations"] == [{"name": "a", "kind": "application"}]
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 9}


def test_a_rule_helps_in_the_language_of_the_report() -> None:
    help = log((FAILS,))["tool"]["driver"]["rules"][0]["help"]
    assert help["text"].splitlines() == ["Vì sao: v.", "Phát hiện: p.", "Khắc phục: k.", "Bỏ sót: b.", "Căn cứ: 1/2026"]
    assert help["markdown"].startswith("**Vì sao.** v.")


def test_words_of_the_catalogue_are_no_placeholders_and_no_links() -> None:
    rules = (made("ONE-01", Severity.ERROR, Outcome.FAIL, "{0} [x](http://evil)"),)
    assert log(rules)["results"][0]["message"]["text"] == "{{0}} [x] (http://evil); sửa"


def test_fingerprints_outlast_moves_and_tell_findings_apart() -> None:
    def prints(**given: Any) -> list[str]:
        return [r["partialFingerprints"]["archmodelFinding/v1"] for r in log((FAILS, ASKS), **given)["results"]]

    assert prints() == prints(line=70, path="catalog/x.yaml")
    assert len(set(prints())) == 4


def test_a_finding_said_twice_has_two_fingerprints() -> None:
    results = log((made("ONE-01", Severity.WARNING, Outcome.FAIL, times=2),))["results"]
    assert len({r["partialFingerprints"]["archmodelFinding/v1"] for r in results}) == len(results) == 4


def test_the_tool_tells_its_version_where_it_is_known() -> None:
    report = check(Model([]), as_of="2026-11-22", rules=(FAILS,))
    drivers = [
        json.loads(as_sarif(report, REFERENCE, version=given))["runs"][0]["tool"]["driver"] for given in ("1.2", None)
    ]
    assert [driver.get("version") for driver in drivers] == ["1.2", None]


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    waiver = Waiver(id="W1", rule="ONE-01", elements=("a",), reason="lý do", granted_by="Sở", until="2027-01-01")
    first, second = log((FAILS,), waivers=(waiver,))["results"]
    assert first["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "W1: lý do (Sở, < 2027-01-01)"}
    ]
    assert "suppressions" not in second
