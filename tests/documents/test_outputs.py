"""The rules on documents over the files of a publication: each file broken once, and the finding at its place."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from planted import planted

import archmodel as am
from archmodel.checks.report import Report
from archmodel.documents.outputs import judged
from archmodel.documents.produce import Produced, produce
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Task
from archmodel.model.model import Model

pytestmark = pytest.mark.slow  # each judges a whole publication

ROOT = Path(__file__).parent.parent.parent
DOCX, XLSX = "tai-ve/kien-truc-so.docx", "tai-ve/kien-truc-so.xlsx"
TASK = Task(id="viec", name="Rà soát 30 hệ thống của Kế hoạch", category="plan_task", contact="LOdaumoiLO")


@pytest.fixture(scope="module")
def whole() -> Model:
    model, _ = planted()
    return Model([*model, TASK], model.relations, settings=model.settings, reference=am.load(ROOT).reference)


@pytest.fixture(scope="module")
def made(whole: Model, tmp_path_factory: pytest.TempPathFactory) -> Produced:
    folder = tmp_path_factory.mktemp("outputs")
    (folder / "texts").mkdir()
    (folder / "texts" / "M01.I.1.md").write_text("Có 12 điều phải làm.\n", encoding="utf-8")
    return produce(
        whole, folder / "site", audience="public", forms=("docx", "xlsx"), as_of="2026-11-22", texts=folder / "texts"
    )


def said(report: Report) -> set[tuple[str, str, str]]:
    return {(f.code, f.place.path if f.place else "", f.message.en) for f in report.findings}


def after(break_: Callable[[Path], None], made: Produced, whole: Model, tmp_path: Path) -> list[tuple[str, str, str]]:
    """What is said of the files once one is broken, and was not before."""
    folder = tmp_path / "site"
    shutil.copytree(made.published.folder, folder)
    break_(folder)
    return sorted(said(judged(folder, whole, made.model, made.report, made.document).report) - said(made.outputs))


def in_docx(pattern: str, new: str, part: str = "word/document.xml", *, every: bool = False) -> Callable[[Path], None]:
    """The DOCX with the first match of a pattern replaced, or all."""

    def change(folder: Path) -> None:
        path = folder / DOCX
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        text, count = re.subn(pattern, new, parts[part].decode(), count=0 if every else 1, flags=re.DOTALL)
        assert count, pattern
        parts[part] = text.encode()
        with zipfile.ZipFile(path, "w") as new_file:
            for name, data in parts.items():
                new_file.writestr(name, data)

    return change


def in_page(path: str, pattern: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text, count = re.subn(pattern, new, (folder / path).read_text("utf-8"), count=1)
        assert count == 1, pattern
        (folder / path).write_text(text, encoding="utf-8")

    return change


def in_workbook(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / XLSX)
    book["DM_DOITUONG"]["A2"] = "KT-khac"
    book.save(folder / XLSX)


def test_what_is_published_is_judged_by_every_rule_on_documents(made: Produced) -> None:
    results = {result.rule.code: result.outcome.value for result in made.outputs.results}
    assert list(results) == [f"DOC-0{n}" for n in range(1, 9)]
    assert {code for code, outcome in results.items() if outcome == "pass"} >= {"DOC-04", "DOC-05", "DOC-06", "DOC-08"}
    assert "not_applicable" not in results.values()


BEFORE_CONTENTS = r'(?=<w:p xmlns:w="[^"]*"><w:pPr><w:pStyle w:val="TOCHeading"/>)'
BREAKS = {
    "a part without its heading": (in_docx(r"(Heading2.{,200})Mục đích(?=</w:t>)", r"\g<1>Khác"), "DOC-01", DOCX, "M01.I.1,"),
    "a part without a word": (in_docx("Có 12 điều phải làm.", ""), "DOC-01", DOCX, "M01.I.1,"),
    "a picture without words": (in_docx(r'descr="[^"]+"', 'descr=""'), "DOC-02", DOCX, "lacks a description"),
    "a figure in a text": (in_docx("Có 12 điều", "Có 13 điều"), "DOC-03", DOCX, "says “Có 13 điều phải làm.”, the model gives “Có 12"),
    "a figure in a table": (in_docx("Rà soát 30", "Rà soát 31"), "DOC-03", DOCX, "Rà soát 31"),
    "a count on the first page": (in_page("index.html", r'(lop-application\.html#application">[^<]*</a></th><td class="num">)\d+', r"\g<1>77"), "DOC-03", "index.html", "the page says 77"),
    "a cell of the workbook": (in_workbook, "DOC-03", XLSX, "DM_DOITUONG!A2 says “KT-khac”"),
    "a ground that has ended": (in_docx(BEFORE_CONTENTS, "<w:p><w:r><w:t>Căn cứ Nghị định số 85/2016/NĐ-CP</w:t></w:r></w:p>"), "DOC-04", DOCX, "85/2016/NĐ-CP has ended"),
    "a private address on a page": (in_page("van-ban.html", "</main>", "<p>10.1.2.3</p></main>"), "DOC-05", "van-ban.html", "a private IP address"),
    "a withheld contact in the document": (in_docx(BEFORE_CONTENTS, "<w:p><w:r><w:t>LOdaumoiLO</w:t></w:r></w:p>"), "DOC-05", DOCX, "a withheld value of 10 letters"),
    "a margin": (in_docx(r'(<w:pgMar [^>]*w:left=")\d+', r"\g<1>567"), "DOC-06", DOCX, "left 10 (30-35)"),
    "a page that is not A4": (in_docx(r'(<w:pgSz [^>]*w:w=")\d+', r"\g<1>12240"), "DOC-06", DOCX, "width 216"),
    "the font": (in_docx(r'(w:styleId="Normal".*?w:ascii=")Times New Roman', r"\g<1>Arial", "word/styles.xml"), "DOC-06", DOCX, "font Arial"),
    "a task left out": (in_docx(TASK.name, "Việc khác", every=True), "DOC-08", DOCX, "does not name the tasks viec"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_file_is_found(name: str, made: Produced, whole: Model, tmp_path: Path) -> None:
    break_, code, path, words = BREAKS[name]
    new = after(break_, made, whole, tmp_path)
    assert [(c, p) for c, p, _ in new] == [(code, path)], new
    assert words in new[0][2]


def test_a_public_edition_with_a_withheld_value_in_it_is_not_published(whole: Model, tmp_path: Path) -> None:
    produce(whole, tmp_path / "site", audience="public", as_of="2026-11-22")
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "M01.I.1.md").write_text("Gọi LOdaumoiLO.\n", encoding="utf-8")
    with pytest.raises(ArchmodelError, match="holds withheld values, nothing was published: tai-"):
        produce(
            whole, tmp_path / "site", audience="public", forms=("docx",), as_of="2026-11-22", texts=tmp_path / "texts"
        )
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == before
    produce(
        whole, tmp_path / "site", audience="internal", forms=("docx",), as_of="2026-11-22", texts=tmp_path / "texts"
    )
