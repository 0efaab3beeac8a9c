"""What the ministry's checks say of the workbook offered, for the page of downloads.

Of a public edition it tells the outcome of each check and how many remarks there are, not the remarks: they name cells.
"""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.documents.site.publication import Publication
from archmodel.interchange.workbook.remarks import Result

SHOWN = 20


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check of the workbook: key, what it asks, outcome as a plain word and in words, remarks with their cells."""

    key: str
    title: str
    outcome: str
    outcome_words: str
    remarks: tuple[str, ...]
    count: int


def check_rows(site: Publication) -> tuple[CheckRow, ...]:
    """The checks of the workbook in their order; none where no workbook is offered."""
    return tuple(_check(site, result) for result in site.checked)


def _check(site: Publication, result: Result) -> CheckRow:
    told = [f"{remark.cell}: {site.say(remark.message)}" if remark.cell else site.say(remark.message) for remark in result.remarks]  # fmt: skip
    shown = () if site.is_public else tuple(told[:SHOWN])
    count = len(result.remarks) + result.more
    return CheckRow(
        result.key, site.say(result.title), result.outcome.value, site.say(result.outcome.words), shown, count
    )
