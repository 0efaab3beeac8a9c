"""When systems surely worked and when they may have, and whether they have ended.

Two readings of what is recorded, generous and narrow, so that what lies between is told as not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from archmodel.analysis.activity import COMING, WORKING
from archmodel.analysis.spans import Span, span
from archmodel.model.elements import Application
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.days import first
from archmodel.text.words import Words


def has_ended(element: Element, day: str) -> bool:
    """Whether it is recorded to have ended by the day; what has not begun has not ended."""
    if element.since and element.since > day:
        return False
    by_now = element.until is None or first(element.until).isoformat() <= day
    return not element.holds_on(day) or (getattr(element, "state", None) == "ended" and by_now)


def narrow(since: str | None, until: str | None) -> Span | None:
    """The span that two recorded ends surely hold; None where the beginning is not recorded."""
    if since is None:
        return None
    start = span(None, since).until
    return Span(start, first(until) if until else span(None, None).until)


def may_have_worked(system: Application, served: Relation) -> Span | None:
    """The longest the system may have served over this relation; None where it has not begun."""
    if system.state in COMING:
        return None
    return _common(span(system.since, system.until), span(served.since, served.until))


def surely_worked(system: Application, served: Relation) -> Span | None:
    """The days the system is recorded to have served; None where its state, beginning or end leaves that open."""
    works = system.state in WORKING or system.usage == "in_use" or (system.state == "ended" and system.until)
    life = narrow(system.since, system.until) if works else None
    if life is None:
        return None
    use = narrow(served.since, served.until) if served.since or served.until else span(None, None)
    return _common(life, use) if use else None


def present(spans: Iterable[Span | None]) -> list[Span]:
    """The spans there are."""
    return [found for found in spans if found is not None]


def _common(one: Span, other: Span) -> Span | None:
    both = Span(max(one.since, other.since), min(one.until, other.until))
    return both if both.days > 0 else None


def days_of(gap: Span) -> Words:
    """The gap in words: its first day, its last, and how many there are."""
    last = gap.until - timedelta(days=1)
    return Words(f"từ {gap.since} đến hết {last} ({gap.days} ngày)", f"from {gap.since} to {last} ({gap.days} days)")
