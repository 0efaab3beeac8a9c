"""The fresh labelled sets are well formed, balanced and apart from each other and from the set that is tuned on.

What it decides: only the data, never an engine. The guide to the labels is ``benchmarks/duplicates/README.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest
from labelled_set import (
    FRESH,
    VERDICTS,
    bare_share,
    different_yet_alike,
    fresh_pairs,
    fresh_systems,
    named,
    pairs,
    repeated,
    systems,
)

SHARES = {"duplicate": 0.25, "family": 0.24, "overlap": 0.22, "different": 0.28}
OF_THE_THIRD = {"duplicate": 0.25, "family": 0.284, "overlap": 0.165, "different": 0.303}
OF_THE_FOURTH = {"duplicate": 0.25, "family": 0.286, "overlap": 0.188, "different": 0.277}
each_side = pytest.mark.parametrize("side", FRESH)


@each_side
def test_every_pair_names_two_systems_of_its_side_once(side):
    ids = set(fresh_systems(side))
    assert all(re.fullmatch(r"[fghk]\d{3}", one) for one in ids)
    assert repeated(fresh_pairs(side)) == []
    assert named(fresh_pairs(side)) == ids


@pytest.mark.parametrize(("one", "other"), tuple(combinations(FRESH, 2)))
def test_no_system_stands_on_two_sides(one, other):
    here, there = fresh_systems(one), fresh_systems(other)
    assert set(here) & set(there) == set()
    assert {system.text[:2] for system in here.values()} & {system.text[:2] for system in there.values()} == set()


@each_side
def test_every_pair_has_a_verdict_a_known_tag_and_a_reason(side):
    assert {pair.verdict for pair in fresh_pairs(side)} == set(VERDICTS)
    assert {pair.tag for pair in fresh_pairs(side)} >= {pair.tag for pair in pairs()} - {"place", "module"}
    assert {pair.tag for pair in fresh_pairs(side)} <= {pair.tag for pair in pairs()}
    assert [pair for pair in fresh_pairs(side) if not 5 < len(pair.why) < 90] == []


@each_side
def test_each_side_is_large_and_balanced(side):
    count = Counter(pair.verdict for pair in fresh_pairs(side))
    shares = {"third": OF_THE_THIRD, "fourth": OF_THE_FOURTH}.get(side.split()[0], SHARES)
    assert count.total() >= (200 if shares is SHARES else 140)
    for verdict, share in shares.items():
        assert abs(count[verdict] / count.total() - share) < 0.03, verdict


@each_side
def test_different_pairs_never_read_the_same(side):
    assert different_yet_alike(fresh_pairs(side), fresh_systems(side)) == []


@each_side
def test_many_systems_have_a_name_and_an_owner_only(side):
    """About half; in the fourth set, written to try functions, a quarter or more."""
    assert (0.25 if side.startswith("fourth") else 0.38) <= bare_share(fresh_systems(side)) <= 0.6


@each_side
def test_no_system_is_one_of_the_set_that_is_tuned_on(side):
    """A name with its owner, accents and case aside, would be a system already seen."""
    seen = {one.text[:2] for one in systems().values()}
    assert [one for one in fresh_systems(side).values() if one.text[:2] in seen] == []


@each_side
def test_where_a_system_comes_from_is_told(side):
    for one in fresh_systems(side).values():
        assert re.fullmatch(r"made|public:\S+", one.origin), one.id
