"""Communes and the systems above them: who is judged, what is offered to all, who uses what."""

from __future__ import annotations

from collections import defaultdict

from archmodel.analysis.activity import linked, linking
from archmodel.checks.fw4.subjects import is_family, may_work, own_singles
from archmodel.model.elements import Application, Interface, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element

SHARED = ("tthc_case", "docmgmt", "email", "reporting", "portal")
"""The classes of system every commune shares: case handling, documents, e-mail, reports, portal."""

LOCAL = {"commune", "district"}


def units(model: Model, day: str) -> dict[str, list[Organisation]]:
    """The communes of the day by the group that stands for them, or each by itself; none before two-tier government."""
    effect = model.settings.days.effect
    found: dict[str, list[Organisation]] = defaultdict(list)
    for body in model.organisations if effect is None or day >= effect else ():
        if body.tier == "commune" and not is_family(body) and body.holds_on(day):
            groups = [g.id for g in linked(model.origin, body.id, "member_of", day) if g.holds_on(day)]
            found[groups[0] if groups else body.id].append(body)
    return found


def local_applications(model: Model, day: str) -> list[Application]:
    """Own single applications, at work or perhaps, that a commune owns."""
    owned = [e for e in own_singles(model, day, Application) if may_work(e, day)]
    return [e for e in owned if owner_tiers(model.origin, e, day) == {"commune"}]


def owner_tiers(model: Model, element: Element, day: str) -> set[str | None]:
    """The tiers of the bodies that own an element."""
    bodies = [model.elements.get(r.target) for r in model.outgoing(element.id, "owned_by") if r.holds_on(day)]
    return {body.tier for body in bodies if isinstance(body, Organisation)}


def offered_above(model: Model, day: str) -> dict[str, list[Application]]:
    """The applications above the commune tier that may work on the day, by class."""
    offered: dict[str, list[Application]] = defaultdict(list)
    for application in model.applications:
        if application.category and may_work(application, day) and not owner_tiers(model, application, day) & LOCAL:
            offered[application.category].append(application)
    return offered


def users(model: Model, application: Application, day: str) -> list[str]:
    """The ids of the bodies and groups that use an application."""
    return [r.target for r in model.outgoing(application.id, "used_by") if r.holds_on(day)]


def uses(model: Model, commune: Organisation, category: str, using: set[str], day: str) -> bool:
    """Whether a commune, or a group it is in, is among the users of a class; an address of its own is a portal."""
    if category == "portal":
        owned = linking(model, commune.id, "owned_by", day)
        if any(isinstance(e, Interface) and e.category == "url" and may_work(e, day) for e in owned):
            return True
    groups = (r.target for r in model.outgoing(commune.id, "member_of") if r.holds_on(day))
    return not using.isdisjoint((commune.id, *groups))


def doing_the_same(model: Model, application: Application, day: str) -> list[Application]:
    """The applications above the commune tier that may work on the day and realise a function this one realises."""
    functions = linked(model, application.id, "realizes", day)
    same = [other for function in functions for other in linking(model, function.id, "realizes", day)]
    return [
        other
        for other in same
        if isinstance(other, Application) and may_work(other, day) and not owner_tiers(model, other, day) & LOCAL
    ]
