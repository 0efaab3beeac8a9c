"""Where an old address leads: followed redirect by redirect, and whose the page at the end is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import owners
from archmodel.analysis.succession import answering
from archmodel.checks.kh130.portals import exposing
from archmodel.model.elements import Interface
from archmodel.model.model import Model


class Trail(NamedTuple):
    """The ids of the addresses passed, the last of them, and why following it stopped short, if it did."""

    path: tuple[str, ...]
    end: Interface
    fault: Literal["circle", "length"] | None = None


def followed(model: Model, page: Interface, day: str) -> Trail:
    """The way from ``page`` over redirects that hold on ``day``, to the first address that works or to the last there is."""
    path: tuple[str, ...] = (page.id,)
    here = page
    while not is_active(here, day):
        steps = [
            model.origin.elements.get(r.target) for r in holding(model.origin.outgoing(here.id, "redirects_to"), day)
        ]
        step = next((step for step in steps if isinstance(step, Interface)), None)
        if step is None:
            break
        if step.id in path:
            return Trail((*path, step.id), here, "circle")
        if len(path) > model.settings.max_redirect_hops:
            return Trail((*path, step.id), here, "length")
        path, here = (*path, step.id), step
    return Trail(path, here)


def homes(model: Model, page: Interface) -> list[str]:
    """The ids an address takes its owner from: its own and those of the applications it belongs to."""
    return [page.id, *(app.id for app in exposing(model.origin, page))]


def answers_for(model: Model, end: Interface, old: Interface, day: str) -> bool | None:
    """Whether the owner of ``end`` is the City, the owner of ``old`` or its successor; None where it has no owner on record."""
    expected = answering(model, homes(model, old), day)
    now = {body.id for id in homes(model, end) for body in owners(model, id, day)[0]}
    if not now:
        return None
    return bool(now & expected) or model.settings.owner in now
