"""The published site, read as files: nothing from outside, nothing hostile, nothing broken, the same bytes every time."""

from __future__ import annotations

import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from archmodel.checks.report import Report
from archmodel.documents.site import Published, publish
from archmodel.model.model import Model

pytestmark = pytest.mark.slow  # every page of two editions is read over and over

HOSTILE = "<img src=x onerror=alert(1)>"
SCRIPT_URL = "javascript:alert(1)"

KINDS_OF_PAGE = (
    "index.html", "lanh-dao.html", "tham-tra/app.html", "lop-business.html", "lop-application.html",
    "lop-data.html", "lop-infrastructure.html", "lop-security.html", "lop-governance.html", "phat-hien.html",
    "nguon.html", "khung.html", "van-ban.html", "thuat-ngu.html", "chat-luong.html",
    "doi-tuong/app.html", "hai-cap.html", "lo-trinh.html", "thay-doi.html", "trung-lap.html",
    "luong.html", "a-z.html", "co-quan.html",
)  # fmt: skip


EVERYWHERE = ["tai-nguyen/trang.js"]
SCRIPTED = {
    "luong.html": ["tai-nguyen/vis-network.min.js", "tai-nguyen/luong.js"],
    "tim-kiem.html": ["tai-nguyen/minisearch.js", "tai-nguyen/tim-kiem-du-lieu.js", "tai-nguyen/tim-kiem.js"],
}
"""Which scripts a page runs beyond the one of every page."""


class Scan(HTMLParser):
    """The tags, attributes and text of a page as a browser would read them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def anchors(self) -> set[str]:
        return {attributes["id"] for _, attributes in self.tags if "id" in attributes}


def pages(site: Published) -> dict[str, Scan]:
    return {name: Scan(read(site, name)) for name in site.files if name.endswith(".html")}


def read(site: Published, name: str) -> str:
    return (site.folder / name).read_text(encoding="utf-8")


def test_every_page_is_there(site: Published) -> None:
    assert set(KINDS_OF_PAGE) <= set(site.files)
    assert {name for name in site.files if name.startswith("doi-tuong/")} == {
        f"doi-tuong/{id}.html" for id in ("so", "app", "web", "data", "node", "control", "task", "count")
    }


def test_nothing_is_loaded_from_outside(site: Published) -> None:
    for name, page in pages(site).items():
        for tag, attributes in page.tags:
            for attribute in ("src", "srcset", "href", "action", "poster", "data", "xlink:href"):
                value = attributes.get(attribute, "")
                if tag == "a" and value.startswith("http"):
                    assert attributes["rel"] == "noopener noreferrer"
                    continue
                assert "//" not in value, (name, tag, value)
    css = read(site, "site.css")
    assert "url(" not in css
    assert "@import" not in css
    assert "http" not in css


def test_no_page_has_inline_style_or_frames_or_asks_but_the_search(site: Published) -> None:
    for name, page in pages(site).items():
        for tag, attributes in page.tags:
            assert tag not in {"style", "iframe", "object", "embed", "base"}, name
            if tag == "form" and name != "luong.html":
                assert os.path.normpath(Path(name).parent / attributes["action"]) == "tim-kiem.html"
            assert tag != "img" or (name == "hinh.html" and attributes["src"] in site.files), (name, attributes)
            assert not [key for key in attributes if key.startswith("on") or key == "style"], (name, tag, attributes)


def test_pages_run_scripts_of_the_site_alone(site: Published) -> None:
    for name, page in pages(site).items():
        scripts = [attributes for tag, attributes in page.tags if tag == "script"]
        run = [os.path.normpath(Path(name).parent / script["src"]) for script in scripts if "src" in script]
        assert run == EVERYWHERE + SCRIPTED.get(name, []), name
        assert set(run) <= set(site.files)
        assert {script.get("type") for script in scripts if "src" not in script} <= {"application/json"}


def test_every_page_forbids_outside_content(site: Published) -> None:
    for name, page in pages(site).items():
        metas = [attributes for tag, attributes in page.tags if tag == "meta"]
        policy = next(meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'; style-src 'self';"), name
        assert "unsafe" not in policy
        assert "script-src 'self';" in policy


def test_every_internal_link_resolves(site: Published) -> None:
    scans = pages(site)
    for name, page in scans.items():
        for tag, attributes in page.tags:
            href = attributes.get("href", "")
            if tag not in {"a", "link"} or href.startswith(("http", "data:")):
                continue
            path, fragment = urldefrag(href)
            target = os.path.normpath(Path(name).parent / unquote(path)) if path else name
            assert target in site.files, (name, href)
            if fragment:
                assert unquote(fragment) in scans[target].anchors, (name, href)


def test_ids_are_unique_on_each_page(site: Published) -> None:
    for name, page in pages(site).items():
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize("name", KINDS_OF_PAGE)
def test_hostile_names_are_text_on_every_kind_of_page(site: Published, name: str) -> None:
    page = Scan(read(site, name))
    assert HOSTILE in page.text
    assert "img" not in {tag for tag, _ in page.tags}


def test_script_addresses_never_become_links(site: Published) -> None:
    for page in pages(site).values():
        assert not [value for _, attributes in page.tags for value in attributes.values() if "javascript" in value]
    assert SCRIPT_URL in Scan(read(site, "doi-tuong/web.html")).text
    assert SCRIPT_URL in Scan(read(site, "nguon.html")).text


def test_hostile_description_is_text(site: Published) -> None:
    assert f"{HOSTILE} <script>alert(2)</script>" in Scan(read(site, "doi-tuong/app.html")).text


def test_each_page_tells_its_edition(site: Published) -> None:
    words = {"vi": "Bản nội bộ", "en": "Internal edition"}[site.lang]
    assert [path for path, page in pages(site).items() if words not in page.text] == []


def test_unknown_is_said(site: Published) -> None:
    words = {"vi": "Chưa xác định", "en": "Unknown"}[site.lang]
    assert words in Scan(read(site, "doi-tuong/data.html")).text


def test_inferred_facts_and_relations_carry_a_mark(site: Published) -> None:
    words = {"vi": "≈ suy luận", "en": "≈ inferred"}[site.lang]
    assert words in Scan(read(site, "doi-tuong/app.html")).text


def test_deadlines_come_from_the_anchor_days(site: Published) -> None:
    text = Scan(read(site, "index.html")).text
    assert {"vi": "chậm nhất ngày 11/6/2025", "en": "no later than 2025-06-11"}[site.lang] in text
    assert {"vi": "Thời hạn theo khung: chậm nhất ngày 29/01/2027",
            "en": "Deadline under the framework: no later than 2027-01-29"}[site.lang] in text  # fmt: skip


def test_published_figures_stand_beside_names_held(site: Published) -> None:
    row = next(line for line in read(site, "index.html").splitlines() if ">145<" in line)
    assert re.findall(r'class="num">(-?\d+)', row) == ["145", "1", "144"]


def test_a_list_nobody_obtained_is_unknown(site: Published) -> None:
    assert {"vi": "chưa biết nội dung", "en": "content unknown"}[site.lang] in Scan(read(site, "khung.html")).text


def test_every_table_has_a_caption_and_scoped_heads(site: Published) -> None:
    for name, page in pages(site).items():
        tags = [tag for tag, _ in page.tags]
        assert tags.count("table") == tags.count("caption"), name
        assert all("scope" in attributes for tag, attributes in page.tags if tag == "th"), name
        assert tags.count("h1") == 1, name


def test_the_language_is_declared(site: Published) -> None:
    assert all(page.tags[0] == ("html", {"lang": site.lang}) for page in pages(site).values())


def test_downloads_are_offered_on_the_first_page(hostile: Model, report: Report, tmp_path: Path) -> None:
    site = publish(hostile, report, tmp_path / "site", downloads={"kien-truc-so.pdf": b"%PDF-1.7"})
    assert (site.folder / "tai-ve/kien-truc-so.pdf").read_bytes() == b"%PDF-1.7"
    assert "tai-ve/kien-truc-so.pdf" in site.files
    links = [attributes.get("href") for tag, attributes in Scan(read(site, "index.html")).tags if tag == "a"]
    assert links.count("tai-ve/kien-truc-so.pdf") == 1


def test_long_lists_stand_on_pages_of_their_own(
    hostile: Model, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["archmodel.documents.site.findings"], "FIRST", 1)
    for module in ("findings", "leader", "a_to_z", "quality_page"):
        for name in ("LONG", "A_PAGE"):
            monkeypatch.setattr(sys.modules[f"archmodel.documents.site.{module}"], name, 1)
    monkeypatch.setattr(sys.modules["archmodel.documents.site.layers"], "LONG", 0)
    site = publish(hostile, report, tmp_path / "site")
    test_every_internal_link_resolves(site)
    test_every_table_has_a_caption_and_scoped_heads(site)
    further = {name for name in site.files if re.fullmatch(r"quy-tac/[A-Z0-9]+-\d+-2\.html", name)}
    assert further
    assert {"lanh-dao/cq--so.html", "lanh-dao/khac.html", "lanh-dao/khac-2.html"} <= set(site.files)
    assert 'href="lanh-dao/cq--so.html"' in read(site, "lanh-dao.html")
    assert {"chat-luong/co-quan--so.html", "chat-luong/khong-ro.html"} <= set(site.files)
    assert 'href="lop-application/application-1.html"' in read(site, "lop-application.html")
    listed = [read(site, name).split("<main")[1].count("<li>") for name in site.files if name.startswith("a-z/")]
    assert sum(listed) == len(hostile)
    longest = max(len(re.findall('<tr><th scope="row">', read(site, name))) for name in further)
    assert longest == 1


def test_code_in_the_words_of_a_rule_is_shown_as_code(site: Published) -> None:
    page = (site.folder / "quy-tac/STRUCT-08.html").read_text("utf-8")
    assert "<code>record</code>" in page
    assert "`" not in page
