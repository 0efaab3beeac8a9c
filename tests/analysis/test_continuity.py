"""What carried a service, a function or data, day by day: told to the day, and the same as looking at each day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import archmodel as am
from archmodel.analysis.continuity import lapses, told_span
from archmodel.analysis.spans import Span
from archmodel.model.elements import Application, BusinessFunction, Dataset, Node, Service
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Access, Link, Migration, Relation, Succession
from archmodel.model.settings import Days, Settings

DAY, SINCE = "2025-08-10", "2025-06-20"


def told(model: Model, id: str, since: str = SINCE, day: str = DAY) -> tuple[str, list[str], list[str]]:
    line = am.continuity(model, day, since=since)[id]
    return line.standing, [told_span(gap) for gap in line.gaps], [told_span(gap) for gap in line.open]


def served(*systems: Application, **more: str) -> Model:
    links = [Link(type="serves", source=system.id, target="s", **more) for system in systems]
    return Model([Service(id="s", name="S"), *systems], links)


def app(id: str, **more: str) -> Application:
    return Application(id=id, name=id, **more)


OLD = app("old", state="ended", since="2020-01-01", until="2025-07-01")


def test_a_gap_is_told_to_the_day() -> None:
    assert told(served(OLD, app("new", state="in_use", since="2025-07-04")), "s") == (
        "broken",
        ["2025-07-01..2025-07-03"],
        [],
    )
    assert told(served(OLD, app("new", state="in_use", since="2025-07-01")), "s") == ("unbroken", [], [])


def test_what_is_not_known_opens_a_gap_and_closes_none() -> None:
    whole = ["2025-07-01..2025-08-10"]
    assert told(served(OLD, app("new", state="in_use")), "s") == ("open", [], whole)
    assert told(served(OLD, app("new", since="2025-07-01")), "s") == ("open", [], whole)
    assert told(served(OLD, app("new", state="in_use", since="2025-07")), "s") == (
        "open",
        [],
        ["2025-07-01..2025-07-30"],
    )
    assert told(served(OLD, app("new", state="planned", since="2025-07-01")), "s") == ("broken", whole, [])
    assert told(served(OLD, app("new", state="suspended", since="2025-07-01")), "s") == ("open", [], whole)


def test_the_relation_has_a_life_of_its_own() -> None:
    system = app("a", state="in_use", since="2020-01-01")
    assert told(served(system, since="2025-01-01", until="2025-08-01"), "s") == (
        "broken",
        ["2025-08-01..2025-08-10"],
        [],
    )


def test_nothing_recorded_is_a_standing_of_its_own() -> None:
    assert told(served(), "s")[0] == "unrecorded"
    assert told(Model([Dataset(id="d", name="D")]), "d")[0] == "open"


def test_a_gap_before_the_first_thing_on_record_is_told_apart() -> None:
    new = app("new", state="in_use", since="2025-07-01")
    assert told(served(new), "s") == ("unrecorded_before", ["2025-06-20..2025-06-30"], [])
    assert told(served(new, app("later", state="in_use", since="2025-08-01")), "s")[0] == "unrecorded_before"
    assert told(served(app("a", state="planned")), "s")[0] == "broken"


def test_what_needs_no_system_and_data_of_others_are_not_watched() -> None:
    aside = [Service(id="s", name="S", digital=False), Dataset(id="d", name="D", record="reference"),
             BusinessFunction(id="f", name="F", until="2025-06-01"), Dataset(id="p", name="P", state="planned")]  # fmt: skip
    assert len(am.continuity(Model(aside), DAY, since=SINCE)) == 0


def test_data_is_held_by_its_keepers_and_by_the_homes_it_moved_to() -> None:
    data = [
        Dataset(id="d", name="D", since="2019-01-01"),
        Dataset(id="e", name="E", state="in_use", since="2024-01-01"),
    ]
    kept = [Access(source="old", target="d", mode="rw")]
    assert told(Model([*data, OLD], kept), "d") == ("broken", ["2025-07-01..2025-08-10"], [])
    moved = Migration(source="d", target="e", state="done", on="2025-07-05")
    assert told(Model([*data, OLD], [*kept, moved]), "d") == ("broken", ["2025-07-01..2025-07-04"], [])
    planned = Migration(source="d", target="e", state="planned")
    assert told(Model([*data, OLD], [*kept, planned]), "d") == ("broken", ["2025-07-01..2025-08-10"], [])
    running = Migration(source="d", target="e", state="running", since="2025-07-01")
    assert told(Model([*data, OLD], [*kept, running]), "d") == ("open", [], ["2025-07-01..2025-08-10"])


def test_data_that_began_in_some_month_is_sure_from_its_last_day() -> None:
    system = app("a", state="in_use", since="2020-01-01")
    model = Model([Dataset(id="d", name="D", since="2025-06"), system], [Access(source="a", target="d", mode="w")])
    assert told(model, "d") == ("open", [], ["2025-06-20..2025-06-29"])


def test_data_is_nowhere_before_the_last_move_that_brought_it() -> None:
    data = [Dataset(id=id, name=id, state="in_use", since="2019-01-01") for id in ("d", "e", "f")]
    systems = [OLD, app("b", state="planned"), app("c", state="in_use", since="2019-01-01")]
    relations = [
        Access(source="old", target="d", mode="w"), Access(source="b", target="e", mode="w"),
        Access(source="c", target="f", mode="w"), Migration(source="d", target="e", state="done", on="2025-07-20"),
        Migration(source="e", target="f", state="done", on="2025-07-01"),
    ]  # fmt: skip
    assert told(Model([*data, *systems], relations), "d") == ("broken", ["2025-07-01..2025-07-19"], [])


def test_data_is_sure_in_its_new_home_only_once_it_surely_arrived() -> None:
    data = [Dataset(id=id, name=id, state="in_use", since="2019-01-01") for id in ("d", "e")]
    kept = [Access(source="old", target="d", mode="w"), Access(source="c", target="e", mode="w")]
    model = Model([*data, OLD, app("c", state="in_use", since="2019-01-01")],
                  [*kept, Migration(source="d", target="e", state="done", since="2025-07")])  # fmt: skip
    assert told(model, "d") == ("open", [], ["2025-07-01..2025-07-30"])


def test_reading_is_not_keeping_and_a_host_is() -> None:
    elements: list[Element] = [Dataset(id="d", name="D", since="2019-01-01"), OLD, Node(id="n", name="N", state="in_use",
                               since="2018-01-01")]  # fmt: skip
    read = Access(source="old", target="d", mode="r")
    host = Link(type="hosted_on", source="d", target="n")
    assert [s.element for s in am.continuity(Model(elements, [read, host]), DAY)["d"].stretches] == ["n"]
    assert told(Model(elements, [read, host]), "d") == ("unbroken", [], [])


def test_a_narrowed_model_still_knows_what_went_before() -> None:
    model = served(OLD, app("new", state="in_use", since="2025-07-01")).at(DAY)
    assert told(model, "s") == ("unbroken", [], [])


def test_the_watch_begins_thirty_days_before_the_reorganisation() -> None:
    model = Model([Service(id="s", name="S")], settings=Settings(days=Days(effect="2025-07-01")))
    assert am.continuity(model, DAY)["s"].watched == Span(date(2025, 6, 1), date(2025, 8, 11))
    assert am.continuity(Model([Service(id="s", name="S")]), DAY)["s"].watched.days == 1


def test_lapses_name_the_records_that_leave_it_open() -> None:
    sharp, vague = app("a", state="in_use", since="2025-07-01"), app("b", state="in_use")
    found = lapses([sharp, vague], "2025-06-01", DAY)
    assert (found.sure, [told_span(gap) for gap in found.open]) == ((), ["2025-06-01..2025-06-30"])
    assert found.vague == (vague,)


def test_it_reads_well_in_a_notebook() -> None:
    found = am.continuity(served(OLD), DAY, since=SINCE)
    assert repr(found) == "<Continuity to 2025-08-10: 0 unbroken, 0 open, 0 unrecorded_before, 1 broken, 0 unrecorded>"
    assert "2025-07-01..2025-08-10" in found._repr_html_()


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
