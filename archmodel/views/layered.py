"""Places for a directed network: senders left of receivers, each connected part a block of its own, blocks in rows.

Pure arithmetic on ids, links and sizes, so that the same network has the same places on every machine. After Sugiyama
(1981): circles are cut, members ranked by the longest way that leads to them, ranks ordered by the middle of their
neighbours. Linear in links but for sorting. Decides places only; what stands there is left to the drawings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, cos, pi, sin, sqrt
from typing import NamedTuple

SWEEPS = 6
TALLEST = 24
"""A rank of more members is broken into columns."""
MOST_BENDS = 400
"""In a block that would need more, long links run straight."""
THREAD = 6.0
"""The height kept free where a link passes a rank."""

MOST_RANKS = 9
"""A block of more ranks has no left and right to speak of: it stands in a ring, or in a square where it is large."""
RING = 40

Pair = tuple[str, str]


class Size(NamedTuple):
    """The room of a network: width of a member, gaps across and down, and the width rows of blocks may take."""

    wide: float
    across: float
    down: float
    page: float


class Places(NamedTuple):
    """Upper left corners by id, where long links enter the ranks they pass (left to right), and the room all take."""

    at: dict[str, tuple[float, float]]
    bends: dict[Pair, tuple[tuple[float, float], ...]]
    width: float
    height: float


def layered(ids: Sequence[str], links: Iterable[Pair], tall: Mapping[str, float], size: Size) -> Places:
    """Places for members ``ids`` of heights ``tall``, joined by ``links``."""
    pairs = [(one, other) for one, other in dict.fromkeys(links) if one != other]
    around: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        around[one].append(other)
        around[other].append(one)
    blocks = [_block(part, pairs_of, tall, size) for part, pairs_of in _parts(ids, pairs, around)]
    blocks.sort(key=lambda block: (-block.height, -block.width))
    return _packed(blocks, size)


def _parts(
    ids: Sequence[str], pairs: list[Pair], around: Mapping[str, list[str]]
) -> list[tuple[list[str], list[Pair]]]:
    """The connected parts with their links, members in the order given."""
    part_of: dict[str, int] = {}
    count = 0
    for id in ids:
        if id in part_of:
            continue
        part_of[id] = count
        path = [id]
        while path:
            for other in around.get(path.pop(), ()):
                if other not in part_of:
                    part_of[other] = count
                    path.append(other)
        count += 1
    members: list[list[str]] = [[] for _ in range(count)]
    links: list[list[Pair]] = [[] for _ in range(count)]
    for id in ids:
        members[part_of[id]].append(id)
    for pair in pairs:
        links[part_of[pair[0]]].append(pair)
    return list(zip(members, links, strict=True))


def _block(part: list[str], pairs: list[Pair], tall: Mapping[str, float], size: Size) -> Places:
    rank = _ranks(part, pairs)
    if max(rank.values()) - min(rank.values()) >= MOST_RANKS:
        return _ring(part, tall, size) if len(part) <= RING else _square(part, tall, size)
    threads, steps = _threads(rank, pairs)
    ranks = _ordered([*part, *(thread for row in threads.values() for thread in row)], rank, steps)
    tall = {**{id: tall[id] for id in part}, **{thread: THREAD for row in threads.values() for thread in row}}
    columns = [rank[n : n + TALLEST] for rank in ranks for n in range(0, len(rank), TALLEST)]
    heights = [sum(tall[id] + size.down for id in column) - size.down for column in columns]
    height = max(heights)
    at: dict[str, tuple[float, float]] = {}
    for n, column in enumerate(columns):
        y = (height - heights[n]) / 2
        for id in column:
            at[id] = (n * (size.wide + size.across), y)
            y += tall[id] + size.down
    bends = {
        pair: tuple((at[thread][0], at[thread][1] + THREAD / 2) for thread in row) for pair, row in threads.items()
    }
    return Places({id: at[id] for id in part}, bends, len(columns) * (size.wide + size.across) - size.across, height)


def _ring(part: list[str], tall: Mapping[str, float], size: Size) -> Places:
    """Members on an ellipse in the order given, from the top on, so that links between them cross its inside."""
    high = max(tall[id] for id in part)
    spread = 1.45 / pi  # a little over the root of two: neighbours are apart across or down wherever they stand
    wide, deep = len(part) * (size.wide + size.down) * spread, len(part) * (high + size.down) * spread
    at = {}
    for n, id in enumerate(part):
        angle = 2 * pi * n / len(part)
        at[id] = (round(wide / 2 * (1 + sin(angle)), 1), round(deep / 2 * (1 - cos(angle)) + (high - tall[id]) / 2, 1))
    return Places(at, {}, wide + size.wide, deep + high)


def _square(part: list[str], tall: Mapping[str, float], size: Size) -> Places:
    """Members in columns of equal height in the order given, about as wide as high."""
    high = max(tall[id] for id in part) + size.down
    columns = max(1, round(sqrt(len(part) * high / (size.wide + size.across))))
    rows = ceil(len(part) / columns)
    at = {id: (n // rows * (size.wide + size.across), n % rows * high) for n, id in enumerate(part)}
    return Places(at, {}, ceil(len(part) / rows) * (size.wide + size.across) - size.across, rows * high - size.down)


def _threads(rank: dict[str, int], pairs: list[Pair]) -> tuple[dict[Pair, tuple[str, ...]], list[Pair]]:
    """Members that stand for a link in each rank it passes, put into ``rank``; and all links step by step."""
    far = [pair for pair in pairs if abs(rank[pair[0]] - rank[pair[1]]) > 1]
    if sum(abs(rank[one] - rank[other]) - 1 for one, other in far) > MOST_BENDS:
        return {}, pairs
    threads: dict[Pair, tuple[str, ...]] = {}
    steps: list[Pair] = []
    for one, other in pairs:
        low, high = sorted((one, other), key=rank.__getitem__)
        row = tuple(f"{one}\0{other}\0{level}" for level in range(rank[low] + 1, rank[high]))
        rank.update({thread: rank[low] + 1 + n for n, thread in enumerate(row)})
        if row:
            threads[one, other] = row
        steps += zip((low, *row), (*row, high), strict=True)
    return threads, steps


def _ranks(part: list[str], pairs: list[Pair]) -> dict[str, int]:
    """The length of the longest way to each member, circles cut where a walk from the first member closes them."""
    onward: dict[str, list[str]] = defaultdict(list)
    reached: set[str] = set()
    for one, other in pairs:
        onward[one].append(other)
        reached.add(other)
    done: list[str] = []
    state: dict[str, int] = {}
    cut: set[Pair] = set()
    for start in [*(id for id in part if id not in reached), *part]:
        if start in state:
            continue
        state[start] = 1
        path = [(start, iter(onward[start]))]
        while path:
            here, others = path[-1]
            for other in others:
                if state.get(other) == 1:
                    cut.add((here, other))
                elif other not in state:
                    state[other] = 1
                    path.append((other, iter(onward[other])))
                    break
            else:
                state[here] = 2
                done.append(here)
                path.pop()
    rank = dict.fromkeys(part, 0)
    for here in reversed(done):
        for other in onward[here]:
            if (here, other) not in cut:
                rank[other] = max(rank[other], rank[here] + 1)
    for here in done:  # a sender stands right before the first that receives from it
        after = [rank[other] for other in onward[here] if (here, other) not in cut]
        if after and here not in reached:
            rank[here] = min(after) - 1
    return rank


def _ordered(part: list[str], rank: dict[str, int], pairs: list[Pair]) -> list[list[str]]:
    """Each rank from top to bottom: first as given, then by the middle of the neighbours, there and back."""
    ranks: dict[int, list[str]] = defaultdict(list)
    for id in part:
        ranks[rank[id]].append(id)
    around: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        around[one].append(other)
        around[other].append(one)
    place = {id: (n + 0.5) / len(row) for row in ranks.values() for n, id in enumerate(row)}
    order = sorted(ranks)
    for sweep in range(SWEEPS):
        for level in order if sweep % 2 == 0 else reversed(order):
            row = ranks[level]
            middle = {
                id: sum(place[other] for other in around[id]) / len(around[id]) if around[id] else 0 for id in row
            }
            inner = [id for _, _, id in sorted((round(middle[id], 6), place[id], id) for id in row)]
            ranks[level] = inner
            for n, id in enumerate(inner):
                place[id] = (n + 0.5) / len(inner)
    return [ranks[level] for level in order]


def _packed(blocks: list[Places], size: Size) -> Places:
    """Blocks beside each other, the tallest first, each where the lowest room is free: no taller page than needed."""
    at: dict[str, tuple[float, float]] = {}
    bends: dict[Pair, tuple[tuple[float, float], ...]] = {}
    step = size.wide + size.across
    spans = [max(1, ceil((block.width + size.across) / step - 0.001)) for block in blocks]
    columns = max([int((size.page + size.across) // step), 1, *spans])
    foot = [0.0] * columns
    for block, span in zip(blocks, spans, strict=True):
        tops = [max(foot[n : n + span]) for n in range(columns - span + 1)]
        top = min(tops)
        left = tops.index(top)
        for id, (x, y) in block.at.items():
            at[id] = (left * step + x, top + y)
        for pair, points in block.bends.items():
            bends[pair] = tuple((left * step + x, top + y) for x, y in points)
        foot[left : left + span] = [top + block.height + size.down * 2] * span
    return Places(at, bends, columns * step - size.across, max(max(foot) - size.down * 2, 0))
