"""Which jobs of a long list are worth comparing: ranked in bulk by the weight of the ideas they share, scored exactly later.

A text is a row of a sparse matrix, an idea a column. Of a column that many texts have, only the texts it weighs most in are
looked up, so that the work grows with the list and not with its square. Within one unit nothing is left out, since two
systems of one unit that do the same job are what is looked for first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from archmodel.analysis.duplicates.cores import Span, in_order, spans
from archmodel.analysis.duplicates.likeness import TEXT_WEIGHTS, WEIGHTS, Rarity
from archmodel.analysis.duplicates.sheets import Flags, Floats, Ints, Matrix, Sheet, place_in_run, sheets
from archmodel.analysis.duplicates.subject import Job

Estimate = Callable[[Sheet, Sheet, Ints, Ints, Floats], Floats]

POSTINGS = 160
"""How many texts an idea leads to."""

CANDIDATES, FEWEST, SCORED = 16, 4, 220_000
"""How many jobs are scored exactly for each job, and how few where so many in all would be passed."""

_LIKELY, _LIKELY_TWINS = 0.28, 0.4
"""From which estimate a couple is scored exactly: any, and two of one unit."""

_CONTRAST, _CROSSED = 0.85, 0.65
_SPAN, _BATCH, _LARGEST = 2_000, 20_000, 2_000
_STEPS = 4095


class Couples(NamedTuple):
    """Couples of jobs by number, in order, and whether one unit has both."""

    one: Ints
    other: Ints
    of_unit: Flags


def couples(jobs: Sequence[Job], rarity: Rarity, units: Ints, held: Ints, cores: int | None = None) -> Couples:
    """Couples of jobs that may be alike, each once, in order.

    Args:
        jobs: the jobs, each once.
        rarity: how rare their ideas are.
        units: of each unit and job found together, the unit by number, in order; no number below 0.
        held: the job of the same.
        cores: how many processes may work at once.
    """
    told = np.array([at for at, job in enumerate(jobs) if job.function], "i8")
    names, does, both = sheets(
        rarity,
        ((job.name for job in jobs), WEIGHTS),
        ((jobs[at].function for at in told), WEIGHTS),
        ((tuple({**dict(jobs[at].function), **dict(jobs[at].name)}.items()) for at in told), TEXT_WEIGHTS),
    )
    by_name, by_text = _lookup(names), _lookup(both)

    most = min(max(SCORED // max(len(jobs), 1), FEWEST), CANDIDATES)

    def look(span: Span) -> Ints:
        own = _likeliest(names, names, by_name, span, most, _by_names)
        mine = (int(np.searchsorted(told, span[0])), int(np.searchsorted(told, span[1])))
        crossed = _likeliest(does, names, by_name, mine, most, _by_crossing)
        same = _likeliest(both, both, by_text, mine, most, _by_texts)
        return np.concatenate(
            [_packed(*own), _packed(told[crossed[0]], crossed[1]), _packed(told[same[0]], told[same[1]])]
        )

    within = _united(_of_units(names, units, held, cores))
    packed = _united([*in_order(look, spans(len(jobs), _SPAN), cores), within])
    return Couples((packed >> 32).astype("i4"), packed.astype("i4"), np.isin(packed, within))


def _united(packed: Sequence[Ints]) -> Ints:
    return np.unique(np.concatenate(packed)) if packed else np.zeros(0, "i8")


def _likeliest(
    asking: Sheet, told: Sheet, lookup: Matrix, span: Span, most: int, estimate: Estimate
) -> tuple[Ints, Ints]:
    """For each text of a span, the texts that may be most like it."""
    start, stop = span
    shared = (asking.says[start:stop] @ lookup).tocsr()
    rows = np.repeat(np.arange(stop - start), np.diff(shared.indptr))
    likely = estimate(asking, told, rows + start, shared.indices, shared.data)
    keep = np.flatnonzero((likely >= _LIKELY) & ((rows + start != shared.indices) | (asking is not told)))
    unlike = _STEPS - np.minimum(likely[keep] * _STEPS, _STEPS).astype("i8")
    ranked = np.sort(rows[keep] << 44 | unlike << 32 | shared.indices[keep])
    rows = ranked >> 44
    best = place_in_run(rows) < most
    return rows[best] + start, ranked[best] & 0xFFFFFFFF


def _by_names(asking: Sheet, told: Sheet, one: Ints, other: Ints, shared: Floats) -> Floats:
    """How alike two names may be: what they share, less what each says alone."""
    share = 2 * shared / np.maximum(asking.whole[one] + told.whole[other], 1e-6)
    least = np.maximum(np.minimum(asking.telling[one] - shared, told.telling[other] - shared), 0)
    return np.asarray(share * (1 - _CONTRAST * least / (shared + least + 1e-6)))


def _by_texts(asking: Sheet, told: Sheet, one: Ints, other: Ints, shared: Floats) -> Floats:
    """How alike two names with their functions may be."""
    return np.asarray(2 * shared / np.maximum(asking.whole[one] + told.whole[other], 1e-6))


def _by_crossing(asking: Sheet, told: Sheet, one: Ints, other: Ints, shared: Floats) -> Floats:
    """How much of a name a function may say."""
    return np.asarray(_CROSSED * shared / np.maximum(np.minimum(asking.whole[one], told.whole[other]), 1e-6))


def _lookup(told: Sheet) -> Matrix:
    """What is heard by idea, of each idea only the texts in which it weighs most."""
    heard = told.heard
    rows = np.repeat(np.arange(heard.shape[0]), np.diff(heard.indptr))
    focus = heard.data / np.maximum(told.whole[rows], 1e-6)
    order = np.lexsort((rows, -focus, heard.indices))
    kept = np.zeros(len(order), bool)
    kept[order] = place_in_run(heard.indices[order]) < POSTINGS
    ends = np.concatenate(([0], np.cumsum(kept)))[heard.indptr]
    return csr_array((heard.data[kept], heard.indices[kept], ends), shape=heard.shape).T.tocsr()


def _of_units(names: Sheet, units: Ints, held: Ints, cores: int | None) -> list[Ints]:
    """Couples of jobs within one unit that may well be alike; units of thousands of jobs are left to the search of all."""
    starts = np.flatnonzero(np.diff(units, prepend=-1))
    sizes = np.diff(np.append(starts, len(units)))
    within = np.flatnonzero(np.repeat((sizes > 1) & (sizes <= _LARGEST), sizes))
    cuts = [*starts[np.unique(starts // _BATCH, return_index=True)[1]].tolist(), len(units)]

    def look(span: Span) -> Ints:
        at = within[slice(*np.searchsorted(within, span))]
        return _within(names, units[at], held[at])

    return [*in_order(look, [*pairwise(cuts)], cores)]


def _within(names: Sheet, units: Ints, jobs: Ints) -> Ints:
    """Likely couples within units: an idea of one unit is a column of its own."""
    says, heard = names.says[jobs], names.heard[jobs]
    width = names.says.shape[1]
    keys = [np.repeat(units, np.diff(m.indptr)) * width + m.indices for m in (says, heard)]
    columns, place = np.unique(np.concatenate(keys), return_inverse=True)
    shape = (len(jobs), len(columns))
    left = csr_array((says.data, place[: len(keys[0])], says.indptr), shape=shape)
    right = csr_array((heard.data, place[len(keys[0]) :], heard.indptr), shape=shape)
    shared = (left @ right.T.tocsr()).tocoo()
    one, other = jobs[shared.row], jobs[shared.col]
    keep = (_by_names(names, names, one, other, shared.data) >= _LIKELY_TWINS) & (one != other)
    return _packed(one[keep], other[keep])


def _packed(one: Ints, other: Ints) -> Ints:
    """Couples as single numbers, the smaller first, each once, in order; of a job with itself none."""
    apart = one != other
    return np.unique(np.minimum(one, other)[apart].astype("i8") << 32 | np.maximum(one, other)[apart])
