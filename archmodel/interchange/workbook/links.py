"""Table 2: relations and connections between the objects, turned so that the sender, consumer or dependant comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archmodel.interchange.workbook.cells import Row
from archmodel.interchange.workbook.codes import relation_code
from archmodel.interchange.workbook.desk import Desk, Draft, told
from archmodel.interchange.workbook.form import LINKS
from archmodel.model.elements import Dataset
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.model.values import label

_TURNED = frozenset({"serves", "exposes"})
"""Relations whose target is the one that consumes or depends."""


def links(desk: Desk) -> tuple[Row, ...]:
    """The rows of the relation table: flows first, then the rest, each in order of its ends."""
    listed = desk.listed
    chosen = [r for r in desk.relations if isinstance(r, Flow) or (r.source in listed and r.target in listed)]
    chosen.sort(
        key=lambda r: (not isinstance(r, Flow), getattr(r, "id", ""), r.type, r.source, r.target, r.since or "")
    )
    return desk.finished(LINKS, (_draft(desk, relation) for relation in chosen))


def _draft(desk: Desk, relation: Relation) -> Draft:
    source, target = relation.source, relation.target
    if relation.type in _TURNED:
        source, target = target, source
    type, lost = desk.form.word(LINKS, "type", relation.type)
    column = desk.form.column(LINKS, "type")
    if column and relation.type not in column.labels:
        type = column.labels.get("other", type)
        lost = RELATIONS[relation.type].forward.vi
    known: dict[str, str | None] = {
        "code": relation_code(relation),
        "source": desk.codes.of(source),
        "type": type,
        "target": desk.codes.of(target),
        "basis": told(relation.evidence),
        "counterpart": desk.names(o for end in (source, target) for o in desk.ends(end, "owned_by")),
    }
    notes = [f"{lost}" if lost else "", relation.reason or "", relation.note or ""]
    if isinstance(relation, Flow):
        known |= _flow(desk, relation)
        notes += _flow_notes(desk, relation)
    elif relation.type == "accesses":
        known["content"] = desk.names([relation.target])
    return Draft(relation.source, known, notes=tuple(notes))


def _flow(desk: Desk, flow: Flow) -> dict[str, str | None]:
    carried = desk.names(flow.carries)
    known = {
        "content": "; ".join(text for text in (flow.content, carried) if text) or None,
        "channel": "; ".join(_channels(desk, flow)) or None,
        "state": desk.form.word(LINKS, "state", flow.state, "flow_state")[0] if flow.state else None,
        "service_level": flow.frequency,
        "protection": "; ".join(_protection(desk, flow)) or None,
        "basis": "; ".join(text for text in (*flow.basis, told(flow.evidence)) if text) or None,
    }
    return {**known, "counterpart": flow.contact} if flow.contact else known


def _flow_notes(desk: Desk, flow: Flow) -> Iterator[str]:
    if flow.both_ways:
        yield "Trao đổi hai chiều"
    if flow.mechanism:
        yield f"Cơ chế theo nguồn: {'; '.join(flow.mechanism)}"
    if flow.via:
        yield f"Qua: {desk.names(flow.via)}"
    yield flow.state_note or ""


def _channels(desk: Desk, flow: Flow) -> Iterator[str]:
    """The words of the form's list that the platforms crossed and the mechanism name, in the order of the list."""
    told_by = " \n ".join((*_named(desk, flow.via), *flow.mechanism))
    for choice in desk.form.choices(LINKS, "channel"):
        if re.search(rf"(?<!\w){re.escape(choice)}(?!\w)", told_by, re.IGNORECASE):
            yield choice


def _named(desk: Desk, ids: Iterable[str]) -> Iterator[str]:
    for id in ids:
        if platform := desk.model.elements.get(id):
            yield platform.name
            yield platform.abbreviation or ""


def _protection(desk: Desk, flow: Flow) -> Iterator[str]:
    if flow.protection:
        yield flow.protection
    for id in flow.carries:
        data = desk.model.elements.get(id)
        if isinstance(data, Dataset) and data.share_class:
            yield f"{data.name}: {data.share_class}"
        if isinstance(data, Dataset) and data.personal_data:
            yield f"{data.name}: dữ liệu cá nhân - {label('personal_data', data.personal_data)}"
