"""The matrix and the streams by sector, as values."""

from __future__ import annotations

from archmodel.model.elements import Application, Sector
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link
from archmodel.text.words import Words
from archmodel.views import matrix, sankey

APPS = [Application(id=id, name=id.upper(), record="own") for id in "abc"]
LGSP = Application(id="lgsp", name="Nền tảng", abbreviation="LGSP", record="own", category="integration_platform")
OTHER = Application(id="z", name="Z", record="reference")
SECTORS = [Sector(id="dat", name="Đất đai"), Sector(id="yte", name="Y tế")]
IN = [Link(type="in_sector", source="a", target="yte"), Link(type="in_sector", source="b", target="dat")]
FLOWS = [
    Flow(id="F1", source="a", target="b", via=("lgsp",), state="in_use"),
    Flow(id="F2", source="a", target="b", route="direct", both_ways=True),
    Flow(id="F3", source="a", target="b", route="direct"),
    Flow(id="F4", source="c", target="z"),
]
MODEL = Model([*APPS, LGSP, OTHER, *SECTORS], [*IN, *FLOWS])


def test_rows_send_and_columns_receive() -> None:
    square = matrix(MODEL)
    assert [key for key, _ in square.senders] == ["a", "c"]
    assert [square.sectors[key].vi for key in "acz"] == ["Y tế", "Chưa xếp lĩnh vực", "Hệ thống của cơ quan khác"]
    assert [key for key, _ in square.receivers] == ["b", "z"]
    cell = square.cells["a", "b"]
    assert (cell.route, cell.standing, cell.both_ways, cell.text("vi"), cell.text("en")) == (
        "direct",
        "unknown",
        True,
        "T3",
        "D3",
    )
    assert square.cells["c", "z"].text("vi") == "?"
    assert set(square.cells) == {("a", "b"), ("c", "z")}


def test_rows_and_columns_stand_by_sector_then_name() -> None:
    sent = [
        Flow(id=f"F{n}", source=source, target=target) for n, (source, target) in enumerate(["ab", "ba", "ca", "zc"])
    ]
    square = matrix(Model([*APPS, OTHER, *SECTORS], [*IN, *sent]))
    assert [key for key, _ in square.senders] == ["b", "a", "c", "z"]
    assert [key for key, _ in square.receivers] == ["b", "a", "c"]


def test_the_matrix_as_a_table_tells_each_way() -> None:
    assert matrix(MODEL).table("en").rows == (
        ("A", "B", "Nền tảng; point to point", "in use; state unknown", "yes", "F1, F2, F3"),
        ("C", "Z", "route not stated", "state unknown", "", "F4"),
    )


def test_a_matrix_of_many_stands_by_sector() -> None:
    many = [Application(id=f"n{n:03}", name=f"N{n}", record="own") for n in range(90)]
    square = matrix(
        Model([LGSP, *many], [Flow(id=f"F{n}", source=one.id, target="lgsp") for n, one in enumerate(many)])
    )
    assert (square.by_domain, square.senders) == (True, (("", Words("Chưa xếp lĩnh vực", "No sector recorded")),))
    assert [len(cell.lines) for cell in square.cells.values()] == [90]


def test_streams_count_flows_from_sector_over_way_to_sector() -> None:
    picture = sankey(MODEL)
    assert [(stream.source, stream.way, stream.target, stream.flows) for stream in picture.streams] == [
        ("yte", "direct", "dat", ("F2", "F3")), ("", "unstated", "*", ("F4",)), ("yte", "lgsp", "dat", ("F1",)),
    ]  # fmt: skip
    assert picture.ways["lgsp"] == Words("qua LGSP", "over LGSP")
    assert picture.groups["*"] == Words("Hệ thống của cơ quan khác", "Systems of other bodies")
    assert picture.alt("en").startswith("4 flows; the widest stream (2 flows): Y tế → point to point → Đất đai.")


def test_without_flows_both_say_so() -> None:
    empty = Model(APPS)
    assert sankey(empty).alt() == "Chưa ghi luồng nào."
    assert matrix(empty).table().rows == ()
    assert all("<svg" in picture.svg() for picture in (sankey(empty), matrix(empty)))
