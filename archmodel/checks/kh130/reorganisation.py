"""The reorganisation plan 130 is about: what it touches, what a rule about the past judges, who answers since.

Decides which records a rule of the family judges; what each rule asks of them stays with the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import holding, is_family, is_own
from archmodel.analysis.bodies import owners
from archmodel.analysis.deadlines import DONE
from archmodel.analysis.spans import shifted
from archmodel.analysis.succession import heirs
from archmodel.model.elements import Application, Dataset, Organisation, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Succession

PLAN_DAYS = 15


def judged(model: Model) -> Model:
    """What a rule about the past judges: what has ended too, where only days were narrowed; else the part as it is."""
    return model.origin if model.is_whole else model


def options_due(model: Model) -> str | None:
    """The last day for the options of task 2: fifteen days after the plan was issued."""
    return shifted(model.settings.days.issue, PLAN_DAYS) if model.settings.days.issue else None


def certainly_after(day: str, other: str) -> bool:
    """Whether ``day`` is after ``other`` whatever days of reduced precision mean."""
    return day[: len(other)] > other


def speaks_for(model: Model, unrecorded: Iterable[Element]) -> Element | None:
    """Whom a finding about many bodies at once is about: the owner of the workspace, or else the first of them."""
    owner = model.elements.get(model.settings.owner or "")
    return owner or next(iter(unrecorded), None)


def affected(model: Model) -> Iterator[Application | Dataset]:
    """The City's own systems and data that were in use, designed or built when the plan was issued, or may have been."""
    issue = model.settings.days.issue
    for element in judged(model):
        if isinstance(element, Application | Dataset) and is_own(element) and not is_family(element):  # noqa: SIM102
            if issue is not None and element.holds_on(issue):
                yield element


def answering(model: Model, ids: Iterable[str], day: str) -> set[str]:
    """The ids of the bodies that answer on ``day`` for what ``ids`` are or were owned by: owners then, and heirs."""
    found: set[str] = set()
    for id in ids:
        living, ended = owners(model, id, day)
        found |= {body.id for body in living}
        found |= {heir.id for body in ended for heir in heirs(model.origin, body.id, day)}
    return found


def functions_taken(model: Model, body: Organisation, day: str) -> bool:
    """Whether the functions assigned to a body are assigned to its heirs; where none is, whether any heir took functions."""
    past = model.origin
    taking = [heir for heir in heirs(past, body.id, day) if heir.id != body.id]
    if functions := {link.target for link in past.outgoing(body.id, "assigned_to")}:
        return functions <= {r.target for heir in taking for r in holding(past.outgoing(heir.id, "assigned_to"), day)}
    links = past.incoming(body.id, "succeeds")
    return bool(taking) and any(isinstance(link, Succession) and "function" in link.scope for link in links)


def is_open(task: Task, day: str) -> bool | None:
    """Whether work is still to be done on ``day``; None where its state is not stated."""
    if not task.holds_on(day):
        return False
    return None if task.state is None else task.state not in {*DONE, "stopped"}
