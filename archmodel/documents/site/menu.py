"""The menu: which pages stand in it, grouped by what a reader is after. Pages reached from another page stay out."""

from __future__ import annotations

from typing import NamedTuple

from archmodel.documents.site import address
from archmodel.documents.site.coverage import by_kind
from archmodel.documents.site.publication import Publication
from archmodel.model.kinds import KINDS, LAYERS


class Crumb(NamedTuple):
    """A step of a menu or breadcrumb; ``href`` runs from the root of the site, None for the page itself."""

    text: str
    href: str | None


class Group(NamedTuple):
    """Entries of the menu that open together; ``hrefs`` tells a page whether it stands among them."""

    title: str
    entries: tuple[Crumb, ...]

    @property
    def hrefs(self) -> frozenset[str | None]:
        """The addresses of the entries."""
        return frozenset(entry.href for entry in self.entries)


def menu(site: Publication, words: dict[str, str]) -> tuple[Group, ...]:
    """The groups of the menu of every page; the first page and the search stand beside them."""
    layers = (Crumb(site.say(title).partition(" (")[0], address.layer_page(layer)) for layer, title in LAYERS.items())
    papers = (
        *((("page_document", address.DOCUMENT),) if site.document else ()),
        ("page_instruments", address.INSTRUMENTS),
        ("page_sources", address.SOURCES),
        ("page_glossary", address.GLOSSARY),
        ("page_a_to_z", address.A_TO_Z),
        ("page_downloads", address.DOWNLOAD_PAGE),
    )
    return (
        Group(
            words["menu_model"],
            (
                Crumb(words["page_agencies"], address.AGENCIES),
                *_kinds(site, words),
                *_entries(words, ("flows", address.FLOWS), ("page_pictures", address.PICTURES)),
                *layers,
            ),
        ),
        Group(
            words["menu_plan"],
            _entries(
                words,
                ("page_gaps", address.GAPS),
                ("page_frameworks", address.FRAMEWORKS),
                ("page_plan", address.PLAN),
                ("page_roadmap", address.ROADMAP),
                ("menu_two_tier", address.TWO_TIER),
                ("page_changes", address.CHANGES),
            ),
        ),
        Group(
            words["menu_review"],
            _entries(
                words,
                ("nav_leader", address.LEADER),
                ("page_findings", address.FINDINGS),
                ("page_duplicates", address.DUPLICATES),
                ("page_quality", address.QUALITY),
                ("page_confidence", address.CONFIDENCE),
                *((("page_notebooks", address.NOTEBOOKS),) if site.notebooks else ()),
            ),
        ),
        Group(words["menu_papers"], _entries(words, *papers)),
    )


def _entries(words: dict[str, str], *named: tuple[str, str]) -> tuple[Crumb, ...]:
    return tuple(Crumb(words[name], href) for name, href in named)


def _kinds(site: Publication, words: dict[str, str]) -> tuple[Crumb, ...]:
    """The tables people ask for first, as far as they have a row."""
    wanted = (("service", "menu_services"), ("application", "menu_systems"), ("dataset", "menu_data"))
    return tuple(
        Crumb(words[name], f"{address.layer_page(KINDS[kind].layer)}#{kind}")
        for kind, name in wanted
        if kind in by_kind(site, KINDS[kind].layer)
    )
