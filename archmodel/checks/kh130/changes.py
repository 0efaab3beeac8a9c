"""When the plan's reorganisation last changed a system: its owner, its operator, its users."""

from __future__ import annotations

from archmodel.analysis.activity import is_active, is_family, is_own
from archmodel.analysis.bodies import owners
from archmodel.analysis.spans import shifted
from archmodel.model.elements import Application
from archmodel.model.model import Model

CHANGING = frozenset({"connect", "upgrade", "merge", "new"})
LINKS = ("owned_by", "operated_by", "used_by")


def reorganised(model: Model, day: str) -> list[tuple[Application, str]]:
    """The City's systems at work, or perhaps at work, that changed, with the day as recorded; the ownerless aside."""
    found = []
    for system in model.applications:
        if not is_own(system) or is_family(system) or is_active(system, day) is False:
            continue
        living, ended = owners(model, system.id, day)
        changed = _changed(model, system, day)
        if changed and (living or not ended):
            found.append((system, changed))
    return found


def new_users(model: Model, system: Application, day: str) -> list[str]:
    """The bodies and groups that use a system on the day and began to after the plan was issued."""
    uses = model.outgoing(system.id, "used_by")
    return [r.target for r in uses if r.since and r.holds_on(day) and shifted(r.since, 0) >= _issue(model, day)]


def is_since(when: str | None, day: str) -> bool:
    """Whether a recorded day is on or after another, or may be: days of reduced precision are read generously."""
    return when is not None and (when >= day or day.startswith(when))


def _changed(model: Model, system: Application, day: str) -> str | None:
    links = [relation for type in LINKS for relation in model.origin.outgoing(system.id, type)]
    recorded = [when for relation in links for when in (relation.since, relation.until) if when]
    if system.disposition in CHANGING and system.disposition_on:
        recorded.append(system.disposition_on)
    within = [when for when in recorded if _issue(model, day) <= shifted(when, 0) <= day]
    return max(within, default=None)


def _issue(model: Model, day: str) -> str:
    return model.settings.days.issue or model.settings.days.effect or day
