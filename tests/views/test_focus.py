"""One element and its surroundings, and the choices of the landscape, as values."""

from __future__ import annotations

import pytest

from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application, Organisation, Sector
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Alignment, Flow, Link
from archmodel.views import landscape
from archmodel.views.focus import Focus

SO = Organisation(id="so", name="Sở Y tế", tier="city")
A, B, C = (Application(id=name, name=f"Hệ thống {name.upper()}", record="own") for name in "abc")
OWNED = Link(type="owned_by", source="a", target="so", evidence=(Evidence(document="X", confidence="inferred"),))


def drawn(picture: Focus) -> list[tuple[str, str, str, list[str]]]:
    return [
        (bundle.layer, bundle.words.vi, bundle.way, [one.box.id for one in bundle.neighbours])
        for bundle in picture.bundles
    ]


def test_ties_are_bundled_by_layer_relation_and_direction() -> None:
    flows = (Flow(id="f1", source="a", target="b"), Flow(id="f2", source="c", target="a"))
    picture = landscape(Model([SO, A, B, C], [OWNED, *flows]), focus="a")
    assert drawn(picture) == [
        ("business", "có chủ quản là", "out", ["so"]),
        ("application", "gửi dữ liệu tới", "out", ["b"]),
        ("application", "nhận dữ liệu từ", "in", ["c"]),
    ]
    assert picture.table().rows[0] == ("Lớp nghiệp vụ", "có chủ quản là", "Sở Y tế", "Cơ quan, tổ chức", "Suy luận")
    assert picture.sources == 1


def test_a_flow_over_a_platform_is_a_tie_to_both_its_ends() -> None:
    picture = landscape(Model([A, B, C], [Flow(id="f", source="a", target="c", via=("b",))]), focus="b")
    assert drawn(picture) == [
        ("application", "gửi dữ liệu qua đây", "in", ["a"]),
        ("application", "nhận dữ liệu qua đây", "out", ["c"]),
    ]


def test_ends_outside_the_part_are_not_drawn() -> None:
    dangling = Link(type="hosted_on", source="a", target="nowhere")
    for model in (Model([SO, A, B], [OWNED]).select(["a"]), Model([A], [dangling])):
        picture = landscape(model, focus="a")
        assert (drawn(picture), picture.alt()) == ([], "Chưa ghi nhận quan hệ nào với đối tượng khác.")


def test_many_neighbours_are_folded_in_the_drawing_and_told_in_the_table() -> None:
    apps = [Application(id=f"x{n}", name=f"Hệ thống {n}") for n in range(9)]
    picture = landscape(
        Model([SO, *apps], [Link(type="owned_by", source=one.id, target="so") for one in apps]), focus="so"
    )
    (bundle,) = picture.bundles
    assert ([one.box.id for one in bundle.drawn], bundle.folded) == (["x0", "x1", "x2", "x3", "x4"], 4)
    assert len(picture.table().rows) == 9
    assert "+4" in picture.svg()


def test_owner_groups_and_shades_with_a_letter_and_unknown_as_unknown() -> None:
    picture = landscape(Model([SO, A, B], [OWNED]), by="owner", colour="owner")
    groups = {group.title.vi: [(box.id, box.letter) for box in group.boxes] for group in picture.bands[1].groups}
    assert groups == {"Sở Y tế": [("a", "A")], "Chưa rõ cơ quan chủ quản": [("b", "?")]}
    assert [(shade.letter, shade.words.vi) for shade in picture.shades] == [("A", "Sở Y tế"), ("?", "chưa xác định")]
    assert "Hệ thống A [A]" in picture.table().rows[-1][-1] + picture.table().rows[-2][-1]


def test_disposition_nobody_recorded_is_unknown() -> None:
    keep = Application(id="k", name="K", disposition="keep")
    picture = landscape(Model([keep, B]), colour="disposition")
    assert [(s.letter, s.words.vi) for s in picture.shades] == [("A", "Tiếp tục sử dụng"), ("?", "chưa xác định")]


def test_a_place_in_the_framework_by_inference_is_told_apart() -> None:
    by = {"seed": "a", "inferred": "b"}
    places = [
        Alignment(source=id, target="nat-1.0/X", evidence=(Evidence(document="D", confidence=level),))  # type: ignore[arg-type]
        for level, id in by.items()
    ]
    picture = landscape(Model([A, B, C], places), colour="component")
    letters = {box.id: box.letter for group in picture.bands[1].groups for box in group.boxes}
    assert letters == {"a": "T", "b": "S", "c": "?"}


def test_shade_of_findings_tells_failing_from_unsure(capsys: pytest.CaptureFixture[str]) -> None:
    ended = Application(id="old", name="Cũ", record="own", state="in_use", since="2026-01-01", until="2025-01-01")
    picture = landscape(Model([ended, Sector(id="s", name="S")]), colour="findings")
    assert [shade.letter for shade in picture.shades] == ["!"]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("choice", [{"by": "owners"}, {"colour": "colr"}])
def test_a_choice_nobody_knows_is_told_with_a_suggestion(choice: dict[str, str]) -> None:
    with pytest.raises(ArchmodelError, match="knows no choice"):
        landscape(Model(()), **choice)  # type: ignore[call-overload]


def test_the_same_values_give_the_same_bytes_and_hostile_names_stay_text() -> None:
    bad = Application(id="bad", name="</text><script>alert(1)</script>\u202e")
    model = Model([A, bad], [Flow(id="f", source="a", target="bad")])
    assert landscape(model, focus="a").svg() == landscape(model, focus="a").svg()
    assert "<script" not in landscape(model, focus="bad").svg()
    assert "<script" not in landscape(model, focus="a").html()
