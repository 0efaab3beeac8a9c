"""Which owners are one unit today, however their names are written and whatever became of them in 2025."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Row, subject_of
from archmodel.analysis.duplicates.verdict import one_unit

DAY = "2026-11-22"
HANOI = frozenset(spelled("Hà Nội"))


def are_one(one: str, other: str, model: am.Model | None = None) -> bool | None:
    lineage = Lineage(model, DAY, HANOI)
    return one_unit(*(subject_of(Row(name, "Hệ thống", name), lineage) for name in (one, other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế tỉnh Bình Dương", "Sở Y tế TP. Hồ Chí Minh"),
        ("Sở TT&TT tỉnh Sóc Trăng", "Sở KH&CN TP Cần Thơ"),
        ("UBND tỉnh Hà Nam", "Văn phòng UBND tỉnh Nam Định"),
        ("Sở KHCN tỉnh Hải Dương", "Sở Khoa học và Công nghệ TP Hải Phòng"),
        ("STP Nghệ An", "Sở Tư pháp tỉnh Nghệ An"),
        ("Sở Quy hoạch - Kiến trúc TPHCM", "Sở QHKT thành phố Hồ Chí Minh"),
        ("Tổng cục Thuế", "Cục Thuế - Bộ Tài chính"),
        ("Cục Cảnh sát giao thông", "Cục CSGT - Bộ Công an"),
        ("Bộ Công an", "Cục C06 - Bộ CA"),
        ("Bảo hiểm xã hội Việt Nam", "BHXH VN"),
        ("TTXVN", "Thông tấn xã Việt Nam"),
        ("Bệnh viện Đa khoa Xanh Pôn", "BV Xanh Pôn"),
        ("Công ty Nước sạch Hà Nội", "Công ty TNHH MTV Nước sạch HN"),
        ("EVN Hà Nội", "Tổng công ty Điện lực TP Hà Nội"),
        ("Ban Phục vụ lễ tang Hà Nội", "Ban PVLT Hà Nội"),
        ("UBND xã Nội Bài", "Văn phòng HĐND và UBND xã Nội Bài"),
        ("Phòng Quản lý xuất nhập cảnh Công an Hà Nội", "Công an TP Hà Nội"),
        ("Trung tâm Phục vụ hành chính công TP Hà Nội", "UBND TP Hà Nội"),
        ("Trung tâm Lưu trữ lịch sử tỉnh Phú Yên", "Sở Nội vụ tỉnh Đắk Lắk"),
    ],
)
def test_one_unit_by_two_names(one: str, other: str) -> None:
    assert are_one(one, other) is True
    assert are_one(other, one) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Hà Nam", "UBND tỉnh Thái Bình"),
        ("UBND TP Vinh", "UBND tỉnh Nghệ An"),
        ("Cục Thống kê tỉnh Nghệ An", "Cục Thống kê tỉnh Hà Tĩnh"),
        ("Cục CSGT - Bộ Công an", "Cục C06 - Bộ Công an"),
        ("Bệnh viện Nhi Hà Nội", "Bệnh viện Tim Hà Nội"),
        ("Chi cục Kiểm lâm Hà Nội", "Chi cục Thủy lợi Hà Nội"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Y tế"),
        ("Thanh tra tỉnh Quảng Ninh", "Thanh tra thành phố Hà Nội"),
    ],
)
def test_two_units(one: str, other: str) -> None:
    assert are_one(one, other) is False
    assert are_one(other, one) is False


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("BCHQS quận Long Biên", "Ban Chỉ huy quân sự phường Bồ Đề", True),
        ("UBND quận Cầu Giấy", "UBND phường Cầu Giấy", True),
        ("UBND quận Cầu Giấy", "UBND phường Thanh Xuân", False),  # one of its six units was of the district
    ],
)
def test_a_former_district_by_the_succession_of_the_catalogue(
    hanoi: am.Model, one: str, other: str, same: bool
) -> None:
    assert are_one(one, other, hanoi) is same


def test_an_address_without_accents_names_a_place_of_the_catalogue(hanoi: am.Model) -> None:
    lineage = Lineage(hanoi, DAY, HANOI)
    assert (found := lineage.of_address("hoankiem360")) is not None
    assert are_one(f"UBND {found.place}", "UBND phường Hoàn Kiếm", hanoi) is True
    assert lineage.of_address("moitruongthudo") is None


def test_a_department_without_accents_has_the_succession_of_its_full_name() -> None:
    assert are_one("SO THONG TIN VA TRUYEN THONG TINH LONG AN", "Sở KH&CN tỉnh Tây Ninh") is True


def test_a_province_that_only_a_name_gives_may_mean_any_body_of_it() -> None:
    lineage = Lineage(None, DAY, HANOI)
    mail, prices = (
        subject_of(Row(str(at), name, owner), lineage)
        for at, (name, owner) in enumerate(
            [("Mail công vụ tỉnh Yên Bái", ""), ("CSDL giá", "Sở Tài chính tỉnh Yên Bái")]
        )
    )
    merged, elsewhere = (
        subject_of(Row(place, "CSDL giá", f"Sở Tài chính tỉnh {place}"), lineage) for place in ("Lào Cai", "Sơn La")
    )
    assert one_unit(mail, prices) is None
    assert one_unit(merged, mail) is None
    assert one_unit(mail, elsewhere) is False
