"""Numbers that tell how alike two jobs are, and the chances they give, one by one and many at once."""

from __future__ import annotations

import random

import pytest

from archmodel.analysis.duplicates.aspects import NOT_COMPARED, NUMBERS, Aspects, compared
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Job, Row, subject_of
from archmodel.analysis.duplicates.verdict import alike, all_alike
from archmodel.analysis.duplicates.weighing import CERTAIN, NONE, as_trees, chances, trees, weighed

ANY = Rarity([])
NAMES = [at for at, what in enumerate(NUMBERS) if what.startswith("name") and "function" not in what]


def job(name: str, function: str = "", data: str = "") -> Job:
    return subject_of(Row("x", name, "", function, data), Lineage(None, "2026-01-01", frozenset())).job


def aspects(one: Job, other: Job) -> Aspects:
    return compared(one, other, ANY)


def test_a_column_nobody_or_one_side_filled_is_not_compared():
    alone = aspects(job("Sổ hộ tịch"), job("Đăng ký khai sinh")).numbers
    assert [at for at, number in enumerate(alone) if number != NOT_COMPARED] == NAMES
    one_sided = aspects(job("Sổ hộ tịch", "Đăng ký khai sinh"), job("Hộ tịch")).numbers
    told = {what for what, number in zip(NUMBERS, one_sided, strict=True) if number != NOT_COMPARED}
    assert told - {NUMBERS[at] for at in NAMES} == {"name told by function"}


def test_numbers_are_the_same_either_way_round():
    one, other = (
        job("VXQ", "Quản lý nhà thuốc, đơn thuốc", "đơn thuốc"),
        job("Phần mềm nhà thuốc", "Bán thuốc", "thuốc"),
    )
    assert aspects(one, other).numbers == aspects(other, one).numbers


def test_a_function_tells_a_name_in_its_own_words_only():
    """What is but near to the name (``xét nghiệm`` to ``khám chữa bệnh``) does not tell it."""
    crossed = NUMBERS.index("name told by function")
    assert aspects(job("HIS"), job("Zeta", "Trả kết quả xét nghiệm")).numbers[crossed] == 0
    assert aspects(job("HIS"), job("Zeta", "Khám chữa bệnh")).numbers[crossed] == 1


def test_jobs_that_share_nothing_are_not_weighed():
    nothing = aspects(job("Giám sát cấp nước"), job("Thư viện"))
    assert not nothing.meet
    assert weighed(nothing) == NONE


def test_names_that_say_the_same_are_certain_until_another_column_differs():
    plain, said = job("QLVB"), job("Phần mềm quản lý văn bản", "Xử lý công văn")
    assert alike(plain, said, ANY).chances == CERTAIN
    assert alike(job("QLVB", "Cấp phát vật tư"), said, ANY).chances != CERTAIN


def test_many_at_once_are_weighed_as_one_by_one():
    drawn = random.Random(7)
    rows = [[drawn.choice([NOT_COMPARED, 0.0, 1.0, drawn.random() * 2]) for _ in NUMBERS] for _ in range(300)]

    class Given(Aspects):
        numbers = ()
        meet = True

    def given(row: list[float]) -> Aspects:
        held = Given(None, False, None, None, None, None)
        held.numbers = tuple(row)
        return held

    import numpy as np

    assert np.allclose([weighed(given(row)) for row in rows], chances(np.array(rows), trees()))


def test_couples_are_alike_at_once_as_one_by_one():
    jobs = [
        job(name) for name in ("QLVB", "Văn phòng điện tử", "HIS", "Bệnh án điện tử", "Sổ hộ tịch", "Hộ tịch", "VXQ")
    ]
    couples = [(one, other) for one in jobs for other in jobs]
    for held, (one, other) in zip(all_alike(couples, ANY), couples, strict=True):
        assert held.chances == pytest.approx(alike(one, other, ANY).chances)


def test_weights_learnt_on_other_numbers_are_refused():
    with pytest.raises(ValueError, match="learn it anew"):
        as_trees({"numbers": [*NUMBERS, "name length"], "trees": []})
