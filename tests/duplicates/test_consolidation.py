"""What an option would touch: what hangs on one system and has no home elsewhere; silence is told as not known."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.duplicates import formats
from archmodel.analysis.duplicates.consolidation import Course, Option, Touch
from archmodel.model.elements import Application, BusinessFunction, Dataset, Interface, Organisation
from archmodel.model.record import Evidence
from archmodel.model.relations import Access, Flow, Link, Relation, Use

PRESS = (Evidence(document="Báo", confidence="secondary"),)
GUESS = (Evidence(document="Suy luận", confidence="inferred"),)


def city(*relations: Relation, record: str = "own") -> am.Model:
    return am.Model(
        [
            Organisation(id="x", name="Sở Y tế"), Organisation(id="y", name="Sở Nội vụ"),
            BusinessFunction(id="f", name="Họp"), BusinessFunction(id="g", name="Lịch"),
            Dataset(id="d", name="Biên bản"), Interface(id="u", name="hop.gov.vn"), Interface(id="v", name="moi.gov.vn"),
            Application(id="a", name="Phần mềm họp không giấy", record="own", state="in_use"),
            Application(id="b", name="Ứng dụng họp không giấy", record=record, state="in_use"),
            Application(id="p", name="Ký số", record="own", state="in_use"),
            Application(id="m", name="Phân hệ nghĩa trang", record="own", state="in_use"),
        ],
        relations,
    )  # fmt: skip


def laid_out(model: am.Model) -> dict[tuple[Course, tuple[str, ...]], Option]:
    found = am.duplicates(model, "2026-11-22")
    (cluster,) = found.clusters
    assert {"a", "b"} <= set(cluster.ids)
    return {(option.course, option.goes): option for option in found.options(cluster)}


def left(option: Option) -> dict[str, tuple[str, ...]]:
    return {touch.aspect: touch.ids for touch in option.touches if touch.ids}


def test_every_course_is_laid_out_and_none_is_ranked() -> None:
    assert sorted((course.value, goes) for course, goes in laid_out(city())) == [
        ("keep", ()), ("merge", ("a",)), ("merge", ("b",)), ("retire", ("a",)), ("retire", ("b",)),
    ]  # fmt: skip


def test_the_city_does_not_end_what_others_run() -> None:
    options = laid_out(city(record="reference"))
    assert sorted((course.value, goes) for course, goes in options) == [
        ("keep", ()), ("merge", ("a",)), ("retire", ("a",)),
    ]  # fmt: skip
    assert "run by others, not for the City to end: Ứng dụng họp không giấy" in [
        words.en for words in options[Course.KEEP, ()].open
    ]


def test_nothing_recorded_is_not_known_rather_than_untouched() -> None:
    option = laid_out(city())[Course.MERGE, ("b",)]
    assert left(option) == {}
    assert [touch.is_recorded for touch in option.touches] == [False] * 6


HANGING: list[tuple[str, Relation, str]] = [
    ("function", Link(type="realizes", source="b", target="f"), "f"),
    ("data", Access(source="b", target="d", mode="rw"), "d"),
    ("users", Use(source="b", target="x"), "x"),
    ("flow", Flow(id="F1", source="b", target="p"), "p"),
    ("flow", Flow(id="F1", source="p", target="b"), "p"),
    ("address", Link(type="exposes", source="b", target="u"), "u"),
    ("hosted", Link(type="part_of", source="m", target="b"), "m"),
]


@pytest.mark.parametrize(("aspect", "tie", "end"), HANGING, ids=lambda value: getattr(value, "type", str(value)))
def test_what_hangs_on_a_system_is_left_when_it_goes(aspect: str, tie: Relation, end: str) -> None:
    options = laid_out(city(tie))
    assert left(options[Course.MERGE, ("b",)]) == {aspect: (end,)}
    assert left(options[Course.RETIRE, ("b",)]) == {aspect: (end,)}
    assert left(options[Course.RETIRE, ("a",)]) == {}


@pytest.mark.parametrize(("aspect", "tie", "end"), HANGING[:3], ids=lambda value: getattr(value, "type", str(value)))
def test_what_the_heir_has_too_is_not_left(aspect: str, tie: Relation, end: str) -> None:
    both = laid_out(city(tie, tie.model_copy(update={"source": "a"})))
    assert left(both[Course.MERGE, ("b",)]) == {}
    touch = next(t for t in both[Course.MERGE, ("b",)].touches if t.aspect == aspect)
    assert (touch.ids, touch.is_recorded) == ((), True)


def test_a_function_another_working_system_does_is_not_left_without_a_home() -> None:
    mine = Link(type="realizes", source="b", target="f")
    assert left(laid_out(city(mine, Link(type="realizes", source="p", target="f")))[Course.RETIRE, ("b",)]) == {}


def test_data_others_only_read_has_no_other_home() -> None:
    mine = Access(source="b", target="d", mode="rw")
    reader = Access(source="p", target="d", mode="r")
    assert left(laid_out(city(mine, reader))[Course.RETIRE, ("b",)]) == {"data": ("d",)}
    writer = Access(source="p", target="d", mode="w")
    assert left(laid_out(city(mine, writer))[Course.RETIRE, ("b",)]) == {}


def test_an_address_that_leads_on_is_not_left() -> None:
    ties = (Link(type="exposes", source="b", target="u"), Link(type="redirects_to", source="u", target="v"))
    assert left(laid_out(city(*ties))[Course.RETIRE, ("b",)]) == {}


def test_the_least_sure_fact_says_how_sure_it_is() -> None:
    ties = (Use(source="b", target="x", evidence=PRESS), Use(source="b", target="y", evidence=GUESS))
    option = laid_out(city(*ties))[Course.MERGE, ("b",)]
    assert Touch("b", "users", ("x", "y"), True, "inferred") in option.touches
    unsourced = laid_out(city(ties[0], Use(source="b", target="y")))[Course.MERGE, ("b",)]
    assert Touch("b", "users", ("x", "y"), True, None) in unsourced.touches


def test_the_text_names_what_is_left_and_what_is_not_known() -> None:
    found = am.duplicates(city(Use(source="b", target="x", evidence=PRESS)), "2026-11-22")
    text = formats.as_table(found, "en", with_options=True)
    assert "  - Merge into a ← b\n      b: users: Sở Y tế [Secondary source]\n" in text
    assert "b: not recorded, so not known: functions and services, data, data flows" in text
    assert "Merge into" not in formats.as_table(found, "en")


def test_tables_of_pairs_and_clusters() -> None:
    model = city(Use(source="b", target="x")).at("2026-11-22")
    pairs = am.tables.duplicates(model)
    assert pairs[["id_a", "id_b", "verdict"]].to_numpy().tolist() == [["a", "b", "duplicate"]]
    members = am.tables.clusters(am.duplicates(model))
    assert members[["cluster", "id", "state"]].to_numpy().tolist() == [[1, "a", "in_use"], [1, "b", "in_use"]]
    assert members["score"].isna().tolist() == [True, False]
