"""The menu: which pages stand in it, grouped by what a reader is after. Pages reached from another page stay out."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from archmodel.documents.site import address
from archmodel.documents.site.coverage import by_kind
from archmodel.documents.site.publication import Publication
from archmodel.model.kinds import KINDS, LAYERS

if TYPE_CHECKING:
    from jinja2 import Template


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


class Shared:
    """What many pages show alike, written once for each depth of folder: the menu, and things named over and over."""

    def __init__(self, template: Template, shown: Mapping[str, Any]) -> None:
        self._template = template
        self._shown = shown
        self._listed = {address.OVERVIEW, address.SEARCH}.union(*(group.hrefs for group in shown["nav"]))
        self._menus: dict[tuple[str, str], Markup] = {}
        self._written: dict[tuple[str, str, Hashable], Markup] = {}

    def on(self, path: str, root: str) -> dict[str, Any]:
        """The menu of a page, and ``once``, which writes what a macro says of a value once for all pages as deep."""
        key = root, path if path in self._listed else ""
        if key not in self._menus:
            self._menus[key] = Markup(self._template.render({**self._shown, "root": root, "here": key[1]}))  # noqa: S704 - the template escapes

        def once(macro: Any, about: Hashable) -> Markup:
            place = root, macro.name, about
            if place not in self._written:
                self._written[place] = macro(about)
            return self._written[place]

        return {"menu": self._menus[key], "once": once}


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
