"""Citations as people read them: the number of the instrument, the place in it, and whether it held on a day."""

from __future__ import annotations

from archmodel.model.framework import Instrument, Reference
from archmodel.text.days import holds


def instrument_of(reference: Reference, cite: str) -> Instrument | None:
    """The instrument a citation names; ``cite`` is ``INSTRUMENT`` or ``INSTRUMENT:place``."""
    return reference.instruments.get(cite.partition(":")[0])


def resolves(reference: Reference, cite: str) -> bool:
    """Whether the instrument, and the clause where one is named, are in the register."""
    return instrument_of(reference, cite) is not None and (":" not in cite or cite in reference.clauses)


def shown(reference: Reference, cite: str) -> str:
    """The citation in words, such as ``1425/QĐ-TTg, Điều 3 khoản 4``; an unknown instrument shows as written."""
    found = instrument_of(reference, cite)
    key, _, place = cite.partition(":")
    title = (found.number or found.name or found.id) if found else key
    return f"{title}, {place}" if place else title


def in_force(instrument: Instrument, day: str) -> bool:
    """Whether the register holds the instrument to be in force on ``day``; drafts never are."""
    return instrument.status != "draft" and holds(instrument.since or instrument.issued, instrument.until, day)
