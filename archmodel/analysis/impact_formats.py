"""An impact as a tree for people, as CSV for spreadsheets and as JSON for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from typing import Any, Literal

from archmodel.analysis.impact import Impact, Row
from archmodel.analysis.needs import Step
from archmodel.model.kinds import KINDS
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, Flow
from archmodel.model.values import label
from archmodel.text.cells import safe_cell
from archmodel.text.words import Words

SCHEMA = 1
FEW, FOLDED = 4, 8
COLUMNS = ("way", "runs", "distance", "kind", "id", "name", "instances", "confidence", "inferred", "stated", "path")


def shown(impact: Impact, form: str, lang: str = "vi") -> str:
    """The impact as ``"text"``, ``"json"`` or ``"csv"``."""
    if form == "json":
        return json.dumps(as_dict(impact), ensure_ascii=False, indent=2)
    if form == "csv":
        text = StringIO()
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(COLUMNS)
        for row in (*impact.rows, *impact.idle):
            lines.writerow([safe_cell(cell) for cell in _cells(row, runs=row in impact.rows)])
        return text.getvalue().removesuffix("\n")
    return "\n".join(_text(impact, lang))


def as_dict(impact: Impact) -> dict[str, Any]:
    """The impact as plain values, version 1: every key always there, ids for elements."""
    return {
        "schema": SCHEMA,
        "element": impact.element.id,
        "as_of": impact.day,
        "direction": impact.direction,
        "depth": impact.depth,
        "counts": impact.counts,
        "things": impact.things,
        "services": [row.element.id for row in impact.services],
        "units": [row.element.id for row in impact.units],
        "asked": impact.asked(),
        "duties": [{"body": duty.body, "type": duty.type, "element": duty.element} for duty in impact.duties],
        "rows": [_as_dict(row) for row in impact.rows],
        "idle": [_as_dict(row) for row in impact.idle],
    }


def _as_dict(row: Row) -> dict[str, Any]:
    return {
        "element": row.element.id,
        "kind": row.element.kind,
        "name": row.element.name,
        "way": row.way,
        "distance": row.distance,
        "instances": getattr(row.element, "instances", None),
        "confidence": row.confidence,
        "inferred": row.inferred,
        "stated": row.stated,
        "path": [
            {
                "from": step.start,
                "to": step.end,
                "type": step.relation.type,
                "relation": getattr(step.relation, "id", None),
                "confidence": step.relation.confidence,
            }
            for step in row.path
        ],
    }


def _cells(row: Row, *, runs: bool) -> list[str]:
    many = getattr(row.element, "instances", None)
    path = " > ".join(f"{_relation(step)} > {step.end}" for step in row.path)
    return [
        row.way, "yes" if runs else "no", str(row.distance), row.element.kind, row.element.id, row.element.name,
        str(many) if many else "", row.confidence or "", "yes" if row.inferred else "no",
        "yes" if row.stated else "no", path,
    ]  # fmt: skip


def _relation(step: Step) -> str:
    return f"{step.relation.type} {step.relation.id}" if isinstance(step.relation, Flow) else step.relation.type


def _text(impact: Impact, lang: str) -> Iterator[str]:
    element = impact.element
    ways: dict[Literal["down", "up"], Words] = {
        "down": Words("Nếu dừng, chịu ảnh hưởng", "Feels it if it stops"),
        "up": Words("Cần có để chạy", "Needs, to run"),
    }
    yield _head(element, lang)
    asked = Words("Ngày xét", "As of").to(lang)
    limit = Words(f", theo {impact.depth} bước", f", {impact.depth} steps").to(lang) if impact.depth else ""
    yield f"{asked} {impact.day}{limit}"
    for way, words in ways.items():
        if impact.direction in {way, "both"}:
            rows = impact.down if way == "down" else impact.up
            yield ""
            yield f"{words.to(lang)}: {_counted(rows, lang)}"
            yield from _tree(rows, lang)
            yield from _idle([row for row in impact.idle if row.way == way], lang)
    if impact.direction != "up":
        yield from _summary(impact, lang)


def _head(element: Element, lang: str) -> str:
    return f"{element.name} [{element.id}] – {_low(KINDS[element.kind].words.to(lang))}"


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _counted(rows: Iterable[Row], lang: str) -> str:
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        by_kind.setdefault(row.element.kind, []).append(row)
    told = []
    for kind in (kind for kind in KINDS if kind in by_kind):
        found = by_kind[kind]
        many = sum(row.many for row in found)
        standing = Words(f" (đại diện {many})", f" (standing for {many})").to(lang) if many > len(found) else ""
        told.append(f"{_low(KINDS[kind].plural.to(lang))} {len(found)}{standing}")
    return ", ".join(told) or Words("không có gì được ghi", "nothing recorded").to(lang)


def _tree(rows: Iterable[Row], lang: str) -> Iterator[str]:
    """The rows under the row they were reached from; long runs of one sort are cut and counted."""
    children: dict[Row | None, list[Row]] = {}
    for row in rows:
        children.setdefault(row.before, []).append(row)

    stack = _branches(children.get(None, []), "", lang)
    while stack:
        line, reached, indent = stack.pop()
        yield line
        if reached is not None:
            stack += _branches(children.get(reached, []), indent, lang)


def _branches(rows: list[Row], indent: str, lang: str) -> list[tuple[str, Row | None, str]]:
    """The lines of one level, last first, each with the row to go on from."""
    lines: list[tuple[str, Row | None]] = []
    ordered = sorted(rows, key=_sort)
    for _, same in groupby(ordered, key=lambda row: _sort(row)[:2]):
        group = list(same)
        kept = group[:FEW] if len(group) > FOLDED else group
        lines += [(_line(row, lang), row) for row in kept]
        if len(group) > len(kept):
            kind = _low(KINDS[group[0].element.kind].plural.to(lang))
            rest = len(group) - len(kept)
            lines.append((Words(f"… và {rest} {kind} nữa", f"… and {rest} more {kind}").to(lang), None))
    found = []
    for number, (text, row) in enumerate(lines):
        last = number == len(lines) - 1
        found.append((f"{indent}{'└─' if last else '├─'} {text}", row, f"{indent}{'   ' if last else '│  '}"))
    return found[::-1]


def _sort(row: Row) -> tuple[int, int, str]:
    return list(RELATIONS).index(row.step.relation.type), list(KINDS).index(row.element.kind), row.element.id


def _line(row: Row, lang: str) -> str:
    marks = [_low(label("confidence", row.step.relation.confidence, lang))]
    if isinstance(row.step.relation, Flow) and row.step.relation.both_ways:
        marks.insert(0, Words("hai chiều", "both ways").to(lang))
    if row.step.runs is None:
        marks.append(Words("trạng thái chưa ghi", "state not stated").to(lang))
    if row.step.runs is False:
        marks.append(Words("chưa chạy", "not running").to(lang))
    id = f" {row.step.relation.id}" if isinstance(row.step.relation, Flow) else ""
    many = f" ×{row.many}" if row.many > 1 else ""
    return f"{row.step.words.to(lang)}{id}: {row.element.name} [{row.element.id}]{many} ({'; '.join(marks)})"


def _idle(rows: list[Row], lang: str) -> Iterator[str]:
    if rows:
        words = Words(
            "Chỉ nối qua liên kết hay hệ thống chưa chạy, hoặc đang tạm dừng",
            "Joined only over links or systems that are planned or suspended",
        )
        yield f"{words.to(lang)}: {_counted(rows, lang)}"
        for row in rows[:FOLDED]:
            yield f"   {' → '.join(step.end for step in row.path)}"
        if len(rows) > FOLDED:
            yield f"   … {len(rows) - FOLDED}"


def _summary(impact: Impact, lang: str) -> Iterator[str]:
    yield ""
    none = Words("chưa ghi", "none recorded").to(lang)
    for words, rows in (
        (Words("Dịch vụ, kênh, chức năng", "Services, channels, functions"), impact.services),
        (Words("Đơn vị", "Units"), impact.units),
    ):
        named = ", ".join(row.element.id for row in rows[:FOLDED])
        more = f", … ({len(rows)})" if len(rows) > FOLDED else ""
        yield f"{words.to(lang)}: {named or none}{more}"
    own = "; ".join(
        f"{RELATIONS[d.type].forward.to(lang)} {d.body}" for d in impact.duties if d.element == impact.element.id
    )
    yield f"{Words('Trách nhiệm', 'Answers for it').to(lang)}: {own or none}"
    held = list(dict.fromkeys(duty.element for duty in impact.duties if duty.body == impact.element.id))
    if held:
        more = f", … ({len(held)})" if len(held) > FOLDED else ""
        yield f"{Words('Đang chịu trách nhiệm về', 'Itself answers for').to(lang)}: {', '.join(held[:FOLDED])}{more}"
    asked = [f"{body} ({len(ids)})" for body, ids in impact.asked().items()]
    more = f", … ({len(asked)})" if len(asked) > FOLDED else ""
    words = Words("Cần báo trước (chủ quản, vận hành)", "To be told first (owners, operators)")
    yield f"{words.to(lang)}: {', '.join(asked[:FOLDED]) or none}{more}"
    doubtful = sum(not row.stated for row in impact.down)
    if doubtful:
        yield Words(
            f"{doubtful} trong {len(impact.down)} mục đi qua liên kết hoặc hệ thống chưa ghi trạng thái.",
            f"{doubtful} of {len(impact.down)} cross a link or system whose state is not recorded.",
        ).to(lang)
