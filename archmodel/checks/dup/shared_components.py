"""What serves the nation or the whole City, by the job it does: what a new system is compared with."""

from __future__ import annotations

from collections import defaultdict

from archmodel.analysis.activity import COMING, is_active, is_family
from archmodel.model.elements import Application
from archmodel.model.model import Model

SHARED = {"group_a", "group_b", "province"}
WIDE = {"national", "sector", "province"}
CLASSES = {
    "directory", "integration_platform", "iam", "docmgmt", "email", "reporting", "archive", "ioc", "dvc_portal", "tthc_case",
}  # fmt: skip
"""Categories that are one job each; the others (sector, internal, portal, ...) hold many."""


def jobs(model: Model, system: Application, day: str, *, told: bool = False) -> list[str]:
    """What it is compared by: its category where that is one job, and its functions; only those a source tells of."""
    every = (*model.outgoing(system.id, "realizes"), *model.outgoing(system.id, "serves"))
    held = [r.target for r in every if r.holds_on(day) and not (told and r.confidence == "inferred")]
    category = system.category
    return [f"category {category}", *held] if category in CLASSES else held


def shared_components(model: Model, day: str) -> dict[str, list[Application]]:
    """The shared components, in use, announced or perhaps so, by what they can be compared by."""
    found: dict[str, list[Application]] = defaultdict(list)
    for system in model.applications:
        perhaps = system.sharing is None and system.scope in WIDE
        out_of_work = is_active(system, day) is False and system.state not in COMING
        if (system.sharing in SHARED or perhaps) and not is_family(system) and not out_of_work:
            for key in jobs(model, system, day):
                found[key].append(system)
    return found
