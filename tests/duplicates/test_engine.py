"""How well the engine does on the labelled pairs: never worse than it did, on those it was tuned on and on those unseen.

The figures of the ``test`` side may only rise by better mechanisms; no word is added because of a pair of that side.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest
import yaml
from labelled_set import FOLDER, VERDICTS, pairs, systems

import archmodel as am
from archmodel.analysis.duplicates import duplicate_rows
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Row, subject_of
from archmodel.analysis.duplicates.table import rows_of
from archmodel.analysis.duplicates.verdict import alike, one_unit, ruled

DAY = "2026-11-22"
ALIKE = {"duplicate", "family"}
Confusion = Counter[tuple[str, str]]


def judged(model: am.Model, split: str, *, names_only: bool = False) -> Confusion:
    """What the labels say against what the engine says, of the pairs of one side."""
    lineage = Lineage(model, DAY, frozenset(spelled("Hà Nội")))
    told = {
        one.id: subject_of(Row(one.id, one.name_vi, one.owner, one.function, one.data, one.users), lineage)
        for one in systems().values()
    }
    rarity = Rarity(job.name for job in {subject.job for subject in told.values()})
    found: Confusion = Counter()
    for pair in pairs():
        mine, theirs = told[pair.id_a], told[pair.id_b]
        if pair.split != split or (names_only and (mine.row.function or theirs.row.function)):
            continue
        how = alike(mine.job, theirs.job, rarity, one_agency=one_unit(mine, theirs) is True)
        found[pair.verdict, ruled(mine, theirs, how).verdict.value] += 1
    return found


def f1(found: Confusion, of: set[str]) -> float:
    """The harmonic mean of precision and recall of telling one of these verdicts."""
    right = sum(count for (label, said), count in found.items() if label in of and said in of)
    wrong = sum(count for (label, said), count in found.items() if (label in of) != (said in of))
    return 2 * right / (2 * right + wrong)


@pytest.mark.parametrize(
    ("split", "alike_f1", "macro_f1"),
    [("dev", 0.96, 0.92), ("test", 0.92, 0.85)],
)
def test_four_verdicts_with_all_columns(hanoi: am.Model, split: str, alike_f1: float, macro_f1: float):
    found = judged(hanoi, split)
    assert f1(found, ALIKE) >= alike_f1
    assert sum(f1(found, {verdict}) for verdict in VERDICTS) / 4 >= macro_f1


@pytest.mark.parametrize("split", ["dev", "test"])
def test_duplicate_or_family_of_names_with_owners_only(hanoi: am.Model, split: str):
    found = judged(hanoi, split, names_only=True)
    assert f1(found, ALIKE) >= 0.95
    assert found.total() > 60


@pytest.mark.parametrize("name", ["phuong-hoan-kiem", "ra-soat-thanh-pho", "so-y-te"])
def test_whole_lists_give_the_pairs_expected(hanoi: am.Model, name: str):
    folder = FOLDER / "lists"
    wanted: dict[str, Any] = yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    rows = rows_of((folder / f"{name}.csv").read_bytes().decode("utf-8-sig"))
    found = duplicate_rows(rows, hanoi, DAY)
    said = {frozenset((m.id_a, m.id_b)): m.verdict.value for m in found}
    told = [
        said.get(frozenset(couple)) == verdict
        for verdict in ("duplicate", "family")
        for entry in wanted[verdict]
        for couple in combinations(entry["ids"], 2)
    ]
    assert told.count(False) <= 1
    together = [set(cluster.ids) for cluster in found.clusters]
    assert [couple for couple in wanted["apart"] if any(set(map(str, couple)) <= ids for ids in together)] == []


def test_the_catalogue_is_not_flooded(hanoi: am.Model):
    """Of the City's own systems few are told as one; parts and neighbours are told as overlaps."""
    said = Counter(match.verdict.value for match in am.duplicates(hanoi, DAY))
    assert 5 <= said["duplicate"] <= 20
    assert said["family"] <= 25
    assert said["overlap"] <= 200


def test_the_title_of_an_owner_says_whose_a_job_is_not_what():
    lineage = Lineage(None, DAY, frozenset())
    told = {
        owner: dict(subject_of(Row("a", "Trợ lý ảo HĐND", owner, "Hỗ trợ hoạt động của HĐND."), lineage).job.function)
        for owner in ("Hội đồng nhân dân tỉnh Nghệ An", "Sở Y tế")
    }
    council = "hội đồng nhân dân"
    assert {owner: sorts[council] for owner, sorts in told.items()} == {
        "Hội đồng nhân dân tỉnh Nghệ An": "sector",
        "Sở Y tế": "field",
    }
