"""Software assets of dissolved bodies: which systems they are, their inventory, the proof of their handover."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_family, is_own
from archmodel.analysis.bodies import gone, owners
from archmodel.analysis.lives import with_past
from archmodel.model.elements import Application, Asset, Document, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Proof

INVENTORY = ("inventory_code", "asset_class", "value", "contract", "licence")


def assets(model: Model, day: str) -> list[Application]:
    """The City's systems that a body since dissolved or merged is recorded to have owned."""
    return [
        system
        for system in with_past(model).applications
        if is_own(system) and not is_family(system) and owners(model, system.id, day)[1]
    ]


def by_code(model: Model) -> dict[str, list[str]]:
    """The systems by inventory code."""
    found: dict[str, list[str]] = {}
    for system in with_past(model).applications:
        if system.asset is not None and system.asset.inventory_code is not None:
            found.setdefault(system.asset.inventory_code, []).append(system.id)
    return found


def not_inventoried(system: Application) -> list[str]:
    """The fields of the inventory that are neither recorded nor stated to be unknown."""
    asset, said = system.asset or Asset(), {item.field.removeprefix("asset.") for item in system.unknown}
    return [name for name in INVENTORY if getattr(asset, name) is None and name not in said]


def still_held(model: Model, id: str, day: str) -> list[str]:
    """The dissolved bodies an element is on the day still recorded to be owned by."""
    links = holding(model.origin.outgoing(id, "owned_by"), day)
    bodies = (model.origin.elements.get(relation.target) for relation in links)
    return [body.id for body in bodies if isinstance(body, Organisation) and gone(body, day)]


def has_minutes(model: Model, id: str) -> bool:
    """Whether minutes, or another document that proves the handover, are on record."""
    for relation in model.origin.outgoing(id, "evidenced_by"):
        document = model.origin.elements.get(relation.target)
        handover = isinstance(relation, Proof) and relation.role == "handover"
        if isinstance(document, Document) and (handover or document.category == "minutes"):
            return True
    return False
