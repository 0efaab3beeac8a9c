"""The page of duplicates and overlaps: each cluster side by side, what speaks for and against, and the courses open.

Decides which attributes stand in the table and how a difference is marked: in words, never by colour alone. What is alike
and what a course would touch is decided by ``analysis.duplicates``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archmodel.analysis.duplicates import Match
from archmodel.analysis.duplicates.clusters import Cluster
from archmodel.analysis.duplicates.consolidation import ASPECTS, CLAUSES, Course, Option, least_sure
from archmodel.analysis.duplicates.subject import Subject
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.documents.site.address import cluster_page
from archmodel.documents.site.findings import Cite, cite
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.relations import Relation

CLOSEST = 5
"""How many of the closest the page of a system names."""

BESIDE = 20
"""How many systems of a cluster stand side by side, the centre and those closest to it; the others are named."""

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


@dataclass(frozen=True, slots=True)
class Couple:
    """A system beside another: verdict, score, signs for and against, decisions lapsed, the cluster both stand in."""

    beside: Ref
    ref: Ref
    verdict: str
    verdict_words: str
    score: str
    favours: tuple[str, ...]
    against: tuple[str, ...]
    lapsed: tuple[str, ...]
    href: str | None


@dataclass(frozen=True, slots=True)
class Left:
    """What a course would leave of one system: per aspect its things; and the aspects nobody recorded."""

    ref: Ref
    parts: tuple[tuple[str, tuple[Ref, ...], str, bool], ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One course: its words, what it keeps, what goes, and what it would leave."""

    words: str
    into: Ref | None
    goes: tuple[Ref, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class ClusterPart:
    """A cluster as shown; ``anchor`` is where it stands in the list, ``href`` its page.

    All its systems are ``refs``; those side by side, with the pairs among them and their courses, are ``beside``.
    """

    anchor: str
    href: str
    title: str
    verdict: str
    verdict_words: str
    score: str
    refs: tuple[Ref, ...]
    beside: tuple[Ref, ...]
    lines: tuple[Line, ...]
    couples: tuple[Couple, ...]
    open: tuple[str, ...]
    courses: tuple[CourseRow, ...]


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A pair people have decided about, and what the catalogue records of it."""

    one: Ref
    other: Ref
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """The clusters, gravest first, the clauses courses are weighed by, the pairs decided, and how many systems and pairs were compared."""

    clusters: tuple[ClusterPart, ...]
    weighed: tuple[tuple[str, tuple[Cite, ...]], ...]
    settled: tuple[SettledRow, ...]
    systems: int
    pairs: int


def duplicates_page(site: Publication) -> DuplicatesPage:
    """The values of the page."""
    found = site.duplicates
    told = [match for match in found.settled if match.decided]
    order = list(Verdict)
    parts = [_cluster(site, cluster) for cluster in found.clusters]
    return DuplicatesPage(
        tuple(sorted(parts, key=lambda part: (order.index(Verdict(part.verdict)), -float(part.score), part.anchor))),
        tuple(
            (site.say(one.words), tuple(cite(site, clause) for clause in clauses)) for one, clauses in CLAUSES.items()
        ),
        tuple(
            SettledRow(site.ref(m.id_a), site.ref(m.id_b), tuple(site.say(d.words) for d in m.decided if not d.lapsed))
            for m in told
        ),
        len(found.subjects),
        len(found),
    )


def like(site: Publication, id: str) -> tuple[Couple, ...]:
    """The closest to a system, best first, each with its verdict."""
    return tuple(_couple(site, match, id) for match in site.duplicates.of(id, CLOSEST))


def _cluster(site: Publication, cluster: Cluster) -> ClusterPart:
    found = site.duplicates
    subjects = (cluster.centre, *(member.subject for member in cluster.members))
    verdict, within = found.gravest(cluster), found.within(cluster)
    closest = replace(cluster, members=cluster.members[: BESIDE - 1])
    among, options = set(closest.ids), found.options(closest)
    return ClusterPart(
        f"nhom-{cluster.centre.id}",
        cluster_page(cluster.centre.id),
        cluster.centre.name,
        verdict.value,
        site.say(verdict.words),
        f"{max(match.score for match in within if match.verdict is verdict):.2f}",
        tuple(site.ref(subject.id) for subject in subjects),
        tuple(site.ref(id) for id in closest.ids),
        tuple(_lines(site, subjects[:BESIDE])),
        tuple(_couple(site, match, match.id_a) for match in within if {match.id_a, match.id_b} <= among),
        tuple(site.say(words) for words in options[0].open) if options else (),
        tuple(_course(site, option) for option in options),
    )


def _couple(site: Publication, match: Match, id: str) -> Couple:
    other = match.id_b if match.id_a == id else match.id_a
    place = site.clustered.get(other)
    return Couple(
        site.ref(id),
        site.ref(other),
        match.verdict.value,
        site.say(match.verdict.words),
        f"{match.score:.2f}",
        tuple(site.say(sign.words) for sign in match.signs if sign.favours),
        tuple(site.say(sign.words) for sign in match.signs if not sign.favours),
        tuple(site.say(decision.words) for decision in match.decided if decision.lapsed),
        cluster_page(place) if place and place == site.clustered.get(id) else None,
    )


def _lines(site: Publication, subjects: tuple[Subject, ...]) -> Iterator[Line]:
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


def _course(site: Publication, option: Option) -> CourseRow:
    left = []
    for id in option.goes:
        mine = [touch for touch in option.touches if touch.system == id]
        parts = tuple(
            (
                site.say(ASPECTS[touch.aspect]),
                tuple(site.ref(end) for end in touch.ids),
                site.label("confidence", touch.confidence),
                touch.confidence == "inferred",
            )
            for touch in mine
            if touch.ids
        )
        silent = tuple(site.say(ASPECTS[touch.aspect]) for touch in mine if not touch.is_recorded)
        left.append(Left(site.ref(id), parts, silent))
    return CourseRow(
        site.say(option.course.words),
        site.ref(option.stays[0]) if option.course is Course.MERGE else None,
        tuple(site.ref(id) for id in option.goes),
        tuple(left),
    )
