"""Steps pass items on as they are; who watches is told the words and the number, and only while it watches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from archmodel.text import progress
from archmodel.text.progress import shown, steps
from archmodel.text.words import Words

PAGES = Words("trang", "pages")


def test_unwatched_items_pass_untouched() -> None:
    items = ["a", "b"]
    assert steps(items, PAGES) is items


@pytest.mark.parametrize(("lang", "told"), [("vi", "trang"), ("en", "pages")])
def test_who_watches_is_told_words_number_and_every_item(lang: str, told: str) -> None:
    seen: list[object] = []

    def bar(items: Iterable[str], words: str, total: int | None) -> Iterator[str]:
        seen.append((words, total))
        for item in items:
            seen.append(item)
            yield item

    with shown(lang, bar):
        assert list(steps(["a", "b"], PAGES)) == ["a", "b"]
        assert list(steps(iter("c"), PAGES, 7)) == ["c"]
    assert seen == [(told, 2), "a", "b", (told, 7), "c"]
    assert list(steps(["d"], PAGES)) == ["d"]
    assert len(seen) == 5


def test_quick_work_shows_no_bar_and_long_work_does(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shown():
        list(steps(range(100), PAGES))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with shown():
        list(steps(range(100), PAGES))
    assert "trang" in capsys.readouterr().err
