"""How alike two texts are: what is shared, what is near, what each says alone."""

from __future__ import annotations

import pytest

from archmodel.analysis.duplicates.likeness import Likeness, Rarity, likeness, spells
from archmodel.analysis.duplicates.naming import taken_apart

NONE = Rarity([])


def compared(one: str, other: str, *, bare: bool = False) -> Likeness:
    found = likeness(taken_apart(one).ideas, taken_apart(other).ideas, NONE, bare=bare)
    assert found is not None
    return found


def test_the_same_text_is_alike_in_full():
    found = compared("Phần mềm quản lý đất đai", "Phần mềm quản lý đất đai")
    assert (found.share, found.within, found.contrast, found.apart) == (1.0, 1.0, 0.0, ((), ()))


def test_texts_of_other_jobs_share_nothing():
    found = compared("Hệ thống cấp nước", "Hệ thống thoát nước")
    assert (found.share, found.common, found.known) == (0.0, (), False)
    assert found.apart == (("cấp nước",), ("thoát nước",))


def test_what_one_side_alone_says_is_no_contrast():
    found = compared("Phần mềm đất đai", "Phần mềm đất đai, hộ tịch")
    assert found.contrast == 0.0
    assert found.within == 1.0
    assert 0.5 < found.share < 0.75


def test_what_each_says_alone_is_contrast():
    assert compared("Giám sát hộ tịch đất đai", "Giám sát đất đai chợ").contrast > 0.3


def test_a_part_and_its_whole_meet_half_way():
    found = compared("Phần mềm xét nghiệm", "Phần mềm khám chữa bệnh")
    assert found.near == (("xét nghiệm", "khám chữa bệnh"),)
    assert found.share == pytest.approx(0.5)
    assert found.contrast == 0.0


def test_what_is_near_to_a_shared_job_is_half_implied():
    beside = compared("Khám chữa bệnh", "Khám chữa bệnh, xét nghiệm")
    strange = compared("Khám chữa bệnh", "Khám chữa bệnh, lễ hội")
    assert beside.share > strange.share


def test_only_means_in_common_is_told():
    assert compared("Bản đồ số", "Bản đồ số lễ hội").tools
    assert not compared("Lễ hội", "Bản đồ số lễ hội").tools


def test_words_meet_over_a_slip_and_without_diacritics():
    assert compared("Nuôi đà điểu", "Nuôi đà điêu").both > 0
    assert compared("Nuoi da dieu", "Nuôi đà điểu", bare=True).share > 0.5
    assert compared("Nuôi kền kền", "Nuôi lạc đà").common == ("nuôi",)


def test_a_brand_in_common_tells_more_than_a_brand_alone():
    assert compared("FMCX lễ hội", "FMCX").share > 0.5


def test_of_a_few_texts_rarity_says_nothing():
    ideas = taken_apart("đất đai").ideas
    assert Rarity([ideas, ideas]).of("đất đai") == pytest.approx(1.0, abs=0.02)
    many = Rarity([ideas] * 999 + [taken_apart("lễ hội").ideas])
    assert many.of("đất đai") < 0.8 < 1.2 < many.of("lễ hội")


def test_nothing_is_compared_with_a_text_without_ideas():
    assert likeness((), taken_apart("đất đai").ideas, NONE) is None


@pytest.mark.parametrize(("acronym", "letters", "meant"), [("tstn", "kststn", True), ("ts", "ts", False), ("abc", "abxc", False), ("tst", "kststnab", False)])  # fmt: skip
def test_an_acronym_spells_most_of_the_words(acronym: str, letters: str, meant: bool):
    assert spells(acronym, letters) is meant
