"""The DOCX read back by python-docx: page, styles, head and foot by the decree, fields, and the rules on it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from archmodel.checks.doc import irregular_layout, missing_part
from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.documents.formal import Formal, as_docx, formal, measured, recorded
from archmodel.documents.formal.tree import Heading, Paragraph, Run, Signature, Turn
from archmodel.errors import ArchmodelError
from archmodel.model.governance import Layout
from archmodel.model.model import Model

docx = pytest.importorskip("docx", reason="python-docx is not installed")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def data(document: Formal) -> bytes:
    return as_docx(document)


@pytest.fixture
def file(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def styled(file: Any, style: str) -> list[str]:
    return [p.text for p in file.paragraphs if p.style.style_id == style]


def test_the_layout_is_that_of_the_decree(data: bytes) -> None:
    assert measured(data) == Layout(
        width=210, height=297, top=20, bottom=20, left=30, right=15, font="Times New Roman", size=14, justified=True,
        page_number="top_centre", motto=True, recipients=True,
    )  # fmt: skip


def test_the_layout_is_measured_not_taken_for_granted(file: Any) -> None:
    file.sections[0].left_margin = docx.shared.Mm(25)
    file.styles["Normal"].font.size = docx.shared.Pt(12)
    for paragraph in file.element.body.iter(f"{W}t"):
        paragraph.text = (paragraph.text or "").replace("Độc lập", "Độc")
    stream = io.BytesIO()
    file.save(stream)
    found = measured(stream.getvalue())
    assert (found.left, found.size, found.motto) == (25, 12, False)


def test_a_plain_file_of_another_program_has_no_page_number_motto_or_recipients() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    found = measured(stream.getvalue())
    assert (found.page_number, found.motto, found.recipients, found.justified) == ("none", False, False, False)


def test_what_is_no_docx_is_told() -> None:
    with pytest.raises(ArchmodelError, match="not a DOCX"):
        measured(b"PK")


def test_headings_are_word_headings_that_number_themselves(file: Any) -> None:
    assert styled(file, "Heading1") == ["MỤC ĐÍCH", "HIỆN TRẠNG", "PHỤ LỤC"]
    assert styled(file, "Heading2") == ["Vì sao", "Cho ai", "Phần mẫu bỏ quên"]
    assert styled(file, "Annex") == ["Danh mục nguồn"]
    numbers = [
        file.styles.element.get_by_id(f"Heading{n}").xpath("./w:pPr/w:numPr/w:numId/@w:val") for n in (1, 2, 3, 4)
    ]
    assert numbers == [["1"]] * 4
    levels = file.part.numbering_part.element.xpath('./w:abstractNum[@w:abstractNumId="1"]/w:lvl/w:lvlText/@w:val')
    assert levels == ["%1.", "%2.", "%2.%3.", "%2.%3.%4."]


def test_the_head_of_the_first_page(file: Any) -> None:
    left, right = ([p.text for p in cell.paragraphs if p.text] for cell in file.tables[0].rows[0].cells)
    assert left == ["ỦY BAN NHÂN DÂN TỈNH\xa0THỬ", "Số: 05/QĐ-UBND"]
    assert right == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thử, ngày 05 tháng 12 năm 2026",
    ]
    assert styled(file, "Ground")[-1].endswith("về khung thử nghiệm.")
    assert styled(file, "Ground")[0] == "Căn cứ Luật An ninh mạng;"


def test_the_foot_stands_before_the_annexes(file: Any) -> None:
    foot = file.tables[-2]
    left, right = ([p.text for p in cell.paragraphs if p.text] for cell in foot.rows[0].cells)
    assert left == ["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."]
    assert right == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]


def test_pages_are_numbered_at_the_top_but_the_first(file: Any) -> None:
    first, *later = file.sections
    assert first.different_first_page_header_footer
    assert not any(section.different_first_page_header_footer for section in later)
    assert [p.text for p in first.first_page_header.paragraphs] in ([], [""])


def test_wide_parts_lie(file: Any) -> None:
    assert [section.page_width.mm > section.page_height.mm for section in file.sections] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_wide_parts_in_a_row_leave_no_blank_page_between_them(document: Formal) -> None:
    wide = (Turn(landscape=True), Paragraph((Run("x"),)), Turn(landscape=False))
    file = docx.Document(io.BytesIO(as_docx(replace(document, blocks=wide * 2))))
    assert [section.page_width.mm > section.page_height.mm for section in file.sections] == [False, True, True, False]


def test_the_first_annex_stands_under_the_heading_of_all(file: Any) -> None:
    annex = next(p for p in file.paragraphs if p.style.style_id == "Annex")
    assert annex.paragraph_format.page_break_before is False


def test_what_follows_the_signatures_opens_a_page(document: Formal) -> None:
    signed = replace(document, blocks=(Signature(), Heading(1, "IX.", "Phụ lục", "a")))
    head = docx.Document(io.BytesIO(as_docx(signed))).paragraphs[-1]
    assert (head.text, head.paragraph_format.page_break_before) == ("Phụ lục", True)


def test_tables_repeat_their_head_and_keep_their_widths(file: Any) -> None:
    table = file.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Tên", "Chủ quản", "Trạng thái", "Nguồn"]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert not table.rows[1]._tr.xpath("./w:trPr/w:tblHeader")
    grid = [int(column.get(f"{W}w")) for column in table._tbl.tblGrid.gridCol_lst]
    assert [int(cell._tc.tcPr.tcW.get(f"{W}w")) for cell in table.rows[1].cells] == grid
    assert sum(grid) == pytest.approx(165 * 1440 / 25.4, abs=4)


def test_captions_count_and_references_follow_them(data: bytes) -> None:
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    codes = [code.strip() for code in re.findall(r"<w:instrText[^>]*>([^<]*)<", body)]
    assert codes[0] == r'TOC \o "1-3" \h \z \u'
    assert [code for code in codes if code.startswith("SEQ")] == [r"SEQ Bảng \* ARABIC", r"SEQ Hình \* ARABIC", r"SEQ Bảng \* ARABIC"]  # fmt: skip
    names = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    led = {code.split()[1] for code in codes if code.startswith(("REF", "PAGEREF"))}
    led |= set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', body))
    assert led
    assert led <= names


def test_the_table_of_contents_is_filled_in(file: Any) -> None:
    assert [text.split("\t")[0] for n in (1, 2, 3) for text in styled(file, f"TOC{n}")] == [
        "I. MỤC ĐÍCH", "II. HIỆN TRẠNG", "III. PHỤ LỤC", "1. Vì sao", "2. Cho ai", "3. Phần mẫu bỏ quên",
        "Phụ lục 01. Danh mục nguồn", "1.1. Mục riêng",
    ]  # fmt: skip


def test_missing_values_carry_a_style_of_their_own(file: Any) -> None:
    marked = [run.text for p in file.paragraphs for run in p.runs if run.style.style_id == "Missing"]
    assert "[Chưa có dữ liệu: ai áp dụng]" in marked


def test_hostile_text_stays_text(model: Model, report: Report) -> None:
    elements = [e.model_copy(update={"name": "<w:p/>\x0b&amp;\u202e=1+1"}) if e.id == "a" else e for e in model]
    hostile = Model(elements, model.relations, settings=model.settings, reference=model.reference)
    made = docx.Document(io.BytesIO(as_docx(formal(hostile, report))))
    assert "<w:p/>&amp;=1+1" in {cell.text for row in made.tables[1].rows for cell in row.cells}


def test_the_same_document_gives_the_same_bytes(document: Formal, data: bytes) -> None:
    assert as_docx(document) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_it_tells_nothing_of_the_machine(file: Any) -> None:
    core = file.core_properties
    assert (core.title, core.author, core.comments) == ("Kiến trúc số tỉnh Thử", "Ủy ban nhân dân tỉnh\xa0Thử", "")
    assert core.created.isoformat()[:10] == "2026-11-22"


def test_the_rules_on_documents_read_what_was_written(model: Model, document: Formal, data: bytes) -> None:
    written = recorded(document, data, "KT-01").model_copy(update={"issuer": "Sở Y tế"})
    whole = Model(
        [*model.elements.values(), written], model.relations, settings=model.settings, reference=model.reference
    )
    report = check(whole, as_of="2026-11-22", framework="khung", rules=(missing_part, irregular_layout))
    found = {result.rule.code: (result.judged, result.passed) for result in report.results}
    assert found["DOC-06"] == (1, 1)
    told = [finding.message.en for finding in report.findings if finding.code == "DOC-01"]
    assert told == ["'KT-01' lacks or leaves empty: P.I.2, P.I.3"]
