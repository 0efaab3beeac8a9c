"""What can be found: drawn from the values pages show, written as a script that cannot break out, the same every time."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from folded_words import FOLDED

import archmodel as am
from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.documents.formal import formal
from archmodel.documents.site import Published, publish
from archmodel.documents.site.search import Entry, index
from archmodel.documents.site.words import WORDS
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Link
from archmodel.text.vietnamese import folded

WORDS_VI = {name: both.vi for name, both in WORDS.items()}
HOSTILE = "<img src=x onerror=alert(1)>"


def data(folder: Path) -> dict[str, list[list[str]]]:
    text = (folder / "tai-nguyen/tim-kiem-du-lieu.js").read_text("utf-8")
    return json.loads(text.removeprefix("window.ARCHMODEL_SEARCH=").removesuffix(";\n"))


@pytest.mark.parametrize(("text", "plain"), FOLDED)
def test_words_fold(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_no_text_ends_the_script() -> None:
    assert "<" not in index([Entry("a.html", "Trang", "</script><script>alert(1)")], WORDS_VI)


def test_long_texts_are_cut_between_words() -> None:
    written = json.loads(index([Entry("a.html", "Trang", "A", text="dài " * 400)], WORDS_VI)[24:-2])["entries"][0][5]
    assert len(written) <= 702
    assert written.endswith("dài …")


def test_an_element_is_found_by_its_names_and_who_owns_it(tmp_path: Path) -> None:
    model = Model(
        [Organisation(id="so", name="Sở Y tế"),
         Application(id="kcb", name="Khám chữa bệnh", aliases=("HIS",), name_en="Hospital", description="Đăng ký khám.",
                     state="in_use")],
        [Link(type="owned_by", source="kcb", target="so")],
    )  # fmt: skip
    publish(model, check(model, as_of="2026-11-22"), tmp_path / "site")
    found = data(tmp_path / "site")
    row = next(row for row in found["entries"] if row[0] == "doi-tuong/kcb.html")
    assert (found["sorts"][row[1]], *row[2:]) == (
        "Hệ thống, ứng dụng", "Khám chữa bệnh", "Hospital; HIS; kcb", "Sở Y tế", "Đăng ký khám."
    )  # fmt: skip


@pytest.mark.slow
def test_every_sort_of_thing_can_be_found(hanoi: Model, tmp_path: Path) -> None:
    report = check(hanoi, as_of="2026-11-22")
    site = publish(hanoi, report, tmp_path / "site", document=formal(hanoi, report))
    found = data(site.folder)
    assert {"Trang", "Quy tắc", "Điều, khoản", "Văn bản pháp lý", "Thành phần khung", "Thuật ngữ", "Hệ thống, ứng dụng",
            "Phần của tài liệu"} <= set(found["sorts"])  # fmt: skip
    assert {f"doi-tuong/{element.id}.html" for element in hanoi} <= {row[0] for row in found["entries"]}


def shown(folder: Path, name: str) -> str:
    page = re.sub(r"</?code>", "", (folder / name).read_text("utf-8"))  # stands in a line: no space around
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_nothing_is_found_that_its_page_does_not_show(site: Published) -> None:
    for href, _, *texts in data(site.folder)["entries"]:
        page, fragment = urldefrag(href)
        text = shown(site.folder, page)
        if fragment:
            assert f'id="{unquote(fragment)}"' in unescape((site.folder / page).read_text("utf-8"))
        for part in re.split(r"; | – |: |, ", "; ".join(texts)):
            assert part.removesuffix("…").strip() in text, (href, part)


def test_publishing_twice_gives_the_same_index(hostile: Model, report: Report, tmp_path: Path) -> None:
    one, two = (publish(hostile, report, tmp_path / name).folder / "tai-nguyen/tim-kiem-du-lieu.js" for name in "ab")
    assert one.read_bytes() == two.read_bytes()
    assert HOSTILE.replace("<", "\\u003c") in one.read_text("utf-8")


def test_the_example_has_a_list_from_a_to_z(tmp_path: Path) -> None:
    model = am.load(Path(am.__file__).parent / "example")
    site = publish(model, check(model, as_of="2026-11-22"), tmp_path / "site")
    text = (site.folder / "a-z.html").read_text("utf-8")
    assert all(f'doi-tuong/{element.id}.html"' in text for element in model)
    letters = re.findall(r'href="#van-[^"]*">(.)<', text)
    assert letters == sorted(letters, key="#AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY".index)
