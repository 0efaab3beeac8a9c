"""The archives of dissolved bodies: which data sets keep their records, who holds them, and whom they would fall to."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import dissolved, gone, is_group
from archmodel.analysis.homes import MOVES
from archmodel.analysis.lives import with_past
from archmodel.analysis.trails import ends
from archmodel.model.elements import Dataset, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element


def of_bodies(model: Model, day: str) -> dict[str, list[Dataset]]:
    """The archives of each dissolved body of the City: data sets of the category archive it owned or that concern it.

    An archive that concerns a group concerns its members; one that a body's other data is archived in counts too.
    """
    origin = model.origin
    past = with_past(model)
    found: dict[str, list[Dataset]] = {body.id: [] for body in dissolved(model, day) if body.id in past}
    for data in origin.datasets:
        kept = [data] if data.category == "archive" else _kept_in(origin, data)
        if kept:
            for type in ("owned_by", "concerns"):
                for relation in origin.outgoing(data.id, type):
                    for id in (relation.target, *_members(origin, relation.target)):
                        if id in found:
                            found[id] += [archive for archive in kept if archive not in found[id]]
    return found


def _kept_in(origin: Model, data: Dataset) -> list[Dataset]:
    ends = (origin.elements.get(relation.target) for relation in origin.outgoing(data.id, "archived_in"))
    return [end for end in ends if isinstance(end, Dataset) and end.category == "archive"]


def _members(origin: Model, id: str) -> list[str]:
    body = origin.elements.get(id)
    group = isinstance(body, Organisation) and is_group(body)
    return [relation.source for relation in origin.incoming(id, "member_of")] if group else []


def holders(model: Model, archive: Dataset, day: str) -> list[str]:
    """The bodies of today that own or operate an archive."""
    links = (r for type in ("owned_by", "operated_by") for r in holding(model.origin.outgoing(archive.id, type), day))
    bodies = (model.origin.elements.get(link.target) for link in links)
    return list(dict.fromkeys(b.id for b in bodies if isinstance(b, Organisation) and b.holds_on(day)))


def unarchived(model: Model, day: str) -> dict[str, list[str]]:
    """The dissolved bodies no archive is recorded for, by the body of today above them; the higher tiers first."""
    tiers = ("city", "district", "commune")
    found: dict[str, list[str]] = {}
    bodies = of_bodies(model, day)
    by_tier = {body: tiers.index(getattr(model.origin[body], "tier", None) or "commune") for body in bodies}
    for id in sorted(bodies, key=by_tier.__getitem__):
        if not bodies[id]:
            found.setdefault(superior(model, id, day).id, []).append(id)
    return found


def is_lost(model: Model, archive: Dataset, day: str) -> bool:
    """Whether an archive is out of use, or was moved only to what no longer works."""
    reached = ends(model, archive.id, MOVES, day)
    if reached.working or reached.unsure:
        return False
    return bool(reached.stopped) or is_active(archive, day) is False


def superior(model: Model, id: str, day: str) -> Element:
    """The nearest body above a dissolved one that is still there, else the organisation the model is of, else itself."""
    seen = {id}
    here: str | None = id
    while here is not None:
        above = [r.target for r in model.origin.outgoing(here, "part_of") if r.target not in seen]
        here = above[0] if above else None
        body = model.origin.elements.get(here or "")
        if isinstance(body, Organisation) and not gone(body, day):
            break
        seen.update(above)
    return model.elements.get(here or "") or model.elements.get(model.settings.owner or "") or model.origin[id]
