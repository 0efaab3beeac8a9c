"""What time asks of a level dossier: the transition to the new law, and a report every year.

The days are those of NĐ 331/2026/NĐ-CP, Điều 35, 36 and 39.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archmodel.checks.sec.levels import System, due_work, security_of
from archmodel.model.model import Model
from archmodel.text.words import Words

NEW_LAW, COMPLY_BY = "2026-07-01", "2027-07-01"
REPORT_BY, FIRST_REPORT = "-12-25", 2026


def transition(model: Model, system: System, day: str) -> Iterator[Words | str]:
    """What the change of law leaves open: a level of the old law must be brought to the new one in a year."""
    security = security_of(system)
    if security.approved_on is None or security.approved_on >= NEW_LAW or (security.assessed_on or "") >= NEW_LAW:
        return
    due = due_work(model, system.id, day)
    if day < COMPLY_BY:
        if due is None or due > COMPLY_BY:
            yield f"concerns (task due by {COMPLY_BY}) / security.assessed_on"
    elif security.assessed_on is None:
        yield "security.assessed_on"
    else:
        yield Words(f"'{system.id}' duyệt {security.approved_on} theo luật cũ, đánh giá gần nhất {security.assessed_on}",
                    f"'{system.id}' was approved on {security.approved_on} by the old law and last assessed on {security.assessed_on}")  # fmt: skip


def yearly_report(system: System, day: str) -> Iterator[Words | str]:
    """What is wrong with the last yearly report that was due."""
    year = date.fromisoformat(day).year - (day[4:] <= REPORT_BY)
    reported_on = security_of(system).reported_on
    if year < FIRST_REPORT:
        return
    if reported_on is None:
        yield "security.reported_on"
    elif reported_on < f"{year}-01-01" or f"{year}{REPORT_BY}" < reported_on <= f"{year}-12-31":
        yield Words(f"'{system.id}' báo cáo năm {year} phải có trước {year}{REPORT_BY}, lần gần nhất {reported_on}",
                    f"'{system.id}' owed its report of {year} by {year}{REPORT_BY}; the last is of {reported_on}")  # fmt: skip
