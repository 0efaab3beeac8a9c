"""The page of data flows: every flow once, each picture with its words, one copy of the scripts for the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archmodel.checks.run import check
from archmodel.documents.site import flow_list, publish
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.views.flows_svg import COLOURS

APPS = [Application(id=id, name=id.upper(), record="own") for id in "abc"]
FLOWS = [
    Flow(id="F1", source="a", target="b", route="direct", state="in_use"),
    Flow(id="F2", source="b", target="c"),
    Flow(id="F3", source="c", target="a", until="2026-01-01"),
]


def published(folder: Path, *flows: Flow) -> Path:
    model = Model(APPS, flows)
    return publish(model, check(model, as_of="2026-11-22"), folder / "site").folder


def test_every_flow_has_a_row_and_elements_point_to_it(tmp_path: Path) -> None:
    site = published(tmp_path, *FLOWS)
    page = (site / "luong.html").read_text(encoding="utf-8")
    assert re.findall(r'<tr id="([^"]+)"', page) == ["luong--F1", "luong--F2", "luong--F3"]
    assert 'href="../luong.html#luong--F1">F1</a>' in (site / "doi-tuong" / "b.html").read_text(encoding="utf-8")


def test_many_flows_stand_on_pages_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow_list, "A_PAGE", 2)
    site = published(tmp_path, *FLOWS)
    page = (site / "luong.html").read_text(encoding="utf-8")
    assert re.findall(r'href="(luong/[^"]+)">([^<]+)', page) == [
        ("luong/1.html", "Tất cả các luồng: F1 – F2"),
        ("luong/2.html", "Tất cả các luồng: F3 – F3"),
    ]
    assert "net-data" not in page
    rows = [re.findall(r'<tr id="([^"]+)"', (site / f"luong/{n}.html").read_text(encoding="utf-8")) for n in (1, 2)]
    assert rows == [["luong--F1", "luong--F2"], ["luong--F3"]]
    assert 'href="../luong/2.html#luong--F3">F3</a>' in (site / "doi-tuong" / "c.html").read_text(encoding="utf-8")


def test_pictures_speak_of_the_day_and_the_network_is_set_to_it(tmp_path: Path) -> None:
    page = (published(tmp_path, *FLOWS) / "luong.html").read_text(encoding="utf-8")
    assert "2 luồng giữa 3 đối tượng" in page
    assert 'name="on" value="2026-11-22"' in page
    assert '"id":"F3"' in page


def test_weak_points_are_listed_with_what_hangs_on_them(tmp_path: Path) -> None:
    page = (published(tmp_path, *FLOWS) / "luong.html").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if '<th scope="row"><a href="doi-tuong/b.html">' in line)
    assert re.findall(r'class="num">(\d+)', row) == ["1", "2", "2"]


def test_a_model_without_flows_has_the_page_all_the_same(tmp_path: Path) -> None:
    page = (published(tmp_path) / "luong.html").read_text(encoding="utf-8")
    for words in ("Chưa ghi luồng nào.", "Không thấy điểm nghẽn nào.", "Không thấy vòng khép kín nào."):
        assert words in page


def test_the_scripts_are_there_once_with_the_licence(tmp_path: Path) -> None:
    site = published(tmp_path, *FLOWS)
    assert sorted(path.name for path in (site / "tai-nguyen").iterdir()) == [
        "luong.js",
        "minisearch.LICENSE.txt",
        "minisearch.js",
        "tim-kiem-du-lieu.js",
        "tim-kiem.js",
        "trang.js",
        "vis-network.LICENSE.txt",
        "vis-network.min.js",
    ]
    assert [path for path in site.rglob("*.html") if path.stat().st_size > 300_000] == []


def test_the_style_sheet_has_the_colours_of_the_pictures(tmp_path: Path) -> None:
    css = (published(tmp_path) / "site.css").read_text(encoding="utf-8")
    found = dict(re.findall(r"\.mx\.r-(\w+) \{ border-color: (#\w+);", css))
    assert found == COLOURS
