"""Data quality as a table for people, as CSV for spreadsheets and as JSON for programs; by body or by record."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, Literal, get_args

from archmodel.analysis.proof import Standing
from archmodel.analysis.quality import AgencyQuality, DataQuality, RecordQuality
from archmodel.text.cells import safe_cell
from archmodel.text.words import Words

By = Literal["agency", "record"]
BY: tuple[By, ...] = get_args(By)
NOBODY = Words("Chưa rõ cơ quan trả lời", "Nobody on record")
TOP = 3
_PLURAL: dict[By, str] = {"agency": "agencies", "record": "records"}


def rows(quality: DataQuality, by: By, lang: str = "vi") -> list[dict[str, Any]]:
    """One row a body or a record, in the order of the league table or of the catalogue; lists stay lists.

    By agency: ``agency`` (None for nobody), ``name``, ``records``, ``score``, ``seal``, ``points``, ``possible``,
    ``proven``, ``asked``, ``missing`` (each name with how many lack it). By record: ``id``, ``kind``, ``name``, ``agencies``,
    ``unanswered`` (why nobody answers), the same figures, what is ``missing``, ``promised``, ``waiting``, ``unproven``,
    ``stale``, ``undated``, ``not_applicable``, the number of pieces of evidence dated ``later`` than the day, and ``next``
    with the score ``then``.
    """
    if by == "agency":
        return [_agency(agency, lang) for agency in quality.agencies]
    return [_record(record, lang) for record in quality.records]


def shown(quality: DataQuality, by: By, form: str, lang: str = "vi") -> str:
    """The rows as ``"table"``, ``"csv"`` or ``"json"``."""
    values = rows(quality, by, lang)
    if form == "json":
        head = {"schema": 1, "as_of": quality.day, "evidence_months": quality.months, "score": quality.tally.score}
        return json.dumps({**head, _PLURAL[by]: values}, ensure_ascii=False, indent=2)
    if form == "csv":
        text = StringIO()
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(COLUMNS[by])
        lines.writerows([_text(value) for value in row.values()] for row in values)
        return text.getvalue().rstrip("\n")
    return "\n".join(_table(quality, by, lang))


_FIGURES = ("score", "seal", "points", "possible", "proven", "asked")
_LISTS = (
    Standing.MISSING, Standing.PROMISED, Standing.WAITING, Standing.UNPROVEN, Standing.STALE, Standing.UNDATED,
)  # fmt: skip
COLUMNS: dict[By, tuple[str, ...]] = {
    "agency": ("agency", "name", "records", *_FIGURES, "missing"),
    "record": (
        "id", "kind", "name", "agencies", "unanswered", *_FIGURES, *(standing.value for standing in _LISTS),
        "not_applicable", "later", "next", "then",
    ),
}  # fmt: skip


def _figures(item: AgencyQuality | RecordQuality) -> dict[str, Any]:
    tally = item.tally
    figures = (tally.score, tally.seal.value, tally.points, tally.possible, tally.proven, tally.asked)
    return dict(zip(_FIGURES, figures, strict=True))


def _agency(agency: AgencyQuality, lang: str) -> dict[str, Any]:
    body = agency.body
    return {
        "agency": body.id if body else None,
        "name": body.name if body else NOBODY.to(lang),
        "records": len(agency.records),
        **_figures(agency),
        "missing": dict(agency.missing),
    }


def _record(record: RecordQuality, lang: str) -> dict[str, Any]:
    element, step = record.element, record.step
    reasons = [keeper.why.words.to(lang) for keeper in record.keepers if keeper.why]
    return {
        "id": element.id,
        "kind": element.kind,
        "name": element.name,
        "agencies": [keeper.body for keeper in record.keepers if keeper.body],
        "unanswered": reasons[0] if reasons else None,
        **_figures(record),
        **{standing.value: list(record.names(standing)) for standing in _LISTS},
        "not_applicable": [fact.name for fact in record.facts if fact.denied],
        "later": record.later,
        "next": step.told().to(lang) if step else None,
        "then": step.score if step else None,
    }


def cell(value: Any) -> Any:
    """A value of a row in one cell: lists and counts joined with ``"; "``, nothing as None."""
    if isinstance(value, dict):
        return "; ".join(f"{name} ({count})" for name, count in value.items()) or None
    return ("; ".join(value) or None) if isinstance(value, list) else value


def _text(value: Any) -> str:
    found = cell(value)
    return "" if found is None else safe_cell(str(found))


def _table(quality: DataQuality, by: By, lang: str) -> Iterator[str]:
    yield Words(
        f"Ngày {quality.day}: {len(quality.records)} bản ghi, điểm chung {quality.tally.score}/100; minh chứng quá "
        f"{quality.months} tháng là cũ",
        f"On {quality.day}: {len(quality.records)} records, overall score {quality.tally.score}/100; evidence older than "
        f"{quality.months} months is stale",
    ).to(lang)
    yield from _agency_lines(quality.agencies, lang) if by == "agency" else _record_lines(quality.records, lang)


def _agency_lines(agencies: Iterable[AgencyQuality], lang: str) -> Iterator[str]:
    for agency in agencies:
        name = f"{agency.body.name} [{agency.body.id}]" if agency.body else NOBODY.to(lang)
        held = Words(f"{len(agency.records)} bản ghi", f"{len(agency.records)} records").to(lang)
        yield f"{agency.score:>4}  {agency.seal.words.to(lang):<12}  {held:>12}  {name}"
        if agency.missing:
            most = ", ".join(f"{name} ({count})" for name, count in agency.missing[:TOP])
            yield f"{'':>34}{Words('thiếu nhiều nhất', 'most often missing').to(lang)}: {most}"


def _record_lines(records: Iterable[RecordQuality], lang: str) -> Iterator[str]:
    for record in records:
        yield f"{record.score:>4}  {record.seal.words.to(lang):<12}  {record.element.id}  {record.element.name}"
        for standing in _LISTS:
            if names := record.names(standing):
                yield f"{'':>20}{standing.words.to(lang).lower()}: {', '.join(names)}"
        for keeper in record.keepers:
            if keeper.why:
                yield f"{'':>20}{NOBODY.to(lang).lower()}: {keeper.why.words.to(lang)}"
        if step := record.step:
            yield f"{'':>20}→ {step.told().to(lang)} ({record.score} → {step.score})"
