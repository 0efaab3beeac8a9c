"""What became of one thing by a day: it goes on, was taken over, moved, redirected, closed on purpose, or nobody recorded it.

Every fate but *unknown* rests on something recorded: an owner of the day and a working state, a succession, a move that
is done, a redirect that arrives, or a decision. A thing whose owner is gone has no known fate while it has no other.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.analysis.deadlines import is_open
from archmodel.analysis.estates import answers, decisions
from archmodel.analysis.homes import MOVES, is_disposed_of
from archmodel.analysis.onward import owners_of, taken_by, takers
from archmodel.analysis.trails import ends, exposing, followed
from archmodel.model.elements import Dataset, Interface, Organisation, Task
from archmodel.model.model import Model
from archmodel.model.record import Element, Managed
from archmodel.model.relations import Migration
from archmodel.text.words import Words

Name = Literal["continued", "taken_over", "moved", "redirected", "retired", "unknown"]
Reason = Literal["", "owner", "state", "successor", "move", "address", "lead", "heirs"]
WORDS: dict[Name, Words] = {
    "continued": Words("tiếp tục", "goes on"),
    "taken_over": Words("được tiếp nhận", "taken over"),
    "moved": Words("đã chuyển dữ liệu", "moved"),
    "redirected": Words("được chuyển hướng", "redirected"),
    "retired": Words("chấm dứt theo quyết định", "closed by decision"),
    "unknown": Words("chưa rõ", "unknown"),
}
REASONS: dict[Reason, Words] = {
    "": Words("", ""),
    "owner": Words("chưa ghi ai quản lý sau đơn vị cũ", "who owns it after the old body is not recorded"),
    "state": Words("chưa ghi còn dùng hay không", "whether it still works is not recorded"),
    "successor": Words("đã kết thúc, chưa ghi bên kế thừa hay quyết định", "ended; no successor or decision is recorded"),
    "move": Words("chưa ghi dữ liệu chuyển tới đâu", "where its data went is not recorded"),
    "address": Words("chưa ghi chuyển hướng tới đâu", "where it leads now is not recorded"),
    "lead": Words("đơn vị chủ trì đã kết thúc, chưa ghi giao lại cho ai", "a lead of it has ended; nobody is recorded in its place"),
    "heirs": Words("chưa ghi đơn vị kế thừa", "no successor is recorded"),
}  # fmt: skip


class Fate(NamedTuple):
    """A fate, what carries the thing on (ids), and for an unknown one what is not recorded."""

    name: Name
    to: tuple[str, ...] = ()
    reason: Reason = ""

    @property
    def words(self) -> Words:
        """The fate in both languages; an unknown one with its reason."""
        name, why = WORDS[self.name], REASONS[self.reason]
        return Words(f"{name.vi}: {why.vi}", f"{name.en}: {why.en}") if why.vi else name


def fate_of(past: Model, element: Element, day: str) -> Fate:
    """The fate of an element by ``day``, read from the model with its past."""
    if isinstance(element, Organisation):
        return _body(past, element, day)
    if isinstance(element, Task):
        return _task(past, element, day)
    if decisions(past, element.id) and is_active(element, day) is False:
        return Fate("retired", tuple(proof.target for proof in decisions(past, element.id)))
    return _ended(past, element, day) if is_active(element, day) is False else _going(past, element, day)


def _body(past: Model, body: Organisation, day: str) -> Fate:
    if body.holds_on(day):
        return Fate("continued", (body.id,))
    heirs = tuple(step.to for step in takers(past, body, day))
    return Fate("taken_over", heirs) if heirs else Fate("unknown", (), "heirs")


def _task(past: Model, task: Task, day: str) -> Fate:
    if is_open(task, day) is False:
        return Fate("retired")
    leads = _living(past, task, day)
    gone = [r for r in past.outgoing(task.id, "led_by") if not _holds(past, r.target, day)]
    since = max((past.elements[r.target].until or "" for r in gone if r.target in past), default="")
    anew = any(r.since and r.since >= since for r in past.outgoing(task.id, "led_by") if r not in gone)
    if gone and not anew:
        return Fate("unknown", leads, "lead")
    return Fate("continued", leads)


def _holds(past: Model, id: str, day: str) -> bool:
    return id in past and past.elements[id].holds_on(day)


def _going(past: Model, element: Element, day: str) -> Fate:
    """A thing that works, or may."""
    owners = _living(past, element, day)
    if not owners and _had_owner(past, element):
        return Fate("unknown", (), "owner")
    if is_active(element, day) is None and isinstance(element, Managed) and not _is_served(past, element, day):
        return Fate("unknown", owners, "state")
    return Fate("continued", owners)


def _is_served(past: Model, element: Element, day: str) -> bool:
    """Whether an address that states nothing of itself belongs to an application that works."""
    return isinstance(element, Interface) and any(is_active(app, day) for app in exposing(past, element))


def _ended(past: Model, element: Element, day: str) -> Fate:
    if isinstance(element, Interface):
        trail = followed(past, element, day)
        if len(trail.path) > 1 and trail.fault is None and trail.works:
            return Fate("redirected", (trail.end.id,))
    if isinstance(element, Dataset):
        if is_disposed_of(past, element):
            return Fate("retired")
        arrived = [r for r in past.outgoing(element.id, "migrates_to") if _is_done(r)]
        reached = ends(past, element.id, MOVES, day)
        if reached.working and (arrived or past.outgoing(element.id, "archived_in")):
            return Fate("moved", reached.working)
    steps = taken_by(past, element, day)
    heirs = tuple(s.to for s in steps if s.by in {"succeeds", "same_address"} and _answers(past, s.to, day))
    if heirs:
        return Fate("taken_over", heirs)
    return Fate(
        "unknown",
        (),
        "address" if isinstance(element, Interface) else "move" if isinstance(element, Dataset) else "successor",
    )


def _answers(past: Model, id: str, day: str) -> bool:
    return id in past and answers(past[id], day) is not False


def _is_done(relation: object) -> bool:
    return isinstance(relation, Migration) and relation.state in {"done", "verified"}


def _living(past: Model, element: Element, day: str) -> tuple[str, ...]:
    """The bodies of the day that hold it; where none does, the successor systems are not asked: they are not it."""
    found = (past.elements.get(step.to) for step in owners_of(past, element, day) if step.by != "succeeds")
    return tuple(body.id for body in found if isinstance(body, Organisation) and body.holds_on(day))


def _had_owner(past: Model, element: Element) -> bool:
    held = any(past.outgoing(element.id, type) for type in ("owned_by", "operated_by"))
    return held or bool(past.incoming(element.id, "assigned_to"))
