"""Who sends to whom as a square table: senders down, receivers across, the way and the standing in each cell.

Decides who gets a row and a column - single ends, or sectors where there would be too many to read - and what a cell
says. It scales where a network does not: 2,000 ends become a table of sectors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.model.model import Model
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words
from archmodel.views.flow_values import (
    NO_DOMAIN,
    OTHER_BODIES,
    ROUTES,
    STANDINGS,
    Flows,
    Line,
    Route,
    Standing,
    group_of,
)
from archmodel.views.flows import flows
from archmodel.views.flows_svg import LETTERS
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table

READABLE = 80
"""More senders or receivers than this stand by sector."""
MARKS: dict[Standing, Words] = {
    "live": Words("nền màu", "filled"),
    "coming": Words("viền liền", "outlined"),
    "unknown": Words("viền đứt", "dashed outline"),
    "ended": Words("gạch chéo", "crossed out"),
}


class Cell(NamedTuple):
    """What passes from a row to a column: the route and standing of most weight, whether data returns, and the flows."""

    route: Route
    standing: Standing
    both_ways: bool
    lines: tuple[Line, ...]

    def text(self, lang: str) -> str:
        """The letter of the route, and how many flows where there are several."""
        letter = LETTERS[self.route][lang == "en"]
        return letter if len(self.lines) == 1 else f"{letter}{len(self.lines)}"


@dataclass(frozen=True, slots=True)
class Matrix(Picture):
    """Senders and receivers with their names, by sector and name, and the cells where something passes.

    ``sectors`` is the sector of each by its key; empty where what stands in rows and columns are sectors.
    """

    title: Words
    day: str | None
    sources: int
    picture: Flows
    senders: tuple[tuple[str, Words], ...]
    receivers: tuple[tuple[str, Words], ...]
    cells: dict[tuple[str, str], Cell]
    by_domain: bool
    sectors: dict[str, Words]

    def alt(self, lang: str = "vi") -> str:
        """How many senders, receivers and cells with flows."""
        return Words(
            f"{len(self.senders)} bên gửi (hàng), {len(self.receivers)} bên nhận (cột), {len(self.cells)} ô có luồng.",
            f"{len(self.senders)} senders (rows), {len(self.receivers)} receivers (columns), {len(self.cells)} cells with flows.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a cell that holds flows: sender, receiver, ways, standings, codes."""
        head = Words(
            "Bên gửi|Bên nhận|Đường đi|Trạng thái|Hai chiều|Mã luồng", "Sender|Receiver|Way|State|Both ways|Codes"
        )
        names = dict(self.senders) | dict(self.receivers)
        yes = Words("có", "yes").to(lang)
        rows = tuple(
            (
                names[sender].to(lang),
                names[receiver].to(lang),
                "; ".join(dict.fromkeys(self.picture.way(line, lang) for line in cell.lines)),
                "; ".join(dict.fromkeys(STANDINGS[line.standing].to(lang) for line in cell.lines)),
                yes if cell.both_ways else "",
                ", ".join(line.id for line in cell.lines),
            )
            for (sender, receiver), cell in self.cells.items()
        )
        return Table(tuple(head.to(lang).split("|")), rows)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; names link to their pages."""
        from archmodel.views.matrix_svg import draw

        return draw(self, lang, link)


def matrix(model: Model, *, by_domain: bool | None = None) -> Matrix:
    """The flows of a model, whole or part, as a square table; by sector where asked, or where ends are too many."""
    picture = flows(model)
    many = max(len({line.source for line in picture.lines}), len({line.target for line in picture.lines})) > READABLE
    grouped = many if by_domain is None else by_domain
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    names: dict[str, Words] = {}
    sectors: dict[str, Words] = {}
    for line in picture.lines:
        pair = []
        for id in (line.source, line.target):
            end = picture.by_id[id]
            sector, words = group_of(picture, end)
            key = sector if grouped else id
            names[key] = words if grouped else Words(end.name, end.to("en"))
            if not grouped:
                sectors[key] = words
            pair.append(key)
        found[pair[0], pair[1]].append(line)
    order = sorted(names, key=lambda key: (_sector_key(sectors.get(key)), sort_key(names[key].vi), key))
    senders, receivers = {pair[0] for pair in found}, {pair[1] for pair in found}
    place = {key: n for n, key in enumerate(order)}
    title = Words(
        f"Ma trận bên gửi – bên nhận – {model.settings.name}", f"Senders by receivers – {model.settings.name_en}"
    )
    return Matrix(
        title=title,
        day=model.day,
        sources=picture.sources,
        picture=picture,
        senders=tuple((key, names[key]) for key in order if key in senders),
        receivers=tuple((key, names[key]) for key in order if key in receivers),
        cells={pair: _cell(found[pair]) for pair in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))},
        by_domain=grouped,
        sectors=sectors,
    )


def _sector_key(sector: Words | None) -> tuple[int, object]:
    """Sectors by name, then those without one, then systems of other bodies."""
    last = {None: 0, NO_DOMAIN: 1, OTHER_BODIES: 2}
    return last.get(sector, 0), sort_key(sector.vi if sector else "")


def _cell(lines: list[Line]) -> Cell:
    """The route most flows take, the first of the legend among equals; likewise the standing."""
    routes = [line.route for line in lines]
    standings = [line.standing for line in lines]
    return Cell(
        max(ROUTES, key=routes.count),
        max(STANDINGS, key=standings.count),
        any(line.both_ways for line in lines),
        tuple(lines),
    )
