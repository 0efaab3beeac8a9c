"""CSV: a finding a row under fixed columns, and no cell a spreadsheet would run."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from archmodel.checks.csv_format import COLUMNS, as_csv
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.run import check
from archmodel.errors import Place
from archmodel.model.elements import Application
from archmodel.model.framework import Instrument, Reference
from archmodel.model.model import Model
from archmodel.model.waiver import Waiver
from archmodel.text.words import Words

REFERENCE = Reference(
    instruments={id: Instrument(id=id, number=f"{id}/2026", status="in_force") for id in ("L1", "L2")}
)
PLACE = Place("catalog/a.yaml", 3)
WAIVER = Waiver(id="W1", rule="ONE-01", elements=("a",), reason="r", granted_by="g", until="2027-01-01")


def rows(message: str = "sai", waivers: tuple[Waiver, ...] = (), place: Place | None = PLACE) -> list[list[str]]:
    def find(model: Model, day: str):
        yield Finding(model["a"], Words(message, "wrong"), Words("sửa, rồi\nghi", "mend"))

    one = rule(
        "ONE-01", Severity.INFO, title=Words("T", "T"), scope=lambda model, day: ["a"], cites=("L1", "L2:Điều 3")
    )
    model = Model([Application(id="a", name="A", place=place)], reference=REFERENCE, waivers=waivers)
    report = check(model, as_of="2026-11-22", rules=(one(find),))
    return list(csv.reader(StringIO(as_csv(report, REFERENCE), newline="")))


def test_a_finding_is_a_row_under_its_columns() -> None:
    head, row = rows()
    assert ",".join(head) == "code,outcome,severity,element,kind,message,fix,cites,path,line,waived"
    assert row == [
        "ONE-01", "fail", "info", "a", "application", "sai", "sửa, rồi\nghi", "L1/2026; L2/2026, Điều 3", "catalog/a.yaml", "3", "",
    ]  # fmt: skip


def test_a_waived_finding_names_its_waiver() -> None:
    assert rows(waivers=(WAIVER,))[1][-1] == "W1"


def test_no_place_leaves_its_cells_empty() -> None:
    assert rows(place=None)[1][8:10] == ["", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_formula_is_made_text(start: str) -> None:
    assert rows(message=f"{start}HYPERLINK(1)")[1][5] == f"'{start}HYPERLINK(1)"


def test_a_carriage_return_neither_starts_a_formula_nor_ends_the_row() -> None:
    assert rows(message="\r=1\rx")[1][5] == "'\n=1\nx"


def test_other_words_are_left_as_they_are() -> None:
    assert rows(message="a=1, 'b' - c")[1][5] == "a=1, 'b' - c"


def test_the_report_of_the_real_workspace_has_a_row_for_every_finding(hanoi: Model) -> None:
    report = check(hanoi, as_of="2026-11-22")
    told = list(csv.reader(StringIO(as_csv(report, hanoi.reference), newline="")))
    assert {len(row) for row in told} == {len(COLUMNS)}
    assert len(told) == len(report.findings) + 1
