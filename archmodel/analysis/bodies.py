"""The bodies of the City that work on a day, those that no longer do, and who uses a system.

A group of bodies stands for its recorded members. Enterprises, councils and steering boards are bodies of the City but
not offices: the plan's common systems are not asked of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from archmodel.analysis.activity import holding
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.text.vietnamese import folded

OWN_TIERS = frozenset({"city", "district", "commune"})
_NOT_OFFICES = ("doanh nghiep", "ban chi dao", "hoi dong")


def in_effect(model: Model, day: str) -> bool:
    """Whether the reorganised units have taken over by ``day``; False where the workspace does not set the day."""
    effect = model.settings.days.effect
    return effect is not None and effect <= day


def is_group(body: Organisation) -> bool:
    """Whether the record stands for a group of bodies."""
    return body.name_status == "family"


def offices(model: Model, day: str) -> tuple[Organisation, ...]:
    """The administrative offices of the City on ``day``: the owner, the bodies directly under it, the local units."""
    owner = model.settings.owner
    found = []
    for body in model.organisations:
        if is_group(body) or not body.holds_on(day) or folded(body.form or "").startswith(_NOT_OFFICES):
            continue
        under = any(r.target == owner for r in holding(model.outgoing(body.id, "part_of"), day))
        if body.tier in {"district", "commune"} or (body.tier == "city" and (body.id == owner or under)):
            found.append(body)
    return tuple(found)


def dissolved(model: Model, day: str) -> tuple[Organisation, ...]:
    """The bodies of the City, groups aside, that ended by ``day``; read from the model as it was loaded."""
    return tuple(
        body for body in model.origin.organisations if body.tier in OWN_TIERS and not is_group(body) and gone(body, day)
    )


def gone(body: Organisation, day: str) -> bool:
    """Whether a body has a recorded end that has passed."""
    return body.until is not None and not body.holds_on(day) and (body.since or "") <= day


def members(model: Model, id: str, day: str) -> tuple[str, ...]:
    """The body itself or, for a group with recorded members, its members on ``day``."""
    inside = tuple(r.source for r in holding(model.incoming(id, "member_of"), day))
    return inside or (id,)


def users(model: Model, systems: Iterable[str], day: str) -> dict[str, list[str]]:
    """The systems each body uses on ``day``, of those given; groups are resolved to their members."""
    found: dict[str, list[str]] = {}
    for system in systems:
        for relation in holding(model.outgoing(system, "used_by"), day):
            for body in members(model, relation.target, day):
                if system not in found.setdefault(body, []):
                    found[body].append(system)
    return found


def owners(model: Model, id: str, day: str) -> tuple[tuple[Organisation, ...], tuple[Organisation, ...]]:
    """The bodies that own an element on ``day``, and the dissolved bodies of the City it was ever recorded under."""
    origin = model.origin
    living, ended = [], []
    for relation in origin.outgoing(id, "owned_by"):
        body = origin.elements.get(relation.target)
        if not isinstance(body, Organisation):
            continue
        if gone(body, day):
            ended += [body] if body.tier in OWN_TIERS else []
        elif relation.holds_on(day) and body.holds_on(day):
            living.append(body)
    return tuple(living), tuple(ended)
