"""Mail domains of the past: which there are, whether mail to them still arrives, and what is not recorded of it."""

from __future__ import annotations

from archmodel.analysis.bodies import owners
from archmodel.analysis.lives import with_past
from archmodel.analysis.trails import ends
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
    reached = ends(origin, domain.id, ("forwards_to",), day, on_day=True)
    if reached.circular:
        return Words("chuyển tiếp chạy vòng", "forwards in a circle")
    closed = domain.until or day
    if all(r.since is not None and certainly_after(r.since, closed) for r in forwards):
        late = forwards[0].since
        return Words(
            f"chuyển tiếp chỉ từ {late}, sau khi đóng {closed}",
            f"forwards only from {late}, after it closed on {closed}",
        )
    if reached.stopped and not reached.working and not reached.unsure:
        end = reached.stopped[0]
        return Words(f"chuyển tiếp tới '{end}' đã dừng", f"forwards to '{end}', which is out of work")
    return None


def unknown_forwarding(model: Model, domain: Interface, day: str) -> list[Blank]:
    """What is not recorded of the forwarding of a closed domain."""
    forwards, blanks = model.origin.outgoing(domain.id, "forwards_to"), []
    if forwards and not any(r.since and r.until for r in forwards):
        blanks.append(Blank("'since', 'until'", Words("của 'forwards_to'", "of 'forwards_to'")))
    reached = ends(model, domain.id, ("forwards_to",), day, on_day=True)
    if reached.unsure and not reached.working:
        end = reached.unsure[0]
        blanks.append(Blank("'state'", Words(f"của '{end}'", f"of '{end}'")))
    return blanks


def _is_decided(origin: Model, domain: Interface) -> bool:
    documents = (d for type in ("governed_by", "evidenced_by") for d in origin.targets(domain.id, type))
    return any(isinstance(document, Document) and document.category == "decision" for document in documents)
