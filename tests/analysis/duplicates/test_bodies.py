"""Whose a system is today: by the catalogue's succession, or by what was the same in every province."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.lineage import Lineage

DAY = "2026-11-22"
OWN = frozenset(spelled("Hà Nội"))


@pytest.fixture(scope="module")
def lineage(hanoi: am.Model) -> Lineage:
    return Lineage(hanoi, DAY, OWN)


def today(lineage: Lineage, owner: str, *ideas: str) -> frozenset[str]:
    body = lineage.named(owner)
    assert body is not None
    return lineage.today(body, ideas)


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Sở Y tế", "so-yte"),
        ("SYT Hà Nội", "so-yte"),
        ("Sở Y tế thành phố Hà Nội", "so-yte"),
        ("Sở TT&TT", "so-khcn"),
        ("Sở Kế hoạch và Đầu tư", "so-taichinh"),
        ("Ban Dân tộc", "so-dttg"),
    ],
)
def test_a_department_is_found_however_it_is_written(lineage: Lineage, written: str, id: str):
    assert today(lineage, written) == {id}


def test_a_health_facility_is_no_department(lineage: Lineage):
    facility = lineage.named("Cơ sở y tế")
    assert facility is not None
    assert facility.key != (lineage.named("Sở Y tế") or facility._replace(title="")).key


def test_a_centre_answers_with_the_department_it_works_for(lineage: Lineage):
    assert today(lineage, "TRAMOC") == {"tramoc", "so-xaydung"}
    assert today(lineage, "Văn phòng Đăng ký đất đai Hà Nội") == {"vpdkdd", "so-nnmt"}
    assert "ubnd-tp" not in today(lineage, "Sở Y tế")


def test_a_parted_department_is_answered_for_by_task(lineage: Lineage):
    assert today(lineage, "Sở LĐTBXH") == {"so-noivu"}
    assert today(lineage, "Sở LĐTBXH", "bảo trợ xã hội") == {"so-yte"}
    assert today(lineage, "Sở LĐTBXH", "việc làm") == {"so-noivu"}


def test_a_district_is_answered_for_by_its_wards(lineage: Lineage):
    wards = today(lineage, "UBND quận Ba Đình")
    assert today(lineage, "UBND phường Ba Đình") <= wards
    assert len(wards) > 1
    assert not today(lineage, "UBND phường Láng") <= today(lineage, "UBND phường Ba Đình")


def test_a_city_without_a_catalogue_has_the_reorganisation_of_all():
    lineage = Lineage(None, DAY, frozenset())
    assert today(lineage, "Sở TT&TT") == today(lineage, "Sở Khoa học và Công nghệ")
    assert today(lineage, "Sở Y tế") != today(lineage, "Sở Tư pháp")


def test_a_centre_is_no_township(lineage: Lineage):
    centre, township = lineage.named("TT Lưu trữ lịch sử"), lineage.named("TT Yên Viên")
    assert centre is not None
    assert township is not None
    assert centre.key == (lineage.named("Trung tâm Lưu trữ lịch sử") or township).key
    assert township.level == "commune"


def test_of_a_division_the_body_it_belongs_to_is_meant(lineage: Lineage):
    assert lineage.named("Phòng Tổ chức, Sở Y tế") == lineage.named("Sở Y tế")
    assert lineage.named("") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cục Y tế dự phòng (Bộ Y tế)", "Cục Phòng bệnh - Bộ Y tế"),
        ("Tổng cục Đường bộ Việt Nam", "Cục Đường bộ Việt Nam"),
        ("Cục Hàng hải Việt Nam", "Cục Hàng hải và Đường thủy Việt Nam"),
        ("Cục BVTV", "Cục Trồng trọt và BVTV - Bộ NN&MT"),
        ("Tổng cục Lâm nghiệp", "Cục Lâm nghiệp và Kiểm lâm"),
        ("Cục Tin học hóa - Bộ TT&TT", "Cục Chuyển đổi số quốc gia"),
        ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
        ("Ban Kinh tế Trung ương", "Ban Chính sách, chiến lược Trung ương"),
        ("Chi cục Trồng trọt và Bảo vệ thực vật tỉnh Đồng Tháp", "Chi cục TT&BVTV tỉnh Tiền Giang"),
        ("Chi cục Dân số - KHHGĐ Hà Nội", "Chi cục Dân số TP Hà Nội"),
        ("Đài PT-TH Bình Phước", "Báo và phát thanh, truyền hình Đồng Nai"),
        ("Chi nhánh VPĐKĐĐ huyện Lạng Giang, tỉnh Bắc Giang", "Văn phòng Đăng ký đất đai tỉnh Bắc Ninh"),
        ("Cuc Y te du phong (Bo Y te)", "Cục Phòng bệnh - Bộ Y tế"),
        ("So NN va PTNT Ha Noi", "Sở NN&MT Hà Nội"),
        ("Ban Tuyên giáo Tỉnh ủy Hải Dương", "Ban Tuyên giáo và Dân vận Thành ủy Hải Phòng"),
        ("Sở Y tế tỉnh BR-VT", "Sở Y tế Thành phố Hồ Chí Minh"),
    ],
)
def test_what_was_reorganised_is_one_with_what_answers_today(lineage: Lineage, before: str, after: str):
    one, other = today(lineage, before), today(lineage, after)
    assert one <= other or other <= one


@pytest.mark.parametrize(
    ("arm", "head"),
    [
        ("Ban Quản lý dự án đầu tư - hạ tầng xã Sóc Sơn", "UBND xã Sóc Sơn"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị phường Cửa Nam", "UBND phường Cửa Nam"),
        ("Văn phòng HĐND & UBND xã Gia Lâm", "UBND xã Gia Lâm"),
        ("Điểm PVHCC xã Quốc Oai", "UBND xã Quốc Oai"),
        ("Phòng Giáo dục và Đào tạo quận Đống Đa", "UBND quận Đống Đa"),
        ("Trung tâm CNTT - Bộ Khoa học và Công nghệ", "Bộ KH&CN"),
        ("Chi cục Kiểm lâm, Sở Nông nghiệp và Môi trường TP Hà Nội", "Sở NN&MT Hà Nội"),
    ],
)
def test_what_works_for_a_body_answers_with_it(lineage: Lineage, arm: str, head: str):
    assert today(lineage, head) <= today(lineage, arm)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ban Quản lý dự án đầu tư - hạ tầng phường Hà Đông", "UBND phường Kiến Hưng"),
        ("Phòng Kinh tế xã Thanh Trì", "Phòng Văn hóa - Xã hội xã Thanh Trì"),
        ("Công ty CP Cấp nước Hải Phòng", "Công ty CP Cấp nước Hải Dương"),
        ("Bệnh viện đa khoa tỉnh Hà Nam", "Bệnh viện đa khoa tỉnh Ninh Bình"),
        ("Cục Thuế TP Hà Nội", "Bộ Tài chính"),
        ("UBND thành phố Bắc Giang", "UBND tỉnh Bắc Giang"),
        ("Chi cục Kiểm lâm Hà Nội", "Chi cục Thủy lợi Hà Nội"),
        ("Cục Trồng trọt và BVTV", "Cục Chăn nuôi và Thú y"),
        ("Phòng khám đa khoa phường Láng", "UBND phường Láng"),
    ],
)
def test_two_bodies_stay_two_today(lineage: Lineage, one: str, other: str):
    mine, theirs = today(lineage, one), today(lineage, other)
    assert not mine <= theirs
    assert not theirs <= mine
