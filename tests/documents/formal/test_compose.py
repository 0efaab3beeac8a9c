"""The document as values: its parts, its numbers, what is marked as missing, what it says of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archmodel.checks.report import Report
from archmodel.documents.formal import Formal, Texts, formal, read_texts, text_names
from archmodel.documents.formal.parts import Counter, roman
from archmodel.documents.formal.tree import Heading, Paragraph, Picture, Signature, Table, Turn, plain
from archmodel.errors import ArchmodelError, CatalogueError
from archmodel.model.form import Fill, Part
from archmodel.model.framework import Edition, Reference
from archmodel.model.model import Model


def outline(document: Formal) -> list[tuple[int, str, str]]:
    return [(b.level, b.label, b.text) for b in document.blocks if isinstance(b, Heading)]


def lines(document: Formal) -> list[str]:
    return [plain(b.runs) for b in document.blocks if isinstance(b, Paragraph)]


def table(document: Formal, anchor: str) -> list[tuple[str, ...]]:
    found = next(b for b in document.blocks if isinstance(b, Table) and b.anchor == anchor)
    return [tuple(plain(cell) for cell in row.cells) for row in found.rows]


def edition(model: Model, **changed: object) -> Model:
    found = model.reference.editions["khung"].model_copy(update=changed)
    return Model(
        model.elements.values(),
        model.relations,
        settings=model.settings,
        reference=Reference(editions={"khung": found}),
    )


def test_every_part_of_the_outline_is_there_numbered_and_none_is_lost(document: Formal) -> None:
    assert outline(document) == [
        (1, "I.", "MỤC ĐÍCH"),
        (2, "1.", "Vì sao"),
        (3, "1.1.", "Mục riêng"),
        (2, "2.", "Cho ai"),
        (2, "3.", "Phần mẫu bỏ quên"),
        (1, "II.", "HIỆN TRẠNG"),
        (1, "III.", "PHỤ LỤC"),
        (2, "Phụ lục 01.", "Danh mục nguồn"),
    ]


def test_what_is_written_and_what_is_not(document: Formal) -> None:
    assert lines(document) == [
        "Tỉnh có 2 hệ thống, xem Bảng 1.",
        "một",
        "hai",
        "Hết.",
        "[Chưa có dữ liệu: ai áp dụng]",
        "[Chưa có dữ liệu: Phần mẫu bỏ quên; viết ở catalog/document/P.I.3.md]",
        "[Chưa có dữ liệu: Mạng]",
    ]


def test_a_table_shows_unknown_as_unknown_and_leads_to_its_sources(document: Formal) -> None:
    assert table(document, "bang") == [
        ("Âm thanh <b>", "Chưa xác định", "Chưa xác định", "Chưa có nguồn"),
        ("Đăng ký khám", "Sở Y tế", "Đang vận hành", "[1] [2] Nguồn gốc"),
    ]
    assert table(document, "nguon") == [
        ("1", "Báo A", "05/01/2026", "https://vidu.example/a", "Nguồn thứ cấp"),
        ("2", "Trang của sở", "Chưa xác định", "Không có", "Nguồn gốc"),
    ]


def test_unknown_is_marked_not_only_said(document: Formal) -> None:
    found = next(b for b in document.blocks if isinstance(b, Table) and b.anchor == "bang")
    assert [run.style for run in found.rows[0].cells[1]] == ["missing"]


def test_pages_turn_for_wide_things_and_turn_back(document: Formal) -> None:
    shapes = [type(b).__name__ if not isinstance(b, Turn) else b.landscape for b in document.blocks]
    assert shapes[-9:] == [True, "Picture", False, "Signature", True, "Heading", "Heading", "Table", False]
    assert sum(isinstance(b, Signature) for b in document.blocks) == 1


def test_a_document_nobody_wrote_has_every_text_marked(bare: Formal) -> None:
    assert lines(bare)[:2] == [
        "[Chưa có dữ liệu: Vì sao; viết ở catalog/document/P.I.1.md]",
        "[Chưa có dữ liệu: Cho ai; viết ở catalog/document/P.I.2.md]",
    ]
    assert bare.filled == ("P.II", "P.III")
    assert plain(bare.front.number) == "Số: [Chưa có dữ liệu: số, ký hiệu]"
    assert plain(bare.front.dated) == "[Chưa có dữ liệu: địa danh], [Chưa có dữ liệu: ngày ban hành]"


def test_it_tells_what_rules_ask_of_it(document: Formal) -> None:
    assert document.filled == ("P.I.1", "P.II", "P.III")
    assert document.empty == ("P.I.2", "P.I.3")
    assert document.totals == (("application", 2), ("organisation", 1))
    assert document.mentions == ("a", "b")


def test_the_front_is_worded_as_the_decree_asks(document: Formal) -> None:
    front = document.front
    assert front.issuer == "Ủy ban nhân dân tỉnh\xa0Thử"
    assert plain(front.dated) == "Thử, ngày 05 tháng 12 năm 2026"
    assert plain(front.number) == "Số: 05/QĐ-UBND"
    assert front.grounds == (
        "Căn cứ Luật An ninh mạng",
        "Căn cứ Quyết định số 1/QĐ-TTg ngày 29 tháng 7 năm 2026 của Thủ tướng Chính phủ về khung thử nghiệm",
    )


def test_a_ground_of_a_later_day_is_not_cited(model: Model, report: Report, texts: Texts) -> None:
    early = replace(report, day="2026-01-01")
    assert formal(model, early, texts).front.grounds == ("Căn cứ Luật An ninh mạng",)


def test_a_picture_has_words_for_who_cannot_see_it(document: Formal) -> None:
    found = next(b for b in document.blocks if isinstance(b, Picture))
    assert found.told == "Toàn cảnh: 1 business, 2 application, 0 data, 0 infrastructure"


@pytest.mark.parametrize(
    ("text", "fact", "fix"),
    [
        ("Có {{ count.aplications }} hệ", "there is no placeholder '{{ count.aplications }}'", "did you mean '{{ count.applications }}'?"),
        ("{{ ref.bnag }}", "there is no placeholder '{{ ref.bnag }}'", "did you mean '{{ ref.bang }}'?"),
        ("Một {{ count.applications } hai", "there is no placeholder '{{ Một {{ count.applications } hai }}'", None),
        ("{{ element.bb }}", "there is no placeholder '{{ element.bb }}'", None),
    ],
)  # fmt: skip
def test_an_unknown_placeholder_is_told_with_its_line(
    model: Model, report: Report, folder: Path, text: str, fact: str, fix: str | None
) -> None:
    (folder / "P.I.2.md").write_text(f"<!-- ghi chú\nhai dòng -->\nĐầu.\n{text}\n", encoding="utf-8")
    with pytest.raises(CatalogueError) as told:
        formal(model, report, read_texts(folder, text_names(model.reference)))
    (problem,) = told.value.problems
    assert (str(problem.place), problem.fact.en) == ("document/P.I.2.md:4", fact)
    assert fix in {None, problem.fix.en}


def test_a_text_that_belongs_nowhere_is_told(model: Model, folder: Path) -> None:
    (folder / "P.1.1.md").write_text("Lạc", encoding="utf-8")
    with pytest.raises(CatalogueError) as told:
        read_texts(folder, text_names(model.reference))
    assert told.value.problems[0].fact.en == "no form has a part 'P.1.1'"
    assert told.value.problems[0].fix.en == "did you mean 'P.I.1.md'?"


def test_a_misspelt_key_of_the_front_is_told_with_its_line(folder: Path) -> None:
    (folder / "front.md").write_text("---\nplace: Thử\nsiger: A\n---\n", encoding="utf-8")
    with pytest.raises(CatalogueError) as told:
        read_texts(folder, ["P.I.1", "P.I.2"])
    (problem,) = told.value.problems
    assert (str(problem.place), problem.fix.en) == ("document/front.md:3", "did you mean 'signer'?")


def test_a_ground_nobody_knows_is_told(model: Model, report: Report, texts: Texts) -> None:
    front = texts.front.model_copy(update={"grounds": ("LUAT2",)})
    with pytest.raises(CatalogueError, match="instrument 'LUAT2'"):
        formal(model, report, Texts(texts.parts, front))


@pytest.mark.parametrize(
    ("part", "fact"),
    [
        (Part(key="P.II", fills=(Fill(id="x", make="elements", caption="X", kinds=("application",), columns="he-thog"),)), "no columns 'he-thog'"),
        (Part(key="P.II", fills=(Fill(id="x", make="picture", caption="X", picture="la"),)), "picture 'la'"),
        (Part(key="P.II", name="X", parent="P.9"), "under 'P.9'"),
    ],
)  # fmt: skip
def test_a_form_that_asks_for_what_is_not_there_is_told(model: Model, report: Report, part: Part, fact: str) -> None:
    form = model.reference.editions["khung"].form
    assert form is not None
    with pytest.raises(ArchmodelError, match=fact):
        formal(edition(model, form=form.model_copy(update={"parts": (part,)})), report)


def test_an_edition_with_neither_form_nor_outline_says_what_to_add(model: Model, report: Report) -> None:
    with pytest.raises(ArchmodelError, match="add framework_v4/khung/document"):
        formal(edition(model, form=None, listings=()), report)
    with pytest.raises(ArchmodelError, match="did you mean 'khung'"):
        formal(model, report, edition="khng")


def test_an_outline_alone_is_a_form(model: Model, report: Report) -> None:
    assert [text for _, _, text in outline(formal(edition(model, form=None), report))] == [
        "MỤC ĐÍCH", "Vì sao", "Cho ai", "Phần mẫu bỏ quên", "HIỆN TRẠNG", "PHỤ LỤC",
    ]  # fmt: skip


def test_numbers() -> None:
    assert [roman(n) for n in (1, 4, 9, 14)] == ["I", "IV", "IX", "XIV"]
    counter = Counter()
    assert [counter.next(level) for level in (1, 2, 3, 3, 2, 3, 4, 1, 2)] == [
        "I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "2.1.1.", "II.", "1.",
    ]  # fmt: skip


def test_the_forms_that_come_along_cover_their_outlines(hanoi: Model) -> None:
    found: dict[str, Edition] = hanoi.reference.editions
    for id in ("nat-1.0", "gov-4.0"):
        form = found[id].form
        assert form is not None
        keys = {part.key for part in form.parts}
        asked = {entry.key for listing in found[id].of_sort("outline") for entry in listing.entries}
        assert asked <= keys
        ids = [fill.id for part in form.parts for fill in part.fills]
        assert len(ids) == len(set(ids))


def test_columns_named_after_a_table_of_the_guide_use_its_heads(hanoi: Model) -> None:
    edition = hanoi.reference.editions["nat-1.0"]
    assert edition.form is not None
    for table in edition.tables:
        heads = {column.name for column in table.columns}
        assert {column.name for column in edition.form.columns.get(table.id, ())} <= heads
