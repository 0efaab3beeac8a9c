"""What a run of the checks says: findings in one order, and the outcome of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from archmodel.checks.findings import Findings
from archmodel.checks.rule import Outcome, Rule, Severity
from archmodel.checks.standing import Standing
from archmodel.text.markup import face


@dataclass(frozen=True, slots=True)
class RuleResult:
    """How a rule fared: how many elements it judged, and how many had each outcome.

    ``subjects`` are the ids it judged and ``said`` what it said of some; of the other subjects it had nothing to say.
    """

    rule: Rule
    judged: int
    failed: int
    insufficient: int
    waived: int
    subjects: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    said: Mapping[str, Standing] = field(default_factory=dict, compare=False, repr=False)

    @property
    def passed(self) -> int:
        """Elements judged that nothing was said about."""
        return self.judged - self.failed - self.insufficient - self.waived

    @property
    def outcome(self) -> Outcome:
        """The outcome of the rule as a whole: the worst of its elements."""
        if self.judged == 0:
            return Outcome.NOT_APPLICABLE
        if self.failed:
            return Outcome.FAIL
        return Outcome.INSUFFICIENT if self.insufficient else Outcome.PASS

    def standing(self, id: str) -> Standing:
        """How one element or flow stood when the rule ran, whatever findings were left out of the report since."""
        found = self.said.get(id)
        if found is not None:
            return found
        return Standing.PASS if id in self.subjects else Standing.NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Report:
    """The result of ``check``: the day and framework judged by, every finding, and a result per rule."""

    day: str
    framework: str
    profile: str | None
    findings: Findings
    results: tuple[RuleResult, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", Findings(self.findings))

    def __repr__(self) -> str:
        counts = self.counts
        told = ", ".join(f"{counts[f'rules_{outcome.value}']} {outcome.value}" for outcome in Outcome)
        return f"<Report on {self.day} by {self.framework}: {len(self.results)} rules ({told}), {len(self.findings)} findings>"

    def _repr_html_(self) -> str:
        order = (Outcome.FAIL, Outcome.INSUFFICIENT, Outcome.PASS, Outcome.NOT_APPLICABLE)
        rows = [
            (r.outcome.words.vi, r.rule.code, r.rule.title.vi, str(r.failed), str(r.insufficient), str(r.judged))
            for r in sorted(self.results, key=lambda r: (order.index(r.outcome), r.rule.code))
        ]
        counts = Counter(result.outcome for result in self.results)
        told = ", ".join(f"{outcome.words.vi.lower()} {counts[outcome]}" for outcome in order if counts[outcome])
        title = f"Kết quả kiểm tra ngày {self.day}, khung {self.framework}"
        head = ("Kết quả", "Quy tắc", "Tên", "Chưa đáp ứng", "Chưa đủ cơ sở", "Đã xét")
        return face(title, f"{len(self.results)} quy tắc: {told}", rows, head)

    @property
    def open(self) -> Findings:
        """Failures nobody waived."""
        return Findings(f for f in self.findings if f.outcome is Outcome.FAIL and f.waived is None)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each sort, and how many rules of each outcome, by plain names."""
        severities = Counter(f.rule.severity.value for f in self.open if f.rule)
        outcomes = Counter(result.outcome.value for result in self.results)
        return {
            **{severity.value: severities[severity.value] for severity in Severity},
            "insufficient": sum(f.outcome is Outcome.INSUFFICIENT and f.waived is None for f in self.findings),
            "waived": sum(f.waived is not None for f in self.findings),
            **{f"rules_{outcome.value}": outcomes[outcome.value] for outcome in Outcome},
        }

    def about(self, id: str) -> Findings:
        """The findings about one element or flow."""
        return Findings(finding for finding in self.findings if finding.subject == id)

    def worst(self) -> Severity | None:
        """The gravest severity among open failures, or None."""
        found = {finding.rule.severity for finding in self.open if finding.rule}
        return next((severity for severity in Severity if severity in found), None)
