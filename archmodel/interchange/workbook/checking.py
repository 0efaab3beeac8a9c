"""The checks of a workbook, by the keys of the ministry's draft, and their report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from archmodel.checks.rule import Outcome
from archmodel.interchange.workbook import checklist, quality
from archmodel.interchange.workbook.cells import Book
from archmodel.interchange.workbook.remarks import Case, Check, Result, judged
from archmodel.text.words import Words

CHECKS: dict[str, Check] = {
    "Q1": quality.one_code,
    "Q2": quality.drawn_objects,
    "Q3": quality.gaps_have_tasks,
    "Q4": quality.templates_agree,
    "Q5": quality.no_secrets,
    "Q6": quality.sheets_sound,
    "Q7": quality.kept_once,
    "Q8": quality.inherited_traced,
    "Q9": quality.source_codes_kept,
    "CK01": checklist.named_and_typed,
    "CK02": checklist.diagrams_there,
    "CK03": checklist.layers_shown,
    "CK04": checklist.owners_known,
    "CK05": checklist.one_record,
    "CK06": checklist.relations_whole,
    "CK07": checklist.states_apart,
    "CK08": checklist.sharing_shown,
    "CK09": quality.same_version,
    "CK10": checklist.sector_cited,
    "CK11": quality.kept_once,
    "CK12": checklist.classified,
}
"""Every check by key, in the order of the draft."""


def results(
    book: Book, others: Iterable[Book] = (), told: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[Result, ...]:
    """What each check says of a workbook, in the order of the draft.

    Args:
        book: the workbook.
        others: workbooks of other frameworks, to find what is kept twice; without one Q7 and CK11 are insufficient.
        told: what the document and the diagrams say of objects, by code and field; without it Q4 is insufficient.
    """
    case = Case(book, tuple(others), told)
    asked = {
        entry.key: Words(entry.text or entry.key, entry.text_en or entry.key)
        for listing in book.form.edition.of_sort("check")
        for entry in listing.entries
    }
    return tuple(judged(key, asked.get(key, Words(key, key)), check, case) for key, check in CHECKS.items())


def as_text(found: Iterable[Result], lang: str = "vi") -> str:
    """The results as lines: a check with its outcome, under it what was found and where, then the counts."""
    lines, counts = [], dict.fromkeys(Outcome, 0)
    for result in found:
        counts[result.outcome] += 1
        lines.append(f"{result.key:<5} {result.outcome.words.to(lang)}: {result.title.to(lang)}")
        lines += [f"      {f'{r.cell}: ' if r.cell else ''}{r.message.to(lang)}" for r in result.remarks]
        if result.more:
            lines.append(
                f"      ... và {result.more} điểm nữa" if lang == "vi" else f"      ... and {result.more} more"
            )
    return "\n".join([*lines, summary(counts, lang)])


def counted(found: Iterable[Result]) -> dict[Outcome, int]:
    """How many checks have each outcome, every outcome named."""
    counts = dict.fromkeys(Outcome, 0)
    for result in found:
        counts[result.outcome] += 1
    return counts


def summary(counts: dict[Outcome, int], lang: str = "vi") -> str:
    """The counts in one line."""
    return " · ".join(f"{outcome.words.to(lang)} {count}" for outcome, count in counts.items())


def as_json(found: Iterable[Result]) -> str:
    """The results as JSON, version 1: ``{"schema", "counts", "checks": [{"key", "outcome", "title", "remarks", "more"}]}``."""
    import json

    found = tuple(found)
    checks = [
        {
            "key": r.key, "outcome": r.outcome.value, "title": r.title.vi, "more": r.more,
            "remarks": [{"outcome": m.outcome.value, "cell": m.cell, "message": m.message.vi} for m in r.remarks],
        }
        for r in found
    ]  # fmt: skip
    counts = {outcome.value: count for outcome, count in counted(found).items()}
    return json.dumps({"schema": 1, "counts": counts, "checks": checks}, ensure_ascii=False, indent=2)
