"""The functions of a sector are known by the names systems for them carry: names of one meet, names of two stay apart.

The floors are what was reached; the lists were written before the lexicon was widened by them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from inventory import tally

from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.lineage import Lineage

FOLDER = Path(__file__).parents[2] / "benchmarks" / "duplicates"
ONE_NAME, NEAR = 0.87, 0.95
"""What each list reaches at least: of names of one function that meet, and of near functions not told the same."""

LISTS = sorted((FOLDER / "inventories").glob("*.yaml"))


def functions(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return found


def test_there_are_lists():
    assert len(LISTS) >= 6


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_is_well_formed(path: Path):
    told = functions(path)
    jobs = {one["job"] for one in told}
    assert len(jobs) == len(told) >= 60
    assert [one["job"] for one in told if not 3 <= len(one["names"]) <= 9] == []
    assert [kin for one in told for kin in one.get("near", ()) if kin not in jobs] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_names_of_one_function_meet_and_of_two_stay_apart(path: Path):
    told = tally(functions(path), Lineage(None, "2026-11-22", frozenset(spelled("Hà Nội"))))
    share = {kind: told.right[kind] / asked for kind, asked in told.asked.items()}
    assert share["one-name"] >= ONE_NAME
    assert share["near"] >= NEAR
    assert share["apart"] >= 0.985
