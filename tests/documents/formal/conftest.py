"""A small architecture, a form of two chapters and an annex, and the document made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from archmodel.checks.report import Report
from archmodel.documents.formal import Formal, Texts, formal, read_texts
from archmodel.model.elements import Application, Dataset, Organisation
from archmodel.model.form import Fill, Form, Part, Shown
from archmodel.model.framework import Edition, Entry, Instrument, Listing, Reference
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Alignment, Link
from archmodel.model.settings import Settings

DAY = "2026-11-22"
COLUMNS = (
    Shown(name="Tên", shows="name", width=3),
    Shown(name="Chủ quản", shows="owner"),
    Shown(name="Trạng thái", shows="state"),
    Shown(name="Nguồn", shows="source"),
)
FORM = Form(
    id="mau",
    name="Mẫu thử",
    draft=True,
    columns={"he-thong": COLUMNS},
    parts=(
        Part(key="P.I"),
        Part(key="P.I.1"),
        Part(key="P.I.2"),
        Part(
            key="P.II",
            fills=(
                Fill(id="bang", make="elements", caption="Hệ thống", kinds=("application",), columns="he-thong"),
                Fill(id="trong", make="elements", caption="Mạng", kinds=("network",), columns="he-thong"),
                Fill(id="hinh", make="picture", caption="Toàn cảnh", picture="landscape", landscape=True),
            ),
        ),
        Part(key="P.III"),
        Part(
            key="P.III.a",
            name="Danh mục nguồn",
            parent="P.III",
            annex=True,
            landscape=True,
            fills=(Fill(id="nguon", make="sources", caption="Nguồn"),),
        ),
    ),
)
OUTLINE = (
    Entry(key="P.I", name="Mục đích"),
    Entry(key="P.I.1", name="Vì sao", parent="P.I"),
    Entry(key="P.I.2", name="Cho ai", parent="P.I"),
    Entry(key="P.I.3", name="Phần mẫu bỏ quên", parent="P.I"),
    Entry(key="P.II", name="Hiện trạng"),
    Entry(key="P.III", name="Phụ lục"),
)


@pytest.fixture
def model() -> Model:
    """Two systems of one office, one of them without source or state."""
    press = Evidence(document="Báo A", url="https://vidu.example/a", date="2026-01-05", confidence="secondary")
    own = Evidence(document="Trang của sở", confidence="primary")
    edition = Edition(
        id="khung",
        name="Khung thử",
        instrument="QD1",
        status="complete",
        form=FORM,
        listings=(Listing(id="outline", name="Đề cương", sort="outline", status="complete", entries=OUTLINE),),
    )
    return Model(
        (
            Organisation(id="so", name="Sở Y tế", evidence=(own,)),
            Application(id="b", name="Đăng ký khám", record="own", state="in_use", evidence=(press, own)),
            Application(id="a", name="Âm thanh <b>", record="own"),
            Dataset(id="d", name="Bệnh án", record="reference", evidence=(press,)),
        ),
        (Link(type="owned_by", source="b", target="so"), Alignment(source="b", target="khung/P.II")),
        settings=Settings(name="Kiến trúc số tỉnh Thử", owner="so", framework="khung"),
        reference=Reference(
            editions={"khung": edition},
            instruments={
                "QD1": Instrument(
                    id="QD1", number="1/QĐ-TTg", name="Khung thử nghiệm", form="Quyết định",
                    issuer="Thủ tướng Chính phủ", issued="2026-07-29", status="in_force",
                ),
                "LUAT1": Instrument(
                    id="LUAT1", number="1/2025/QH15", name="Luật An ninh mạng", form="Luật", issuer="Quốc hội",
                    issued="2025-12-10", status="in_force",
                ),
            },
        ),
    )  # fmt: skip


@pytest.fixture
def report() -> Report:
    """A report without rules, by the edition of the model."""
    return Report(DAY, "khung", None, (), ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Texts of two parts and the head of the document."""
    here = tmp_path / "document"
    here.mkdir()
    (here / "front.md").write_text(
        "---\nissuer: Ủy ban nhân dân tỉnh Thử\nplace: Thử\ndate: 2026-12-05\nnumber: 05/QĐ-UBND\n"
        "authority: TM. ỦY BAN NHÂN DÂN\npost: CHỦ TỊCH\nsigner: Nguyễn Văn A\nrecipients: [Như Điều 3, 'Lưu: VT']\n"
        "grounds: [LUAT1, QD1]\n---\n",
        encoding="utf-8",
    )
    (here / "P.I.1.md").write_text(
        "Tỉnh có **{{ count.applications }}** hệ thống, xem {{ ref.bang }}.\n\n- một\n- hai\n\n# Mục riêng\n\nHết.\n",
        encoding="utf-8",
    )
    (here / "P.I.2.md").write_text("[Chưa có dữ liệu: ai áp dụng]\n", encoding="utf-8")
    return here


@pytest.fixture
def texts(folder: Path) -> Texts:
    return read_texts(folder, [part.key for part in FORM.parts])


@pytest.fixture
def document(model: Model, report: Report, texts: Texts) -> Formal:
    return formal(model, report, texts)


@pytest.fixture
def bare(model: Model, report: Report) -> Formal:
    """The document before anybody wrote a word."""
    return formal(model, report)
