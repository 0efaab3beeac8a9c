"""Days of reduced precision and half-open intervals."""

from __future__ import annotations

from datetime import date

import pytest

from archmodel.text.days import first, holds, is_day, is_whole_day


@pytest.mark.parametrize("text", ["2025", "2025-07", "2025-07-01", "2024-02-29"])
def test_days(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize(
    "text",
    ["", "25", "2025-7", "2025-13", "2025-00", "2025-02-29", "2025-07-01T00:00", "20250701", "0000", "2025-", "٢٠٢٥",
     "01/07/2025", " 2025", "2025\n"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    assert not is_day(text)


def test_only_a_calendar_day_is_whole() -> None:
    assert [is_whole_day(text) for text in ("2025", "2025-07", "2025-07-01", "2025-07-32")] == [
        False,
        False,
        True,
        False,
    ]


def test_the_first_day_a_text_can_mean() -> None:
    assert [first(text) for text in ("2025", "2025-07", "2025-07-09")] == [
        date(2025, 1, 1),
        date(2025, 7, 1),
        date(2025, 7, 9),
    ]


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        (None, None, "2025-07-01", True),
        ("2025-07-01", None, "2025-06-30", False),
        ("2025-07-01", None, "2025-07-01", True),
        (None, "2025-07-01", "2025-06-30", True),
        (None, "2025-07-01", "2025-07-01", False),
        ("2025-07-01", "2025-07-01", "2025-07-01", False),
        ("2025-07", None, "2025-06-30", False),
        ("2025-07", None, "2025-07-01", True),
        ("2025", None, "2024-12-31", False),
        ("2025", None, "2025-01-01", True),
        (None, "2025-07", "2025-07-31", True),
        (None, "2025-07", "2025-08-01", False),
        (None, "2025", "2025-12-31", True),
        (None, "2025", "2026-01-01", False),
        ("2025", "2025", "2025-06-15", True),
    ],
)
def test_a_half_open_interval(since: str | None, until: str | None, day: str, *, expected: bool) -> None:
    assert holds(since, until, day) is expected
