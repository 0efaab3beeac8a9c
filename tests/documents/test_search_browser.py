"""The search page in Chromium, opened from disk: folding as in Python, ranking, marks, keyboard, hostile words, no request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from folded_words import FOLDED

from archmodel.checks.run import check
from archmodel.documents.site import Published, publish
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.model.record import Evidence

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
HOSTILE = "<img src=x onerror=alert(1)>"
THINGS = (
    Application(id="mot-cua", name="Hệ thống một cửa", description="Giải quyết thủ tục hành chính của công dân."),
    Dataset(id="tthc", name="Thủ tục hành chính"),
    Dataset(id="danh-muc", name="Danh mục thủ tục hành chính"),
    Dataset(id="la", name="Zzyzx kho"),
    Dataset(id="dat", name="Đất đai"),
    Dataset(id="dat-cho", name="Đặt chỗ"),
    Dataset(id="xa", name="Hành chính xã", description="Thủ kho tục lệ."),
)


@pytest.fixture
def seen(chromium: Any) -> Iterator[Any]:
    page = chromium.new_page(viewport={"width": 1400, "height": 900})
    page.said, page.requests = [], []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: page.requests.append(request.url))
    yield page
    page.close()


@pytest.fixture
def root(tmp_path: Path) -> str:
    evidence = (Evidence(document="Nguồn", date="2026-01-01", confidence="primary"),)
    model = Model([thing.model_copy(update={"evidence": evidence}) for thing in THINGS])
    return publish(model, check(model, as_of="2026-11-22"), tmp_path / "site").folder.resolve().as_uri()


def asked(page: Any, words: str) -> list[str]:
    page.fill("#tim", words)
    page.wait_for_function("words => document.getElementById('so-ket-qua').textContent.includes(words)", arg=words)
    return [link.inner_text() for link in page.query_selector_all("#ket-qua a")]


def test_words_fold_as_they_do_in_python(root: str, seen: Any) -> None:
    seen.goto(f"{root}/tim-kiem.html")
    folded = seen.evaluate("texts => texts.map(archmodelFold)", [text for text, _ in FOLDED])
    assert folded == [plain for _, plain in FOLDED]


def test_words_without_accents_find_words_with_them(root: str, seen: Any) -> None:
    seen.goto(f"{root}/tim-kiem.html")
    found = asked(seen, "thu tuc hanh chinh")
    assert found[:3] == ["Thủ tục hành chính", "Danh mục thủ tục hành chính", "Hệ thống một cửa"]
    marks = seen.eval_on_selector_all("#ket-qua li:first-child mark", "all => all.map(one => one.textContent)")
    assert marks == ["Thủ", "tục", "hành", "chính"]


def test_only_the_last_word_may_go_on(root: str, seen: Any) -> None:
    seen.goto(f"{root}/tim-kiem.html")
    assert asked(seen, "kho zzyz") == ["Zzyzx kho"]
    asked(seen, "zzyz kho")
    assert seen.inner_text("#so-ket-qua").startswith("Không mục nào có đủ mọi từ")


def test_words_with_accents_come_first_as_written(root: str, seen: Any) -> None:
    seen.goto(f"{root}/tim-kiem.html")
    assert asked(seen, "đất")[0] == "Đất đai"
    assert asked(seen, "đặt")[0] == "Đặt chỗ"


def test_nothing_found_is_said_with_a_hint(root: str, seen: Any) -> None:
    seen.goto(f"{root}/tim-kiem.html?q=xyzzy")
    assert seen.inner_text("#so-ket-qua").startswith("Không thấy “xyzzy”. Thử")
    assert seen.get_attribute("#so-ket-qua", "aria-live") == "polite"


def test_the_keyboard_does_it_all(root: str, seen: Any) -> None:
    seen.goto(f"{root}/doi-tuong/dat.html")
    seen.keyboard.press("/")
    seen.keyboard.type("thu tuc hanh chinh")
    seen.keyboard.press("Enter")
    seen.wait_for_selector("#ket-qua a")
    seen.keyboard.press("/")
    seen.keyboard.press("ArrowDown")
    seen.keyboard.press("ArrowDown")
    seen.keyboard.press("ArrowUp")
    seen.keyboard.press("ArrowDown")
    assert seen.evaluate("document.activeElement.textContent") == "Danh mục thủ tục hành chính"
    seen.keyboard.press("Enter")
    seen.wait_for_url("**/doi-tuong/danh-muc.html")
    assert seen.said == []
    assert all(url.startswith(f"{root}/") for url in seen.requests)


def test_results_narrow_by_sort(root: str, seen: Any) -> None:
    seen.goto(f"{root}/tim-kiem.html?q=thu+tuc+hanh+chinh")
    seen.click("#loai-ket-qua button:has-text('Hệ thống')")
    assert [link.inner_text() for link in seen.query_selector_all("#ket-qua a")] == ["Hệ thống một cửa"]
    assert seen.inner_text("#loai-ket-qua [aria-pressed=true]") == "Hệ thống, ứng dụng (1)"


def test_the_data_come_with_the_search_page_alone(root: str, seen: Any) -> None:
    seen.goto(f"{root}/doi-tuong/dat.html")
    assert seen.requests == [f"{root}/{name}" for name in ("doi-tuong/dat.html", "site.css", "tai-nguyen/trang.js")]


def test_without_script_the_page_says_so_and_leads_to_the_list(root: str, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/tim-kiem.html")
    assert "Tìm kiếm cần JavaScript" in page.inner_text("main")
    assert not page.is_visible("#tim")
    page.click("details.group >> nth=3")
    page.click("main a[href='a-z.html']")
    assert "Đất đai" in page.inner_text("main")
    context.close()


def test_hostile_words_are_text(site: Published, seen: Any) -> None:
    seen.goto(f"{site.folder.resolve().as_uri()}/tim-kiem.html?q=%3Cimg%20src")
    assert HOSTILE in seen.inner_text("#ket-qua")
    assert seen.query_selector("main img") is None
    assert seen.said == []
