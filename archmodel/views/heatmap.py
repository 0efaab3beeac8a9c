"""The coverage heat map: scopes of a framework by layer, as counts first; the drawing is a table people can read.

Colour never speaks alone: each cell prints how many components are filled, of how many that count, and how many fail or
are not judged.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from archmodel.checks.gaps import GapRow, gaps
from archmodel.checks.rule import Outcome
from archmodel.model.model import Model
from archmodel.text.words import Words
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table


@dataclass(frozen=True, slots=True)
class Cell:
    """A scope in a layer: components met, failing, not judged, and not asked for."""

    met: int
    failing: int
    unjudged: int
    not_asked: int

    @property
    def counted(self) -> int:
        """How many components count: all but those nobody is asked to have."""
        return self.met + self.failing + self.unjudged

    @property
    def tone(self) -> str:
        """``"met"``, ``"failing"`` or ``"unjudged"`` by what weighs most, ``"none"`` where nothing counts."""
        if not self.counted:
            return "none"
        if self.failing:
            return "failing"
        return "met" if self.met * 2 >= self.counted else "unjudged"


@dataclass(frozen=True, slots=True)
class HeatMap(Picture):
    """Rows are scopes, columns layers; ``cells`` by both, absent where a scope has nothing in a layer."""

    framework: str
    day: str
    rows: tuple[tuple[str, Words], ...]
    columns: tuple[tuple[str, Words], ...]
    cells: dict[tuple[str, str], Cell]
    sources: int

    @property
    def title(self) -> Words:
        """Which edition the coverage is of."""
        return Words(f"Mức bao phủ khung {self.framework}", f"Coverage of framework {self.framework}")

    def alt(self, lang: str = "vi") -> str:
        """How many components count and how many of them are filled or decided."""
        met, counted = (sum(getattr(cell, name) for cell in self.cells.values()) for name in ("met", "counted"))
        return Words(
            f"{met} thành phần đã có hoặc đã định, trên {counted} thành phần phải có. Mỗi ô: đã có/phải có.",
            f"{met} components filled or decided, of {counted} that count. Each cell: filled/counted.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a scope, one column a layer; empty where a scope has nothing in a layer."""
        head = (Words("Phạm vi", "Scope").to(lang), *(words.to(lang) for _, words in self.columns))
        rows = tuple(
            (words.to(lang), *(_row_told(self.cells.get((scope, layer))) for layer, _ in self.columns))
            for scope, words in self.rows
        )
        return Table(head, rows)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:  # noqa: ARG002 - as of every picture
        """The picture as an SVG document; no cell stands for one element, so ``link`` is not asked."""
        from archmodel.views.grid import Tile, draw_grid

        tiles = {place: Tile(_told(cell), _TONES[cell.tone], _open(cell)) for place, cell in self.cells.items()}
        legend = (*((words.to(lang), _TONES[tone]) for tone, words in _TOLD.items()), (_SIGNS.to(lang), "#ffffff"))
        return draw_grid(self, lang, self.rows, self.columns, tiles, legend)


def heatmap(model: Model, day: str, framework: str | None = None) -> HeatMap:
    """The coverage of an edition on a day, counted by scope and layer; see ``archmodel.checks.gaps.gaps``."""
    name = framework or model.settings.framework
    rows = gaps(model, day, name)
    by_cell: dict[tuple[str, str], list[GapRow]] = defaultdict(list)
    for row in rows:
        by_cell[row.scope, row.layer].append(row)
    edition = model.reference.editions[name]
    scopes = {row.scope: row.scope_name for row in rows}
    columns = []
    for layer in sorted({row.layer for row in rows}):
        entry = edition.entry(layer)
        named = (entry.name or layer) if entry else "–"
        columns.append(
            (layer, Words(f"{layer} {named}".strip(), f"{layer} {entry.name_en or named}" if entry else named))
        )
    cells = {place: _counted(found) for place, found in by_cell.items()}
    cited = {
        (item.document, item.url)
        for evidence in (edition.evidence, *(r.evidence for r in model.relations if r.type == "aligned_to"))
        for item in evidence
    }
    return HeatMap(name, day, tuple(scopes.items()), tuple(columns), cells, len(cited))


def _counted(rows: list[GapRow]) -> Cell:
    outcomes = [row.outcome for row in rows]
    return Cell(
        outcomes.count(Outcome.PASS),
        outcomes.count(Outcome.FAIL),
        outcomes.count(Outcome.INSUFFICIENT),
        outcomes.count(Outcome.NOT_APPLICABLE),
    )


_TONES = {"met": "#cfe8d5", "failing": "#f6cfc9", "unjudged": "#fbe8b8", "none": "#ffffff"}
_TOLD = {
    "met": Words("ít nhất một nửa đã có", "at least half filled"),
    "failing": Words("có thành phần chưa đáp ứng", "some component fails"),
    "unjudged": Words("phần lớn chưa đủ cơ sở đánh giá", "mostly not judged"),
    "none": Words("không thành phần nào phải có (–)", "nothing counts here (–)"),
}


_SIGNS = Words("✗ số chưa đáp ứng, ? số chưa đủ cơ sở đánh giá", "✗ how many fail, ? how many are not judged")


def _row_told(cell: Cell | None) -> str:
    return " ".join((_told(cell), _open(cell).replace("   ", " ") if cell else "")).strip()


def _open(cell: Cell) -> str:
    """What stands open in a cell by sign and count, so that its colour never speaks alone."""
    counts = (("✗", cell.failing), ("?", cell.unjudged))
    return "   ".join(f"{sign} {count}" for sign, count in counts if count)


def _told(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return f"{cell.met}/{cell.counted}" if cell.counted else "–"
