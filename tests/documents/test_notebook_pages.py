"""Notebooks become pages: run on the day of the site, their inputs folded by tag, cleaned, the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from archmodel.checks.report import Report
from archmodel.documents.notebooks import NotebookPage, notebook_pages, read_books
from archmodel.documents.notebooks.book import told
from archmodel.documents.notebooks.clean import clean_html
from archmodel.documents.notebooks.exporter import fragment
from archmodel.documents.site import publish
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model

FIRST = """# 07 · Thẩm tra / Reviewing

Dành cho **người thẩm tra**: phát hiện nào *cần* xử lý?

*For the **reviewer**: which findings need an answer?*"""


def written(folder: Path, name: str, *cells: nbformat.NotebookNode, **metadata: object) -> Path:
    notebook = new_notebook(cells=[new_markdown_cell(FIRST), *cells], metadata=metadata)
    (folder / name).write_text(nbformat.writes(notebook), encoding="utf-8")
    return folder


def code(source: str, *tags: str) -> nbformat.NotebookNode:
    return new_code_cell(source, metadata={"tags": list(tags)})


def shown(*cells: nbformat.NotebookNode, **metadata: object) -> str:
    return fragment(new_notebook(cells=list(cells), metadata=metadata))


def test_the_first_cell_tells_title_role_and_question() -> None:
    title, role, question = told(FIRST, "07")
    assert title == ("07 · Thẩm tra", "07 · Reviewing")
    assert role == ("người thẩm tra", "reviewer")
    assert question == ("phát hiện nào cần xử lý?", "which findings need an answer?")


def test_a_notebook_that_tells_nothing_goes_by_its_file() -> None:
    assert told("nothing here", "nhap") == (("nhap", "nhap"), ("", ""), ("", ""))


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("<script>alert(1)</script><b>x</b>", "<b>x</b>"),
        ("<img src=x onerror=alert(1)>", "<img>"),
        ("<img src='https://vidu.example/a.png' alt='a'>", '<img alt="a">'),
        ("<img src='data:image/svg+xml;base64,AA==' alt='a'>", '<img src="data:image/svg+xml;base64,AA==" alt="a">'),
        ("<a href='data:text/html,x'>x</a>", '<a rel="noopener noreferrer">x</a>'),
        ("<a href='javascript:alert(1)'>x</a>", '<a rel="noopener noreferrer">x</a>'),
        ("<p style='position:fixed' onclick=a() id=main>x</p>", "<p>x</p>"),
        ("<style>body{display:none}</style><iframe srcdoc='<script>'></iframe>x", "x"),
        ("<table><tr><th scope=col></th><th colspan=2> </th><th>a</th></tr></table>",
         '<table><tbody><tr><td></td><td colspan="2"></td><th>a</th></tr></tbody></table>'),
        ("<table class='dataframe top'><tr><th scope=col>a</th></tr></table>",
         '<table class="dataframe"><tbody><tr><th scope="col">a</th></tr></tbody></table>'),
    ],
)  # fmt: skip
def test_only_what_neither_runs_nor_loads_is_left(hostile: str, left: str) -> None:
    assert clean_html(hostile) == left


def test_what_comes_out_of_a_cell_is_cleaned() -> None:
    outputs = [
        new_output("execute_result", {"text/html": "<b onclick=x>a</b>", "text/plain": "no"}),
        new_output("stream", text="<i>\x1b[31mred\x1b[0m at 0x7f00deadbeef"),
        new_output("execute_result", {"text/plain": "<u>"}),
    ]
    body = shown(new_markdown_cell("x <script>1</script>"), new_code_cell("1 < 2", outputs=outputs))
    assert "<b>a</b>" in body
    assert "&lt;i&gt;red at 0x…" in body
    assert "&lt;u&gt;" in body
    assert '<span class="mi">1</span> &lt; <span' in body
    assert "<script" not in body
    assert ">no<" not in body


def test_tags_fold_and_leave_out_inputs() -> None:
    cells = code("shown = 1"), code("folded = 1", "hide-input"), code("gone = 1", "remove-input")
    body = shown(*cells, code("cell = 1", "remove-cell"))
    assert '<div class="source"><div class="highlight"><pre>shown = 1' in body.replace('<span class="mi">1</span>', "1")
    assert '<details class="source"><summary>Mã</summary><div class="highlight"><pre>folded' in body
    assert "gone" not in body
    assert "cell = " not in body


def test_a_notebook_may_fold_all_its_inputs() -> None:
    assert '<details class="source">' in shown(code("a = 1"), archmodel={"hide_input": True})


def test_no_two_notebooks_share_a_page(tmp_path: Path) -> None:
    written(tmp_path, "Sổ tay.ipynb")
    written(tmp_path, "so-tay.ipynb")
    with pytest.raises(ArchmodelError, match="would have the same page"):
        read_books(tmp_path)


def test_what_is_no_notebook_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("[]", encoding="utf-8")
    with pytest.raises(ArchmodelError, match=r"'a\.ipynb' is not a notebook"):
        read_books(tmp_path)


def test_an_empty_folder_gives_no_page(tmp_path: Path) -> None:
    assert notebook_pages(tmp_path, "2026-11-22") == ()


def test_the_site_lists_notebooks_and_keeps_their_files(tmp_path: Path, hostile: Model, report: Report) -> None:
    (book,) = read_books(written(tmp_path, "07_review.ipynb"))
    site = publish(hostile, report, tmp_path / "site", notebooks=[NotebookPage(book, "<p>đã chạy</p>")])
    page = (site.folder / "so-tay/07-review.html").read_text("utf-8")
    listed = (site.folder / "so-tay.html").read_text("utf-8")
    assert "<p>đã chạy</p>" in page
    assert '<a href="../tai-ve/so-tay/07-review.ipynb" download>' in page
    assert "người thẩm tra" in listed
    assert "phát hiện nào cần xử lý?" in listed
    assert '<a href="so-tay.html"' in (site.folder / "index.html").read_text("utf-8")
    assert (site.folder / "tai-ve/so-tay/07-review.ipynb").read_bytes() == book.source


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_notebooks_run_on_the_day_of_the_site_and_give_the_same_bytes(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        "a.ipynb",
        code('day = "2020-01-01"', "parameters"),
        code("print(day, {'b', 'a', 'c'}, object())"),
        code(
            "import time\nfrom archmodel.text.progress import steps\nfrom archmodel.text.words import Words\n"
            "for one in steps(range(3), Words('bước', 'steps')):\n    time.sleep(0.6)"
        ),
    )
    once, again = (notebook_pages(folder, "2026-11-22") for _ in range(2))
    assert "2026-11-22" in once[0].body.partition("<pre>2026")[0]
    assert "<pre>2026-11-22" in once[0].body
    assert "it/s" not in once[0].body
    assert once == again


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_every_failing_cell_is_named_in_words(tmp_path: Path) -> None:
    written(tmp_path, "a.ipynb", code("1"), code("1 / 0"))
    written(tmp_path, "b.ipynb", code("import archmodel as am; am.load('khong-co')"))
    written(tmp_path, "c.ipynb", code("import os; os._exit(1)"))
    written(tmp_path, "d.ipynb", code("1 / 0", "raises-exception"))
    with pytest.raises(ArchmodelError) as failed:
        notebook_pages(tmp_path, "2026-11-22")
    assert failed.value.fact.vi == (
        "sổ tay 'a.ipynb', ô mã số 2: ZeroDivisionError: division by zero\n"
        "sổ tay 'b.ipynb', ô mã số 1: không có thư mục 'khong-co'\n    cách sửa  kiểm tra đường dẫn\n"
        "sổ tay 'c.ipynb', ô mã số 1: nhân Python dừng đột ngột"
    )


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_page_asks_for_nothing_and_fits_a_phone(
    tmp_path: Path, hostile: Model, report: Report, chromium: Any
) -> None:
    (book,) = read_books(written(tmp_path, "a.ipynb"))
    outputs = [new_output("execute_result", {"text/html": "<img src=https://vidu.example/x onerror=alert(1)>" + one}) for one in
               (report._repr_html_(), report.findings._repr_html_(), hostile.applications._repr_html_())]  # fmt: skip
    body = shown(*(new_code_cell("1", outputs=[output]) for output in outputs))
    site = publish(hostile, report, tmp_path / "site", notebooks=[NotebookPage(book, body)])
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    requests: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site.folder.resolve().as_uri()}/so-tay/a.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".am-face").count() == 3
    page.close()
    assert said == []
    assert [url for url in requests if not url.startswith(site.folder.resolve().as_uri())] == []
