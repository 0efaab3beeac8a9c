"""What an ended system leaves behind - functions, users, data - and who took each part of it over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from archmodel.analysis.activity import COMING, is_active
from archmodel.analysis.succession import successors
from archmodel.model.elements import Dataset, Document
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Proof, Relation, Succession

Part = Literal["function", "users", "data"]
_TYPES: dict[Part, tuple[str, ...]] = {
    "function": ("realizes", "serves"),
    "users": ("used_by",),
    "data": ("accesses", "exposes"),
}
_HELD_TO = {"principle", "goal", "control"}
_HANDED_OVER = ("migrates_to", "archived_in", "redirects_to", "forwards_to")


class Share(NamedTuple):
    """A part of what it carried: what of it no successor carries too, and whether it is taken over: yes, no, not known."""

    part: Part
    left: tuple[str, ...]
    taken: bool | None


def carried(model: Model, id: str, part: Part) -> tuple[str, ...]:
    """The functions, users or data recorded for it at any time; a data set carries itself.

    What it was held to - principles, goals, controls - ends with it and is nobody's to take over.
    """
    ends = dict.fromkeys(r.target for type in _TYPES[part] for r in model.outgoing(id, type))
    found = (model.origin.elements.get(end) for end in ends)
    carried = tuple(element.id for element in found if element is not None and element.kind not in _HELD_TO)
    return (id,) if part == "data" and isinstance(model.elements.get(id), Dataset) else carried


def is_handed_over(model: Model, id: str) -> bool:
    """Whether its data is recorded to move, or its address to lead, somewhere else."""
    return any(model.outgoing(id, type) for type in _HANDED_OVER)


def shares(model: Model, id: str, day: str) -> Iterator[Share]:
    """Each part it carried and whether a successor took it over.

    A succession whose ``scope`` names the part takes it; so does a successor recorded to carry the same. One that names
    no scope may have, and so may another system that works on the same function or data.
    """
    successions = [r for r in model.incoming(id, "succeeds") if isinstance(r, Succession)]
    heirs = [element.id for element in successors(model, id)]
    moved = is_handed_over(model, id)
    for part in _TYPES:
        left = set(carried(model, id, part))
        if not left:
            continue
        named = any(part in r.scope for r in successions) or (part == "data" and moved)
        for heir in heirs:
            left -= set(carried(model, heir, part))
        perhaps = any(not r.scope for r in successions) or all(_elsewhere(model, id, part, end, day) for end in left)
        ids = tuple(end for end in carried(model, id, part) if end in left)
        yield Share(part, ids, True if named or not left else None if perhaps else False)


def _elsewhere(model: Model, id: str, part: Part, end: str, day: str) -> bool:
    """Whether another system is recorded to work on the same function or data on the day."""
    others = (
        r.source for type in _TYPES[part] for r in model.incoming(end, type) if r.source != id and r.holds_on(day)
    )
    return part != "users" and any(is_active(model.elements[other], day) for other in others if other in model)


def decisions(model: Model, id: str) -> list[Relation]:
    """The documents recorded to decide about it (``evidenced_by`` in the role of decision)."""
    proofs = (r for r in model.outgoing(id, "evidenced_by") if isinstance(r, Proof) and r.role == "decision")
    return [proof for proof in proofs if isinstance(model.elements.get(proof.target), Document)]


def last_heirs(model: Model, id: str) -> list[Element] | None:
    """Where its chain of succession ends, or None where the chain comes back to itself."""
    chain = successors(model, id)
    if any(r.source == id for element in chain for r in model.outgoing(id, "succeeds") if r.target == element.id):
        return None
    return [element for element in chain if not model.incoming(element.id, "succeeds")]


def answers(heir: Element, day: str) -> bool | None:
    """Whether an heir works on the day or is planned: yes, no, or not known."""
    if getattr(heir, "state", None) in COMING and (heir.until or "9") > day:
        return True
    return is_active(heir, day)
