"""The page of frameworks: editions, how complete each list is, and what is aligned to its entries.

A list nobody could obtain is shown as unknown, not as empty; our keys and official codes are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from archmodel.documents.site.address import INSTRUMENTS, anchor, jump
from archmodel.documents.site.overview import holds_on
from archmodel.documents.site.publication import Publication, Ref, Source
from archmodel.model.framework import Edition, Entry, Listing
from archmodel.text.words import Words

IN_FULL = frozenset({"layer", "component"})
"""Sorts of lists whose entries are shown even where nothing is aligned to them."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of a framework list and what is aligned to it; ``key`` is ours, ``code`` the framework's."""

    anchor: str
    key: str
    code: str | None
    name: str | None
    role: str
    draft: bool
    aligned: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list of a framework: how complete it is, how many entries it has, and those shown."""

    title: str
    status: str
    note: str | None
    count: int
    met: int
    entries: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition of a framework; ``current`` is the one judged by."""

    anchor: str
    id: str
    name: str
    status: str
    validity: str
    standing: str
    current: bool
    instrument: str | None
    instrument_href: str | None
    note: str | None
    lists: tuple[ListRow, ...]
    sources: tuple[Source, ...]


def edition_rows(site: Publication) -> tuple[EditionRow, ...]:
    """The editions, the one judged by first, then those the workspace also aligns to, then the others, latest first."""
    also = site.model.settings.also_aligned_to
    editions = sorted(site.model.reference.editions.values(), key=lambda edition: edition.id)
    editions.sort(key=lambda edition: edition.since or "", reverse=True)
    editions.sort(key=lambda edition: (edition.id != site.report.framework, edition.id not in also))
    return tuple(_edition(site, edition) for edition in editions)


def _edition(site: Publication, edition: Edition) -> EditionRow:
    current = edition.id == site.report.framework
    seen: set[str] = set()
    instrument = site.model.reference.instruments.get(edition.instrument or "")
    since, until = site.date(edition.since), site.date(edition.until)
    return EditionRow(
        anchor=anchor(edition.id),
        id=edition.id,
        name=site.words_of(edition) or edition.id,
        status=edition.status,
        validity=" – ".join((since or "?", until or "…")),
        standing=_holding(site, edition),
        current=current,
        instrument=(instrument.number or instrument.id) if instrument else edition.instrument,
        instrument_href=jump(INSTRUMENTS, instrument.id) if instrument else None,
        note=edition.note,
        lists=tuple(_listing(site, edition, listing, seen, current=current) for listing in _in_order(edition)),
        sources=site.sources(edition.evidence),
    )


def _in_order(edition: Edition) -> list[Listing]:
    """The lists, those elements are aligned to first."""
    return sorted(edition.listings, key=lambda listing: listing.sort not in IN_FULL)


def _listing(site: Publication, edition: Edition, listing: Listing, seen: set[str], *, current: bool) -> ListRow:
    """A list as a row; a key that stands in several lists can be jumped to in the first."""
    rows = [_entry(site, edition, entry) for entry in listing.entries]
    in_full = current and listing.sort in IN_FULL
    return ListRow(
        title=site.words_of(listing) or listing.id,
        status=listing.status,
        note=listing.note,
        count=len(rows),
        met=sum(bool(row.aligned) for row in rows),
        entries=tuple(_once(row, seen) for row in rows if in_full or row.aligned),
    )


def _once(row: EntryRow, seen: set[str]) -> EntryRow:
    first = row.anchor not in seen
    seen.add(row.anchor)
    return row if first else replace(row, anchor="")


_ROLES = {
    "own": Words("của địa phương", "own"), "ref": Words("trỏ tới cấp quốc gia", "refers to the national level"),
    "open": Words("để ngỏ", "open"), "optional": Words("tham khảo", "optional"),
}  # fmt: skip


def _entry(site: Publication, edition: Edition, entry: Entry) -> EntryRow:
    incoming = site.model.incoming(f"{edition.id}/{entry.key}", "aligned_to")
    elements = site.sorted(
        {
            relation.source: site.model[relation.source] for relation in incoming if relation.source in site.model
        }.values()
    )
    return EntryRow(
        anchor=anchor(edition.id, entry.key),
        key=entry.key,
        code=entry.code,
        name=site.words_of(entry),
        role=site.say(_ROLES[entry.role]) if entry.role else "",
        draft=bool(entry.draft),
        aligned=tuple(site.named(element) for element in elements),
    )


def _holding(site: Publication, item: Edition) -> str:
    if holds_on(item, site.day):
        return ""
    return site.say(Words("chưa hiệu lực", "not yet in force") if (item.since or "") > site.day else _OVER)


_OVER = Words("đã được thay thế hoặc hết hiệu lực", "replaced or no longer in force")
