"""The coverage heat map: scopes of a framework by layer, as counts first; the drawing is a table people can read.

Colour never speaks alone: each cell prints how many components are filled and of how many that count.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape

from archmodel.checks.gaps import GapRow, gaps
from archmodel.checks.rule import Outcome
from archmodel.model.model import Model
from archmodel.text.words import Words


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
class HeatMap:
    """Rows are scopes, columns layers; ``cells`` by both, absent where a scope has nothing in a layer."""

    framework: str
    day: str
    rows: tuple[tuple[str, Words], ...]
    columns: tuple[tuple[str, Words], ...]
    cells: dict[tuple[str, str], Cell]

    def _repr_html_(self) -> str:
        head = "".join(f"<th scope=col>{escape(words.vi)}</th>" for _, words in self.columns)
        body = "".join(
            f"<tr><th scope=row style=text-align:left>{escape(words.vi)}</th>"
            + "".join(_cell(self.cells.get((scope, layer))) for layer, _ in self.columns)
            + "</tr>"
            for scope, words in self.rows
        )
        caption = f"{escape(self.framework)}, {escape(self.day)}: số thành phần đã có hoặc đã định / số phải có"
        return (
            f"<table><caption>{caption}</caption><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def heatmap(model: Model, day: str, framework: str | None = None) -> HeatMap:
    """The coverage of an edition on a day, counted by scope and layer; see ``archmodel.checks.gaps.gaps``."""
    name = framework or model.settings.framework
    rows = gaps(model, day, name)
    by_cell: dict[tuple[str, str], list[GapRow]] = defaultdict(list)
    for row in rows:
        by_cell[row.scope, row.layer].append(row)
    edition = model.reference.editions[name]
    scopes = {row.scope: _scope_words(row) for row in rows}
    columns = []
    for layer in sorted({row.layer for row in rows}):
        entry = edition.entry(layer)
        named = (entry.name or layer) if entry else "–"
        columns.append(
            (layer, Words(f"{layer} {named}".strip(), f"{layer} {entry.name_en or named}" if entry else named))
        )
    cells = {place: _counted(found) for place, found in by_cell.items()}
    return HeatMap(name, day, tuple(scopes.items()), tuple(columns), cells)


def _scope_words(row: GapRow) -> Words:
    group = row.scope.partition(":")[2]
    return Words(f"{row.scope_name.vi} ({group})", f"{row.scope_name.en} ({group})") if group else row.scope_name


def _counted(rows: list[GapRow]) -> Cell:
    outcomes = [row.outcome for row in rows]
    return Cell(
        outcomes.count(Outcome.PASS),
        outcomes.count(Outcome.FAIL),
        outcomes.count(Outcome.INSUFFICIENT),
        outcomes.count(Outcome.NOT_APPLICABLE),
    )


_TONES = {"met": "#cfe8d5", "failing": "#f6cfc9", "unjudged": "#fbe8b8", "none": "transparent"}


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    text = f"{cell.met}/{cell.counted}" if cell.counted else "–"
    ink = "color:#16202c;" if cell.counted else ""
    return f'<td style="background:{_TONES[cell.tone]};{ink}text-align:center">{text}</td>'
