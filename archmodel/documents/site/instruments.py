"""The page of instruments: the law and plans that rules and frameworks rest on, with their validity on the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from archmodel.checks.plan import PLAN
from archmodel.documents.site.address import anchor
from archmodel.documents.site.overview import holds_on
from archmodel.documents.site.publication import Publication, Source
from archmodel.model.framework import Instrument
from archmodel.text.words import Words

STATUSES = {
    "in_force": Words("Còn hiệu lực", "In force"), "amended": Words("Đã được sửa đổi", "Amended"),
    "expired": Words("Hết hiệu lực", "Expired"), "overtaken": Words("Bị văn bản sau vượt qua", "Overtaken"),
    "disputed": Words("Còn ý kiến khác nhau", "Disputed"), "unverified": Words("Chưa kiểm chứng", "Unverified"),
    "draft": Words("Dự thảo", "Draft"),
}  # fmt: skip


HOLDING = {
    "now": Words("có hiệu lực", "in force"),
    "over": Words("không có hiệu lực", "not in force"),
    "doubt": Words("chưa rõ hiệu lực", "not known whether in force"),
}


class ClauseLine(NamedTuple):
    """A citable place of an instrument: where it stands in the text, and what it is called or asks."""

    anchor: str
    id: str
    item: str
    name: str


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument, its dates, and whether it holds on the day of the site."""

    anchor: str
    number: str
    name: str | None
    issuer: str | None
    issued: str | None
    validity: str
    holding: str
    holding_words: str
    status: str
    demand: str | None
    note: str | None
    clauses: tuple[ClauseLine, ...]
    sources: tuple[Source, ...]


def instrument_rows(site: Publication) -> tuple[InstrumentRow, ...]:
    """The instruments, latest first."""
    found = sorted(site.model.reference.instruments.values(), key=lambda item: item.id)
    found.sort(key=lambda item: item.issued or item.since or "", reverse=True)
    return tuple(_instrument(site, item) for item in found)


def _instrument(site: Publication, item: Instrument) -> InstrumentRow:
    known = item.since is not None or item.until is not None
    held = holding(item, site.day)
    since, until = site.date(item.since), site.date(item.until)
    return InstrumentRow(
        anchor=anchor(item.id),
        number=item.number or item.form or item.id,
        name=site.words_of(item),
        issuer=item.issuer,
        issued=site.date(item.issued),
        validity=" – ".join((since or "?", until or "…")) if known else site.unknown,
        holding=held,
        holding_words=site.say(HOLDING[held]),
        status=site.say(STATUSES[item.status]),
        demand=item.demand,
        note=item.note,
        clauses=_clauses(site, item),
        sources=site.sources(item.evidence),
    )


def _clauses(site: Publication, item: Instrument) -> tuple[ClauseLine, ...]:
    """The clauses known of an instrument; those of the plan have a page of their own."""
    known = () if item.id == PLAN else site.model.reference.clauses.values()
    return tuple(
        ClauseLine(
            anchor(clause.id),
            clause.id,
            clause.item or clause.id,
            (clause.gloss_en if site.lang == "en" else None) or clause.name or clause.gloss or site.unknown,
        )
        for clause in known
        if clause.instrument == item.id
    )


def holding(item: Instrument, day: str) -> str:
    """Whether it holds on the day: by its dates; where it has none, by the status read, from its issue on."""
    if item.status == "draft" or (item.issued or "") > day:
        return "over"
    if item.since is not None or item.until is not None:
        return "now" if holds_on(item, day) and item.status != "expired" else "over"
    return {"in_force": "now", "amended": "now", "expired": "over"}.get(item.status, "doubt")
