"""The coverage heat map: what each cell counts and says without its colour."""

from __future__ import annotations

from archmodel.text.words import Words
from archmodel.views.heatmap import Cell, HeatMap

CELLS = {("own", "L1"): Cell(7, 1, 2, 3), ("own", "L2"): Cell(0, 0, 0, 4)}
PICTURE = HeatMap(
    "nat-1.0",
    "2026-01-01",
    (("own", Words("Cấp tỉnh", "Province")),),
    (("L1", Words("L1", "L1")), ("L2", Words("L2", "L2")), ("L3", Words("L3", "L3"))),
    CELLS,
    1,
)


def test_a_cell_says_what_fails_and_what_is_not_judged_without_colour() -> None:
    assert PICTURE.table().rows == (("Cấp tỉnh", "7/10 ✗ 1 ? 2", "–", ""),)
    drawn = PICTURE.svg()
    assert (">7/10<" in drawn, ">✗ 1   ? 2<" in drawn) == (True, True)


def test_the_tone_is_the_gravest_that_is_there() -> None:
    tones = [cell.tone for cell in (Cell(7, 1, 2, 0), Cell(1, 0, 1, 0), Cell(1, 0, 2, 0), Cell(0, 0, 0, 4))]
    assert tones == ["failing", "met", "unjudged", "none"]
