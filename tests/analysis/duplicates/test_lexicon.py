"""The lexicon is tidy: a phrase stands for one idea, and what is said of ideas names ideas there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from archmodel.analysis.duplicates.lexicon import idea_files, lexicon, spelled

PACKAGE = files("archmodel.analysis.duplicates")
WORDS: dict[str, Any] = yaml.safe_load(PACKAGE.joinpath("words.yaml").read_text("utf-8"))
BODIES: dict[str, Any] = yaml.safe_load(PACKAGE.joinpath("bodies.yaml").read_text("utf-8"))
WORLDS: dict[str, dict[str, Any]] = {
    name: yaml.safe_load(PACKAGE.joinpath("ideas", name).read_text("utf-8")) for name in idea_files()
}
IDEAS = {group[0] for world in WORLDS.values() for group in world["ideas"]}
FIELDS = {group[0] for world in WORLDS.values() for group in world.get("fields", ())}


def _texts() -> Iterator[str]:
    for world in WORLDS.values():
        yield from (text for group in (*world["ideas"], *world.get("fields", ())) for text in group)
    yield from (text for group in WORDS["acts"] for text in group)
    for sort in ("generic", "vendor", "stop"):
        yield from WORDS[sort]


def test_a_phrase_stands_in_one_group_only():
    count = Counter(map(spelled, _texts()))
    assert [" ".join(words) for words, times in count.items() if times > 1 or not words] == []


def test_every_phrase_is_text():
    assert [text for text in _texts() if not isinstance(text, str)] == []


def test_what_is_near_and_what_are_tools_are_ideas():
    near = {name for world in WORLDS.values() for whole, parts in world["near"].items() for name in (whole, *parts)}
    tools = {name for world in WORLDS.values() for name in world.get("tools", ())}
    assert near - IDEAS - FIELDS == set()
    assert tools - IDEAS == set()


def test_nothing_is_near_itself():
    assert [(idea, kin) for idea, kin in lexicon().near.items() if idea in kin] == []


def test_tasks_of_parted_bodies_are_ideas():
    tasks = {task for heirs in BODIES["parted_after"].values() for held in heirs.values() for task in held}
    assert tasks - IDEAS == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("đất đai", "đất nông nghiệp"),
        ("cấp nước", "thoát nước"),
        ("công chứng", "chứng thực"),
        ("hộ tịch", "hộ khẩu"),
        ("tuyển sinh", "học bạ"),
        ("tuyển sinh", "tuyển dụng"),
        ("quy hoạch xây dựng", "quy hoạch sử dụng đất"),
        ("khám chữa bệnh", "bảo hiểm y tế"),
        ("khám chữa bệnh", "nhân sự"),
        ("học phí", "viện phí"),
        ("thu phí", "thu thuế"),
        ("giá đất", "giá cả"),
        ("thanh tra", "kiểm tra đảng"),
        ("lưu trữ", "lưu trú"),
        ("đấu thầu", "đấu giá"),
    ],
)
def test_neighbouring_ideas_stay_apart(one: str, other: str):
    held = lexicon()
    ideas = [phrase.idea for text in (one, other) if (phrase := held.phrases.get(spelled(text)))]
    assert len(ideas) == 2
    assert ideas[0] != ideas[1]
    assert ideas[1] not in held.near.get(ideas[0], ())


def test_the_longest_phrase_wins():
    words = spelled("văn bản quy phạm pháp luật")
    found = lexicon().phrase_at(words, 0, bare=False)
    assert found is not None
    assert found.idea == "văn bản quy phạm pháp luật"


def test_a_phrase_yields_to_a_job_that_starts_within_it():
    words = spelled("quản lý hồ sơ công việc")
    assert lexicon().phrase_at(spelled("thông tin thị trường lao động"), 0, bare=False) is not None
    found = lexicon().phrase_at(words, 0, bare=False)
    assert found is not None
    assert found.words == spelled("quản lý")


def test_phrases_meet_without_diacritics():
    found = lexicon().phrase_at(["dat", "dai"], 0, bare=True)
    assert found is not None
    assert found.idea == "đất đai"


def test_abbreviations_are_found_with_and_without_diacritics():
    held = lexicon().abbreviations
    assert held["đtbd"] == held["dtbd"] == spelled("đào tạo bồi dưỡng")
