"""The gallery of pictures, and the small ones on pages of systems and data."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.documents.site import pictures
from archmodel.documents.site.pictures import Pictures
from archmodel.documents.site.publication import Publication
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link

DAY = "2026-01-01"
A = Application(id="a", name="Hệ thống A", record="own", state="in_use")
B = Application(id="b", name="Hệ thống B", record="reference", state="in_use")
SO = Organisation(id="so", name="Sở", tier="city")


def drawn(*elements: Application | Organisation, links: tuple[Link | Flow, ...] = ()) -> Pictures:
    model = Model(elements, links)
    return Pictures(Publication(model, am.check(model, as_of=DAY), "vi"))


def test_every_picture_has_a_page_a_file_and_the_same_content_in_words() -> None:
    shown = tuple(drawn(A, B, SO))
    assert len({one.slug for one in shown}) == len(shown) == 10  # without a framework there is no coverage
    for one in shown:
        assert (one.href, one.file) == (f"hinh/{one.slug}.html", f"hinh/{one.slug}.svg")
        assert one.title
        assert one.alt
        assert "href" not in one.plain
    assert 'href="../doi-tuong/a.html"' in shown[0].drawing


def test_a_picture_of_boxes_and_lines_lies_there_for_other_programs_too() -> None:
    shown = {one.slug: one.editable for one in drawn(A, B, SO)}
    assert [(file.name, file.href) for file in shown["linh-vuc"]] == [
        ("draw.io", "hinh/linh-vuc.drawio"),
        ("Mermaid", "hinh/linh-vuc.mmd"),
        ("GraphML", "hinh/linh-vuc.graphml"),
    ]
    assert shown["linh-vuc"][0].text.startswith("<mxfile")
    assert shown["lo-trinh"] == ()


def test_the_mandatory_diagrams_come_first(hanoi: Model) -> None:
    site = Publication(hanoi, am.check(hanoi, as_of="2026-11-29", select=("STRUCT-04",)), "vi")
    slugs = [slug for slug, _, _ in Pictures(site)._all]
    assert slugs[:3] == ["sd-t-01", "sd-t-02", "sd-t-03"]


def test_own_systems_show_what_is_around_them_and_what_would_feel_their_end() -> None:
    links = (Link(type="owned_by", source="a", target="so"), Flow(id="f", source="a", target="b", state="in_use"))
    found = drawn(A, B, SO, links=links)
    assert [one.title for one in found.of(A)] == ["Hệ thống A: các quan hệ trực tiếp", "Nếu dừng: Hệ thống A"]
    assert 'href="so.html"' in found.of(A)[0].drawing
    assert found.of(B) == found.of(SO) == ()


def test_past_the_limit_pages_carry_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST", 1)
    more = A.model_copy(update={"id": "a2"})
    assert not drawn(A, B).limited
    assert drawn(A, more).limited
    assert drawn(A, more).of(A) == ()
