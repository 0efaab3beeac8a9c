"""Which way dependence runs along each type of relation: who feels it when the other end stops. The one home of that.

ArchiMate 3.2 calls serving, access, influence and association *dependency* relationships and derives further ones along
chains; it leaves open what an end of one end means for the other. This table says it, type by type, for the question
"what if this stops": ``source`` needs ``target``, or the reverse, or both; ``None`` where nothing stops. Three notions
are told apart: *need* (works only with), *duty* (somebody answers for it: told beside an impact, never followed) and
*record* (history, law, classification: neither).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from archmodel.model.relations import Access, Flow, Migration, Relation

End = Literal["source", "target", "both"]
Notion = Literal["need", "duty", "record"]


class Dependence(NamedTuple):
    """A row of the table: the end that needs the other, the notion, and the reason for the choice."""

    dependent: End | None
    notion: Notion
    reason: str


class Need(NamedTuple):
    """``dependent`` works only with ``on``; ``runs`` is False while the link is only planned, None where not stated."""

    dependent: str
    on: str
    runs: bool | None = True


_ROWS: tuple[tuple[str, End | None, Notion, str], ...] = (
    # structure
    ("part_of", "both", "need", "composition: parts live and die with the whole, and the whole does what its parts do"),
    ("member_of", "source", "need", "aggregation: what serves the group serves its members; members outlive one another"),
    ("exposes", "target", "need", "composition: an interface is offered by what exposes it"),
    ("hosted_on", "source", "need", "assignment: a system runs only where it is placed"),
    ("assigned_to", "target", "need", "assignment: behaviour is done by whom it is assigned to"),
    ("specializes", None, "record", "specialisation: a kind of a thing runs without the general one"),
    # dependency
    ("serves", "target", "need", "serving: the served uses what serves it"),
    ("used_by", "target", "need", "serving: the user needs what it uses"),
    ("realizes", "target", "need", "realisation: what is realised comes about only through what realises it"),
    ("accesses", "source", "need", "access: the reader needs the data; data that is written needs its writer too"),
    ("mastered_in", "source", "need", "association: every copy of an entity follows its master"),
    ("connected_by", "source", "need", "serving: what is joined to a network reaches others over it"),
    ("protects", "target", "need", "association: the protected is bare without its control"),
    ("measures", "source", "need", "association: a figure needs the thing it counts"),
    # dynamics
    ("flow", "target", "need", "flow: the receiver needs the sender and the data; both ends need the platforms crossed"),
    ("triggers", "target", "need", "triggering: what is triggered begins only after"),
    ("redirects_to", "source", "need", "triggering: a visitor of the old address ends where the new one does"),
    ("forwards_to", "source", "need", "triggering: mail to the old domain is read only at the new one"),
    ("migrates_to", "target", "need", "flow: the new home waits for data of the old until they have moved"),
    ("archived_in", "source", "need", "access: an archive that closes takes what it keeps with it"),
    ("depends_on", "source", "need", "triggering: a task waits for what it depends on"),
    ("addresses", "target", "need", "association: a gap closes only through the work that addresses it"),
    # duties
    ("owned_by", None, "duty", "assignment of responsibility: what is owned runs on while its owner changes"),
    ("operated_by", None, "duty", "assignment of responsibility: the operator is to be asked, and can be replaced"),
    ("led_by", None, "duty", "assignment of responsibility"),
    ("coordinated_by", None, "duty", "assignment of responsibility"),
    # records
    ("succeeds", None, "record", "history: the new does not need the old"),
    ("aligned_to", None, "record", "a place in a framework"),
    ("governed_by", None, "record", "influence of law: a rule that ends leaves the thing running"),
    ("evidenced_by", None, "record", "proof"),
    ("amends", None, "record", "history of documents"),
    ("concerns", None, "record", "association that says no more"),
    ("shown_in", None, "record", "a picture of a thing"),
    ("influences", None, "record", "influence: it may help or hinder, nothing stops without it"),
    ("in_sector", None, "record", "classification"),
    ("contains", None, "record", "aggregation of meaning: other data sets may hold the entity; mastered_in names its home"),
)  # fmt: skip

DEPENDENCES: dict[str, Dependence] = {name: Dependence(end, notion, why) for name, end, notion, why in _ROWS}
"""Every relation type by name; a test holds it to ``RELATIONS``."""

_FLOW_RUNS = {
    "in_use": True,
    "upgrading": True,
    "trial": True,
    "planned": False,
    "not_connected": False,
    "ended": False,
}


def needs(relation: Relation) -> Iterator[Need]:
    """What a relation says must work for what; nothing for duties and records, and for data that have moved."""
    if isinstance(relation, Flow):
        yield from _needs_of_flow(relation)
        return
    end = DEPENDENCES[relation.type].dependent
    runs: bool | None = True
    if isinstance(relation, Migration):
        if relation.state in {"done", "verified"}:
            return
        runs = {"planned": False, "running": True}.get(relation.state or "")
    if end in {"source", "both"}:
        yield Need(relation.source, relation.target, runs)
    if end in {"target", "both"}:
        yield Need(relation.target, relation.source, runs)
    if isinstance(relation, Access) and relation.mode != "r":
        yield Need(relation.target, relation.source, True if relation.mode else None)


def _needs_of_flow(flow: Flow) -> Iterator[Need]:
    """The receiver needs the sender; both need each platform crossed; the receiver needs the data carried."""
    runs = _FLOW_RUNS.get(flow.state or "")
    receivers = (flow.target, flow.source) if flow.both_ways else (flow.target,)
    yield Need(flow.target, flow.source, runs)
    if flow.both_ways:
        yield Need(flow.source, flow.target, runs)
    for platform in dict.fromkeys(flow.via):
        yield Need(flow.source, platform, runs)
        yield Need(flow.target, platform, runs)
    for data in dict.fromkeys(flow.carries):
        for receiver in receivers:
            yield Need(receiver, data, runs)
