"""The reviewer's page of plan 130: each clause with its state, what fails, and what is missing to judge it."""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.checks.plan import ClauseState, plan_states
from archmodel.checks.rule import Finding
from archmodel.documents.site.address import rule_page
from archmodel.documents.site.findings import FindingRow, finding_row
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.values import label

FEW = 3


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause as shown: its words, its state, the rules that judge it, the first failures and the first gaps."""

    id: str
    item: str | None
    name: str
    depth: int
    outcome: str
    outcome_words: str
    rules: tuple[tuple[str, str], ...]
    failing: tuple[FindingRow, ...]
    failing_count: int
    missing: tuple[FindingRow, ...]
    missing_count: int
    leads: tuple[Ref, ...]
    due: tuple[str, ...]
    own_state: str | None


def plan_rows(site: Publication) -> tuple[ClauseRow, ...]:
    """The clauses of the plan in its order."""
    return tuple(_row(site, state) for state in plan_states(site.model, site.report))


def _row(site: Publication, state: ClauseState) -> ClauseRow:
    clause, task = state.clause, state.task
    gloss = clause.gloss_en if site.lang == "en" else clause.gloss
    leads = site.model.whole.targets(task.id, "led_by") if task else ()
    return ClauseRow(
        clause.id,
        clause.item,
        clause.name or gloss or clause.id,
        state.depth,
        state.outcome.value,
        site.say(state.outcome.words),
        tuple((result.rule.code, rule_page(result.rule.code)) for result in state.results),
        _few(site, state.failing),
        len(state.failing),
        _few(site, state.missing),
        len(state.missing),
        tuple(site.ref(lead.id) for lead in leads),
        tuple(site.date(day) or day for day in state.due),
        label("work_state", task.state, site.lang) if task else None,
    )


def _few(site: Publication, findings: tuple[Finding, ...]) -> tuple[FindingRow, ...]:
    """The first finding of each of the first rules: what to mend first, told once."""
    first = {finding.code: finding for finding in reversed(findings)}
    return tuple(finding_row(site, first[code]) for code in sorted(first)[:FEW])
