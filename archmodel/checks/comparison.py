"""The difference between two models together with the findings gained and lost: what a change does to the verdicts.

A finding is the same on both sides when rule, outcome and subject are; the words of a message may move with the day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from archmodel.analysis import difference
from archmodel.analysis.difference import Difference
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding, Outcome
from archmodel.checks.run import check
from archmodel.model.model import Model

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """The findings only the new side has, and those only the old side had, failures first; and the days judged."""

    old_day: str
    new_day: str
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]

    @property
    def by_rule(self) -> dict[str, tuple[int, int]]:
        """How many each rule gained and lost, by code."""
        gained, lost = (Counter(finding.code for finding in found) for found in (self.gained, self.lost))
        return {code: (gained[code], lost[code]) for code in sorted({*gained, *lost})}


@dataclass(frozen=True, repr=False)
class Comparison(Difference):
    """A difference and its ``findings``; None where they were not asked for, or a side is the target, which no law judges."""

    findings: FindingChanges | None

    def __repr__(self) -> str:
        if self.findings is None:
            return super().__repr__()
        told = f"findings gained {len(self.findings.gained)}, lost {len(self.findings.lost)}"
        return f"{super().__repr__()[:-1]}; {told}>"

    def _after(self) -> str:
        if self.findings is None:
            return super()._after()
        return f"Phát hiện: thêm {len(self.findings.gained)}, bớt {len(self.findings.lost)}"


def diff(old: Model, new: Model, *, findings: bool = True, names: tuple[str, str] | None = None) -> Comparison:
    """The difference between two models, and between what the checks say of them.

    Args:
        old: the earlier model: of another folder, an earlier revision, or narrowed to an earlier day.
        new: the later model.
        findings: whether to run the checks on both.
        names: what to call the two; their plateau, day or workspace when not given.

    Example:
        >>> change = am.diff(model.at("2025-06-30"), model.at("2025-07-01"))
        >>> sorted(found.id for found in change.ended)[:2]
        ['d-mot-cua-bac', 'huyen-bac']
    """
    found = difference.diff(old, new, names=names)
    judged = findings and not (found.old.is_target or found.new.is_target)
    changes = None
    if judged:
        renamed = {change.old.id: change.new.id for change in found.renamed if change.old and change.new}
        changes = finding_changes(judgement(old), judgement(new), renamed)
    return Comparison(**{field.name: getattr(found, field.name) for field in fields(Difference)}, findings=changes)


def judgement(model: Model) -> Report:
    """The report on a model, judged with all its records where it is the whole on a day, as ``archmodel check`` does."""
    judged = model.origin if model.day and model.is_whole else model
    return check(judged, as_of=model.day, framework=model.edition)


def finding_changes(old: Report, new: Report, renamed: Mapping[str, str]) -> FindingChanges:
    """What one report says and the other does not; ``renamed`` gives new ids by old ones."""
    before = [(_key(finding, renamed), finding) for finding in old.findings]
    after = [(_key(finding, {}), finding) for finding in new.findings]
    return FindingChanges(old.day, new.day, _beyond(after, before), _beyond(before, after))


def _key(finding: Finding, renamed: Mapping[str, str]) -> Key:
    subject = renamed.get(finding.subject, finding.subject)
    return finding.code, finding.outcome.value, subject, finding.kind, str(finding.waived is not None)


def _beyond(found: Sequence[tuple[Key, Finding]], known: Sequence[tuple[Key, Finding]]) -> tuple[Finding, ...]:
    """The findings beyond those known: of several with one key, those whose words are known go first."""
    left = Counter(key for key, _ in known)
    worded = Counter((key, finding.message) for key, finding in known)
    unmatched: list[tuple[Key, Finding]] = []
    for key, finding in found:
        if worded[key, finding.message] > 0:
            worded[key, finding.message] -= 1
            left[key] -= 1
        else:
            unmatched.append((key, finding))
    beyond: list[Finding] = []
    for key, finding in unmatched:
        if left[key] > 0:
            left[key] -= 1
        else:
            beyond.append(finding)
    return tuple(sorted(beyond, key=lambda finding: finding.outcome is not Outcome.FAIL))
