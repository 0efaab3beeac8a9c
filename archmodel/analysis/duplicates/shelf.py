"""Entries found by their words, as a reader goes through a name: the longest that starts at a place.

A tree, a word a branch: most words begin no entry, and most entries end after three words, so that few words of a name are
looked at to say that none starts there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, Self, TypeAlias, TypeVar

from archmodel.analysis.duplicates.spelling import bared


class Entry(Protocol):
    """What stands on a shelf: it is found by its words."""

    @property
    def words(self) -> tuple[str, ...]:
        """How it is spelled."""
        ...

    def _replace(self, *, words: tuple[str, ...]) -> Self: ...


E = TypeVar("E", bound=Entry)
_Branch: TypeAlias = dict[str, Any]
_END = ""
"""Where a branch holds the entry that ends there; one that none goes beyond stands in place of a branch."""


class Shelf(Generic[E]):
    """Entries by their words; of two with the same words the first stands."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._entries: dict[tuple[str, ...], E] = {}
        self._by_first: dict[str, list[E]] = defaultdict(list)
        self._tree: _Branch = {}
        for entry in entries:
            if self._entries.setdefault(entry.words, entry) is entry:
                self._by_first[entry.words[0]].append(entry)

    def at(self, words: Sequence[str], start: int) -> E | None:
        """The longest entry that starts at a place, or None."""
        first = words[start]
        branch: Any = self._tree.get(first)
        if branch is None and first in self._by_first:
            branch = self._tree[first] = _grown(self._by_first[first])
        found: E | None = None
        while type(branch) is dict:
            found = branch.get(_END, found)
            start += 1
            if start == len(words):
                return found
            branch = branch.get(words[start])
        return branch or found

    @cached_property
    def bare(self) -> Shelf[E]:
        """The entries as they are written without diacritics; made when a name without any is read, which few are."""
        return Shelf(entry._replace(words=tuple(map(bared, entry.words))) for entry in self)

    def get(self, words: Sequence[str]) -> E | None:
        """The entry of exactly these words, or None."""
        return self._entries.get(tuple(words))

    def __iter__(self) -> Iterator[E]:
        return iter(self._entries.values())


def _grown(entries: Iterable[Entry]) -> Any:
    """The branch of entries that share their first word, put together when it is first asked for: most never are."""
    root: _Branch = {}
    for entry in entries:
        *stem, last = entry.words
        branch = root
        for word in stem:
            held = branch.get(word)
            if type(held) is not dict:
                held = branch[word] = {} if held is None else {_END: held}
            branch = held
        if type(branch.get(last)) is dict:
            branch[last][_END] = entry
        else:
            branch[last] = entry
    (grown,) = root.values()
    return grown
