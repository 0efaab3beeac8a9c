"""What the modules of each table share: the model on a day, the form, the codes, and how a row is finished.

A row starts as what is known, by field. Finishing it fills every other column of the form: *not applicable* where the
record says so or the column's condition rules it out, otherwise *unknown*. No cell stays blank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archmodel.interchange.workbook.cells import HEADER_ROWS, NONE, OPEN, Cell, Row, stated
from archmodel.interchange.workbook.codes import Codes
from archmodel.interchange.workbook.conditions import due
from archmodel.interchange.workbook.form import OBJECTS, Form
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence, Record
from archmodel.model.relations import Flow, Relation
from archmodel.model.values import label
from archmodel.text.days import holds
from archmodel.text.vietnamese import sort_key


@dataclass(frozen=True)
class Draft:
    """A row in the making: what is known by field, what the record says does not apply, and remarks for the notes."""

    about: str
    known: Mapping[str, str | None]
    ruled_out: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """The model, the form and the day a workbook is made of and on."""

    model: Model
    form: Form
    day: str

    @cached_property
    def codes(self) -> Codes:
        """The local codes."""
        return Codes(self.model)

    @cached_property
    def objects(self) -> tuple[Element, ...]:
        """What the object table lists: the kinds the form names, and every other end of a flow, by name.

        What ended by the day is left out; what is still to come is not.
        """
        kinds = set(self.form.table(OBJECTS).kinds)
        flowing = {end for flow in self.relations if isinstance(flow, Flow) for end in (flow.source, flow.target)}
        found = [e for e in self.model if (e.kind in kinds or e.id in flowing) and self._stands(e)]
        return tuple(sorted(found, key=lambda e: (sort_key(e.name), e.id)))

    @cached_property
    def listed(self) -> frozenset[str]:
        """The ids of what the object table lists."""
        return frozenset(element.id for element in self.objects)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations that have not ended by the day."""
        return tuple(r for r in self.model.relations if self._stands(r))

    def _stands(self, record: Record) -> bool:
        return holds(None, record.until, self.day)

    def names(self, ids: Iterable[str]) -> str | None:
        """The names of elements, joined; an id nobody has stands for itself."""
        known = self.model.elements
        return "; ".join(known[id].name if id in known else id for id in dict.fromkeys(ids)) or None

    def ends(self, id: str, type: str) -> list[str]:
        """The ids an element's standing relations of a type lead to."""
        return [r.target for r in self.model.outgoing(id, type) if self._stands(r)]

    def starts(self, id: str, type: str) -> list[str]:
        """The ids that standing relations of a type come to an element from."""
        return [r.source for r in self.model.incoming(id, type) if self._stands(r)]

    def homes(self, edition: str) -> Mapping[str, tuple[str, int]]:
        """The name of the list each entry of an edition is in, by key, and how many entries have its name."""
        return self._homes.get(edition, {})

    @cached_property
    def _homes(self) -> Mapping[str, Mapping[str, tuple[str, int]]]:
        found = {}
        for id, edition in self.model.reference.editions.items():
            names = Counter(entry.name for listing in edition.listings for entry in listing.entries)
            found[id] = {e.key: (listing.name, names[e.name]) for listing in edition.listings for e in listing.entries}
        return found

    def finished(self, table: str, drafts: Iterable[Draft]) -> tuple[Row, ...]:
        """The rows, on the lines they will stand on, every column of the form filled."""
        return tuple(self._row(table, HEADER_ROWS + n, draft) for n, draft in enumerate(drafts, 1))

    def _row(self, table: str, line: int, draft: Draft) -> Row:
        columns = self.form.table(table).columns
        notes = [note for note in draft.notes if note]
        cells: dict[str, Cell] = {}
        for column in columns:
            field = column.field or column.name
            text = draft.known.get(field)
            lost = None
            if text and column.values and not column.several and text not in column.values:
                text, lost = self.form.word(table, field, text)
            if lost:
                notes.append(f"{column.name}: {lost}")
            cells[field] = _stated_or_out(text, field in draft.ruled_out)
        for column in columns:
            field = column.field or column.name
            if cells[field] is OPEN and due(self.form, column, cells) is False:
                cells[field] = NONE
        if "note" in cells:
            cells["note"] = stated("\n".join(notes)) if notes else NONE
        return Row(line, cells, draft.about)


def _stated_or_out(text: str | None, ruled_out: bool) -> Cell:
    if text == NONE.text:
        return NONE
    return stated(text) if text or not ruled_out else NONE


def told(evidence: Iterable[Evidence]) -> str | None:
    """The evidence as one text: each document with its day and confidence."""
    return "; ".join(dict.fromkeys(_told(item) for item in evidence)) or None


def _told(item: Evidence) -> str:
    marks = [mark for mark in (item.date, label("confidence", item.confidence)) if mark]
    return f"{item.document} ({', '.join(marks)})"


def open_questions(element: Element) -> tuple[str, ...]:
    """What the record says is unknown, with who will settle it and by when."""
    return tuple(
        f"Chưa xác định '{one.field}': {one.contact or 'chưa rõ ai'} làm rõ, hạn {one.due or 'chưa rõ'}"
        for one in element.unknown
    )
