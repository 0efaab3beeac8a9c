"""Named plateaus, and the one without a day: the target."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from strategies import content, models

import archmodel as am
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link, Migration, Succession
from archmodel.model.settings import Plateau, Settings

SETTINGS = Settings(
    as_of="2026-11-22",
    plateaus=(Plateau(name="Trước khi sắp xếp", name_en="Before", on="2025-06-30"), Plateau(name="Đích", on="target")),
)


def app(id: str, **fields: str) -> Application:
    return Application(id=id, name=id, **fields)


def fates(*records: object) -> dict[str, str]:
    elements = [record for record in records if isinstance(record, Application | Organisation)]
    return dict(Model(elements, [r for r in records if r not in elements]).fates)


def test_a_plateau_is_its_day_under_a_name() -> None:
    model = Model([Organisation(id="quan", name="Quận", until="2025-07-01")], settings=SETTINGS)
    assert model.plateaus == ("Trước khi sắp xếp", "Đích")
    assert model.plateau("Trước khi sắp xếp").day == "2025-06-30"
    assert list(model.plateau("Before").elements) == ["quan"]
    assert model.plateau("Before").shows == SETTINGS.plateaus[0]
    assert model.plateau("Before").at("2025-06-30").shows is None


def test_today_and_the_target_need_no_listing() -> None:
    model = Model([Organisation(id="quan", name="Quận", until="2025-07-01")], settings=SETTINGS)
    assert model.plateau("today").day == "2026-11-22"
    assert "quan" not in model.plateau("today")
    assert model.plateau("target").shows == SETTINGS.plateaus[1]
    assert repr(model.plateau("target")) == "<Model 'Kiến trúc số' (target): 0 elements, 0 relations>"


def test_an_unknown_plateau_gets_a_hint() -> None:
    with pytest.raises(ArchmodelError, match="did you mean 'Trước khi sắp xếp'"):
        Model([], settings=SETTINGS).plateau("Truoc khi sap xep")
    with pytest.raises(ArchmodelError, match="or a day written 2025-07-01"):
        Model([], settings=SETTINGS).plateau("2025/07/01")


@pytest.mark.parametrize(
    ("fields", "fate"),
    [
        ({"record": "own"}, "undecided"),
        ({"record": "own", "disposition": "undecided"}, "undecided"),
        ({"record": "own", "model_state": "both"}, "stays"),
        ({"record": "own", "disposition": "keep"}, "stays"),
        ({"record": "reference"}, "stays"),
        ({"record": "own", "model_state": "target"}, "comes"),
        ({"record": "own", "state": "planned"}, "comes"),
        ({"record": "own", "disposition": "new"}, "comes"),
        ({"record": "own", "disposition": "replace_or_end"}, "leaves"),
        ({"record": "own", "disposition": "keep", "until": "2030-01-01"}, "leaves"),
        ({"record": "own", "disposition": "keep", "state": "ended"}, "leaves"),
        ({"record": "own", "disposition": "merge"}, "undecided"),
    ],
)
def test_the_fate_a_record_states(fields: dict[str, str], fate: str) -> None:
    assert fates(app("a", **fields)) == {"a": fate}


def test_what_merges_leaves_where_something_takes_over() -> None:
    old, new = app("old", disposition="merge"), app("new")
    assert fates(old, new, Succession(source="new", target="old"))["old"] == "leaves"
    assert fates(old, new, Migration(source="old", target="new"))["old"] == "leaves"
    gone = app("new", state="ended")
    assert fates(old, gone, Succession(source="new", target="old"))["old"] == "stays"


def test_mergers_are_followed_to_what_stays_and_a_circle_takes_nothing_over() -> None:
    chain = (app("a", disposition="merge"), app("b", disposition="merge"), app("c"))
    assert fates(*chain, Succession(source="b", target="a"), Succession(source="c", target="b")) == {
        "a": "leaves",
        "b": "leaves",
        "c": "stays",
    }
    circle = (Succession(source="b", target="a"), Succession(source="a", target="b"))
    assert fates(*chain[:2], *circle) == {"a": "stays", "b": "stays"}


def test_the_target_drops_what_leaves_with_its_relations_and_keeps_dangling_ends() -> None:
    model = Model(
        [app("a"), app("b", state="ended")],
        [
            Link(type="part_of", source="a", target="b"),
            Link(type="owned_by", source="a", target="nowhere"),
            Link(type="owned_by", source="a", target="nowhere", until="2027"),
            Flow(id="F1", source="a", target="a", state="ended"),
            Flow(id="F2", source="a", target="a", state="planned"),
        ],
    )
    target = model.plateau("target")
    assert list(target.elements) == ["a"]
    assert [getattr(r, "id", r.type) for r in target.relations] == ["owned_by", "F2"]
    assert target.day is None


def test_the_fate_in_a_part_is_the_fate_in_the_whole() -> None:
    model = Model([app("a", disposition="merge"), app("b")], [Succession(source="b", target="a")])
    assert "a" not in model.select(["a"]).plateau("target")


@given(models())
def test_the_target_and_a_part_may_be_taken_in_either_order(model: Model) -> None:
    ids = sorted(model.elements)[::2]
    target = model.plateau("target")
    assert content(model.select(ids).plateau("target")) == content(target.select(id for id in ids if id in target))
    assert content(target.plateau("target")) == content(target)


def test_the_settings_take_today_and_target(tmp_path: Path) -> None:
    (tmp_path / "archmodel.toml").write_text('[[plateaus]]\nname = "Đích"\non = "target"\n', encoding="utf-8")
    (tmp_path / "catalog").mkdir()
    assert am.load(tmp_path).plateau("Đích").shows is not None
