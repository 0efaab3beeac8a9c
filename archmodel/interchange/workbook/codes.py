"""Local reference codes: which prefix a record takes, and a code that no other record ever has.

A `code` on the record is kept as it is. Any other code is made of the prefix and the record's id. Ids are never given to
another record, so neither are codes, and a record added or removed changes no other's code: only one that does not say
whose it is, or for whom, takes its prefix from its owner. They are not identifiers of NAS. A record that changes prefix (an own system
handed to a ministry) changes its code, unless its `code` is written down.
"""

from __future__ import annotations

import hashlib

from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation

_OF_KIND = {"task": "NV-", "gap": "ND-", "indicator": "KPI-", "goal": "MT-"}


def prefix(model: Model, element: Element) -> str:
    """KT- for what the body manages, QG- what the nation shares, LQ- another body's, CX- a commune's; by kind else.

    Where the record does not say whose it is, its owner's tier does; without an owner it is taken for the body's own.
    """
    if element.kind in _OF_KIND:
        return _OF_KIND[element.kind]
    scope, record = getattr(element, "scope", None), getattr(element, "record", None)
    owners = [o for o in model.targets(element.id, "owned_by") if isinstance(o, Organisation)]
    tiers = {o.tier for o in owners} or ({element.tier} if isinstance(element, Organisation) else set())
    foreign = record == "reference" if record else bool(tiers) and tiers <= {"central", "outside"}
    if foreign:
        return "QG-" if scope == "national" else "LQ-"
    return "CX-" if scope == "commune" or tiers == {"commune"} else "KT-"


class Codes:
    """The codes of a model's elements; two never meet, whatever the letters' case."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._codes: dict[str, str] = {}
        taken = {element.code.casefold() for element in model.origin if element.code}
        for element in sorted(model.origin, key=lambda element: element.id):
            code = element.code
            if code is None:
                code = prefix(model.origin, element) + element.id
                while code.casefold() in taken:
                    code += "."
                taken.add(code.casefold())
            self._codes[element.id] = code

    def of(self, id: str) -> str:
        """The code of an element; the id itself where no element has it, so that the hole shows."""
        return self._codes.get(id, id)

    def of_task(self, id: str) -> str:
        """The code of a task; one that another body manages keeps the code of its source."""
        element = self._model.elements.get(id)
        source = element.source_code if element is not None and element.code is None else None
        return source or self.of(id)


def relation_code(relation: Relation) -> str:
    """The code of a relation: of its id where it has one, else a fingerprint of what it joins, and since when."""
    if isinstance(relation, Flow):
        return f"QH-{relation.id}"
    told = "\n".join((relation.type, relation.source, relation.target, relation.since or ""))
    return f"QH-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
