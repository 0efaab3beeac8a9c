"""What a record must state, and what an agency is asked to know of it: fields and relations, by kind and record type.

The one home of both lists: rule STRUCT-02 asks for the first, data quality for the second. Neither depends on any
other value of the record, so that stating one thing never brings up a new question about another.
"""

from __future__ import annotations

from typing import NamedTuple

from archmodel.model.record import Element, Managed
from archmodel.model.relations import RELATIONS

ALWAYS = ("code", "record", "model_state", "scope", "sharing", "owned_by", "aligned_to", "evidence", "contact")
OF_OWN = ("state", "disposition")
OF_REFERENCE = ("source_code", "usage")
UNDENIABLE = frozenset({"record", "evidence"})
"""What can never be not applicable: every record is of one type or the other, and every record has a source."""


def required(element: Managed) -> tuple[str, ...]:
    """The fields and relations an object record must state, by record type (draft guide of 13/9/2026, Mẫu 01, Bảng 1)."""
    return ALWAYS + (OF_REFERENCE if element.record == "reference" else OF_OWN)


class Expected(NamedTuple):
    """What is asked of a kind: ``always``, and besides of an ``own`` or of a ``reference`` record.

    ``own`` is never the shorter, so that a record of no stated type is asked as much as it may come to be.
    """

    always: tuple[str, ...]
    own: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()


EXPECTED: dict[str, Expected] = {
    "application": Expected((*ALWAYS, "category"), (*OF_OWN, "operated_by", "hosted_on", "realizes"), OF_REFERENCE),
    "dataset": Expected((*ALWAYS, "category", "personal_data"), OF_OWN, OF_REFERENCE),
    "node": Expected((*ALWAYS, "category"), (*OF_OWN, "operated_by"), OF_REFERENCE),
    "network": Expected((*ALWAYS, "category"), (*OF_OWN, "operated_by"), OF_REFERENCE),
    "facility": Expected(("record", "location", "owned_by", "evidence", "contact"), ("state",)),
    "interface": Expected(
        ("record", "category", "address", "scope", "owned_by", "evidence", "contact"), ("state",)
    ),
    "service": Expected(("category", "digital", "owned_by", "realizes", "evidence", "contact")),
    "channel": Expected(("category", "owned_by", "serves", "evidence", "contact")),
}  # fmt: skip
"""By kind: the mandatory list of the four object kinds, and what plan 130 cannot be judged without.

Left out: kinds nobody runs (functions, data entities, sectors, principles), kinds with a page of their own (tasks, goals,
documents), bodies, which answer for themselves in KH130-04 and -05, and safeguards and security levels, whose gaps
are not for publishing.
"""


def is_relation(name: str) -> bool:
    """Whether what is asked for is a relation, not a field."""
    return name in RELATIONS


def depends_on_type(element: Element) -> tuple[str, ...]:
    """What is asked besides because of the record type; where that is not stated, what an own record would be asked."""
    asked = EXPECTED[element.kind]
    return asked.reference if getattr(element, "record", None) == "reference" else asked.own


def names_of(kind: str) -> tuple[str, ...]:
    """Everything any record of the kind may be asked, in one order."""
    asked = EXPECTED[kind]
    return (*asked.always, *asked.own, *asked.reference)
