"""Ways that relations lead: where an old address or mail domain arrives, where moved data ends, and what never arrives.

Decides how a way is followed and why it stops; whether stopping there is a fault is left to rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import owners
from archmodel.analysis.days import day_of
from archmodel.analysis.lives import with_past
from archmodel.analysis.succession import answering
from archmodel.model.elements import Application, Interface
from archmodel.model.model import Model
from archmodel.model.rows import Rows
from archmodel.text.words import Words

Fault = Literal["circle", "length", "dead_end"]


class Ends(NamedTuple):
    """Where ways end: elements that work, that no longer do, that may; and whether a way runs in a circle."""

    working: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    circular: bool = False


class Trail(NamedTuple):
    """The addresses passed from an old one, by id, the last of them, and why following stopped short, if it did.

    ``fault`` is ``circle``, ``length`` (more steps than the settings allow), or ``dead_end`` where the last address is
    known to be out of work; None where it works or its state is not stated (``works`` is True or None).
    """

    path: tuple[str, ...]
    end: Interface
    fault: Fault | None = None
    works: bool | None = True


def ends(model: Model, start: str, types: Iterable[str], day: str, *, on_day: bool = False) -> Ends:
    """Where the ways from an element over relations of the types end, each element looked at once.

    ``on_day`` follows only the relations that hold on ``day``; else those of any day, as for what happened once.
    """
    origin, wanted = model.origin, tuple(types)
    seen, path = {start}, [start]
    working: list[str] = []
    stopped: list[str] = []
    unsure: list[str] = []
    circular, moved = False, False
    while path:
        here = path.pop()
        links = [r for type in wanted for r in origin.outgoing(here, type)]
        onward = [r.target for r in (holding(links, day) if on_day else links) if r.target in origin]
        circular, moved = circular or start in onward, moved or bool(onward)
        for id in onward:
            if id not in seen:
                seen.add(id)
                path.append(id)
        if here != start and not onward:
            state = is_active(origin[here], day)
            (working if state else unsure if state is None else stopped).append(here)
    endless = moved and not (working or stopped or unsure)
    return Ends(tuple(working), tuple(stopped), tuple(unsure), circular or endless)


def followed(model: Model, page: Interface, day: str) -> Trail:
    """The way from ``page`` over redirects that hold on ``day``, to the first address that works or to the last there is."""
    path: tuple[str, ...] = (page.id,)
    here = page
    while not is_active(here, day):
        links = holding(model.origin.outgoing(here.id, "redirects_to"), day)
        steps = [model.origin.elements.get(relation.target) for relation in links]
        step = next((step for step in steps if isinstance(step, Interface)), None)
        if step is None:
            break
        if step.id in path:
            return Trail((*path, step.id), here, "circle", works=False)
        if len(path) > model.settings.max_redirect_hops:
            return Trail((*path, step.id), here, "length", works=False)
        path, here = (*path, step.id), step
    works = is_active(here, day)
    return Trail(path, here, "dead_end" if works is False else None, works)


class Trails(Rows[Trail]):
    """The way from each address that is out of work, in catalogue order."""

    __slots__ = ()
    title = Words("Địa chỉ cũ dẫn về đâu", "Where old addresses lead")
    head = ("Từ", "Qua", "Tới", "Kết cục")

    def cells(self, item: Trail) -> tuple[str, ...]:
        """The address, those passed, the last, and whether it works."""
        faults = {"circle": "vòng quanh", "length": "quá nhiều bước", "dead_end": "không hoạt động"}
        told = faults[item.fault] if item.fault else "hoạt động" if item.works else "chưa rõ"
        return item.path[0], " → ".join(item.path[1:-1]), item.end.id if len(item.path) > 1 else "", told


def trails(model: Model, day: str | None = None) -> Trails:
    """The way from every address and mail domain that is out of work, may be, or leads on, in catalogue order.

    A mail domain leads on while it forwards; an address leads on once it no longer works itself.

    Example:
        >>> am.trails(model, "2026-11-22")[0].path
        ('u-cong',)
    """
    day = day_of(model, day)
    found = []
    for page in with_past(model).interfaces:
        if page.category == "mail_domain":
            found += [_forwarded(model, page, day)] if model.origin.outgoing(page.id, "forwards_to") else []
        elif not is_active(page, day):
            found.append(followed(model, page, day))
    return Trails(found)


def _forwarded(model: Model, domain: Interface, day: str) -> Trail:
    """The first way mail to a domain is forwarded, as far as it goes on."""
    path: tuple[str, ...] = (domain.id,)
    here = domain
    while True:
        links = holding(model.origin.outgoing(here.id, "forwards_to"), day)
        step = next((end for r in links if isinstance(end := model.origin.elements.get(r.target), Interface)), None)
        if step is None:
            works = is_active(here, day)
            return Trail(path, here, "dead_end" if works is False else None, works)
        if step.id in path:
            return Trail((*path, step.id), here, "circle", works=False)
        path, here = (*path, step.id), step


def exposing(model: Model, page: Interface) -> list[Application]:
    """The applications an address belongs to."""
    return [app for app in model.sources(page.id, "exposes") if isinstance(app, Application)]


def held_under(model: Model, page: Interface) -> list[str]:
    """The ids an address takes its owner from: its own and those of the applications it belongs to."""
    return [page.id, *(app.id for app in exposing(model.origin, page))]


def is_successors(model: Model, end: Interface, old: Interface, day: str) -> bool | None:
    """Whether the owner of ``end`` is the City, the owner of ``old`` or its successor; None where it has no owner on record."""
    expected = answering(model, held_under(model, old), day)
    now = {body.id for id in held_under(model, end) for body in owners(model, id, day)[0]}
    if not now:
        return None
    return bool(now & expected) or model.settings.owner in now
