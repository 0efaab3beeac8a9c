"""The model as a thing to work with: asking, filtering, staying as it is."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.model.elements import Application, Organisation
from archmodel.model.relations import Link, Use


@pytest.fixture
def model() -> am.Model:
    return am.Model(
        [
            Organisation(id="so-yte", name="Sở Y tế", abbreviation="SYT"),
            Organisation(id="so-gddt", name="Sở Giáo dục và Đào tạo"),
            Application(id="his", name="Quản lý bệnh viện", state="in_use", category="sector", aliases=("HIS",)),
            Application(id="ehr", name="Hồ sơ sức khỏe", state="in_use", category="shared_platform"),
            Application(id="csdl-gd", name="CSDL giáo dục", state="planned"),
        ],
        [
            Link(type="owned_by", source="his", target="so-yte"),
            Link(type="owned_by", source="ehr", target="so-yte"),
            Link(type="operated_by", source="his", target="so-yte"),
            Use(source="his", target="so-gddt"),
        ],
    )


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"state": "in_use"}, ("his", "ehr")),
        ({"state": ("planned", "in_use")}, ("his", "ehr", "csdl-gd")),
        ({"category": None}, ("csdl-gd",)),
        ({"owned_by": "so-yte"}, ("his", "ehr")),
        ({"owner": "so-yte", "operator": "so-yte"}, ("his",)),
        ({"owner": None}, ("csdl-gd",)),
        ({"owner": ("so-gddt", None)}, ("csdl-gd",)),
        ({"used_by": "so-gddt", "state": "planned"}, ()),
        ({}, ("his", "ehr", "csdl-gd")),
    ],
)
def test_where(model: am.Model, wanted: dict[str, object], ids: tuple[str, ...]) -> None:
    assert model.applications.where(**wanted).ids == ids


def test_where_takes_a_test_and_chains(model: am.Model) -> None:
    assert model.applications.where(lambda app: app.id > "d").where(category="sector").ids == ("his",)


def test_where_with_a_misspelt_name(model: am.Model) -> None:
    with pytest.raises(am.ArchmodelError) as caught:
        model.applications.where(ownr="so-yte")
    assert caught.value.show("en") == "no field or relation is called 'ownr'\n    fix  did you mean 'owner'?"


def test_named_looks_at_names_aliases_and_ids_accents_aside(model: am.Model) -> None:
    assert model.organisations.named("so y").ids == ("so-yte",)
    assert model.organisations.named("syt").ids == ("so-yte",)
    assert model.applications.named("his").ids == ("his",)


def test_asking_for_an_element(model: am.Model) -> None:
    assert model["his"].name == "Quản lý bệnh viện"
    assert "his" in model
    assert "x" not in model
    with pytest.raises(KeyError, match="no element is called 'hiss'\n    fix  did you mean 'his'"):
        model["hiss"]


def test_asking_for_a_kind(model: am.Model) -> None:
    assert model.of("application").ids == ("his", "ehr", "csdl-gd")
    assert model.datasets.ids == ()
    with pytest.raises(am.ArchmodelError, match="there is no kind 'applications'"):
        model.of("applications")


def test_relations_both_ways(model: am.Model) -> None:
    assert model.targets("his", "owned_by").ids == ("so-yte",)
    assert model.sources("so-yte", "owned_by").ids == ("his", "ehr")
    assert [r.type for r in model.outgoing("his")] == ["owned_by", "operated_by", "used_by"]
    assert model.outgoing("x") == model.incoming("x") == ()


def test_a_model_does_not_change(model: am.Model) -> None:
    with pytest.raises(TypeError):
        model.elements["x"] = model["his"]  # type: ignore[index]
    with pytest.raises(AttributeError, match="a Model does not change: 'relations' cannot be set"):
        model.relations = ()
    with pytest.raises(AttributeError):
        model.anything = 1  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="frozen"):
        model["his"].name = "X"
    assert len(model.flows) == 0  # what is worked out on demand may still be kept


def test_narrowing_leaves_the_model_alone(model: am.Model) -> None:
    before = (len(model), model.relations, model.day)
    model.select(["his"]).at("2025-07-01")
    assert (len(model), model.relations, model.day) == before


def test_a_collection_shows_itself(model: am.Model) -> None:
    assert repr(model.applications) == "<3 applications: his, ehr, csdl-gd>"
    assert model.applications[1:].ids == ("ehr", "csdl-gd")
    assert model.applications[0].id == "his"
    assert repr(model) == "<Model 'Kiến trúc số': 5 elements, 4 relations>"
