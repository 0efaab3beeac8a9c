"""The workbook of a model on a day, as plain rows."""

from __future__ import annotations

from archmodel.interchange.workbook.cells import Book
from archmodel.interchange.workbook.desk import Desk
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, VERSIONS, WORK, form_of
from archmodel.interchange.workbook.links import links
from archmodel.interchange.workbook.mappings import mappings
from archmodel.interchange.workbook.objects import objects
from archmodel.interchange.workbook.versions import versions
from archmodel.interchange.workbook.work import work
from archmodel.model.model import Model


def made(model: Model, day: str) -> Book:
    """The five tables of the form, filled from a whole or a part.

    Raises:
        ArchmodelError: no framework prescribes the form.
    """
    desk = Desk(model, form_of(model, day), day)
    makers = {OBJECTS: objects, LINKS: links, MAPPINGS: mappings, WORK: work, VERSIONS: versions}
    return Book(desk.form, {table: make(desk) for table, make in makers.items()})
