"""What a report says of one record, rule by rule: its own findings, those of its flows, those told at its twin.

Decides which findings count as speaking of a record, and that a pass needs a rule that ran, judged it and said nothing.
What follows for a leader is left to ``questions``; how it is shown, to documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.checks.report import Report, RuleResult
from archmodel.checks.rule import Finding, Rule
from archmodel.checks.standing import Standing, gravest
from archmodel.model.model import Model
from archmodel.model.relations import Flow


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a record stands under a rule, and the findings that say so; ``rule`` is None where it did not run."""

    code: str
    standing: Standing
    findings: tuple[Finding, ...]
    rule: Rule | None

    @property
    def binds(self) -> bool:
        """Whether a failure is a duty not met: plan, issued framework or law, and more than advice."""
        return self.rule is not None and self.rule.tier in {"must", "law"} and self.rule.severity.value != "info"


class Judgements:
    """The judgements of a report, by record and rule."""

    def __init__(self, model: Model, report: Report) -> None:
        self.day = report.day
        self._results: dict[str, RuleResult] = {result.rule.code: result for result in report.results}
        own: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        twins: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        for finding in report.findings:
            own[finding.code, finding.subject].append(finding)
            for id in finding.others:
                twins[finding.code, id].append(finding)
        self._shown = twins | own
        self._last: tuple[str, dict[str, Judgement]] = ("", {})
        self._flows: dict[str, list[Flow]] = defaultdict(list)
        self._passing: dict[str, list[Flow]] = defaultdict(list)
        for flow in model.flows:
            if flow.holds_on(report.day):
                for id in dict.fromkeys((flow.source, flow.target)):
                    self._flows[id].append(flow)
                for id in dict.fromkeys((*flow.via, *flow.carries)):
                    self._passing[id].append(flow)

    @property
    def codes(self) -> tuple[str, ...]:
        """The rules that ran, in the order of the report."""
        return tuple(self._results)

    def flows_of(self, id: str) -> tuple[Flow, ...]:
        """The flows of the day that begin or end at a record, cross it or carry it, each once."""
        every = (*self._flows.get(id, ()), *self._passing.get(id, ()))
        return tuple({flow.id: flow for flow in every}.values())

    def of(self, id: str, code: str) -> Judgement:
        """How the record ``id`` stands under the rule ``code``: the gravest of itself and of the flows it ends."""
        about, known = self._last
        if about != id:  # what is asked of one record is asked in a row, and several questions rest on the same rules
            known = {}
            self._last = (id, known)
        if code not in known:
            known[code] = self._of(id, code)
        return known[code]

    def _of(self, id: str, code: str) -> Judgement:
        result = self._results.get(code)
        if result is None:
            return Judgement(code, Standing.NOT_RUN, (), None)
        if id not in self._flows:
            return Judgement(code, self._standing(result, id), tuple(self._shown.get((code, id), ())), result.rule)
        subjects = [id, *(flow.id for flow in self._flows[id])]
        standings = {self._standing(result, subject) for subject in subjects}
        findings = tuple(finding for subject in subjects for finding in self._shown.get((code, subject), ()))
        return Judgement(code, gravest(standings), findings, result.rule)

    def all_of(self, id: str, codes: Iterable[str] | None = None) -> tuple[Judgement, ...]:
        """How the record stands under each of the rules, or under every one that ran."""
        return tuple(self.of(id, code) for code in (self.codes if codes is None else codes))

    def _standing(self, result: RuleResult, id: str) -> Standing:
        """As the rule left it; what it said and the report no longer shows is hidden, not passed."""
        standing = result.standing(id)
        if standing in {Standing.PASS, Standing.NOT_APPLICABLE}:
            return standing
        shown = {finding.standing for finding in self._shown.get((result.rule.code, id), ())}
        return standing if standing in shown else Standing.HIDDEN
