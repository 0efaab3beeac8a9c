"""How names are read: heads and what they leave, English names, vendors, acronyms the name itself explains."""

from __future__ import annotations

import pytest

from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Job, Row, subject_of


def job(name: str, function: str = "") -> Job:
    return subject_of(Row("1", name, "Sở A", function), Lineage(None, "2026-11-22", frozenset())).job


def ideas(name: str) -> set[str]:
    return {idea for idea, sort in job(name).name if sort not in {"generic", "syllable"}}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kho dữ liệu mở", "Open data portal"),
        ("VNPT-HIS", "Phần mềm quản lý bệnh viện"),
        ("PMIS", "Quản lý cán bộ công chức"),
        ("V20", "Phần mềm trạm y tế"),
        ("National Public Service Portal", "Cổng dịch vụ công"),
        ("Lưu trữ và truyền tải hình ảnh y tế", "PACS"),
        ("THU DIEN TU CONG VU TINH SOC TRANG", "Thư điện tử công vụ"),
        ("Quan trắc nước thải", "Xử lý nước thải"),
    ],
)
def test_names_of_one_job(name: str, other: str) -> None:
    assert ideas(name) - {"quan trắc", "giải quyết"} == ideas(other) - {"quan trắc", "giải quyết"}


@pytest.mark.parametrize(
    ("name", "not_said"),
    [
        ("NVQS - Nhân viên quản sinh", "nghĩa vụ quân sự"),
        ("EMR - Equipment Maintenance Record", "bệnh án điện tử"),
        ("HĐĐT - hợp đồng đào tạo", "hóa đơn điện tử"),
        ("Hệ thống thông tin nguồn nước", "thông tin nguồn"),
        ("CSDL giá đất", "giá cả thị trường"),
        ("SOC TRANG: CONG THONG TIN", "giám sát an toàn thông tin"),
    ],
)
def test_what_a_name_does_not_say(name: str, not_said: str) -> None:
    assert not_said not in ideas(name)


def test_a_scheme_opens_its_name() -> None:
    assert job("Đề án tổng thể về camera giám sát").kinds >= {"scheme"}
    assert "scheme" not in job("Quản lý dự án ODA", "Dự án vay nước ngoài").kinds
    assert job("Vinh Phuc Tourism Portal").kinds == {"portal"}
