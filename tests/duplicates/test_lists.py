"""The whole lists are as untidy as agencies send them, and what is expected of each fits its rows."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from labelled_set import FOLDER

from archmodel.text.vietnamese import composed

TABLES = sorted((FOLDER / "lists").glob("*.csv"))


def _ids(table: Path) -> list[str]:
    """The ids of a list, read as a patient person would."""
    text = table.read_bytes().decode("utf-8-sig")
    rows = csv.DictReader(text.splitlines(), delimiter=";" if '";"' in text else ",")
    return [row["id"] for row in rows if row["id"]]


def _expected(table: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(table.with_suffix(".yaml").read_text(encoding="utf-8"))
    return found


def test_there_are_three_lists():
    assert [table.stem for table in TABLES] == ["phuong-hoan-kiem", "ra-soat-thanh-pho", "so-y-te"]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_expected_clusters_name_rows_of_the_list(table: Path):
    ids, expected = _ids(table), _expected(table)
    assert 20 <= len(ids) == len(set(ids)) <= 40
    assert set(expected) == {"duplicate", "family", "overlap", "apart"}
    for verdict in ("duplicate", "family", "overlap"):
        for cluster in expected[verdict]:
            assert len(cluster["ids"]) >= 2
            assert set(cluster["ids"]) <= set(ids)
            assert cluster["why"]
    assert {one for both in expected["apart"] for one in both} <= set(ids)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_nothing_is_expected_twice_or_against_itself(table: Path):
    expected = _expected(table)
    inside = [one for cluster in expected["duplicate"] for one in cluster["ids"]]
    assert len(inside) == len(set(inside))
    joined = [
        frozenset(two)
        for verdict in ("duplicate", "family", "overlap")
        for cluster in expected[verdict]
        for two in combinations(cluster["ids"], 2)
    ]
    assert len(joined) == len(set(joined))
    assert [both for both in expected["apart"] if frozenset(both) in joined] == []


def test_the_lists_keep_their_untidy_form():
    """An editor that cleans these files takes away what they are for."""
    ward, review, health = (table.read_bytes() for table in TABLES)
    assert health.startswith(b"\xef\xbb\xbf")
    assert composed(health.decode()) != health.decode() != ""
    assert b"\r\n" in ward
    assert b'""' in ward
    assert b";" in ward.splitlines()[0]
    assert b"\n\n" in review
    assert not review.endswith(b"\n")
    assert b",- iHanoi" in review
