"""Who answers for an element today: its owner, or where that body was dissolved, the one body recorded to have taken over."""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.analysis.activity import holding
from archmodel.analysis.succession import heirs
from archmodel.checks.questions.answer import Answer, Fact, Question, Verdict
from archmodel.checks.questions.case import Case
from archmodel.checks.questions.grounds import GROUNDS
from archmodel.checks.standing import Standing
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation, Succession
from archmodel.text.words import Words

_TITLES = {
    "owned_by": Words("Chủ quản", "Owner"),
    "led_by": Words("Chủ trì", "Lead"),
    "operated_by": Words("Vận hành", "Operator"),
    "coordinated_by": Words("Phối hợp", "Coordinator"),
}
FEW = 5
_HEIR = Words("Kế thừa chủ quản cũ", "Successor of the former owner")
_CONTACT = Words("Đầu mối", "Contact")


@dataclass(frozen=True, slots=True)
class Holder:
    """A body recorded to answer for something: over which relation, and after it ended, who succeeded it.

    ``lives`` where both the body and the relation hold; ``former`` where the relation ended for another reason than that
    the body did.
    """

    body: str
    link: Relation
    lives: bool
    former: bool = False
    heirs: tuple[Element, ...] = ()
    whole: bool = True

    @property
    def heir(self) -> Element | None:
        """The one body that took over the whole of it; None where that is not what is recorded."""
        return self.heirs[0] if len(self.heirs) == 1 and self.whole and not self.former else None


def holders(model: Model, id: str, day: str) -> tuple[Holder, ...]:
    """The bodies that own or lead ``id`` on ``day``, dissolved ones with their heirs; former ones where none is left."""
    past = model.origin
    links = [r for type in ("owned_by", "led_by") for r in past.outgoing(id, type)]
    return tuple(_holder(past, link, day) for link in (holding(links, day) or links))


def _holder(past: Model, link: Relation, day: str) -> Holder:
    body = past.elements.get(link.target)
    if body is None or (body.holds_on(day) and link.holds_on(day)):
        return Holder(link.target, link, lives=body is not None)
    found = tuple(heir for heir in heirs(past, link.target, day) if heir.id != link.target)
    parts = [r for r in past.incoming(link.target, "succeeds") if isinstance(r, Succession)]
    whole = all(r.extent in {None, "whole"} for r in parts)
    former = not link.holds_on(day) and link.until != body.until
    return Holder(link.target, link, lives=False, former=former, heirs=found, whole=whole)


def answering(model: Model, id: str, day: str) -> tuple[str, ...]:
    """The ids of the bodies an element counts for on ``day``: living owners, and sole heirs to the whole of dissolved ones."""
    found: dict[str, None] = {}
    for holder in holders(model, id, day):
        if holder.lives:
            found[holder.body] = None
        elif holder.heir:
            found[holder.heir.id] = None
    return tuple(found)


def responsible(case: Case) -> Answer:
    """Who answers for it: one body on record is a yes; none, several, or a former one with several heirs is not."""
    every = holders(case.model, case.id, case.day)
    field = "led_by" if case.element.kind == "task" else "owned_by"
    bodies = answering(case.model, case.id, case.day)
    facts = [*_facts(case, every, field), *_others(case)]
    said = case.judged(GROUNDS[Question.RESPONSIBLE].tell)
    rests_on = tuple(one for one in said if one.standing not in {Standing.NOT_APPLICABLE, Standing.NOT_RUN})
    lost = [holder for holder in every if not holder.lives and not holder.heir]
    is_one = len(bodies) == 1 and not lost
    missing = () if is_one and all(h.lives for h in every) else (case.lacks(field),)
    if is_one:
        return Answer(
            Question.RESPONSIBLE, Verdict.YES, _known(case, every, bodies[0]), rests_on, tuple(facts), missing
        )
    return Answer(
        Question.RESPONSIBLE, Verdict.OPEN, _unknown(case, every, bodies, lost), rests_on, tuple(facts), missing
    )


def _known(case: Case, every: tuple[Holder, ...], body: str) -> Words:
    name = case.name_of(body)
    former = [holder for holder in every if not holder.lives]
    if former:
        old = case.name_of(former[0].body)
        return Words(
            f"{name}, theo quan hệ kế thừa từ {old}; danh mục chưa ghi chủ quản mới.",
            f"{name}, as the successor of {old}; the catalogue does not record a new owner.",
        )
    inferred = any(holder.link.confidence in {None, "inferred"} for holder in every)
    doubt = Words(" (chưa có nguồn xác nhận)", " (no source confirms it)") if inferred else Words("", "")
    return Words(f"{name}{doubt.vi}.", f"{name}{doubt.en}.")


def _unknown(case: Case, every: tuple[Holder, ...], bodies: tuple[str, ...], lost: list[Holder]) -> Words:
    if not every:
        return Words(
            "Chưa kết luận được: chưa ghi chủ quản, chủ trì.", "Cannot be concluded: no owner or lead is recorded."
        )
    parts = []
    for holder in lost:
        old = case.name_of(holder.body)
        names = ", ".join(heir.name for heir in holder.heirs[:FEW]) + (
            f", … ({len(holder.heirs)})" if len(holder.heirs) > FEW else ""
        )
        if holder.former:
            parts.append(Words(f"{old} chỉ được ghi đến trước {holder.link.until}, chưa ghi ai tiếp nhận",
                               f"{old} is recorded until {holder.link.until} only; who took over is not"))  # fmt: skip
        elif holder.heirs:
            parts.append(Words(f"{old} không còn, kế thừa: {names}, chưa ghi ai nhận đối tượng này",
                               f"{old} is gone, succeeded by {names}; who took this over is not recorded"))  # fmt: skip
        else:
            parts.append(Words(f"{old} không còn hoặc không có trong danh mục, chưa ghi bên kế thừa",
                               f"{old} is gone or not in the catalogue, and no successor is recorded"))  # fmt: skip
    if len(bodies) > 1:
        names = ", ".join(case.name_of(id) for id in bodies)
        parts.append(Words(f"ghi {len(bodies)} cơ quan ({names})", f"{len(bodies)} bodies are recorded ({names})"))
    told = Words("; ".join(p.vi for p in parts), "; ".join(p.en for p in parts))
    return Words(f"Chưa kết luận được: {told.vi}.", f"Cannot be concluded: {told.en}.")


def _facts(case: Case, every: tuple[Holder, ...], field: str) -> list[Fact]:
    found = [] if every else [Fact(_TITLES[field], None, place=case.element.place)]
    for holder in every:
        title, until = _TITLES[holder.link.type], holder.link.until
        name = case.name_of(holder.body)
        found.append(case.tie(title, holder.link, f"{name} (< {until})" if until else name))
        for heir in holder.heirs[:FEW]:
            links = [r for r in case.model.origin.incoming(holder.body, "succeeds") if r.source == heir.id]
            found.append(case.tie(_HEIR, links[0], heir.name) if links else Fact(_HEIR, Words(heir.name, heir.name)))
    return found


def _others(case: Case) -> list[Fact]:
    """Operators, coordinators and the contact: told, never counted as who answers."""
    found = [case.tie(_TITLES[r.type], r) for r in case.relations("operated_by", "coordinated_by")]
    return [*found, case.fact(_CONTACT, case.element.contact)]
