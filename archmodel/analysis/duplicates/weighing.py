"""How likely two jobs are the same, or share a part, by the numbers that tell how alike they are.

Small decision trees, in ``weights.json``, each add to the odds of one of the two or of neither. They were learnt from pairs of
systems that people had labelled (``fit.py``, beside those pairs). A few couples are weighed one by one, many at once in columns.
"""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from archmodel.analysis.duplicates.aspects import NUMBERS, Aspects

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEIGHTS = "weights.json"

TOLD = ("same", "partly", "different")
"""What the trees tell, in the order of their odds."""

_SPAN, _FINE = 8192, 1000
"""How many couples are weighed at a time; numbers count in thousandths, so that the order of a sum changes nothing."""


class Chances(NamedTuple):
    """How likely two jobs are the same, and how likely they share but a part, each 0 to 1; else they are different."""

    same: float
    partly: float


NONE, CERTAIN = Chances(0.0, 0.0), Chances(1.0, 0.0)
"""Of jobs that share nothing, and of one job with itself."""


class Tree(NamedTuple):
    """Two questions, whether a number is at most a limit: the first, then one for no and one for yes; four answers.

    ``adds`` are what is added to the odds of ``to`` after yes and yes, yes and no, no and yes, no and no.
    """

    to: int
    number: tuple[int, int, int]
    limit: tuple[float, float, float]
    adds: tuple[float, float, float, float]


def weighed(aspects: Aspects) -> Chances:
    """The chances of a couple."""
    if not aspects.meet:
        return NONE
    numbers = [math.floor(number * _FINE + 0.5) / _FINE for number in aspects.numbers]
    odds = [0.0] * len(TOLD)
    for to, (first, no, yes), (limit, on_no, on_yes), (yes_yes, yes_no, no_yes, no_no) in trees():
        if numbers[first] <= limit:
            odds[to] += yes_yes if numbers[yes] <= on_yes else yes_no
        else:
            odds[to] += no_yes if numbers[no] <= on_no else no_no
    raised = [math.exp(odd) for odd in odds]
    return Chances(raised[0] / sum(raised), raised[1] / sum(raised))


def all_weighed(couples: Sequence[Aspects]) -> list[Chances]:
    """The chances of each of many couples."""
    import numpy as np

    met = [at for at, aspects in enumerate(couples) if aspects.meet]
    flat = array("d")
    for at in met:
        flat.extend(couples[at].numbers)
    rows = np.frombuffer(flat).reshape(len(met), len(NUMBERS)) if met else np.zeros((0, len(NUMBERS)))
    found = [NONE] * len(couples)
    for at, told in zip(met, chances(rows, trees()).tolist(), strict=True):
        found[at] = Chances(*told)
    return found


def chances(rows: NDArray[np.float64], held: Sequence[Tree]) -> NDArray[np.float64]:
    """The chances of many couples that meet, (couples, 2), by their numbers, (couples, numbers)."""
    import numpy as np

    found = np.empty((len(rows), 2))
    for start in range(0, len(rows), _SPAN):
        columns = np.ascontiguousarray((np.floor(rows[start : start + _SPAN] * _FINE + 0.5) / _FINE).T)
        odds = np.zeros((len(TOLD), columns.shape[1]))
        for to, (first, no, yes), (limit, on_no, on_yes), (yes_yes, yes_no, no_yes, no_no) in held:
            odds[to] += np.where(
                columns[first] <= limit,
                np.where(columns[yes] <= on_yes, yes_yes, yes_no),
                np.where(columns[no] <= on_no, no_yes, no_no),
            )
        raised = np.exp(odds)
        found[start : start + _SPAN] = (raised[:2] / raised.sum(axis=0)).T
    return found


@cache
def trees() -> tuple[Tree, ...]:
    """The trees of this package."""
    return as_trees(json.loads(files(__package__).joinpath(WEIGHTS).read_text("utf-8")))


def as_trees(told: Mapping[str, Any]) -> tuple[Tree, ...]:
    """Trees as ``weights.json`` tells them.

    Raises:
        ValueError: they were learnt on other numbers than ``NUMBERS``.
    """
    if tuple(told["numbers"]) != NUMBERS:
        raise ValueError(f"{WEIGHTS} was learnt on other numbers than couples have today; learn it anew")
    at = NUMBERS.index
    return tuple(
        Tree(TOLD.index(to), (at(first), at(no), at(yes)), tuple(limit), tuple(adds))
        for to, (first, no, yes), limit, adds in told["trees"]
    )
