"""The roadmap as a chart of days: which bars and points stand where, computed as plain values before anything is drawn.

Decides the days shown, what is a bar and what a point, and what is folded so that the chart stays readable on A4 or A3.
How it looks is left to ``archmodel.views.gantt_svg``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from archmodel.analysis.roadmap import STANDINGS, Roadmap, Standing, Work
from archmodel.text.days import first
from archmodel.text.words import Words
from archmodel.views.dates import written
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table

Shape = Literal["bar", "point", "open", "none"]
MOST_ROWS, MOST_TICKS = 90, 16
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


class Tick(NamedTuple):
    """The first day of a month that is marked, as days from the left edge."""

    at: int
    day: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of work: days from the left edge where it begins and is due, the days of its milestones between.

    A ``bar`` has both, a ``point`` only a due day, ``open`` only a beginning, ``none`` neither. ``is_lent`` where the
    days are those of the whole or a part.
    """

    id: str
    name: str
    depth: int
    shape: Shape
    standing: Standing
    begin: int | None
    end: int | None
    points: tuple[int, ...]
    due: str | None
    is_lent: bool
    has_fault: bool


@dataclass(frozen=True, slots=True)
class Gantt(Picture):
    """The chart as values; ``today`` is the day of the roadmap as days from the left edge, ``days`` the whole width."""

    day: str
    since: date
    days: int
    today: int
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    folded: int

    sources: int

    @property
    def title(self) -> Words:
        """What the chart is of."""
        return Words("Lộ trình", "Roadmap")

    def standing(self, lang: str = "vi") -> str:
        """As of which day, how much work, and how many documents prove some of it."""
        day, count = written(self.day, lang), len(self.bars)
        return Words(
            f"Tại ngày: {day} · {count} việc · {self.sources} tài liệu minh chứng",
            f"As of: {day} · {count} items · {self.sources} proving documents",
        ).to(lang)

    def alt(self, lang: str = "vi") -> str:
        """How many pieces of work stand how."""
        counts = (
            f"{words.to(lang)}: {sum(bar.standing == name for bar in self.bars)}"
            for name, words in STANDINGS.items()
            if any(bar.standing == name for bar in self.bars)
        )
        return f"{'. '.join(counts)}."

    def table(self, lang: str = "vi") -> Table:
        """One row a bar: id, work, due day, standing."""
        head = Words("Mã|Việc|Thời hạn|Tình trạng", "Id|Work|Due|Standing").to(lang)
        rows = (
            (bar.id, bar.name, written(bar.due, lang) if bar.due else "", STANDINGS[bar.standing].to(lang))
            for bar in self.bars
        )
        return Table(tuple(head.split("|")), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The chart as an SVG document; see ``Picture.svg``."""
        from archmodel.views.gantt_svg import draw

        return draw(self, lang, link)


def gantt(found: Roadmap) -> Gantt:
    """The chart of a roadmap, in its order; past ninety rows parts are folded into their wholes, then the last rows."""
    rows = found.rows if len(found) <= MOST_ROWS else tuple(row for row in found if not row.depth)
    shown = rows[:MOST_ROWS]
    known = [first(found.day), *(first(day) for row in shown for day in (row.start, row.due) if day)]
    known += [first(one.day) for row in shown for one in row.milestones]
    since = min(known).replace(day=1)
    until = _next_month(max(known))
    bars = tuple(_bar(row, since) for row in shown)
    return Gantt(
        found.day, since, (until - since).days, (first(found.day) - since).days, _ticks(since, until), bars,
        len(found) - len(shown), len({source for row in found for source in row.evidence}),
    )  # fmt: skip


def _bar(row: Work, since: date) -> Bar:
    def at(day: str | None) -> int | None:
        return (first(day) - since).days if day else None

    begin, end = at(row.start), at(row.due)
    shape: Shape = "none"
    if end is not None:
        shape = "bar" if begin is not None and begin < end else "point"
    elif begin is not None:
        shape = "open"
    points = tuple(dict.fromkeys(day for one in row.milestones if (day := at(one.day)) is not None and day != end))
    return Bar(
        row.id, row.name, row.depth, shape, row.standing, begin, end, points, row.due, row.due_from is not None,
        bool(row.faults),
    )  # fmt: skip


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _ticks(since: date, until: date) -> tuple[Tick, ...]:
    """The months that are marked: so few that their labels fit, and always the same ones of a year."""
    months: list[date] = []
    here = since
    while here < until:
        months.append(here)
        here = _next_month(here)
    step = next((step for step in _STEPS if len(months) / step <= MOST_TICKS), _STEPS[-1])
    shown = [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
    return tuple(Tick((month - since).days, month.isoformat()[:7]) for month in shown)
