"""The page of sources: every document cited, and how much rests on each."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from archmodel.documents.site.address import Outside, outside
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.record import Element
from archmodel.text.vietnamese import sort_key

Cited = tuple[str, str | None]
"""A document and its address: what makes two citations one source."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document, how much rests on it, and how sure what rests on it is."""

    document: str
    address: Outside | None
    days: tuple[str, ...]
    elements: tuple[Ref, ...]
    relations: int
    confidence: tuple[tuple[str, int], ...]


def source_rows(site: Publication) -> tuple[SourceRow, ...]:
    """Every document cited by an element or relation, those with most resting on them first."""
    elements: dict[Cited, dict[str, None]] = defaultdict(dict)
    relations: Counter[Cited] = Counter()
    sure: dict[Cited, Counter[str]] = defaultdict(Counter)
    days: dict[Cited, set[str]] = defaultdict(set)
    for record in (*site.model, *site.model.relations):
        for item in record.evidence:
            key = (item.document, item.url)
            if isinstance(record, Element):
                elements[key][record.id] = None
            else:
                relations[key] += 1
            sure[key][site.label("confidence", item.confidence)] += 1
            days[key] |= {item.date} if item.date else set()
    keys = sorted(sure, key=lambda key: (-len(elements[key]) - relations[key], sort_key(key[0]), key[1] or ""))
    return tuple(
        SourceRow(
            key[0],
            outside(key[1]),
            tuple(site.date(day) or day for day in sorted(days[key])),
            tuple(site.named(element) for element in site.sorted(site.model[id] for id in elements[key])),
            relations[key],
            tuple(sorted(sure[key].items())),
        )
        for key in keys
    )
