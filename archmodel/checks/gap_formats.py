"""Gaps as a table for people, as CSV for spreadsheets and as JSON for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO

from archmodel.checks.gaps import GapRow, counted
from archmodel.text.cells import safe_cell

COLUMNS = ("scope", "layer", "key", "code", "name", "role", "outcome", "cover", "before", "elements")


def shown(rows: Iterable[GapRow], form: str, lang: str = "vi") -> str:
    """The rows as ``"table"``, ``"csv"`` or ``"json"``."""
    rows = tuple(rows)
    if form == "json":
        values = [dict(zip(COLUMNS, _values(row, lang), strict=True)) for row in rows]
        counts = {outcome.value: count for outcome, count in counted(rows).items()}
        return json.dumps({"schema": 1, "counts": counts, "components": values}, ensure_ascii=False, indent=2)
    if form == "csv":
        text = StringIO()
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(COLUMNS)
        for row in rows:
            cells = _values(row, lang)
            lines.writerow([safe_cell("; ".join(c) if isinstance(c, list) else c or "") for c in cells])
        return text.getvalue().rstrip("\n")
    return "\n".join(_table(rows, lang))


def _values(row: GapRow, lang: str) -> list[str | list[str] | None]:
    return [
        row.scope, row.layer, row.key, row.code, row.name.to(lang), row.role, row.outcome.value, row.cover.value,
        row.before.value if row.before else None, list(row.elements),
    ]  # fmt: skip


def _table(rows: tuple[GapRow, ...], lang: str) -> Iterator[str]:
    scope = None
    for row in rows:
        if row.scope != scope:
            scope = row.scope
            here = tuple(other for other in rows if other.scope == scope)
            told = ", ".join(f"{o.words.to(lang).lower()} {n}" for o, n in counted(here).items() if n)
            yield (
                f"\n{row.scope_name.to(lang)} [{scope}]: {told}"
                if row is not rows[0]
                else f"{row.scope_name.to(lang)} [{scope}]: {told}"
            )
        code = f" ({row.code})" if row.code else ""
        held = f": {', '.join(row.elements[:4])}{' …' if len(row.elements) > 4 else ''}" if row.elements else ""
        was = f" (← {row.before.words.to(lang).lower()})" if row.before else ""
        yield f"  {row.key:<14}{code} {row.name.to(lang)[:90]}"
        yield f"  {'':<14} {row.outcome.words.to(lang).lower()}; {row.cover.words.to(lang).lower()}{was}{held}"
