"""The values behind the pages: labels that agree with the model, addresses, days, what is told as unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archmodel.checks.report import Report
from archmodel.documents.site.address import Outside, outside
from archmodel.documents.site.fields import facts
from archmodel.documents.site.instruments import instrument_rows
from archmodel.documents.site.labels import TOLD_ELSEWHERE
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.sources import source_rows
from archmodel.documents.site.ties import ties
from archmodel.model.audience import for_public
from archmodel.model.elements import Application, Asset, Closing, Organisation, Quality, Security
from archmodel.model.framework import Instrument, Reference
from archmodel.model.governance import Changes, Layout
from archmodel.model.kinds import KINDS
from archmodel.model.labels import FIELDS, LISTS, PARTS
from archmodel.model.model import Model
from archmodel.model.record import Evidence, Unknown
from archmodel.model.relations import Link
from archmodel.model.values import LABELS


def publication(*elements: Application | Organisation, relations: tuple[Link, ...] = ()) -> Publication:
    return Publication(Model(elements, relations), Report("2026-11-22", "khung-1", None, (), ()), "vi")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_labelled_or_told_elsewhere(kind: str) -> None:
    fields = set(KINDS[kind].element.model_fields)
    assert fields <= set(FIELDS) | TOLD_ELSEWHERE


def test_no_label_is_left_over() -> None:
    assert set(FIELDS) <= {name for kind in KINDS.values() for name in kind.element.model_fields}
    assert set(LISTS.values()) <= set(LABELS)


def test_every_part_of_a_field_has_words() -> None:
    items = Closing.model_fields["item"].annotation.__args__  # type: ignore[union-attr]
    parts = (Asset, Quality, Layout, Changes, Security)
    assert {*(name for part in parts for name in part.model_fields), *items} == set(PARTS)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (None, None),
        ("https://hanoi.gov.vn/a?b=1", Outside("hanoi.gov.vn", "https://hanoi.gov.vn/a?b=1")),
        ("javascript:alert(1)", Outside("javascript:alert(1)", None)),
        ("JaVaScRiPt:alert(1)", Outside("JaVaScRiPt:alert(1)", None)),
        ("data:text/html,x", Outside("data:text/html,x", None)),
        ("//evil.example/x", Outside("//evil.example/x", None)),
        ("http://", Outside("http://", None)),
        ("http://[", Outside("http://[", None)),
        ('https://a.example/"onclick=x', Outside('https://a.example/"onclick=x', None)),
        ("https://good.example@evil.example/", Outside("evil.example", "https://good.example@evil.example/")),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, shown: Outside | None) -> None:
    assert outside(url) == shown


def test_expected_fields_are_said_to_be_unknown() -> None:
    app = Application(id="a", name="A", unknown=(Unknown(field="scope", contact="Sở X", due="2027-03-30"),),
                      not_applicable=("sharing",))  # fmt: skip
    rows = {fact.field: fact for fact in facts(publication(app), app).rows}
    assert rows["state"].values[0].text == "Chưa xác định"
    assert not rows["state"].known
    assert rows["scope"].values[0].text == "Chưa xác định; đầu mối Sở X; hạn 30/3/2027"
    assert rows["sharing"].values[0].text == "Không áp dụng"


def test_a_local_code_is_shown_only_where_there_is_one() -> None:
    bare, coded = Application(id="a", name="A"), Application(id="b", name="B", code="UD-01")
    assert "code" not in {fact.field for fact in facts(publication(bare), bare).rows}
    fact = next(fact for fact in facts(publication(coded), coded).rows if fact.field == "code")
    assert (fact.label, fact.values[0].text) == ("Mã nội bộ", "UD-01")


def test_what_is_withheld_is_told_whether_known_or_not() -> None:
    for app in (Application(id="a", name="A"), Application(id="a", name="A", security=Security(level=4), note="x")):
        site = publication(app)
        public = for_public(site.model)
        told = facts(replace(site, model=public), public["a"])
        assert told.withheld == ("Cấp độ và hồ sơ an toàn", "Ghi chú")
        assert {"security", "note"}.isdisjoint(fact.field for fact in told.rows)


def test_an_internal_edition_shows_the_security_dossier() -> None:
    app = Application(id="a", name="A", security=Security(level=4, national_monitoring=True))
    told = facts(publication(app), app)
    (shown,) = (fact for fact in told.rows if fact.field == "security")
    assert [value.text for value in shown.values] == ["cấp độ: 4", "nối giám sát quốc gia: Có"]
    assert told.withheld == ()


def test_relations_read_both_ways_with_validity() -> None:
    link = Link(type="owned_by", source="a", target="so", since="2025-03-01", until="2025-07")
    app, body = Application(id="a", name="A"), Organisation(id="so", name="Sở Y")
    site = publication(app, body, relations=(link,))
    (ahead,), (back,) = ties(site, app), ties(site, body)
    assert (ahead.words, ahead.ties[0].other.name) == ("có chủ quản là", "Sở Y")
    assert (back.words, back.ties[0].other.name) == ("là chủ quản của", "A")
    assert (ahead.ties[0].validity, ahead.ties[0].standing) == ("từ 01/3/2025, đến trước 7/2025", "đã kết thúc")


def test_an_end_nobody_recorded_is_named_by_its_id() -> None:
    app = Application(id="a", name="A")
    (group,) = ties(publication(app, relations=(Link(type="owned_by", source="a", target="ghost"),)), app)
    assert group.ties[0].other == ("ghost", "ghost", None, None, "không có trong danh mục này")


@pytest.mark.parametrize(
    ("given", "holding"),
    [
        ({"status": "in_force", "since": "2026-01-01"}, "now"),
        ({"status": "in_force", "since": "2026-01-01", "until": "2026-11-22"}, "over"),
        ({"status": "in_force", "since": "2027-03-01"}, "over"),
        ({"status": "in_force", "issued": "2026-09-30"}, "now"),
        ({"status": "in_force", "issued": "2026-12-01"}, "over"),
        ({"status": "unverified", "issued": "2026-01-01"}, "doubt"),
        ({"status": "draft", "since": "2026-01-01"}, "over"),
        ({"status": "expired"}, "over"),
    ],
)
def test_an_instrument_is_judged_by_its_dates_then_by_its_status(given: dict[str, str], holding: str) -> None:
    instrument = Instrument.model_validate({"id": "X", **given})
    model = Model((), reference=Reference(instruments={"X": instrument}))
    (row,) = instrument_rows(Publication(model, Report("2026-11-22", "khung-1", None, (), ()), "vi"))
    assert row.holding == holding


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ({"number": "1/QĐ", "name": "Quy định"}, ("1/QĐ", "Quy định")),
        ({"form": "Dự thảo hướng dẫn"}, ("Dự thảo hướng dẫn", None)),
        ({}, ("X", None)),
    ],
)
def test_an_instrument_goes_by_its_number_else_by_its_form(
    given: dict[str, str], called: tuple[str, str | None]
) -> None:
    instrument = Instrument.model_validate({"id": "X", "status": "draft", **given})
    model = Model((), reference=Reference(instruments={"X": instrument}))
    (row,) = instrument_rows(Publication(model, Report("2026-11-22", "khung-1", None, (), ()), "vi"))
    assert (row.number, row.name) == called


def test_the_days_of_a_source_are_in_order_whatever_the_order_of_records() -> None:
    days = ("2026-03", "2025-01-02", "2024", "2026-01", "2023-05", "2025-11", "2022")
    apps = [
        Application(id=f"a{n}", name="A", evidence=(Evidence(document="D", date=day),)) for n, day in enumerate(days)
    ]
    (row,) = source_rows(publication(*apps))
    assert row.days == ("2022", "5/2023", "2024", "02/01/2025", "11/2025", "01/2026", "3/2026")
    assert [ref.id for ref in row.elements] == ["a0", "a1", "a2", "a3", "a4", "a5", "a6"]
