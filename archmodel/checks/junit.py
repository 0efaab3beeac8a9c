"""A report as JUnit XML, which every CI server shows: a suite for each family, a test case for each rule.

A rule with open failures fails and lists them; one that could not be judged, or had nothing to judge, is skipped and says
why. Waived findings fail nothing. Valid by the schema of Jenkins' xUnit plugin (``junit-10.xsd``), which counts what is
skipped suite by suite only; no times are written, so that the same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from archmodel.checks.report import Report, RuleResult
from archmodel.checks.rule import Finding, Outcome

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Findings = dict[tuple[str, Outcome], list[Finding]]


def as_junit(report: Report, lang: str = "vi") -> str:
    """The report as a JUnit document; suites stand in the order of their first rules."""
    families: dict[str, list[RuleResult]] = defaultdict(list)
    for result in report.results:
        families[result.rule.family].append(result)
    findings: Findings = defaultdict(list)
    for finding in report.findings:
        if finding.waived is None:
            findings[finding.code, finding.outcome].append(finding)
    root = Element("testsuites", {"name": "archmodel", **_counts(report.results)})
    for family, results in families.items():
        suite = SubElement(root, "testsuite", {"name": family, **_counts(results), **_skipped(results)})
        SubElement(SubElement(suite, "properties"), "property", name="as_of", value=report.day)
        for result in results:
            _case(suite, result, findings, lang)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def _counts(results: Sequence[RuleResult]) -> dict[str, str]:
    failed = sum(result.outcome is Outcome.FAIL for result in results)
    return {"tests": str(len(results)), "failures": str(failed), "errors": "0"}


def _skipped(results: Sequence[RuleResult]) -> dict[str, str]:
    return {"skipped": str(sum(result.outcome in {Outcome.INSUFFICIENT, Outcome.NOT_APPLICABLE} for result in results))}


def _case(suite: Element, result: RuleResult, findings: Findings, lang: str) -> None:
    rule = result.rule
    case = SubElement(suite, "testcase", classname=rule.family, name=_clean(f"{rule.code} {rule.title.to(lang)}"))
    failed, open_questions = findings[rule.code, Outcome.FAIL], findings[rule.code, Outcome.INSUFFICIENT]
    if result.outcome is Outcome.FAIL:
        told = f"{Outcome.FAIL.words.to(lang)}: {len(failed)}"
        SubElement(case, "failure", type=rule.severity.value, message=told).text = _listed(failed, lang)
    elif result.outcome is Outcome.INSUFFICIENT:
        told = f"{Outcome.INSUFFICIENT.words.to(lang)}: {len(open_questions)}"
        SubElement(case, "skipped", message=told)
    elif result.outcome is Outcome.NOT_APPLICABLE:
        SubElement(case, "skipped", message=Outcome.NOT_APPLICABLE.words.to(lang))
    if open_questions:
        SubElement(case, "system-out").text = _listed(open_questions, lang)


def _listed(findings: list[Finding], lang: str) -> str:
    lines = (
        f"{f'{finding.place}: ' if finding.place else ''}{finding.subject}: {finding.message.to(lang)}; {finding.fix.to(lang)}"
        for finding in findings
    )
    return _clean("\n".join(lines))


def _clean(text: str) -> str:
    """Text without the characters XML cannot carry."""
    return _NOT_XML.sub("\ufffd", text)
