"""What an element's page says of its end: how much would feel it, which services and units, over which first paths.

Decides for which kinds that is asked, how far the page follows and how much it shows; the whole answer is what
``archmodel impact`` gives.
"""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.analysis.impact import SERVED, Row, impact_in
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.kinds import KINDS
from archmodel.model.record import Element
from archmodel.model.relations import Flow

DEPTH = 3
"""How many steps a page follows, so that publishing stays linear; the page says so."""

PATHS = 6
ASKED = frozenset({
    "application", "interface", "dataset", "entity", "node", "network", "facility", "control", "service", "process",
    "business_function", "channel",
})  # fmt: skip
"""The kinds that can stop; of a body, a document or a task the page tells duties and relations only."""


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a path: what leads to the next element, over which flow, and how sure it is."""

    words: str
    flow: str
    other: Ref
    inferred: bool
    unstated: bool


@dataclass(frozen=True, slots=True)
class Halt:
    """What would feel it: counts by kind (with what families stand for), services, units, the first paths.

    ``unstated`` counts what is reached over a link or system of unrecorded state, ``idle`` what is joined only over
    what does not run on the day.
    """

    total: int
    counts: tuple[tuple[str, int, int], ...]
    services: tuple[Ref, ...]
    units: tuple[Ref, ...]
    paths: tuple[tuple[PathStep, ...], ...]
    unstated: int
    idle: int
    depth: int


def halt(site: Publication, element: Element) -> Halt | None:
    """The values of the block; None for kinds it is not asked of, and for what does not hold on the day."""
    if element.kind not in ASKED or element.id not in site.web:
        return None
    found = impact_in(site.web, element.id, depth=DEPTH)
    counts = tuple(
        (site.say(KINDS[kind].plural), number, sum(row.many for row in found.rows if row.element.kind == kind))
        for kind, number in found.counts.items()
    )
    return Halt(
        total=len(found.rows),
        counts=counts,
        services=tuple(site.named(row.element) for row in found.rows if row.element.kind in SERVED),
        units=tuple(site.named(row.element) for row in found.units),
        paths=tuple(_path(site, row) for row in sorted(found.rows, key=_telling)[:PATHS]),
        unstated=sum(not row.stated for row in found.rows),
        idle=len(found.idle),
        depth=DEPTH,
    )


def _telling(row: Row) -> tuple[int, int, str]:
    """What people ask for first: what is done for whom; figures that stop being counted come last."""
    kind = row.element.kind
    return (
        (kind not in SERVED) + (kind not in {*SERVED, "organisation"}) + (kind == "indicator"),
        row.distance,
        row.element.id,
    )


def _path(site: Publication, row: Row) -> tuple[PathStep, ...]:
    return tuple(
        PathStep(
            site.say(step.words),
            step.relation.id if isinstance(step.relation, Flow) else "",
            site.ref(step.end),
            step.relation.confidence == "inferred",
            step.runs is None,
        )
        for step in row.path
    )
