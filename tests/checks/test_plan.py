"""Where the plan stands: computed from findings, never better than what was judged."""

from __future__ import annotations

import archmodel as am
from archmodel.checks.plan import plan_states, worst
from archmodel.checks.rule import Outcome
from archmodel.checks.run import check


def test_the_worst_outcome_counts_and_nothing_judged_is_not_met() -> None:
    assert worst([Outcome.PASS, Outcome.FAIL, Outcome.INSUFFICIENT]) is Outcome.FAIL
    assert worst([Outcome.PASS, Outcome.INSUFFICIENT]) is Outcome.INSUFFICIENT
    assert worst([Outcome.PASS, Outcome.NOT_APPLICABLE]) is Outcome.PASS
    assert worst([]) is Outcome.INSUFFICIENT


def test_every_task_and_principle_of_the_plan_has_a_state(hanoi: am.Model) -> None:
    states = {state.clause.id: state for state in plan_states(hanoi, check(hanoi, as_of="2026-11-22"))}
    assert {f"KH130-T{n}" for n in range(1, 8)} | {f"KH130-GP{n}" for n in range(1, 6)} <= states.keys()
    assert states["KH130-T1"].due == ("2025-07-16",)
    assert states["KH130-T5"].judged
    for state in states.values():
        if state.outcome is Outcome.FAIL:
            assert state.failing, state.clause.id
        if not state.judged:
            assert state.outcome is Outcome.INSUFFICIENT


def test_a_clause_takes_the_state_of_those_below_it(hanoi: am.Model) -> None:
    states = {state.clause.id: state for state in plan_states(hanoi, check(hanoi, as_of="2026-11-22"))}
    above = {result.rule.code for result in states["KH130-T1"].results}
    below = {result.rule.code for result in states["KH130-T1e"].results}
    assert below
    assert below <= above


def test_every_clause_a_rule_judges_is_in_the_register(hanoi: am.Model) -> None:
    from archmodel.checks import RULES

    assert {id for rule in RULES for id in rule.plan} <= set(hanoi.reference.clauses)
