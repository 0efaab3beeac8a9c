"""Where data is kept, as values."""

from __future__ import annotations

from archmodel.model.elements import Application, Dataset, Entity
from archmodel.model.model import Model
from archmodel.model.relations import Access, Flow, Link
from archmodel.views import lineage
from archmodel.views.lineage import Strand

ENTITY = Entity(id="e", name="Con người")
A, B = Dataset(id="a", name="Kho A"), Dataset(id="b", name="Kho B", copy_of="bản sao của kho A")


def strand(*elements: Dataset | Application, links: tuple[Link | Access | Flow, ...] = ()) -> Strand:
    (found,) = lineage(Model([ENTITY, *elements], links)).strands
    return found


def holds(dataset: str) -> Link:
    return Link(type="contains", source=dataset, target="e")


def test_the_master_is_what_the_entity_names() -> None:
    found = strand(A, B, links=(Link(type="mastered_in", source="e", target="a"), holds("a"), holds("b")))
    assert [place.box.id for place in found.masters] == ["a"]
    assert [(place.box.id, place.remark and place.remark.vi) for place in found.holders] == [("b", "bản sao của kho A")]


def test_a_data_set_marked_as_master_is_one_only_where_none_is_named() -> None:
    marked = Dataset(id="a", name="Kho A", master=True)
    assert [place.box.id for place in strand(marked, links=(holds("a"),)).masters] == ["a"]
    named = strand(marked, B, links=(holds("a"), holds("b"), Link(type="mastered_in", source="e", target="b")))
    assert [place.box.id for place in named.masters] == ["b"]


def test_a_master_nobody_recorded_is_an_empty_place() -> None:
    picture = lineage(Model([ENTITY, A], [holds("a")]))
    assert picture.strands[0].masters == ()
    assert "? chưa ghi bản gốc" in picture.svg()
    assert "0 đã ghi bản gốc" in picture.alt()


def test_systems_and_flows_of_its_data_sets_are_told_once() -> None:
    app = Application(id="s", name="Hệ thống")
    links = (
        holds("a"), Access(source="s", target="a", mode="rw"), Access(source="s", target="e", mode="r"),
        Flow(id="f", source="s", target="b", carries=("a", "e"), both_ways=True),
    )  # fmt: skip
    found = strand(A, B, app, links=links)
    assert [place.box.id for place in found.systems] == ["s"]
    assert [place.box.name for place in found.flows] == ["Hệ thống ⇄ Kho B"]
