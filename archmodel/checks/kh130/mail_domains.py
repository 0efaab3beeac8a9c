"""Mail domains of the past: which there are, whether mail to them still arrives, and what is not recorded of it."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import owners
from archmodel.analysis.lives import with_past
from archmodel.analysis.succession import reachable
from archmodel.checks.kh130.lists import Blank
from archmodel.model.elements import Document, Interface
from archmodel.model.model import Model
from archmodel.text.days import certainly_after
from archmodel.text.words import Words


def old_domains(model: Model, day: str) -> tuple[Interface, ...]:
    """The mail domains that have ended or that a dissolved body had."""
    return tuple(
        domain
        for domain in with_past(model).interfaces
        if domain.category == "mail_domain" and (is_closed(domain, day) or owners(model, domain.id, day)[1])
    )


def is_closed(domain: Interface, day: str) -> bool:
    """Whether a domain has a recorded end that has passed."""
    return domain.state == "ended" or (domain.until is not None and not domain.holds_on(day))


def lost_mail(model: Model, domain: Interface, day: str) -> Words | None:
    """What shows that mail to a closed domain is, or was for a while, lost."""
    origin = model.origin
    forwards = origin.outgoing(domain.id, "forwards_to")
    if not forwards:
        nowhere = Words(
            "đã đóng, không chuyển tiếp, không có quyết định", "has closed with no forwarding and no decision"
        )
        return None if _is_decided(origin, domain) else nowhere
    onward = reachable(origin, domain.id, ("forwards_to",))
    if any(r.target == domain.id for e in (domain, *onward) for r in origin.outgoing(e.id, "forwards_to")):
        return Words("chuyển tiếp chạy vòng", "forwards in a circle")
    closed = domain.until or day
    if all(r.since is not None and certainly_after(r.since, closed) for r in forwards):
        late = forwards[0].since
        return Words(
            f"chuyển tiếp chỉ từ {late}, sau khi đóng {closed}",
            f"forwards only from {late}, after it closed on {closed}",
        )
    targets = _targets(model, domain, day)
    if targets and all(is_active(target, day) is False for target in targets):
        return Words(
            f"chuyển tiếp tới '{targets[0].id}' đã dừng", f"forwards to '{targets[0].id}', which is out of work"
        )
    return None


def unknown_forwarding(model: Model, domain: Interface, day: str) -> list[Blank]:
    """What is not recorded of the forwarding of a closed domain."""
    forwards, blanks = model.origin.outgoing(domain.id, "forwards_to"), []
    if forwards and not any(r.since and r.until for r in forwards):
        blanks.append(Blank("'since', 'until'", Words("của 'forwards_to'", "of 'forwards_to'")))
    targets = _targets(model, domain, day)
    if targets and not any(is_active(target, day) for target in targets):
        blanks.append(Blank("'state'", Words(f"của '{targets[0].id}'", f"of '{targets[0].id}'")))
    return blanks


def _targets(model: Model, domain: Interface, day: str) -> list[Interface]:
    """The domains mail is forwarded to on the day; none once the stated period is over."""
    ends = (model.origin.elements.get(r.target) for r in holding(model.origin.outgoing(domain.id, "forwards_to"), day))
    return [end for end in ends if isinstance(end, Interface)]


def _is_decided(origin: Model, domain: Interface) -> bool:
    documents = (d for type in ("governed_by", "evidenced_by") for d in origin.targets(domain.id, type))
    return any(isinstance(document, Document) and document.category == "decision" for document in documents)
