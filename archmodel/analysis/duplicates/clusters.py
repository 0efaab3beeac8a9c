"""Systems grouped around the one most like the others; never by chains, which tie dozens of strangers together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archmodel.analysis.duplicates.evidence import signs
from archmodel.analysis.duplicates.search import Pair
from archmodel.analysis.duplicates.subject import Subject
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.model.rows import Rows
from archmodel.text.markup import face
from archmodel.text.words import Words

_NO_WEAKER = 0.7
"""How strong the tie to a centre is beside the strongest of a system whose closest stands with the same centre."""


@dataclass(frozen=True, slots=True)
class Member:
    """A system of a cluster and the pair that ties it to the centre."""

    subject: Subject
    pair: Pair


@dataclass(frozen=True, slots=True)
class Cluster:
    """A centre and the systems like it, closest first."""

    centre: Subject
    members: tuple[Member, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the cluster, the centre first."""
        return (self.centre.id, *(member.subject.id for member in self.members))

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict that ties a member to the centre."""
        return min((member.pair.ruling.verdict for member in self.members), key=list(Verdict).index)

    def __repr__(self) -> str:
        return f"<Cluster {self.verdict.value} {self.score:.2f}: {', '.join(self.ids)}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                f"{m.subject.name} ({m.subject.id})",
                m.pair.ruling.verdict.words.vi,
                f"{m.pair.ruling.score:.2f}",
                *_ways(m.pair),
            )
            for m in self.members
        ]
        head = ("Giống với hệ thống này", "Kết luận", "Điểm", "Vì sao giống", "Điều nói ngược lại")
        return face(f"{self.centre.name} ({self.centre.id})", f"và {len(self.members)} hệ thống", rows, head)

    @property
    def score(self) -> float:
        """How alike the closest member is to the centre."""
        return max(member.pair.ruling.score for member in self.members)


class Clusters(Rows[Cluster]):
    """Clusters, best first; ``where(verdict="duplicate")`` narrows them."""

    __slots__ = ()
    title = Words("Nhóm hệ thống", "Clusters")
    head = ("Kết luận", "Điểm", "Nhóm")

    def cells(self, item: Cluster) -> tuple[str, ...]:
        """Verdict, score, and the systems by name, the centre first."""
        names = (item.centre.name, *(member.subject.name for member in item.members))
        return item.verdict.words.vi, f"{item.score:.2f}", "; ".join(names)


def _ways(pair: Pair) -> tuple[str, str]:
    """What speaks for a pair, and what against."""
    found = signs(pair)
    return "; ".join(s.words.vi for s in found if s.favours), "; ".join(s.words.vi for s in found if not s.favours)


def clusters(pairs: Iterable[Pair], *, least: float) -> tuple[Cluster, ...]:
    """Clusters of the pairs from ``least`` on, each system in one, the best first."""
    links: dict[str, dict[str, Pair]] = defaultdict(dict)
    subjects: dict[str, Subject] = {}
    for pair in pairs:
        if pair.ruling.score >= least and pair.ruling.verdict is not Verdict.DIFFERENT:
            links[pair.one.id][pair.other.id] = links[pair.other.id][pair.one.id] = pair
            subjects[pair.one.id], subjects[pair.other.id] = pair.one, pair.other
    pull = {id: sum(pair.ruling.score - least / 2 for pair in near.values()) for id, near in links.items()}
    closest = _closest(links, pull)
    free = set(links)
    found: list[Cluster] = []
    for id in sorted(links, key=lambda key: (-pull[key], key)):
        if id not in free:
            continue
        held = [other for other in links[id] if other in free and _belongs(id, other, links, closest, free)]
        if not held:
            continue
        members = sorted(
            (Member(subjects[o], links[id][o]) for o in held), key=lambda m: (-m.pair.ruling.score, m.subject.id)
        )
        found.append(Cluster(subjects[id], tuple(members)))
        free -= {id, *held}
    return tuple(sorted(found, key=lambda c: (list(Verdict).index(c.verdict), -c.score, c.centre.id)))


def _belongs(
    centre: str, id: str, links: Mapping[str, Mapping[str, Pair]], closest: Mapping[str, str | None], free: set[str]
) -> bool:
    """Whether a neighbour of a centre stands with it: no other it is closer to is left, or that one stands here too.

    Then its own tie to the centre must not be much weaker, or what is one with each other would hang on a mere part.
    """
    best = closest[id]
    if best is None or best == centre or best not in free:
        return True
    tie = links[id][centre].ruling.score
    return best in links[centre] and tie >= _NO_WEAKER * links[id][best].ruling.score


def _closest(links: Mapping[str, Mapping[str, Pair]], pull: Mapping[str, float]) -> dict[str, str | None]:
    """For each system the neighbour it is most like; of equals the one that draws most."""
    return {
        id: min(near, key=lambda other: (-near[other].ruling.score, -pull[other], other), default=None)
        for id, near in links.items()
    }
