"""The page of changes between plateaus, and a comparison as one HTML file."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import pytest

from archmodel.checks.comparison import diff
from archmodel.checks.report import Report
from archmodel.documents.comparison import as_html
from archmodel.documents.site.changes import Compared, change_page
from archmodel.documents.site.publication import Publication
from archmodel.model.elements import Application, Code, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link, Succession
from archmodel.model.settings import Plateau, Settings
from archmodel.model.waiver import Waiver

HOSTILE = "<img src=x onerror=alert(1)>"
NEW = "2025-07-01"
PLATEAUS = (
    Plateau(name="Đích", on="target"),
    Plateau(name="Nay", name_en="Now", on="today"),
    Plateau(name="Trước", name_en="Before", on="2025-06-30"),
    Plateau(name="Hai cấp", on=NEW),
)
MODEL = Model(
    [
        Organisation(id="quan", name="Quận", tier="district", until=NEW),
        Organisation(id="phuong", name="Phường", tier="commune", since=NEW),
        Organisation(id="so", name="Sở", codes=(Code(system="GSO", value="1", until="2026"),)),
        Application(id="moi", name="Mới", state="planned"),
        Application(id="cu", name="Cũ", record="own"),
    ],
    [Succession(source="phuong", target="quan"), Link(type="owned_by", source="cu", target="quan")],
    settings=Settings(plateaus=PLATEAUS),
)


def page_of(model: Model, lang: str = "vi") -> tuple[Compared, ...]:
    return change_page(Publication(model, Report("2026-11-22", "khung-1", None, (), ()), lang))


def test_each_plateau_is_compared_with_the_next_the_target_last() -> None:
    parts = page_of(MODEL)
    assert [(part.old, part.new) for part in parts] == [
        ("Trước (30/6/2025)", "Hai cấp (01/7/2025)"),
        ("Hai cấp (01/7/2025)", "Nay (22/11/2026)"),
        ("Nay (22/11/2026)", "Đích"),
    ]
    assert page_of(MODEL, "en")[0].old == "Before (2025-06-30)"


def test_what_ended_names_its_heirs_and_what_began_what_it_takes_over() -> None:
    first = page_of(MODEL)[0]
    ended, begun = first.groups
    assert (ended.title, ended.others, begun.others) == (
        "Kết thúc: Cơ quan, tổ chức, cấp huyện",
        "Bên kế thừa",
        "Thay cho",
    )
    (row,) = ended.rows
    assert (row.about.id, row.about.href, row.day) == ("quan", "doi-tuong/quan.html", "01/7/2025")
    assert [other.name for other in row.others] == ["Phường"]
    assert [(row.title, row.elements, row.relations) for row in first.counts] == [("Kết thúc", 1, 1), ("Bắt đầu", 1, 0)]


def test_the_target_tells_what_comes_and_what_is_undecided() -> None:
    last = page_of(MODEL)[2]
    assert [(group.how, group.rows[0].about.id) for group in last.groups] == [("coming", "moi")]
    assert last.undecided == 1


def test_a_narrowed_model_still_tells_all_days_and_links_only_to_pages_there_are() -> None:
    (row,) = page_of(MODEL.at("2026-11-22"))[0].groups[0].rows
    assert (row.about.name, row.about.href) == ("Quận", None)


def test_two_plateaus_on_one_day_are_one() -> None:
    twice = Settings(plateaus=(PLATEAUS[1], Plateau(name="Cùng ngày", on="2026-11-22")))
    assert page_of(Model(MODEL, MODEL.relations, settings=twice)) == ()


@pytest.fixture
def html() -> str:
    waiver = Waiver(id="W", rule="R", elements=("a",), reason=HOSTILE, granted_by="x", until="2027-01-01")
    old = Model(
        [Application(id="a", name=HOSTILE, state="in_use"), Application(id="x", name=f"Kho dữ liệu {HOSTILE}")],
        [Link(type="part_of", source="a", target="x", reason=HOSTILE)],
    )
    new = Model(
        [
            Application(id="a", name=HOSTILE, state="trial", note=HOSTILE, aliases=(HOSTILE,)),
            Application(id="y", name=f"Kho dữ liệu mới {HOSTILE}"),
        ],
        [Link(type="part_of", source="a", target=HOSTILE), Flow(id="F", source="a", target="y", content=HOSTILE)],
        settings=Settings(name=HOSTILE),
        waivers=[waiver],
    )
    return as_html(diff(old, new, names=(HOSTILE, "HEAD")))


def test_hostile_words_are_text(html: str) -> None:
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") >= 9


def test_the_file_tells_fields_relations_suggestions_and_findings(html: str) -> None:
    text = unescape(html)
    assert "Trạng thái: <del>Đang vận hành</del> <ins>Thử nghiệm</ins>" in text
    assert "<code>a</code> là bộ phận của <code>x</code>" in text
    assert "Có thể chỉ đổi mã (tên gần giống) (1)" in text
    assert "Phát hiện thêm (" in text
    assert "STRUCT-04" in text


def test_nothing_and_no_findings_are_said() -> None:
    text = as_html(diff(MODEL, MODEL, findings=False), "en")
    assert "Nothing differs." in text
    assert "Findings were not compared" in text
    target = as_html(diff(MODEL.at("2026-11-22"), MODEL.plateau("target")))
    assert "chỉ vì chưa ghi phương án xử lý: 1" in target


@pytest.mark.browser
def test_the_file_loads_nothing_and_its_style_applies(html: str, tmp_path: Path, chromium: Any) -> None:
    file = tmp_path / "comparison.html"
    file.write_text(html, encoding="utf-8")
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('del')).color") == "rgb(143, 20, 20)"
    assert asked == [file.as_uri()]
    page.close()
