"""The page of bodies: those of the day by tier with what each owns, runs or leads, and those that ended with who followed.

Counts are of records that name the body itself; what a dissolved body left to its heirs is counted by the leader's page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from archmodel.analysis.succession import heirs
from archmodel.documents.site.address import anchor, element_page
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.elements import Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.values import LABELS

SHOWN = ("application", "dataset", "node", "network", "task")
_ORDER = ("city", "commune", "central")
"""The tiers of today readers ask for first; the others follow."""
_TIES = ("owned_by", "operated_by", "led_by")


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body of the day: what names it as owner, operator or lead, by kind; ``href`` leads to those relations."""

    ref: Ref
    short: str | None
    counts: tuple[int, ...]
    href: str
    confidence: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class EndedRow:
    """A body that ended: until when, and who of the day succeeds it."""

    ref: Ref
    until: str
    heirs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """The bodies of a tier; ``answering`` have something on record, ``others`` nothing yet."""

    title: str
    anchor: str
    answering: tuple[BodyRow, ...]
    others: tuple[BodyRow, ...]
    ended: tuple[EndedRow, ...]

    @property
    def now(self) -> int:
        """How many bodies of the tier hold on the day."""
        return len(self.answering) + len(self.others)


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """The tiers and the kinds that are counted."""

    kinds: tuple[str, ...]
    tiers: tuple[Tier, ...]


def agencies(site: Publication) -> AgencyPage:
    """The values of the page."""
    bodies = [element for element in site.sorted(site.model) if isinstance(element, Organisation)]
    tiers = (*_ORDER, *(tier for tier in LABELS["tier"] if tier not in _ORDER), None)
    found = (_tier(site, tier, [body for body in bodies if body.tier == tier]) for tier in tiers)
    kinds = tuple(site.say(KINDS[kind].plural) for kind in SHOWN)
    return AgencyPage(kinds, tuple(tier for tier in found if tier.now or tier.ended))


def _tier(site: Publication, tier: str | None, bodies: list[Organisation]) -> Tier:
    rows = [_row(site, body) for body in bodies if body.holds_on(site.day)]
    ended = [body for body in bodies if not body.holds_on(site.day)]
    return Tier(
        site.label("tier", tier),
        anchor("cap", tier or "khong-ro"),
        tuple(row for row in rows if any(row.counts)),
        tuple(row for row in rows if not any(row.counts)),
        tuple(_ended(site, body) for body in ended),
    )


def _row(site: Publication, body: Organisation) -> BodyRow:
    named = {
        relation.source
        for type_ in _TIES
        for relation in site.model.incoming(body.id, type_)
        if relation.holds_on(site.day) and relation.source in site.model
    }
    counted = Counter(site.model[id].kind for id in named if site.model[id].holds_on(site.day))
    return BodyRow(
        site.named(body),
        body.abbreviation,
        tuple(counted[kind] for kind in SHOWN),
        f"{element_page(body.id)}#quan-he",
        site.label("confidence", body.confidence),
        body.confidence == "inferred",
    )


def _ended(site: Publication, body: Organisation) -> EndedRow:
    return EndedRow(
        site.named(body),
        site.date(body.until) or site.standing(body),
        tuple(site.ref(heir.id) for heir in heirs(site.model, body.id, site.day)),
    )
