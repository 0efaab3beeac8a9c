"""The City's infrastructure: what stands, what the plan names, what carries systems, what districts left behind."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_active, is_family, is_own
from archmodel.analysis.bodies import owners
from archmodel.analysis.lives import with_past
from archmodel.model.elements import Facility, Network, Node, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Connection
from archmodel.text.words import Words

Item = Node | Network | Facility
SHARED = {"wan": Words("mạng diện rộng", "wide-area network"), "data_centre": Words("trung tâm dữ liệu", "data centre")}

STATE_NETWORKS = frozenset({"wan", "tslcd"})


def items(model: Model, day: str) -> dict[str, Item]:
    """The City's infrastructure that stands or may stand on the day, and what districts left."""
    past = with_past(model)
    every: list[Item] = [*past.nodes, *past.networks, *past.facilities]
    return {
        item.id: item
        for item in every
        if is_own(item)
        and (of_district(model, item, day) or (not is_family(item) and is_active(item, day) is not False))
    }


def of_district(model: Model, item: Item, day: str) -> bool:
    """Whether a dissolved district body is recorded as an owner of an item."""
    return any(body.tier == "district" for body in owners(model, item.id, day)[1])


def is_shared(item: Item) -> bool:
    """Whether an item is of a sort the plan has assessed: the wide-area network, a data centre."""
    return not isinstance(item, Facility) and item.category in SHARED and not is_family(item)


def carries(model: Model, item: Item, day: str) -> bool:
    """Whether an application at work, or perhaps at work, runs on an item or anything is connected by it."""
    hosted = (model.elements.get(r.source) for r in holding(model.incoming(item.id, "hosted_on"), day))
    return bool(holding(model.incoming(item.id, "connected_by"), day)) or any(
        e is not None and is_active(e, day) is not False for e in hosted
    )


def networks_of(model: Model, office: Organisation, day: str) -> list[Network]:
    """The networks an office is connected by, itself or through a group it is a member of."""
    groups = [r.target for r in holding(model.outgoing(office.id, "member_of"), day)]
    links = (r for id in (office.id, *groups) for r in holding(model.outgoing(id, "connected_by"), day))
    networks = (model.elements.get(relation.target) for relation in links)
    return [n for n in networks if isinstance(n, Network) and is_active(n, day) is not False]


def is_joined(model: Model, office: Organisation, day: str) -> bool | None:
    """Whether an office is on the WAN or the dedicated state network; None where its networks are not known."""
    categories = {network.category for network in networks_of(model, office, day)}
    if categories & STATE_NETWORKS:
        return True
    return None if None in categories or not categories else False


def not_recorded(known: dict[str, Item]) -> list[str]:
    """The sorts of shared infrastructure the plan names of which the City has none on record."""
    there = {item.category for item in known.values() if not isinstance(item, Facility)}
    return [category for category in SHARED if category not in there]


def is_doubled(model: Model, item: Item, day: str) -> bool:
    """Whether all an item hosts is hosted elsewhere too, and all it connects has two routes."""
    hosted = holding(model.incoming(item.id, "hosted_on"), day)
    links = holding(model.incoming(item.id, "connected_by"), day)
    return bool(hosted or links) and all(
        len(holding(model.outgoing(r.source, "hosted_on"), day)) > 1 for r in hosted
    ) and all(isinstance(r, Connection) and (r.routes or 0) > 1 for r in links)  # fmt: skip
