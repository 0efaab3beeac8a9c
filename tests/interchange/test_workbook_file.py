"""The workbook as a file: what a spreadsheet program finds in it, and what comes back when it is read again."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import archmodel as am
from archmodel.checks.rule import Outcome
from archmodel.cli.commands import run
from archmodel.errors import ArchmodelError
from archmodel.interchange import workbook
from archmodel.interchange.workbook.cells import Standing
from archmodel.interchange.workbook.codes import Codes, relation_code
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, TABLES, VERSIONS, WORK, form_of
from archmodel.model.elements import Application, Dataset, Gap, Interface, Organisation, Task
from archmodel.model.framework import Edition
from archmodel.model.record import Element, Unknown
from archmodel.model.relations import Alignment, Flow, Link
from archmodel.text.days import holds

DAY = "2026-11-22"
HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://x")',
    "https://x.vn",
    "{=1}",
    "_x0041_",
    "<b>&\"'",
    "12",
)


def small(hanoi: am.Model, *elements: Element, relations: tuple[Any, ...] = ()) -> am.Model:
    return am.Model(elements, relations, reference=hanoi.reference, settings=hanoi.settings)


@pytest.fixture(scope="module")
def content(hanoi: am.Model) -> bytes:
    return workbook.written(hanoi, DAY)[0]


@pytest.fixture(scope="module")
def file(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def test_the_sheets_of_the_draft_come_in_its_order_then_our_two(file: Any) -> None:
    assert file.sheetnames == [
        "HUONG_DAN", "DM_DOITUONG", "QH_KETNOI", "ANHXA", "HOANTHIEN_NV", "DM_GIATRI", "TU_DIEN_TRUONG", "LS_PHIENBAN",
        "Nguồn", "Kiểm tra",
    ]  # fmt: skip


def test_headings_are_the_columns_of_the_form(hanoi: am.Model, file: Any) -> None:
    form = form_of(hanoi, DAY)
    for table in TABLES:
        assert [cell.value for cell in file[table][1]] == [column.name for column in form.table(table).columns]
        assert file[table].freeze_panes is not None
        assert file[table].auto_filter.ref is not None


def test_no_cell_of_a_table_is_empty_and_none_is_a_formula(file: Any) -> None:
    for sheet in file:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
        if sheet.title in TABLES:
            assert not [cell.coordinate for cell in cells if not cell.value]


def test_there_are_as_many_rows_as_records(hanoi: am.Model, file: Any) -> None:
    kinds = {"application", "interface", "dataset", "node", "network", "facility", "control", "service", "channel"}
    standing = {e.id for e in hanoi if holds(None, e.until, DAY)}
    ends = {end for flow in hanoi.flows for end in (flow.source, flow.target)}
    objects = {id for id in standing if hanoi[id].kind in kinds or id in ends}
    assert file[OBJECTS].max_row - 1 == len(objects)
    links = [r for r in hanoi.relations if r.type == "flow" or {r.source, r.target} <= objects]
    assert file[LINKS].max_row - 1 == len([r for r in links if holds(None, r.until, DAY)])
    placed = {(r.source, r.target) for r in hanoi.relations if r.type == "aligned_to" and r.source in objects}
    unplaced = objects - {source for source, target in placed if target.startswith("nat-1.0/")}
    assert file[MAPPINGS].max_row - 1 == len(placed) + len(unplaced)
    assert {row[7].value for row in file[WORK].iter_rows(min_row=2)} >= {f"NV-{task.id}" for task in hanoi.tasks}


def test_a_column_with_a_list_offers_it(file: Any) -> None:
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in file[OBJECTS].data_validations.dataValidation}
    assert offered["B2"] == "DS_DM_DOITUONG_record"
    names = file.defined_names["DS_DM_DOITUONG_record"].attr_text
    sheet, _, area = names.partition("!")
    values = [row[0].value for row in file[sheet][area.replace("$", "")]]
    assert values == ["Bản ghi gốc", "Bản ghi tham chiếu", "Không áp dụng", "Chưa xác định"]
    links = {str(rule.sqref).split(":")[0]: rule for rule in file[LINKS].data_validations.dataValidation}
    assert (links["B2"].formula1, links["B2"].errorStyle) == ("DS_MA_DM_DOITUONG", "warning")


def test_the_same_model_gives_the_same_bytes(hanoi: am.Model, content: bytes) -> None:
    assert workbook.written(hanoi, DAY)[0] == content


def test_hostile_text_stays_text(hanoi: am.Model, tmp_path: Path) -> None:
    model = small(hanoi, *(Application(id=f"a{n}", name=name) for n, name in enumerate(HOSTILE)))
    path = tmp_path / "a.xlsx"
    workbook.write(model, DAY, path)
    sheet = openpyxl.load_workbook(path)[OBJECTS]
    names = {row[0].value: row[3] for row in sheet.iter_rows(min_row=2)}
    for element in model:
        cell = names[f"KT-{element.id}"]
        assert (cell.value.strip(), cell.data_type, cell.hyperlink) == (element.name, "s", None)
    assert names["KT-a0"].quotePrefix


def test_what_is_read_back_is_what_was_written(hanoi: am.Model, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    told = workbook.write(hanoi, DAY, path)
    book = workbook.made(hanoi, DAY)
    again = workbook.read(path, book.form)
    for table in TABLES:
        assert [(r.line, dict(r.cells)) for r in again.rows(table)] == [
            (r.line, dict(r.cells)) for r in book.rows(table)
        ]
    assert workbook.checked(path, hanoi) == told


def edited(hanoi: am.Model, path: Path, change: Any) -> dict[str, Any]:
    workbook.write(small(hanoi, Application(id="a", name="A"), Application(id="b", name="B")), DAY, path)
    file = openpyxl.load_workbook(path)
    change(file)
    file.save(path)
    return {result.key: result for result in workbook.checked(path, hanoi)}


def test_a_cell_emptied_by_hand_is_found_where_it_stands(hanoi: am.Model, tmp_path: Path) -> None:
    def change(file: Any) -> None:
        file[OBJECTS].insert_rows(1, 2)
        file[OBJECTS].insert_cols(1)
        file[OBJECTS]["E5"] = None

    remark = edited(hanoi, tmp_path / "a.xlsx", change)["Q6"].remarks[0]
    assert (remark.outcome, remark.cell, remark.message.vi) == (
        Outcome.FAIL,
        "DM_DOITUONG!E5",
        "ô 'Tên đối tượng' để trống",
    )


def test_a_missing_column_and_a_missing_sheet_are_named(hanoi: am.Model, tmp_path: Path) -> None:
    def change(file: Any) -> None:
        file[OBJECTS].delete_cols(2)
        del file[MAPPINGS]

    told = [remark.message.vi for remark in edited(hanoi, tmp_path / "a.xlsx", change)["Q6"].remarks]
    assert told[:2] == ["thiếu trang hoặc cột 'ANHXA'", "thiếu trang hoặc cột 'DM_DOITUONG.Loại bản ghi'"]


def test_numbers_and_days_typed_by_hand_are_read_as_text(hanoi: am.Model, tmp_path: Path) -> None:
    import datetime as dt

    path = tmp_path / "a.xlsx"

    def change(file: Any) -> None:
        file[VERSIONS]["E2"], file[VERSIONS]["F2"] = 2, dt.datetime(2026, 1, 2)  # noqa: DTZ001

    edited(hanoi, path, change)
    row = workbook.read(path, form_of(hanoi, DAY)).rows(VERSIONS)[0]
    assert (row["version"].text, row["day"].text) == ("2", "2026-01-02")


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_file_that_is_no_workbook_is_told_in_words(hanoi: am.Model, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(ArchmodelError, match="cannot be read"):
        workbook.checked(path, hanoi)


def test_a_zip_that_is_no_workbook_and_a_workbook_of_something_else(hanoi: am.Model, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as file:
        file.writestr("a.txt", "a")
    with pytest.raises(ArchmodelError, match="cannot be read"):
        workbook.checked(tmp_path / "a.xlsx", hanoi)
    openpyxl.Workbook().save(tmp_path / "b.xlsx")
    with pytest.raises(ArchmodelError, match="none of the sheets"):
        workbook.checked(tmp_path / "b.xlsx", hanoi)


def test_a_file_that_unpacks_without_end_is_refused(hanoi: am.Model, tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file,
        file.open("xl/a", "w", force_zip64=True) as part,
    ):
        for _ in range(41):
            part.write(bytes(10_000_000))
    with pytest.raises(ArchmodelError, match="too large"):
        workbook.checked(tmp_path / "a.xlsx", hanoi)


def rows(model: am.Model, table: str) -> list[Any]:
    return list(workbook.made(model, DAY).rows(table))


def test_codes_keep_what_is_written_and_never_meet(hanoi: am.Model) -> None:
    model = small(
        hanoi,
        Application(id="a", name="A", code="KT-b"),
        Application(id="b", name="B"),
        Application(id="n", name="N", record="reference", scope="national"),
        Application(id="r", name="R", record="reference", scope="ministry"),
        Interface(id="x", name="X", record="own", scope="commune"),
        Organisation(id="bo", name="Bộ", tier="central"),
        Dataset(id="d", name="D"),
        relations=(Link(type="owned_by", source="d", target="bo"),),
    )
    codes = Codes(model)
    assert [codes.of(id) for id in "abnrxd"] == ["KT-b", "KT-b.", "QG-n", "LQ-r", "CX-x", "LQ-d"]
    assert codes.of("nowhere") == "nowhere"


def test_codes_stay_when_records_come_and_go(hanoi: am.Model) -> None:
    fewer = small(hanoi, *(element for n, element in enumerate(hanoi) if n % 2))
    whole, part = Codes(hanoi), Codes(fewer)
    kept = [e.id for e in fewer if getattr(e, "record", None) and getattr(e, "scope", None)]
    assert [part.of(id) for id in kept] == [whole.of(id) for id in kept]


def test_relation_codes_are_of_the_id_or_of_what_is_joined() -> None:
    flow = Flow(id="F1", source="a", target="b")
    first, again, later = (Link(type="exposes", source="a", target="b", since=since) for since in (None, None, "2026"))
    assert relation_code(flow) == "QH-F1"
    assert relation_code(first) == relation_code(again) != relation_code(later)


def test_a_cell_says_how_it_stands(hanoi: am.Model) -> None:
    element = Application(
        id="a", name="A", record="own", state="suspended", not_applicable=("owned_by",),
        unknown=(Unknown(field="scope", contact="Sở A", due="2026-12-31"),),
    )  # fmt: skip
    row = rows(small(hanoi, element), OBJECTS)[0]
    assert row["owner"].standing is Standing.NOT_APPLICABLE
    assert row["source_code"].standing is Standing.NOT_APPLICABLE
    assert row["scope"].standing is Standing.UNKNOWN
    assert row["state"].text == "Khác"
    assert row["note"].text == "Trạng thái vòng đời: Tạm dừng\nChưa xác định 'scope': Sở A làm rõ, hạn 2026-12-31"


def test_a_relation_is_turned_so_that_the_dependant_comes_first(hanoi: am.Model) -> None:
    model = small(
        hanoi, Application(id="a", name="A"), Application(id="b", name="B LGSP", abbreviation="LGSP"), Dataset(id="d", name="D"),
        relations=(
            Link(type="serves", source="a", target="b"),
            Link(type="part_of", source="a", target="b"),
            Flow(id="F", source="a", target="d", via=("b",), carries=("d",), mechanism=("API", "HL7"), state="in_use"),
        ),
    )  # fmt: skip
    flow, part, serves = rows(model, LINKS)
    assert [flow[f].text for f in ("code", "source", "type", "target", "content", "channel", "state")] == [
        "QH-F", "KT-a", "Trao đổi dữ liệu", "KT-d", "D", "LGSP; API", "Đang khai thác",
    ]  # fmt: skip
    assert flow["note"].text == "Cơ chế theo nguồn: API; HL7\nQua: B LGSP"
    assert (part["type"].text, part["note"].text) == ("Quan hệ khác", "là bộ phận của")
    assert [serves[f].text for f in ("source", "type", "target")] == ["KT-b", "Sử dụng dịch vụ", "KT-a"]


def test_a_party_to_a_flow_is_an_object_and_an_end_nowhere_shows(hanoi: am.Model) -> None:
    model = small(
        hanoi, Application(id="a", name="A"), Organisation(id="o", name="Ô"),
        relations=(Flow(id="F", source="a", target="o"), Flow(id="G", source="a", target="gone")),
    )  # fmt: skip
    assert [row["code"].text for row in rows(model, OBJECTS)] == ["KT-a", "KT-o"]
    assert [row["target"].text for row in rows(model, LINKS)] == ["KT-o", "gone"]
    result = {r.key: r for r in workbook.results(workbook.made(model, DAY))}["Q6"]
    assert (result.outcome, result.remarks[0].message.vi) == (Outcome.FAIL, "'gone' không có trong DM_DOITUONG")


def test_layer_component_and_place_come_from_the_framework(hanoi: am.Model) -> None:
    model = small(
        hanoi, Application(id="a", name="A"), Application(id="b", name="B"),
        relations=(Alignment(source="a", target="nat-1.0/P.L2.NTL.02", mapping="equivalent"),),
    )  # fmt: skip
    first, second = rows(model, OBJECTS)
    assert [first[f].text for f in ("layer", "component")] == ["Dữ liệu và nền tảng lõi", "Nền tảng lõi"]
    assert second["layer"].standing is Standing.UNKNOWN
    placed, unplaced = rows(model, MAPPINGS)
    name = "Hạ tầng kết nối, chia sẻ dữ liệu cấp tỉnh (LGSP/LDOP)"
    assert [placed[f].text for f in ("general_model", "own_model", "commune_model", "entry", "mapping", "issuer")] == [
        name, name, "Không áp dụng", name, "Tương đương", "Thủ tướng Chính phủ",
    ]  # fmt: skip
    assert (unplaced["code"].text, unplaced["mapping"].text) == ("KT-b", "Chưa ánh xạ")


def test_gaps_and_tasks_meet_in_pairs_and_neither_is_lost(hanoi: am.Model) -> None:
    model = small(
        hanoi, Gap(id="g", name="Thiếu", requirement="Phải có"), Gap(id="h", name="Thiếu nữa"),
        Task(id="t", name="Làm", state="done_verified"), Task(id="u", name="Khác", source_code="DA-7"),
        relations=(Link(type="addresses", source="t", target="g"),),
    )  # fmt: skip
    found = [(r["gap"].text, r["task"].text) for r in rows(model, WORK) if not r["gap"].text.startswith("ND-nat")]
    assert found == [("ND-g", "NV-t"), ("ND-h", "Chưa xác định"), ("Chưa xác định", "DA-7")]
    assert rows(model, WORK)[0]["state"].text == "Hoàn thành - đã kiểm chứng"


def test_what_ended_is_left_out_and_what_is_to_come_is_not(hanoi: am.Model) -> None:
    ended, coming = Application(id="a", name="A", until="2026-01-01"), Application(id="b", name="B", since="2027")
    assert [row["code"].text for row in rows(small(hanoi, ended, coming), OBJECTS)] == ["KT-b"]


def test_a_reference_without_the_form_is_told_in_words(hanoi: am.Model) -> None:
    bare = hanoi.reference.model_copy(
        update={"editions": {"nat-1.0": Edition(id="nat-1.0", name="N", status="unknown")}}
    )
    with pytest.raises(ArchmodelError, match="no framework prescribes"):
        workbook.made(am.Model([], reference=bare), DAY)


def test_every_word_of_the_form_is_in_its_list(hanoi: am.Model) -> None:
    for table in form_of(hanoi, DAY).edition.tables:
        for column in table.columns:
            assert column.field
            assert set(column.labels.values()) <= set(column.values)


def test_the_command_tells_the_checks_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hanoi: am.Model
) -> None:
    path = tmp_path / "a.xlsx"
    workbook.write(small(hanoi, Application(id="a", name="mật khẩu: abc")), DAY, path)
    root = str(Path(__file__).parents[2])
    assert run(["check-workbook", str(path), "--workspace", root]) == 1
    assert "DM_DOITUONG!D2: có mật khẩu hoặc khóa" in capsys.readouterr().out
    assert run(["check-workbook", str(tmp_path / "none.xlsx"), "--workspace", root, "--lang", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.slow
def test_libreoffice_opens_it_and_finds_the_same_cells(content: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine; on Debian: apt-get install libreoffice-calc")
    (tmp_path / "a.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = [
        office,
        "--headless",
        profile,
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
    ]
    done = subprocess.run([*words, str(tmp_path / "a.xlsx")], capture_output=True, text=True, timeout=240, check=False)
    if "could not be loaded" in done.stderr:
        pytest.skip("this LibreOffice has no Calc; on Debian: apt-get install libreoffice-calc")
    before, after = openpyxl.load_workbook(BytesIO(content)), openpyxl.load_workbook(tmp_path / "out" / "a.xlsx")
    for table in TABLES:
        assert [[c.value for c in row] for row in after[table].iter_rows(max_row=before[table].max_row)] == [
            [c.value for c in row] for row in before[table].iter_rows()
        ]
