"""What an element's page says of its end: values by hand, and the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from archmodel.checks.report import Report
from archmodel.documents.site import publish
from archmodel.documents.site.halt import ASKED, halt
from archmodel.documents.site.publication import Publication
from archmodel.model.elements import Application, BusinessFunction, Indicator, Node, Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link, Use

DAY = "2026-11-22"


@pytest.fixture
def model() -> Model:
    elements = [
        Node(id="dc", name="Trung tâm dữ liệu"), Application(id="a", name="Một cửa", state="in_use"),
        Application(id="x", name="Cổng xã", instances=126), Application(id="p", name="Sẽ có", state="planned"),
        Application(id="far", name="Xa", state="in_use"), Application(id="farther", name="Xa hơn", state="in_use"),
        BusinessFunction(id="f", name="Tiếp dân"), Organisation(id="so", name="Sở"),
        Indicator(id="n", name="Số hồ sơ"), Application(id="old", name="Cũ", until="2025-07-01"),
    ]  # fmt: skip
    relations = [
        Link(type="hosted_on", source="a", target="dc"), Link(type="realizes", source="a", target="f"),
        Use(source="a", target="so"), Link(type="serves", source="a", target="x"),
        Link(type="serves", source="a", target="p"), Link(type="measures", source="n", target="a"),
        Flow(id="F1", source="x", target="far", state="in_use"), Flow(id="F2", source="far", target="farther"),
    ]  # fmt: skip
    return Model(elements, relations)


def site(model: Model, lang: str = "vi") -> Publication:
    return Publication(model, Report(DAY, "khung-1", None, (), ()), lang)


def test_the_block_counts_names_and_follows_three_steps(model: Model) -> None:
    found = halt(site(model), model["dc"])
    assert found is not None
    assert found.counts == (("Cơ quan, tổ chức", 1, 1), ("Chức năng nghiệp vụ", 1, 1), ("Chỉ tiêu, số liệu", 1, 1),
                            ("Hệ thống, ứng dụng", 3, 128))  # fmt: skip
    assert [ref.id for ref in found.services] == ["f"]
    assert [ref.id for ref in found.units] == ["so"]
    assert (found.total, found.unstated, found.idle, found.depth) == (6, 2, 1, 3)
    assert [[step.other.id for step in path] for path in found.paths] == [
        ["a", "f"], ["a", "so"], ["a"], ["a", "x"], ["a", "x", "far"], ["a", "n"],
    ]  # fmt: skip
    assert [(step.words, step.flow, step.unstated) for step in found.paths[4]] == [
        ("là nơi đặt của", "", False), ("phục vụ", "", True), ("gửi dữ liệu tới", "F1", False),
    ]  # fmt: skip


def test_what_cannot_stop_or_has_stopped_has_no_block(model: Model) -> None:
    assert halt(site(model), model["so"]) is None
    assert halt(site(model), model["old"]) is None
    assert set(KINDS) >= ASKED


def test_the_page_says_how_far_it_follows_and_what_is_not_known(model: Model, tmp_path: Path) -> None:
    published = publish(model, Report(DAY, "khung-1", None, (), ()), tmp_path / "site")
    page = (published.folder / "doi-tuong/dc.html").read_text(encoding="utf-8")
    for words in ("Chịu ảnh hưởng: 6 đối tượng", "tối đa 3 bước", "(đại diện cho 128)", "2 mục đi qua liên kết",
                  "Thêm 1 mục chỉ nối", 'href="../doi-tuong/f.html"'):  # fmt: skip
        assert words in page
    assert "Chưa ghi đối tượng nào cần tới nó." in (published.folder / "doi-tuong/f.html").read_text(encoding="utf-8")
    assert "neu-dung" not in (published.folder / "doi-tuong/so.html").read_text(encoding="utf-8")
