"""The review: one file, no request, everything escaped, filters that need no script."""

from __future__ import annotations

from pathlib import Path

import pytest

from archmodel.checks.run import check
from archmodel.documents.review import as_html
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Link

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def html() -> str:
    model = Model(
        [Application(id="a", name=HOSTILE, record="own")],
        [Link(type="part_of", source="a", target=HOSTILE, reason="x")],
    )
    return as_html(model, check(model, as_of="2026-11-22"))


def test_hostile_words_are_text(html: str) -> None:
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_it_names_subject_outcome_remedy_and_leaves_room_for_an_opinion(html: str) -> None:
    assert "STRUCT-04 Quan hệ không trỏ tới đối tượng không tồn tại" in html
    assert "Chưa đáp ứng" in html
    assert '<td class="opinion"></td>' in html


@pytest.mark.browser
def test_filters_work_without_script_and_nothing_is_requested(html: str, tmp_path: Path, chromium) -> None:
    file = tmp_path / "review.html"
    file.write_text(html, encoding="utf-8")
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.locator("tr.fail").first.is_visible()
    page.uncheck("#show-fail")
    assert not page.locator("tr.fail").first.is_visible()
    assert asked == [file.as_uri()]
    page.close()
