"""When records may have held and when they surely did, and whether things have ended.

Two readings of what is recorded, generous and narrow, so that what lies between is told as not known. A state is what
the catalogue knew last: a planned thing has not begun, a suspended one may have worked before.
"""

from __future__ import annotations

from datetime import timedelta

from archmodel.analysis.activity import COMING, WORKING
from archmodel.analysis.spans import Span, span
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Flow, Relation
from archmodel.text.days import first

_NEVER = frozenset({*COMING, "not_connected"})


def with_past(model: Model) -> Model:
    """The model with what has ended or is to come, where only days were narrowed; a part is left as it is."""
    return model.origin if model.is_whole else model


def has_ended(element: Element, day: str) -> bool:
    """Whether it is recorded to have ended by the day; what has not begun has not ended."""
    if element.since and element.since > day:
        return False
    by_now = element.until is None or first(element.until).isoformat() <= day
    return not element.holds_on(day) or (getattr(element, "state", None) == "ended" and by_now)


def longest(record: Record) -> Span | None:
    """The most days a record can have held and worked; None where its state says that it never began."""
    if getattr(record, "state", None) in _NEVER:
        return None
    return _real(span(record.since, record.until))


def surest(record: Record) -> Span | None:
    """The days a record is said to have worked by every reading; None where beginning, end or state leave that open.

    A relation other than a flow that states no day holds for as long as its two ends.
    """
    if isinstance(record, Relation) and not isinstance(record, Flow) and not (record.since or record.until):
        return span(None, None)
    return _real(narrow(record.since, record.until)) if _is_told_to_work(record) else None


def narrow(since: str | None, until: str | None) -> Span | None:
    """The span that two recorded ends surely hold; None where the beginning is not recorded."""
    if since is None:
        return None
    last = span(None, since).until - timedelta(days=0 if len(since) == 10 else 1)
    return Span(last, first(until) if until else span(None, None).until)


def common(*spans: Span | None) -> Span | None:
    """The days all of the spans hold; None where there are none, or where one of them is None."""
    found = [part for part in spans if part is not None]
    if len(found) < len(spans) or not found:
        return None
    return _real(Span(max(part.since for part in found), min(part.until for part in found)))


def _is_told_to_work(record: Record) -> bool:
    """Whether its state says that it works, or that it has ended and when; what has no state works while it holds."""
    if not hasattr(record, "state"):
        return True
    state, usage = record.state, getattr(record, "usage", None)
    return state in WORKING or (state is None and usage == "in_use") or (state == "ended" and record.until is not None)


def _real(found: Span | None) -> Span | None:
    return found if found is not None and found.days > 0 else None
