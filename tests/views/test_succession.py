"""Who took over from whom, as values."""

from __future__ import annotations

from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Succession
from archmodel.views import succession

OLD = [
    Organisation(id=id, name=name, tier="district", until="2025-07-01")
    for id, name in (("d1", "Quận Đống Đa"), ("d2", "Quận Ba Đình"))
]
NEW = [Organisation(id=id, name=f"Phường {id}", tier="commune", since="2025-07-01") for id in ("x1", "x2")]


def took(new: str, old: str, units: int | None = None) -> Succession:
    return Succession(source=new, target=old, units=units)


def test_old_bodies_stand_by_the_alphabet_and_heirs_by_how_much_they_took() -> None:
    picture = succession(Model([*OLD, *NEW], [took("x1", "d1", 1), took("x2", "d1", 3)]))
    assert [(one.id, [(heir.id, heir.units) for heir in one.heirs]) for one in picture.estates] == [
        ("d2", []),
        ("d1", [("x2", 3), ("x1", 1)]),
    ]
    assert [one.id for one in picture.orphans] == ["d2"]


def test_an_heir_of_two_is_shared_and_names_the_other() -> None:
    picture = succession(Model([*OLD, *NEW], [took("x1", "d1", 2), took("x1", "d2", 1), took("x2", "d2", 4)]))
    others = {(estate.id, heir.id): heir.others for estate in picture.estates for heir in estate.heirs}
    assert others == {("d2", "x2"): (), ("d2", "x1"): ("Quận Đống Đa",), ("d1", "x1"): ("Quận Ba Đình",)}
    assert "1 cơ quan kế thừa nhận từ hai cơ quan cũ trở lên" in picture.alt()


def test_units_nobody_counted_are_unknown() -> None:
    picture = succession(Model([*OLD, *NEW], [took("x1", "d1")]))
    row = next(row for row in picture.table().rows if row[2] == "Phường x1")
    assert row[3:5] == ("Chưa xác định", "chưa rõ mức")
    assert ">?<" in picture.svg()


def test_a_record_that_stands_for_many_is_no_old_body() -> None:
    many = Organisation(id="all", name="UBND các quận", tier="district", name_status="family")
    assert succession(Model([many])).estates == ()


def test_every_district_of_hanoi_has_its_communes(hanoi: Model) -> None:
    picture = succession(hanoi)
    assert len(picture.heirs) == 126
    assert [one.name for one in picture.orphans] == ["Công an quận Long Biên"]
