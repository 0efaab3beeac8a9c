"""The reorganisation plan 130 is about: what it touches, when its options were due, whom a finding about many names.

Decides which records a rule of the family judges; what each rule asks of them stays with the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_family, is_own
from archmodel.analysis.lives import with_past
from archmodel.analysis.spans import shifted
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.model.record import Element

PLAN_DAYS = 15


def options_due(model: Model) -> str | None:
    """The last day for the options of task 2: fifteen days after the plan was issued."""
    return shifted(model.settings.days.issue, PLAN_DAYS) if model.settings.days.issue else None


def speaks_for(model: Model, unrecorded: Iterable[Element]) -> Element | None:
    """Whom a finding about many bodies at once is about: the owner of the workspace, or else the first of them."""
    owner = model.elements.get(model.settings.owner or "")
    return owner or next(iter(unrecorded), None)


def affected(model: Model) -> Iterator[Application | Dataset]:
    """The City's own systems and data that were in use, designed or built when the plan was issued, or may have been."""
    issue = model.settings.days.issue
    for element in with_past(model):
        if isinstance(element, Application | Dataset) and is_own(element) and not is_family(element):  # noqa: SIM102
            if issue is not None and element.holds_on(issue):
                yield element
