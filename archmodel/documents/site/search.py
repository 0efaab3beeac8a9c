"""What search knows: an entry for each element, rule, clause, instrument, component, term, chapter and page.

Entries are drawn from the values that pages are written from, so that nothing is found that no page shows. How they are
ranked and marked is left to ``scripts/search.js``; ``fold`` there and ``folded`` here pass one table of tests.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from archmodel.documents.site import address
from archmodel.documents.site.words_reading import SEARCH
from archmodel.model.labels import LISTS

_LIBRARY = "minisearch-7.2.0"
_LONGEST = 700
_NAMES = frozenset({"name_en", "abbreviation", "aliases", "code", "source_code", "codes"})
_OWNING = ("owned_by", "led_by", "operated_by")


class Entry(NamedTuple):
    """A thing that can be found: where, of which sort, by its title, its other names, who answers for it, what it says."""

    href: str
    sort: str
    title: str
    also: str = ""
    owner: str = ""
    text: str = ""


def entries_of(template: str, path: str, title: str, values: Any, words: dict[str, str]) -> Iterator[Entry]:
    """The entries of one page; none for a drawing or a page that only repeats another."""
    if template in _SILENT:
        return
    found = _ENTRIES.get(template)
    if found is None:
        yield Entry(path, words["sort_page"], title)
    else:
        yield from (entry for entry in found(path, values, words) if entry.title)


def index(found: Iterable[Entry], words: dict[str, str]) -> str:
    """The data of the search as a classic script, which a page opened from disk may load."""
    entries = list(found)
    sorts = list(dict.fromkeys(entry.sort for entry in entries))
    rows = [[entry.href, sorts.index(entry.sort), *(_short(text) for text in entry[2:])] for entry in entries]
    told = {name: words[name] for name in SEARCH}
    data = json.dumps({"words": told, "sorts": sorts, "entries": rows}, ensure_ascii=False, separators=(",", ":"))
    return f"window.ARCHMODEL_SEARCH={data.replace('<', chr(92) + 'u003c')};\n"


def search_files() -> tuple[tuple[str, str], ...]:
    """The scripts of the search and of every page, one copy for the site, and the licence of the library."""
    vendored = files(__package__).joinpath("vendor", _LIBRARY)
    return (
        (address.SEARCH_LIBRARY, vendored.joinpath("minisearch.js").read_text("utf-8")),
        (address.SEARCH_LICENCE, vendored.joinpath("LICENSE.txt").read_text("utf-8")),
        (address.SEARCH_SCRIPT, script("search.js")),
        (address.PAGE_SCRIPT, script("page.js")),
    )


@cache
def script(name: str) -> str:
    """A script of ours."""
    return files(__package__).joinpath("scripts", name).read_text("utf-8")


def _short(text: str) -> str:
    """At most so many letters, cut between words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rpartition(' ')[0]} …"


def _join(parts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _element(path: str, page: Any, words: dict[str, str]) -> Iterator[Entry]:
    shown = [(fact.field, value.text) for fact in page.facts.rows if fact.known for value in fact.values]
    names = [text for field, text in shown if field in _NAMES]
    owners = [tie.other.name for group in page.ties if group.type in _OWNING for tie in group.ties]
    yield Entry(
        path, page.ref.kind, page.ref.name, _join([*names, page.ref.name_en, page.ref.id]), _join(owners),
        _join(text for field, text in shown if field not in _NAMES and field not in LISTS and " " in text),
    )  # fmt: skip


def _rule(path: str, rule: Any, words: dict[str, str]) -> Iterator[Entry]:
    yield Entry(
        path,
        words["sort_rule"],
        f"{rule.code} {rule.title}",
        "",
        "",
        _join(text for _, text in rule.sections).replace("`", ""),
    )


def _instruments(path: str, rows: Any, words: dict[str, str]) -> Iterator[Entry]:
    for row in rows:
        at = address.jump(path, row.anchor)
        yield Entry(
            at,
            words["sort_instrument"],
            f"{row.number} {row.name or ''}".strip(),
            row.anchor,
            row.issuer or "",
            row.demand or "",
        )
        for clause in row.clauses:
            yield Entry(
                address.jump(path, clause.anchor), words["sort_clause"], f"{row.number}, {clause.item}: {clause.name}",
                clause.id, row.issuer or "", row.name or "",
            )  # fmt: skip


def _components(path: str, editions: Any, words: dict[str, str]) -> Iterator[Entry]:
    for edition in editions:
        yield Entry(address.jump(path, edition.anchor), words["sort_edition"], edition.name, edition.id)
        for listing in edition.lists:
            for entry in listing.entries:
                if entry.anchor and entry.name:
                    at = address.jump(path, entry.anchor)
                    aligned = _join(ref.name for ref in entry.aligned)
                    also = _join([entry.key, entry.code])
                    yield Entry(
                        at, words["sort_component"], entry.name, also, edition.name, _join([listing.title, aligned])
                    )


def _clauses(path: str, rows: Any, words: dict[str, str]) -> Iterator[Entry]:
    for row in rows:
        leads = _join(ref.name for ref in row.leads)
        yield Entry(address.jump(path, row.id), words["sort_clause"], row.name, _join([row.item, row.id]), leads)


def _terms(path: str, sections: Any, words: dict[str, str]) -> Iterator[Entry]:
    for section in sections:
        for term in section.terms:
            title = f"{term.vi} – {term.en}"
            yield Entry(
                address.jump(path, section.anchor), words["sort_term"], title, "", "", _join([section.title, term.more])
            )


def _chapter(path: str, chapter: Any, words: dict[str, str]) -> Iterator[Entry]:
    for part in chapter.parts:
        yield Entry(address.jump(path, part.anchor), words["sort_chapter"], part.title, "", chapter.title, part.text)


_SILENT = frozenset(
    {
        "plain.svg",
        "a_to_z_part.html",
        "quality_part.html",
        "layer_part.html",
        "appraisal.html",
        "cluster.html",
        "flow_part.html",
        "search.html",
    }
)
_ENTRIES: dict[str, Callable[[str, Any, dict[str, str]], Iterator[Entry]]] = {
    "element.html": _element,
    "rule.html": _rule,
    "instruments.html": _instruments,
    "frameworks.html": _components,
    "plan.html": _clauses,
    "glossary.html": _terms,
    "chapter.html": _chapter,
}
