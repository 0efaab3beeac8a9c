"""The mutants of the checks: which changes are made, and that each rule's cases notice its condition turned round."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from mutants import Mutant, mutants
from test_cases import BY_CODE, CASES, judge

import archmodel.checks


def changes(source: str) -> list[str]:
    return [f"{one.change}: {one.before} → {one.after}" for one in mutants(source, "x.py")]


def test_a_condition_is_turned_round_always_met_and_never_met() -> None:
    assert changes("if a:\n    b()") == ["invert: a → not a", "always: a → True", "never: a → False"]


def test_a_lone_not_or_equality_is_changed_once() -> None:
    assert changes("while not a:\n    b()") == ["invert: not a → a"]
    assert changes("x = 1 if a == 2 else 3") == ["invert: a == 2 → not a == 2"]


def test_each_operand_is_dropped_and_each_not() -> None:
    assert changes("x = a and not b and c") == [
        "swap and/or: a and (not b) and c → a or not b or c",
        "drop operand: a and (not b) and c → not b and c",
        "drop operand: a and (not b) and c → a and c",
        "drop operand: a and (not b) and c → a and (not b)",
        "drop not: not b → b",
    ]


def test_comparisons_are_flipped_and_moved_by_one() -> None:
    assert changes("x = a < b") == ["flip comparison: a < b → a >= b", "flip comparison: a < b → a <= b"]
    assert changes("x = a in b") == ["flip comparison: a in b → a not in b"]
    assert changes("if a < b:\n    c()")[-1] == "flip comparison: a < b → a <= b"


def test_filters_and_questions_of_any_are_conditions() -> None:
    assert changes("x = [a for a in b if c]") == ["invert: c → not c", "drop filter: c → True"]
    assert changes("x = any(a.b for a in c)") == ["invert: a.b → not a.b"]


def test_the_answer_of_a_yes_or_no_function_is_a_condition() -> None:
    assert changes("def f(a) -> bool:\n    return a.b()") == ["invert: a.b() → not a.b()"]
    assert changes("def f(a) -> bool | None:\n    return None") == []
    assert changes("def f(a) -> str:\n    return a.b()") == []


def test_a_dropped_yield_leaves_a_generator() -> None:
    (only,) = mutants("def f():\n    yield 1", "x.py")
    made: dict[str, Any] = {}
    exec(only.code, made)
    assert (only.change, only.function, list(made["f"]())) == ("drop yield", "f", [])


def main_mutant(path: str) -> Mutant:
    """The condition straight above a finding turned round; of a rule that has none, another one; or its finding dropped."""
    every = list(mutants(Path(path).read_text(encoding="utf-8"), path))
    turned = [one for one in every if one.change == "invert"]
    dropped = [one for one in every if one.change == "drop yield"]
    return next(iter([*(one for one in turned if one.guards_finding), *turned, *dropped]))


def notices(load, code: str, rule: Any) -> bool:
    for param in CASES:
        if param.values[0] == code:
            case = param.values[1]
            try:
                judge(load(case["catalog"], case.get("settings"), case.get("framework")), rule, case)
            except Exception:  # noqa: BLE001 - an assertion or a crash, it was noticed
                return True
    return False


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted({param.values[0] for param in CASES}))
def test_the_cases_notice_the_main_condition_turned_round(load, code: str) -> None:
    rule = BY_CODE[code]
    assert not notices(load, code, rule)
    module = ModuleType(rule.find.__module__)
    exec(main_mutant(rule.path).code, module.__dict__)
    assert notices(load, code, vars(module)["find"])


def test_recorded_survivors_are_changes_that_can_be_made_and_give_their_reason() -> None:
    checks = Path(archmodel.checks.__file__).parent
    with (Path(__file__).parents[2] / "benchmarks" / "survivors.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    files = {row["file"] for row in rows}
    made = {
        (file, *one.key)
        for file in files
        for one in mutants((checks / file).read_text(encoding="utf-8"), str(checks / file))
    }
    keys = [tuple(row[name] for name in ("file", "function", "change", "before", "after")) for row in rows]
    assert [key for key in keys if key not in made] == []
    assert len(keys) == len(set(keys))
    assert all(row["why"].strip() for row in rows)
