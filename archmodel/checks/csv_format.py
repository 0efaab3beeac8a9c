"""A report as CSV, a finding a row, for people who work in a spreadsheet.

A cell a spreadsheet would take for a formula gets a leading apostrophe: text of the catalogue is hostile until escaped.
"""

from __future__ import annotations

import csv
from io import StringIO

from archmodel.checks.citations import shown
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding
from archmodel.model.framework import Reference
from archmodel.text.cells import safe_cell

COLUMNS = ("code", "outcome", "severity", "element", "kind", "message", "fix", "cites", "path", "line", "waived")


def as_csv(report: Report, reference: Reference, lang: str = "vi") -> str:
    """The report as CSV with a heading; ``waived`` is the id of the waiver, ``cites`` are parted by semicolons."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in _row(finding, reference, lang)] for finding in report.findings)
    return out.getvalue().removesuffix("\n")


def _row(finding: Finding, reference: Reference, lang: str) -> tuple[str, ...]:
    rule, place = finding.rule, finding.place
    return (
        finding.code,
        finding.outcome.value,
        rule.severity.value if rule else "",
        finding.subject,
        finding.kind,
        finding.message.to(lang),
        finding.fix.to(lang),
        "; ".join(shown(reference, cite) for cite in rule.cites) if rule else "",
        place.path if place else "",
        str(place.line) if place else "",
        finding.waived.id if finding.waived else "",
    )
