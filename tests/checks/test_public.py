"""What the rules say of a public edition: the truth of the whole model, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from test_cases import BY_CODE, CASES

from archmodel.analysis.audience import for_public
from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.checks.withheld import UNPUBLISHED, is_published
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model


def said(report: Report) -> list[tuple[str, str, str]]:
    return sorted((f.subject, f.outcome.value, f.message.vi) for f in report.findings)


@pytest.mark.parametrize("code", sorted(code for code, rule in BY_CODE.items() if is_published(rule)))
def test_a_published_rule_says_of_the_public_model_what_it_says_of_the_whole(load, code: str) -> None:
    cases: list[dict[str, Any]] = [param.values[1] for param in CASES if param.values[0] == code]
    for case in cases:
        model, day = load(case["catalog"], case.get("settings"), case.get("framework")), case.get("day", "2026-11-22")
        whole, public = (check(one, as_of=day, rules=(BY_CODE[code],)) for one in (model, for_public(model)))
        assert said(public) == said(whole), case["name"]


@pytest.mark.parametrize("name", sorted(UNPUBLISHED))
def test_an_unpublished_rule_is_not_judged_in_public(name: str) -> None:
    public = for_public(Model(()))
    assert not [r.rule.code for r in check(public).results if name in {r.rule.code, r.rule.family}]
    with pytest.raises(ArchmodelError, match="no rule"):
        check(public, select=(name,))
    assert check(Model(()), select=(name,)).results
