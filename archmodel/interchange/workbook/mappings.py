"""Table 3: where each object stands in the source frameworks; one row a place, one row for an object without a place."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.interchange.workbook.cells import NOT_APPLICABLE, Row
from archmodel.interchange.workbook.desk import Desk, Draft
from archmodel.interchange.workbook.form import MAPPINGS
from archmodel.model.framework import Edition, Entry
from archmodel.model.record import Element
from archmodel.model.relations import Alignment
from archmodel.model.values import label

_FIGURES = {
    "general_model": ("Hình 3", "Hình 5", "Hình 7"),
    "own_model": ("Hình 4", "Hình 6", "Hình 8"),
    "commune_model": ("Hình 9",),
}


def mappings(desk: Desk) -> tuple[Row, ...]:
    """The rows of the mapping table, in the order of the objects."""
    return desk.finished(MAPPINGS, (draft for element in desk.objects for draft in _drafts(desk, element)))


def _drafts(desk: Desk, element: Element) -> Iterator[Draft]:
    shown = "; ".join(desk.codes.of(view) for view in desk.ends(element.id, "shown_in")) or None
    own = {"code": desk.codes.of(element.id), "position": shown}
    places = [r for r in desk.model.outgoing(element.id, "aligned_to") if isinstance(r, Alignment)]
    placed = False
    for place in places:
        edition = desk.model.reference.editions.get(place.target.partition("/")[0])
        entry = desk.model.reference.component(place.target)
        placed = placed or edition is desk.form.edition
        yield Draft(element.id, own | _source(desk, edition) | _place(desk, place, entry))
    if not placed:
        unmapped = desk.form.word(MAPPINGS, "mapping", "unmapped")[0]
        yield Draft(element.id, own | _source(desk, desk.form.edition) | {"mapping": unmapped})


def _source(desk: Desk, edition: Edition | None) -> dict[str, str | None]:
    if edition is None:
        return {}
    law = desk.model.reference.instruments.get(edition.instrument or "")
    number, since = (law.number if law else None), edition.since or (law.since if law else None)
    return {
        "framework": edition.name,
        "issuer": law.issuer if law else None,
        "edition": ", ".join(text for text in (number, f"hiệu lực {since}" if since else None) if text) or None,
    }


def _place(desk: Desk, place: Alignment, entry: Entry | None) -> dict[str, str | None]:
    name = (entry.name or entry.name_en or entry.key) if entry else None
    known: dict[str, str | None] = {
        "entry": _told(desk, place.target, entry, name) if entry and name else None,
        "mapping": desk.form.word(MAPPINGS, "mapping", place.mapping)[0] if place.mapping else None,
        "result": f"Mức chắc chắn: {label('confidence', place.confidence_of_mapping)}"
        if place.confidence_of_mapping
        else None,
    }
    ours = place.target.partition("/")[0] == desk.form.edition.id
    if not ours or (entry and entry.figure):
        figure = entry.figure or "" if entry and ours else ""
        for field, figures in _FIGURES.items():
            known[field] = name if any(one in figure for one in figures) else NOT_APPLICABLE
    return known


def _told(desk: Desk, target: str, entry: Entry, name: str) -> str:
    """An entry by its official code and name, and by its list where another list has an entry of that name."""
    homes = desk.homes(target.partition("/")[0])
    listing, namesakes = homes.get(entry.key, (None, 0))
    told = f"{entry.code} - {name}" if entry.code else name
    return f"{told} (trong '{listing}')" if listing and namesakes > 1 else told
