"""A comparison as text for people and as JSON for programs.

Text tells elements in groups and relations in counts, a few of each unless all are asked for; JSON holds everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archmodel.analysis.change import Change, FieldChange
from archmodel.analysis.difference import WORDS, Side
from archmodel.analysis.grouping import Group, by_type, groups, lost_and_won
from archmodel.checks.comparison import Comparison, FindingChanges
from archmodel.checks.rule import Finding
from archmodel.model.record import Element, Frozen, Record
from archmodel.model.relations import RELATIONS, Relation
from archmodel.text.words import Words

SCHEMA = 1
FEW = 10
LONGEST = 160

_SAY = {
    "elements": Words("Đối tượng", "Elements"),
    "relations": Words("Quan hệ", "Relations"),
    "findings": Words("Phát hiện", "Findings"),
    "gained": Words("thêm", "gained"),
    "lost": Words("bớt", "lost"),
    "none": Words("không có gì khác", "no difference"),
    "more": Words("… {} nữa, xem hết bằng --full", "… {} more, see all with --full"),
    "heirs": Words("bên kế thừa: ", "succeeded by "),
    "origins": Words("thay cho ", "succeeds "),
    "and": Words(" và {} nữa", " and {} more"),
    "suggested": Words("Có thể chỉ đổi mã (tên gần giống)", "Perhaps only renamed (names alike)"),
    "waivers": Words("Ngoại lệ", "Waivers"),
    "settings": Words("Cấu hình", "Settings"),
    "misfits": Words("Giá trị ngoài danh mục hoặc bỏ trống", "Values outside their list, or blank"),
    "reference": Words("Khung, văn bản", "Frameworks and law"),
    "undecided": Words(
        "Chưa quyết định: {} đối tượng vẫn để trong mục tiêu vì chưa ghi phương án xử lý",
        "Undecided: {} elements stand in the target only because no disposition is recorded",
    ),
    "unjudged": Words("không so sánh: một bên không có ngày để xét", "not compared: one side has no day to judge"),
    "as_of": Words("xét ngày", "as of"),
}


def as_text(comparison: Comparison, lang: str = "vi", *, full: bool = False) -> str:
    """The comparison as text; a few of each group, or all when ``full``."""
    most = None if full else FEW
    parts = [
        _head(comparison, lang),
        *(_group(comparison, group, lang, most) for group in groups(comparison)),
        _suggested(comparison, lang, most),
        _relations(comparison, lang, most),
        _beside(comparison, lang),
        _findings(comparison, lang, most),
    ]
    return "\n".join(line for part in parts for line in part)


def findings_text(comparison: Comparison, lang: str = "vi") -> str:
    """The findings gained and lost alone, a few of each."""
    return "\n".join(_findings(comparison, lang, FEW)).strip("\n")


def _head(comparison: Comparison, lang: str) -> Iterator[str]:
    yield f"{comparison.old.name.to(lang)} → {comparison.new.name.to(lang)}"
    for name, counts in comparison.counts.items():
        told = ", ".join(f"{WORDS[how].to(lang).lower()} {n}" for how, n in counts.items())  # type: ignore[index]
        yield f"  {_SAY[name].to(lang)}: {told or _SAY['none'].to(lang)}"
    if comparison.undecided:
        yield f"  {_SAY['undecided'].to(lang).format(len(comparison.undecided))}"


def _group(comparison: Comparison, group: Group, lang: str, most: int | None) -> Iterator[str]:
    yield ""
    yield f"{WORDS[group.how].to(lang)}: {group.title.to(lang)} ({len(group.changes)})"
    for change in group.changes[:most]:
        old = f"{change.old.id} → " if change.how == "renamed" and change.old else ""
        why = f" [{change.why}]" if change.why else ""
        day = f" ({change.on})" if change.on else ""
        yield f"  {old}{change.id}  {change.name}{day}{why}{_lineage(comparison, change, lang)}"
        if change.how not in {"begun", "coming"} and change.new is not None:
            yield from _fields(field for field in change.fields if field.field != "id")
    yield from _rest(len(group.changes), most, lang)


def _lineage(comparison: Comparison, change: Change[Element], lang: str) -> str:
    told = ""
    for name, known in (("heirs", comparison.heirs), ("origins", comparison.origins)):
        others = known.get(change.id, ())
        if others:
            more = _SAY["and"].to(lang).format(len(others) - 3) if len(others) > 3 else ""
            told += f"; {_SAY[name].to(lang)}{', '.join(other.name for other in others[:3])}{more}"
    return told


def _fields(changes: Iterable[FieldChange]) -> Iterator[str]:
    for change in changes:
        lost, won = lost_and_won(change)
        if isinstance(change.old, tuple) or isinstance(change.new, tuple):
            yield from (f"      {change.field} − {_short(value)}" for value in lost)
            yield from (f"      {change.field} + {_short(value)}" for value in won)
            if not lost and not won:
                yield f"      {change.field} ↕"
        else:
            yield f"      {change.field}: {_short(lost[0] if lost else '–')} → {_short(won[0] if won else '–')}"


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def _rest(number: int, most: int | None, lang: str) -> Iterator[str]:
    if most is not None and number > most:
        yield f"  {_SAY['more'].to(lang).format(number - most)}"


def _suggested(comparison: Comparison, lang: str, most: int | None) -> Iterator[str]:
    if comparison.suggested:
        yield ""
        yield f"{_SAY['suggested'].to(lang)} ({len(comparison.suggested)})"
    for old, new, score in comparison.suggested[:most]:
        yield f"  {old.id} → {new.id}  {old.name} → {new.name}  {score:.2f}"
    yield from _rest(len(comparison.suggested), most, lang)


def _relations(comparison: Comparison, lang: str, most: int | None) -> Iterator[str]:
    for how, counts in by_type(comparison.relations).items():
        told = ", ".join(f"{RELATIONS[type].forward.to(lang)} {number}" for type, number in counts.items())
        yield ""
        yield f"{_SAY['relations'].to(lang)}, {WORDS[how].to(lang).lower()} ({sum(counts.values())}): {told}"
        if most is not None and (how == "followed" or (how in {"begun", "ended"} and comparison.new.day)):
            continue
        changes = [change for change in comparison.relations if change.how == how]
        for change in changes[:most]:
            record = change.record
            own = f"{change.id}: " if record.type == "flow" else ""
            day = f" ({change.on})" if change.on else ""
            yield f"  {own}{record.source} {RELATIONS[record.type].forward.to(lang)} {record.target}{day}"
            if change.old is not None and change.new is not None:
                yield from _fields(change.fields)
        yield from _rest(len(changes), most, lang)


def _beside(comparison: Comparison, lang: str) -> Iterator[str]:
    for name, found in (("settings", comparison.settings), ("misfits", comparison.misfits)):
        if found:
            yield ""
            yield f"{_SAY[name].to(lang)} ({len(found)})"
            yield from _fields(found)
    if comparison.waivers:
        yield ""
        yield f"{_SAY['waivers'].to(lang)} ({len(comparison.waivers)})"
    for waiver in comparison.waivers:
        yield f"  {WORDS[waiver.how].to(lang).lower()} {waiver.id}  {waiver.record.rule}: {waiver.record.reason}"
        if waiver.old is not None and waiver.new is not None:
            yield from _fields(waiver.fields)
    if comparison.reference:
        yield ""
        shown = ", ".join(comparison.reference[:FEW]) + (" …" if len(comparison.reference) > FEW else "")
        yield f"{_SAY['reference'].to(lang)} ({len(comparison.reference)}): {shown}"


def _findings(comparison: Comparison, lang: str, most: int | None) -> Iterator[str]:
    found = comparison.findings
    if found is None:
        if comparison.old.is_target or comparison.new.is_target:
            yield ""
            yield f"{_SAY['findings'].to(lang)}: {_SAY['unjudged'].to(lang)}"
        return
    gained, lost = (_SAY[name].to(lang) for name in ("gained", "lost"))
    day = f"{_SAY['as_of'].to(lang)} {' → '.join(dict.fromkeys((found.old_day, found.new_day)))}"
    yield ""
    yield f"{_SAY['findings'].to(lang)} ({day}): {gained} {len(found.gained)}, {lost} {len(found.lost)}"
    for code, (more, less) in found.by_rule.items():
        yield f"  {code:<10} +{more} −{less}"
    for sign, these in (("+", found.gained), ("−", found.lost)):
        for finding in these[:most]:
            yield f"  {sign} {finding.code} {finding.outcome.words.to(lang).lower()}: {finding.message.to(lang)}"
        yield from _rest(len(these), most, lang)


def as_json(comparison: Comparison, lang: str = "vi") -> str:
    """The comparison as JSON, version 1: every change with both records' values, in the order of the text."""
    value = {
        "schema": SCHEMA,
        "old": _side(comparison.old, lang),
        "new": _side(comparison.new, lang),
        "counts": comparison.counts,
        "elements": [_element(comparison, change) for change in comparison.elements],
        "relations": [_relation(change) for change in comparison.relations],
        "suggested": [
            {"old": old.id, "new": new.id, "score": round(score, 4)} for old, new, score in comparison.suggested
        ],
        "waivers": [{"how": item.how, "id": item.id, "fields": _changed(item.fields)} for item in comparison.waivers],
        "settings": _changed(comparison.settings),
        "misfits": _changed(comparison.misfits),
        "reference": list(comparison.reference),
        "undecided": list(comparison.undecided),
        "findings": _finding_changes(comparison.findings, lang),
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _side(side: Side, lang: str) -> dict[str, Any]:
    return {"name": side.name.to(lang), "day": side.day, "plateau": side.shows.name if side.shows else None}


def _element(comparison: Comparison, change: Change[Element]) -> dict[str, Any]:
    return {
        "how": change.how,
        "id": change.id,
        "kind": change.kind,
        "name": change.name,
        "on": change.on,
        "old_id": change.old.id if change.old and change.how == "renamed" else None,
        "why": change.why,
        "heirs": [heir.id for heir in comparison.heirs.get(change.id, ())],
        "origins": [old.id for old in comparison.origins.get(change.id, ())],
        "fields": _changed(change.fields),
        "old": _record(change.old),
        "new": _record(change.new),
    }


def _relation(change: Change[Relation]) -> dict[str, Any]:
    return {
        "how": change.how,
        "type": change.kind,
        "source": change.record.source,
        "target": change.record.target,
        "id": getattr(change.record, "id", None),
        "on": change.on,
        "fields": _changed(change.fields),
        "old": _record(change.old),
        "new": _record(change.new),
    }


def _record(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def _changed(changes: Iterable[FieldChange]) -> list[dict[str, Any]]:
    return [{"field": name, "old": _plain(old), "new": _plain(new)} for name, old, new in changes]


def _plain(value: Any) -> Any:
    if isinstance(value, Frozen):
        return value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _finding_changes(found: FindingChanges | None, lang: str) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "old_day": found.old_day,
        "new_day": found.new_day,
        "gained": [_finding(finding, lang) for finding in found.gained],
        "lost": [_finding(finding, lang) for finding in found.lost],
    }


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "outcome": finding.outcome.value,
        "element": finding.subject,
        "kind": finding.kind,
        "message": finding.message.to(lang),
        "fix": finding.fix.to(lang),
        "place": str(finding.place) if finding.place else None,
    }
