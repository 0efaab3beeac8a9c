"""What carried a service, a function or data, day by day: told to the day."""

from __future__ import annotations

from datetime import date

import archmodel as am
from archmodel.analysis.continuity import lapses, told_span
from archmodel.analysis.spans import Span
from archmodel.model.elements import Application, BusinessFunction, Dataset, Node, Service
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Access, Link, Migration
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
