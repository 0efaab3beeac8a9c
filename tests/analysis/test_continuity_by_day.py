"""Continuity of random services and data against asking, day by day, what can and what surely did carry them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import archmodel as am
from archmodel.analysis.spans import Span
from archmodel.model.elements import Application, Dataset, Service
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Access, Link, Migration, Relation, Succession

DAY, SINCE = "2025-08-10", "2025-06-20"


def app(id: str, **more: str) -> Application:
    return Application(id=id, name=id, **more)


days = st.dates(date(2025, 6, 10), date(2025, 8, 20)).map(date.isoformat)
ends = st.none() | days | st.sampled_from(["2024", "2025-06", "2025-07", "2025-08", "2025", "2026"])
states = st.sampled_from([None, "in_use", "ended", "planned", "suspended"])


@st.composite
def services(draw: st.DrawFn) -> Model:
    """A service and up to three systems, each with days of any precision and a relation with days of its own."""
    systems = [
        app(f"a{n}", since=draw(ends), until=draw(ends), state=draw(states)) for n in range(draw(st.integers(0, 3)))
    ]
    links = [Link(type="serves", source=a.id, target="s", since=draw(ends), until=draw(ends)) for a in systems]
    return Model([Service(id="s", name="S"), *systems], links)


@st.composite
def data_sets(draw: st.DrawFn) -> Model:
    """Three data sets with moves and successions between any two of them, and systems that keep some."""
    data = [Dataset(id=f"d{n}", name="D", since=draw(ends), until=draw(ends), state=draw(states)) for n in range(3)]
    systems = [app(f"a{n}", since=draw(ends), until=draw(ends), state=draw(states)) for n in range(2)]
    pick = st.sampled_from(["d0", "d1", "d2"])
    relations: list[Relation] = [
        Access(source=f"a{n}", target=draw(pick), mode="w") for n in range(2) if draw(st.booleans())
    ]
    for _ in range(draw(st.integers(0, 3))):
        one, other = draw(pick), draw(pick)
        if draw(st.booleans()):
            state = draw(st.sampled_from([None, "planned", "running", "done", "verified"]))
            relations.append(
                Migration(source=one, target=other, state=state, on=draw(st.none() | days), since=draw(ends))
            )
        else:
            relations.append(Succession(source=one, target=other, since=draw(ends)))
    return Model([*data, *systems], relations)


def readings(text: str) -> list[date]:
    """Every day a day of reduced precision can mean."""
    if len(text) == 10:
        return [date.fromisoformat(text)]
    months = [text] if len(text) == 7 else [f"{text}-{month:02}" for month in range(1, 13)]
    return [
        date(int(m[:4]), int(m[5:]), n) for m in months for n in range(1, monthrange(int(m[:4]), int(m[5:]))[1] + 1)
    ]


def may_hold(record: Record, day: date) -> bool:
    """Whether some reading of its days has the record hold; what was planned never did."""
    begun = record.since is None or any(since <= day for since in readings(record.since))
    return begun and (record.until is None or any(until > day for until in over(record.until)))


def over(text: str) -> list[date]:
    """Every first day a thing no longer holds: of a month or year, up to the day after its last."""
    days = readings(text)
    return days if len(text) == 10 else [*days, days[-1] + timedelta(days=1)]


def surely_holds(record: Record, day: date) -> bool:
    """Whether every reading of its days has the record hold; one that never says when it began surely holds never."""
    if record.since is None:
        return False
    begun = all(since <= day for since in readings(record.since))
    return begun and (record.until is None or all(until > day for until in over(record.until)))


def works(record: Element) -> bool:
    state = getattr(record, "state", None)
    return state == "in_use" or (state == "ended" and record.until is not None)


def never(record: Element) -> bool:
    return getattr(record, "state", None) == "planned"


def day_by_day(model: Model, id: str, carried: object) -> tuple[set[date], set[date]]:
    """The days nothing can have carried the subject, and the days that is not known, asked one by one."""
    line = am.continuity(model, DAY, since=SINCE)[id]
    every = [line.watched.since + timedelta(days=n) for n in range(line.watched.days)]
    bare = {day for day in every if not carried(day, sure=False)}
    return bare, {day for day in every if not carried(day, sure=True)} - bare


def days_in(spans: tuple[Span, ...]) -> set[date]:
    return {gap.since + timedelta(days=n) for gap in spans for n in range(gap.days)}


@settings(max_examples=300, deadline=None)
@given(services())
def test_a_service_reads_the_same_day_by_day(model: Model) -> None:
    def carried(day: date, *, sure: bool) -> bool:
        for link in model.relations:
            system = model[link.source]
            undated = link.since is None and link.until is None
            if sure and works(system) and surely_holds(system, day) and (undated or surely_holds(link, day)):
                return True
            if not sure and not never(system) and may_hold(system, day) and may_hold(link, day):
                return True
        return False

    line = am.continuity(model, DAY, since=SINCE)["s"]
    assert (days_in(line.gaps), days_in(line.open)) == day_by_day(model, "s", carried)


@settings(max_examples=300, deadline=None)
@given(data_sets())
def test_data_reads_the_same_day_by_day(model: Model) -> None:
    def arrived(relation: Relation, day: date, *, sure: bool) -> bool:
        begun = surely_holds if sure else may_hold
        if isinstance(relation, Migration):
            done = relation.state in {"done", "verified"}
            if relation.state == "planned" or (sure and not done):
                return False
            if done and relation.on:
                return date.fromisoformat(relation.on) <= day
            return begun(relation, day)
        return relation.since is None or begun(relation, day)

    def reached(day: date, *, sure: bool) -> set[str]:
        homes, before = {"d0"}, set()
        while homes != before:
            before = set(homes)
            for r in model.relations:
                here, there = (r.target, r.source) if isinstance(r, Succession) else (r.source, r.target)
                if not isinstance(r, Access) and here in homes and arrived(r, day, sure=sure):
                    homes.add(there)
        return homes

    def holds(record: Element, day: date, *, sure: bool) -> bool:
        return works(record) and surely_holds(record, day) if sure else not never(record) and may_hold(record, day)

    def carried(day: date, *, sure: bool) -> bool:
        for id in reached(day, sure=sure):
            kept = [model[r.source] for r in model.relations if isinstance(r, Access) and r.target == id]
            home = model[id]
            there = surely_holds(home, day) if sure and home.state is None else holds(home, day, sure=sure)
            if there and (
                any(holds(keeper, day, sure=sure) for keeper in kept) or (not kept and (not sure or home.state))
            ):
                return True
        return False

    line = am.continuity(model, DAY, since=SINCE)
    if line.timelines and line.timelines[0].subject == "d0":
        found = line["d0"]
        assert (days_in(found.gaps), days_in(found.open)) == day_by_day(model, "d0", carried)
