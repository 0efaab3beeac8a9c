"""The appraisal sheet as lines of text for a terminal and as JSON for programs; the shape of the JSON is a contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from archmodel.checks.report import Report
from archmodel.documents.appraisal.sheet import Part, RuleLine, Sheet, sheet
from archmodel.documents.appraisal.words import WORDS
from archmodel.documents.site.publication import Publication
from archmodel.model.model import Model

SCHEMA = 1
_PARTS = ("conformity", "plan", "law", "record")


def as_json(model: Model, report: Report, id: str, lang: str = "vi") -> str:
    """The sheet as JSON, version 1: every key always there; ``conclusion`` is null and stays so."""
    made = sheet(Publication(model, report, lang), id)
    value = {
        "schema": SCHEMA,
        "as_of": report.day,
        "framework": report.framework,
        "profile": report.profile,
        "element": {"id": id, "kind": made.kind, "name": made.page.ref.name, "place": made.place or None},
        "facts": {fact.field: [item.text for item in fact.values] for fact in made.page.facts.rows if fact.known},
        "components": [
            {"edition": p.edition, "key": p.key, "code": p.code, "name": p.name, "mapping": p.mapping, "confidence": p.confidence}
            for p in made.page.places
        ],
        "rules": [_rule(line, name) for name in _PARTS for line in made.parts[name].lines],
        "not_applicable": [code for name in _PARTS for code in made.parts[name].not_applicable],
        "not_run": [code for name in _PARTS for code in made.parts[name].not_run],
        "questions": [
            {"question": a.key, "verdict": a.verdict, "sentence": a.sentence, "facts": list(a.facts),
             "rules": [code for code, _ in a.rules], "missing": list(a.missing)}
            for a in made.asked
        ],
        "missing": [
            {"record": m.record, "field": m.field, "places": list(m.places), "waiting": list(m.waiting)} for m in made.missing
        ],
        "conclusion": None,
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, indent=2)


def _rule(line: RuleLine, part: str) -> dict[str, Any]:
    return {
        "code": line.code,
        "part": part,
        "standing": line.standing,
        "findings": [
            {"message": s.message, "fix": s.fix, "place": s.place or None, "waived": s.waived or None}
            for s in line.said
        ],
        "cites": [{"clause": c.text, "validity": c.validity or None} for c in line.cites],
    }


def as_text(model: Model, report: Report, id: str, lang: str = "vi") -> str:
    """The sheet as lines of text."""
    site = Publication(model, report, lang)
    made = sheet(site, id)
    w = {name: site.say(words) for name, words in WORDS.items()}
    return "\n".join([*_head(site, made, w), *_body(made, w), *_tail(made, w)])


def _head(site: Publication, made: Sheet, w: dict[str, str]) -> Iterator[str]:
    ref = made.page.ref
    yield f"{w['title']}: {ref.name} [{ref.id}]"
    yield f"{w['as_of']} {site.date(site.day)} · {w['framework']}: {made.framework} · {w['profile']}: {made.profile}"
    yield w["made"]
    yield f"\n{w['subject']}"
    yield f"  {w['kind']}: {ref.kind}; {w['confidence']}: {made.page.confidence}; {w['place']}: {made.place}"
    for fact in made.page.facts.rows:
        yield f"  {fact.label}: {'; '.join(item.text for item in fact.values)}"
    for group in made.page.ties:
        yield f"  {group.words}: {'; '.join(tie.other.name for tie in group.ties)}"
    for source in made.page.sources:
        yield f"  {w['sources']}: {source.document} ({source.day or w['unknown']}; {source.confidence})"


def _body(made: Sheet, w: dict[str, str]) -> Iterator[str]:
    for name in _PARTS:
        yield f"\n{w[name]}"
        if name == "conformity":
            for place in made.page.places:
                yield f"  {place.edition}: {place.name} [{place.key}] ({place.mapping}; {place.confidence})"
            if not made.page.places:
                yield f"  {w['unplaced']}"
        yield from _part(made.parts[name], w)


def _part(part: Part, w: dict[str, str]) -> Iterator[str]:
    for line in part.lines:
        yield f"  {line.code:<9} {line.standing_words}: {line.title}"
        for said in line.said:
            yield f"            {said.message} ({said.place})"
            yield f"            → {said.fix}"
            if said.waived:
                yield f"            {w['waived']}: {said.waived}"
        for cite in line.cites:
            yield f"            {cite.text}{f' ({cite.validity})' if cite.validity else ''}"
    if part.not_applicable:
        yield f"  {w['not_applicable']}: {', '.join(part.not_applicable)}"
    if part.not_run:
        yield f"  {w['not_run']}: {', '.join(part.not_run)}"


def _tail(made: Sheet, w: dict[str, str]) -> Iterator[str]:
    yield f"\n{w['questions']}"
    for asked in made.asked:
        yield f"  {asked.question} {asked.verdict_words.upper()}"
        yield f"    {asked.sentence}"
        for fact in asked.facts:
            yield f"    · {fact}"
    yield f"\n{w['missing']}"
    for lack in made.missing:
        yield f"  {lack.words} {w['of']} {lack.record}; {w['for']}: {', '.join(lack.waiting)}"
    if not made.missing:
        yield f"  {w['missing_none']}"
    yield f"\n{w['conclude']} ………………………………………………………………………………"
    yield f"{w['decide']} ………………………………………………………………………………"
