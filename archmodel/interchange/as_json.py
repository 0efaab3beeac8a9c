"""The model as one JSON document, for programs, and back: every record as the catalogue writes it, in a stable order.

``{"schema": 1, "name", "day", "elements": [...], "relations": [...], "waivers": [...]}``: a record has the keys of its
kind (``archmodel schema`` prints them), without those nobody filled in; elements say their ``kind``, relations their
``type``. ``day`` is the day the model was narrowed to, or null for every record of whatever day.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from archmodel.errors import ArchmodelError
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import RELATIONS, Relation
from archmodel.model.waiver import Waiver
from archmodel.text.words import Words

SCHEMA = 1


class Rows(NamedTuple):
    """The records of a document."""

    elements: list[Element]
    relations: list[Relation]
    waivers: list[Waiver]


def text(model: Model) -> str:
    """The document, the same for the same model."""
    kinds, types = ({name: place for place, name in enumerate(table)} for table in (KINDS, RELATIONS))
    elements = sorted(model, key=lambda element: (kinds[element.kind], element.id))
    relations = sorted(model.relations, key=lambda r: (types[r.type], getattr(r, "id", ""), r.source, r.target))
    value = {
        "schema": SCHEMA,
        "name": model.settings.name,
        "day": model.day,
        "elements": [{"kind": element.kind} | _told(element) for element in elements],
        "relations": [{"type": relation.type} | _told(relation) for relation in relations],
        "waivers": [_told(waiver) for waiver in sorted(model.waivers, key=lambda waiver: waiver.id)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read(document: str) -> Rows:
    """The records of a document.

    Raises:
        ArchmodelError: it is no such document, or of another schema.
        pydantic.ValidationError: a record does not have the keys of its kind.
    """
    from archmodel.catalog.records import element_rows, relation_rows, waiver_rows

    try:
        value = json.loads(document)
    except json.JSONDecodeError as error:
        raise _refused(str(error)) from None
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise _refused(f"schema ≠ {SCHEMA}")
    rows = (value.get(name, []) for name in ("elements", "relations", "waivers"))
    adapters = (element_rows(), relation_rows(), waiver_rows())
    return Rows(*(adapter.validate_python(held) for adapter, held in zip(adapters, rows, strict=True)))


def _told(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def _refused(why: str) -> ArchmodelError:
    return ArchmodelError(
        Words(f"không phải tệp JSON của archmodel: {why}", f"not a JSON document of archmodel: {why}"),
        Words("xuất lại bằng 'archmodel export TỆP.json'", "write it with 'archmodel export FILE.json'"),
    )
