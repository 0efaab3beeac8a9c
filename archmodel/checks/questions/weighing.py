"""How judgements and facts make a verdict: the one place where yes, no and not enough basis are told apart.

``NO`` is said only where every rule that could say otherwise ran, judged the record and passed, and every fact the question
hangs on is recorded from a source. Anything less is *not enough basis*, with what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.checks.judgements import Judgement
from archmodel.checks.questions.answer import Answer, Fact, Missing, Question, Verdict, distinct
from archmodel.checks.questions.case import Case, missing_of
from archmodel.checks.questions.grounds import GROUNDS
from archmodel.checks.rule import Outcome
from archmodel.checks.standing import Standing
from archmodel.text.words import Words

_SAYS = {Standing.FAIL, Standing.INSUFFICIENT, Standing.WAIVED, Standing.HIDDEN}
FEW = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What the facts of a record say on a question before any rule is asked.

    ``yes`` is what a record states outright; ``open`` names the reasons why the facts alone forbid a no, ``missing`` the
    fields behind them.
    """

    facts: tuple[Fact, ...] = ()
    yes: Words | None = None
    open: tuple[Words, ...] = ()
    missing: tuple[Missing, ...] = ()


def weighed(case: Case, question: Question, reading: Reading, beside: Iterable[Judgement] = ()) -> Answer:
    """The answer to a question that rules can settle.

    Args:
        case: the element, on the day of the report.
        question: the question; its row of the table of grounds says which rules count.
        reading: what the recorded facts say.
        beside: judgements of other records that decide as its own would, such as that of the owner of a portal.
    """
    grounds = GROUNDS[question]
    deciding = (*case.judged(grounds.decide), *beside)
    asking = case.judged(grounds.ask)
    needed = case.judged(grounds.need.get(case.element.kind, ()))
    rests_on = _shown((*deciding, *asking, *needed, *case.judged(grounds.tell)))
    failed = [one for one in deciding if one.standing is Standing.FAIL]
    excepted = [one for one in deciding if one.standing is Standing.WAIVED and _is_excepted_failure(one)]
    missing = [m for one in (*deciding, *asking, *needed) for m in missing_of(one)]
    missing = [*reading.missing, *missing]

    def answer(verdict: Verdict, sentence: Words) -> Answer:
        return Answer(question, verdict, sentence, rests_on, reading.facts, distinct(missing))

    if failed or reading.yes:
        return answer(Verdict.YES, _yes(reading, failed))
    if excepted:
        return answer(Verdict.WAIVED, _waived(excepted))
    reasons = (*reading.open, *_doubts(case, deciding, asking, needed))
    if not grounds.need.get(case.element.kind):
        kind = Words("chưa có quy tắc nào đủ để trả lời “không”", "no rule can settle a no")
        reasons = (*reasons, kind)
    if reasons:
        told = Words("; ".join(r.vi for r in reasons), "; ".join(r.en for r in reasons))
        return answer(Verdict.OPEN, Words(f"Chưa kết luận được: {told.vi}.", f"Cannot be concluded: {told.en}."))
    codes = _codes(one for one in (*needed, *deciding, *asking) if one.standing is Standing.PASS)
    return answer(
        Verdict.NO,
        Words(
            f"Không thấy căn cứ: {codes} đã xét và đạt, trong phạm vi danh mục đã ghi.",
            f"No ground was found: {codes} judged it and passed, within what the catalogue records.",
        ),
    )


def _is_excepted_failure(judgement: Judgement) -> bool:
    return any(finding.waived and finding.outcome is Outcome.FAIL for finding in judgement.findings)


def _yes(reading: Reading, failed: list[Judgement]) -> Words:
    parts = [reading.yes] if reading.yes else []
    for one in failed[:FEW]:
        message = next(f.message for f in one.findings if f.standing is Standing.FAIL)
        parts.append(Words(f"{one.code}: {message.vi}", f"{one.code}: {message.en}"))
    if len(failed) > FEW:
        rest = _codes(failed[FEW:])
        parts.append(Words(f"và {rest} cũng chưa đáp ứng", f"and {rest} fail too"))
    return Words("; ".join(p.vi for p in parts) + ".", "; ".join(p.en for p in parts) + ".")


def _waived(excepted: list[Judgement]) -> Words:
    waivers = {
        (one.code, finding.waived.id): finding.waived
        for one in excepted
        for finding in one.findings
        if finding.waived and finding.outcome is Outcome.FAIL
    }
    parts = [
        Words(
            f"{code} chưa đáp ứng, {waiver.granted_by} cho ngoại lệ đến trước {waiver.until}: {waiver.reason}",
            f"{code} fails, excepted by {waiver.granted_by} until {waiver.until}: {waiver.reason}",
        )
        for (code, _), waiver in waivers.items()
    ]
    return Words("; ".join(p.vi for p in parts) + ".", "; ".join(p.en for p in parts) + ".")


def _doubts(
    case: Case, deciding: tuple[Judgement, ...], asking: tuple[Judgement, ...], needed: tuple[Judgement, ...]
) -> tuple[Words, ...]:
    """Why the rules do not carry a no: each sort of doubt once, with the rules it is about."""
    every = tuple({one.code: one for one in (*needed, *deciding, *asking)}.values())
    why = case.unjudged
    sorts = (
        ([o for o in asking if o.standing is Standing.FAIL], Words("cần người quyết định", "people must decide")),
        ([o for o in every if o.standing is Standing.INSUFFICIENT], Words("thiếu dữ liệu để xét", "data is missing for")),
        ([o for o in every if o.standing is Standing.HIDDEN], Words("kết quả bị ẩn theo mốc so sánh", "hidden by a baseline")),
        ([o for o in every if o.standing is Standing.NOT_RUN], Words("chưa chạy", "not run")),
        ([o for o in every if o.standing is Standing.WAIVED], Words("chỉ có ngoại lệ, chưa có kết quả", "excepted, not judged")),
        (
            [o for o in needed if o.standing is Standing.NOT_APPLICABLE],
            Words(f"không xét được vì {why.vi}", f"do not judge it as {why.en}"),
        ),
    )  # fmt: skip
    return tuple(
        Words(f"{words.vi}: {_codes(found)}", f"{words.en}: {_codes(found)}") for found, words in sorts if found
    )


def _shown(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that say something, gravest first, then those that passed; each rule once."""
    found = {one.code: one for one in reversed(tuple(judgements))}.values()
    order = list(Standing)
    shown = [one for one in found if one.standing in _SAYS or one.standing is Standing.PASS]
    return tuple(sorted(shown, key=lambda one: (order.index(one.standing), one.code)))


def _codes(judgements: Iterable[Judgement]) -> str:
    return ", ".join(dict.fromkeys(one.code for one in judgements))
