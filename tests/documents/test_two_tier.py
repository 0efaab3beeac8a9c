"""The page from three tiers to two: who took over, what became of things, what nobody recorded, all escaped."""

from __future__ import annotations

from pathlib import Path

import pytest

import archmodel as am
from archmodel.documents.site import publish
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.two_tier import two_tier
from archmodel.model.elements import Application, Code, Node, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Link, Succession
from archmodel.model.settings import Days, Settings

DAY, HOSTILE = "2026-11-22", "<img src=x onerror=alert(1)>"
SURE, READ = (Evidence(document=HOSTILE, confidence="primary"),), (Evidence(document="Suy", confidence="inferred"),)


@pytest.fixture
def model() -> Model:
    """Two districts that ended, one commune of both, what one of them had and what both had as a group."""
    elements = [
        Organisation(id="d1", name=HOSTILE, tier="district", until="2025-07-01", codes=(Code(system=HOSTILE, value="001"),)),
        Organisation(id="d2", name="Huyện", tier="district", until="2025-07-01"),
        Organisation(id="ca", name="Công an huyện", tier="district", until="2025-07-01"),
        Organisation(id="x", name=HOSTILE, tier="commune", since="2025-07-01"),
        Organisation(id="p", name="Xã cũ", tier="commune", until="2025-07-01"),
        Organisation(id="nhom", name="Các huyện", tier="district", name_status="family", until="2025-07-01"),
        Application(id="app", name=HOSTILE, record="own", state="in_use"),
        Node(id="may", name="Máy chủ", record="own"),
    ]  # fmt: skip
    relations = [
        Succession(source="x", target="d1", scope=("territory",), units=2, evidence=SURE),
        Succession(source="x", target="d2", scope=("territory",), extent="part", evidence=READ),
        Succession(source="x", target="p", extent="whole"),
        Link(type="part_of", source="p", target="d1"),
        Link(type="member_of", source="d1", target="nhom"),
        Link(type="owned_by", source="app", target="d1"),
        Link(type="owned_by", source="may", target="nhom"),
    ]
    return Model(elements, relations, settings=Settings(days=Days(effect="2025-07-01")))


def test_each_district_tells_heirs_things_units_and_what_is_open(model: Model) -> None:
    page = two_tier(Publication(model, am.check(model, as_of=DAY), "en"))
    first = page.districts[0]
    assert [(share.ref.id, share.extent) for share in first.heirs] == [("x", "2 former commune-level units")]
    assert first.open == ("who took over its functions is not recorded, only its territory",)
    assert (first.units, first.units_taken, first.codes) == (1, 1, (f"001 ({HOSTILE})",))
    (item,) = first.items
    assert (item.ref.id, item.ties, item.fate) == ("app", "owned it", "unknown")
    assert "KH130-01" in [code for code, _ in item.rules]
    assert [share.inferred for share in page.districts[1].heirs] == [True]
    assert page.districts[2].open == ("no successor on record",)


def test_a_commune_lists_its_districts_and_former_units(model: Model) -> None:
    (row,) = two_tier(Publication(model, am.check(model, as_of=DAY), "en")).communes
    assert [(share.ref.id, share.extent) for share in row.districts] == [
        ("d1", "2 former commune-level units"),
        ("d2", "part"),
    ]
    assert [(share.ref.id, share.extent) for share in row.units] == [("p", "whole")]


def test_what_the_group_had_is_told_once(model: Model) -> None:
    page = two_tier(Publication(model, am.check(model, as_of=DAY), "en"))
    assert [item.ref.id for item in page.shared] == ["may"]
    assert [ref.id for ref in page.groups] == ["nhom"]
    assert (page.areas, len(page.districts), page.crossing, page.known, page.unknown) == (2, 3, 1, 0, 2)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_is_inert_and_whole(model: Model, tmp_path: Path, lang: str) -> None:
    publish(model, am.check(model, as_of=DAY), tmp_path / "site", lang=lang)
    text = (tmp_path / "site" / "hai-cap.html").read_text(encoding="utf-8")
    assert HOSTILE not in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text
    assert 'id="d1"' in text


def test_without_districts_the_page_says_so(tmp_path: Path) -> None:
    empty = Model([Organisation(id="x", name="X", tier="commune")])
    publish(empty, am.check(empty, as_of=DAY), tmp_path / "site", lang="en")
    assert "No dissolved district is recorded." in (tmp_path / "site" / "hai-cap.html").read_text(encoding="utf-8")


def test_the_thirty_districts_and_the_communes_that_cross_them(hanoi: am.Model) -> None:
    page = two_tier(Publication(hanoi, am.check(hanoi, as_of=DAY), "vi"))
    assert (page.areas, len(page.communes), page.crossing) == (30, 126, 64)
    assert all(row.units == row.units_taken > 0 for row in page.districts if row.is_area)
    assert all(row.rules for district in page.districts for row in district.items if row.fate == "unknown")
    assert all(row.rules for row in page.shared if row.fate == "unknown")
