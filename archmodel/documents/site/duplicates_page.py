"""The page of duplicates and overlaps: each cluster side by side, what speaks for and against, and the courses open.

What is alike and what a course would touch is decided by ``analysis.duplicates``, what stands in the table by
``side_by_side``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from archmodel.analysis.duplicates import Match
from archmodel.analysis.duplicates.clusters import Cluster
from archmodel.analysis.duplicates.consolidation import ASPECTS, CLAUSES, Course, Option
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.documents.site.address import cluster_page
from archmodel.documents.site.findings import Cite, cite
from archmodel.documents.site.publication import Publication, Ref
from archmodel.documents.site.side_by_side import Line, side_by_side

CLOSEST = 5
"""How many of the closest the page of a system names."""

BESIDE = 20
"""How many systems of a cluster stand side by side, the centre and those closest to it; the others are named."""


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

    All its systems are ``refs``; those side by side, with the pairs among them and their courses, are ``beside``. The
    attributes no record tells of any of these are ``silent``, told in a sentence and not in ``lines``. Pairs that overlap
    away from the centre stand ``aside``: they neither hold the cluster together nor make its verdict graver.
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
    silent: tuple[str, ...]
    couples: tuple[Couple, ...]
    aside: tuple[Couple, ...]
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
    lines = [*side_by_side(site, subjects[:BESIDE])]
    beside = [match for match in within if {match.id_a, match.id_b} <= among]

    def couples(*, aside: bool) -> tuple[Couple, ...]:
        return tuple(_couple(site, match, match.id_a) for match in beside if _is_aside(match, cluster) is aside)

    return ClusterPart(
        f"nhom-{cluster.centre.id}",
        cluster_page(cluster.centre.id),
        cluster.centre.name,
        verdict.value,
        site.say(verdict.words),
        f"{max(match.score for match in within if match.verdict is verdict):.2f}",
        tuple(site.ref(subject.id) for subject in subjects),
        tuple(site.ref(id) for id in closest.ids),
        tuple(line for line in lines if line.is_known),
        tuple(line.label for line in lines if not line.is_known),
        couples(aside=False),
        couples(aside=True),
        tuple(site.say(words) for words in options[0].open) if options else (),
        tuple(_course(site, option) for option in options),
    )


def _is_aside(match: Match, cluster: Cluster) -> bool:
    return match.verdict is Verdict.OVERLAP and cluster.centre.id not in {match.id_a, match.id_b}


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
