"""Texts as sparse matrices: a text a row, an idea a column, weights as in ``likeness``."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from archmodel.analysis.duplicates.lexicon import lexicon
from archmodel.analysis.duplicates.likeness import TELLING, Ideas, Rarity
from archmodel.analysis.duplicates.spelling import bared

Ints: TypeAlias = NDArray[np.signedinteger[Any]]
Flags: TypeAlias = NDArray[np.bool_]
Floats = NDArray[np.float32]
Matrix: TypeAlias = Any  # scipy carries no types

_KIN = 0.5


class Sheet(NamedTuple):
    """Texts as matrices, with what each weighs in all and in ideas that tell.

    ``says`` holds weights; ``heard`` how well an idea meets the ideas of a text: one for its own, half for what is near them.
    """

    says: Matrix
    heard: Matrix
    whole: Floats
    telling: Floats


class _Rows:
    """Rows of a sparse matrix as they are told."""

    def __init__(self) -> None:
        self.data, self.columns, self.ends = array("f"), array("i"), array("i", [0])

    def add(self, row: Mapping[int, float]) -> None:
        """One more row."""
        self.data.extend(row.values())
        self.columns.extend(row)
        self.ends.append(len(self.data))

    def matrix(self, width: int) -> Matrix:
        """The rows told."""
        parts = (np.array(self.data, "f4"), np.array(self.columns, "i4"), np.array(self.ends, "i4"))
        return csr_array(parts, shape=(len(self.ends) - 1, width))


class _Idea(NamedTuple):
    """An idea of some sort: its column, weight, the part of it that tells, whether it is looked up, and the columns near it."""

    column: int
    weight: float
    tells: float
    heard: bool
    near: tuple[int, ...]


def sheets(rarity: Rarity, *asked: tuple[Iterable[Ideas], Mapping[str, float]]) -> list[Sheet]:
    """Texts as matrices, those of each request with its weights; all have the same columns, ideas without diacritics."""
    columns: dict[str, int] = {}
    read = [_read(texts, weights, rarity, columns) for texts, weights in asked]
    return [
        Sheet(says.matrix(len(columns)), heard.matrix(len(columns)), np.array(whole, "f4"), np.array(telling, "f4"))
        for says, heard, whole, telling in read
    ]


def _read(
    texts: Iterable[Ideas], weights: Mapping[str, float], rarity: Rarity, columns: dict[str, int]
) -> tuple[_Rows, _Rows, array[float], array[float]]:
    known: dict[tuple[str, str], _Idea] = {}
    says, heard = _Rows(), _Rows()
    whole, telling = array("f"), array("f")
    for text in texts:
        ideas = [known.get(idea) or known.setdefault(idea, _idea(idea, weights, rarity, columns)) for idea in text]
        near = {column: _KIN for idea in ideas for column in idea.near}
        says.add({idea.column: idea.weight for idea in ideas})
        heard.add(near | {idea.column: 1.0 for idea in ideas if idea.heard})
        whole.append(sum(idea.weight for idea in ideas))
        telling.append(sum(idea.tells for idea in ideas))
    return says, heard, whole, telling


def _idea(held: tuple[str, str], weights: Mapping[str, float], rarity: Rarity, columns: dict[str, int]) -> _Idea:
    idea, sort = held
    weight = weights[sort] * rarity.of(idea)
    near = tuple(_column(other, columns) for other in sorted(lexicon().near.get(idea, ())))
    return _Idea(_column(idea, columns), weight, weight if sort in TELLING else 0.0, sort != "generic", near)


def _column(idea: str, columns: dict[str, int]) -> int:
    return columns.setdefault(bared(idea), len(columns))


def place_in_run(values: Ints) -> Ints:
    """For each of sorted values, how many equal ones stand before it."""
    starts = np.flatnonzero(np.diff(values, prepend=-1))
    return np.arange(len(values)) - np.repeat(starts, np.diff(np.append(starts, len(values))))
