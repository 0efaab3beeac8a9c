"""A report as text for people and as JSON for programs; the shapes are a contract (docs of ``archmodel check``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from archmodel.checks.citations import shown
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding, Outcome, Severity
from archmodel.model.framework import Reference

SCHEMA = 1
FEW = 3


def as_json(report: Report, reference: Reference, lang: str = "vi") -> str:
    """The report as JSON, version 1: findings in one order, every key always there."""
    value = {
        "schema": SCHEMA,
        "as_of": report.day,
        "framework": report.framework,
        "counts": report.counts,
        "findings": [_as_dict(finding, reference, lang) for finding in report.findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _as_dict(finding: Finding, reference: Reference, lang: str) -> dict[str, Any]:
    rule, place, waiver = finding.rule, finding.place, finding.waived
    return {
        "code": finding.code,
        "outcome": finding.outcome.value,
        "severity": rule.severity.value if rule else None,
        "element": finding.subject,
        "kind": finding.kind,
        "message": finding.message.to(lang),
        "fix": finding.fix.to(lang),
        "cites": [shown(reference, cite) for cite in rule.cites] if rule else [],
        "path": place.path if place else None,
        "line": place.line if place else None,
        "see": [str(other) for other in finding.see],
        "waived": {"id": waiver.id, "reason": waiver.reason, "until": waiver.until} if waiver else None,
    }


def as_text(report: Report, reference: Reference, lang: str = "vi", *, full: bool = False) -> str:
    """The report as text: failures whole, gravest first, then what could not be judged - a few of each rule, or all when ``full``."""
    lines: list[str] = []
    grave = {severity: rank for rank, severity in enumerate(Severity)}
    failing = [finding for finding in report.findings if finding.outcome is Outcome.FAIL and finding.rule]
    for finding in sorted(failing, key=lambda finding: grave[finding.rule.severity] if finding.rule else 0):
        lines += _lines(finding, reference, lang)
    lines += _unjudged(report, reference, lang, full)
    return "\n".join([*lines, *_summary(report, lang)])


def _lines(finding: Finding, reference: Reference, lang: str) -> Iterator[str]:
    rule = finding.rule
    labels = ("căn cứ", "xem", "sửa", "ngoại lệ") if lang == "vi" else ("cites", "see", "fix", "waived")
    word = finding.outcome.words if finding.outcome is not Outcome.FAIL or rule is None else rule.severity.words
    place = f"{finding.place}: " if finding.place else ""
    yield f"{place}{finding.code} {word.to(lang).lower()}: {finding.message.to(lang)}"
    for cite in rule.cites if rule else ():
        yield f"    {labels[0]:<8} {shown(reference, cite)}"
    for other in finding.see:
        yield f"    {labels[1]:<8} {other}"
    if finding.waived:
        yield f"    {labels[3]:<8} {finding.waived.reason} ({finding.waived.granted_by}, < {finding.waived.until})"
    yield f"    {labels[2]:<8} {finding.fix.to(lang)}"


def _unjudged(report: Report, reference: Reference, lang: str, full: bool) -> Iterator[str]:
    for result in report.results:
        found = [f for f in report.findings if f.rule is result.rule and f.outcome is Outcome.INSUFFICIENT]
        for finding in found if full else found[:FEW]:
            yield from _lines(finding, reference, lang)
        if len(found) > FEW and not full:
            rest, code = len(found) - FEW, result.rule.code
            yield (
                f"    … {code}: còn {rest} mục chưa đủ cơ sở đánh giá; xem hết bằng --select {code}"
                if lang == "vi"
                else f"    … {code}: {rest} more insufficient; see all with --select {code}"
            )


def _summary(report: Report, lang: str) -> Iterator[str]:
    yield ""
    head = ("Ngày xét", "khung", "hồ sơ pháp lý") if lang == "vi" else ("As of", "framework", "legal profile")
    yield f"{head[0]} {report.day} · {head[1]} {report.framework} · {head[2]} {report.profile or '–'}"
    for result in report.results:
        words = [
            f"{outcome.words.to(lang).lower()} {count}"
            for outcome, count in (
                (Outcome.PASS, result.passed),
                (Outcome.FAIL, result.failed),
                (Outcome.INSUFFICIENT, result.insufficient),
            )
            if count
        ]
        if result.waived:
            words.append(f"{'ngoại lệ' if lang == 'vi' else 'waived'} {result.waived}")
        told = ", ".join(words) or result.outcome.words.to(lang).lower()
        yield f"  {result.rule.code:<10} {result.rule.title.to(lang)}: {told}"
