"""Names taken apart: the place named, the figures, and the words that tell a name from others."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from archmodel.checks.dup.names import city_words, taken_apart


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Trang thị xã Sơn Tây", "thị xã sơn tây"),
        ("Trang xã Sơn Tây", "xã sơn tây"),
        ("Cổng xã Sơn Tây", "xã sơn tây"),
        ("Xã Sơn Tây", "xã sơn tây"),
        ("Trang quận 1", "quận 1"),
        ("Trang phường Yên nghĩa", "phường yên"),
        ("Quản lý xã hội", ""),
    ],
)
def test_a_place_is_named_with_its_unit(name: str, place: str) -> None:
    assert normalize("NFC", taken_apart(name).place) == place


def test_a_tone_may_stand_on_either_vowel_but_never_vanishes() -> None:
    assert taken_apart("phường Yên Hòa").place == taken_apart("phường Yên Hoà").place
    assert taken_apart("phường Đông Phú").place != taken_apart("phường Đồng Phú").place
    assert taken_apart("phường Hòa").place == "phường hoa\u0300"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hệ thống quản lý cấp phép TP Mẫu", ("cap", "phep")),
        ("Phần mềm quản lý", ("phan", "mem", "quan", "ly")),
        ("Thành phố Mẫu", ("thanh", "pho", "mau")),
    ],
)
def test_opening_words_and_the_citys_own_are_left_out_of_a_system_unless_nothing_is_left(
    name: str, words: tuple[str, ...]
) -> None:
    assert taken_apart(name, city_words("Ủy ban nhân dân thành phố Mẫu")).words == words


def test_a_body_keeps_its_opening_words() -> None:
    assert taken_apart("Thông tin và Truyền thông", system=False).words[:2] == ("thong", "tin")


def test_figures_tell_names_apart() -> None:
    assert taken_apart("Bản đồ quy hoạch 2017").figures == {"2017"}
