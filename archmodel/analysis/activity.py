"""Whether something works on a day: yes, no, or not known. Unknown is never taken for yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from archmodel.analysis.spans import span
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Flow, Relation
from archmodel.text.days import first

E = TypeVar("E", bound=Element)
R = TypeVar("R", bound=Relation)

WORKING = frozenset({"in_use", "upgrading", "trial"})
COMING = frozenset({"planned", "in_build"})
STOPPED = frozenset({"ended", "suspended"})


def is_active(element: Element | Flow, day: str) -> bool | None:
    """Whether an element or flow works on ``day``: it holds then and its state is a working one.

    Kinds without a lifecycle state, such as organisations, are active while they hold. A state is that of the record's
    last word, so ``ended`` says nothing against the days before a recorded end: the thing was at work from its recorded
    beginning, and where no beginning is recorded the facts leave open whether it had begun.

    Returns:
        True or False where it is known, None where the facts leave it open.
    """
    if not element.holds_on(day):
        return False
    if not hasattr(element, "state"):
        return True
    state = element.state
    if state == "ended" and is_before_end(element, day):
        return True if element.since is not None and span(None, element.since).until <= first(day) else None
    if state is None:
        usage = getattr(element, "usage", None)
        return True if usage in {"in_use", "partly_used"} else None
    return state in WORKING


def is_before_end(record: Record, day: str) -> bool:
    """Whether a recorded end lies after ``day`` for sure; in the month or year of an end so written, it does not."""
    return record.until is not None and day < first(record.until).isoformat()


def unsettled(element: Element | Flow) -> str:
    """The field that would settle whether an element works, where ``is_active`` leaves it open."""
    return "since" if getattr(element, "state", None) == "ended" else "state"


def has_stopped(element: Element, day: str) -> bool:
    """Whether an element is out of work on ``day`` by its end or its state, where it may have begun."""
    if not element.holds_on(day):
        return True
    state = getattr(element, "state", None)
    return state in STOPPED and not (state == "ended" and is_before_end(element, day))


def active(elements: Iterable[E], day: str) -> Iterator[E]:
    """The elements known to work on ``day``."""
    return (element for element in elements if is_active(element, day))


def may_be_active(elements: Iterable[E], day: str) -> Iterator[E]:
    """The elements that work on ``day`` or may: everything not known to be out of work."""
    return (element for element in elements if is_active(element, day) is not False)


def holding(relations: Iterable[R], day: str) -> tuple[R, ...]:
    """The relations that may hold on ``day``."""
    return tuple(relation for relation in relations if relation.holds_on(day))


def linked(model: Model, id: str, type: str, day: str) -> list[Element]:
    """What ``id`` has a relation of ``type`` to on ``day``; ends that do not exist are left out."""
    ends = dict.fromkeys(relation.target for relation in holding(model.outgoing(id, type), day))
    return [model[end] for end in ends if end in model]


def linking(model: Model, id: str, type: str, day: str) -> list[Element]:
    """What has a relation of ``type`` to ``id`` on ``day``; ends that do not exist are left out."""
    ends = dict.fromkeys(relation.source for relation in holding(model.incoming(id, type), day))
    return [model[end] for end in ends if end in model]


def is_own(element: Element) -> bool:
    """Whether the record is the City's own; records that do not say are not taken for own."""
    return getattr(element, "record", None) == "own"


def is_family(element: Element) -> bool:
    """Whether the record stands for many of a kind rather than for one."""
    return getattr(element, "instances", None) is not None or element.name_status == "family"
