"""Data quality: what each record states, proves and leaves open, and what that comes to for the body that answers for it.

A score counts points earned over points that could be; a seal counts facts proven, and asks nothing of the score. What is
asked is fixed by kind and record type and each fact earns the most its evidence gives, so stating, proving, confirming or
dating anything never lowers the score or the seal of a record, nor of a body whose records stay the same.

A record that comes to a body brings what it earned and what it could have earned. The body's ``points`` never fall by it;
its score and seal may, because they say how well it knows what it answers for, and that has become more. Were it
otherwise, leaving a system out of the catalogue would pay.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache, reduce

from archmodel.analysis.days import day_of
from archmodel.analysis.expected import EXPECTED, UNDENIABLE, depends_on_type, is_relation
from archmodel.analysis.keepers import Keeper, Keepers
from archmodel.analysis.next_step import Step, next_step
from archmodel.analysis.proof import FULL, STATED, Clock, Proof, Standing, best_of, better, is_later, proof
from archmodel.analysis.spans import span
from archmodel.analysis.tally import Fact, Seal, Tally, counted, total
from archmodel.model.labels import asked
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Alignment, Relation
from archmodel.text.days import first
from archmodel.text.markup import face
from archmodel.text.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class RecordQuality:
    """What a record states of what is asked of its kind.

    ``behind`` is what its own evidence is worth, ``later`` how many pieces of it are dated after the day: they count, and
    whoever reads should know.
    """

    element: Element
    facts: tuple[Fact, ...]
    keepers: tuple[Keeper, ...]
    tally: Tally
    behind: Proof
    later: int

    @property
    def step(self) -> Step | None:
        """What to do first: the one step that raises the score most; None where nothing can."""
        return next_step(self.facts, self.behind)

    def names(self, *standings: Standing) -> tuple[str, ...]:
        """What has one of the standings, in the order it is asked."""
        return tuple(fact.name for fact in self.facts if fact.standing in standings)

    @property
    def score(self) -> int:
        """From 0 to 100; see ``Tally``."""
        return self.tally.score

    @property
    def seal(self) -> Seal:
        """What the record has earned by what is proven."""
        return self.tally.seal

    def __repr__(self) -> str:
        return f"<RecordQuality {self.element.id!r}: {self.score}, {self.seal.value}>"


@dataclass(frozen=True, slots=True)
class AgencyQuality:
    """A body and the records it answers for; ``body`` is None for the records nobody on record answers for.

    ``missing`` is what its records lack, with how many lack it, most often first.
    """

    body: Element | None
    records: tuple[RecordQuality, ...]
    tally: Tally
    missing: tuple[tuple[str, int], ...]

    @property
    def score(self) -> int:
        """From 0 to 100, over all its records together; see ``Tally``."""
        return self.tally.score

    @property
    def seal(self) -> Seal:
        """What the body has earned by what is proven of all its records together."""
        return self.tally.seal

    def __repr__(self) -> str:
        name = self.body.id if self.body else None
        return f"<AgencyQuality {name!r}: {len(self.records)} records, {self.score}, {self.seal.value}>"


@dataclass(frozen=True)
class DataQuality:
    """The quality of a model's records on a day: by record in catalogue order, by body as a league table.

    Bodies are ordered by score, best first, then by name; the records nobody answers for come last. A record with several
    owners stands under each.
    """

    day: str
    months: int
    records: tuple[RecordQuality, ...]
    agencies: tuple[AgencyQuality, ...]

    @cached_property
    def tally(self) -> Tally:
        """All records together, each counted once."""
        return total(record.tally for record in self.records)

    @cached_property
    def _by_id(self) -> dict[str, RecordQuality]:
        return {record.element.id: record for record in self.records}

    def of(self, id: str) -> RecordQuality | None:
        """The quality of a record, or None where its kind is not judged."""
        return self._by_id.get(id)

    def __repr__(self) -> str:
        bodies = sum(agency.body is not None for agency in self.agencies)
        return f"<DataQuality on {self.day}: {len(self.records)} records of {bodies} bodies, score {self.tally.score}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                agency.body.name if agency.body else "Chưa rõ cơ quan trả lời",
                str(len(agency.records)),
                str(agency.score),
                agency.seal.words.vi,
                ", ".join(f"{asked(name).vi} ({count})" for name, count in agency.missing[:3]),
            )
            for agency in self.agencies
        ]
        head = ("Cơ quan", "Số bản ghi", "Điểm", "Dấu", "Thiếu nhiều nhất")
        told = f"ngày {self.day}: {len(self.records)} bản ghi, {self.tally.score}/100"
        return face("Chất lượng dữ liệu", told, rows, head)


def quality(model: Model, day: str | None = None) -> DataQuality:
    """What the records of a model state, prove and leave open on a day.

    Args:
        model: the architecture, whole or part; a part judges its own records by all relations of the whole.
        day: ISO; the model's own day, the workspace's or today when not given. Evidence is old by it; a record that has ended is judged by the last day of its life.

    Raises:
        ArchmodelError: ``day`` is not a calendar day.

    Example:
        >>> found = am.quality(model, "2026-11-22")
        >>> len(found.records)
        28
    """
    day = day_of(model, day)
    reading = _Reading(model.origin, day)
    records = tuple(reading.record(element) for element in model if element.kind in EXPECTED)
    return DataQuality(day, reading.months, records, tuple(_league(model.origin, records)))


def _league(model: Model, records: Iterable[RecordQuality]) -> Iterator[AgencyQuality]:
    held: dict[str | None, list[RecordQuality]] = defaultdict(list)
    for record in records:
        for keeper in record.keepers:
            held[keeper.body].append(record)
    unheld = held.pop(None, None)
    agencies = [_agency(model[id], found) for id, found in held.items() if id is not None]
    yield from sorted(agencies, key=_place)
    if unheld:
        yield _agency(None, unheld)


def _place(agency: AgencyQuality) -> tuple[int, object, str]:
    body = agency.body
    return -agency.score, sort_key(body.name if body else ""), body.id if body else ""


def _agency(body: Element | None, records: list[RecordQuality]) -> AgencyQuality:
    lacking = Counter(name for record in records for name in record.names(Standing.MISSING))
    missing = tuple(sorted(lacking.items(), key=lambda item: (-item[1], item[0])))
    return AgencyQuality(body, tuple(records), total(record.tally for record in records), missing)


class _Reading:
    """One pass over a model on a day."""

    def __init__(self, model: Model, day: str) -> None:
        self.model, self.day, self.months = model, day, model.settings.evidence_months
        self.keepers = Keepers(model, day)

    def record(self, element: Element) -> RecordQuality:
        """The quality of one record."""
        last = _last_day(element, self.day)
        moment = max(last, span(element.since, None).since).isoformat()
        links = self._links(element, moment)
        clock = Clock(last, self.months, element.confirmed_on)
        behind = proof(element.evidence, clock)
        asked = EXPECTED[element.kind]
        typed = not asked.own or getattr(element, "record", None) is not None
        facts = [self._fact(element, name, links, behind, clock) for name in asked.always]
        for name in depends_on_type(element):
            fact = self._fact(element, name, links, behind, clock)
            facts.append(fact if typed else _same(name, Standing.WAITING, 0, fact.points))
        return RecordQuality(
            element,
            tuple(facts),
            self.keepers.of(element.id, moment),
            counted(facts),
            behind,
            sum(is_later(item, self.day) for item in element.evidence),
        )

    def _links(self, element: Element, moment: str) -> dict[str, list[Relation]]:
        """The relations of a record that hold on the day, or on the day of its life nearest to it."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for link in self.model.outgoing(element.id):
            if link.holds_on(moment):
                found[link.type].append(link)
        return found

    def _fact(
        self, element: Element, name: str, links: Mapping[str, list[Relation]], behind: Proof, clock: Clock
    ) -> Fact:
        denied = name in element.not_applicable and name not in UNDENIABLE
        if not is_relation(name):
            if denied or getattr(element, name, None) not in (None, ()):
                return _same(name, behind.standing, STATED + behind.points, FULL, denied)
        elif denied or name in links:
            proofs, ceiling = ([behind], FULL) if denied else ([], 0)
            for link in links.get(name, ()):
                cap = link.confidence_of_mapping if isinstance(link, Alignment) else "primary"
                proofs.append(proof(link.evidence, clock, cap))
                if link.evidence == element.evidence:
                    ceiling = max(ceiling, STATED + best_of(cap))
            standing, points = reduce(better, proofs)
            return _same(name, standing, STATED + points, max(STATED + points, ceiling), denied)
        return _same(name, _unstated(element, name, self.day), 0, FULL if name == "evidence" else 0)


_same = lru_cache(maxsize=4096)(Fact)
"""Facts of one sort are one object: a city has hundreds of thousands of them, of a few hundred sorts."""


def _unstated(element: Element, name: str, day: str) -> Standing:
    """Missing, unless someone is named who will settle it by a day still to come."""
    if not element.unknown:
        return Standing.MISSING
    held = any(item.field == name and item.contact and item.due and item.due >= day for item in element.unknown)
    return Standing.PROMISED if held else Standing.MISSING


def _last_day(element: Element, day: str) -> date:
    """The day, or the last day of the record's life where that is earlier."""
    if element.until is None:
        return first(day)
    end = span(None, element.until).until
    return min(first(day), end - timedelta(days=1) if end > date.min else end)
