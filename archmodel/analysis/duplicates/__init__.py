"""Duplicate and overlapping systems: which do the same job, with what speaks for it and against.

``naming`` takes a name apart, ``bodies`` tells whose a system is today, ``likeness`` weighs what two jobs share,
``verdict`` rules, ``search`` finds whom to compare, ``clusters`` groups, ``evidence`` tells why. This file is the door.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from archmodel.analysis.days import day_of
from archmodel.analysis.duplicates.bodies import Lineage
from archmodel.analysis.duplicates.clusters import Cluster, clusters
from archmodel.analysis.duplicates.evidence import Sign, signs, why
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.search import Pair, pairs
from archmodel.analysis.duplicates.subject import Row, Subject, subject_of, subjects_of
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.analysis.ties import told_apart
from archmodel.model.model import Model
from archmodel.text.markup import face
from archmodel.text.vietnamese import folded
from archmodel.text.words import Words

CLUSTERED = 0.45
"""From which score on systems are shown side by side."""


@dataclass(frozen=True)
class Match:
    """A pair as people read it: two ids, a score from 0 to 1, a verdict, and the signs for and against."""

    pair: Pair
    model: Model | None

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
        """How alike their jobs are, 0 to 1; the rank, not a probability."""
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


@dataclass(frozen=True)
class Duplicates:
    """The pairs and clusters of a model or a list on a day, best first; iterates over the pairs."""

    matches: tuple[Match, ...]
    subjects: tuple[Subject, ...]
    day: str
    model: Model | None

    def __iter__(self) -> Iterator[Match]:
        return iter(self.matches)

    def __len__(self) -> int:
        return len(self.matches)

    def __repr__(self) -> str:
        return f"<Duplicates on {self.day}: {len(self.subjects)} systems, {len(self.matches)} pairs, {len(self.clusters)} clusters>"

    def _repr_html_(self) -> str:
        rows = [
            (
                f"{cluster.verdict.words.vi} {cluster.score:.2f}",
                f"{cluster.centre.name}: " + "; ".join(m.subject.name for m in cluster.members),
            )
            for cluster in self.clusters
        ]
        told = f"{self.day}: {len(self.subjects)} hệ thống, {len(self.matches)} cặp, {len(self.clusters)} nhóm"
        return face("Hệ thống trùng lặp, chồng lấn", told, rows, ("Kết luận", "Nhóm"))

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """Groups around the system most like the others, each system in one."""
        return clusters((match.pair for match in self.matches), least=CLUSTERED)

    def of(self, id: str, most: int = 5) -> tuple[Match, ...]:
        """The closest to a system, best first."""
        return tuple(match for match in self.matches if id in {match.id_a, match.id_b})[:most]


def duplicates(model: Model, day: str | None = None, *, every: bool = False) -> Duplicates:
    """Pairs and clusters of the systems and data sets of a model that do the same job, or part of it.

    Only pairs with one of the City's own are told, and none whose relation the catalogue records: parts, flows,
    successors, or a ``concerns`` with its ``reason`` - the decision that silences a finding.

    Args:
        model: the architecture.
        day: the day that decides who answers for what; the model's, its settings' or today's where not given.
        every: tell pairs that were compared and found different too.

    Raises:
        ArchmodelError: ``day`` is not a calendar day.
    """
    on = day_of(model, day)
    lineage = Lineage(model, on, _own(model))
    subjects = tuple(subjects_of(model, on, lineage))
    kept = (pair for pair in pairs(subjects, every=every) if _is_worth(model, on, pair))
    return Duplicates(tuple(Match(pair, model) for pair in kept), subjects, on, model)


def duplicate_rows(rows: Iterable[Row], model: Model | None, day: str, *, every: bool = False) -> Duplicates:
    """The same for the rows of a list; a model lends its bodies, their succession, and the name of its city."""
    lineage = Lineage(model, day, _own(model) if model is not None else frozenset())
    subjects = tuple(subject_of(row, lineage) for row in rows)
    return Duplicates(tuple(Match(pair, None) for pair in pairs(subjects, every=every)), subjects, day, model)


def _own(model: Model) -> frozenset[str]:
    """The words of the city's own name, their initials, and the name as addresses write it; from the workspace's owner."""
    owner = model.origin.elements.get(model.settings.owner or "")
    if owner is None:
        return frozenset()
    gone = set(spelled("ủy ban nhân dân hội đồng thành phố tỉnh"))
    words = [word for word in spelled(owner.name) if word not in gone]
    return frozenset({*words, "".join(word[0] for word in words), folded("".join(words))})


def _is_worth(model: Model, day: str, pair: Pair) -> bool:
    one, other = model[pair.one.id], model[pair.other.id]
    own = "own" in {getattr(one, "record", None), getattr(other, "record", None)}
    return own and one.kind == other.kind and other.id not in told_apart(model, one.id, day)
