"""The page from three tiers to two: each dissolved district, who took it over, what was its own and what became of that.

Decides what is told once for all (what a group of districts had) and what district by district; fates and findings were
decided below. Nothing is left out for being unknown: what nobody recorded is what the page is for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.analysis.fates import BodyFate, Item, fates
from archmodel.analysis.responsibility import WHYS, Stop
from archmodel.checks.fates import Telling
from archmodel.documents.site.address import rule_page
from archmodel.documents.site.publication import Publication, Ref, Source
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.relations import RELATIONS, Succession
from archmodel.text.words import Words

TIER = "district"
_EXTENTS = {
    "whole": Words("toàn bộ", "whole"),
    "part": Words("một phần", "part"),
    "rest": Words("phần còn lại", "the rest"),
}
_TIES = {
    "owned_by": Words("là chủ quản", "owned it"),
    "operated_by": Words("vận hành", "operated it"),
    "used_by": Words("sử dụng", "used it"),
    "led_by": Words("chủ trì", "led it"),
    "coordinated_by": Words("phối hợp", "took part in it"),
    "exposes": Words("địa chỉ của hệ thống từng quản lý", "address of a system it ran"),
    "accesses": Words("dữ liệu của hệ thống từng quản lý", "data of a system it ran"),
    "hosted_on": Words("đặt trên hạ tầng từng quản lý", "stood on a machine it ran"),
    "concerns": Words("liên quan tới đơn vị", "concerned it"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """One end of a succession as shown: the body, how much of it in words, whether that is our own reading."""

    ref: Ref
    extent: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A thing a district had: how, its fate, what carries it on, and the rules whose findings speak of it."""

    ref: Ref
    ties: str
    fate: str
    fate_words: str
    to: tuple[Ref, ...]
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A dissolved district: its end, code, heirs, own things, and its units of before with how many have an heir."""

    ref: Ref
    until: str | None
    codes: tuple[str, ...]
    reused: tuple[Ref, ...]
    heirs: tuple[Share, ...]
    open: tuple[str, ...]
    items: tuple[ItemRow, ...]
    units: int
    units_taken: int

    @property
    def is_area(self) -> bool:
        """Whether it was a territory, with units below it or others that took it over, not an agency of one."""
        return bool(self.units or self.heirs)


@dataclass(frozen=True, slots=True)
class CommuneRow:
    """A unit of today: the districts and the former units it draws on."""

    ref: Ref
    districts: tuple[Share, ...]
    units: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class TwoTier:
    """The page; ``shared`` is what districts had as a group, told once."""

    districts: tuple[DistrictRow, ...]
    areas: int
    communes: tuple[CommuneRow, ...]
    shared: tuple[ItemRow, ...]
    groups: tuple[Ref, ...]
    crossing: int
    known: int
    unknown: int
    sources: tuple[Source, ...]


def two_tier(site: Publication) -> TwoTier:
    """The values of the page on the day of the site."""
    found = fates(site.model, site.day, tier=TIER)
    telling = Telling(site.report)
    shared = {item.element: item for fate in found for item in fate.items if item.through}
    own = {item.element: item for fate in found for item in fate.items if not item.through and not _is_unit(item)}
    things = {**own, **shared}.values()
    communes = tuple(_communes(site, found))
    unknown = sum(item.fate.name == "unknown" for item in things)
    rows = tuple(_district(site, fate, telling) for fate in found)
    return TwoTier(
        districts=rows,
        areas=sum(row.is_area for row in rows),
        communes=communes,
        shared=tuple(_item(site, item, telling) for item in shared.values()),
        groups=tuple(site.ref(id) for id in dict.fromkeys(item.through for item in shared.values()) if id),
        crossing=sum(len(row.districts) > 1 for row in communes),
        known=len(things) - unknown,
        unknown=unknown,
        sources=_sources(site, found),
    )


def _is_unit(item: Item) -> bool:
    return item.kind == "organisation"


def _district(site: Publication, fate: BodyFate, telling: Telling) -> DistrictRow:
    units = [item for item in fate.items if _is_unit(item) and not item.through]
    return DistrictRow(
        ref=site.ref(fate.body),
        until=site.date(fate.until),
        codes=tuple(f"{code.code.value} ({code.code.system})" for code in fate.codes),
        reused=tuple(site.ref(id) for code in fate.codes for id in code.reused_by),
        heirs=tuple(_share(site, link.source, link) for link in _links(site.model.origin, fate.body)),
        open=tuple(_stop(site, fate.body, stop) for stop in fate.heirs.stops),
        items=tuple(_item(site, item, telling) for item in fate.items if not item.through and not _is_unit(item)),
        units=len(units),
        units_taken=sum(item.fate.name != "unknown" for item in units),
    )


def _stop(site: Publication, body: str, stop: Stop) -> str:
    said = site.say(WHYS[stop.why])
    return said if stop.at == body else f"{site.ref(stop.at).name}: {said}"


def _links(origin: Model, body: str) -> list[Succession]:
    return [link for link in origin.incoming(body, "succeeds") if isinstance(link, Succession)]


def _share(site: Publication, other: str, link: Succession) -> Share:
    said = site.say(_EXTENTS[link.extent]) if link.extent else ""
    if link.units is not None:
        said = site.say(Words(f"{link.units} đơn vị cấp xã cũ", f"{link.units} former commune-level units"))
    return Share(site.ref(other), said or site.unknown, link.confidence == "inferred")


def _item(site: Publication, item: Item, telling: Telling) -> ItemRow:
    ties = (site.say(_TIES.get(tie, RELATIONS[tie].forward)) for tie in item.ties)
    codes = dict.fromkeys(finding.code for finding in telling.of_item(item))
    return ItemRow(
        site.ref(item.element),
        ", ".join(ties),
        item.fate.name,
        site.say(item.fate.words),
        tuple(site.ref(id) for id in item.fate.to),
        tuple((code, rule_page(code)) for code in codes),
    )


def _communes(site: Publication, found: Iterable[BodyFate]) -> Iterable[CommuneRow]:
    """The living bodies that took over districts, by name, with the former units each took in."""
    origin = site.model.origin
    districts: dict[str, list[Share]] = defaultdict(list)
    for fate in found:
        for link in _links(origin, fate.body):
            districts[link.source].append(_share(site, fate.body, link))
    heirs = [body for id in districts if isinstance(body := origin.elements.get(id), Organisation)]
    for body in site.sorted(heirs):
        taken = (link for link in origin.outgoing(body.id, "succeeds") if isinstance(link, Succession))
        units = tuple(_share(site, link.target, link) for link in taken if not _is_district(origin, link.target))
        yield CommuneRow(site.named(body), tuple(districts[body.id]), units)


def _is_district(origin: Model, id: str) -> bool:
    return getattr(origin.elements.get(id), "tier", None) == TIER


def _sources(site: Publication, found: Iterable[BodyFate]) -> tuple[Source, ...]:
    """The documents the successions rest on, each once."""
    origin = site.model.origin
    evidence = {
        (item.document, item.url): item
        for fate in found
        for link in _links(origin, fate.body)
        for item in (*link.evidence, *(origin[fate.body].evidence))
    }
    return site.sources(evidence.values())
