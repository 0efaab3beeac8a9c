"""The landscape as values: what stands where, in which order, and what is folded."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from archmodel.model.elements import Application, Control, Dataset, Node, Organisation, Sector
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence
from archmodel.model.relations import Link
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words
from archmodel.views import landscape
from archmodel.views.dates import written
from archmodel.views.landscape import FOLDS, Band
from archmodel.views.measure import width, wrap


def band(model: Model, layer: str) -> Band:
    picture = landscape(model)
    return next(band for band in (*picture.bands, *picture.sides) if band.layer == layer)


def app(id: str, name: str, **more: object) -> Application:
    return Application.model_validate({"id": id, "name": name, **more})


def sector(*names: str) -> list[Element]:
    return [Sector(id=slug(name), name=name) for name in names]


def in_sector(source: str, target: str) -> Link:
    return Link(type="in_sector", source=source, target=target)


def test_four_bands_and_two_sides() -> None:
    picture = landscape(Model(()))
    assert [band.layer for band in picture.bands] == ["business", "application", "data", "infrastructure"]
    assert [band.layer for band in picture.sides] == ["security", "governance"]


def test_elements_stand_by_sector_then_category_then_alone() -> None:
    model = Model(
        [*sector("Y tế"), app("a", "A"), app("b", "B", category="portal"), app("c", "C")], [in_sector("a", "y-te")]
    )
    assert [(group.title.vi, [box.id for box in group.boxes]) for group in band(model, "application").groups] == [
        ("Chưa xếp lĩnh vực", ["c"]),
        ("Cổng/trang thông tin điện tử", ["b"]),
        ("Y tế", ["a"]),
    ]


def test_groups_and_boxes_follow_the_vietnamese_alphabet() -> None:
    names = ["Đất đai", "Dân cư", "Ánh sáng"]
    model = Model([app(slug(name), name) for name in names])
    (group,) = band(model, "application").groups
    assert [box.name for box in group.boxes] == ["Ánh sáng", "Dân cư", "Đất đai"]


def test_the_best_connected_are_drawn_and_the_rest_folded() -> None:
    apps = [app(f"a{n}", f"Hệ thống {n}") for n in range(9)]
    links = [Link(type="owned_by", source=id, target="so") for id in ("a7", "a5", "a8")]
    (group,) = band(Model(apps, links), "application").groups
    assert ([box.id for box in group.boxes], group.folded, group.count) == (["a5", "a7", "a8"], 6, 9)


def test_small_groups_beyond_the_room_become_one_count() -> None:
    names = [f"S{n:02}" for n in range(13)]
    apps = [app(f"{name}-{n}", name) for name in names for n in range(2 if name != "S04" else 1)]
    model = Model([*sector(*names), *apps], [in_sector(one.id, slug(one.name)) for one in apps])
    found = band(model, "application")
    assert len(found.groups) == FOLDS["application"].groups - 1
    assert "S04" not in [group.title.vi for group in found.groups]
    assert (found.folded_groups, found.folded, found.own) == (4, 7, 25)


def test_records_of_other_bodies_are_counted_not_drawn() -> None:
    model = Model(
        [app("ours", "A", record="own"), app("theirs", "B", record="reference"),
         Organisation(id="bo", name="Bộ", tier="central"), Organisation(id="so", name="Sở", tier="city")]
    )  # fmt: skip
    assert (band(model, "application").own, band(model, "application").reference) == (1, 1)
    assert (band(model, "business").own, band(model, "business").reference) == (1, 1)


def test_security_systems_stand_with_security() -> None:
    model = Model([app("soc", "SOC", category="security"), Control(id="c", name="Tường lửa")])
    assert band(model, "application").own == 0
    assert band(model, "security").own == 2


def test_standing_tells_the_life_of_a_system_and_is_not_asked_of_a_body() -> None:
    apps = [app("a", "A", state="in_use"), app("b", "B", state="planned"), app("c", "C")]
    (group,) = band(Model(apps), "application").groups
    assert [box.standing for box in group.boxes] == ["live", "coming", "unknown"]
    (bodies,) = band(Model([Organisation(id="so", name="Sở", tier="city")]), "business").groups
    assert bodies.boxes[0].standing == "plain"


def test_sources_are_counted_once() -> None:
    twice = (Evidence(document="X"), Evidence(document="X", url="https://x.example"))
    model = Model([Node(id="n", name="N", evidence=twice), Dataset(id="d", name="D", evidence=twice)])
    assert landscape(model).sources == 2


def test_a_part_is_drawn_like_the_whole() -> None:
    model = Model([app("a", "A"), app("b", "B")])
    assert band(model.select(["a"]), "application").own == 1


def test_the_drawing_is_xml_with_title_description_and_links(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> & \u202e\x0b\"'"
    model = Model([app("a", hostile, name_en="<b>")]).at("2025-07-01")
    picture = landscape(model)
    text = picture.svg("vi", lambda name: f'doi-tuong/{name}.html?x=<>&"')
    root = ET.fromstring(text)
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert tags == {"svg", "title", "desc", "rect", "text", "a"}
    assert "Tại ngày: 01/7/2025" in text
    assert "\u202e" not in text
    assert picture.save(tmp_path / "l.svg").read_text(encoding="utf-8") == picture.svg()
    assert picture.svg("en") == landscape(model).svg("en")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sở", ("Sở",)),
        (
            "Hệ thống thông tin giải quyết thủ tục hành chính",
            ("Hệ thống thông tin", "giải quyết thủ tục", "hành chính"),
        ),
        (
            "Hệ thống thông tin giải quyết thủ tục hành chính công thành phố",
            ("Hệ thống thông tin", "giải quyết thủ tục", "hành chính công…"),
        ),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaa")),
        ("", ("",)),
    ],
)
def test_text_is_wrapped_to_its_room(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 10, 100, lines=3) == lines
    assert all(width(line, 10) <= 100 for line in lines)


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [("2025-07-01", "01/7/2025", "2025-07-01"), ("2027-01-29", "29/01/2027", "2027-01-29"),
     ("2025-07", "7/2025", "2025-07"), ("2025", "2025", "2025"), ("quý I", "quý I", "quý I")],
)  # fmt: skip
def test_days_are_written_as_readers_write_them(day: str, vi: str, en: str) -> None:
    assert (written(day, "vi"), written(day, "en")) == (vi, en)


def test_a_heading_has_words_in_both_languages() -> None:
    (group,) = band(Model([Organisation(id="so", name="Sở", tier="city")]), "business").groups
    assert group.title == Words("Cơ quan, tổ chức: Thành phố", "Organisations: City")
