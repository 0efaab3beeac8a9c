"""Elements kept under an older framework, and the rows of the crosswalk that lead into the one in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.editions import edition_on
from archmodel.model.elements import Application, Dataset, Node, Service
from archmodel.model.framework import CrossEntry, Edition
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Alignment

MAPPED = (Application, Dataset, Node, Service)


def kept(model: Model, day: str) -> Iterator[tuple[Element, list[Alignment], list[Alignment]]]:
    """Each element aligned to an edition older than the one of the day, with its old and its new alignments."""
    edition = edition_on(model, day)
    editions = model.reference.editions
    older = {id for id, other in editions.items() if edition and (other.since or "") < (edition.since or "")}
    for element in model if edition else ():
        if isinstance(element, MAPPED) and element.holds_on(day):
            alignments = [r for r in model.outgoing(element.id, "aligned_to") if isinstance(r, Alignment)]
            held = [(r.target.partition("/")[0], r) for r in alignments if r.holds_on(day)]
            old = [r for id, r in held if id in older]
            if old and edition:
                yield element, old, [r for id, r in held if id == edition.id]


def rows_into(model: Model, edition: Edition) -> tuple[defaultdict[str, list[CrossEntry]], set[str]]:
    """The rows of the crosswalk that lead into an edition by the entry they start from, and the editions they leave."""
    rows: defaultdict[str, list[CrossEntry]] = defaultdict(list)
    for row in model.reference.crosswalk:
        if any(target.startswith(f"{edition.id}/") for target in row.targets):
            rows[row.source].append(row)
    return rows, {source.partition("/")[0] for source in rows}
