"""The page of data quality and the block on a record's page: labels, order, who answers, what to do first."""

from __future__ import annotations

from pathlib import Path

import pytest

from archmodel.analysis.expected import EXPECTED as ASKED_OF
from archmodel.analysis.expected import names_of
from archmodel.checks.report import Report
from archmodel.documents.site import publish
from archmodel.documents.site.element import EXPECTED_TIES
from archmodel.documents.site.labels import EXPECTED
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.quality_page import Answer, Mark, Next, quality_block, quality_page
from archmodel.model.elements import Channel, Organisation
from archmodel.model.labels import ASKED, FIELDS
from archmodel.model.model import Model
from archmodel.model.record import Evidence, Unknown
from archmodel.model.relations import Link, Relation, Succession

GUESSED = (Evidence(document="D", confidence="inferred"),)
OLD = (Evidence(document="D", date="2020", confidence="secondary"),)


def publication() -> Publication:
    """Channels: two of a body of today, one of a body that is gone and has one heir, one of a body with two."""
    elements = (
        Organisation(id="so", name="Sở Y", tier="city"),
        Organisation(id="xa", name="Xã X", tier="commune"),
        Organisation(id="h1", name="Huyện Một", until="2025-07-01"),
        Organisation(id="h2", name="Huyện Hai", until="2025-07-01"),
        Channel(
            id="k1", name="Tổng đài", category="hotline", not_applicable=("serves",), evidence=OLD,
            unknown=(Unknown(field="contact", contact="Sở Y", due="2027-01-01"),),
        ),
        Channel(id="k2", name="Ki-ốt", evidence=(Evidence(document="D", date="2027", confidence="primary"),)),
        Channel(id="k3", name="Xe lưu động"),
        Channel(id="k4", name="Ứng dụng"),
    )  # fmt: skip
    relations: tuple[Relation, ...] = (
        Link(type="operated_by", source="k1", target="so", evidence=GUESSED),
        Link(type="owned_by", source="k2", target="h1", until="2025-07-01"),
        Link(type="owned_by", source="k3", target="h2"),
        Link(type="operated_by", source="k4", target="so"),
        Succession(source="xa", target="h1"), Succession(source="xa", target="h2"), Succession(source="so", target="h2"),
    )  # fmt: skip
    return Publication(Model(elements, relations), Report("2026-11-22", "khung-1", None, (), ()), "vi")


def test_everything_asked_has_a_label() -> None:
    assert {name for kind in ASKED_OF for name in names_of(kind)} <= {*FIELDS, *ASKED}
    assert not set(ASKED) - {name for kind in ASKED_OF for name in names_of(kind)}


@pytest.mark.parametrize("kind", ASKED_OF)
def test_what_a_page_names_as_absent_is_asked(kind: str) -> None:
    assert {*EXPECTED.get(kind, ()), *EXPECTED_TIES.get(kind, ())} <= set(names_of(kind))


def test_the_block_of_a_record() -> None:
    site = publication()
    block = quality_block(site, site.model["k1"])
    assert block is not None
    assert block.mark == Mark(42, "bronze", "Đồng")
    assert dict(block.lists) == {
        "Còn thiếu": ("Chủ quản",),
        "Đã hẹn làm rõ": ("Đầu mối",),
        "Minh chứng đã cũ": ("Phân loại", "Phục vụ", "Nguồn, minh chứng"),
    }
    assert block.denied == ("Phục vụ",)
    assert not block.later
    assert block.next == Next(
        "Thêm vào 'evidence' văn bản của chính cơ quan chủ quản, có ngày, 'confidence: primary'", 60
    )
    assert block.answers == (
        Answer("chat-luong.html#co-quan--so", site.ref("so"), "vận hành, chưa ghi chủ quản", inferred=True),
    )


def test_a_body_has_no_block() -> None:
    site = publication()
    assert quality_block(site, site.model["so"]) is None


def test_how_an_heir_comes_to_answer_and_why_nobody_does() -> None:
    site = publication()
    heir, nobody = (quality_block(site, site.model[id]) for id in ("k2", "k3"))
    assert heir is not None
    assert nobody is not None
    assert heir.later
    assert heir.answers == (Answer("chat-luong.html#co-quan--xa", site.ref("xa"), "kế thừa Huyện Một", inferred=False),)
    told = "chủ quản không còn, có nhiều nơi kế thừa: Huyện Hai → Xã X, Sở Y"
    assert nobody.answers == (Answer("chat-luong.html#khong-ro", None, told, inferred=False),)


def test_the_page() -> None:
    page = quality_page(publication())
    assert [(part.id, part.tier, part.mark.score) for part in page.agencies] == [
        ("co-quan--so", "Thành phố", 21), ("co-quan--xa", "Cấp xã", 20), ("khong-ro", "", 4),
    ]  # fmt: skip
    assert page.agencies[2].missing == (("Phân loại", 1), ("Đầu mối", 1), ("Nguồn, minh chứng", 1))
    assert [[line.ref.id for line in part.records] for part in page.agencies] == [["k4", "k1"], ["k2"], ["k3"]]
    assert [line.next.score for part in page.agencies for line in part.records if line.next] == [20, 60, 40, 40]
    assert page.agencies[1].records[0].next == Next("Ghi chủ quản (owned_by)", 40)
    assert (page.count, page.whole.score, page.full, page.months) == (4, 16, 10, 24)
    assert [points for _, points in page.weights] == [2, 1, 2, 5, 6, 2]


def test_pages_tell_it(tmp_path: Path) -> None:
    site = publication()
    publish(site.model, site.report, tmp_path / "site", lang="en")
    page = (tmp_path / "site" / "chat-luong.html").read_text(encoding="utf-8")
    assert '<tbody id="khong-ro">' in page
    assert "the owner is gone, several succeed it: Huyện Hai" in page
    record = (tmp_path / "site" / "doi-tuong" / "k2.html").read_text(encoding="utf-8")
    assert "Some evidence is dated after the day of the site" in record
    assert "Data quality</h2>" not in (tmp_path / "site" / "doi-tuong" / "so.html").read_text(encoding="utf-8")


def test_each_of_several_owners_is_told_how_it_comes_to_answer() -> None:
    site = publication()
    links = (
        Link(type="owned_by", source="k4", target="xa"),
        Link(type="owned_by", source="k4", target="so", evidence=GUESSED),
    )
    page = quality_page(Publication(Model(site.model, links), site.report, "vi"))
    held = {part.id: [line.inferred for line in part.records if line.ref.id == "k4"] for part in page.agencies}
    assert held == {"co-quan--xa": [False], "co-quan--so": [True], "khong-ro": []}
