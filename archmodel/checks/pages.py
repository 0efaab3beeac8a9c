"""Rules as people read them: the list, and the page of one rule."""

from __future__ import annotations

from collections.abc import Sequence

from archmodel.checks.citations import instrument_of, shown
from archmodel.checks.rule import Finding, Rule
from archmodel.errors import ArchmodelError
from archmodel.model.framework import Reference
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

_PARTS = {"vi": ("Vì sao", "Phát hiện", "Khắc phục", "Bỏ sót"), "en": ("Why", "Found", "Fix", "Misses")}
_TIERS = {
    "must": Words("kế hoạch 130 hoặc khung đã ban hành", "plan 130 or an issued framework"),
    "law": Words("văn bản pháp luật khác", "another instrument"),
    "draft": Words("dự thảo hướng dẫn 13/9/2026", "the draft guide of 13/9/2026"),
    "practice": Words("thông lệ", "good practice"),
}


def rule_called(code: str, rules: Sequence[Rule]) -> Rule:
    """The rule with a code, in any case.

    Raises:
        ArchmodelError: there is none; the nearest code is suggested.
    """
    for rule in rules:
        if rule.code == code.upper():
            return rule
    guess = nearest(code, [rule.code for rule in rules])
    raise ArchmodelError(
        Words(f"không có quy tắc '{code}'", f"there is no rule '{code}'"),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words("xem archmodel rules", "see archmodel rules"),
    )


def table(rules: Sequence[Rule], lang: str = "vi", *, markdown: bool = False) -> str:
    """The rules as a table of code, severity, origin and title."""
    rows = [
        (rule.code, rule.severity.words.to(lang), _TIERS[rule.tier].to(lang), rule.title.to(lang)) for rule in rules
    ]
    if not markdown:
        return "\n".join(f"{code:<10} {severity:<11} {title}" for code, severity, _, title in rows)
    head = ("Mã", "Mức", "Nguồn gốc", "Yêu cầu") if lang == "vi" else ("Code", "Severity", "From", "Asks")
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ("---",) * 4, *rows))


def page(rule: Rule, reference: Reference, lang: str = "vi", example: Finding | None = None) -> str:
    """The page of a rule: what it asks, why, what it finds and misses, how to mend it, what it rests on, an example."""
    lines = [
        f"{rule.code}  {rule.title.to(lang)}",
        f"({rule.severity.words.to(lang)}; {_TIERS[rule.tier].to(lang)})",
        "",
    ]
    known = next((parts for parts in (_PARTS[lang], *_PARTS.values()) if parts[0] in rule.sections), ())
    for part in known:
        lines += [f"{part}: {rule.sections.get(part, '')}", ""]
    heading = "Căn cứ" if lang == "vi" else "Rests on"
    for cite in rule.cites:
        clause = reference.clauses.get(cite)
        gloss = (clause.gloss if lang == "vi" else clause.gloss_en or clause.gloss) if clause else None
        lines.append(f"{heading}: {shown(reference, cite)}{_validity(reference, cite, lang)}")
        lines += [f"    {gloss}"] if gloss else []
    if rule.practice:
        lines.append(f"{'Thông lệ' if lang == 'vi' else 'Practice'}: {rule.practice}")
    if example:
        place = f"{example.place}: " if example.place else ""
        lines += ["", f"{'Ví dụ' if lang == 'vi' else 'Example'}: {place}{example.message.to(lang)}"]
        lines.append(f"    → {example.fix.to(lang)}")
    return "\n".join(lines)


def _validity(reference: Reference, cite: str, lang: str) -> str:
    found = instrument_of(reference, cite)
    if found is None:
        return ""
    since, until = found.since or found.issued or "?", found.until
    if found.status == "draft":
        return " (dự thảo)" if lang == "vi" else " (draft)"
    if lang == "vi":
        return f" (từ {since}{f', đến trước {until}' if until else ''})"
    return f" (from {since}{f', until {until}' if until else ''})"
