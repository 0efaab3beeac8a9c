"""Citations: what they name, how they are shown, and whether what they name held on a day."""

from __future__ import annotations

import pytest

from archmodel.checks.citations import in_force, resolves, shown
from archmodel.model.framework import Clause, Instrument, Reference

LAW = Instrument(id="A", number="1/A", status="in_force", issued="2025-12-01", since="2026-01-01", until="2027-01-01")
NAMED = Instrument(id="B", name="Luật B", status="in_force", issued="2026-06-01")
DRAFT = Instrument(id="D", status="draft", issued="2026-06-01")
REFERENCE = Reference(
    instruments={one.id: one for one in (LAW, NAMED, DRAFT)},
    clauses={"A:Điều 3": Clause(id="A:Điều 3", instrument="A")},
)


@pytest.mark.parametrize(
    ("cite", "told", "known"),
    [
        ("A", "1/A", True),
        ("A:Điều 3", "1/A, Điều 3", True),
        ("A:Điều 4", "1/A, Điều 4", False),
        ("B", "Luật B", True),
        ("D", "D", True),
        ("X:Điều 1", "X, Điều 1", False),
    ],
)
def test_a_citation_is_shown_by_number_name_or_id_and_looked_up(cite: str, told: str, known: bool) -> None:
    assert (shown(REFERENCE, cite), resolves(REFERENCE, cite)) == (told, known)


@pytest.mark.parametrize(
    ("instrument", "day", "holds"),
    [
        (LAW, "2025-12-31", False),
        (LAW, "2026-01-01", True),
        (LAW, "2027-01-01", False),
        (NAMED, "2026-05-31", False),
        (NAMED, "2026-06-01", True),
        (DRAFT, "2026-06-01", False),
    ],
)
def test_an_instrument_is_in_force_from_its_first_day_and_a_draft_never(
    instrument: Instrument, day: str, holds: bool
) -> None:
    assert in_force(instrument, day) is holds
