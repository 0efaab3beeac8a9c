"""One spelling for each syllable, whatever keyboard wrote it; diacritics stay."""

from __future__ import annotations

import unicodedata

import pytest

from archmodel.analysis.duplicates.spelling import bared, is_bare, is_syllable, spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("lý", "lí"), ("Uỷ", "ủy"), ("kỹ", "kĩ")],
)
def test_typing_habits_are_evened_out(one: str, other: str):
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize("word", ["điện", "hoà", "ứng", "Ủy"])
def test_composed_and_decomposed_forms_are_one(word: str):
    assert spelling(unicodedata.normalize("NFD", word)) == spelling(unicodedata.normalize("NFC", word))


@pytest.mark.parametrize(("one", "other"), [("đất", "đạt"), ("cấp", "cặp"), ("nghi", "nghỉ"), ("quy", "qui")])
def test_diacritics_stay(one: str, other: str):
    assert spelling(one) != spelling(other)


def test_a_brand_is_not_a_syllable():
    assert [word for word in ("văn", "nghiêng", "đất", "ioffice", "TSTN", "vnEdu") if is_syllable(word)] == [
        "văn",
        "nghiêng",
        "đất",
    ]


def test_bare_is_what_has_no_diacritic_and_could_be_vietnamese():
    assert is_bare(["quan", "ly", "dat", "dai"])
    assert not is_bare(["quản", "ly"])
    assert not is_bare(["VNPT", "HIS"])
    assert bared("đường") == "duong"
