"""Exchange between systems: who is at the ends of a flow, which platforms it crosses, whether it runs.

Decides what counts as own, outside and platform for the INTEG rules; platforms are found by category and record, the
general national ones by their place in the framework.
"""

from __future__ import annotations

from collections.abc import Iterable

from archmodel.analysis.activity import holding, is_active, is_own
from archmodel.model.elements import Application, Dataset, Interface
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow

NATIONAL_SCOPES = frozenset({"national", "ministry", "sector"})
GENERAL = frozenset({"nat-1.0/N.L2.NTL.01", "nat-1.0/N.L2.NTL.02"})
"""The places of NDXP and NDOP in the national framework; any other national platform serves one purpose."""


def runs(flow: Flow, day: str) -> bool | None:
    """Whether a flow runs on ``day``; the state "other" leaves it open as no state does."""
    return None if flow.state == "other" and flow.holds_on(day) else is_active(flow, day)


def path(flow: Flow) -> tuple[str, ...]:
    """The ids a flow passes, ends included, in order."""
    return flow.source, *flow.via, flow.target


def leaves_path_open(flow: Flow) -> bool:
    """Whether the record leaves it open which platforms are crossed; "internal" says nothing about a link to others."""
    return flow.route == "not_stated" or (not flow.via and flow.route != "direct")


def system(model: Model, id: str) -> Application | Dataset | Interface | None:
    """The application, data set or interface ``id``; None for anything else."""
    found = model.elements.get(id)
    return found if isinstance(found, Application | Dataset | Interface) else None


def is_outside(element: Element) -> bool | None:
    """Whether a reference record is of national or ministry level; None where its scope is not recorded."""
    if getattr(element, "record", None) != "reference":
        return False
    scope = getattr(element, "scope", None)
    return None if scope is None else scope in NATIONAL_SCOPES


def owners(model: Model, id: str, day: str) -> frozenset[str]:
    """The bodies that own ``id`` on ``day``."""
    return frozenset(relation.target for relation in holding(model.outgoing(id, "owned_by"), day))


def same_owner(model: Model, flow: Flow, day: str) -> bool | None:
    """Whether both ends have an owner in common; None where an owner is not recorded."""
    source, target = owners(model, flow.source, day), owners(model, flow.target, day)
    return bool(source & target) if source and target else None


def platforms(model: Model, record: str) -> frozenset[str]:
    """The integration platforms that are the City's own (``"own"``) or of others (``"reference"``)."""
    return frozenset(app.id for app in model.applications.where(category="integration_platform", record=record))


def general(model: Model, ids: Iterable[str], day: str) -> frozenset[str]:
    """Those of the national platforms that serve every exchange, or whose place in the framework is not recorded."""
    return frozenset(
        id
        for id in ids
        if not (
            places := {r.target for r in holding(model.outgoing(id, "aligned_to"), day) if r.target.startswith("nat-")}
        )
        or places & GENERAL
    )


def own_pair(model: Model, flow: Flow) -> bool:
    """Whether both ends are systems of the City itself."""
    ends = system(model, flow.source), system(model, flow.target)
    return all(end is not None and is_own(end) for end in ends)


def touches_city(model: Model, flow: Flow) -> bool:
    """Whether an end of the flow is something else than a system of another body."""
    return not all((end := system(model, id)) and is_outside(end) is not False for id in (flow.source, flow.target))
