"""Showing only what is new: a report without the findings a recorded run had already.

A finding is known by its rule, outcome and element, not by its line, so that moving records about makes nothing new.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import Any

from archmodel.checks.findings import Findings
from archmodel.checks.formats import SCHEMA
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

Known = Counter[tuple[str, ...]]
_KEY = ("code", "outcome", "element", "kind")


def read_baseline(text: str) -> Known:
    """The findings of a run recorded with ``archmodel check --format json``, counted.

    Raises:
        ArchmodelError: the text is no such record.
    """
    value: Any = None
    with suppress(ValueError):
        value = json.loads(text)
    findings = value.get("findings") if isinstance(value, dict) and value.get("schema") == SCHEMA else None
    if not isinstance(findings, list) or not all(isinstance(f, dict) and f.keys() >= set(_KEY) for f in findings):
        raise ArchmodelError(
            Words(
                "tệp mốc không phải kết quả của 'check --format json'",
                "the baseline is no result of 'check --format json'",
            ),
            Words(
                "ghi lại: archmodel check --format json --output TỆP",
                "record it again: archmodel check --format json --output FILE",
            ),
        )
    return Counter(tuple(str(finding[name]) for name in _KEY) for finding in findings)


def new_since(report: Report, known: Known) -> Report:
    """The report with only the findings beyond those known; the results of the rules stay, they count everything."""
    left = known.copy()
    new: list[Finding] = []
    for finding in report.findings:
        key = (finding.code, finding.outcome.value, finding.subject, finding.kind)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return replace(report, findings=Findings(new))
