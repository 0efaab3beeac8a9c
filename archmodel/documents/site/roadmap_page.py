"""The page of the roadmap: a chart and beside it the table that says the same in words, in the order work can be done."""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.analysis.roadmap import STANDINGS, Roadmap, Standing, Work, roadmap
from archmodel.documents.site.address import element_page
from archmodel.documents.site.deadlines import deadline_text
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.elements import Task
from archmodel.text.words import Words
from archmodel.views.gantt import gantt


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A piece of work as shown; ``leads`` and ``gone`` are the bodies that lead it, those that ended told apart."""

    ref: Ref
    depth: int
    leads: tuple[Ref, ...]
    lead_from: Ref | None
    gone: tuple[Ref, ...]
    start: str | None
    due: tuple[str, ...]
    due_from: Ref | None
    state: str
    state_on: str | None
    standing: Standing
    standing_words: str
    blocked_by: tuple[Ref, ...]
    addresses: tuple[Ref, ...]
    evidence: tuple[Ref, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoadmapPage:
    """The page: counts by standing, the work in order, circles of dependence, the chart as SVG."""

    counts: tuple[tuple[Standing, str, int], ...]
    rows: tuple[WorkRow, ...]
    circles: tuple[tuple[Ref, ...], ...]
    chart: str


def roadmap_values(site: Publication) -> RoadmapPage:
    """The values of the page on the day of the site."""
    found = roadmap(site.model, site.day)
    return RoadmapPage(
        tuple((name, site.say(words), n) for name, words in STANDINGS.items() if (n := len(found.standing(name)))),
        tuple(_row(site, work) for work in found),
        tuple(tuple(site.ref(id) for id in circle) for circle in found.circles),
        _chart(site, found),
    )


def _chart(site: Publication, found: Roadmap) -> str:
    def page(id: str) -> str | None:
        return element_page(id) if id in site.model else None

    return gantt(found).svg(site.lang, page) if len(found) else ""


def _row(site: Publication, work: Work) -> WorkRow:
    def refs(ids: tuple[str, ...]) -> tuple[Ref, ...]:
        return tuple(site.ref(id) for id in ids)

    return WorkRow(
        site.ref(work.id), work.depth, refs(tuple(id for id in work.leads if id not in work.gone)),
        site.ref(work.lead_from) if work.lead_from else None, refs(work.gone), site.date(work.start),
        _due(site, work), site.ref(work.due_from) if work.due_from else None, site.label("work_state", work.state),
        site.date(work.state_on), work.standing, site.say(STANDINGS[work.standing]), refs(work.blocked_by),
        refs(work.addresses), refs(work.evidence), tuple(site.say(fault.words) for fault in work.faults),
    )  # fmt: skip


def _due(site: Publication, work: Work) -> tuple[str, ...]:
    """Its own deadlines in words, as their source fixes them; else the day it is lent."""
    task = site.model.origin.elements.get(work.id)
    own = task.deadlines if isinstance(task, Task) and work.milestones else ()
    told = tuple(deadline_text(site, one) for one in own if one.relation != "start_after")
    lent = site.say(Words(f"chậm nhất ngày {site.date(work.due)}", f"no later than {site.date(work.due)}"))
    return told or ((lent,) if work.due else ())
