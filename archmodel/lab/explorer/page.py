"""One element as the explorer tells it: plain values, in the words and the order of its page on the site."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from archmodel.checks.report import Report
from archmodel.documents.site.fields import facts
from archmodel.documents.site.findings import finding_row
from archmodel.documents.site.publication import Publication, Ref
from archmodel.documents.site.ties import FlowRow, flows, places, ties
from archmodel.model.kinds import LAYERS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.views.box import layer_of

Page = dict[str, Any]


def page_of(model: Model, report: Report, element: Element, lang: str, day: str) -> Page:
    """What the model says of an element, with confidence throughout.

    Args:
        model: the model, narrowed to the day.
        report: whose findings are told, whatever its day.
        element: of the model.
        lang: of the words.
        day: the day to tell of, ISO; relations over by then are told as ended.
    """
    site = Publication(model, replace(report, day=day), lang)
    known = facts(site, element)
    return {
        "id": element.id,
        "name": element.name,
        "kind": site.named(element).kind,
        "layer": site.say(LAYERS[layer_of(element)]),
        "standing": site.standing(element),
        "confidence": site.label("confidence", element.confidence),
        "inferred": element.confidence == "inferred",
        "path": element.place.path if element.place else "",
        "line": element.place.line if element.place else 0,
        "facts": [
            {"label": fact.label, "values": [[value.text, value.href] for value in fact.values], "known": fact.known}
            for fact in known.rows
        ],
        "absent": list(known.absent),
        "ties": [
            {
                "words": group.words,
                "ties": [
                    {
                        **_ref(tie.other),
                        "more": _joined(tie.more, tie.validity, tie.standing),
                        "confidence": tie.confidence,
                        "inferred": tie.inferred,
                    }
                    for tie in group.ties
                ],
            }
            for group in ties(site, element)
        ],
        "flows": [_flow(site, way, row) for way, rows in flows(site, element).items() for row in rows],
        "places": [
            {
                "name": _joined(place.edition, place.code or place.key, place.name),
                "mapping": place.mapping,
                "confidence": place.confidence,
                "inferred": place.inferred,
            }
            for place in places(site, element)
        ],
        "judged": report.day,
        "findings": [
            {
                "outcome": row.outcome,
                "words": row.outcome_words,
                "code": row.code,
                "title": row.rule_title,
                "message": row.message,
                "fix": row.fix,
                "place": row.place or "",
                "cites": "; ".join(cite.text for cite in row.cites),
            }
            for row in (finding_row(site, finding) for finding in report.about(element.id))
        ],
        "evidence": [
            {
                "document": source.document,
                "text": source.address.text if source.address else "",
                "href": source.address.href if source.address else None,
                "day": source.day or "",
                "confidence": source.confidence,
                "inferred": source.inferred,
                "note": source.note or "",
            }
            for source in site.sources(element.evidence)
        ],
    }


def _ref(ref: Ref) -> dict[str, Any]:
    return {"id": ref.id, "name": ref.name, "kind": ref.kind, "here": ref.href is not None}


def _flow(site: Publication, way: str, row: FlowRow) -> dict[str, Any]:
    ends = {"out": (row.target,), "in": (row.source,)}.get(way, (row.source, row.target))
    over = ", ".join(ref.name for ref in row.via) or row.route
    carried = ", ".join(ref.name for ref in row.carries) or row.content or ""
    return {
        "way": way,
        "ends": [_ref(end) for end in ends],
        "more": _joined(row.id, carried, over, row.state, row.validity, row.standing),
        "inferred": row.inferred,
    }


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
