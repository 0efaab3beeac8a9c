"""Coverage as a table: the four outcomes told apart, on a day and between two, in three formats."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

import archmodel as am
from archmodel.analysis.coverage import Cover
from archmodel.checks.gap_formats import COLUMNS, shown
from archmodel.checks.gaps import GapRow, between, gaps
from archmodel.checks.rule import Outcome

DAY = "2026-11-22"
FRAMEWORK = {
    "test-1": {
        "edition": [{"id": "test-1", "name": "Khung thử", "status": "complete"}],
        "layers": [
            {"id": "layers", "name": "Lớp", "sort": "layer", "status": "complete", "entries": [{"key": "L1", "name": "Hạ tầng"}]}
        ],
        "province": [
            {
                "id": "province", "name": "Mô hình tỉnh", "sort": "component", "status": "complete",
                "entries": [
                    {"key": "P.1", "code": "=HTS1", "name": "Có", "parent": "L1", "role": "own"},
                    {"key": "P.2", "name": "Sắp có", "parent": "L1", "role": "own"},
                    {"key": "P.3", "name": "Thiếu", "parent": "L1", "role": "own"},
                    {"key": "P.4", "name": "Chưa rõ", "parent": "L1", "role": "own"},
                    {"key": "P.5", "name": "Khác", "parent": "L1", "role": "open"},
                ],
            }
        ],
    }
}  # fmt: skip
CATALOG: dict[str, Any] = {
    "applications": [
        {"id": "a", "name": "A", "record": "own", "state": "in_use", "since": "2025-07-01",
         "aligned_to": {"to": "test-1/P.1", "mapping": "equivalent"}},
        {"id": "b", "name": "B", "record": "own", "state": "planned", "aligned_to": {"to": "test-1/P.2", "mapping": "equivalent"}},
        {"id": "d", "name": "D", "record": "own", "aligned_to": {"to": "test-1/P.4", "mapping": "equivalent"}},
    ]
}  # fmt: skip


@pytest.fixture
def rows(load) -> dict[str, GapRow]:
    model = load(CATALOG, {"framework": "test-1"}, FRAMEWORK)
    return {row.key: row for row in gaps(model, DAY)}


def test_four_outcomes(rows: dict[str, GapRow]) -> None:
    assert {key: row.outcome for key, row in rows.items()} == {
        "P.1": Outcome.PASS,
        "P.2": Outcome.PASS,
        "P.3": Outcome.FAIL,
        "P.4": Outcome.INSUFFICIENT,
        "P.5": Outcome.NOT_APPLICABLE,
    }


def test_codes_and_keys_are_different_things(rows: dict[str, GapRow]) -> None:
    assert [(row.key, row.code) for row in rows.values()][:2] == [("P.1", "=HTS1"), ("P.2", None)]


def test_what_changed_between_two_days(load) -> None:
    model = load(CATALOG, {"framework": "test-1"}, FRAMEWORK)
    (row,) = between(model, "2025-06-30", "2025-07-01")
    assert (row.key, row.before.value if row.before else None, row.cover.value) == ("P.1", "coming", "in_place")


def test_an_unknown_edition(load) -> None:
    with pytest.raises(am.ArchmodelError, match="did you mean 'test-1'"):
        gaps(load({}, {"framework": "test-1"}, FRAMEWORK), DAY, "test-2")


def test_an_edition_whose_list_nobody_has_is_insufficient(hanoi: am.Model) -> None:
    unread = [row for row in gaps(hanoi, DAY, "gov-4.0") if row.scope == "own"]
    assert [row.outcome for row in unread] == [Outcome.INSUFFICIENT]


def test_formats_agree(rows: dict[str, GapRow]) -> None:
    value = json.loads(shown(rows.values(), "json"))
    cells = list(csv.DictReader(StringIO(shown(rows.values(), "csv"))))
    assert tuple(value["components"][0]) == tuple(cells[0]) == COLUMNS
    assert [row["key"] for row in value["components"]] == [row["key"] for row in cells] == list(rows)
    assert value["counts"] == {"pass": 2, "fail": 1, "insufficient": 1, "not_applicable": 1}
    assert cells[0]["code"] == "'=HTS1"
    assert "P.3" in shown(rows.values(), "table", "en")
    assert Cover.NONE.words.en.lower() in shown(rows.values(), "table", "en")


def test_the_table_names_scope_component_outcome_and_what_fills_it(rows: dict[str, GapRow]) -> None:
    chosen = [rows["P.1"], replace(rows["P.3"], before=Cover.IN_PLACE), replace(rows["P.2"], elements=tuple("abcde"))]
    beside = replace(rows["P.5"], scope="z", elements=tuple("abcd"))
    assert shown([*chosen, beside], "table", "en").splitlines() == [
        "Mô hình tỉnh [own]: pass 2, fail 1",
        "  P.1            (=HTS1) Có",
        "                 pass; in place: a",
        "  P.3            Thiếu",
        "                 fail; nothing fills it (← in place)",
        "  P.2            Sắp có",
        "                 pass; planned or in build: a, b, c, d …",
        "",
        "Mô hình tỉnh [z]: not applicable 1",
        "  P.5            Khác",
        "                 not applicable; not required: a, b, c, d",
    ]
    cells = list(csv.DictReader(StringIO(shown(chosen, "csv"))))
    assert [(row["before"], row["elements"], row["code"]) for row in cells] == [
        ("", "a", "'=HTS1"),
        ("in_place", "", ""),
        ("", "a; b; c; d; e", ""),
    ]
