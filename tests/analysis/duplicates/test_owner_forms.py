"""One body however an agency writes it, and two bodies that are written much alike."""

from __future__ import annotations

from itertools import combinations

import pytest

from archmodel.analysis.duplicates.bodies import body_named, one_body
from archmodel.analysis.duplicates.lexicon import spelled

OWN = frozenset(spelled("Hà Nội"))


def same(one: str, other: str) -> bool:
    bodies = [body_named(text, OWN) for text in (one, other)]
    assert bodies[0] is not None
    assert bodies[1] is not None
    return one_body(bodies[0], bodies[1])


@pytest.mark.parametrize(
    "forms",
    [
        ("Sở Giáo dục và Đào tạo Hà Nội", "SGDĐT Hà Nội", "SO GIAO DUC VA DAO TAO HA NOI", "Hanoi Department of Education and Training"),
        ("UBND phường Cửa Nam", "UBND p.Cửa Nam, Hà Nội", "Ủy ban nhân dân P. Cửa Nam"),
        ("Công an thành phố Hà Nội", "CATP Hà Nội", "CA TP HN"),
        ("Chi cục Thống kê thành phố Hà Nội", "Cục Thống kê TP Hà Nội", "Thống kê thành phố Hà Nội"),
        ("Trung tâm Kiểm soát bệnh tật thành phố Hà Nội", "CDC Hà Nội", "TTKSBT Hà Nội"),
        ("Trung tâm Y tế huyện Ba Vì", "TTYT Ba Vì"),
        ("Trường Mầm non Hoa Sen", "MN Hoa Sen"),
        ("Đại học Bách khoa Hà Nội", "Trường ĐHBK Hà Nội", "HUST"),
        ("Công ty TNHH MTV Thoát nước Hà Nội", "Cty Thoát nước HN", "HSDC"),
        ("Ban Quản lý dự án đầu tư xây dựng công trình giao thông thành phố Hà Nội", "Ban QLDA Giao thông Hà Nội"),
        ("Thành đoàn Hà Nội", "Đoàn TNCS Hồ Chí Minh thành phố Hà Nội"),
        ("Ủy ban MTTQ Việt Nam thành phố Hà Nội", "Mặt trận Tổ quốc TP Hà Nội"),
        ("Bệnh viện Bạch Mai", "BVBM", "Bach Mai Hospital"),
        ("Bộ Y tế", "BYT", "Ministry of Health"),
        ("Sở Lao động, Thương binh và Xã hội Hà Nội", "Sở LĐTBXH TP Hà Nội"),
        ("Trường THPT Chu Văn An, Hà Nội", "THPT Chu Văn An"),
        ("Ban Tổ chức Tỉnh ủy Hưng Yên", "BTC Tỉnh uỷ Hưng Yên"),
        ("Văn phòng Đăng ký đất đai Hà Nội", "VP ĐKĐĐ TP Hà Nội"),
    ],
)  # fmt: skip
def test_a_body_is_one_however_it_is_written(forms: tuple[str, ...]):
    assert [(one, other) for one, other in combinations(forms, 2) if not same(one, other)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trung tâm Y tế quận Ba Đình", "Trung tâm Y tế phường Ba Đình"),
        ("Cục Thống kê", "Chi cục Thống kê thành phố Hà Nội"),
        ("Văn phòng Đăng ký đất đai Hà Nội", "Đài Hà Nội"),
        ("Trường THPT Chu Văn An", "Trường THCS Chu Văn An"),
        ("Công ty Nước sạch Hà Nội", "Công ty Thoát nước Hà Nội"),
        ("Sở Y tế Hà Nội", "Sở Y tế tỉnh Bắc Ninh"),
        ("Bệnh viện Bạch Mai", "BVVĐ"),
    ],
)
def test_bodies_written_alike_stay_two(one: str, other: str):
    assert not same(one, other)
