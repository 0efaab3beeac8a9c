"""All that was ever a body's, as far as it is recorded: on any day, directly, through what it owned, or as one of a group.

Decides which relations tie a thing to a body; what became of the thing is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archmodel.model.elements import Application, Node, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element

_TO_BODY = ("owned_by", "operated_by", "used_by", "led_by", "coordinated_by", "serves", "part_of", "concerns", "flow")
_FROM_BODY = ("assigned_to", "exposes", "connected_by", "flow")
_OF_APPLICATION = ("exposes", "accesses")
_HELD = frozenset({"owned_by", "operated_by"})


@dataclass(frozen=True, slots=True)
class Belonging:
    """A thing, the relation types that tie it to the body, and the group they run through, if any."""

    element: Element
    ties: tuple[str, ...]
    through: str | None


def belongings(past: Model, body: Organisation) -> tuple[Belonging, ...]:
    """What was tied to a body, its own first, then that of its groups; each thing once for each of the two."""
    groups = [r.target for r in past.outgoing(body.id, "member_of")]
    found: list[Belonging] = []
    for holder, through in ((body.id, None), *((group, group) for group in groups)):
        ties: dict[str, list[str]] = {}
        for id, tie in _tied(past, holder):
            if tie not in ties.setdefault(id, []):
                ties[id].append(tie)
        found += [Belonging(past.elements[id], tuple(names), through) for id, names in ties.items() if id in past]
    return tuple(found)


def _tied(past: Model, holder: str) -> Iterator[tuple[str, str]]:
    held: list[str] = []
    for relation in past.incoming(holder):
        if relation.type in _TO_BODY:
            yield relation.source, relation.type
            if relation.type in _HELD:
                held.append(relation.source)
    for relation in past.outgoing(holder):
        if relation.type in _FROM_BODY:
            yield relation.target, relation.type
    for id in dict.fromkeys(held):
        yield from _carried(past, id)


def _carried(past: Model, id: str) -> Iterator[tuple[str, str]]:
    """The addresses and data of a system the body ran, and what stands on a machine it ran."""
    element = past.elements.get(id)
    if isinstance(element, Application):
        for type in _OF_APPLICATION:
            for relation in past.outgoing(id, type):
                if getattr(relation, "mode", None) != "r":
                    yield relation.target, type
    if isinstance(element, Application | Node):
        for relation in past.incoming(id, "hosted_on"):
            yield relation.source, "hosted_on"
