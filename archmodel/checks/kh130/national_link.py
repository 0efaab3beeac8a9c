"""The tie between the City's system of a category and its national counterpart: does it work, did it ever break."""

from __future__ import annotations

from collections.abc import Iterable

from archmodel.analysis.activity import is_active
from archmodel.analysis.continuity import lapses, told_span
from archmodel.checks.kh130.lists import Blank, listed, vague_fields
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words


def ties(model: Model, ours: Iterable[str], theirs: Iterable[str]) -> tuple[Flow, ...]:
    """The flows, of any day and state, between the systems of the City and the national ones, either way or across."""
    national = set(theirs)
    found: dict[str, Flow] = {}
    for id in ours:
        for relation in (*model.outgoing(id, "flow"), *model.incoming(id, "flow")):
            if isinstance(relation, Flow) and national & {relation.source, relation.target, *relation.via}:
                found[relation.id] = relation
    return tuple(found.values())


def works(flows: tuple[Flow, ...], day: str, what: Words) -> tuple[list[Words], list[Blank]]:
    """What contradicts a working tie on ``day``, and what is not recorded of it; ``what`` names the other end."""
    states = {flow.id: None if flow.state == "other" else is_active(flow, day) for flow in flows}
    if not flows:
        return [], [Blank("'flow'", Words(f"với {what.vi}", f"with {what.en}"))]
    if any(states.values()):
        return [], []
    unknown = [id for id, state in states.items() if state is None]
    if unknown:
        return [], [
            Blank(
                "'state'", Words(f"của luồng {listed(unknown)} ({what.vi})", f"of flow {listed(unknown)} ({what.en})")
            )
        ]
    names = listed(f"{flow.id} ({flow.state or flow.until})" for flow in flows)
    return [Words(f"không luồng nào với {what.vi} hoạt động: {names}", f"no flow with {what.en} works: {names}")], []


def unbroken(flows: tuple[Flow, ...], since: str, day: str) -> tuple[list[Words], list[Blank]]:
    """What shows that the tie broke between ``since`` and ``day``, and what is not recorded to know that it did not."""
    found = lapses(flows, since, day)
    if found.sure:
        gap = told_span(found.sure[0])
        return [Words(f"kết nối gián đoạn {gap}", f"the connection lapsed {gap}")], []
    if found.open:
        vague = [flow for flow in flows if flow in found.vague]
        names = vague_fields(vague)
        silent = listed(flow.id for flow in vague)
        return [], [
            Blank(
                names,
                Words(
                    f"của luồng {silent} (chưa rõ có liên tục từ {since})",
                    f"of flow {silent} (whether it held unbroken since {since} is not known)",
                ),
            )
        ]
    return [], []
