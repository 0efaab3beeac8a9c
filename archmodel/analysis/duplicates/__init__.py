"""Duplicate and overlapping systems: which do the same job, with what speaks for it and against.

``naming`` takes a name apart, ``bodies`` tells whose a system is today, ``likeness`` measures what two texts share, ``aspects``
compares two jobs, ``weighing`` tells the chances, ``verdict`` rules, ``search`` finds whom to compare, ``clusters`` groups,
``evidence`` tells why, ``decisions`` what people have settled, ``consolidation`` what keeping, merging or ending would touch.
This file is the door: it chooses the subjects.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Any, overload

from archmodel.analysis.days import day_of
from archmodel.analysis.duplicates.clusters import Cluster, Clusters, clusters
from archmodel.analysis.duplicates.columns import read
from archmodel.analysis.duplicates.consolidation import Option, options
from archmodel.analysis.duplicates.decisions import Decision, decisions
from archmodel.analysis.duplicates.evidence import Sign, signs, why
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.search import FULL, Pair, pairs
from archmodel.analysis.duplicates.subject import Row, Subject, subject_of, subjects_of
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.analysis.ties import told_apart
from archmodel.model.model import Model
from archmodel.model.rows import Rows
from archmodel.text.markup import face
from archmodel.text.vietnamese import folded
from archmodel.text.words import Words

CLUSTERED = 0.4
"""From which score on systems are shown side by side."""


@dataclass(frozen=True)
class Match:
    """A pair as people read it: two ids, a score from 0 to 1, a verdict, and the signs for and against.

    ``decided`` is what the catalogue records as decided about the two, lapsed or not.
    """

    pair: Pair
    model: Model | None
    decided: tuple[Decision, ...] = ()

    @property
    def id_a(self) -> str:
        """The id of one system."""
        return self.pair.one.id

    @property
    def id_b(self) -> str:
        """The id of the other."""
        return self.pair.other.id

    @property
    def score(self) -> float:
        """How alike their jobs are, 0 to 1: the rank, no probability, since it was learnt on pairs half of which are alike."""
        return self.pair.ruling.score

    @property
    def verdict(self) -> Verdict:
        """What they are to each other."""
        return self.pair.ruling.verdict

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What speaks for their being one, then what against."""
        return signs(self.pair, self.model)

    @property
    def why(self) -> Words:
        """The signs in one line."""
        return why(self.pair, self.model)

    def __repr__(self) -> str:
        return f"<{self.verdict.value} {self.score:.2f}: {self.id_a} ~ {self.id_b}>"

    def _repr_html_(self) -> str:
        rows = [("giống" if sign.favours else "khác", sign.words.vi) for sign in self.signs]
        return face(f"{self.verdict.words.vi} {self.score:.2f}", f"{self.id_a} ~ {self.id_b}", rows)


class Matches(Rows[Match]):
    """Pairs, best first; ``where(verdict="duplicate")`` narrows them."""

    __slots__ = ()
    title = Words("Cặp hệ thống", "Pairs")
    head = ("Kết luận", "Điểm", "Một bên", "Bên kia", "Vì sao giống", "Điều nói ngược lại")

    def cells(self, item: Match) -> tuple[str, ...]:
        """Verdict, score, both systems, what speaks for and what against."""
        pair = (f"{one.name} ({one.id})" for one in (item.pair.one, item.pair.other))
        told = ("; ".join(sign.words.vi for sign in item.signs if sign.favours is way) for way in (True, False))
        return item.verdict.words.vi, f"{item.score:.2f}", *pair, *told


class LongMatches(Sequence[Match]):
    """The pairs of a long list, best first, each made when it is asked for; a part of them is made at once."""

    def __init__(self, held: Sequence[Pair]) -> None:
        self._held = held

    def __len__(self) -> int:
        return len(self._held)

    def __repr__(self) -> str:
        return f"<{len(self)} {Matches.title.en.lower()}>"

    @overload
    def __getitem__(self, at: int) -> Match: ...
    @overload
    def __getitem__(self, at: slice) -> Matches: ...
    def __getitem__(self, at: int | slice) -> Match | Matches:
        if isinstance(at, slice):
            return Matches(Match(pair, None) for pair in self._held[at])
        return Match(self._held[at], None)

    def where(self, test: Callable[[Match], bool] | None = None, /, **wanted: Any) -> Matches:
        """The pairs that meet a test, or whose attributes have the wanted values, as of any ``Matches``."""
        return Matches(self).where(test, **wanted)


@dataclass(frozen=True)
class Duplicates:
    """The pairs and clusters of a model or a list on a day, best first; iterates over the pairs.

    ``settled`` are the pairs that look alike and are left out, because people have decided about them.
    """

    matches: Matches | LongMatches
    subjects: Sequence[Subject]
    day: str
    model: Model | None
    settled: Matches = field(default_factory=Matches)

    def __iter__(self) -> Iterator[Match]:
        return iter(self.matches)

    def __len__(self) -> int:
        return len(self.matches)

    def __repr__(self) -> str:
        return f"<Duplicates on {self.day}: {len(self.subjects)} systems, {len(self.matches)} pairs, {len(self.clusters)} clusters>"

    def _repr_html_(self) -> str:
        rows = map(self.clusters.cells, self.clusters)
        told = f"{self.day}: {len(self.subjects)} hệ thống, {len(self.matches)} cặp, {len(self.clusters)} nhóm"
        return face("Hệ thống trùng lặp, chồng lấn", told, rows, self.clusters.head)

    @cached_property
    def clusters(self) -> Clusters:
        """Groups around the system most like the others, each system in one."""
        return Clusters(clusters((match.pair for match in self.matches), least=CLUSTERED))

    def options(self, cluster: Cluster) -> tuple[Option, ...]:
        """What keeping, merging or ending the systems of a cluster would touch; nothing for a list, which has no relations."""
        if self.model is None or not all(id in self.model for id in cluster.ids):
            return ()
        return options(self.model, cluster, self.gravest(cluster), self.day)

    def gravest(self, cluster: Cluster) -> Verdict:
        """The gravest verdict among the pairs of a cluster."""
        return min((match.verdict for match in self.within(cluster)), key=list(Verdict).index)

    def within(self, cluster: Cluster) -> Matches:
        """Every pair told among the systems of a cluster, best first: members may be closer to each other than to the centre."""
        ids = set(cluster.ids)
        return Matches(match for match in self._touching(cluster) if {match.id_a, match.id_b} <= ids)

    def of(self, id: str, most: int = 5) -> Matches:
        """The closest to a system, best first."""
        return Matches(self._by_id.get(id, ())[:most])

    def _touching(self, cluster: Cluster) -> list[Match]:
        near = {(match.id_a, match.id_b): match for id in cluster.ids for match in self._by_id.get(id, ())}
        return sorted(near.values(), key=lambda match: (-match.score, match.id_a, match.id_b))

    @cached_property
    def _by_id(self) -> dict[str, tuple[Match, ...]]:
        found: dict[str, list[Match]] = defaultdict(list)
        for match in self.matches:
            found[match.id_a].append(match)
            found[match.id_b].append(match)
        return {id: tuple(held) for id, held in found.items()}


def duplicates(
    model: Model, day: str | None = None, *, every: bool = False, among: Collection[str] | None = None
) -> Duplicates:
    """Pairs and clusters of the systems and data sets of a model that do the same job, or part of it.

    Records that stand for many are not compared, and only pairs with one of the City's own are told. A pair about which
    people have decided is not among the matches but among the settled: parts, flows, successors, a ``concerns`` with its
    ``reason``, a waiver that names both. A waiver that has ended, or a merger past its day and not carried out, settles
    nothing.

    Args:
        model: the architecture.
        day: the day that decides who answers for what; the model's, its settings' or today's where not given.
        every: tell pairs that were compared and found different too.
        among: compare these ids alone; how rare a word is, and so the score, then rests on them.

    Raises:
        ArchmodelError: ``day`` is not a calendar day.

    Example:
        >>> am.duplicates(model, "2026-11-22").clusters.where(verdict="duplicate")
        <Clusters: 0>
    """
    on = day_of(model, day)
    lineage = Lineage(model, on, own_words(model))
    subjects = tuple(subjects_of(model, on, lineage, among))
    found: list[Match] = []
    settled: list[Match] = []
    for pair in pairs(subjects, every=every):
        if not _is_worth(model, on, pair):
            continue
        decided = decisions(model, pair.one.id, pair.other.id, on)
        match = Match(pair, model, decided)
        is_settled = any(not decision.lapsed for decision in decided) or _are_of_one_line(model, on, pair)
        (settled if is_settled else found).append(match)
    return Duplicates(Matches(found), subjects, on, model, Matches(settled))


def duplicate_rows(rows: Iterable[Row], model: Model | None, day: str, *, every: bool = False) -> Duplicates:
    """The same for the rows of a list; a model lends its bodies, their succession, and the name of its city."""
    lineage = Lineage(model, day, own_words(model) if model is not None else frozenset())
    ahead = iter(rows)
    first = tuple(islice(ahead, FULL + 1))
    if len(first) > FULL:
        held = read(chain(first, ahead), lineage)
        return Duplicates(LongMatches(pairs(held, every=every)), held, day, model)
    subjects = tuple(subject_of(row, lineage) for row in first)
    return Duplicates(Matches(Match(pair, None) for pair in pairs(subjects, every=every)), subjects, day, model)


def own_words(model: Model) -> frozenset[str]:
    """The words of the city's own name, their initials, and the name as addresses write it; from the workspace's owner."""
    owner = model.origin.elements.get(model.settings.owner or "")
    if owner is None:
        return frozenset()
    gone = set(spelled("ủy ban nhân dân hội đồng thành phố tỉnh"))
    words = [word for word in spelled(owner.name) if word not in gone]
    return frozenset({*words, "".join(word[0] for word in words), folded("".join(words))})


def _is_worth(model: Model, day: str, pair: Pair) -> bool:
    """Whether one of the two is the City's own, both are of one kind, and, of data, they may be about one thing.

    A database may be recorded as a system or as data; but a system and the data it works on are no pair.
    """
    one, other = model[pair.one.id], model[pair.other.id]
    if "own" not in {getattr(one, "record", None), getattr(other, "record", None)}:
        return False
    if one.kind != other.kind:
        name = pair.alike.aspects.name
        told = name is not None and name.known and not name.tools
        return (
            told
            and pair.one.job.kinds == pair.other.job.kinds == {"database"}
            and not _share_data(model, one.id, other.id)
        )
    if one.kind != "dataset":
        return True
    mine, theirs = _matter(model, one.id, day), _matter(model, other.id, day)
    return not mine or not theirs or bool(mine & theirs)


def _share_data(model: Model, one: str, other: str) -> bool:
    """Whether one of the two is data the other works on, now or before."""
    return any(r.target in {one, other} for id in (one, other) for r in model.outgoing(id, "accesses"))


def _matter(model: Model, id: str, day: str) -> frozenset[str]:
    """What a data set is recorded to be about: what it contains, and what has its original there."""
    held = [r.target for r in model.outgoing(id, "contains") if r.holds_on(day)]
    return frozenset([*held, *(r.source for r in model.incoming(id, "mastered_in") if r.holds_on(day))])


def _are_of_one_line(model: Model, day: str, pair: Pair) -> bool:
    """Whether one succeeds the other through a third, or another tie tells them apart."""
    return pair.other.id in told_apart(model, pair.one.id, day)
