"""Q1-Q9 and CK01-CK12 on literal rows: a sound workbook passes each, and one changed cell brings each to its outcome."""

from __future__ import annotations

from typing import Any

import pytest

import archmodel as am
from archmodel.checks.rule import Outcome
from archmodel.interchange.workbook.cells import Book, Row, read_cell
from archmodel.interchange.workbook.checking import CHECKS, as_json, as_text, results
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, VERSIONS, WORK, Form, form_of

DAY = "2026-11-22"
Sheets = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def form(hanoi: am.Model) -> Form:
    return form_of(hanoi, DAY)


def sound(form: Form, tag: str = "") -> Sheets:
    """A workbook with nothing to say against it: one object a layer, one flow, one gap, the five parts of the dossier."""
    thing = {
        "record": "Bản ghi gốc", "source_code": "Không áp dụng", "type": "Hệ thống số/hệ thống thông tin",
        "component": "Không áp dụng", "model_state": "Hiện trạng", "scope": "Cấp tỉnh", "sharing": "Cấp tỉnh",
        "owner": "Sở A", "operator": "Sở A", "technical_contact": "Phòng B", "data_owner": "Sở A", "state": "Đang vận hành",
        "usage": "Không áp dụng", "disposition": "Tiếp tục sử dụng", "source": "QĐ 1", "confirmer": "Phòng B", "note": "Không áp dụng",
    }  # fmt: skip
    objects = [
        thing | {"code": f"KT-{n}{tag}", "name": f"Hệ thống {n}{tag}", "layer": root.name or "", "component": "Dữ liệu"
                 if root.name in form.layered else "Không áp dụng"}
        for n, root in enumerate(form.roots)
    ]  # fmt: skip
    objects[1] |= {
        "code": f"LQ-1{tag}", "record": "Bản ghi tham chiếu", "source_code": f"BO-1{tag}", "usage": "Đang khai thác",
        "state": "Không áp dụng", "scope": "Quốc gia",
    }  # fmt: skip
    link = {
        "code": "QH-1", "source": objects[0]["code"], "type": "Trao đổi dữ liệu", "target": objects[1]["code"], "content": "hồ sơ",
        "channel": "LGSP; API", "state": "Đang khai thác", "service_level": "Hằng ngày", "basis": "QĐ 1",
        "protection": "Nội bộ", "counterpart": "Sở A", "note": "Không áp dụng",
    }  # fmt: skip
    place = {
        "general_model": "A", "own_model": "A", "commune_model": "Không áp dụng", "framework": "Khung", "issuer": "Thủ tướng",
        "edition": "1.0", "entry": "A", "mapping": "Tham chiếu", "position": "Không áp dụng", "result": "Không áp dụng",
    }  # fmt: skip
    mappings = [place | {"code": row["code"]} for row in objects]
    mappings[0]["position"] = "SĐ-T-01"
    task = dict.fromkeys((c.field or "" for c in form.table(WORK).columns), "Không áp dụng") | {
        "gap": "ND-1", "objects": objects[0]["code"], "current": "chưa có", "requirement": "có", "change": "bổ sung",
        "option": "Bổ sung mới", "task": f"NV-1{tag}", "task_name": f"Xây dựng{tag}", "result": "hệ thống", "lead": "Sở A",
        "resources": "ngân sách", "programme": "Kế hoạch 1", "criterion": "nghiệm thu", "readiness": "Đầy đủ",
        "state": "Đang thực hiện", "note": "Mã, vị trí tại nguồn: mục II",
    }  # fmt: skip
    part = {
        "framework_type": "Khung kiến trúc Chính quyền số cấp tỉnh", "version": "2.0", "day": DAY, "shows": "Hiện trạng",
        "issuer": "UBND", "source_file": "a.drawio", "classification": "Công khai", "note": "Không áp dụng",
    }  # fmt: skip
    versions = [
        part | {"part": "Mẫu 01", "code": "QĐ 2", "name": "Khung kiến trúc số thành phố X"},
        *(part | {"part": "Mẫu 02", "code": code, "name": code} for code in form.diagrams),
        part | {"part": "Mẫu 03", "code": "Mẫu 03", "name": "Bộ bảng"},
    ]
    return {OBJECTS: objects, LINKS: [link], MAPPINGS: mappings, WORK: [task], VERSIONS: versions}


def book(form: Form, sheets: Sheets) -> Book:
    rows = {
        table: tuple(Row(n, {field: read_cell(text) for field, text in row.items()}) for n, row in enumerate(found, 2))
        for table, found in sheets.items()
    }
    return Book(form, rows)


def judged(form: Form, sheets: Sheets) -> dict[str, Any]:
    other = book(form, sound(form, "x"))
    return {result.key: result for result in results(book(form, sheets), (other,), {"KT-0": {"name": "Hệ thống 0"}})}


def test_a_sound_workbook_passes_every_check(form: Form) -> None:
    assert {key: r.outcome for key, r in judged(form, sound(form)).items()} == dict.fromkeys(CHECKS, Outcome.PASS)


F, I = Outcome.FAIL, Outcome.INSUFFICIENT  # noqa: E741
CASES = [
    ("Q1", OBJECTS, 1, "code", "kt-0", F, "DM_DOITUONG!A3"),
    ("Q1", OBJECTS, 1, "code", "", F, "DM_DOITUONG!A3"),
    ("Q2", MAPPINGS, 0, "code", "KT-99", F, "ANHXA!A2"),
    ("Q2", MAPPINGS, 2, "position", "Sơ đồ SĐ-T-02", F, "ANHXA!A4"),
    ("Q2", MAPPINGS, 0, "position", "Chưa xác định", I, ""),
    ("Q3", WORK, 0, "task", "Không áp dụng", F, "HOANTHIEN_NV!H2"),
    ("Q3", WORK, 0, "task", "Chưa xác định", I, "HOANTHIEN_NV!H2"),
    ("Q3", WORK, 0, "resources", "Không áp dụng", F, "HOANTHIEN_NV!O2"),
    ("Q3", WORK, 0, "criterion", "Chưa xác định", I, "HOANTHIEN_NV!S2"),
    ("Q3", WORK, 0, "gap", "Chưa xác định", I, ""),
    ("Q4", OBJECTS, 0, "name", "Tên khác", F, "DM_DOITUONG!D2"),
    ("Q4", OBJECTS, 2, "code", "KT-0", F, "DM_DOITUONG!D4"),
    ("Q4", VERSIONS, 4, "version", "1.0", F, "LS_PHIENBAN!E6"),
    ("Q5", OBJECTS, 0, "note", "máy chủ 10.1.2.3", F, "DM_DOITUONG!T2"),
    ("Q5", LINKS, 0, "note", "password: x1", F, "QH_KETNOI!L2"),
    ("Q6", OBJECTS, 0, "owner", "", F, "DM_DOITUONG!K2"),
    ("Q6", OBJECTS, 0, "owner", "Chưa xác định", I, "DM_DOITUONG!K2"),
    ("Q6", OBJECTS, 0, "scope", "Toàn cầu", F, "DM_DOITUONG!I2"),
    ("Q6", OBJECTS, 0, "state", "Không áp dụng", F, "DM_DOITUONG!O2"),
    ("Q6", OBJECTS, 1, "usage", "Không áp dụng", F, "DM_DOITUONG!P3"),
    ("Q6", OBJECTS, 0, "component", "Không áp dụng", F, "DM_DOITUONG!G2"),
    ("Q6", LINKS, 0, "target", "KT-99", F, "QH_KETNOI!D2"),
    ("Q6", LINKS, 0, "channel", "LGSP; Bồ câu", F, "QH_KETNOI!F2"),
    ("Q6", LINKS, 0, "protection", "Không áp dụng", F, "QH_KETNOI!J2"),
    ("Q6", MAPPINGS, 1, "code", "KT-0", F, "ANHXA!A3"),
    ("Q7", OBJECTS, 2, "name", "Hệ thống 2x", F, "DM_DOITUONG!A4"),
    ("Q7", OBJECTS, 2, "name", "Hệ thống 0", F, "DM_DOITUONG!A4"),
    ("Q7", WORK, 0, "task_name", "Xây dựngx", F, "HOANTHIEN_NV!H2"),
    ("Q8", OBJECTS, 1, "source_code", "", F, "DM_DOITUONG!C3"),
    ("Q8", OBJECTS, 1, "source_code", "Chưa xác định", I, "DM_DOITUONG!C3"),
    ("Q8", MAPPINGS, 1, "code", "KT-0", F, "DM_DOITUONG!A3"),
    ("Q8", MAPPINGS, 1, "issuer", "Chưa xác định", I, "ANHXA!F3"),
    ("Q9", WORK, 0, "note", "Không áp dụng", I, "HOANTHIEN_NV!H2"),
    ("Q9", WORK, 0, "task", "A1; A2", F, "HOANTHIEN_NV!H2"),
    ("CK01", VERSIONS, 0, "framework_type", "Khung nhà", F, "LS_PHIENBAN!D2"),
    ("CK01", VERSIONS, 0, "name", "Đề án", F, "LS_PHIENBAN!C2"),
    ("CK01", VERSIONS, 0, "name", "Chưa xác định", I, "LS_PHIENBAN!C2"),
    ("CK02", VERSIONS, 1, "code", "SĐ-04", F, "LS_PHIENBAN"),
    ("CK02", VERSIONS, 1, "source_file", "Chưa xác định", I, "LS_PHIENBAN!I3"),
    ("CK02", VERSIONS, 1, "source_file", "Không áp dụng", F, "LS_PHIENBAN!I3"),
    ("CK03", OBJECTS, 3, "layer", "Khác", F, "DM_DOITUONG"),
    ("CK03", OBJECTS, 3, "layer", "Chưa xác định", I, "DM_DOITUONG"),
    ("CK04", OBJECTS, 0, "confirmer", "", F, "DM_DOITUONG!S2"),
    ("CK04", OBJECTS, 0, "owner", "Chưa xác định", I, "DM_DOITUONG!K2"),
    ("CK05", OBJECTS, 2, "name", "HỆ THỐNG 0", F, "DM_DOITUONG!D4"),
    ("CK05", OBJECTS, 2, "source_code", "BO-1", F, "DM_DOITUONG!D4"),
    ("CK06", LINKS, 0, "content", "", F, "QH_KETNOI!E2"),
    ("CK06", LINKS, 0, "content", "Chưa xác định", I, "QH_KETNOI!E2"),
    ("CK07", WORK, 0, "requirement", "chưa có", F, "HOANTHIEN_NV!D2"),
    ("CK07", WORK, 0, "option", "Chưa xác định", I, "HOANTHIEN_NV!F2"),
    ("CK07", OBJECTS, 0, "model_state", "", F, "DM_DOITUONG!H2"),
    ("CK08", OBJECTS, 0, "sharing", "", F, "DM_DOITUONG!J2"),
    ("CK08", OBJECTS, 0, "sharing", "Chưa xác định", I, "DM_DOITUONG!J2"),
    ("CK09", VERSIONS, 4, "version", "1.0", F, "LS_PHIENBAN!E6"),
    ("CK09", VERSIONS, 4, "version", "Chưa xác định", I, "LS_PHIENBAN!E6"),
    ("CK10", OBJECTS, 0, "scope", "Ngành, lĩnh vực", F, "DM_DOITUONG!B2"),
    ("CK10", OBJECTS, 0, "record", "Chưa xác định", I, "DM_DOITUONG!B2"),
    ("CK11", OBJECTS, 2, "name", "Hệ thống 2x", F, "DM_DOITUONG!A4"),
    ("CK12", LINKS, 0, "protection", "Chưa xác định", I, "QH_KETNOI!J2"),
    ("CK12", VERSIONS, 0, "classification", "", F, "LS_PHIENBAN!J2"),
]


@pytest.mark.parametrize(("key", "table", "n", "field", "text", "outcome", "cell"), CASES)
def test_one_changed_cell_is_found(
    form: Form, key: str, table: str, n: int, field: str, text: str, outcome: Outcome, cell: str
) -> None:
    sheets = sound(form)
    sheets[table][n][field] = text
    result = judged(form, sheets)[key]
    assert (result.outcome, result.remarks[0].cell) == (outcome, cell)


def test_every_check_is_seen_to_fail() -> None:
    assert {case[0] for case in CASES if case[5] is F} == set(CHECKS)


def test_every_check_of_the_framework_has_a_function(form: Form) -> None:
    assert [e.key for listing in form.edition.of_sort("check") for e in listing.entries] == list(CHECKS)


def test_without_other_files_what_they_would_tell_is_insufficient(form: Form) -> None:
    found = {result.key: result.outcome for result in results(book(form, sound(form)))}
    assert [key for key, outcome in found.items() if outcome is I] == ["Q4", "Q7", "CK11"]


def test_an_empty_workbook_passes_nothing(form: Form) -> None:
    assert not [r.key for r in results(book(form, {table: [] for table in sound(form)})) if r.outcome is Outcome.PASS]


def test_a_check_without_anything_to_judge_is_not_applicable(form: Form) -> None:
    sheets = sound(form)
    sheets[OBJECTS][1]["record"] = "Bản ghi gốc"
    assert judged(form, sheets)["Q8"].outcome is Outcome.NOT_APPLICABLE


def test_more_remarks_than_are_told_are_counted(form: Form) -> None:
    sheets = sound(form)
    sheets[OBJECTS] += [sheets[OBJECTS][0]] * 30
    result = judged(form, sheets)["Q1"]
    assert (len(result.remarks), result.more) == (20, 10)


def test_the_report_tells_key_outcome_place_and_words(form: Form) -> None:
    sheets = sound(form)
    sheets[OBJECTS][0]["owner"] = ""
    found = results(book(form, sheets))
    assert (
        "CK04  Chưa đáp ứng: Rõ chủ quản, phạm vi, trách nhiệm.\n      DM_DOITUONG!K2: ô 'Cơ quan chủ quản' để trống"
        in as_text(found)
    )
    assert "CK04  Fail: Ownership, scope and duties are plain." in as_text(found, "en")
    assert '"key": "CK04",\n      "outcome": "fail"' in as_json(found)
