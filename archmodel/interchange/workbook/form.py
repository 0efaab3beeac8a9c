"""The ministry's form as data: its tables, columns and lists, and our values in its words.

The form is read with the framework edition that prescribes it; replacing it by the issued version is a change of data.
What a cell says is left to the modules of each table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from archmodel.analysis.editions import edition_on
from archmodel.errors import ArchmodelError
from archmodel.model.framework import Column, DataTable, Edition, Entry
from archmodel.model.model import Model
from archmodel.model.values import LABELS
from archmodel.text.words import Words

OBJECTS, LINKS, MAPPINGS, WORK, VERSIONS = "DM_DOITUONG", "QH_KETNOI", "ANHXA", "HOANTHIEN_NV", "LS_PHIENBAN"
TABLES = (OBJECTS, LINKS, MAPPINGS, WORK, VERSIONS)
TYPE = "tinh"
"""The type of framework a city or province has, by its key in the list of types."""
ELSEWHERE = "Khác"


@dataclass(frozen=True)
class Form:
    """The form an edition prescribes, with the lists of that edition it draws on."""

    edition: Edition

    def table(self, id: str) -> DataTable:
        """The table with ``id``."""
        return self._tables[id]

    def column(self, table: str, field: str) -> Column | None:
        """The column of a table that takes ``field``, or None where the form has none."""
        return self._columns[table].get(field)

    def word(self, table: str, field: str, value: str, listing: str | None = None) -> tuple[str | None, str | None]:
        """Our value in the words of the form, and what is lost: the value where its list has no word for it.

        A list with an "other" takes that; without one nothing is said, and the value is left to the notes.
        """
        column = self.column(table, field)
        known = LABELS.get(listing or field, {}).get(value)
        word = (column.labels.get(value) if column else None) or (known.vi if known else value)
        if column is None or not column.values or word in column.values:
            return word, None
        return (ELSEWHERE if ELSEWHERE in column.values else None), word

    def choices(self, table: str, field: str) -> tuple[str, ...]:
        """The values a column may hold besides the two words for an empty cell; none where it is free."""
        column = self.column(table, field)
        if table == OBJECTS and field == "layer":
            return tuple(entry.name for entry in self.roots if entry.name)
        if table == VERSIONS and field == "framework_type":
            return tuple(entry.name for entry in self.types if entry.name)
        return column.values if column else ()

    @cached_property
    def roots(self) -> tuple[Entry, ...]:
        """The layers and the cross-cutting components, without their parts."""
        return tuple(e for listing in self.edition.of_sort("layer") for e in listing.entries if e.parent is None)

    @cached_property
    def layered(self) -> frozenset[str]:
        """The names of the layers that have parts; a cross-cutting component has none."""
        above = {e.parent for listing in self.edition.of_sort("layer") for e in listing.entries}
        return frozenset(entry.name for entry in self.roots if entry.key in above and entry.name)

    @cached_property
    def types(self) -> tuple[Entry, ...]:
        """The types of framework a body may have."""
        return tuple(e for listing in self.edition.listings if listing.id == "framework-types" for e in listing.entries)

    @cached_property
    def diagrams(self) -> tuple[str, ...]:
        """The codes of the diagrams the type of framework must have."""
        return tuple(
            entry.code or entry.key
            for listing in self.edition.of_sort("diagram")
            for entry in listing.entries
            if entry.group == TYPE and entry.strength == "shall"
        )

    @cached_property
    def _tables(self) -> Mapping[str, DataTable]:
        return {table.id: table for table in self.edition.tables}

    @cached_property
    def _columns(self) -> Mapping[str, Mapping[str, Column]]:
        return {table.id: {c.field: c for c in table.columns if c.field} for table in self.edition.tables}


def form_of(model: Model, day: str) -> Form:
    """The form of the edition the day is judged by, or of the newest edition that prescribes one.

    Raises:
        ArchmodelError: no edition prescribes all the tables.
    """
    judged = edition_on(model, day)
    newest = sorted(model.reference.editions.values(), key=lambda edition: edition.since or "", reverse=True)
    for edition in (*([judged] if judged else []), *newest):
        if {table.id for table in edition.tables} >= set(TABLES):
            return Form(edition)
    names = ", ".join(TABLES)
    raise ArchmodelError(
        Words(f"không có khung nào quy định các bảng {names}", f"no framework prescribes the tables {names}"),
        Words("thêm tables.yaml vào thư mục của khung trong framework_v4", "add tables.yaml to an edition's folder"),
    )
