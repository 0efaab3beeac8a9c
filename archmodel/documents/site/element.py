"""The page of one element: everything the catalogue says of it, and where each word comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from archmodel.analysis.activity import is_own
from archmodel.documents.site.address import appraisal_page, layer_page
from archmodel.documents.site.duplicates_page import Couple, like
from archmodel.documents.site.fields import Facts, facts
from archmodel.documents.site.findings import FindingRow, finding_row
from archmodel.documents.site.halt import Halt, halt
from archmodel.documents.site.publication import Publication, Ref, Source
from archmodel.documents.site.quality_page import QualityBlock, quality_block
from archmodel.documents.site.ties import FlowRow, Place, TieGroup, flows, places, ties
from archmodel.model.kinds import LAYERS
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS
from archmodel.views.box import layer_of


@dataclass(frozen=True, slots=True)
class ElementPage:
    """What the page shows; ``missing`` names relations expected of the kind that nobody recorded."""

    ref: Ref
    name_status: str
    name_doubtful: bool
    layer: str
    layer_href: str
    standing: str
    confidence: str
    inferred: bool
    facts: Facts
    ties: tuple[TieGroup, ...]
    missing: tuple[str, ...]
    flows: dict[str, tuple[FlowRow, ...]]
    halt: Halt | None
    like: tuple[Couple, ...]
    places: tuple[Place, ...]
    findings: tuple[FindingRow, ...]
    sources: tuple[Source, ...]
    appraisal: str | None
    quality: QualityBlock | None

    @property
    def failing(self) -> tuple[FindingRow, ...]:
        """What the data show to be wrong: to be read at once."""
        return tuple(row for row in self.findings if row.outcome == "fail")

    @property
    def others(self) -> tuple[FindingRow, ...]:
        """What cannot be judged yet, and what is waived."""
        return tuple(row for row in self.findings if row.outcome != "fail")

    @property
    def told_others(self) -> str:
        """The outcomes of the others and how many there are of each."""
        counts = Counter(row.outcome_words for row in self.others)
        return "; ".join(f"{words}: {count}" for words, count in sorted(counts.items()))


EXPECTED_TIES = {
    "application": ("owned_by", "operated_by", "hosted_on"),
    "dataset": ("owned_by",),
    "node": ("owned_by", "operated_by"),
    "network": ("owned_by", "operated_by"),
    "task": ("led_by",),
}
"""Relations whose absence the page names."""


def element_values(site: Publication, element: Element) -> ElementPage:
    """The values of an element's page."""
    flowing = flows(site, element)
    own = [row.id for name in ("out", "in") for row in flowing.get(name, ())]
    subjects = dict.fromkeys((element.id, *own))
    return ElementPage(
        ref=site.named(element),
        name_status=site.label("name_status", element.name_status) if element.name_status else "",
        name_doubtful=element.name_status in {"back_translated", "unread", "family", "address"},
        layer=site.say(LAYERS[layer_of(element)]),
        layer_href=layer_page(layer_of(element)),
        standing=site.standing(element),
        confidence=site.label("confidence", element.confidence),
        inferred=element.confidence == "inferred",
        facts=facts(site, element),
        ties=ties(site, element),
        missing=_missing(site, element),
        flows=flowing,
        halt=halt(site, element),
        like=like(site, element.id),
        places=places(site, element),
        findings=tuple(finding_row(site, found) for id in subjects for found in site.by_subject.get(id, ())),
        sources=site.sources(element.evidence),
        appraisal=appraisal_page(element.id) if is_appraised(element) else None,
        quality=quality_block(site, element),
    )


def is_appraised(element: Element) -> bool:
    """Whether the site carries an appraisal sheet of it: the City's own systems."""
    return element.kind == "application" and is_own(element)


def _missing(site: Publication, element: Element) -> tuple[str, ...]:
    names = EXPECTED_TIES.get(element.kind, ())
    return tuple(site.say(RELATIONS[name].forward) for name in names if not site.model.outgoing(element.id, name))
