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
        ("Văn phòng Đăng ký đất đai Hà Nội", "Chi nhánh Văn phòng đăng ký đất đai Hà Nội khu vực Gia Lâm", "CN VPĐKĐĐ huyện Đông Anh"),
        ("Công ty TNHH MTV ĐTPT Thủy lợi Sông Nhuệ", "Công ty Thủy lợi Sông Nhuệ", "Cty TL Sông Nhuệ"),
        ("Công ty TNHH Một thành viên Thoát nước Hà Nội", "Công ty Thoát nước Hà Nội"),
        ("Công ty TNHH MTV Vườn thú Hà Nội", "Vườn thú Hà Nội"),
        ("Tổng công ty Cảng hàng không Việt Nam - CTCP", "ACV"),
        ("Tập đoàn Điện lực Việt Nam", "EVN", "Vietnam Electricity (EVN)"),
        ("Viễn thông Hà Nội", "VNPT Hà Nội"),
        ("Ngân hàng TMCP Ngoại thương Việt Nam", "Vietcombank"),
        ("Ủy ban MTTQ Việt Nam thành phố Hà Nội", "UB MTTQ VN TP Hà Nội"),
        ("Ủy ban Trung ương MTTQ Việt Nam", "UBTW MTTQ VN"),
        ("Trung ương Hội Liên hiệp Phụ nữ Việt Nam", "TW Hội LHPN Việt Nam", "Hội LHPN Việt Nam"),
        ("TW Đoàn TNCS HCM", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Trung ương Đoàn"),
        ("KBNN Hà Nội", "Kho bạc Nhà nước khu vực I", "KBNN khu vực 1"),
        ("Cục Hải quan Hải Phòng", "Chi cục Hải quan khu vực III", "Hải quan KV III"),
        ("BHXH khu vực I", "Bảo hiểm xã hội TP Hà Nội"),
        ("Tổng cục Khí tượng Thủy văn - Bộ TN&MT", "Cục KTTV - Bộ NN&MT", "Cục Khí tượng Thủy văn"),
        ("Cục Việc làm - Bộ LĐTBXH", "Cục Việc làm (Bộ Nội vụ)"),
        ("Kho bạc Nhà nước Việt Nam", "Kho bạc Nhà nước (Bộ Tài chính)"),
        ("BVĐK Đức Giang", "Bệnh viện đa khoa Đức Giang (Sở Y tế Hà Nội)"),
        ("Bộ VH,TT&DL", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Trung tâm Xúc tiến ĐT, TM, DL TP Hà Nội", "Trung tâm Xúc tiến Đầu tư, Thương mại, Du lịch thành phố Hà Nội"),
        ("Báo Hànộimới", "Cơ quan Báo và Phát thanh, Truyền hình Hà Nội"),
        ("Văn phòng Đăng ký đất đai Hà Nội", "VAN PHONG DANG KY DAT DAI HA NOI"),
        ("Ngân hàng CSXH Việt Nam", "NHCSXH"),
        ("Công ty CP FPT", "FPT"),
        ("Trường THPT Chuyên Lê Hồng Phong (Nam Định)", "THPT chuyên Lê Hồng Phong, Nam Định"),
        ("Department of Finance, Hanoi", "Sở Tài chính TP Hà Nội"),
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
        ("Bệnh viện Bạch Mai (Bộ Y tế)", "Bộ Y tế"),
        ("Bệnh viện đa khoa Hà Đông", "Bệnh viện đa khoa Đông Anh"),
        ("Công ty Thủy lợi Sông Nhuệ", "Công ty Thủy lợi Sông Tích"),
        ("VNPT Hà Nội", "VNPT"),
        ("EVNHANOI", "EVN"),
        ("Kho bạc Nhà nước", "Kho bạc Nhà nước khu vực I"),
        ("KBNN khu vực I", "KBNN khu vực II"),
        ("Cục CNTT - Bộ Tư pháp", "Cục CNTT - Bộ GD&ĐT"),
        ("Trung tâm CNTT - Sở TN&MT Hà Nội", "Trung tâm CNTT - Sở GD&ĐT Hà Nội"),
        ("Cục Chuyển đổi số - Bộ NN&MT", "Cục Chuyển đổi số quốc gia"),
        ("Ủy ban MTTQ Việt Nam TP Hà Nội", "Ủy ban Trung ương MTTQ Việt Nam"),
        ("Hội Nông dân Việt Nam", "Hội Nông dân TP Hà Nội"),
    ],
)
def test_bodies_written_alike_stay_two(one: str, other: str):
    assert not same(one, other)
