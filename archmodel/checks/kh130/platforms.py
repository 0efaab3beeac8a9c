"""The City's own systems of a category: which work, which may, which one it keeps, which are on their way out."""

from __future__ import annotations

from collections.abc import Iterable

from archmodel.analysis.activity import is_active, is_family, is_own
from archmodel.model.elements import Application
from archmodel.model.model import Model

LEAVING = frozenset({"merge", "replace_or_end"})


def own_systems(model: Model, category: str) -> tuple[Application, ...]:
    """The City's own systems of a category, whatever their day and state; records of families aside."""
    return tuple(a for a in model.applications if a.category == category and is_own(a) and not is_family(a))


def national_systems(model: Model, category: str) -> tuple[Application, ...]:
    """The systems of a category that other bodies run and the City refers to; records of families aside."""
    return tuple(
        a for a in model.applications if a.category == category and a.record == "reference" and not is_family(a)
    )


def working(systems: Iterable[Application], day: str) -> tuple[Application, ...]:
    """Those known to work on ``day``."""
    return tuple(system for system in systems if is_active(system, day))


def doubtful(systems: Iterable[Application], day: str) -> tuple[Application, ...]:
    """Those whose state on ``day`` is not stated."""
    return tuple(system for system in systems if is_active(system, day) is None)


def kept(model: Model, category: str, day: str) -> Application | None:
    """The one system of a category the City keeps: City-wide before others, no end recorded, most users.

    A system known to work goes before one whose state is not stated; None where there is neither.
    """
    systems = own_systems(model, category)
    candidates = working(systems, day) or doubtful(systems, day)
    return min(
        candidates,
        key=lambda a: (a.scope != "province", end_of(a) is not None, -len(model.outgoing(a.id, "used_by")), a.id),
        default=None,
    )


def end_of(system: Application) -> str | None:
    """The recorded day a system ends, or the day it is decided to be merged or replaced; None where neither is set."""
    return system.until or (system.disposition_on if system.disposition in LEAVING else None)


def is_leaving(system: Application) -> bool:
    """Whether a system has an end on record and a word on why it still stands."""
    return end_of(system) is not None and system.state_note is not None
