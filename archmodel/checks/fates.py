"""What the rules say of the things dissolved bodies had: for each, the findings that tell why its fate is not known.

Decides which findings belong beside a fate; the fates themselves are the work of ``analysis.fates``.
"""

from __future__ import annotations

from collections import defaultdict

from archmodel.analysis.fates import BodyFate, Item
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding, Outcome

_TELLING = (Outcome.FAIL, Outcome.INSUFFICIENT)
_OF_THE_REORGANISATION = ("KH130", "LIFE", "DOC")


class Telling:
    """The failing and insufficient findings of a report, looked up by what they are about."""

    def __init__(self, report: Report) -> None:
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            if finding.outcome in _TELLING and finding.code.partition("-")[0] in _OF_THE_REORGANISATION:
                found[finding.subject].append(finding)
        self._by_subject = found

    def of_item(self, item: Item) -> tuple[Finding, ...]:
        """What is said of a thing, failures first."""
        own = self._by_subject.get(item.element, [])
        return tuple(sorted(own, key=lambda finding: (finding.outcome is not Outcome.FAIL, finding.code)))

    def of_body(self, fate: BodyFate) -> tuple[Finding, ...]:
        """What is said of the dissolved body itself."""
        return tuple(self._by_subject.get(fate.body, ()))

    def silent(self, fate: BodyFate) -> tuple[Item, ...]:
        """The things of unknown fate that no finding speaks of: there should be none."""
        return tuple(item for item in fate.unknown if not self.of_item(item))
