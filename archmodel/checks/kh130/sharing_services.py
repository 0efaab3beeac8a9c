"""The data-sharing services of the City's integration platforms, and whether each outlived the reorganisation."""

from __future__ import annotations

from archmodel.analysis.spans import shifted
from archmodel.analysis.succession import successors
from archmodel.checks.kh130.continuity import Lapses, lapses, undated
from archmodel.checks.kh130.platforms import own_systems
from archmodel.checks.kh130.reorganisation import judged
from archmodel.model.elements import Document, Interface
from archmodel.model.model import Model


def services(model: Model) -> list[Interface]:
    """The services the City's integration platforms ever exposed; web pages aside."""
    past = judged(model)
    platforms = own_systems(past, "integration_platform")
    exposed = (r.target for platform in platforms for r in past.outgoing(platform.id, "exposes"))
    found = (past.elements.get(id) for id in dict.fromkeys(exposed))
    return [service for service in found if isinstance(service, Interface) and service.category != "url"]


def taken_over(model: Model, day: str) -> list[Interface]:
    """The services that held on the last day before the reorganised units took over."""
    effect = model.settings.days.effect or day
    return [service for service in services(model) if service.holds_on(shifted(effect, -1))]


def survival(model: Model, service: Interface, day: str) -> tuple[Lapses, str, str]:
    """The lapses of a service and of what succeeds it since the units took over; what is undated, and of which."""
    chain = [service, *(heir for heir in successors(model.origin, service.id) if isinstance(heir, Interface))]
    return lapses(chain, model.settings.days.effect or day, day), *undated(chain)


def is_decided(model: Model, service: Interface) -> bool:
    """Whether a decision that ended the service is on record."""
    documents = (d for type in ("governed_by", "evidenced_by") for d in model.origin.targets(service.id, type))
    return any(isinstance(document, Document) and document.category == "decision" for document in documents)
