"""Every rule against its case file: small literal catalogues, the ids each must name, and the outcome."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from strange_models import linked_long_ago, linked_to_any_kind

from archmodel.checks import RULES
from archmodel.checks.rule import Rule
from archmodel.checks.run import check
from archmodel.model.model import Model

LOOKING_BACK = {
    "DOC-05": "a secret is one however old the flow it stands in",
    "INTEG-03": "names the flows that ended",
    "INTEG-08": "names the flows that ended",
    "SEC-06": "an owner who came and went is a change too",
    "STRUCT-01": "judges relations, whatever their days",
    "STRUCT-04": "judges relations, whatever their days",
    "STRUCT-05": "judges relations, whatever their days",
    "STRUCT-09": "asks whether anything was ever said of an element",
}
FAMILIES_LOOKING_BACK = {"KH130": "what became of what was", "LIFE": "the days of what began and ended"}


class Text(yaml.SafeLoader):
    """YAML whose scalars stay text; ``<<`` still merges."""


Text.yaml_implicit_resolvers = {"<": yaml.SafeLoader.yaml_implicit_resolvers["<"]}
BY_CODE = {rule.code: rule for rule in RULES}
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=Text)
]
KEYS = {"name", "day", "narrow", "settings", "framework", "catalog", "judges", "expect", "result", "says", "omits"}


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(load, code: str, case: dict[str, Any]) -> None:
    assert case.keys() <= KEYS
    judge(load(case["catalog"], case.get("settings"), case.get("framework")), BY_CODE[code], case)


@pytest.mark.parametrize("code", sorted({param.values[0] for param in CASES}))
def test_no_strange_model_breaks_a_rule_or_changes_what_it_says(load, code: str) -> None:
    cases = [param.values[1] for param in CASES if param.values[0] == code]
    models = [load(case["catalog"], case.get("settings"), case.get("framework")) for case in cases]
    judge_strangely(BY_CODE[code], list(zip(models, cases, strict=True)))


def judge_strangely(rule: Rule, cases: list[tuple[Model, dict[str, Any]]]) -> None:
    """Links between kinds that cannot be joined break no rule, and links that ended long ago change nothing."""
    relations = [relation for model, _ in cases for relation in model.relations]
    for model, case in cases:
        check(linked_to_any_kind(model, relations), as_of=case.get("day", "2026-11-22"), rules=(rule,))
        if rule.family not in FAMILIES_LOOKING_BACK and rule.code not in LOOKING_BACK:
            judge(linked_long_ago(model), rule, case)


def judge(model: Model, rule: Rule, case: dict[str, Any]) -> None:
    """Hold what the rule says of the model against what the case expects."""
    day, expected = case.get("day", "2026-11-22"), case.get("expect", {})
    if case.get("narrow"):
        model = model.at(day)
    report = check(model, as_of=day, rules=(rule,))
    assert {(finding.subject, finding.outcome.value) for finding in report.findings} == set(expected.items())
    assert len({finding.sort_key for finding in report.findings}) == len(report.findings), "said twice"
    told = [f"{f.message.to(lang)}; {f.fix.to(lang)}" for f in report.findings for lang in ("vi", "en")]
    assert [words for words in _several(case, "says") if not any(words in text for text in told)] == [], told
    assert [words for words in _several(case, "omits") if any(words in text for text in told)] == [], told
    assert "judges" not in case or set(rule.scope(model, day)) == set(_several(case, "judges"))
    result = "fail" if "fail" in expected.values() else "insufficient" if expected else "pass"
    assert report.results[0].outcome.value == case.get("result", result)
    assert all(finding.place for finding in report.findings)


def _several(case: dict[str, Any], key: str) -> list[str]:
    found = case.get(key, [])
    return [found] if isinstance(found, str) else found
