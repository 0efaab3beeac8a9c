"""The site as Chromium reads it from disk: no request leaves the folder, nothing runs, nothing is wider than a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archmodel.documents.site import Published

HOSTILE = "<img src=x onerror=alert(1)>"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

KINDS_OF_PAGE = (
    "index.html", "lanh-dao.html", "tham-tra/app.html", "lop-business.html", "lop-application.html",
    "lop-data.html", "lop-infrastructure.html", "lop-security.html", "lop-governance.html", "phat-hien.html",
    "nguon.html", "khung.html", "van-ban.html", "thuat-ngu.html", "bao-phu.html",
    "chat-luong.html", "ke-hoach.html", "quy-tac/STRUCT-02.html", "doi-tuong/app.html", "doi-tuong/web.html",
    "doi-tuong/task.html", "thay-doi.html", "trung-lap.html", "a-z.html", "co-quan.html",
)  # fmt: skip


def watched(browser: Any, width: int) -> tuple[Any, list[str], list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 900})
    requests: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return page, requests, said


def test_pages_load_only_themselves_and_run_nothing(site: Published, chromium: Any) -> None:
    root = site.folder.resolve().as_uri()
    page, requests, said = watched(chromium, 1400)
    for name in KINDS_OF_PAGE:
        page.goto(f"{root}/{name}")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        assert HOSTILE in page.inner_text("body"), name
        assert page.query_selector("img") is None, name
    page.close()
    assert said == []
    assert set(requests) == {f"{root}/{name}" for name in KINDS_OF_PAGE} | {
        f"{root}/site.css",
        f"{root}/tai-nguyen/trang.js",
    }


def test_the_style_sheet_applies_from_disk(site: Published, chromium: Any) -> None:
    page, _, _ = watched(chromium, 1400)
    for name in ("index.html", "doi-tuong/app.html"):
        page.goto(f"{site.folder.resolve().as_uri()}/{name}")
        assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(18, 48, 79)"
    page.close()


def test_no_page_is_wider_than_a_phone(site: Published, chromium: Any) -> None:
    page, _, _ = watched(chromium, 390)
    for name in KINDS_OF_PAGE:
        page.goto(f"{site.folder.resolve().as_uri()}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    page.close()


_OVERFLOWING = """() => [...document.querySelectorAll('svg.landscape a')].flatMap(box => {
    const room = box.querySelector('rect').getBBox();
    return [...box.querySelectorAll('text')].filter(line => {
        const ink = line.getBBox();
        return ink.x + ink.width > room.x + room.width || ink.y + ink.height > room.y + room.height + 1;
    }).map(line => line.textContent);
})"""


def test_no_text_of_the_picture_leaves_its_box(site: Published, chromium: Any) -> None:
    page, _, _ = watched(chromium, 1400)
    page.goto(f"{site.folder.resolve().as_uri()}/index.html")
    assert page.evaluate("document.querySelectorAll('svg.landscape a').length") >= 7
    assert page.evaluate(_OVERFLOWING) == []
    page.close()


def test_the_picture_alone_loads_nothing(site: Published, chromium: Any) -> None:
    page, requests, said = watched(chromium, 1400)
    address = f"{Path(site.folder).resolve().as_uri()}/buc-tranh.svg"
    page.goto(address)
    page.close()
    assert (requests, said) == ([address], [])
