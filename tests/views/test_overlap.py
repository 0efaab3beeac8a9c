"""Functions and the systems that serve them, as values."""

from __future__ import annotations

from archmodel.model.elements import Application, BusinessFunction, Sector
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Link
from archmodel.views import overlap
from archmodel.views.overlap import MOST_ROWS

DAY = "2026-01-01"
F, G = BusinessFunction(id="f", name="Quản lý đất đai"), BusinessFunction(id="g", name="Báo cáo")


def app(id: str, **more: object) -> Application:
    return Application.model_validate({"id": id, "name": f"Phần mềm {id}", "record": "own", **more})


def serves(app: str, function: str, *, inferred: bool = False) -> Link:
    proof = (Evidence(document="X", confidence="inferred"),) if inferred else ()
    return Link(type="realizes", source=app, target=function, evidence=proof)


def test_marks_say_whether_a_system_runs_and_how_sure() -> None:
    model = Model(
        [F, app("a", state="in_use"), app("b", name="Cổng bản đồ"), app("c", name="Kho lưu trữ hồ sơ", state="ended")],
        [serves("a", "f"), serves("b", "f", inferred=True), serves("c", "f")],
    )
    (row,) = overlap(model, DAY).rows
    told = {id: (mark.runs, mark.inferred) for id, mark in row.marks.items()}
    assert told == {"a": ("yes", False), "b": ("unknown", True), "c": ("no", False)}
    assert (row.running, row.is_overlapped) == (1, True)


def test_one_running_and_one_ended_is_no_overlap() -> None:
    model = Model([F, app("a", state="in_use"), app("c", state="ended")], [serves("a", "f"), serves("c", "f")])
    assert not overlap(model, DAY).rows[0].is_overlapped


def test_a_function_nobody_serves_and_systems_without_function_are_told() -> None:
    picture = overlap(Model([F, G, app("a", state="in_use"), app("b")], [serves("a", "f")]), DAY)
    assert [(row.name, len(row.marks)) for row in picture.rows] == [("Báo cáo", 0), ("Quản lý đất đai", 1)]
    assert picture.unserving == 1
    assert "1 chưa ghi nhận hệ thống nào. 1 hệ thống" in picture.alt()
    assert "chưa ghi" in picture.svg()


def test_columns_stand_by_sector() -> None:
    sectors = [Sector(id="yt", name="Y tế"), Sector(id="dd", name="Đất đai")]
    links = [Link(type="in_sector", source="a", target="yt"), Link(type="in_sector", source="b", target="dd")]
    picture = overlap(Model([F, *sectors, app("a"), app("b")], [serves("a", "f"), serves("b", "f"), *links]), DAY)
    assert [(system.id, system.group.vi) for system in picture.systems] == [("b", "Đất đai"), ("a", "Y tế")]


def test_a_verdict_of_the_duplicate_search_stands_beside_the_mark() -> None:
    twins = [app(id, name="Phần mềm quản lý cuộc họp không giấy", state="in_use") for id in "ab"]
    (row,) = overlap(Model([F, *twins], [serves("a", "f"), serves("b", "f")]), DAY).rows
    verdicts = {mark.verdict for mark in row.marks.values()}
    assert verdicts == {"duplicate"}
    assert (
        "(đang vận hành, trùng lặp)"
        in overlap(Model([F, *twins], [serves("a", "f"), serves("b", "f")]), DAY).table().rows[0][3]
    )


def test_many_functions_are_folded_those_served_by_several_first() -> None:
    functions = [BusinessFunction(id=f"f{n:03}", name=f"Việc {n:03}") for n in range(MOST_ROWS + 5)]
    last = functions[-1].id
    model = Model([*functions, app("a"), app("b")], [serves("a", last), serves("b", last)])
    picture = overlap(model, DAY)
    assert (len(picture.rows), picture.folded_rows) == (MOST_ROWS, 5)
    assert last in {row.id for row in picture.rows}
