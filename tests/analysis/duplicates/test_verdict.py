"""Gates decide the verdict: part, kind, level, locality, unit; the score decides the rank."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Row, subject_of
from archmodel.analysis.duplicates.verdict import Ruling, alike, one_unit, ruled

DAY, NONE = "2026-11-22", Rarity([])


@pytest.fixture(scope="module")
def lineage(hanoi: am.Model) -> Lineage:
    return Lineage(hanoi, DAY, frozenset(spelled("Hà Nội")))


def ruling(lineage: Lineage, one: tuple[str, ...], other: tuple[str, ...]) -> Ruling:
    mine, theirs = (subject_of(Row(str(at), *cells), lineage) for at, cells in enumerate((one, other)))
    return ruled(mine, theirs, alike(mine.job, theirs.job, NONE, one_agency=one_unit(mine, theirs) is True))


@pytest.mark.parametrize(
    ("one", "other", "verdict", "gate"),
    [
        (("QLVB", "Sở Y tế"), ("Phần mềm quản lý văn bản và điều hành", "SYT"), "duplicate", "unit"),
        (("QLVB",), ("Phần mềm quản lý văn bản",), "duplicate", "unit unknown"),
        (("QLVB", "Sở Y tế"), ("Văn phòng điện tử", "Sở Tư pháp"), "family", "unit"),
        (("Cổng TTĐT", "UBND quận Ba Đình"), ("Cổng TTĐT", "UBND phường Ba Đình"), "duplicate", "unit"),
        (("Cổng TTĐT phường Láng",), ("Trang tin phường Ba Đình",), "family", "unit"),
        (("CSDL quốc gia về dân cư",), ("CSDL dân cư Hà Nội",), "overlap", "level"),
        (("Phần mềm tài sản công", "Sở Tài chính"), ("CSDL tài sản công", "Sở Tài chính"), "overlap", "kind"),
        (("Đề án chiếu sáng", "Sở Xây dựng"), ("Hệ thống chiếu sáng", "Sở Xây dựng"), "overlap", "kind"),
        (("Chiếu sáng", "Sở Xây dựng"), ("CSDL chiếu sáng", "Sở Xây dựng"), "overlap", "kind"),
        (("Phân hệ lễ hội", "Sở Y tế"), ("Phần mềm lễ hội", "Sở Y tế"), "overlap", "part"),
        (("LIS", "Bệnh viện Tim"), ("HIS", "Bệnh viện Tim", "Khám bệnh, xét nghiệm, viện phí"), "overlap", "part"),
        (("Giám sát thoát nước",), ("Giám sát cấp nước",), "different", "job"),
        (("Camera giám sát đường Láng", "Công an TP"), ("Camera phố Huế", "Công an TP"), "family", "unit"),
        (("Xe buýt", "TRAMOC"), ("Giám sát xe buýt", "Sở Xây dựng"), "duplicate", "unit"),
        (("Bảo trợ xã hội", "Sở LĐTBXH"), ("Trợ cấp xã hội", "Sở Y tế"), "duplicate", "unit"),
    ],
)
def test_a_gate_decides(lineage: Lineage, one: tuple[str, ...], other: tuple[str, ...], verdict: str, gate: str):
    found = ruling(lineage, one, other)
    assert (found.verdict.value, found.gate) == (verdict, gate)


def test_function_texts_that_say_the_same_outweigh_names_and_kinds(lineage: Lineage):
    does = "Cấp và quản lý mã số vùng trồng"
    assert ruling(lineage, ("ECO", "Sở NN&MT", does), ("Sổ tay", "Sở NN&MT", does)).verdict.value == "duplicate"
    kinds = ruling(lineage, ("CSDL vùng trồng", "Sở NN&MT", does), ("Phần mềm vùng trồng", "Sở NN&MT", does))
    assert kinds.verdict.value == "duplicate"


def test_one_vague_name_for_two_jobs_is_not_one_job(lineage: Lineage):
    one = ("Quản lý hồ sơ", "Sở Nội vụ", "Hồ sơ người có công")
    other = ("Quản lý hồ sơ", "Sở Nội vụ", "Hồ sơ hội, quỹ từ thiện")
    assert ruling(lineage, one, other).verdict.value == "different"


def test_a_text_contained_in_another_makes_a_part_where_names_say_two_jobs(lineage: Lineage):
    whole = ("Quản lý văn bản", "Sở Nội vụ", "Xử lý văn bản, ký số, giao nhiệm vụ, lịch công tác")
    part = ("Hệ thống ký số", "Sở Nội vụ", "Ký số")
    assert ruling(lineage, whole, part).verdict.value == "overlap"


def test_a_function_finds_the_job_a_brand_hides(lineage: Lineage):
    brand = ("VXQ", "Sở Y tế", "Quản lý nhà thuốc")
    assert ruling(lineage, brand, ("Phần mềm nhà thuốc", "Sở Y tế")).verdict.value == "duplicate"


@pytest.mark.parametrize("cells", [("", "", "xã, phường"), ("Sổ hộ tịch",), ("", "Sổ hộ tịch")])
def test_a_column_only_one_side_fills_counts_against_nothing(lineage: Lineage, cells: tuple[str, ...]):
    bare = ("Phần mềm hộ tịch", "UBND phường Láng")
    plain = ruling(lineage, bare, bare)
    assert ruling(lineage, bare, (*bare, *cells)).score >= plain.score
