"""Whether something held without a break: for every service, function and data set, what carried it and when.

Two answers beside each other, to the day: the days nothing can have carried it, and the days nothing is sure to have.
What days or states leave unknown opens a gap that is not sure; it never closes one. Where data is and how it got there
is told by ``arrivals``; a record is read by ``lives``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from archmodel.analysis.arrivals import arrivals
from archmodel.analysis.days import day_of
from archmodel.analysis.homes import keeping
from archmodel.analysis.lives import common, longest, narrow, surest, with_past
from archmodel.analysis.spans import Span, gaps, shifted
from archmodel.model.elements import Application, BusinessFunction, Dataset, Service
from archmodel.model.model import Model
from archmodel.model.record import Record
from archmodel.model.relations import Relation
from archmodel.text.days import first
from archmodel.text.markup import face
from archmodel.text.words import Words

Subject = Service | BusinessFunction | Dataset
Standing = Literal["unbroken", "open", "unrecorded_before", "broken", "unrecorded"]
DAYS_BEFORE = 30
WORDS: dict[Standing, Words] = {
    "unbroken": Words("liên tục", "unbroken"),
    "open": Words("chưa đủ ngày tháng, trạng thái để biết", "days or states leave it open"),
    "unrecorded_before": Words("chưa ghi gì đảm nhận trước đó", "nothing recorded to carry it before that"),
    "broken": Words("có ngày không gì đảm nhận", "days without anything"),
    "unrecorded": Words("chưa ghi gì đảm nhận", "nothing recorded to carry it"),
}


class Lapses(NamedTuple):
    """The parts of a period that nothing covers for sure: ``sure`` by every reading, ``open`` where that is not known.

    ``vague`` are the records whose days or state leave open when they held within the period.
    """

    sure: tuple[Span, ...]
    open: tuple[Span, ...]
    vague: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """What carried a subject, by which relation, and when: possibly and surely, both cut to the period watched.

    ``relation`` is None where a data set stands for itself, as nothing is recorded to keep it.
    """

    element: str
    relation: Relation | None
    possible: Span | None
    sure: Span | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What carried a subject over the period watched; ``gaps`` are sure, ``open`` those that days or states leave open."""

    subject: str
    kind: str
    watched: Span
    stretches: tuple[Stretch, ...]
    gaps: tuple[Span, ...]
    open: tuple[Span, ...]

    @property
    def standing(self) -> Standing:
        """The worst that can be said of it.

        Nothing recorded, broken for sure, perhaps broken, or unbroken; ``unrecorded_before`` where the only sure gap
        lies before the first thing on record began: what went before may have been left out of the catalogue.
        """
        if not self.stretches:
            return "unrecorded"
        if not self.gaps:
            return "open" if self.open else "unbroken"
        begun = min((s.possible.since for s in self.stretches if s.possible), default=None)
        return "unrecorded_before" if begun and self.gaps[-1].until <= begun else "broken"


@dataclass(frozen=True, slots=True)
class Continuity:
    """The timelines of a model up to a day; ``continuity["service-id"]`` is the one of a subject."""

    day: str
    timelines: tuple[Timeline, ...]

    def __getitem__(self, subject: str) -> Timeline:
        return {timeline.subject: timeline for timeline in self.timelines}[subject]

    def __iter__(self) -> Iterator[Timeline]:
        return iter(self.timelines)

    def __len__(self) -> int:
        return len(self.timelines)

    def standing(self, *wanted: Standing) -> tuple[Timeline, ...]:
        """The timelines of these standings."""
        return tuple(timeline for timeline in self.timelines if timeline.standing in wanted)

    def __repr__(self) -> str:
        told = ", ".join(f"{len(self.standing(name))} {name}" for name in WORDS)
        return f"<Continuity to {self.day}: {told}>"

    def _repr_html_(self) -> str:
        rows = [
            (line.subject, WORDS[line.standing].vi, ", ".join(s.element for s in line.stretches),
             "; ".join(map(told_span, line.gaps)), "; ".join(map(told_span, line.open)))
            for line in sorted(self.timelines, key=lambda line: line.standing != "broken")
        ]  # fmt: skip
        head = ("Đối tượng", "Tình trạng", "Đảm nhận bởi", "Khoảng trống chắc chắn", "Khoảng chưa rõ")
        return face("Tính liên tục", f"đến hết {self.day}", rows, head)


def continuity(model: Model, day: str | None = None, *, since: str | None = None) -> Continuity:
    """What carried each service, function and data set of the City, day by day, and where that leaves gaps.

    Services and functions are carried by the applications that serve or realise them, data sets by what keeps them or
    the homes they moved to. What needs no system (``digital: false``) and other bodies' data is left out.

    Args:
        model: the architecture; what has ended is read from it as it was loaded, unless it is a part.
        day: the last day watched, ISO; the model's own, the workspace's or today when not given.
        since: the first day watched; thirty days before the reorganisation of the settings when not given, or only
            ``day`` where there is none. A subject is watched while it holds.

    Example:
        >>> am.continuity(model, "2026-11-22").standing("broken")
        ()
    """
    day, past = day_of(model, day), with_past(model)
    effect = model.settings.days.effect
    start = since or (shifted(effect, -DAYS_BEFORE) if effect and effect <= day else day)
    subjects: tuple[Subject, ...] = (*past.services, *past.business_functions, *past.datasets)
    found = []
    for subject in subjects:
        watched = watched_of(subject, start, day)
        if watched and getattr(subject, "record", None) != "reference":
            found.append(timeline(past, subject, watched))
    return Continuity(day, tuple(found))


def watched_of(subject: Subject, since: str, day: str) -> Span | None:
    """The days from ``since`` to ``day`` on which a subject may hold and needs a system; None where there are none.

    Data that is only planned has no days yet.
    """
    if getattr(subject, "digital", None) is False:
        return None
    return common(Span(first(since), first(day) + timedelta(days=1)), longest(subject))


def timeline(model: Model, subject: Subject, watched: Span) -> Timeline:
    """What carried a subject over a period, and the gaps."""
    found = tuple(
        Stretch(element, relation, common(possible, watched), common(sure, watched))
        for element, relation, possible, sure in _carriers(model, subject)
    )
    sure, not_sure = _uncovered((s.possible for s in found), (s.sure for s in found), watched)
    return Timeline(subject.id, subject.kind, watched, found, sure, not_sure)


def lapses(records: Iterable[Record], since: str, day: str) -> Lapses:
    """The parts of ``since`` to ``day``, both included, in which none of the records held.

    A record that does not say since when it holds, or in what state, covers its period possibly, never for sure.
    """
    known, period = tuple(records), Span(first(since), first(day) + timedelta(days=1))
    sure, not_sure = _uncovered(map(longest, known), map(surest, known), period)
    vague = (record for record in known if common(longest(record), period) != common(surest(record), period))
    return Lapses(sure, not_sure, tuple(vague))


def told_span(gap: Span) -> str:
    """A span as its first and last day, in ISO form."""
    return f"{gap.since.isoformat()}..{(gap.until - timedelta(days=1)).isoformat()}"


def _uncovered(
    possible: Iterable[Span | None], sure: Iterable[Span | None], watched: Span
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The parts of a period no span covers by the generous reading, and those only the narrow one leaves bare."""
    never = gaps(_present(possible), *watched)
    bare = gaps(_present(sure), *watched)
    return never, tuple(part for gap in bare for part in gaps(never, *gap))


def _present(spans: Iterable[Span | None]) -> list[Span]:
    return [found for found in spans if found is not None]


Carrier = tuple[str, Relation | None, Span | None, Span | None]


def _carriers(model: Model, subject: Subject) -> Iterator[Carrier]:
    if isinstance(subject, Dataset):
        yield from _keepers(model, subject)
        return
    for relation in (r for type in ("serves", "realizes") for r in model.incoming(subject.id, type)):
        system = model.elements.get(relation.source)
        if isinstance(system, Application):
            yield (
                system.id, relation, common(longest(system), longest(relation)), common(surest(system), surest(relation))
            )  # fmt: skip


def _keepers(model: Model, data: Dataset) -> Iterator[Carrier]:
    """What keeps a data set: its keepers, and those of each home it moved to from the day it arrived there."""
    sure = arrivals(model, data.id, is_sure=True)
    for id, (start, over) in arrivals(model, data.id, is_sure=False).items():
        home = model.elements[id]
        perhaps, surely = _since(start), _since(sure[id][0]) if id in sure else None
        kept = keeping(model, id) if isinstance(home, Dataset) else ()
        if not kept:
            yield id, over, common(longest(home), perhaps), common(surest(home), surely)
        own = surest(home) if getattr(home, "state", None) else narrow(home.since, home.until)
        for keeper, relation in kept:
            yield (
                keeper.id, relation, common(longest(home), longest(keeper), longest(relation), perhaps),
                common(own, surest(keeper), surest(relation), surely),
            )  # fmt: skip


def _since(start: date) -> Span:
    return Span(start, date.max)
