"""Registers read on a day: who bears a code, what stands at an address, who owns and runs a thing.

``model.at`` keeps or drops records and leaves each whole, with every code it ever had; these ask for one day. What is
not recorded is an empty answer, never a guess; several answers are all given.
"""

from __future__ import annotations

from archmodel.model.elements import Interface, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Relation


def bearers(model: Model, code: str, day: str) -> tuple[Organisation, ...]:
    """The bodies that may go by a code on ``day``: as electronic identifier, or in any register."""
    return tuple(
        body
        for body in model.organisations
        if body.holds_on(day) and (body.electronic_id == code or any(c.value == code for c in body.codes_on(day)))
    )


def standing_at(model: Model, address: str, day: str) -> tuple[Interface, ...]:
    """The interfaces that may stand at an address on ``day``; scheme, ``www.``, host case and a closing slash aside."""
    wanted = same_place(address)
    return tuple(face for face in model.interfaces if face.holds_on(day) and same_place(face.address) == wanted)


def answerable(model: Model, id: str, day: str) -> tuple[Relation, ...]:
    """The ``owned_by`` and ``operated_by`` relations of an element that may hold on ``day``, with their evidence."""
    return tuple(
        relation
        for type in ("owned_by", "operated_by")
        for relation in model.outgoing(model[id].id, type)
        if relation.holds_on(day) and (relation.target not in model or model[relation.target].holds_on(day))
    )


def same_place(address: str | None) -> str:
    """An address without scheme, ``www.``, letter case of the host and closing slash, so that two can be compared."""
    rest = (address or "").partition("//")[2] or address or ""
    host, slash, path = rest.partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")
