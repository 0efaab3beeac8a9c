"""Slips of the keyboard are put right where a neighbour makes sure, and only there."""

from __future__ import annotations

import pytest

from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.naming import taken_apart


def ideas(name: str) -> set[str]:
    return {idea for idea, sort in taken_apart(name).ideas if sort in {"concept", "tool"}}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("quản lý văn bẳn", "văn bản điều hành"),
        ("cơ sở dữ liệu đât đai", "đất đai"),
        ("giải quyết thủ tuc hành chính", "thủ tục hành chính"),
        ("phần mềm quản lý vănbản", "văn bản điều hành"),
        ("Phần mềm quan ly van ban", "văn bản điều hành"),
        ("hệ thống khám chữa bênhj", "khám chữa bệnh"),
    ],
)
def test_slips_are_put_right(written: str, meant: str):
    assert ideas(written) == {meant}


@pytest.mark.parametrize("name", ["hệ thống đo dao cạo", "phần mềm chăm sóc kền kền", "quản lý công chúng"])
def test_real_words_stay(name: str):
    assert ideas(name) == set()


def test_a_word_that_stands_in_a_phrase_is_left_alone():
    assert ideas("thu phí") == {"phí lệ phí"}
    assert ideas("thú y") == {"thú y"}


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Trang quan trắc môi trường", "quan trắc môi trường"), ("đào tạo công đoạn may", "đào tạo bồi dưỡng")],
)
def test_words_of_phrases_are_not_taken_for_slips_of_others(name: str, meant: str):
    assert meant in ideas(name)
    assert "công đoàn" not in ideas(name)


def test_two_syllables_with_a_comma_between_are_no_word():
    assert "điểm danh" not in ideas("địa điểm, danh mục")
    assert ideas("địa điểm danh mục") != ideas("địa điểm, danh mục")


def test_a_capital_amid_others_without_stays():
    places = taken_apart("Cổng thông tin xã Đất Đại").places
    assert [place.name for place in places] == [" ".join(spelled("đất đại"))]
