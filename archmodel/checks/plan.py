"""Where a plan stands, clause by clause, computed from what the rules say - and what is missing to judge the rest.

A clause takes the worst outcome of the rules that judge it or a clause below it; a clause no rule judges is insufficient,
never met. The plan's own record of a task (its state) is told beside it and never replaces it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.analysis.deadlines import due_day
from archmodel.checks.report import Report, RuleResult
from archmodel.checks.rule import Finding, Outcome
from archmodel.model.elements import Task
from archmodel.model.framework import Clause
from archmodel.model.model import Model

_WORST = (Outcome.FAIL, Outcome.INSUFFICIENT, Outcome.PASS, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class ClauseState:
    """A clause of the plan: how it stands, by which rules, what fails, what is missing, and its task and deadlines."""

    clause: Clause
    depth: int
    outcome: Outcome
    results: tuple[RuleResult, ...]
    failing: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    task: Task | None
    due: tuple[str, ...]

    @property
    def judged(self) -> bool:
        """Whether any rule judges it."""
        return bool(self.results)


PLAN = "KH130"
"""The plan whose clauses have a page of their own."""


def plan_states(model: Model, report: Report, instrument: str = PLAN) -> tuple[ClauseState, ...]:
    """The clauses of a plan in the order of its register, each with its state.

    Args:
        model: what was judged, with the plan's clauses in its reference and its tasks among its elements.
        report: what the rules say.
        instrument: the plan, by its id in the register of instruments.
    """
    clauses = {
        clause.id: clause
        for clause in model.reference.clauses.values()
        if clause.instrument == instrument and ":" not in clause.id
    }
    below = _below(clauses)
    by_clause: dict[str, list[RuleResult]] = defaultdict(list)
    for result in report.results:
        for id in result.rule.plan:
            by_clause[id].append(result)
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.waived is None:
            by_rule[finding.code].append(finding)
    tasks = {task.clause: task for task in model.whole.tasks if task.clause}

    def state(clause: Clause) -> ClauseState:
        found = {r.rule.code: r for id in (clause.id, *below[clause.id]) for r in by_clause[id]}
        said = [finding for code in found for finding in by_rule[code]]
        task = tasks.get(clause.id)
        days = [due_day(deadline, model.settings) for deadline in task.deadlines] if task else []
        return ClauseState(
            clause,
            _depth(clause, clauses),
            worst(result.outcome for result in found.values()),
            tuple(found.values()),
            tuple(finding for finding in said if finding.outcome is Outcome.FAIL),
            tuple(finding for finding in said if finding.outcome is Outcome.INSUFFICIENT),
            task,
            tuple(day for day in days if day),
        )

    return tuple(state(clause) for clause in clauses.values())


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The gravest of several outcomes; of none, insufficient: what nobody judges is not met."""
    found = set(outcomes)
    return next((outcome for outcome in _WORST if outcome in found), Outcome.INSUFFICIENT)


def _below(clauses: dict[str, Clause]) -> dict[str, tuple[str, ...]]:
    """For each clause, all clauses under it."""
    children: dict[str, list[str]] = defaultdict(list)
    for clause in clauses.values():
        if clause.parent:
            children[clause.parent].append(clause.id)
    found: dict[str, tuple[str, ...]] = {}
    for id in clauses:
        under: list[str] = []
        coming = list(children[id])
        while coming:
            here = coming.pop()
            if here not in under:
                under.append(here)
                coming += children[here]
        found[id] = tuple(under)
    return found


def _depth(clause: Clause, clauses: dict[str, Clause]) -> int:
    depth, here = 0, clause
    while here.parent in clauses and depth < 10:
        depth, here = depth + 1, clauses[here.parent or ""]
    return depth
