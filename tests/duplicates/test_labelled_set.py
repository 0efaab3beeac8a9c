"""The labelled set for duplicate detection is well formed, balanced and true to the catalogue.

What it decides: only the data, never an engine. The guide to the labels is ``benchmarks/duplicates/README.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from labelled_set import FOLDER, VERDICTS, bare_share, different_yet_alike, named, pairs, repeated, systems

import archmodel as am
from archmodel.text.vietnamese import composed

LEAST_OF_TAG = {
    "abbreviation": 40,
    "spelling": 20,
    "wording": 20,
    "vendor": 8,
    "english": 20,
    "brand": 20,
    "succession": 40,
    "owner-form": 8,
    "owner-missing": 15,
    "units": 80,
    "level": 60,
    "kind": 25,
    "module": 20,
    "neighbour": 10,
    "flipped": 120,
    "acronym": 15,
    "place": 8,
    "function-text": 20,
    "far": 15,
}
SHARES = {"duplicate": (0.22, 0.30), "family": (0.20, 0.28), "overlap": (0.17, 0.24), "different": (0.27, 0.35)}
SHORT_FORMS = [
    "HTTT",
    "CSDL",
    "QLVB",
    "QLVBĐH",
    "VBĐH",
    "TTHC",
    "DVC",
    "DVCTT",
    "TTĐT",
    "CTTĐT",
    "UBND",
    "HĐND",
    "LGSP",
    "KCB",
    "GPMB",
    "GDĐT",
    "TNMT",
    "NNMT",
    "CBCCVC",
    "BHYT",
    "HSSK",
    "PAKN",
    "IOC",
    "SOC",
    "VPĐT",
    "QLHS",
    "KT-XH",
    "PCCC",
    "ATTP",
    "LĐTBXH",
    "TTXVN",
    "KCN",
    "ĐT",
    "DMS",
    "TTDL",
]


def test_every_pair_names_two_systems_of_the_set_once():
    ids = set(systems())
    assert all(re.fullmatch(r"s\d{3}", one) for one in ids)
    assert repeated(pairs()) == []
    assert named(pairs()) == ids


def test_every_pair_has_a_verdict_a_tag_a_reason_and_a_side():
    assert {pair.verdict for pair in pairs()} == set(VERDICTS)
    assert {pair.tag for pair in pairs()} == set(LEAST_OF_TAG)
    assert {pair.split for pair in pairs()} == {"dev", "test"}
    assert [pair for pair in pairs() if not 5 < len(pair.why) < 90] == []


def test_the_set_is_large_and_balanced():
    count = Counter(pair.verdict for pair in pairs())
    total = sum(count.values())
    assert total >= 420
    assert sum(pair.split == "dev" for pair in pairs()) >= 200
    for verdict, (least, most) in SHARES.items():
        assert least <= count[verdict] / total <= most, verdict


def test_each_verdict_is_split_sixty_to_forty():
    for verdict in VERDICTS:
        sides = Counter(pair.split for pair in pairs() if pair.verdict == verdict)
        assert 0.57 <= sides["dev"] / sides.total() <= 0.63, verdict


def test_no_system_stands_on_both_sides():
    """What is tuned on the development side has never seen a system of the test side."""
    dev, test = (named(pair for pair in pairs() if pair.split == split) for split in ("dev", "test"))
    assert dev & test == set()


@pytest.mark.parametrize("tag", LEAST_OF_TAG)
def test_each_phenomenon_is_there_on_both_sides(tag):
    sides = Counter(pair.split for pair in pairs() if pair.tag == tag)
    assert sides.total() >= LEAST_OF_TAG[tag]
    assert min(sides["dev"], sides["test"]) >= 3


def test_different_pairs_never_read_the_same():
    assert different_yet_alike(pairs(), systems()) == []


def test_about_half_the_systems_have_a_name_and_an_owner_only():
    assert 0.4 <= bare_share(systems()) <= 0.6
    assert sum(not one.owner for one in systems().values()) >= 15


@pytest.mark.parametrize("word", SHORT_FORMS)
def test_each_short_form_is_in_use(word):
    shown = " ".join(
        composed(f"{one.name_vi} {one.owner}").replace("&", "").replace("-TB", "TB") for one in systems().values()
    )
    assert re.search(rf"(?<!\w){word}(?!\w)", shown)


def test_spelling_is_as_untidy_as_real_lists():
    names = [one.name_vi for one in systems().values()]
    long = [name for name in names if len(name) > 12]
    assert sum(composed(name) != name for name in names) >= 10
    assert sum(name.isascii() and " " in name for name in long) >= 20
    assert sum(name.isupper() for name in long) >= 5
    shown = " ".join(composed(f"{one.name_vi} {one.owner}") for one in systems().values())
    assert [form for form in ("hoà ", "hòa ", "Uỷ ", "thuỷ ", "thủy ", "khoẻ ", "khỏe ") if form not in shown] == []


def test_where_a_system_comes_from_is_told(hanoi: am.Model):
    origins = Counter(one.origin.partition(":")[0] for one in systems().values())
    assert set(origins) == {"catalogue", "public", "made"}
    assert origins["catalogue"] >= 100
    for one in systems().values():
        kind, _, where = one.origin.partition(":")
        assert (kind == "made") == (where == "")
        if kind == "catalogue":
            assert one.name_vi == hanoi[where].name, f"{one.id} no longer carries the name of {where}"


def test_the_guide_explains_each_verdict_and_tag():
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(guide.splitlines()) <= 65
    assert [word for word in (*VERDICTS, *LEAST_OF_TAG) if f"`{word}`" not in guide] == []


def test_the_product_never_reads_the_set_it_is_measured_on():
    product = Path(am.__file__).parent
    assert [path for path in product.rglob("*.py") if "benchmarks" in path.read_text(encoding="utf-8")] == []
