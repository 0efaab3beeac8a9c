"""The longest entry that starts at a place, whatever order the entries came in."""

from __future__ import annotations

from itertools import permutations
from typing import NamedTuple

import pytest

from archmodel.analysis.duplicates.lexicon import lexicon
from archmodel.analysis.duplicates.shelf import Shelf


class Entry(NamedTuple):
    words: tuple[str, ...]
    name: str = ""


ENTRIES = [Entry(tuple(words)) for words in ("a", "ab", "abcd", "ac", "b")]


@pytest.mark.parametrize(
    ("words", "found"),
    [("abcd", "abcd"), ("abce", "ab"), ("abc", "ab"), ("a", "a"), ("ax", "a"), ("acb", "ac"), ("b", "b"), ("x", None)],
)
def test_the_longest_that_starts_at_a_place(words: str, found: str | None) -> None:
    for entries in permutations(ENTRIES):
        entry = Shelf(entries).at(["z", *words], 1)
        assert (entry and "".join(entry.words)) == found


def test_of_two_with_the_same_words_the_first_stands() -> None:
    shelf = Shelf([Entry(("a",), "first"), Entry(("a",), "second"), Entry(("a", "b"))])
    assert [shelf.at(["a"], 0), shelf.get(["a"])] == [Entry(("a",), "first")] * 2
    assert shelf.get(["b"]) is None


def test_a_name_without_diacritics_is_read_by_the_same_entries() -> None:
    shelf = Shelf([Entry(("đất", "đai"), "land"), Entry(("đạt",), "reach")])
    assert shelf.at(["dat", "dai"], 0) is None
    assert shelf.bare.at(["dat", "dai"], 0) == Entry(("dat", "dai"), "land")
    assert shelf.bare is shelf.bare


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("name", ["phrases", "heads", "levels"])
def test_every_entry_of_the_lexicon_is_found_whole(name: str, *, bare: bool) -> None:
    held = getattr(lexicon(), name)
    shelf = held.bare if bare else held
    assert all(shelf.at([*entry.words, "không ai biết"], 0) is entry for entry in shelf)
