"""Table 1: the objects, one row each - what is built, run and offered, and who exchanges data with it."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.editions import entries, lineage
from archmodel.interchange.workbook.cells import Row
from archmodel.interchange.workbook.desk import Desk, Draft, open_questions, told
from archmodel.interchange.workbook.form import OBJECTS
from archmodel.model.elements import Application, Dataset
from archmodel.model.record import Element
from archmodel.model.values import LABELS

_TYPE = {
    "node": "infrastructure", "network": "infrastructure", "facility": "infrastructure", "application": "system",
    "dataset": "data", "service": "service",
}  # fmt: skip
_PLATFORMS = frozenset({"integration_platform", "shared_platform", "data_platform", "iam"})
_LISTED = ("record", "model_state", "scope", "sharing", "state", "usage", "disposition")
_OUT = {"owner": "owned_by", "operator": "operated_by", "technical_contact": "contact", "confirmer": "contact"}


def objects(desk: Desk) -> tuple[Row, ...]:
    """The rows of the object table, by name."""
    return desk.finished(OBJECTS, (_draft(desk, element) for element in desk.objects))


def _draft(desk: Desk, element: Element) -> Draft:
    places = list(_places(desk, element))
    layer, component = places[0] if places else (None, None)
    known: dict[str, str | None] = {
        "code": desk.codes.of(element.id),
        "source_code": element.source_code,
        "name": element.name,
        "type": desk.form.word(OBJECTS, "type", _type(element))[0],
        "layer": layer,
        "component": component,
        "owner": desk.names(desk.ends(element.id, "owned_by")),
        "operator": desk.names(desk.ends(element.id, "operated_by")),
        "technical_contact": element.contact,
        "data_owner": _data_owner(desk, element),
        "source": told(element.evidence),
        "confirmer": f"{element.contact} ({element.confirmed_on})"
        if element.contact and element.confirmed_on
        else element.contact,
    }
    notes = []
    for field in _LISTED:
        value = getattr(element, field, None)
        if value is None:
            continue
        word, lost = desk.form.word(OBJECTS, field, value)
        known[field] = word
        if lost:
            notes.append(f"{(desk.form.column(OBJECTS, field) or element).name}: {lost}")
    others = [f"{one}{f' / {part}' if part else ''}" for one, part in places[1:] if (one, part) != places[0]]
    notes += [f"Cũng thuộc: {'; '.join(dict.fromkeys(others))}"] if others else []
    notes += [getattr(element, "state_note", None) or "", element.note or "", *open_questions(element)]
    ruled_out = {ours for ours, theirs in _OUT.items() if theirs in element.not_applicable}
    return Draft(element.id, known, frozenset({*element.not_applicable, *ruled_out}), tuple(notes))


def _type(element: Element) -> str:
    if isinstance(element, Application) and element.category in _PLATFORMS:
        return "platform"
    return _TYPE.get(element.kind, "other")


def _places(desk: Desk, element: Element) -> Iterator[tuple[str | None, str | None]]:
    """Layer and component of each place the element takes in the edition of the form, in catalogue order."""
    known = entries(desk.form.edition)
    layers = {entry.name for entry in desk.form.roots}
    parts = set(desk.form.choices(OBJECTS, "component"))
    for target in desk.ends(element.id, "aligned_to"):
        edition, _, key = target.partition("/")
        if edition != desk.form.edition.id:
            continue
        names = [entry.name for entry in lineage(known, key)]
        layer = next((name for name in reversed(names) if name in layers), None)
        if layer:
            yield layer, next((name for name in names if name in parts), None)


def _data_owner(desk: Desk, element: Element) -> str | None:
    if isinstance(element, Dataset):
        return desk.names(desk.ends(element.id, "owned_by"))
    if isinstance(element, Application) and element.holds_no_data:
        return LABELS["sharing"]["not_applicable"].vi
    used = [id for id in desk.ends(element.id, "accesses") if isinstance(desk.model.elements.get(id), Dataset)]
    return desk.names(owner for id in used for owner in desk.ends(id, "owned_by"))
