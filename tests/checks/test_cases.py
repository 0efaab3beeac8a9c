"""Every rule against its case file: small literal catalogues, the ids each must name, and the outcome."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from archmodel.checks import RULES
from archmodel.checks.rule import Rule
from archmodel.checks.run import check
from archmodel.model.model import Model


class Text(yaml.SafeLoader):
    """YAML whose scalars stay text; ``<<`` still merges."""


Text.yaml_implicit_resolvers = {"<": yaml.SafeLoader.yaml_implicit_resolvers["<"]}
BY_CODE = {rule.code: rule for rule in RULES}
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=Text)
]
KEYS = {"name", "day", "narrow", "settings", "framework", "catalog", "expect", "result", "says"}


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(load, code: str, case: dict[str, Any]) -> None:
    assert case.keys() <= KEYS
    judge(load(case["catalog"], case.get("settings"), case.get("framework")), BY_CODE[code], case)


def judge(model: Model, rule: Rule, case: dict[str, Any]) -> None:
    """Hold what the rule says of the model against what the case expects."""
    day, expected = case.get("day", "2026-11-22"), case.get("expect", {})
    if case.get("narrow"):
        model = model.at(day)
    report = check(model, as_of=day, rules=(rule,))
    assert {(finding.subject, finding.outcome.value) for finding in report.findings} == set(expected.items())
    assert len({finding.sort_key for finding in report.findings}) == len(report.findings), "said twice"
    told = [f"{finding.message.en}; {finding.fix.en}" for finding in report.findings]
    says = case.get("says", [])
    for words in [says] if isinstance(says, str) else says:
        assert any(words in text for text in told), told
    result = "fail" if "fail" in expected.values() else "insufficient" if expected else "pass"
    assert report.results[0].outcome.value == case.get("result", result)
    assert all(finding.place for finding in report.findings)
