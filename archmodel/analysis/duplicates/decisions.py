"""What the catalogue records as decided about two systems: kept apart for a reason, made one by a day, or excepted.

A decision that holds settles the pair; one that has lapsed - a waiver that ended, a merger past its day and not carried out -
settles nothing and is told beside the pair. Whether a decision is a good one is left to people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archmodel.analysis.ties import is_late, is_tie
from archmodel.model.model import Model
from archmodel.model.relations import RELATIONS, Migration, Relation
from archmodel.model.values import Confidence
from archmodel.model.waiver import Waiver
from archmodel.text.words import Words

FAMILY = "DUP-"
"""Waivers of rules of this family are decisions about a pair where they name both."""


class Decision(NamedTuple):
    """A record that says how two systems relate; ``lapsed`` where its day has passed, ``until`` where it has a day.

    ``kind`` is ``waiver`` or the type of the relation.
    """

    kind: str
    words: Words
    until: str | None
    lapsed: bool
    confidence: Confidence | None


def decisions(model: Model, one: str, other: str, day: str) -> tuple[Decision, ...]:
    """What is recorded between two systems that may settle whether they are one, those that hold before those lapsed."""
    found = [*_of_relations(model, one, other, day), *_of_waivers(model, one, other, day)]
    return tuple(sorted(found, key=lambda decision: decision.lapsed))


def _of_relations(model: Model, one: str, other: str, day: str) -> Iterator[Decision]:
    for relation in (*model.outgoing(one), *model.outgoing(other)):
        if {relation.source, relation.target} == {one, other} and is_tie(relation, day):
            due = _due(model, relation)
            lapsed = is_late(model, relation, day)
            yield Decision(relation.type, _told(relation, due, lapsed=lapsed), due, lapsed, relation.confidence)


def _due(model: Model, relation: Relation) -> str | None:
    if isinstance(relation, Migration) and relation.on:
        return relation.on
    if relation.type not in {"succeeds", "migrates_to"}:
        return relation.until
    old = model.elements.get(relation.target if relation.type == "succeeds" else relation.source)
    return getattr(old, "disposition_on", None) or relation.until


def _told(relation: Relation, due: str | None, *, lapsed: bool) -> Words:
    forward = RELATIONS[relation.type].forward
    reason = f": {relation.reason}" if relation.reason else ""
    day = Words(f" (hạn {due})", f" (due {due})") if due else Words("", "")
    over = Words("; đã quá hạn, chưa ghi là xong", "; past its day, not recorded as done") if lapsed else Words("", "")
    ends = f"'{relation.source}'", f"'{relation.target}'"
    return Words(
        f"{ends[0]} {forward.vi} {ends[1]}{reason}{day.vi}{over.vi}",
        f"{ends[0]} {forward.en} {ends[1]}{reason}{day.en}{over.en}",
    )


def _of_waivers(model: Model, one: str, other: str, day: str) -> Iterator[Decision]:
    for waiver in model.waivers:
        if waiver.rule.startswith(FAMILY) and {one, other} <= set(waiver.elements) and _begun(waiver, day):
            lapsed = waiver.until <= day
            over = Words("; đã hết hạn", "; it has ended") if lapsed else Words("", "")
            yield Decision(
                "waiver",
                Words(
                    f"ngoại lệ '{waiver.id}' ({waiver.granted_by}) đến {waiver.until}: {waiver.reason}{over.vi}",
                    f"waiver '{waiver.id}' ({waiver.granted_by}) until {waiver.until}: {waiver.reason}{over.en}",
                ),
                waiver.until,
                lapsed,
                waiver.confidence,
            )


def _begun(waiver: Waiver, day: str) -> bool:
    return (waiver.since or "") <= day
