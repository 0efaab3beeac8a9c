"""A name taken apart: kinds, level, places and ideas."""

from __future__ import annotations

import pytest

from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.naming import taken_apart

OWN = frozenset(spelled("Hà Nội"))


@pytest.mark.parametrize(
    ("name", "ideas", "kinds", "level"),
    [
        ("Phần mềm QLVB&ĐH phường Cửa Nam", {"văn bản điều hành"}, {"system"}, None),
        ("CSDL đất đai", {"đất đai"}, {"database"}, None),
        ("Hệ thống CSDL đất đai Thành phố", {"đất đai"}, {"database"}, "province"),
        ("Phần mềm quản lý CSDL đất đai", {"đất đai"}, {"system", "database"}, None),
        ("Cổng TTĐT Sở Y tế", set(), {"portal"}, "province"),
        ("CSDL quốc gia về dân cư", {"dân cư"}, {"database"}, "national"),
        ("He thong quan ly van ban", {"văn bản điều hành"}, {"system"}, None),
        ("Đề án camera giám sát", {"camera giám sát"}, {"scheme"}, None),
        ("Hệ thống báo cáo TP Hà Nội v2.1", {"báo cáo"}, {"system"}, "province"),
        ("CSDL ngành y tế", {"y tế"}, {"database"}, None),
        ("Phần mềm kế toán MISA 2023", {"kế toán"}, {"system"}, None),
        ("Tổng đài 024.1022", {"tổng đài"}, {"channel"}, None),
    ],
)
def test_a_name_says_kind_level_and_job(name: str, ideas: set[str], kinds: set[str], level: str | None):
    found = taken_apart(name, OWN)
    known = {idea for idea, sort in found.ideas if sort in {"concept", "tool", "field", "sector"}}
    assert (known, found.kinds, found.level) == (ideas, kinds, level)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Cổng TTĐT phường Cửa Nam", ("phường", "cửa nam", "commune")),
        ("cổng ttđt phường cửa nam", ("phường", "cửa nam", "commune")),
        ("Trang tin UBND Q. Ba Đình", ("quận", "ba đình", "district")),
        ("Wifi công cộng hồ Gươm", ("hồ", "gươm", None)),
        ("HIS Bệnh viện đa khoa Xanh Pôn", ("bệnh viện", "xanh pôn", None)),
        ("Cổng thông tin tỉnh Bắc Ninh", ("tỉnh", "bắc ninh", "province")),
    ],
)
def test_a_place_is_read_before_the_job(name: str, place: tuple[str, str, str | None]):
    division, own_name, level = place
    assert taken_apart(name, OWN).places == ((division, " ".join(spelled(own_name)), level),)


def test_the_city_itself_is_no_place():
    found = taken_apart("Cổng dịch vụ công Hà Nội", OWN)
    assert found.places == ()
    assert found.says_own
    assert found.ideas == (("dịch vụ công", "concept"),)


def test_a_department_is_no_job():
    assert taken_apart("Cổng TTĐT Sở GTVT").department == " ".join(spelled("sở giao thông vận tải"))


def test_a_module_is_a_part():
    assert taken_apart("Phân hệ ký số").is_part
    assert not taken_apart("Hệ thống ký số").is_part


def test_syllables_no_one_knows_are_ideas_by_two():
    sorts = dict(taken_apart("Chăn thả lạc đà không bướu").ideas)
    assert sorts[" ".join(spelled("lạc đà"))] == "stretch"
    assert sorts[spelled("lạc")[0]] == "syllable"
    assert dict(taken_apart("Phần mềm kền kền").ideas)[" ".join(spelled("kền kền"))] == "word"


def test_a_comma_parts_words():
    assert " ".join(spelled("đà kền")) not in dict(taken_apart("nuôi lạc đà, kền kền").ideas)


def test_versions_and_phases_are_left_out():
    assert taken_apart("Phần mềm đất đai v3").ideas == taken_apart("Phần mềm đất đai phiên bản 3.0").ideas[:1]


def test_the_letter_some_keyboards_write_for_d_with_stroke():
    assert taken_apart("CSDL Ðất đai").ideas == taken_apart("CSDL Đất đai").ideas


def test_initials_are_of_the_job_alone():
    assert taken_apart("Phần mềm kiểm soát tài sản, thu nhập phường Láng").initials == "kststn"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Thuê dịch vụ CNTT hệ thống phòng họp không giấy", "Hệ thống phòng họp không giấy"),
        ("Gói thầu số 3: Cung cấp, lắp đặt hệ thống hội nghị truyền hình", "Hệ thống hội nghị truyền hình"),
        ("NANG CAP PHAN MEM QUAN LY TRUONG HOC", "PHAN MEM QUAN LY TRUONG HOC"),
        ("Dự án: Xây dựng cơ sở dữ liệu đất đai", "Cơ sở dữ liệu đất đai"),
        ("Phần mềm quản lý bến xe (VNPT)", "Phần mềm quản lý bến xe"),
        ("Hệ thống quản lý bến xe của Sở", "Hệ thống quản lý bến xe"),
    ],
)
def test_what_is_done_to_a_thing_or_who_made_it_is_no_job(written: str, plain: str):
    one, other = taken_apart(written), taken_apart(plain)
    assert (one.ideas, one.kinds, one.places) == (other.ideas, other.kinds, other.places)


def test_what_opens_no_name_of_a_thing_stays():
    assert ("xây dựng", "field") in taken_apart("Xây dựng").ideas
    assert ("cấp nước", "concept") in taken_apart("Cung cấp nước sạch").ideas


def test_a_part_named_behind_its_whole_is_a_part():
    found = taken_apart("Phần mềm QLVB&ĐH - Phân hệ ký số")
    assert found.is_part
    assert {"văn bản điều hành", "ký số"} <= dict(found.ideas).keys()


def test_what_any_system_may_be_called_does_not_part_a_phrase():
    plain, parted = taken_apart("Thi tìm hiểu pháp luật"), taken_apart("Thi trực tuyến tìm hiểu pháp luật")
    assert plain.ideas == parted.ideas


def test_an_address_says_a_job_without_spaces():
    assert ("tuyển sinh", "concept") in taken_apart("tuyensinhdaucap.hanoi").ideas
    assert ("việc làm", "concept") in taken_apart("vieclamhanoi").ideas


def test_letters_in_a_row_and_cooperatives_are_no_places():
    assert taken_apart("Hệ thống loa IP").places == ()
    assert taken_apart("Liên minh Hợp tác xã Hà Nội", OWN, body=True).places == ()
