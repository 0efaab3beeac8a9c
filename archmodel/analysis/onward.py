"""One step of the way from a thing to whoever answers for it: owners, what took it over, heirs of a body.

Decides which relations count and which goes before which; walking the whole way is the work of ``responsibility``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import is_group
from archmodel.analysis.homes import keeping
from archmodel.analysis.registers import same_place
from archmodel.analysis.trails import exposing
from archmodel.model.elements import BusinessFunction, Dataset, Interface, Organisation, Process, Service, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation


class Step(NamedTuple):
    """A step to an element, by a relation type or ``same_address``, with the relation where there is one."""

    to: str
    by: str
    relation: Relation | None = None


_MOVES = ("migrates_to", "archived_in", "redirects_to")


def owners_of(past: Model, element: Element, day: str) -> tuple[Step, ...]:
    """The next steps from a thing towards who answers for it; empty where nothing is recorded.

    First its owners of the day (leads of a task, bodies a function is assigned to); then what took it over; then the
    owners that are gone; then its operators; last what it belongs to: the system of an address, the keeper of data, its whole.
    """
    ways: tuple[Callable[[], Iterable[Step]], ...] = (
        lambda: _living(past, _owned(past, element), day),
        lambda: taken_by(past, element, day),
        lambda: _gone(past, _owned(past, element), day),
        lambda: _living(past, _to(past.outgoing(element.id, "operated_by")), day),
        lambda: _gone(past, _to(past.outgoing(element.id, "operated_by")), day),
        lambda: _belongs(past, element),
    )
    return next((found for way in ways if (found := tuple(way()))), ())


def taken_by(past: Model, element: Element, day: str) -> tuple[Step, ...]:
    """What took over a thing that no longer works: its successors, where it moved, who has its address now."""
    if is_active(element, day) is not False:
        return ()
    heirs = [Step(r.source, "succeeds", r) for r in holding(past.incoming(element.id, "succeeds"), day)]
    moved = [Step(r.target, r.type, r) for type in _MOVES for r in holding(past.outgoing(element.id, type), day)]
    return (*heirs, *moved, *_same_address(past, element, day))


def takers(past: Model, body: Organisation, day: str) -> tuple[Step, ...]:
    """Who took over from a body that has ended: its successors; of a group without any, its members."""
    heirs = tuple(Step(r.source, "succeeds", r) for r in holding(past.incoming(body.id, "succeeds"), day))
    if heirs or not is_group(body):
        return heirs
    return tuple(Step(r.source, "member_of", r) for r in past.incoming(body.id, "member_of"))


def _owned(past: Model, element: Element) -> list[Step]:
    found = list(_to(past.outgoing(element.id, "led_by" if isinstance(element, Task) else "owned_by")))
    if not found and isinstance(element, BusinessFunction | Process | Service):
        found = [Step(r.source, "assigned_to", r) for r in past.incoming(element.id, "assigned_to")]
    return found


def _to(relations: Iterable[Relation]) -> Iterable[Step]:
    return (Step(relation.target, relation.type, relation) for relation in relations)


def _living(past: Model, steps: Iterable[Step], day: str) -> Iterable[Step]:
    for step in steps:
        body = past.elements.get(step.to)
        if body is not None and body.holds_on(day) and (step.relation is None or step.relation.holds_on(day)):
            yield step


def _gone(past: Model, steps: Iterable[Step], day: str) -> Iterable[Step]:
    """The steps to bodies that are not there on the day; one that is there and handed the thing on answers no more."""
    return (step for step in steps if step.to not in past or not past.elements[step.to].holds_on(day))


def _belongs(past: Model, element: Element) -> Iterable[Step]:
    if isinstance(element, Interface):
        for app in exposing(past, element):
            link = next(r for r in past.outgoing(app.id, "exposes") if r.target == element.id)
            yield Step(app.id, "exposes", link)
    elif isinstance(element, Dataset):
        for keeper, relation in keeping(past, element.id):
            yield Step(keeper.id, relation.type, relation)
    yield from _to(past.outgoing(element.id, "part_of"))


def _same_address(past: Model, element: Element, day: str) -> Iterable[Step]:
    if not isinstance(element, Interface) or not element.address:
        return
    for page in _places(past).get(same_place(element.address), ()):
        if page.id != element.id and is_active(page, day):
            yield Step(page.id, "same_address")


@lru_cache(maxsize=1)
def _places(past: Model) -> dict[str, list[Interface]]:
    """The addresses of the model last asked, so that many addresses are looked up in one reading."""
    found: dict[str, list[Interface]] = {}
    for page in past.interfaces:
        if page.address:
            found.setdefault(same_place(page.address), []).append(page)
    return found
