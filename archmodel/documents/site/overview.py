"""The first page: what there is, how much of it is known, what the checks say, and which days matter."""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.documents.site.address import FRAMEWORKS, INSTRUMENTS, jump
from archmodel.documents.site.coverage import Figure, LayerCount, Share, figures, layer_counts, own_systems, shares
from archmodel.documents.site.deadlines import Due, deadlines
from archmodel.documents.site.findings import RuleRow, Tally, rules, tallies
from archmodel.documents.site.publication import Publication
from archmodel.model.framework import Edition, Instrument
from archmodel.text.days import holds, is_whole_day


@dataclass(frozen=True, slots=True)
class Frame:
    """The framework judged by and the instrument that issued it; ``in_force`` on the day of the site."""

    name: str
    href: str
    status: str
    instrument: str | None
    instrument_href: str | None
    issued: str | None
    in_force: bool
    profile: str | None
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day of the workspace that its plans and rules hang on."""

    day: str
    shown: str
    name: str
    past: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The values of the first page; of the deadlines, the next and the latest passed are shown, the rest counted."""

    layers: tuple[LayerCount, ...]
    systems: int
    shares: tuple[Share, ...]
    figures: tuple[Figure, ...]
    frame: Frame | None
    days: tuple[KeyDay, ...]
    ahead: tuple[Due, ...]
    passed: tuple[Due, ...]
    late: int
    tallies: tuple[Tally, ...]
    rules: tuple[RuleRow, ...]


def overview(site: Publication) -> Overview:
    """The values of the first page."""
    dues = deadlines(site)
    return Overview(
        layers=layer_counts(site),
        systems=len(own_systems(site)),
        shares=shares(site),
        figures=figures(site),
        frame=_frame(site, dues),
        days=_days(site),
        ahead=tuple(due for due in dues if due.day >= site.day),
        passed=tuple(due for due in reversed(dues) if due.day < site.day),
        late=sum(due.passed for due in dues),
        tallies=tallies(site),
        rules=rules(site),
    )


def _frame(site: Publication, dues: tuple[Due, ...]) -> Frame | None:
    edition = site.model.reference.editions.get(site.report.framework)
    if edition is None:
        return None
    instrument = site.model.reference.instruments.get(edition.instrument or "")
    profile = site.model.reference.profile(site.day)
    return Frame(
        name=site.words_of(edition) or edition.id,
        href=jump(FRAMEWORKS, edition.id),
        status=edition.status,
        instrument=(instrument.number or instrument.id) if instrument else edition.instrument,
        instrument_href=jump(INSTRUMENTS, instrument.id) if instrument else None,
        issued=site.date(instrument.issued) if instrument else None,
        in_force=holds_on(edition, site.day) and (instrument is None or holds_on(instrument, site.day)),
        profile=site.words_of(profile) if profile else None,
        due=tuple(due for due in dues if _answers(site, due, edition) and due.day >= site.day),
    )


def _answers(site: Publication, due: Due, edition: Edition) -> bool:
    """Whether a deadline is one that the framework's own instrument sets."""
    clause = getattr(site.model.elements.get(due.about.id), "clause", None)
    return bool(edition.instrument and clause and clause.partition(":")[0] == edition.instrument)


def holds_on(item: Edition | Instrument, day: str) -> bool:
    """Whether an edition or instrument may hold on a day; half-open, as everywhere."""
    return holds(item.since, item.until, day)


def _days(site: Publication) -> tuple[KeyDay, ...]:
    found: dict[str, str] = {}
    for plateau in site.model.settings.plateaus:
        if is_whole_day(plateau.on):
            found[plateau.on] = site.words_of(plateau) or plateau.on
    return tuple(KeyDay(day, site.date(day) or day, found[day], day < site.day) for day in sorted(found))
