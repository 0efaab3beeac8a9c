"""The tree of an impact, as values."""

from __future__ import annotations

from archmodel.model.elements import Application, Node
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Flow, Link
from archmodel.views import impact_tree
from archmodel.views.impact_tree import TWIGS

DAY = "2026-01-01"
SURE = (Evidence(document="X", confidence="primary"),)


def app(id: str) -> Application:
    return Application(id=id, name=f"Hệ thống {id}", state="in_use")


def hosted(app: str) -> Link:
    return Link(type="hosted_on", source=app, target="n", evidence=SURE)


NODE = Node(id="n", name="Trung tâm dữ liệu", state="in_use")


def test_each_element_hangs_on_what_it_is_reached_through() -> None:
    flow = Flow(id="f", source="a", target="b", state="in_use", evidence=SURE)
    picture = impact_tree(Model([NODE, app("a"), app("b")], [hosted("a"), flow]), "n", as_of=DAY)
    (twig,) = picture.twigs
    assert (twig.box.id, [inner.box.id for inner in twig.twigs], twig.lines) == ("a", ["b"], 1)
    assert picture.table().rows[1] == ("2", "Hệ thống b", "Hệ thống, ứng dụng", "Hệ thống a", "Nguồn gốc")


def test_what_is_not_drawn_is_counted_and_told_in_the_table() -> None:
    apps = [app(f"a{n}") for n in range(TWIGS + 3)]
    picture = impact_tree(Model([NODE, *apps], [hosted(one.id) for one in apps]), "n", as_of=DAY)
    assert (len(picture.twigs), picture.folded, len(picture.table().rows)) == (TWIGS, 3, TWIGS + 3)
    assert "+3 đối tượng" in picture.svg()


def test_a_path_nobody_is_sure_of_is_dashed_and_counted() -> None:
    link = Link(type="hosted_on", source="a", target="n", evidence=(Evidence(document="X", confidence="inferred"),))
    model = Model([NODE, app("a")], [link])
    assert "1 qua đường chưa chắc" in impact_tree(model, "n", as_of=DAY).alt()
    assert 'stroke-dasharray="4 3"' in impact_tree(model, "n", as_of=DAY).svg()
    sure = impact_tree(Model([NODE, app("a")], [hosted("a")]), "n", as_of=DAY)
    assert 'stroke-dasharray="4 3"' not in sure.svg()


def test_nothing_recorded_is_not_said_to_be_nothing() -> None:
    assert "chưa ghi nhận không có nghĩa là không có" in impact_tree(Model([NODE]), "n", as_of=DAY).alt()
