"""What ties an element to others: relations both ways by type, flows, and its places in frameworks.

Decides grouping, order and marks; words come from the table of relations in the model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.documents.site.address import anchor
from archmodel.documents.site.flow_list import flow_address
from archmodel.documents.site.publication import Publication, Ref, Source
from archmodel.model.record import Element
from archmodel.model.relations import (
    RELATIONS,
    Access,
    Alignment,
    Connection,
    Flow,
    Migration,
    Proof,
    Relation,
    Succession,
    Use,
)  # fmt: skip
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words

TOLD_APART = frozenset({"flow", "aligned_to"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation seen from one end: who is at the other, what more is said, when it holds, how sure it is and by what.

    ``cited`` holds documents, each with the number it has among the sources of the element, or None for one of its own.
    """

    other: Ref
    more: str
    validity: str
    standing: str
    confidence: str | None
    inferred: bool
    cited: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class TieGroup:
    """The relations of one type in one direction; ``type`` is empty for those that reach the element."""

    type: str
    words: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A flow: its ends, the platforms it crosses and the data it carries."""

    id: str
    anchor: str
    href: str
    source: Ref
    target: Ref
    both_ways: bool
    via: tuple[Ref, ...]
    route: str
    carries: tuple[Ref, ...]
    content: str | None
    state: str
    state_note: str | None
    validity: str
    standing: str
    inferred: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands in a framework; ``key`` is ours, ``code`` the framework's own, never one for the other."""

    edition: str
    key: str
    code: str | None
    name: str
    href: str | None
    mapping: str
    confidence: str
    inferred: bool


def ties(site: Publication, element: Element) -> tuple[TieGroup, ...]:
    """The relations of an element by type, those that leave it before those that reach it."""
    groups: list[TieGroup] = []
    for name, type_ in RELATIONS.items():
        if name in TOLD_APART:
            continue
        for relations, words, is_out in (
            (site.model.outgoing(element.id, name), type_.forward, True),
            (site.model.incoming(element.id, name), type_.backward, False),
        ):
            if relations:
                rows = [_tie(site, element, r, r.target if is_out else r.source) for r in relations]
                rows.sort(key=lambda tie: (tie.standing != "", sort_key(tie.other.name), tie.other.id, tie.validity))
                groups.append(TieGroup(name if is_out else "", site.say(words), tuple(rows)))
    return tuple(groups)


def _tie(site: Publication, element: Element, relation: Relation, other: str) -> Tie:
    own = [(item.document, item.url, item.date) for item in element.evidence]
    cited = [(item.document, item.url, item.date) for item in relation.evidence]
    return Tie(
        site.ref(other),
        "; ".join(_more(site, relation)),
        site.validity(relation),
        site.standing(relation),
        site.label("confidence", relation.confidence) if relation.confidence else None,
        relation.confidence == "inferred",
        tuple(dict.fromkeys((key[0], own.index(key) + 1 if key in own else None) for key in cited)),
    )


def _more(site: Publication, relation: Relation) -> Iterable[str]:
    """What a relation says beyond its type."""
    if relation.reason:
        yield relation.reason
    if relation.note:
        yield relation.note
    if isinstance(relation, Access) and relation.mode:
        yield site.say({"r": Words("đọc", "reads"), "w": Words("ghi", "writes"), "rw": _READ_WRITE}[relation.mode])
    if isinstance(relation, Connection) and relation.routes is not None:
        yield site.say(Words(f"{relation.routes} tuyến vật lý", f"{relation.routes} physical routes"))
    if isinstance(relation, Succession):
        yield from _succession(site, relation)
    if isinstance(relation, Migration) and relation.state:
        yield site.label("migration_state", relation.state)
    if isinstance(relation, Migration) and relation.on:
        yield site.say(Words(f"ngày {site.date(relation.on)}", f"on {relation.on}"))
    if isinstance(relation, Use):
        for flag, words in ((relation.signing, _SIGNING), (relation.routing, _ROUTING)):
            if flag is not None:
                answer = Words("có", "yes") if flag else Words("không", "no")
                yield f"{site.say(words)}: {site.say(answer)}"
    if isinstance(relation, Proof) and relation.role:
        yield site.say(_ROLES[relation.role])


def _succession(site: Publication, relation: Succession) -> Iterable[str]:
    if relation.extent:
        yield site.say(_EXTENTS[relation.extent])
    if relation.units is not None:
        yield site.say(Words(f"chung {relation.units} đơn vị cấp xã cũ", f"{relation.units} former communes in common"))
    if relation.scope:
        yield ", ".join(site.say(_SCOPES[part]) for part in relation.scope)


_READ_WRITE = Words("đọc và ghi", "reads and writes")
_SIGNING = Words("đã cấu hình ký số", "digital signing configured")
_ROUTING = Words("đã cấu hình luân chuyển", "routing configured")
_EXTENTS = {
    "whole": Words("toàn bộ", "the whole"),
    "part": Words("một phần", "a part"),
    "rest": Words("phần còn lại", "the rest"),
}
_SCOPES = {
    "territory": Words("địa bàn", "territory"), "function": Words("chức năng", "function"),
    "users": Words("người dùng", "users"), "data": Words("dữ liệu", "data"), "legal": Words("pháp lý", "legal"),
}  # fmt: skip
_ROLES = {
    "assessment": Words("đánh giá", "assessment"), "approval": Words("phê duyệt", "approval"),
    "decision": Words("quyết định", "decision"), "handover": Words("bàn giao", "handover"),
    "incident_plan": Words("phương án ứng cứu", "incident plan"), "comparison": Words("đối chiếu", "comparison"),
    "notice": Words("thông báo", "notice"), "other": Words("khác", "other"),
}  # fmt: skip
_ROUTES = {
    "direct": Words("trực tiếp", "direct"), "platform": Words("qua nền tảng", "over a platform"),
    "internal": Words("nội bộ", "internal"), "not_stated": Words("nguồn không nêu", "not stated by the source"),
}  # fmt: skip


def flows(site: Publication, element: Element) -> dict[str, tuple[FlowRow, ...]]:
    """The flows an element sends, receives, and lets pass or is carried by."""
    out = [r for r in site.model.outgoing(element.id, "flow") if isinstance(r, Flow)]
    into = [r for r in site.model.incoming(element.id, "flow") if isinstance(r, Flow)]
    return {
        name: tuple(flow_row(site, flow) for flow in sorted(found, key=lambda flow: flow.id))
        for name, found in (("out", out), ("in", into), ("through", site.crossing.get(element.id, [])))
        if found
    }


def flow_row(site: Publication, flow: Flow) -> FlowRow:
    """A flow as a row."""
    return FlowRow(
        id=flow.id,
        anchor=anchor("luong", flow.id),
        href=flow_address(site, flow.id),
        source=site.ref(flow.source),
        target=site.ref(flow.target),
        both_ways=bool(flow.both_ways),
        via=tuple(site.ref(id) for id in flow.via),
        route=site.say(_ROUTES[flow.route]) if flow.route else site.unknown,
        carries=tuple(site.ref(id) for id in flow.carries),
        content=flow.content,
        state=site.label("flow_state", flow.state),
        state_note=flow.state_note,
        validity=site.validity(flow),
        standing=site.standing(flow),
        inferred=flow.confidence == "inferred",
        sources=site.sources(flow.evidence),
    )


def places(site: Publication, element: Element) -> tuple[Place, ...]:
    """Where the element stands in each framework, in catalogue order."""
    found: list[Place] = []
    for relation in site.model.outgoing(element.id, "aligned_to"):
        edition, _, key = relation.target.partition("/")
        entry = site.model.reference.component(relation.target)
        head = site.model.reference.editions.get(edition)
        mapping = relation.mapping if isinstance(relation, Alignment) else None
        sure = (relation.confidence_of_mapping if isinstance(relation, Alignment) else None) or relation.confidence
        found.append(
            Place(
                edition=(site.words_of(head) if head else None) or edition,
                key=key,
                code=entry.code if entry else None,
                name=(site.words_of(entry) if entry else None) or site.unknown,
                href=site.component(relation.target),
                mapping=site.label("mapping", mapping),
                confidence=site.label("confidence", sure),
                inferred=sure == "inferred",
            )
        )
    return tuple(found)
