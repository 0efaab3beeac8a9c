"""The codes of bodies: which each carries or carried, in which register, and who else carries the same."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from archmodel.model.elements import Organisation
from archmodel.model.model import Model


class Held(NamedTuple):
    """A code with its register; the electronic identifier has the register ``electronic_id``."""

    system: str
    value: str


def codes_of(body: Organisation) -> tuple[Held, ...]:
    """The codes a body carries or carried, each with its register."""
    own = (Held("electronic_id", body.electronic_id),) if body.electronic_id else ()
    return (*own, *(Held(code.system, code.value) for code in body.codes))


def carriers(model: Model) -> dict[Held, list[str]]:
    """The ids of the bodies that carry each code, at any time; a code nobody reused has one."""
    found: dict[Held, list[str]] = defaultdict(list)
    for body in model.origin.organisations:
        for code in codes_of(body):
            found[code].append(body.id)
    return found
