"""What must not change an answer: the order of two systems, of rows, an empty column, how Unicode writes a letter."""

from __future__ import annotations

import csv
import random
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

import archmodel as am
from archmodel.analysis.duplicates import duplicate_rows
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Row, subject_of
from archmodel.analysis.duplicates.table import rows_of
from archmodel.analysis.duplicates.verdict import alike, one_unit, ruled

DAY = "2026-11-22"
SET = Path(__file__).parents[3] / "benchmarks" / "duplicates"
OLD_TONES = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "ỏe": "oẻ", "úy": "uý", "ùy": "uỳ"}


def rows() -> list[Row]:
    with (SET / "systems.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(r["id"], r["name_vi"], r["owner"], r["function"], r["data"], r["users"]) for r in csv.DictReader(file)
        ]


def answers(told: list[Row], model: am.Model | None) -> dict[frozenset[str], tuple[str, float]]:
    found = duplicate_rows(told, model, DAY)
    return {frozenset((m.id_a, m.id_b)): (m.verdict.value, m.score) for m in found}


@pytest.fixture(scope="module")
def told() -> list[Row]:
    return rows()[::4]


def test_a_pair_is_the_same_either_way_round(hanoi: am.Model):
    lineage, held = Lineage(hanoi, DAY, frozenset(spelled("Hà Nội"))), {row.id: row for row in rows()}
    with (SET / "pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(held[p["id_a"]], held[p["id_b"]]) for p in csv.DictReader(file)]
    rarity, wrong = Rarity([]), []
    for one, other in pairs:
        mine, theirs = subject_of(one, lineage), subject_of(other, lineage)
        agency = one_unit(mine, theirs) is True
        there = ruled(mine, theirs, alike(mine.job, theirs.job, rarity, one_agency=agency))
        back = ruled(theirs, mine, alike(theirs.job, mine.job, rarity, one_agency=agency))
        if there != back:
            wrong.append((one.name, other.name, there, back))
    assert wrong == []
    assert len(pairs) > 800


def test_the_order_of_rows_does_not_matter(told: list[Row], hanoi: am.Model):
    mixed = [*told]
    random.Random(7).shuffle(mixed)
    assert answers(mixed, hanoi) == answers(told, hanoi)
    assert len(answers(told, hanoi)) > 20


def test_an_empty_column_changes_nothing(told: list[Row]):
    plain = "id,name_vi,owner\n" + "\n".join(f'{r.id},"{r.name}","{r.owner}"' for r in told if '"' not in r.name)
    wider = "\n".join(f"{line},{'users' if line.startswith('id,') else ''}" for line in plain.splitlines())
    assert answers(rows_of(plain), None) == answers(rows_of(wider), None)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_forms_are_one(told: list[Row], form: str):
    normal = "NFC" if form == "NFC" else "NFD"
    written = [
        replace(
            row,
            name=unicodedata.normalize(normal, row.name),
            owner=unicodedata.normalize(normal, row.owner),
            function=unicodedata.normalize(normal, row.function),
        )
        for row in told
    ]
    assert answers(written, None) == answers(told, None)


def _old(text: str) -> str:
    for new, old in OLD_TONES.items():
        text = text.replace(new, old)
    return text


def test_where_the_tone_stands_does_not_matter(told: list[Row]):
    composed = [
        replace(row, name=unicodedata.normalize("NFC", row.name), function=unicodedata.normalize("NFC", row.function))
        for row in told
    ]
    moved = [replace(row, name=_old(row.name), function=_old(row.function)) for row in composed]
    assert moved != composed
    assert answers(moved, None) == answers(composed, None)
