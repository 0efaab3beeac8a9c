"""What keeping, merging or ending the systems of a cluster would touch: input for a human decision, never a recommendation.

Every option of a cluster is laid out in one order, none is ranked. What it touches is read from direct relations alone, with
the least sure confidence among them; an aspect nobody recorded is not known, which is not the same as untouched. Effects
further on are left to the analysis of impact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.analysis.duplicates.clusters import Cluster
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.model.model import Model
from archmodel.model.relations import Relation
from archmodel.model.values import Confidence
from archmodel.text.words import Words

_RANKS: tuple[Confidence | None, ...] = (None, "inferred", "secondary", "primary", "seed")


class Course(StrEnum):
    """What could be done with a cluster."""

    KEEP = "keep"
    MERGE = "merge"
    RETIRE = "retire"

    @property
    def words(self) -> Words:
        """The course in Vietnamese and English."""
        return _COURSES[self]


_COURSES = {
    Course.KEEP: Words("Giữ tất cả, ghi lý do", "Keep all, with a reason"),
    Course.MERGE: Words("Hợp nhất vào", "Merge into"),
    Course.RETIRE: Words("Kết thúc, không có bên kế thừa", "End without a successor"),
}
CLAUSES = {
    Course.KEEP: ("KH130-GP2",),
    Course.MERGE: ("KH130-GP2", "KH130-GP3", "KH130-GP4"),
    Course.RETIRE: ("KH130-GP3", "KH130-GP4", "KH130-SP1.3"),
}
"""The clauses of plan 130 each course is weighed by."""

ASPECTS = {
    "function": Words("chức năng, dịch vụ", "functions and services"),
    "data": Words("dữ liệu", "data"),
    "users": Words("người dùng", "users"),
    "flow": Words("luồng tích hợp", "data flows"),
    "address": Words("địa chỉ, giao diện", "addresses"),
    "hosted": Words("đặt hoặc nằm trong đó", "hosted or contained"),
}
"""What may hang on a system, in the order it is told."""


class Touch(NamedTuple):
    """What of one aspect of one system an option would leave without a home; ``ids`` empty where all has one.

    ``confidence`` is the least sure of the facts it rests on; ``is_recorded`` is False where the catalogue is silent.
    """

    system: str
    aspect: str
    ids: tuple[str, ...]
    is_recorded: bool
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Option:
    """One course for a cluster: what stays, what goes, what that touches, and what should be known before."""

    course: Course
    stays: tuple[str, ...]
    goes: tuple[str, ...]
    touches: tuple[Touch, ...]
    open: tuple[Words, ...]

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of plan 130 it is weighed by."""
        return CLAUSES[self.course]


def options(model: Model, cluster: Cluster, verdict: Verdict, day: str) -> tuple[Option, ...]:
    """The courses for a cluster: keep all, merge into each that could take the others over, end each of the City's own.

    ``verdict`` is the gravest among its pairs. What others run cannot be ended by the City, but its users can move to it.
    No order of merit.
    """
    ids = [id for id in cluster.ids if id in model]
    own = [id for id in ids if getattr(model[id], "record", None) == "own"]
    unknown = tuple(_open(model, verdict, ids, day))
    found = [Option(Course.KEEP, tuple(ids), (), (), unknown)]
    for heir in ids:
        goes = tuple(id for id in own if id != heir)
        if goes:
            touches = tuple(touch for id in goes for touch in _touches(model, id, day, heir))
            found.append(Option(Course.MERGE, (heir,), goes, touches, unknown))
    for id in own:
        rest = tuple(other for other in ids if other != id)
        found.append(Option(Course.RETIRE, rest, (id,), tuple(_touches(model, id, day, None)), unknown))
    return tuple(found)


def least_sure(facts: Iterable[Relation]) -> Confidence | None:
    """The least sure confidence among facts; None where one has no source, or there is none."""
    return min((fact.confidence for fact in facts), key=_RANKS.index, default=None)


def _touches(model: Model, id: str, day: str, heir: str | None) -> Iterator[Touch]:
    """What hangs on a system and its heir does not have, or, without an heir, nobody else has."""
    for aspect in ASPECTS:
        held = dict(_held(model, id, aspect, day))
        if heir is not None:
            covered = {end for end, _ in _held(model, heir, aspect, day)} | {heir}
        else:
            covered = {end for end in held if _is_elsewhere(model, id, end, aspect, day)}
        left = [end for end in held if end not in covered]
        facts = [held[end] for end in left or held]
        sure = least_sure(facts)
        yield Touch(id, aspect, tuple(left), bool(held), sure)


def _held(model: Model, id: str, aspect: str, day: str) -> Iterator[tuple[str, Relation]]:
    """The ends of the relations of one aspect that hold on the day, each once."""
    every: Iterable[tuple[str, Relation]]
    out, into = model.outgoing, model.incoming
    if aspect == "function":
        every = ((r.target, r) for type in ("realizes", "serves") for r in out(id, type))
    elif aspect == "data":
        every = ((r.target, r) for r in out(id, "accesses"))
    elif aspect == "users":
        every = ((r.target, r) for r in out(id, "used_by"))
    elif aspect == "flow":
        every = [*((r.target, r) for r in out(id, "flow")), *((r.source, r) for r in into(id, "flow"))]
    elif aspect == "address":
        every = ((r.target, r) for r in out(id, "exposes"))
    else:
        every = ((r.source, r) for type in ("hosted_on", "part_of") for r in into(id, type))
    return ((end, relation) for end, relation in every if relation.holds_on(day))


def _is_elsewhere(model: Model, id: str, end: str, aspect: str, day: str) -> bool:
    """Whether another system that works on the day does the function, keeps the data, or takes the calls of an address."""
    if aspect == "function":
        near = [r for type in ("realizes", "serves") for r in model.incoming(end, type)]
        return any(r.source != id and r.holds_on(day) and _works(model, r.source, day) for r in near)
    if aspect == "data":
        writers = [r for r in model.incoming(end, "accesses") if getattr(r, "mode", None) in {"w", "rw"}]
        kept = any(r.source != id and r.holds_on(day) and _works(model, r.source, day) for r in writers)
        return kept or any(
            r.holds_on(day) for type in ("migrates_to", "archived_in") for r in model.outgoing(end, type)
        )
    if aspect == "address":
        return any(r.holds_on(day) for r in model.outgoing(end, "redirects_to"))
    return False


def _works(model: Model, id: str, day: str) -> bool:
    element = model.elements.get(id)
    return element is not None and is_active(element, day) is True


def _open(model: Model, verdict: Verdict, ids: list[str], day: str) -> Iterator[Words]:
    """What should be known before anyone decides."""
    if verdict is Verdict.OVERLAP:
        yield Words(
            "chỉ trùng một phần việc: xác định phần chung trước",
            "the jobs are one in part only: settle which part first",
        )
    if verdict is Verdict.FAMILY:
        yield Words(
            "cùng việc ở các đơn vị khác nhau: cần đơn vị chủ trì chung",
            "one job in different units: a common lead is needed",
        )
    elements = [model[id] for id in ids]
    if stateless := [e.name for e in elements if getattr(e, "state", None) is None]:
        yield Words(
            f"chưa biết còn hoạt động không: {'; '.join(stateless)}",
            f"not known whether in use: {'; '.join(stateless)}",
        )
    if ownerless := [e.name for e in elements if not any(r.holds_on(day) for r in model.outgoing(e.id, "owned_by"))]:
        yield Words(f"chưa ghi chủ quản: {'; '.join(ownerless)}", f"owner not recorded: {'; '.join(ownerless)}")
    if outside := [e.name for e in elements if getattr(e, "record", None) != "own"]:
        yield Words(
            f"do cơ quan khác quản lý, Thành phố không tự quyết: {'; '.join(outside)}",
            f"run by others, not for the City to end: {'; '.join(outside)}",
        )
