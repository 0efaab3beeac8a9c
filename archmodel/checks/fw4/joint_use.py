"""Applications many bodies rest on: what counts as a shared platform, and whether it can tell who its users are."""

from __future__ import annotations

from archmodel.analysis.activity import linked
from archmodel.analysis.succession import reachable
from archmodel.checks.fw4.subjects import is_family
from archmodel.model.elements import Application
from archmodel.model.model import Model


def is_platform(model: Model, application: Application, day: str) -> bool:
    """Whether at least two bodies, neither part of the other, use it, or it is recorded as a shared platform."""
    users = [body for body in linked(model, application.id, "used_by", day) if body.holds_on(day)]
    over = {
        user.id: {e.id for t in ("part_of", "member_of") for e in reachable(model, user.id, (t,), day=day)}
        for user in users
    }
    apart = [user for user in users if not over[user.id] & over.keys()]
    return application.category == "shared_platform" or len(apart) > 1 or any(is_family(user) for user in users)


def identifies(model: Model, application: Application, day: str) -> bool:
    """Whether a flow joins it with a national identity platform."""
    flows = [
        r for r in (*model.outgoing(application.id, "flow"), *model.incoming(application.id, "flow")) if r.holds_on(day)
    ]
    ends = [model.elements.get(id) for r in flows for id in (r.source, r.target, *getattr(r, "via", ()))]
    return any(isinstance(e, Application) and e.category == "iam" and e.record == "reference" for e in ends)
