"""Systems side by side, attribute by attribute: what each says, how sure, and whether they say the same.

A difference is marked in words, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archmodel.analysis.duplicates.consolidation import least_sure
from archmodel.analysis.duplicates.subject import Subject
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.relations import Relation

_TIES: dict[str, tuple[str, ...]] = {
    "dup_functions": ("realizes", "serves"),
    "dup_data": ("accesses",),
    "dup_users": ("used_by",),
}
_LISTS = {"dup_level": "scope", "dup_state": "state", "dup_disposition": "disposition"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one system says of an attribute: things, or words; neither where nothing is recorded.

    ``confidence`` is that of the least sure fact in it.
    """

    refs: tuple[Ref, ...]
    text: str
    confidence: str
    inferred: bool

    @property
    def is_known(self) -> bool:
        """Whether anything is recorded."""
        return bool(self.refs or self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """An attribute side by side; ``mark`` is ``same``, ``differs`` or ``unknown``."""

    label: str
    cells: tuple[Cell, ...]
    mark: str

    @property
    def is_known(self) -> bool:
        """Whether anything is recorded of any of the systems."""
        return any(cell.is_known for cell in self.cells)


def side_by_side(site: Publication, subjects: tuple[Subject, ...]) -> Iterator[Line]:
    """The attributes in the order reviewers ask for them."""
    rows: list[tuple[str, list[Cell]]] = [("dup_owner", [_owner(site, subject) for subject in subjects])]
    rows += [(name, [_tied(site, s.id, types) for s in subjects]) for name, types in _TIES.items()]
    rows += [(name, [_listed(site, s.id, field) for s in subjects]) for name, field in _LISTS.items()]
    rows += [("dup_address", [_tied(site, s.id, ("exposes",)) for s in subjects])]
    rows += [("dup_host", [_tied(site, s.id, ("hosted_on",)) for s in subjects])]
    rows += [("dup_flows", [_flows(site, s.id) for s in subjects])]
    yield Line("dup_description", tuple(_stated(site, s.id, "description") for s in subjects), "")
    for name, cells in rows:
        yield Line(name, tuple(cells), _mark(cells))
    sure = [site.model[s.id].confidence for s in subjects]
    cells = [Cell((), site.label("confidence", level), "", level == "inferred") for level in sure]
    yield Line("dup_sure", tuple(cells), "")


def _mark(cells: list[Cell]) -> str:
    if not all(cell.is_known for cell in cells):
        return "unknown"
    said = {(frozenset(ref.id for ref in cell.refs), cell.text) for cell in cells}
    return "same" if len(said) == 1 else "differs"


def _owner(site: Publication, subject: Subject) -> Cell:
    facts = [r for r in site.model.outgoing(subject.id, "owned_by") if r.holds_on(site.day)]
    today = [id for id in sorted(subject.today) if id in site.model.origin]
    if today:
        return _cell(site, today, facts)
    return Cell((), subject.row.owner, *_sure(site, facts))


def _tied(site: Publication, id: str, types: tuple[str, ...]) -> Cell:
    facts = [r for type in types for r in site.model.outgoing(id, type) if r.holds_on(site.day)]
    if not facts and types == _TIES["dup_users"]:
        return _stated(site, id, "audience")
    return _cell(site, [r.target for r in facts], facts)


def _flows(site: Publication, id: str) -> Cell:
    out = [r for r in site.model.outgoing(id, "flow") if r.holds_on(site.day)]
    into = [r for r in site.model.incoming(id, "flow") if r.holds_on(site.day)]
    return _cell(site, [*(r.target for r in out), *(r.source for r in into)], [*out, *into])


def _cell(site: Publication, ids: Iterable[str], facts: list[Relation]) -> Cell:
    return Cell(tuple(site.ref(id) for id in dict.fromkeys(ids)), "", *_sure(site, facts))


def _sure(site: Publication, facts: list[Relation]) -> tuple[str, bool]:
    if not facts:
        return "", False
    least = least_sure(facts)
    return site.label("confidence", least), least == "inferred"


def _listed(site: Publication, id: str, field: str) -> Cell:
    cell = _stated(site, id, field)
    return replace(cell, text=site.label(field, cell.text)) if cell.is_known else cell


def _stated(site: Publication, id: str, field: str) -> Cell:
    """A field as its record words it, as sure as the record."""
    element = site.model[id]
    value = getattr(element, field, None)
    if value is None:
        return Cell((), "", "", inferred=False)
    return Cell((), str(value), site.label("confidence", element.confidence), element.confidence == "inferred")
