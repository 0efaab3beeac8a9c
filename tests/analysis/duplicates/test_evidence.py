"""Why two systems are told: what speaks for it, then what against."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.duplicates import Match, duplicate_rows, duplicates
from archmodel.analysis.duplicates.subject import Row

DAY = "2026-01-01"


def match(one: tuple[str, ...], other: tuple[str, ...], model: am.Model | None = None) -> Match:
    return next(iter(duplicate_rows([Row("a", *one), Row("b", *other)], model, DAY, every=True)))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("Chợ đêm", "Sở Y tế"), ("Chợ", "Sở Y tế"), "name in common: chợ (0.81); one owner: Sở Y tế | but name of 'a' alone: đêm"),
        (("LIS",), ("HIS",), "name close: xét nghiệm ~ khám chữa bệnh"),
        (("CSDL lễ hội",), ("Cổng lễ hội",), "name in common: lễ hội (1.00) | but other kinds: database / portal"),
        (("Phân hệ lễ hội",), ("Lễ hội",), "name in common: lễ hội (1.00) | but one is a module"),
        (("Lễ hội toàn quốc",), ("Lễ hội phường Láng",), "name in common: lễ hội (1.00) | but other levels: national / commune"),
        (("Nuôi lạc đà",), ("Nuôi lạc đà",), "name in common: lạc đà, nuôi lạc (1.00)"),
        (("lis.gov.vn",), ("his.gov.vn",), "name close: xét nghiệm ~ khám chữa bệnh"),
        (("Lễ hội quận Cầu Giấy",), ("Lễ hội quận Tây Hồ",), "name in common: lễ hội (1.00) | but other owners: quận Cầu Giấy / quận Tây Hồ"),
        (("Lễ hội", "Sở Y tế"), ("Lễ hội",), "name in common: lễ hội (1.00) | but no owner of 'b' on record"),
        (("Quản lý hồ sơ",), ("Quản lý hồ sơ",), "name in common: hồ sơ, quản lý (1.00)"),
    ],
)  # fmt: skip
def test_signs_in_one_line(one: tuple[str, ...], other: tuple[str, ...], why: str):
    assert match(one, other).why.en == why


def test_a_kind_that_stands_for_a_job_is_told_by_its_name():
    told = match(("Cổng TTĐT", "UBND phường Láng"), ("Trang thông tin điện tử", "UBND phường Ba Đình")).why
    assert told.vi.startswith("tên cùng: cổng, trang (1.00)")
    assert told.en.startswith("name in common: portal (1.00)")


def test_what_speaks_for_comes_first():
    favours = [sign.favours for sign in match(("Lễ hội hộ tịch", "Sở Y tế"), ("Lễ hội văn bản", "Sở Tư pháp")).signs]
    assert favours == sorted(favours, reverse=True)
    assert {True, False} == set(favours)


def test_one_owner_today_is_told_with_its_name(hanoi: am.Model):
    found = match(("Lễ hội", "Sở TT&TT"), ("Lễ hội", "Sở KH&CN"), hanoi)
    assert "one owner today: Sở TT&TT / Sở KH&CN" in found.why.en


def test_the_model_lends_what_it_records(hanoi: am.Model):
    aspects = {sign.aspect for found in duplicates(hanoi, "2026-11-22") for sign in found.signs}
    assert aspects >= {"name", "function", "owner", "kind", "level"}
    assert aspects & {"accesses", "used_by", "flow", "hosted_on", "address"}


def test_what_two_systems_have_in_common_is_called_by_its_name(hanoi: am.Model):
    told = [
        sign.words.vi for found in duplicates(hanoi, "2026-11-22") for sign in found.signs if sign.aspect == "realizes"
    ]
    functions = [element.name for element in hanoi.business_functions]
    assert told
    assert all(any(name in words for name in functions) for words in told)


def test_a_verdict_that_is_not_sure_says_so_first(hanoi: am.Model):
    unsure, sure = set(), set()
    for found in duplicates(hanoi, "2026-11-22"):
        against = [sign.words.en for sign in found.signs if not sign.favours]
        told = against[:1] == ["not sure to be one job, perhaps a part only"]
        (unsure if told else sure).add(frozenset((found.id_a, found.id_b)))
    assert frozenset(("airhanoi", "moitruongthudo")) in unsure
    assert frozenset(("chatbot-caugiay", "chatbot-tayho")) in sure


def test_an_overlap_claims_no_more_than_a_part(hanoi: am.Model):
    overlaps = [found for found in duplicates(hanoi, "2026-11-22") if found.verdict.value == "overlap"]
    assert overlaps
    assert not any(sign.aspect == "job" for found in overlaps for sign in found.signs)
