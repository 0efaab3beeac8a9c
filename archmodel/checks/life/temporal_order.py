"""Whether days follow each other as they must: a beginning and its end, a relation and its ends, a state and its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from archmodel.analysis.activity import WORKING
from archmodel.analysis.spans import span
from archmodel.model.model import Model
from archmodel.model.record import Element, Managed, Record
from archmodel.model.relations import Flow, Relation
from archmodel.text.days import first
from archmodel.text.words import Words

OLDEST, YEARS_AHEAD = 1990, 15
AFTERWARDS = frozenset({"forwards_to", "redirects_to", "archived_in", "migrates_to"})


def order(record: Record) -> Iterator[Words]:
    """An end that does not come after its beginning."""
    if record.since and record.until and span(record.since, record.until).days <= 0:
        yield Words(
            f"kết thúc {record.until} không sau bắt đầu {record.since}",
            f"until {record.until} is not after since {record.since}",
        )


def reach(record: Record, day: str) -> Iterator[Words]:
    """Days too far back for a system, or too far ahead for anything."""
    for written in (record.since, record.until):
        if written and first(written).year > int(day[:4]) + YEARS_AHEAD:
            yield Words(f"{written} quá xa", f"{written} is too far ahead")
        if written and isinstance(record, Managed) and first(written).year < OLDEST:
            yield Words(f"{written} trước năm {OLDEST}", f"{written} is before {OLDEST}")


def fit(record: Element | Flow, latest: str, wrong: list[Words], absent: list[Words]) -> None:
    """What of the state the days contradict, or leave open."""
    state, since, until = getattr(record, "state", None), record.since, record.until
    begun = since is None or first(since).isoformat() <= latest
    over = until is not None and span(None, until).until.isoformat() <= latest
    if not isinstance(record, Managed | Flow) or state is None:
        return
    if state in WORKING and over:
        wrong.append(Words(f"'{state}' nhưng đã hết hiệu lực từ {until}", f"'{state}' but over since {until}"))
    elif state in WORKING and not begun:
        wrong.append(Words(f"'{state}' nhưng bắt đầu {since}", f"'{state}' but begins on {since}"))
    elif state == "ended" and until and first(until).isoformat() > latest:
        wrong.append(Words(f"'ended' nhưng kết thúc {until}", f"'ended' but ends on {until}"))
    elif state == "ended" and not until:
        absent.append(Words("'ended' mà chưa ghi 'until'", "'ended' without 'until'"))
    elif state == "planned" and since and span(None, since).until.isoformat() <= latest:
        wrong.append(Words(f"'planned' nhưng bắt đầu {since} đã qua", f"'planned' but {since} has passed"))
    elif state == "planned" and not since and isinstance(record, Managed):
        absent.append(Words("'planned' mà chưa ghi 'since'", "'planned' without 'since'"))


def outside(model: Model, relation: Relation) -> Iterator[Words]:
    """Where the relation surely reaches outside the life of one of its ends.

    Where the data, mail or visitors of what ended go on to is told by relations that outlive their source.
    """
    for id in (relation.source, relation.target):
        end = model.origin.elements.get(id)
        if end is None:
            continue
        if relation.since and end.since and _last(relation.since) < first(end.since):
            yield Words(f"từ {relation.since}, trước khi '{id}' có ({end.since})", f"since {relation.since}, before '{id}' ({end.since})")  # fmt: skip
        outlives = id == relation.source and relation.type in AFTERWARDS
        if relation.until and end.until and not outlives and first(relation.until) > span(None, end.until).until:
            yield Words(f"đến {relation.until}, sau khi '{id}' hết ({end.until})", f"until {relation.until}, after '{id}' ({end.until})")  # fmt: skip


def _last(day: str) -> date:
    """The last day that ``day`` can mean."""
    return first(day) if len(day) == 10 else span(None, day).until - timedelta(days=1)
