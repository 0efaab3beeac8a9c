"""Codes, addresses and owners asked for a day."""

from __future__ import annotations

import pytest

from archmodel.analysis.registers import answerable, bearers, standing_at
from archmodel.model.elements import Application, Code, Interface, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Link

OLD, NEW = "2025-06-30", "2025-07-01"
MODEL = Model(
    [
        Organisation(
            id="quan", name="Quận", until=NEW, electronic_id="H26.1", codes=(Code(system="GSO", value="001"),)
        ),
        Organisation(
            id="phuong", name="Phường", since=NEW, codes=(Code(system="GSO", value="001", until="2026-01-01"),)
        ),
        Organisation(
            id="so",
            name="Sở",
            codes=(Code(system="cũ", value="S1", until=NEW), Code(system="mới", value="S2", until=None)),
        ),
        Interface(id="trang-cu", name="Trang", address="https://www.Quan.gov.vn/", until=NEW),
        Interface(id="trang-moi", name="Trang", address="quan.gov.vn", since=NEW),
        Application(id="app", name="A"),
    ],
    [
        Link(type="owned_by", source="app", target="quan"),
        Link(type="owned_by", source="app", target="phuong", since=NEW),
        Link(type="operated_by", source="app", target="nowhere"),
    ],
)


@pytest.mark.parametrize(
    ("code", "day", "ids"),
    [
        ("001", OLD, ["quan"]),
        ("001", NEW, ["phuong"]),
        ("001", "2026-01-01", []),
        ("H26.1", OLD, ["quan"]),
        ("H26.1", NEW, []),
        ("S1", OLD, ["so"]),
        ("S1", NEW, []),
    ],
)
def test_a_code_has_its_bearers_of_the_day(code: str, day: str, ids: list[str]) -> None:
    assert [body.id for body in bearers(MODEL, code, day)] == ids


def test_a_body_has_its_codes_of_the_day() -> None:
    so, quan = MODEL.organisations[2], MODEL.organisations[0]
    assert [code.value for code in so.codes_on(OLD)] == ["S1", "S2"]
    assert [code.value for code in so.codes_on(NEW)] == ["S2"]
    assert quan.codes_on(NEW) == ()


def test_an_address_has_what_stands_there_on_the_day() -> None:
    assert [face.id for face in standing_at(MODEL, "http://quan.gov.vn", OLD)] == ["trang-cu"]
    assert [face.id for face in standing_at(MODEL, "http://quan.gov.vn", NEW)] == ["trang-moi"]
    assert standing_at(MODEL, "khac.gov.vn", NEW) == ()


def test_who_answers_is_told_for_the_day_and_nobody_is_made_up() -> None:
    assert [r.target for r in answerable(MODEL, "app", OLD)] == ["quan", "nowhere"]
    assert [r.target for r in answerable(MODEL, "app", NEW)] == ["phuong", "nowhere"]
