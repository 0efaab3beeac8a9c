"""The PDF and its fonts: every Vietnamese letter, tagged, the same bytes; and the DOCX as another program lays it out."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

import archmodel.documents.formal as package
from archmodel.checks.run import check
from archmodel.documents.formal import Formal, as_docx, as_pdf, formal, read_texts, text_names
from archmodel.documents.formal.extra import needed
from archmodel.documents.formal.pdf import as_png
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model

pytest.importorskip("typst", reason="typst is not installed")

FONTS = Path(package.__file__).parent / "fonts"
ROOT = Path(__file__).parent.parent.parent.parent
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def letters() -> set[str]:
    """The 134 letters of Vietnamese beyond ASCII, small and capital."""
    small = {unicodedata.normalize("NFC", unicodedata.normalize("NFD", v) + tone) for v in VOWELS for tone in TONES}
    return {letter for low in small | {"đ"} for letter in (low, low.upper()) if not letter.isascii()}


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_fonts_have_every_vietnamese_letter(face: str) -> None:
    tools = pytest.importorskip("fontTools.ttLib", reason="fonttools is not installed")
    assert len(letters()) == 134
    known = tools.TTFont(FONTS / f"Tinos-{face}.ttf").getBestCmap()
    assert {letter for letter in letters() if ord(letter) not in known} == set()


def test_the_licence_of_the_fonts_lies_beside_them() -> None:
    text = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Google" in text


def words(data: bytes, tmp_path: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("no pdftotext on this machine; on Debian: apt-get install poppler-utils")
    (tmp_path / "a.pdf").write_bytes(data)
    done = subprocess.run([program, "-layout", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFC", done.stdout.decode("utf-8"))


def test_the_pdf_says_what_the_document_says(document: Formal, tmp_path: Path) -> None:
    text = " ".join(words(as_pdf(document), tmp_path).split())
    for told in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Thử, ngày 05 tháng 12 năm 2026",
        "Căn cứ Luật An ninh mạng;",
        "Tỉnh có 2 hệ thống, xem Bảng 1.",
        "[Chưa có dữ liệu: ai áp dụng]",
        "Bảng 1. Hệ thống",
        "Âm thanh <b>",
        "Hình 1. Toàn cảnh",
        "- Lưu: VT.",
        "Phụ lục 01. Danh mục nguồn",
    ):
        assert told in text


def test_the_pdf_is_tagged_and_the_same_every_time(document: Formal) -> None:
    made = as_pdf(document)
    assert made.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in made or b"/MarkInfo" in made or b"pdfuaid" in made
    assert as_pdf(document) == made


def test_a_picture_becomes_png() -> None:
    made = as_png('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="10" height="5"/></svg>')
    assert made.startswith(b"\x89PNG")


def test_a_library_that_is_not_there_is_named_with_the_remedy() -> None:
    with pytest.raises(ArchmodelError, match=r"python-docx.*archmodel\[documents\]") as told:
        _without("docx")
    assert "chưa cài python-docx" in told.value.fact.vi


def _without(module: str) -> None:
    from archmodel.documents.formal import extra

    found = extra.find_spec
    try:
        extra.find_spec = lambda name: None if name == module else found(name)  # type: ignore[assignment]
        needed("docx", "typst")
    finally:
        extra.find_spec = found


@pytest.mark.slow
@pytest.mark.parametrize(("day", "edition", "head"), [("2026-11-22", "nat-1.0", "VIII. TỔ CHỨC TRIỂN KHAI"), ("2025-06-30", "gov-4.0", "Kiến trúc nghiệp vụ")])  # fmt: skip
def test_hanoi_in_both_editions(hanoi: Model, tmp_path: Path, day: str, edition: str, head: str) -> None:
    texts = read_texts(ROOT / "catalog/document", text_names(hanoi.reference))
    document = formal(hanoi, check(hanoi, as_of=day), texts)
    assert document.edition == edition
    assert document.filled
    text = words(as_pdf(document), tmp_path)
    assert head in text
    assert "{{" not in text


@pytest.mark.slow
def test_another_office_program_lays_the_docx_out(document: Formal, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice on this machine; on Debian: apt-get install libreoffice-writer")
    (tmp_path / "a.docx").write_bytes(as_docx(document))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        [program, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "made", tmp_path / "a.docx"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    text = words((tmp_path / "made/a.pdf").read_bytes(), tmp_path)
    flat = " ".join(text.split())
    for told in ("I. MỤC ĐÍCH", "1.1. Mục riêng", "Phụ lục 01. Danh mục nguồn", "Bảng 2. Nguồn", "Nguyễn Văn A"):
        assert told in flat
