"""The mandatory diagrams as values: places from the framework's list, filled from the catalogue, the rest marked open."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from archmodel.analysis.coverage import Cover
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application, Dataset, View
from archmodel.model.framework import Edition, Entry, Listing, Reference
from archmodel.model.model import Model
from archmodel.model.relations import Access, Alignment, Flow
from archmodel.model.settings import Settings
from archmodel.views import Diagram, diagram
from archmodel.views.diagram import codes
from archmodel.views.diagram_routes import Slot, Tie, plan

FIGURES = "Hình 7, Hình 8"
EDITION = Edition(
    id="f", name="Khung", status="complete",
    listings=(
        Listing(id="layers", name="L", sort="layer", status="complete", entries=(
            Entry(key="L1", name="Hạ tầng"), Entry(key="L2", name="Dữ liệu"), Entry(key="L2.DL", name="Dữ liệu", parent="L2"),
            Entry(key="L2.NT", name="Nền tảng", parent="L2"), Entry(key="X1", name="Quản trị"))),
        Listing(id="province", name="P", sort="component", status="complete", entries=(
            Entry(key="P.1", name="Kho", parent="L2.DL", role="own", figure=FIGURES),
            Entry(key="P.2", name="Trục", parent="L2.NT", role="own", figure=FIGURES),
            Entry(key="P.3", name="Khác", parent="L2.NT", role="open", figure=FIGURES))),
        Listing(id="diagrams", name="D", sort="diagram", status="complete", entries=(
            Entry(key="SĐ-T-01", code="SĐ-T-01", figure="Hình 7", group="tinh", strength="shall"),
            Entry(key="SĐ-T-02", code="SĐ-T-02", figure="Hình 8", group="tinh", strength="shall", text="Thành phần"),
            Entry(key="SĐ-T-09", code="SĐ-T-09", figure="Hình 3", group="tinh", strength="may"))),
    ),
)  # fmt: skip
KHO = Dataset(id="kho", name="Kho dữ liệu", record="own", state="in_use")
APP = Application(id="app", name="Trục A", record="own", state="planned")
ALIGNED = (Alignment(source="kho", target="f/P.1"), Alignment(source="app", target="f/P.2"))


def model(*relations: Flow | Access, view: View | None = None) -> Model:
    return Model(
        [KHO, APP, *([view] if view else [])], [*ALIGNED, *relations],
        settings=Settings(name="T", framework="f", as_of="2026-11-29"), reference=Reference(editions={"f": EDITION}),
    )  # fmt: skip


def filled(picture: Diagram) -> dict[str, tuple[Cover | None, list[str]]]:
    return {part.key: (part.cover, [box.id for box in part.boxes]) for _, _, part in picture.parts}


def test_each_component_is_a_place_with_what_stands_for_it_and_open_places_are_counted() -> None:
    picture = diagram(model(), "SD-T-02")
    assert filled(picture) == {"P.1": (Cover.IN_PLACE, ["kho"]), "P.2": (Cover.COMING, ["app"])}
    assert [group.skipped for row in picture.rows for group in row.groups] == [0, 1]
    assert [row.key for row in picture.rows] == ["L2"]


def test_the_general_model_stands_by_place_with_what_cuts_across() -> None:
    picture = diagram(model(), "SĐ-T-01")
    assert filled(picture) == {"L2.DL": (None, ["kho"]), "L2.NT": (None, ["app"])}
    assert [(part.key, part.told and part.told.en) for part in picture.sides] == [("L1", "? nothing recorded"), ("X1", "? nothing recorded")]  # fmt: skip


def test_relations_between_two_places_are_one_line_with_a_count() -> None:
    relations = (Flow(id="f1", source="app", target="kho"), Flow(id="f2", source="kho", target="app"),
                 Access(source="app", target="kho"))  # fmt: skip
    (line,) = diagram(model(*relations), "SD-T-02").connectors
    assert (line.source, line.target, line.sort, line.records, line.both_ways) == ("P.2", "P.1", "flow", 3, True)


def test_the_title_block_marks_what_nobody_recorded() -> None:
    view = View(id="v", name="Sơ đồ", code="SĐ-T-02", plateau="target", version="2.3")
    stamps = {stamp.label.en: stamp.value and stamp.value.en for stamp in diagram(model(view=view), "v").stamps}
    assert stamps == {
        "Code, name": "SĐ-T-02 – Sơ đồ", "Purpose, view": None, "State shown": "Target", "Scope": None,
        "Data as of": "2026-11-29", "Version": "2.3", "In force from": None, "Source of the form": None,
        "Confirmed by": None, "Editable source file": None,
    }  # fmt: skip
    assert "? Chưa xác định" in diagram(model(view=view), "v").svg()


def test_an_unknown_code_gets_a_guess_and_a_missing_list_is_said() -> None:
    with pytest.raises(ArchmodelError, match="did you mean 'SĐ-T-02'"):
        diagram(model(), "SD-T02")
    with pytest.raises(ArchmodelError, match="cannot be drawn: the framework's list for Hình 3 is not at hand"):
        diagram(model(), "SD-T-09")


def test_the_city_has_its_three_diagrams_and_no_element_twice_in_a_place(hanoi: Model) -> None:
    assert codes(hanoi) == ("SĐ-T-01", "SĐ-T-02", "SĐ-T-03")
    for code in codes(hanoi):
        one, other = (diagram(hanoi.at("2026-11-29"), code) for _ in range(2))
        assert one.svg() == other.svg()
        assert {len(row) for row in one.table().rows} == {6}
        for _, _, part in one.parts:
            assert len({box.id for box in part.boxes}) == len(part.boxes)


def test_a_part_of_the_model_shows_only_its_own_elements(hanoi: Model) -> None:
    part = hanoi.at("2026-11-29").select(["lgsp-hn"])
    assert {box.id for _, _, one in diagram(part, "SD-T-02").parts for box in one.boxes} == {"lgsp-hn"}


def test_lines_into_one_part_share_a_port_and_lines_that_overlap_have_tracks_of_their_own() -> None:
    slots = {"a": Slot(0, 0, 100), "b": Slot(0, 120, 100), "c": Slot(1, 0, 100), "d": Slot(2, 0, 100)}
    drawn = plan(
        slots, [Tie("a", "c", "flow"), Tie("b", "c", "flow"), Tie("a", "b", "flow"), Tie("d", "a", "flow")], 0, 220
    )
    assert [(way.first, way.last, way.gutter) for way in drawn.ways] == [
        (1, 1, None), (1, 1, None), (1, 1, None), (2, 1, "left"),
    ]  # fmt: skip
    assert sum(key[:2] == ("c", "top") for key in drawn.ports) == 1
    channel = drawn.channels[1]
    for one, low_high in channel.stretches.items():
        for other, span in channel.stretches.items():
            if one < other and channel.at[one] == channel.at[other]:
                assert low_high[1] < span[0] or span[1] < low_high[0]


@pytest.mark.parametrize("code", ["SD-T-01", "SD-T-02"])
def test_hostile_names_are_text_in_the_sheet(code: str) -> None:
    name = "</text><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\"'&"
    elements = [
        KHO,
        Application(id="app", name=name, record="own"),
        View(id="v", name=name, code="SĐ-T-02", version=name),
    ]
    hostile = Model(elements, ALIGNED, settings=Settings(name=name, framework="f", as_of="2026-11-29"), reference=Reference(editions={"f": EDITION}))  # fmt: skip
    picture = diagram(hostile, code)
    tags = {node.tag.rpartition("}")[2] for node in ET.fromstring(picture.svg("vi", '{}.html?"<'.format)).iter()}
    assert tags.isdisjoint({"script", "img", "image", "foreignObject", "style"})
    assert "<script" not in picture.html()
    assert "\u202e" not in picture.svg()
