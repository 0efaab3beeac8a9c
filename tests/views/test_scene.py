"""The boxes and lines a drawing notes: whole, joined, inside the drawing, with ids that stay."""

from __future__ import annotations

import pytest
from scenes import DAY, PICTURES, scene_of

from archmodel.model.elements import Application, Node
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link
from archmodel.views import heatmap, landscape
from archmodel.views.scene import Frame, Record


def test_an_element_drawn_again_gets_a_number_and_areas_and_lines_ids_of_their_own() -> None:
    record = Record()
    band = record.area("data", "Dữ liệu", Frame(0, 0, 9, 9))
    ids = [record.node("a", "A", Frame(0, 0, 1, 1), band), record.node("a", "A", Frame(2, 0, 1, 1), band)]
    record.edge(*ids, "gửi", ((1, 0), (2, 0)))
    assert (band, ids, [edge.id for edge in record.edges]) == ("area:data", ["a", "a~2"], ["edge:a:a~2"])


def test_a_focus_is_tied_to_each_neighbour_in_the_direction_of_the_relation() -> None:
    a, b = (Application(id=id, name=id.upper(), record="own") for id in "ab")
    node = Node(id="n", name="N")
    model = Model([a, b, node], [Flow(id="f", source="b", target="a"), Link(type="hosted_on", source="a", target="n")])
    scene = scene_of(landscape(model, focus="a"))
    assert {(edge.source, edge.target, edge.words) for edge in scene.edges} == {
        ("b", "a", "gửi dữ liệu tới"),
        ("a", "n", "đặt tại"),
    }


@pytest.mark.parametrize("name", PICTURES)
def test_every_line_joins_two_places_and_every_box_lies_in_the_drawing_and_its_area(name: str, hanoi: Model) -> None:
    scene = scene_of(PICTURES[name](hanoi))
    areas, nodes = ({one.id: one for one in several} for several in (scene.areas, scene.nodes))
    assert len(areas | nodes) == len(scene.areas) + len(scene.nodes)
    assert nodes
    for edge in scene.edges:
        assert {edge.source, edge.target} <= (areas | nodes).keys()
        for end, (x, y) in ((edge.source, edge.route[0]), (edge.target, edge.route[-1])):
            frame = (areas | nodes)[end].frame
            assert frame.x - 0.1 <= x <= frame.x + frame.wide + 0.1
            assert frame.y - 0.1 <= y <= frame.y + frame.tall + 0.1
    page = Frame(0, 0, *scene.size)
    for one in (*scene.areas, *scene.nodes):
        holder = one.area if hasattr(one, "area") else one.within
        assert lies_in(one.frame, areas[holder].frame if holder else page), one.id


def lies_in(inner: Frame, outer: Frame) -> bool:
    return (
        outer.x - 0.1 <= inner.x
        and outer.y - 0.1 <= inner.y
        and inner.x + inner.wide <= outer.x + outer.wide + 0.1
        and inner.y + inner.tall <= outer.y + outer.tall + 0.1
    )


def test_a_picture_without_boxes_and_lines_has_no_scene(hanoi: Model) -> None:
    assert heatmap(hanoi, DAY).scene() is None
