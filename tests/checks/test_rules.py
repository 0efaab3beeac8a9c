"""What holds of every rule: none is forgotten, each is explained in both languages, tried and cited."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

import archmodel as am
import archmodel.checks
from archmodel.checks import RULES
from archmodel.checks.rule import Rule
from archmodel.checks.run import check
from archmodel.checks.waivers import STALE_WAIVER

CASES = Path(__file__).parent / "cases"
CHECKS = Path(archmodel.checks.__file__).parent
NO_FAMILY = {"questions"}
FAMILIES = sorted({path.parent.name for path in CHECKS.glob("*/__init__.py")} - NO_FAMILY)
EVERY = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
TRIED = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule is not STALE_WAIVER], ids=lambda rule: rule.code
)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_file_is_in_the_registry_of_its_family(family: str) -> None:
    files = {path.stem for path in (CHECKS / family).glob("*.py")} - {"__init__"}
    modules = {name: import_module(f"archmodel.checks.{family}.{name}") for name in files}
    found = {name for name, module in modules.items() if isinstance(getattr(module, "find", None), Rule)}
    listed = import_module(f"archmodel.checks.{family}").RULES
    assert {rule.name for rule in listed} == found
    assert set(listed) <= set(RULES)


def test_there_are_families() -> None:
    assert "struct" in FAMILIES


def test_codes_are_unique_and_each_has_its_case_file() -> None:
    codes = [rule.code for rule in RULES if rule is not STALE_WAIVER]
    assert len(codes) == len(set(codes))
    assert {path.stem for path in CASES.glob("*.yaml")} == set(codes)


@EVERY
def test_a_rule_is_a_document(rule: Rule) -> None:
    english, vietnamese = ["Why", "Found", "Fix", "Misses"], ["Vì sao", "Phát hiện", "Khắc phục", "Bỏ sót"]
    assert list(rule.sections) == [*english, *vietnamese]
    assert all(rule.sections.values())
    assert rule.title.vi
    assert rule.title.en
    assert rule.cites or rule.practice


@TRIED
def test_a_rule_has_a_case_that_fails_one_that_passes_and_one_it_does_not_apply_to(rule: Rule) -> None:
    cases = yaml.safe_load((CASES / f"{rule.code}.yaml").read_text(encoding="utf-8"))
    failing = "insufficient" if rule.confidence == "low" else "fail"
    assert any(failing in case.get("expect", {}).values() for case in cases), "no case fails"
    assert any("expect" not in case and "result" not in case for case in cases), "no case passes"
    assert any(case.get("result") == "not_applicable" for case in cases), "no case has an empty scope"


def says_insufficient(rule: Rule) -> bool:
    return "insufficient" in rule.sections["Found"]


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule is not STALE_WAIVER and says_insufficient(rule)], ids=lambda rule: rule.code
)
def test_a_rule_that_can_be_insufficient_has_such_a_case(rule: Rule) -> None:
    cases = yaml.safe_load((CASES / f"{rule.code}.yaml").read_text(encoding="utf-8"))
    assert any("insufficient" in case.get("expect", {}).values() for case in cases)


@EVERY
def test_every_citation_resolves(hanoi: am.Model, rule: Rule) -> None:
    reference = hanoi.reference
    assert [cite for cite in rule.cites if cite not in {*reference.instruments, *reference.clauses}] == []


def state(model: am.Model) -> tuple[object, ...]:
    return (
        {id: element.model_dump() for id, element in model.elements.items()},
        [relation.model_dump() for relation in model.relations],
        model.misfits,
        model.waivers,
    )


BROKEN = {
    "applications": [
        {"id": "a", "name": "A", "state": "x", "record": "own", "owned_by": ["x", "x", "no"], "part_of": "b"},
        {"id": "b", "name": "B", "scope": "", "part_of": ["a", "b"], "owned_by": "f"},
    ],
    "organisations": [{"id": "x", "name": "X", "tier": "city"}, {"id": "y", "name": "Y", "owned_by": "a"}],
    "flows": [{"id": "F1", "source": "a", "target": "gone", "via": ["p", "q"]}],
    "views": [{"id": "v", "name": "V"}],
}  # fmt: skip


def test_running_the_rules_does_not_change_the_model(load) -> None:
    model = load(BROKEN)
    before = state(model)
    report = check(model, as_of="2026-11-22")
    assert len(report.findings) > 10
    assert state(model) == before


ORDER = """
import sys, archmodel as am
from archmodel.checks.run import check
for f in check(am.load(sys.argv[1]), as_of="2026-11-22").findings:
    print(f.code, f.subject, f.place, f.outcome, f.message.en, f.fix.en, *f.see)
"""


def test_findings_come_in_the_same_order_every_run(load, tmp_path: Path) -> None:
    load(BROKEN)
    runs = {
        subprocess.run(
            [sys.executable, "-c", ORDER, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
    assert len(runs.pop().splitlines()) > 10
