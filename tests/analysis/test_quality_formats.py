"""Data quality in three formats, as tables and on the command line; the league table of the example province."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

import archmodel as am
from archmodel.analysis.keepers import Why
from archmodel.analysis.quality import DataQuality, quality
from archmodel.analysis.quality_formats import BY, COLUMNS, By, rows, shown
from archmodel.cli import main
from archmodel.model.elements import Channel, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Link

EXAMPLE = Path(am.__file__).parent / "example"
DAY = "2026-11-22"


@pytest.fixture
def found() -> DataQuality:
    """A hotline somebody answers for and a kiosk nobody does."""
    evidence = (Evidence(document="D", date="2026-05", confidence="secondary"),)
    elements = (
        Organisation(id="so", name="=Sở"),
        Channel(id="k1", name="=Tổng đài", category="hotline", not_applicable=("serves",), evidence=evidence),
        Channel(id="k2", name="Ki-ốt"),
    )
    return quality(Model(elements, (Link(type="owned_by", source="k1", target="so", evidence=evidence),)), DAY)


def test_the_league_of_the_example() -> None:
    found = am.quality(am.load(EXAMPLE), "2026-11-01")
    league = [
        (
            agency.body.id if agency.body else None,
            len(agency.records),
            agency.score,
            agency.seal.value,
            *agency.missing[:3],
        )
        for agency in found.agencies
    ]
    assert league == [
        ("so-nnmt-vd", 3, 27, "none", ("contact", 1), ("operated_by", 1), ("personal_data", 1)),
        ("so-yte-vd", 3, 27, "none", ("contact", 1), ("hosted_on", 1), ("operated_by", 1)),
        ("ubnd-vd", 7, 26, "none", ("realizes", 4), ("operated_by", 3), ("contact", 1)),
        ("so-khcn-vd", 6, 25, "none", ("operated_by", 4), ("contact", 2), ("realizes", 2)),
        ("bo-gia-dinh", 1, 18, "none", ("aligned_to", 1), ("disposition", 1), ("hosted_on", 1)),
        (None, 8, 21, "none", ("contact", 5), ("owned_by", 3), ("scope", 3)),
    ]
    assert {record.element.id: record.keepers[0].why for record in found.agencies[-1].records} == {
        **dict.fromkeys(("k-mot-cua", "f-nha-a", "u-cong"), Why.UNNAMED),
        **dict.fromkeys(
            ("mot-cua-bac", "mot-cua-nam", "d-mot-cua-bac", "u-huyen-bac", "u-huyen-nam"), Why.SEVERAL_HEIRS
        ),
    }


@pytest.mark.parametrize("by", BY)
def test_formats_agree(found: DataQuality, by: By) -> None:
    value = json.loads(shown(found, by, "json", "en"))
    (listed,) = (held for held in value.values() if isinstance(held, list))
    cells = list(csv.DictReader(StringIO(shown(found, by, "csv", "en"))))
    assert tuple(listed[0]) == tuple(cells[0]) == COLUMNS[by]
    assert listed == json.loads(json.dumps(rows(found, by, "en")))
    assert [row["name"] for row in cells] == [
        f"'{row['name']}" if row["name"][0] == "=" else row["name"] for row in listed
    ]
    assert (value["schema"], value["as_of"], value["evidence_months"], value["score"]) == (1, DAY, 24, 36)
    assert shown(found, by, "table").startswith("Ngày 2026-11-22: 2 bản ghi, điểm chung 36/100")


def test_what_a_record_row_tells(found: DataQuality) -> None:
    first, second = rows(found, "record", "en")
    assert first == {
        "id": "k1", "kind": "channel", "name": "=Tổng đài", "agencies": ["so"], "unanswered": None, "score": 72,
        "seal": "silver", "points": 36, "possible": 50, "proven": 4, "asked": 5, "missing": ["contact"], "promised": [],
        "waiting": [], "unproven": [], "stale": [], "undated": [], "not_applicable": ["serves"], "later": 0,
        "next": "state 'contact'", "then": 90,
    }  # fmt: skip
    assert (second["agencies"], second["unanswered"]) == ([], "no owner or operator on record")


def test_a_row_tells_of_evidence_of_days_to_come() -> None:
    later = Channel(id="k", name="K", evidence=(Evidence(document="D", date="2027", confidence="primary"),))
    assert rows(quality(Model([later]), DAY), "record")[0]["later"] == 1


def test_what_an_agency_row_tells(found: DataQuality) -> None:
    assert rows(found, "agency", "en")[1] == {
        "agency": None, "name": "Nobody on record", "records": 1, "score": 0, "seal": "none", "points": 0, "possible": 50,
        "proven": 0, "asked": 5, "missing": {"category": 1, "contact": 1, "evidence": 1, "owned_by": 1, "serves": 1},
    }  # fmt: skip


def test_tables(found: DataQuality) -> None:
    by_record = am.tables.quality(found)
    assert list(by_record.index) == ["k1", "k2"]
    assert by_record.loc["k2", "missing"] == "category; owned_by; serves; evidence; contact"
    assert am.tables.quality(found, "agency")["score"].tolist() == [72, 0]


def test_the_text_says_what_to_do(found: DataQuality) -> None:
    told = shown(found, "record", "table")
    assert "  72  Bạc           k1  =Tổng đài\n" in told
    assert "còn thiếu: contact" in told
    assert "→ ghi 'contact' (72 → 90)" in told
    assert "chưa rõ cơ quan trả lời: chưa ghi chủ quản hay đơn vị vận hành" in told


def test_on_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    where = ["quality", "--workspace", str(EXAMPLE)]
    assert main(where) == 0
    assert capsys.readouterr().out.startswith("Ngày 2026-11-01: 28 bản ghi")
    file = tmp_path / "q.csv"
    assert main([*where, "--by", "record", "--format", "csv", "--as-of", "2025-01-01", "--output", str(file)]) == 0
    assert file.read_text(encoding="utf-8").count("\n") == 29
    assert main([*where, "--as-of", "hôm nay"]) == 2
    assert "viết ngày dạng 2025-07-01" in capsys.readouterr().err
