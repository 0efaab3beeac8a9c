"""A what-if as text for people and as JSON for programs: the acts, the records changed, who feels it, the findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archmodel.analysis.impact import Impact
from archmodel.checks.rule import Finding, Outcome
from archmodel.checks.what_if import WhatIf
from archmodel.model.change import Swap, net
from archmodel.model.kinds import KINDS
from archmodel.model.record import Element, Record
from archmodel.model.relations import Flow, Relation
from archmodel.text.words import Words

SCHEMA = 1
FEW = 12


def shown(what: WhatIf, form: str, lang: str = "vi") -> str:
    """The what-if as ``"text"`` or ``"json"``."""
    if form == "json":
        return json.dumps(as_dict(what, lang), ensure_ascii=False, indent=2)
    return "\n".join(_text(what, lang))


def as_dict(what: WhatIf, lang: str = "vi") -> dict[str, Any]:
    """The what-if as plain values, version 1: every key always there."""
    found = what.findings
    return {
        "schema": SCHEMA,
        "as_of": what.day,
        "steps": [
            {
                "act": step.words.to(lang),
                "on": step.day,
                "ended": list(step.ended),
                "told": [w.to(lang) for w in step.told],
            }
            for step in what.steps
        ],
        "changes": [_change(swap) for swap in net(what.swaps)],
        "impact": {id: _impact(impact) for id, impact in what.impact.items()},
        "findings": {
            "gained": [_finding(finding, lang) for finding in found.gained],
            "lost": [_finding(finding, lang) for finding in found.lost],
        },
    }


def _change(swap: Swap) -> dict[str, Any]:
    record = swap.after or swap.before
    names = _fields(swap)
    return {
        "record": "element" if isinstance(record, Element) else "relation",
        "about": _named(record),
        "act": _act(swap),
        "before": {name: _plain(swap.before, name) for name in names} if swap.before else None,
        "after": {name: _plain(swap.after, name) for name in names} if swap.after else None,
    }


def _fields(swap: Swap) -> list[str]:
    """The fields that differ; of a record that is new or gone, those it states."""
    before, after = swap.before, swap.after
    if before is not None and after is not None:
        return [n for n in type(after).model_fields if n != "place" and getattr(before, n) != getattr(after, n)]
    one = after or before
    return list(one.model_dump(exclude_defaults=True)) if one is not None else []


def _plain(record: Record | None, name: str) -> Any:
    return None if record is None else record.model_dump(mode="json").get(name)


def _act(swap: Swap) -> str:
    if swap.before is None:
        return "added"
    if swap.after is None:
        return "dropped"
    return "ended" if swap.before.until != swap.after.until else "changed"


def _named(record: Record | None) -> str:
    if isinstance(record, Relation):
        flow = f" {record.id}" if isinstance(record, Flow) else ""
        return f"{record.source} {record.type}{flow} {record.target}"
    return str(getattr(record, "id", ""))


def _impact(impact: Impact) -> dict[str, Any]:
    return {
        "felt_by": [row.element.id for row in impact.down],
        "counts": impact.counts,
        "things": impact.things,
        "services": [row.element.id for row in impact.services],
        "units": [row.element.id for row in impact.units],
        "asked": impact.asked(),
        "not_running": [row.element.id for row in impact.idle],
    }


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    place, rule = finding.place, finding.rule
    return {
        "code": finding.code,
        "outcome": finding.outcome.value,
        "severity": rule.severity.value if rule else None,
        "element": finding.subject,
        "kind": finding.kind,
        "message": finding.message.to(lang),
        "fix": finding.fix.to(lang),
        "path": place.path if place else None,
        "line": place.line if place else None,
    }


def _text(what: WhatIf, lang: str) -> Iterator[str]:
    for step in what.steps:
        yield f"{Words('Nếu', 'What if').to(lang)} {step.words.to(lang)} ({step.day})"
        for words in step.told:
            yield f"   {Words('lưu ý', 'note').to(lang)}  {words.to(lang)}"
    yield ""
    yield from _records(net(what.swaps), lang)
    for id, impact in what.impact.items():
        yield ""
        yield from _felt(id, impact, lang)
    found = what.findings
    judged = Words(f"ngày {found.day}", f"on {found.day}").to(lang)
    for sign, words, findings in (
        ("+", Words("Phát hiện thêm", "Findings gained"), found.gained),
        ("-", Words("Phát hiện không còn", "Findings lost"), found.lost),
    ):
        yield ""
        yield f"{words.to(lang)}, {judged}: {_outcomes(findings, lang)}"
        for finding in sorted(findings, key=_gravest):
            yield f"  {sign} {finding.code} {_word(finding, lang)}: {finding.message.to(lang)}"


def _records(swaps: tuple[Swap, ...], lang: str) -> Iterator[str]:
    signs = {"added": "+", "dropped": "-", "ended": "×", "changed": "~"}
    acts = {
        "added": Words("thêm", "added"),
        "ended": Words("kết thúc", "ended"),
        "changed": Words("sửa", "changed"),
        "dropped": Words("bỏ", "dropped"),
    }
    counts = {act: sum(_act(swap) == act for swap in swaps) for act in acts}
    told = ", ".join(f"{words.to(lang)} {counts[act]}" for act, words in acts.items() if counts[act])
    yield f"{Words('Bản ghi đổi', 'Records changed').to(lang)}: {told or Words('không có', 'none').to(lang)}"
    for swap in swaps:
        record = swap.after or swap.before
        detail = f" ({', '.join(_fields(swap))})" if isinstance(record, Element) and swap.before is not None else ""
        yield f"  {signs[_act(swap)]} {_named(record)}{detail}"


def _felt(id: str, impact: Impact, lang: str) -> Iterator[str]:
    counts = ", ".join(f"{_low(KINDS[kind].plural.to(lang))} {number}" for kind, number in impact.counts.items())
    none = Words("không có gì được ghi", "nothing recorded").to(lang)
    yield f"{Words(f'Chịu ảnh hưởng khi [{id}] dừng', f'Feels it when [{id}] stops').to(lang)}: {counts or none}"
    for words, ids in (
        (Words("dịch vụ, kênh, chức năng", "services, channels, functions"), [r.element.id for r in impact.services]),
        (Words("đơn vị", "units"), [row.element.id for row in impact.units]),
        (Words("cần báo trước", "to be told first"), list(impact.asked())),
    ):
        if ids:
            more = f", … ({len(ids)})" if len(ids) > FEW else ""
            yield f"  {words.to(lang)}: {', '.join(ids[:FEW])}{more}"


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _outcomes(findings: Iterable[Finding], lang: str) -> str:
    found = list(findings)
    told = [
        f"{_low(outcome.words.to(lang))} {number}"
        for outcome in (Outcome.FAIL, Outcome.INSUFFICIENT)
        if (number := sum(finding.outcome is outcome for finding in found))
    ]
    return ", ".join(told) or Words("không có", "none").to(lang)


def _gravest(finding: Finding) -> tuple[bool, int, str, str]:
    severities = ("error", "warning", "info")
    severity = severities.index(finding.rule.severity.value) if finding.rule else len(severities)
    return finding.outcome is not Outcome.FAIL, severity, finding.code, finding.subject


def _word(finding: Finding, lang: str) -> str:
    if finding.outcome is Outcome.FAIL and finding.rule:
        return finding.rule.severity.words.to(lang)
    return _low(finding.outcome.words.to(lang))
