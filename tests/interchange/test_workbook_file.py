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
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, TABLES, VERSIONS, WORK, form_of
from archmodel.model.elements import Application
from archmodel.model.record import Element
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


def small(hanoi: am.Model, *elements: Element) -> am.Model:
    return am.Model(elements, reference=hanoi.reference, settings=hanoi.settings)


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


def test_the_export_command_writes_it_and_counts_the_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, root = tmp_path / "kien-truc.xlsx", str(Path(__file__).parents[2])
    assert run(["export", str(path), "--as-of", DAY, "--workspace", root]) == 0
    assert path.read_bytes().startswith(b"PK")
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"{path}: Đáp ứng ")) == ("", True)
    assert run(["export", str(tmp_path / "a.odt"), "--workspace", root, "--lang", "en"]) == 2
    assert "use one of the endings .xlsx" in capsys.readouterr().err


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
