"""A long list is searched in bulk: what that finds is what comparing every system with every other finds."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable

import pytest
from labelled_set import pairs as labelled_pairs
from labelled_set import systems

import archmodel as am
from archmodel.analysis.duplicates import cores, duplicate_rows, search
from archmodel.analysis.duplicates.columns import Columns, columns_of, read
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.nearest import couples
from archmodel.analysis.duplicates.search import CLOSEST, Pair, pairs
from archmodel.analysis.duplicates.subject import Row
from archmodel.analysis.duplicates.verdict import alike
from archmodel.analysis.duplicates.wide import VERDICTS, wide_pairs

DAY = "2026-11-22"
Key = tuple[str, str]
Search = Callable[..., Iterable[Pair]]


def rows() -> list[Row]:
    return [Row(one.id, one.name_vi, one.owner, one.function, one.data, one.users) for one in systems().values()]


@pytest.fixture(scope="module")
def columns(hanoi: am.Model) -> Columns:
    return read(rows(), Lineage(hanoi, DAY, frozenset(spelled("Hà Nội"))))


@pytest.fixture(scope="module")
def every_pair(columns: Columns) -> dict[Key, Pair]:
    return by_ids(pairs(tuple(columns)))


@pytest.fixture(scope="module")
def found(columns: Columns) -> dict[Key, Pair]:
    return by_ids(wide_pairs(columns))


def by_ids(told: Iterable[Pair]) -> dict[Key, Pair]:
    return {key(pair.one.id, pair.other.id): pair for pair in told}


def key(one: str, other: str) -> Key:
    return min(one, other), max(one, other)


def best(told: dict[Key, Pair]) -> dict[str, float]:
    score: dict[str, float] = defaultdict(float)
    for ids, pair in told.items():
        for id in ids:
            score[id] = max(score[id], pair.ruling.score)
    return score


def test_the_jobs_of_labelled_pairs_meet(columns: Columns):
    """Of labelled pairs told alike, 98.5% are looked at by either search."""
    import numpy as np

    rarity = Rarity(job.name for job in columns.jobs)
    job_of = dict(zip(columns.cells[0], columns.job_at, strict=True))
    asked = {key(pair.id_a, pair.id_b) for pair in labelled_pairs()}
    jobs = {tuple(sorted((job_of[one], job_of[other]))) for one, other in asked if job_of[one] != job_of[other]}
    above = {
        (one, other) for one, other in jobs if not alike(columns.jobs[one], columns.jobs[other], rarity).are_different
    }
    nowhere = np.zeros(0, "i8")
    near = couples(columns.jobs, rarity, nowhere, nowhere)
    number = {job: at for at, job in enumerate(columns.jobs)}
    met = {
        tuple(sorted((number[one], number[other]))) for one, other, _ in search._near(columns.jobs, rarity, every=False)
    }
    assert len(above) > 500
    for seen in (set(zip(near.one.tolist(), near.other.tolist(), strict=True)), met):
        assert len(above & seen) >= 0.985 * len(above)


def test_what_is_found_is_ruled_as_ever(columns: Columns, every_pair: dict[Key, Pair], found: dict[Key, Pair]):
    assert [ids for ids, pair in found.items() if ids in every_pair and pair.ruling != every_pair[ids].ruling] == []
    held = wide_pairs(columns)
    told = [
        (VERDICTS[verdict], pytest.approx(score, abs=1e-4)) for score, verdict in zip(*held.scored[2:], strict=True)
    ]
    assert [(pair.ruling.verdict, pair.ruling.score) for pair in held] == told


def test_the_closest_of_each_system_is_found(every_pair: dict[Key, Pair], found: dict[Key, Pair]):
    wanted, had = best(every_pair), best(found)
    assert sum(had[id] >= score - 1e-4 for id, score in wanted.items()) >= 0.98 * len(wanted)


def test_duplicates_of_one_unit_are_found(every_pair: dict[Key, Pair], found: dict[Key, Pair]):
    sure = [
        ids for ids, pair in every_pair.items() if pair.ruling.gate == "unit" and pair.ruling.verdict == "duplicate"
    ]
    assert len(sure) > 250
    assert sum(ids in found for ids in sure) >= 0.95 * len(sure)


def test_pairs_stand_best_first_and_each_is_close_to_one_of_its_systems(found: dict[Key, Pair]):
    scores = [pair.ruling.score for pair in found.values()]
    assert scores == sorted(scores, reverse=True)
    held: dict[str, int] = defaultdict(int)
    for ids in found:
        for id in ids:
            held[id] += 1
    assert all(min(held[one], held[other]) >= 1 for one, other in found)
    assert len(found) <= CLOSEST * len(systems())


@pytest.mark.slow
@pytest.mark.skipif(not cores._can_copy(), reason="processes cannot be copied here")
def test_two_cores_read_as_one(hanoi: am.Model, monkeypatch: pytest.MonkeyPatch):
    from archmodel.analysis.duplicates import columns as module

    monkeypatch.setattr(module, "_SPAN", 50)
    lineage = Lineage(hanoi, DAY, frozenset())
    one, two = (read(rows(), lineage, count) for count in (1, 2))
    assert one.jobs == two.jobs
    assert one.standings == two.standings
    assert (one.job_at, one.standing_at) == (two.job_at, two.standing_at)
    assert [*one] == [*two]


def test_answers_come_in_the_order_of_the_spans():
    held = cores.spans(10, 3)
    assert held == [(0, 3), (3, 6), (6, 9), (9, 10)]
    told = [*cores.in_order(lambda span: (span, os.getpid()), held, 2)]
    assert [span for span, _ in told] == held


def test_columns_give_back_the_subjects(columns: Columns):
    again = columns_of(tuple(columns))
    assert [*again] == [*columns]
    assert again[3:5] == columns[3:5]


def test_a_long_list_is_told_lazily_and_the_same(monkeypatch: pytest.MonkeyPatch):
    from archmodel.analysis import duplicates as door

    monkeypatch.setattr(door, "FULL", 2)
    monkeypatch.setattr(search, "FULL", 2)
    told = [
        Row("a", "Phần mềm quản lý hộ tịch", "UBND xã Hòa Lạc"),
        Row("b", "Quản lý hộ tịch", "UBND xã Hoà Lạc"),
        Row("c", "Hệ thống quan trắc không khí", "Sở Nông nghiệp và Môi trường"),
    ]
    held = duplicate_rows(iter(told), None, DAY)
    assert [(m.id_a, m.id_b, m.verdict.value) for m in held] == [("a", "b", "duplicate")]
    assert [m.id_b for m in held.matches[:1]] == ["b"]
    assert len(held.subjects) == 3
    assert [cluster.ids for cluster in held.clusters] == [("a", "b")]


@pytest.mark.parametrize("search", [pairs, wide_pairs])
def test_in_a_crowd_a_dissolved_district_meets_each_ward_that_succeeds_it(hanoi: am.Model, search: Search):
    """Each ward has a portal; those of the wards formed of Ba Đình are told beside the district's, which stayed."""
    lineage = Lineage(hanoi, DAY, frozenset(spelled("Hà Nội")))
    communes = [e.name for e in hanoi.organisations if e.name.startswith("Phường") and e.holds_on(DAY)]
    rows = [Row(name, f"Cổng TTĐT {name}", f"UBND {name}") for name in communes]
    rows.append(Row("old", "Cổng thông tin điện tử quận Ba Đình", "UBND quận Ba Đình"))
    columns = read(rows, lineage)
    told = search(columns if search is wide_pairs else tuple(columns))
    twins = {
        ({p.one.id, p.other.id} - {"old"}).pop()
        for p in told
        if "old" in (p.one.id, p.other.id) and p.ruling.verdict == "duplicate"
    }
    district = columns[len(rows) - 1]
    assert twins == {s.id for s in columns if s.id != "old" and s.today <= district.today}
    assert 0 < len(twins) < 10
