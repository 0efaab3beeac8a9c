"""Order, folding and hints by the habits of Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest

from archmodel.text.vietnamese import composed, folded, nearest, slug, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["an", "ăn", "ân", "ba", "ca", "da", "đa", "e", "ê", "ga"],
        ["o", "ô", "ơ", "pa", "u", "ư", "va"],
        ["da", "dư", "đa", "e"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],
        ["Ba Đình", "Ba Vì", "Bạch Mai", "Bồ Đề", "Cầu Giấy", "Dương Nội", "Đại Mỗ", "Đống Đa", "Hà Đông", "Yên Hòa"],
        ["Phường 1", "Phường 10", "Phường 2", "Phường A"],
        ["đất", "đất đai", "đất ở"],
        ["中", "a", "Z"],
    ],
)
def test_the_alphabet_decides_the_order_then_the_tone(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


def test_both_unicode_forms_sort_alike() -> None:
    names = ["đề", "để", "đế", "đệ"]
    assert sorted([unicodedata.normalize("NFD", n) for n in names[::-1]], key=sort_key) == [
        unicodedata.normalize("NFD", n) for n in names
    ]


@pytest.mark.parametrize("text", ["", "\u0301", "ß", "İ", "\U0001f600"])
def test_any_text_has_a_place(text: str) -> None:
    assert sorted(["b", text, "a"], key=sort_key).count(text) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đất đai", "dat dai"),
        ("Sở Y tế", "so y te"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("  Ủy \n ban ", "uy ban"),
        (unicodedata.normalize("NFD", "Nguyễn"), "nguyen"),
        ("ƯỚC", "uoc"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_a_word_too_long_for_a_hint_is_not_compared() -> None:
    assert nearest("a" * 120, ["a" * 119]) == "a" * 119
    assert nearest("a" * 121, ["a" * 121]) is None


def test_composing_changes_the_form_alone() -> None:
    assert composed("o\u031b\u0309") == "ở"
    assert composed("ở") == "ở"


def test_slug() -> None:
    assert slug("Sở Khoa học & Công nghệ (Hà Nội)") == "so-khoa-hoc-cong-nghe-ha-noi"


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("ownd_by", "owned_by"),
        ("Ównéd_BY", "owned_by"),
        ("STATE", "state"),
        ("đất-đai", "dat-dai"),
        ("qqq", None),
        ("", None),
        ("state" * 1000, None),
    ],
)
def test_the_nearest_word(word: str, guess: str | None) -> None:
    assert nearest(word, ["owned_by", "operated_by", "state", "dat-dai"]) == guess
