"""The set of names and owners, labelled by them alone, is well formed and apart from all others; only the data, no engine."""

from __future__ import annotations

import re
from collections import Counter

from labelled_set import FRESH, VERDICTS, different_yet_alike, fresh_systems, named, repeated, systems, table_of_pairs
from measure import NAMES

HELD, PAIRS = systems(NAMES[0]), table_of_pairs(NAMES[1])


def test_every_pair_names_two_systems_once_with_a_verdict_and_a_reason():
    assert all(re.fullmatch(r"n\d{3}", one) for one in HELD)
    assert repeated(PAIRS) == []
    assert named(PAIRS) == set(HELD)
    assert [pair for pair in PAIRS if pair.verdict not in VERDICTS or not pair.why] == []
    assert different_yet_alike(PAIRS, HELD) == []


def test_all_verdicts_are_tried():
    count = Counter(pair.verdict for pair in PAIRS)
    assert count.total() >= 140
    assert min(count[verdict] for verdict in VERDICTS) >= 20


def test_no_system_says_more_than_its_name_and_owner_or_stands_in_another_set():
    assert [one.id for one in HELD.values() if one.function or one.data or one.users] == []
    seen = {one.text[:2] for side in FRESH for one in fresh_systems(side).values()}
    seen |= {one.text[:2] for one in systems().values()}
    assert [one.id for one in HELD.values() if one.text[:2] in seen] == []
