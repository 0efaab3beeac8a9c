"""WCAG 2.1 AA as axe-core 4.14.1 judges it, on every kind of page: light and dark, wide and on a phone, in both languages.

Between them the two languages see every page in all four looks, two each: the same templates write both.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archmodel.checks.run import check
from archmodel.documents.formal import formal
from archmodel.documents.notebooks import NotebookPage, notebook_pages
from archmodel.documents.site import publish
from archmodel.model.model import Model

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.filterwarnings("ignore::ResourceWarning")]
ROOT = Path(__file__).parents[2]
AXE = (ROOT / "tests" / "vendor" / "axe-core-4.14.1" / "axe.min.js").read_text("utf-8")
DAY = "2026-11-22"
PAGES = (
    "index.html", "tim-kiem.html?q=thu+tuc", "a-z.html", "co-quan.html", "do-tin-cay.html", "tai-ve.html",
    "tai-lieu.html", "tai-lieu/phan-m01-vi.html", "lop-application.html", "luong.html", "trinh-tu/s-khai-sinh.html",
    "hinh.html", "hinh/bao-phu.html", "bao-phu.html", "khung.html", "ke-hoach.html", "lo-trinh.html", "hai-cap.html",
    "thay-doi.html", "lanh-dao.html", "tham-tra/lgsp-hn.html", "phat-hien.html", "quy-tac/STRUCT-08.html",
    "trung-lap.html", "trung-lap/nhiemvu.html", "chat-luong.html", "van-ban.html", "nguon.html", "thuat-ngu.html",
    "doi-tuong/lgsp-hn.html", "doi-tuong/so-yte.html", "hinh/sd-t-01.html", "hinh/sd-t-02.html", "hinh/sd-t-03.html",
    "so-tay.html", "so-tay/01-tour.html", "so-tay/02-framework-coverage.html", "so-tay/03-duplicates.html",
    "so-tay/04-integration-flows.html", "so-tay/05-two-tiers.html", "so-tay/07-reviewing.html",
    "so-tay/08-export-and-publish.html", "so-tay/09-your-own-province.html", "so-tay/10-writing-a-rule.html",
)  # fmt: skip
LOOKS = {"vi": (("light", 1400), ("dark", 390)), "en": (("dark", 1400), ("light", 390))}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """async (tags) => {
    document.querySelectorAll("details:not(.group)").forEach((part) => { part.open = true; });
    const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return found.violations.map((one) => `${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 120)}`);
}"""


@pytest.fixture(scope="module")
def books() -> tuple[NotebookPage, ...]:
    """The notebooks as the public sees them."""
    return notebook_pages(ROOT / "notebooks", DAY, audience="public")


@pytest.fixture(scope="module", params=LOOKS)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def root(lang: str, hanoi: Model, books: tuple[NotebookPage, ...], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Hanoi's site with one commune of ten: no kind of page goes missing, none is long."""
    gone = {"commune", "district"}
    bodies = [body.id for body in hanoi.organisations if body.tier in gone]
    left_out = {id for place, id in enumerate(bodies) if place % 10} | {
        page.id for place, page in enumerate(hanoi.interfaces) if place % 10
    }
    model = Model(
        [element for element in hanoi if element.id not in left_out],
        [link for link in hanoi.relations if not {link.source, link.target} & left_out],
        settings=hanoi.settings,
        reference=hanoi.reference,
    )
    report = check(model, as_of=DAY)
    folder = tmp_path_factory.mktemp(lang) / "site"
    site = publish(
        model, report, folder, lang=lang, downloads={"kien-truc-so.pdf": b"%PDF-1.7"}, document=formal(model, report),
        notebooks=books,
    )  # fmt: skip
    return site.folder.resolve().as_uri()


@pytest.fixture(scope="module", params=[0, 1], ids=["wide", "phone"])
def seen(request: pytest.FixtureRequest, lang: str, chromium: Any) -> Iterator[Any]:
    scheme, width = LOOKS[lang][request.param]
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(root: str, seen: Any, name: str) -> None:
    seen.goto(f"{root}/{name}")
    if "?" in name:
        seen.wait_for_selector(".results li")
    assert seen.evaluate(RUN, list(RULES)) == []


def test_axe_would_find_something(seen: Any) -> None:
    seen.set_content("<html lang='vi'><title>x</title><main><h1>x</h1><img src='x.png'></main></html>")
    seen.evaluate(AXE)
    assert any(one.startswith("image-alt") for one in seen.evaluate(RUN, list(RULES)))
