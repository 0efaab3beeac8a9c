"""Pairs and clusters as programs and people read them."""

from __future__ import annotations

import csv
import json
from io import StringIO

from archmodel.analysis.duplicates import Duplicates, duplicate_rows
from archmodel.analysis.duplicates.formats import as_csv, as_json, as_table
from archmodel.analysis.duplicates.subject import Row

DAY = "2026-01-01"


def found(*, every: bool = False) -> Duplicates:
    rows = [
        Row("=1", "QLVB", "Sở Y tế"),
        Row("2", "Phần mềm quản lý văn bản", "Sở Y tế"),
        Row("3", "Văn phòng điện tử", "Sở Tư pháp"),
        Row("4", "Giám sát cấp nước"),
        Row("5", "Giám sát thoát nước"),
    ]
    return duplicate_rows(rows, None, DAY, every=every)


def test_csv_is_the_contract_and_no_cell_is_a_formula():
    lines = list(csv.reader(StringIO(as_csv(found(), "en"))))
    assert lines[0] == ["id_a", "id_b", "score", "verdict", "why"]
    assert [(*line[:2], line[3]) for line in lines[1:]] == [
        ("'=1", "2", "duplicate"),
        ("2", "3", "family"),
        ("'=1", "3", "family"),
    ]
    assert all(len(line[2]) == 6 and 0.9 < float(line[2]) <= 1 for line in lines[1:])
    assert lines[1][4] == "name in common: văn bản điều hành (1.00); one owner: Sở Y tế"


def test_every_pair_that_was_scored_is_told_when_asked():
    told = {(m.id_a, m.id_b): m.verdict.value for m in found(every=True)}
    assert told["4", "5"] == "different"
    assert ("4", "5") not in {(m.id_a, m.id_b) for m in found()}


def test_json_holds_pairs_signs_and_clusters():
    value = json.loads(as_json(found(), "en"))
    assert (value["schema"], value["as_of"], value["systems"]) == (1, DAY, 5)
    assert value["clusters"] == [{"verdict": "duplicate", "score": 1.0, "ids": value["clusters"][0]["ids"]}]
    assert sorted(value["clusters"][0]["ids"]) == ["2", "3", "=1"]
    pair = value["pairs"][2]
    assert (pair["id_a"], pair["id_b"], pair["verdict"]) == ("=1", "3", "family")
    assert 0.9 < pair["score"] < 1
    assert {"aspect": "owner", "favours": False, "words": "other owners: Sở Y tế / Sở Tư pháp"} in pair["signs"]


def test_a_table_shows_each_cluster_with_its_reasons():
    lines = as_table(found()).splitlines()
    assert lines[0] == f"5 hệ thống, 3 cặp, 1 nhóm, ngày {DAY}"
    assert next(line for line in lines if line.startswith("  ")).split()[:3] == ["1.00", "Trùng", "lặp"]
    assert any("chủ quản khác: Sở Y tế / Sở Tư pháp" in line for line in lines)


def test_of_a_system_the_closest_are_told_first():
    assert [(m.id_a, m.id_b) for m in found().of("3")] == [("2", "3"), ("=1", "3")]
    assert repr(found().of("2")[0]) == "<duplicate 1.00: =1 ~ 2>"


def test_the_face_of_a_list_escapes_its_text():
    hostile = duplicate_rows([Row("a", "Đất đai <script>"), Row("b", "Đất đai <script>")], None, DAY)
    assert "<script>" not in hostile._repr_html_()
    assert repr(hostile) == f"<Duplicates on {DAY}: 2 systems, 1 pairs, 1 clusters>"
