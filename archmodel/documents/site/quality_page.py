"""The page of data quality: the league table of agencies, and for each what to do first; the block on a record's own page.

Decides words and order; scores, seals and steps were decided by the analysis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.analysis.keepers import Keeper
from archmodel.analysis.proof import FULL, RECENT, SOURCE, STATED, Standing
from archmodel.analysis.quality import AgencyQuality, RecordQuality
from archmodel.analysis.tally import Seal, Tally
from archmodel.documents.site.address import QUALITY, anchor, jump, records_page
from archmodel.documents.site.publication import Publication, Ref
from archmodel.documents.site.words import WORDS
from archmodel.model.labels import asked
from archmodel.model.record import Element
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words

TOP = 3
LONG, A_PAGE = 2500, 1000
"""Records up to which all stand on the page of quality, and how many of an agency stand on each page of its own."""
_TOLD = (
    Standing.MISSING, Standing.PROMISED, Standing.WAITING, Standing.UNPROVEN, Standing.STALE, Standing.UNDATED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A score and a seal as shown; ``seal`` is a plain word for styling."""

    score: int
    seal: str
    seal_words: str


@dataclass(frozen=True, slots=True)
class Next:
    """The step to take first and the score of the record after it."""

    told: str
    score: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers for a record: its part of the page, the body where there is one, how it comes to answer or why none does."""

    href: str
    body: Ref | None
    how: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class QualityBlock:
    """The quality of a record on its own page: labels of fields by what is to be said of them."""

    mark: Mark
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    denied: tuple[str, ...]
    later: bool
    next: Next | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record in the part of the page of who answers for it."""

    ref: Ref
    mark: Mark
    next: Next | None
    how: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """An agency: its line in the league table and its records, lowest score first."""

    id: str
    href: str
    body: Ref | None
    tier: str
    mark: Mark
    missing: tuple[tuple[str, int], ...]
    records: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The league table, the whole, and how both are worked out."""

    whole: Mark
    count: int
    agencies: tuple[AgencyPart, ...]
    weights: tuple[tuple[str, int], ...]
    seals: tuple[tuple[str, str, str], ...]
    full: int
    months: int
    apart: tuple[RecordsPart, ...]


class RecordsPart(NamedTuple):
    """A page of records where they are many: its address and title, whose they are, those it lists, which part it is."""

    href: str
    title: str
    agency: AgencyPart
    records: tuple[RecordLine, ...]
    number: int


def quality_page(site: Publication) -> QualityPage:
    """The values of the page."""
    found = site.quality
    agencies = tuple(_agency(site, agency) for agency in found.agencies)
    return QualityPage(
        _mark(site, found.tally),
        len(found.records),
        agencies,
        _weights(site, found.months),
        tuple((seal.value, site.say(seal.words), site.say(seal.asks)) for seal in Seal),
        FULL,
        found.months,
        tuple(part for one in agencies for part in _records(site, one)) if _is_long(site) else (),
    )


def _is_long(site: Publication) -> bool:
    return len(site.quality.records) > LONG


def _records(site: Publication, agency: AgencyPart) -> Iterator[RecordsPart]:
    title = agency.body.name if agency.body else site.say(WORDS["quality_nobody"])
    for number, at in enumerate(range(0, len(agency.records), A_PAGE), 1):
        name = agency.id if number == 1 else f"{agency.id}--{number}"
        part = agency.records[at : at + A_PAGE]
        yield RecordsPart(records_page(name), title if number == 1 else f"{title} ({number})", agency, part, number)


def _page_of(site: Publication, body: str | None) -> str:
    """Where the records of an agency stand: on the page of quality, or on their own where records are many."""
    return records_page(anchor(*_part(body))) if _is_long(site) else jump(QUALITY, *_part(body))


def quality_block(site: Publication, element: Element) -> QualityBlock | None:
    """The quality of an element for its own page; None where its kind is not judged."""
    record = site.quality.of(element.id)
    if record is None:
        return None
    named = {standing: record.names(standing) for standing in _TOLD}
    return QualityBlock(
        _mark(site, record.tally),
        tuple(
            (site.say(standing.words), tuple(_label(site, name) for name in n)) for standing, n in named.items() if n
        ),
        tuple(_label(site, fact.name) for fact in record.facts if fact.denied),
        later=record.later > 0,
        next=_next(site, record),
        answers=tuple(
            Answer(
                _page_of(site, keeper.body),
                site.ref(keeper.body) if keeper.body else None,
                _how(site, keeper),
                keeper.confidence == "inferred",
            )
            for keeper in record.keepers
        ),
    )


def _mark(site: Publication, tally: Tally) -> Mark:
    return Mark(tally.score, tally.seal.value, site.say(tally.seal.words))


def _label(site: Publication, name: str) -> str:
    return site.say(asked(name))


def _next(site: Publication, record: RecordQuality) -> Next | None:
    step = record.step
    if step is None:
        return None
    label = _label(site, step.about) if step.about else ""
    told = site.say(step.told(label[:1].lower() + label[1:]))
    return Next(told[:1].upper() + told[1:], step.score)


def _part(body: str | None) -> tuple[str, ...]:
    """The parts of an agency's anchor; nobody has an anchor that no id can have."""
    return ("co-quan", body) if body else ("khong-ro",)


def _how(site: Publication, keeper: Keeper) -> str:
    """What to know of how a body comes to answer; empty for an owner of today."""
    named = site.ref(keeper.named).name if keeper.named else ""
    if keeper.why:
        reason = site.say(keeper.why.words)
        heirs = ", ".join(site.ref(id).name for id in keeper.heirs)
        told = f"{reason}: {named}" if named else reason
        return f"{told} → {heirs}" if heirs else told
    parts = []
    if keeper.role == "operated_by":
        parts.append(site.say(Words("vận hành, chưa ghi chủ quản", "operates it, no owner on record")))
    if keeper.heirs:
        parts.append(site.say(Words(f"kế thừa {named}", f"succeeds {named}")))
    return "; ".join(parts)


def _agency(site: Publication, agency: AgencyQuality) -> AgencyPart:
    body = agency.body
    id = body.id if body else None
    tier = getattr(body, "tier", None)
    lines = sorted(agency.records, key=lambda record: (record.score, sort_key(record.element.name), record.element.id))
    return AgencyPart(
        anchor(*_part(id)),
        _page_of(site, id),
        site.ref(id) if id else None,
        site.label("tier", tier) if tier else "",
        _mark(site, agency.tally),
        tuple((_label(site, name), count) for name, count in agency.missing[:TOP]),
        tuple(_line(site, record, id) for record in lines),
    )


def _line(site: Publication, record: RecordQuality, body: str | None) -> RecordLine:
    keeper = next(keeper for keeper in record.keepers if keeper.body == body)
    return RecordLine(
        site.named(record.element),
        _mark(site, record.tally),
        _next(site, record),
        _how(site, keeper),
        keeper.confidence == "inferred",
    )


def _weights(site: Publication, months: int) -> tuple[tuple[str, int], ...]:
    stated = site.say(Words("Có ghi, hoặc ghi rõ là không áp dụng", "Stated, or stated not to apply"))
    recent = site.say(
        Words(
            f"Có nguồn gốc hoặc nguồn thứ cấp không quá {months} tháng trước ngày xét, hoặc bản ghi được xác nhận trong thời gian đó",
            f"A primary or secondary source not older than {months} months, or the record confirmed since then",
        )
    )
    sources = [(f"+ {site.label('confidence', name)}", points) for name, points in SOURCE.items() if name]
    return ((stated, STATED), *sources, (f"+ {recent}", RECENT))
