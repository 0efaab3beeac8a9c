"""Right-angled ways for the connectors of a diagram: through channels between lines of parts, and gutters at both sides.

Decides sides, channels and tracks before any height is known, since they depend on widths alone; a channel is then made
as high as its tracks need. Lines of one sort into the same part share their last stretch, so that a part many need has
one arrow. Pure arithmetic on numbers.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

TRACK = 7.0
Side = Literal["top", "bottom"]
Key = tuple[str, ...]


class Slot(NamedTuple):
    """A part on its line: which line, and from where to where across."""

    line: int
    x: float
    wide: float


class Tie(NamedTuple):
    """A connector to route."""

    source: str
    target: str
    sort: str


@dataclass(slots=True)
class Tracks:
    """Stretches that share a channel or a gutter: each key has a track, and keys that overlap have different ones."""

    stretches: dict[Key, tuple[float, float]] = field(default_factory=dict)
    at: dict[Key, int] = field(default_factory=dict)

    def add(self, key: Key, one: float, other: float) -> None:
        """Widen the stretch of a key."""
        low, high = self.stretches.get(key, (min(one, other), max(one, other)))
        self.stretches[key] = min(low, one, other), max(high, one, other)

    def settle(self) -> int:
        """Give each key its track; returns how many there are."""
        ends: list[float] = []
        for key, (low, high) in sorted(self.stretches.items(), key=lambda item: (item[1], item[0])):
            free = next((n for n, end in enumerate(ends) if end + 4 < low), len(ends))
            ends[free : free + 1] = [high]
            self.at[key] = free
        return len(ends)


class Way(NamedTuple):
    """How a connector runs: sides it leaves and enters, their channels, and the gutter between those, if any."""

    leaves: Side
    enters: Side
    first: int
    last: int
    gutter: Literal["left", "right"] | None


def ways(slots: dict[str, Slot], ties: list[Tie], left: float, right: float) -> list[Way]:
    """Channel ``n`` lies above line ``n``; the channel below the last line has the next number."""
    found = []
    for tie in ties:
        one, other = slots[tie.source], slots[tie.target]
        down = one.line <= other.line
        first = one.line + 1 if down else one.line
        last = other.line if one.line < other.line else other.line + 1
        middle = (one.x + one.wide / 2 + other.x + other.wide / 2) / 2
        gutter: Literal["left", "right"] = "left" if middle - left <= right - middle else "right"
        enters: Side = "top" if one.line < other.line else "bottom"
        found.append(Way("bottom" if down else "top", enters, first, last, None if first == last else gutter))
    return found


@dataclass(slots=True)
class Plan:
    """The tracks of every channel and gutter, and the ports of every part."""

    ways: list[Way]
    ties: list[Tie]
    channels: dict[int, Tracks]
    gutters: dict[str, Tracks]
    ports: dict[tuple[str, Side, Key], float]
    counts: dict[str, int]

    def room(self, channel: int) -> float:
        """The height the tracks of a channel need."""
        tracks = self.channels.get(channel)
        return (max(tracks.at.values(), default=-1) + 1) * TRACK if tracks else 0


def plan(slots: dict[str, Slot], ties: list[Tie], left: float, right: float) -> Plan:
    """Tracks and ports for the connectors; ``left`` and ``right`` are the inner borders of the gutters."""
    routed = ways(slots, ties, left, right)
    ports = _ports(slots, ties, routed, left, right)
    channels: dict[int, Tracks] = defaultdict(Tracks)
    gutters = {"left": Tracks(), "right": Tracks()}
    for n, (tie, way) in enumerate(zip(ties, routed, strict=True)):
        start, end = ports[tie.source, way.leaves, out(n)], ports[tie.target, way.enters, into(tie)]
        if way.gutter is None:
            channels[way.first].add(into(tie), start, end)
            continue
        border = left if way.gutter == "left" else right
        channels[way.first].add(out(n), start, border)
        channels[way.last].add(into(tie), border, end)
        gutters[way.gutter].add(into(tie), way.first, way.last)
    for tracks in channels.values():
        tracks.settle()
    counts = {name: tracks.settle() for name, tracks in gutters.items()}
    return Plan(routed, ties, dict(channels), gutters, ports, counts)


def out(n: int) -> Key:
    """The key of the first stretch of a connector, its own."""
    return ("out", f"{n:04}")


def into(tie: Tie) -> Key:
    """The key of the last stretch, shared by connectors of one sort into one part."""
    return ("in", tie.target, tie.sort)


def _ports(
    slots: dict[str, Slot], ties: list[Tie], routed: list[Way], left: float, right: float
) -> dict[tuple[str, Side, Key], float]:
    """Where lines meet a side of a part: spread along it, in the order of where they come from."""
    meeting: dict[tuple[str, Side], dict[Key, float]] = defaultdict(dict)
    for n, (tie, way) in enumerate(zip(ties, routed, strict=True)):
        border = left if way.gutter == "left" else right
        one, other = slots[tie.source], slots[tie.target]
        meeting[tie.source, way.leaves][out(n)] = border if way.gutter else other.x + other.wide / 2
        meeting[tie.target, way.enters].setdefault(into(tie), border if way.gutter else one.x + one.wide / 2)
    found = {}
    for (key, side), keys in meeting.items():
        slot = slots[key]
        for place, one_key in enumerate(sorted(keys, key=lambda one: (keys[one], one)), 1):
            found[key, side, one_key] = round(slot.x + slot.wide * place / (len(keys) + 1), 1)
    return found
