"""Acronyms are read from a system's own texts, and within one agency from its other names."""

from __future__ import annotations

import pytest

from archmodel.analysis.duplicates import duplicate_rows
from archmodel.analysis.duplicates.acronyms import spelled_out
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.subject import Row
from archmodel.analysis.duplicates.wording import words_of
from archmodel.text.vietnamese import composed


@pytest.mark.parametrize(
    ("name", "function", "title", "meant"),
    [
        ("VPĐT", "Theo dõi vi phạm đô thị", "", "vi phạm đô thị"),
        ("VPĐT", "", "", "VPĐT"),
        ("HTTT QL ĐT", "Quản lý hạ tầng đô thị", "", "HTTT QL đô thị"),
        ("HTTT QL ĐT", "", "sở giáo dục đào tạo", f"HTTT QL {' '.join(spelled('đào tạo'))}"),
        ("HTTT QL ĐT", "", "sở tài chính", f"HTTT QL {' '.join(spelled('đầu tư'))}"),
        ("HTTT QL ĐT", "", "sở y tế", "HTTT QL ĐT"),
        ("Phần mềm QLVB", "quản lý, văn bản", "", "Phần mềm QLVB"),
        ("QUAN LY DAT", "đo áp tải", "", "QUAN LY DAT"),
    ],
)
def test_own_texts_spell_out_a_name(name: str, function: str, title: str, meant: str):
    assert spelled_out(name, (function, ""), "", " ".join(spelled(title))) == composed(meant)


def test_four_letters_an_owner_spells_are_read_by_it():
    assert spelled_out("QLTT", (), "Đội Quản lý trật tự xây dựng đô thị", "") == "quản lý trật tự"
    assert spelled_out("QLTT", (), "Chi cục Quản lý thị trường", "") == "quản lý thị trường"
    assert spelled_out("HSBA", (), "Sở Y tế", "") == "HSBA"
    assert spelled_out("CSDL", (), "Công ty Sách, Dụng cụ và Lịch", "") == "CSDL"


def texts(name: str) -> tuple[str, ...]:
    return tuple(word.text for word in words_of(name))


def verdicts(*rows: Row) -> dict[tuple[str, str], str]:
    return {(m.id_a, m.id_b): m.verdict.value for m in duplicate_rows(rows, None, "2026-01-01")}


def test_an_unknown_acronym_meets_its_words_within_one_agency_only():
    found = verdicts(
        Row("a", "BKTX", "Sở Y tế"),
        Row("b", "Phần mềm bốc kim tự xoay", "Sở Y tế"),
        Row("c", "Phần mềm bốc kim tự xoay", "Sở Xây dựng"),
    )
    assert found == {("a", "b"): "duplicate", ("b", "c"): "family"}


def test_letters_that_are_but_a_part_of_the_words_do_not_meet_them():
    assert verdicts(Row("a", "BKT", "Sở Y tế"), Row("b", "Bốc kim tự xoay trên mâm quay nhanh", "Sở Y tế")) == {}


def test_an_acronym_known_in_part_is_read_in_parts():
    assert texts("QLNOXH") == spelled("quản lý nhà ở xã hội")
    assert texts("QLXQZ") == (*spelled("quản lý"), "xqz")


def test_two_letters_that_are_a_syllable_are_an_abbreviation_only_in_capitals():
    assert texts("chất độc da cam") == spelled("chất độc da cam")
    assert texts("Quản lý DA") == spelled("quản lý dự án")
