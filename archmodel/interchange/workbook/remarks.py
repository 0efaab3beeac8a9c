"""What a check of the workbook says: four outcomes, a sentence in both languages, and the cell it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from archmodel.checks.rule import Outcome
from archmodel.interchange.workbook.cells import Book, Row
from archmodel.text.words import Words

_WORST = (Outcome.FAIL, Outcome.INSUFFICIENT, Outcome.PASS, Outcome.NOT_APPLICABLE)
TOLD = 20
"""How many remarks of a check are told; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a check found: how it leaves the check, where (``TABLE!C5``; empty for the whole), and what."""

    outcome: Outcome
    cell: str
    message: Words


@dataclass(frozen=True)
class Case:
    """What the checks judge: a workbook, those of other frameworks, and what the document and the diagrams say.

    ``told`` is by code of the object, then by field (``name``, ``owner``, ``state``, ``scope``).
    """

    book: Book
    others: tuple[Book, ...] = ()
    told: Mapping[str, Mapping[str, str]] | None = None


@dataclass(frozen=True)
class Result:
    """The result of a check: its key, what it asks, the outcome, what was found, and how much more there is."""

    key: str
    title: Words
    outcome: Outcome
    remarks: tuple[Remark, ...]
    more: int = 0


Check = Callable[[Case], Iterable[Remark]]


def judged(key: str, title: Words, check: Check, case: Case) -> Result:
    """Run a check; the worst remark is its outcome, and one that found nothing to judge is not applicable."""
    remarks = sorted(check(case), key=lambda remark: _WORST.index(remark.outcome))
    if not remarks:
        return Result(key, title, Outcome.NOT_APPLICABLE, ())
    return Result(key, title, remarks[0].outcome, tuple(remarks[:TOLD]), max(0, len(remarks) - TOLD))


def failing(cell: str, vi: str, en: str) -> Remark:
    """A remark that fails."""
    return Remark(Outcome.FAIL, cell, Words(vi, en))


def doubtful(cell: str, vi: str, en: str) -> Remark:
    """A remark that there is not enough to judge by."""
    return Remark(Outcome.INSUFFICIENT, cell, Words(vi, en))


def passing(vi: str, en: str) -> Remark:
    """A remark that what was asked is there, and how much was judged."""
    return Remark(Outcome.PASS, "", Words(vi, en))


def unfilled(book: Book, table: str, rows: Iterable[Row], field: str) -> Iterator[Remark]:
    """Cells of a column nobody filled fail one by one; those said to be unknown are counted in one remark."""
    column = book.form.column(table, field)
    name = column.name if column else field
    unknown = []
    for row in rows:
        cell = row[field]
        if cell.open:
            unknown.append(row)
        elif not cell.text:
            yield failing(book.at(table, row, field), f"ô '{name}' để trống", f"the cell '{name}' is blank")
    if unknown:
        first, count = book.at(table, unknown[0], field), len(unknown)
        yield doubtful(
            first, f"cột '{name}': {count} ô Chưa xác định", f"column '{name}': {count} cells say Chưa xác định"
        )


def closed(remarks: Iterable[Remark], judged: int, what: Words) -> Iterator[Remark]:
    """The remarks, and that all is well where there are none and something was judged."""
    found = False
    for remark in remarks:
        found = True
        yield remark
    if judged and not found:
        yield passing(f"đã xét {judged} {what.vi}", f"{judged} {what.en} judged")
    elif not judged and not found:
        yield doubtful("", f"không có {what.vi} nào để xét", f"there are no {what.en} to judge")
