"""The network of flows in Chromium: nothing leaves the page, names are inert, search and filters work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archmodel.documents.site import Published
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.vietnamese import folded
from archmodel.views import flows

HOSTILE = "<img src=x onerror=alert(1)>"

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

NAMES = ("Đất đai", "Hộ tịch", "Y TẾ  cơ sở")
FOUND = [("dat dai", 2), ("ĐẤT", 2), ("ho tich", 2), ("y te co so", 2), ("f1", 1), ("xyz", 0)]


@pytest.fixture
def seen(chromium: Any) -> Any:
    page = chromium.new_page(viewport={"width": 1300, "height": 900})
    page.requests, page.said = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))
    yield page
    page.close()


def opened(page: Any, path: Path) -> None:
    page.goto(path.resolve().as_uri())
    page.wait_for_selector("#net[data-drawn]")


def model() -> Model:
    apps = [Application(id=f"a{n}", name=name) for n, name in enumerate(NAMES)]
    made = [
        Flow(id="F1", source="a0", target="a1", route="direct", state="in_use", until="2025-07"),
        Flow(id="F2", source="a1", target="a2", since="2025-08-01"),
        Flow(id="F3", source="a2", target="a0"),
    ]
    return Model(apps, made)


def test_the_page_of_the_site_loads_its_own_files_and_runs_no_name(site: Published, seen: Any) -> None:
    root = site.folder.resolve().as_uri()
    opened(seen, site.folder / "luong.html")
    seen.click("#net-list button")
    assert HOSTILE in seen.inner_text("#net-chosen")
    assert seen.query_selector("main img") is None
    assert seen.said == []
    assert seen.requests == [
        f"{root}/{name}"
        for name in (
            "luong.html", "site.css", "tai-nguyen/trang.js", "tai-nguyen/vis-network.min.js", "tai-nguyen/luong.js",
        )
    ]  # fmt: skip


def test_the_page_of_its_own_loads_nothing(tmp_path: Path, seen: Any) -> None:
    hostile = Model(
        [Application(id="a", name=HOSTILE), Application(id="b", name="</script><script>alert(2)</script>")],
        [Flow(id="F1", source="a", target="b", content=HOSTILE)],
    )
    path = flows(hostile).save(tmp_path / "flows.html")
    opened(seen, path)
    seen.fill("[name=find]", "<img")
    seen.click("#net-list button")
    assert "alert(2)" in seen.inner_text("#net-chosen")
    assert (seen.said, seen.requests) == ([], [path.resolve().as_uri()])


def test_search_needs_no_diacritics(tmp_path: Path, seen: Any) -> None:
    opened(seen, flows(model()).save(tmp_path / "flows.html"))
    for text, count in FOUND:
        seen.fill("[name=find]", text)
        seen.dispatch_event("#net-bar", "submit")
        assert seen.inner_text("#net-count").startswith(f"{count} luồng trên 3"), text
    assert [folded(name) for name in NAMES] == ["dat dai", "ho tich", "y te co so"]


def test_filters_narrow_by_route_state_and_day(tmp_path: Path, seen: Any) -> None:
    opened(seen, flows(model()).save(tmp_path / "flows.html"))

    def listed() -> list[str]:
        seen.dispatch_event("#net-bar", "submit")
        return [text[:2] for text in seen.locator("#net-list button").all_inner_texts()]

    seen.select_option("[name=route]", "direct")
    assert listed() == ["F1"]
    seen.select_option("[name=route]", "")
    seen.select_option("[name=state]", "unknown")
    assert listed() == ["F2", "F3"]
    seen.select_option("[name=state]", "")
    for day, ids in (("2025-07-31", ["F1", "F3"]), ("2025-08-01", ["F2", "F3"])):
        seen.fill("[name=on]", day)
        assert listed() == ids


@pytest.mark.parametrize("width", [390, 1300])
def test_the_page_of_the_site_is_no_wider_than_the_window(site: Published, seen: Any, width: int) -> None:
    seen.set_viewport_size({"width": width, "height": 900})
    opened(seen, site.folder / "luong.html")
    assert seen.evaluate("document.documentElement.scrollWidth") <= width


def test_two_thousand_ends_are_drawn_and_found(tmp_path: Path, seen: Any) -> None:
    apps = [Application(id=f"a{n}", name=f"Hệ thống {n}") for n in range(2000)]
    made = [Flow(id=f"F{n}", source=f"a{n}", target=f"a{n * 7 % 2000}") for n in range(1, 2000)]
    opened(seen, flows(Model(apps, made), by_domain=False).save(tmp_path / "flows.html"))
    seen.fill("[name=find]", "he thong 1999")
    seen.dispatch_event("#net-bar", "submit")
    seen.click("#net-list button")
    assert "Hệ thống 1999" in seen.inner_text("#net-chosen")
    assert seen.said == []
