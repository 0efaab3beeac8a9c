"""The leader's page: the questions answered agency by agency and system by system, each verdict leading to its basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.checks.questions import Agency, Answer, Answers, Decision, Question, Questions, Verdict
from archmodel.documents.site.address import anchor, answers_page, appraisal_page, element_page
from archmodel.documents.site.element import is_appraised
from archmodel.documents.site.labels import field_words
from archmodel.documents.site.publication import Publication, Ref
from archmodel.text.words import Words

_GOOD = frozenset({Question.RESPONSIBLE, Question.COST})
_DECISIONS = {
    "disposition": Words("Quyết định phương án xử lý: giữ, kết nối, nâng cấp, hợp nhất, thay thế hay kết thúc",
                         "Decide what becomes of it: keep, connect, upgrade, merge, replace or end"),
    "realizes": Words("Xác nhận hệ thống làm chức năng, dịch vụ nào", "Confirm which function or service it carries"),
    "security": Words("Xác định, phê duyệt cấp độ an toàn", "Settle and approve the security level"),
    "owned_by": Words("Xác định chủ quản", "Settle who owns it"),
    "state": Words("Xác nhận còn vận hành hay không", "Confirm whether it is at work"),
    "used_by": Words("Ghi cơ quan nào đang dùng", "Record which bodies use it"),
    "hosted_on": Words("Ghi nơi đặt", "Record where it is hosted"),
    "accesses": Words("Ghi dữ liệu hệ thống đọc, ghi", "Record the data it reads and writes"),
    "asset": Words("Ghi giá trị tài sản", "Record the value of the asset"),
    "running_cost": Words("Ghi chi phí vận hành", "Record the running cost"),
    "support_until": Words("Ghi thời hạn được hỗ trợ", "Record until when it is supported"),
    "confirmed_on": Words("Rà soát và ghi ngày xác nhận bản ghi", "Review the record and date it"),
    "reuse_considered": Words("Ghi đã xem xét dùng lại những gì", "Record what was considered for reuse"),
}  # fmt: skip
"""Fields as the decision a leader takes; others are called by their label."""
LONG, A_PAGE = 400, 400
"""Things answered for on the one page, and on each page of their own where there are more."""

NAMED = 300
"""Records named of those that wait for a decision; more are counted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict: a plain word for styling, the reader's word, why in a sentence, and where its basis lies.

    ``doubtful`` where it reads facts no source confirms; ``good`` where a yes is good news.
    """

    head: str
    verdict: str
    words: str
    sentence: str
    href: str
    doubtful: bool
    good: bool


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """An element and a cell per question; ``sheet`` leads to its appraisal sheet where there is one."""

    ref: Ref
    standing: str
    sheet: str | None
    owners: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers have a verdict."""

    verdict: str
    words: str
    number: int
    good: bool


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A field to decide and record, and how many answers wait for it; ``records`` are those it is missing on, ``more`` how many besides."""

    words: str
    short: str
    waiting: int
    alone: int
    records: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A body: its anchor, its systems, for each question how many have each verdict, and what most answers wait for."""

    anchor: str
    ref: Ref | None
    heads: tuple[tuple[str, tuple[Count, ...]], ...]
    decisions: tuple[DecisionRow, ...]
    systems: tuple[SubjectRow, ...]


@dataclass(frozen=True, slots=True)
class LeaderPage:
    """What the page shows, agencies first; ``total`` counts every system once."""

    heads: tuple[str, ...]
    decisions: tuple[DecisionRow, ...]
    total: AgencyRow
    agencies: tuple[AgencyRow, ...]
    others: tuple[SubjectRow, ...]

    @property
    def is_long(self) -> bool:
        """Whether the answers of each system stand on pages of their own, by agency."""
        return len(self.total.systems) + len(self.others) > LONG

    @property
    def apart(self) -> tuple[AnswersPart, ...]:
        """The pages of their own; none where everything stands on the one page."""
        if not self.is_long:
            return ()
        agencies = (part for one in self.agencies for part in _parts(one.anchor, one.ref, one.systems))
        return (*agencies, *_parts("khac", None, self.others))


class AnswersPart(NamedTuple):
    """A page of answers: its address, the body whose systems it lists (None for other things), its rows, which part it is."""

    href: str
    ref: Ref | None
    rows: tuple[SubjectRow, ...]
    number: int


def _parts(name: str, ref: Ref | None, rows: tuple[SubjectRow, ...]) -> Iterator[AnswersPart]:
    for number, at in enumerate(range(0, len(rows), A_PAGE), 1):
        href = answers_page(name if number == 1 else f"{name}-{number}")
        yield AnswersPart(href, ref, rows[at : at + A_PAGE], number)


def leader_values(site: Publication, asked: Questions) -> LeaderPage:
    """The values of the page."""
    return LeaderPage(
        tuple(site.say(question.short) for question in Question),
        tuple(_decision(site, one) for one in asked.decisions),
        _agency(site, Agency(None, asked.of("application"))),
        tuple(_agency(site, one) for one in asked.agencies),
        tuple(_row(site, one) for one in asked.of("dataset", "node", "network")),
    )


def _agency(site: Publication, agency: Agency) -> AgencyRow:
    heads = []
    for question in Question:
        numbers = ((verdict, len(agency.having(question, verdict))) for verdict in Verdict)
        counts = tuple(
            Count(v.value, site.say(v.words).lower(), number, question in _GOOD) for v, number in numbers if number
        )
        heads.append((site.say(question.short), counts))
    return AgencyRow(
        anchor("cq", agency.body or "-"),
        site.ref(agency.body) if agency.body else None,
        tuple(heads),
        tuple(_decision(site, one) for one in agency.decisions),
        tuple(_row(site, one) for one in agency.answers),
    )


def _decision(site: Publication, one: Decision) -> DecisionRow:
    words = _DECISIONS.get(one.field)
    short = field_words(one.field, site.lang)
    short = short.rpartition(" [")[0] or short
    named = tuple(site.ref(id) for id in one.records[:NAMED])
    more = max(len(one.records) - NAMED, 0)
    return DecisionRow(site.say(words) if words else short, short, one.waiting, one.alone, named, more)


def _row(site: Publication, one: Answers) -> SubjectRow:
    element = one.element
    page = appraisal_page(element.id) if is_appraised(element) else None
    known = one.to(Question.RESPONSIBLE)
    return SubjectRow(
        site.ref(element.id),
        site.standing(element),
        page,
        site.say(known.sentence) if known.verdict is Verdict.YES else site.unknown,
        tuple(_cell(site, answer, page, element.id) for answer in one.answers),
    )


def _cell(site: Publication, answer: Answer, page: str | None, id: str) -> Cell:
    return Cell(
        site.say(answer.question.short),
        answer.verdict.value,
        site.say(answer.verdict.words),
        site.say(answer.sentence),
        f"{page}#hoi-{answer.question.value}" if page else element_page(id),
        answer.verdict in {Verdict.YES, Verdict.NO} and bool(answer.unsourced),
        answer.question in _GOOD,
    )
