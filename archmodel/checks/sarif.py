"""A report as SARIF 2.1.0, the exchange format of code-review tools.

Failures are results of kind ``fail`` with the level of their severity; what could not be judged is of kind ``review``,
which has no level. Passes are left out. A fingerprint names the rule, outcome and element, never the line or the
language, so that moving records about makes nothing new. Nothing in it depends on the clock.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from archmodel.checks.citations import shown
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding, Outcome, Rule, Severity
from archmodel.errors import Place
from archmodel.model.framework import Reference

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PARTS = {"vi": ("Vì sao", "Phát hiện", "Khắc phục", "Bỏ sót"), "en": ("Why", "Found", "Fix", "Misses")}
Json = dict[str, Any]


def as_sarif(report: Report, reference: Reference, lang: str = "vi", *, version: str | None = None) -> str:
    """The report as a SARIF log of one run; ``version`` is that of the tool, left out when not given."""
    rules = list(dict.fromkeys([*(r.rule for r in report.results), *(f.rule for f in report.findings if f.rule)]))
    index = {rule.code: place for place, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "archmodel",
                **({"version": version} if version else {}),
                "rules": [_rule(rule, reference, lang) for rule in rules],
            }
        },
        "language": "en" if lang == "en" else "vi",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "the workspace: the folder that holds archmodel.toml"}}},
        "properties": {"asOf": report.day, "framework": report.framework, "profile": report.profile},
        "results": [
            _result(finding, index, seen, lang)
            for finding in report.findings
            if finding.outcome in {Outcome.FAIL, Outcome.INSUFFICIENT}
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule, reference: Reference, lang: str) -> Json:
    parts = [(part, rule.sections[part]) for part in _PARTS["en" if lang == "en" else "vi"] if part in rule.sections]
    cites = [shown(reference, cite) for cite in rule.cites] or [rule.practice]
    parts.append(("Rests on" if lang == "en" else "Căn cứ", "; ".join(cites)))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _plain(rule.title.to(lang))},
        "fullDescription": {"text": _plain(parts[1][1] if len(parts) > 1 else rule.title.to(lang))},
        "help": {
            "text": _plain("\n".join(f"{label}: {text}" for label, text in parts)),
            "markdown": _plain("\n\n".join(f"**{label}.** {text}" for label, text in parts)),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.tier], "precision": rule.confidence},
    }


def _result(finding: Finding, index: dict[str, int], seen: Counter[str], lang: str) -> Json:
    fails = finding.outcome is Outcome.FAIL and finding.rule is not None
    key = f"{finding.code}|{finding.outcome.value}|{finding.kind}|{finding.subject}"
    seen[key] += 1
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": index.get(finding.code, -1),
        "kind": "fail" if fails else "review",
        "level": LEVELS[finding.rule.severity] if fails and finding.rule else "none",
        "message": {"text": _plain(f"{finding.message.to(lang)}; {finding.fix.to(lang)}")},
        "locations": [_location(finding.place, finding)],
        "partialFingerprints": {"archmodelFinding/v1": sha256(f"{key}|{seen[key]}".encode()).hexdigest()},
    }
    if finding.see:
        result["relatedLocations"] = [{"id": n, **_location(place)} for n, place in enumerate(finding.see)]
    if finding.waived:
        waiver = finding.waived
        told = f"{waiver.id}: {waiver.reason} ({waiver.granted_by}, < {waiver.until})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": told}]
    return result


def _location(place: Place | None, finding: Finding | None = None) -> Json:
    location: Json = {}
    if place and place.path:
        address = {"uri": quote(place.path.replace("\\", "/")), "uriBaseId": ROOT}
        location["physicalLocation"] = {"artifactLocation": address}
        if place.line > 0:
            location["physicalLocation"]["region"] = {"startLine": place.line}
    if finding:
        location["logicalLocations"] = [{"name": finding.subject, "kind": finding.kind}]
    return location


def _plain(text: str) -> str:
    """Text in which SARIF reads no placeholder and no link: braces doubled, brackets and parentheses kept apart."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
