"""Flows as values: what is drawn, how it is classed, what is bundled, and that no name can act."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest

from archmodel.model.elements import Application, Organisation, Sector
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Flow, Link
from archmodel.views import flows, matrix, sankey
from archmodel.views.flow_values import ROUTES, STANDINGS, Flows
from archmodel.views.flows_svg import COLOURS, DASHES, LETTERS

HOSTILE = "<img src=x onerror=alert(1)></script>\"'&"


def app(id: str, **more: object) -> Application:
    return Application.model_validate({"id": id, "name": id.upper(), "record": "own", **more})


LGSP = app("lgsp", category="integration_platform", abbreviation="LGSP")
NDXP = app("ndxp", category="integration_platform", record="reference")


def flow(id: str, source: str, target: str, **more: object) -> Flow:
    return Flow.model_validate({"id": id, "source": source, "target": target, **more})


def of(*relations: Flow | Link, **more: object) -> Flows:
    return flows(Model([app("a"), app("b"), app("c"), LGSP, NDXP, Sector(id="yte", name="Y tế")], relations), **more)


@pytest.mark.parametrize(
    ("made", "route"),
    [
        (flow("F", "a", "b", via=["lgsp"]), "own_platform"),
        (flow("F", "a", "lgsp"), "own_platform"),
        (flow("F", "a", "b", via=["ndxp"]), "other_platform"),
        (flow("F", "a", "b", via=["lgsp", "ndxp"]), "own_platform"),
        (flow("F", "a", "b", route="platform"), "platform"),
        (flow("F", "a", "b", route="direct"), "direct"),
        (flow("F", "a", "b", route="internal"), "internal"),
        (flow("F", "a", "b", route="not_stated"), "unstated"),
        (flow("F", "a", "b"), "unstated"),
    ],
)
def test_a_flow_is_classed_by_the_way_it_takes(made: Flow, route: str) -> None:
    assert of(made).lines[0].route == route


@pytest.mark.parametrize(
    ("state", "standing"),
    [("in_use", "live"), ("trial", "coming"), ("not_connected", "coming"), ("ended", "ended"), ("other", "unknown"), (None, "unknown")],
)  # fmt: skip
def test_a_state_nobody_recorded_is_never_live(state: str | None, standing: str) -> None:
    assert of(flow("F", "a", "b", state=state)).lines[0].standing == standing


def test_platforms_stand_between_sender_and_receiver() -> None:
    ends, arcs = of(flow("F", "a", "b", via=["lgsp", "ndxp"])).drawn
    assert [end.id for end in ends] == ["a", "b", "lgsp", "ndxp"]
    assert [(arc.source, arc.target, arc.lines) for arc in arcs] == [
        ("a", "lgsp", (0,)), ("lgsp", "ndxp", (0,)), ("ndxp", "b", (0,)),
    ]  # fmt: skip


def test_flows_of_one_kind_between_two_ends_are_one_arrow() -> None:
    _, arcs = of(flow("F1", "a", "b"), flow("F2", "a", "b"), flow("F3", "a", "b", state="in_use")).drawn
    assert [arc.lines for arc in arcs] == [(0, 1), (2,)]


def test_many_ends_stand_by_sector_and_platform() -> None:
    picture = of(
        flow("F1", "a", "b", via=["lgsp"]), flow("F2", "a", "c", state="in_use"), Link(type="in_sector", source="a", target="yte"),
        by_domain=True,
    )  # fmt: skip
    ends, arcs = picture.drawn
    assert [(end.id, end.name) for end in ends] == [
        ("domain:", "Chưa xếp lĩnh vực"),
        ("lgsp", "LGSP"),
        ("domain:yte", "Y tế"),
    ]
    assert [(arc.source, arc.target) for arc in arcs] == [
        ("domain:yte", "lgsp"),
        ("lgsp", "domain:"),
        ("domain:yte", "domain:"),
    ]


def test_the_picture_stands_by_sector_beyond_what_can_be_read() -> None:
    many = [app(f"n{n:03}") for n in range(302)]
    links = [flow(f"F{n}", f"n{n:03}", f"n{n + 1:03}") for n in range(301)]
    assert flows(Model(many, links)).by_domain
    assert not flows(Model(many[:300], links[:299])).by_domain


def test_weak_points_and_circles_are_marked() -> None:
    picture = of(flow("F1", "a", "b"), flow("F2", "b", "a"), flow("F3", "b", "c"))
    assert [point.id for point in picture.weak] == ["b"]
    assert picture.circles == (("a", "b"),)
    assert picture.svg().count("↻") == 3


def test_the_table_tells_every_flow_with_its_source_and_doubt() -> None:
    evidence = [Evidence(document="Kế hoạch 130", confidence="seed")]
    picture = of(
        flow("F1", "a", "b", via=["lgsp"], content="hồ sơ", state="in_use", both_ways=True, evidence=evidence),
        flow("F2", "b", "c"),
    )
    assert picture.table().rows == (
        ("F1", "A", "B ⇄", "LGSP", "hồ sơ", "Đang khai thác", "Kế hoạch khởi đầu", "Kế hoạch 130"),
        ("F2", "B", "C", "nguồn không nêu đường đi", *["Chưa xác định"] * 4),
    )
    assert (
        picture.alt()
        == "2 luồng giữa 4 đối tượng (qua nền tảng của địa phương (LGSP): 1; nguồn không nêu đường đi: 1)."
    )
    assert picture.sources == 1


def test_an_end_nobody_describes_keeps_its_id() -> None:
    assert [end.name for end in of(flow("F", "a", "ghost")).ends] == ["A", "ghost"]


def test_nothing_recorded_is_said() -> None:
    empty = flows(Model([app("a")]))
    assert empty.alt() == "Chưa ghi luồng nào."
    assert ET.fromstring(empty.svg()).tag.endswith("svg")
    assert "net-data" in empty.html()


def hostile() -> Model:
    evidence = [Evidence(document=HOSTILE, url="javascript:alert(1)"), Evidence(document="X", url="https://x.example")]
    names = [
        Application(id="a", name=HOSTILE, name_en=HOSTILE, abbreviation=HOSTILE),
        Organisation(id="b", name=HOSTILE), Sector(id="s", name=HOSTILE),
    ]  # fmt: skip
    made = flow("F1", "a", "b", content=HOSTILE, state_note=HOSTILE, evidence=evidence)
    return Model(names, [made, Link(type="in_sector", source="a", target="s")])


@pytest.mark.parametrize("by_domain", [True, False])
def test_hostile_names_are_text_everywhere(by_domain: bool) -> None:
    picture = flows(hostile(), by_domain=by_domain)
    for text in (picture.svg(), matrix(hostile(), by_domain=by_domain).svg(), sankey(hostile()).svg()):
        assert {node.tag.rpartition("}")[2] for node in ET.fromstring(text).iter()} <= {
            "svg",
            "title",
            "desc",
            "g",
            "rect",
            "path",
            "text",
        }
    page = picture.html()
    assert "<img" not in page
    assert page.count("</script>") == 3
    (data,) = re.findall(r'id="net-data">(.*?)</script>', page)
    assert json.loads(data)["lines"][0]["content"] == HOSTILE
    assert [source["url"] for source in json.loads(data)["lines"][0]["evidence"]] == [None, "https://x.example"]


def test_every_route_and_standing_has_a_colour_a_letter_and_a_dash() -> None:
    assert set(ROUTES) == set(COLOURS) == set(LETTERS)
    assert set(STANDINGS) == set(DASHES)
    assert len(set(COLOURS.values())) == len({letter for letter, _ in LETTERS.values()}) == len(ROUTES)
    assert len(set(DASHES.values())) == len(STANDINGS)


def test_the_cell_face_runs_apart_from_the_notebook() -> None:
    face = of(flow("F", "a", "b")).interactive()._repr_html_()
    assert face.startswith("<iframe")
    assert 'sandbox="allow-scripts"' in face
    assert "<script" not in face


def test_pyvis_is_given_places_and_texts_without_markup() -> None:
    pytest.importorskip("pyvis")
    made = flows(hostile()).pyvis()
    assert [(node["id"], node["x"], node["physics"]) for node in made.nodes] == [("a", 86, False), ("b", 346, False)]
    assert [(edge["from"], edge["to"], edge["dashes"]) for edge in made.edges] == [("a", "b", True)]
    assert not re.search("[<>&\"']", "".join(node["label"] + node["title"] for node in made.nodes))
    assert "onerror=alert(1)>" not in made.generate_html(notebook=True)


def test_the_same_flows_make_the_same_bytes() -> None:
    made = [flow("F1", "a", "b"), flow("F2", "b", "c", via=["lgsp"])]
    assert of(*made).html() == of(*reversed(made)).html()
