"""The systems the security rules judge, and what their records say of level, owner and proof.

Judged are the City's own applications, nodes and networks that work or may work; stand-ins for many (``instances``,
named as a family) and mere equipment carry no level of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, is_active, is_family, is_own, linking
from archmodel.analysis.deadlines import last_due
from archmodel.model.elements import Application, Dataset, Document, Network, Node, Organisation, Security, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Proof

System = Application | Node | Network
EQUIPMENT = frozenset({"sensors", "terminals"})
NONE = Security()


def own_systems(model: Model, day: str) -> Iterator[System]:
    """The City's own systems that work on ``day`` or may, each a single thing that can have a level."""
    return (system for system in _own(model) if is_active(system, day) is not False)


def coming_systems(model: Model, day: str) -> Iterator[System]:
    """The City's own systems in design or being built on ``day``."""
    return (system for system in _own(model) if system.holds_on(day) and system.state in COMING)


def _own(model: Model) -> Iterator[System]:
    systems: tuple[System, ...] = (*model.applications, *model.nodes, *model.networks)
    for system in systems:
        equipment = isinstance(system, Node) and system.category in EQUIPMENT
        if is_own(system) and not equipment and not is_family(system):
            yield system


def security_of(element: Element | None) -> Security:
    """What is recorded of its security; an empty record where nothing is."""
    return (element.security or NONE) if isinstance(element, System) else NONE


def wholes(model: Model, id: str, day: str) -> tuple[str, ...]:
    """The ids of the systems ``id`` is a part of on ``day``."""
    return tuple(r.target for r in model.outgoing(id, "part_of") if r.holds_on(day) and r.target in model)


def owners(model: Model, id: str, day: str) -> tuple[Organisation, ...]:
    """The bodies that own ``id`` on ``day``."""
    found = {r.target: model.elements.get(r.target) for r in model.outgoing(id, "owned_by") if r.holds_on(day)}
    return tuple(body for body in found.values() if isinstance(body, Organisation))


def proofs(model: Model, id: str, day: str, *roles: str) -> tuple[Document, ...]:
    """The documents that prove something about ``id`` in one of the roles, issued by ``day``."""
    linked = (r for r in model.outgoing(id, "evidenced_by") if isinstance(r, Proof) and r.role in roles)
    found = (model.elements.get(r.target) for r in linked if r.holds_on(day))
    return tuple(d for d in found if isinstance(d, Document) and (d.issued or "") <= day)


def due_work(model: Model, id: str, day: str) -> str | None:
    """The last deadline still to come of any task that concerns ``id``, or None where no such work is recorded."""
    tasks = (task for task in linking(model, id, "concerns", day) if isinstance(task, Task))
    days = (due for task in tasks if task.holds_on(day) and (due := last_due(task, model.settings)))
    return max((due for due in days if due >= day), default=None)


def data_of(model: Model, id: str, day: str) -> tuple[Dataset, ...]:
    """The data sets an application or interface accesses on ``day``."""
    ends = dict.fromkeys(r.target for r in model.outgoing(id, "accesses") if r.holds_on(day))
    return tuple(data for end in ends if isinstance(data := model.elements.get(end), Dataset))
