"""The four questions about what is to become of an element: duplicate, change, merge, retire.

Decides which recorded facts each of them reads; how facts and rules make a verdict is decided in ``weighing``.
"""

from __future__ import annotations

from collections.abc import Sequence

from archmodel.analysis.activity import holding
from archmodel.checks.judgements import Judgement
from archmodel.checks.questions.answer import Answer, Fact, Missing, Question, Verdict
from archmodel.checks.questions.case import Case
from archmodel.checks.questions.weighing import Reading, weighed
from archmodel.model.relations import Relation
from archmodel.model.values import LABELS
from archmodel.text.words import Words

_DISPOSITION = Words("Phương án xử lý", "Disposition")
_STATE = Words("Trạng thái", "State")
_UNTIL = Words("Đến trước ngày", "Until (exclusive)")
_SUPPORT = Words("Được hỗ trợ đến", "Supported until")
_SUCCESSOR = Words("Bên kế thừa", "Successor")
_MOVES = Words("Chuyển dữ liệu sang", "Data moves to")
_JOB = Words("Chức năng, dịch vụ", "Function or service")
_CONTENT = Words("Nội dung dữ liệu", "What the data is about")
_COPY = Words("Bản sao của", "Copy of")
_COMPONENT = Words("Thành phần khung", "Framework component")
_SAYING = {
    Question.CHANGE: ({"connect", "upgrade"}, {"upgrading"}),
    Question.MERGE: ({"merge"}, {"merging"}),
    Question.RETIRE: ({"replace_or_end"}, {"replacing", "ended"}),
}
"""The dispositions and the states that state a question's yes outright."""


def duplicate(case: Case) -> Answer:
    """Whether it is a duplicate: only jobs a source states can carry a no."""
    if aside := _aside(case, Question.DUPLICATE):
        return aside
    types = {"application": ("realizes", "serves"), "dataset": ("contains",), "node": ()}.get(case.element.kind, ())
    reading = _leaning(case, _CONTENT if case.element.kind == "dataset" else _JOB, types)
    copied = getattr(case.element, "copy_of", None)
    if copied is not None:
        told = Words(f"danh mục ghi là bản sao của: {copied}", f"it is recorded as a copy of: {copied}")
        reading = _and(Reading((case.fact(_COPY, copied),), told), reading)
    return weighed(case, Question.DUPLICATE, reading, _originals(case))


def _originals(case: Case) -> tuple[Judgement, ...]:
    """Whether what a data set contains has one original: two that both claim to be it are no answer of no."""
    if case.element.kind != "dataset":
        return ()
    return tuple(case.judgements.of(r.target, "INTEG-04") for r in case.relations("contains"))


def change(case: Case) -> Answer:
    """Whether it must be upgraded or adjusted: by the framework, the plan, security and integration, or as decided."""
    if aside := _aside(case, Question.CHANGE):
        return aside
    leaning = _leaning(case, _COMPONENT, ("aligned_to",))
    return weighed(case, Question.CHANGE, _and(_planned(case, Question.CHANGE), leaning))


def merge(case: Case) -> Answer:
    """Whether it must be merged: the one-system rules of the plan, what is decided, and rivals nobody told apart."""
    if aside := _aside(case, Question.MERGE):
        return aside
    reading = _planned(case, Question.MERGE)
    if case.element.kind == "application" and getattr(case.element, "category", None) is None:
        open_ = Words("chưa ghi phân loại", "its category is not recorded")
        reading = _and(reading, Reading((), None, (open_,), (case.lacks("category"),)))
    owners = [r.target for r in case.relations("owned_by")]
    is_portal = getattr(case.element, "category", None) == "portal"
    beside = [case.judgements.of(owner, "KH130-07") for owner in owners] if is_portal else []
    return weighed(case, Question.MERGE, reading, beside)


def retire(case: Case) -> Answer:
    """Whether it must be replaced or retired: what is decided, its end, its support, and what must be done before."""
    if aside := _aside(case, Question.RETIRE):
        return aside
    element, reading = case.element, _planned(case, Question.RETIRE)
    facts, open_ = list(reading.facts), list(reading.open)
    missing, yes = list(reading.missing), reading.yes
    if element.until is not None:
        facts.append(case.fact(_UNTIL, element.until))
        ended = case.has_ended
        yes = yes or Words(
            f"{'đã kết thúc' if ended else 'đã định kết thúc'} (đến trước {element.until}){_doubt(case).vi}",
            f"{'it has ended' if ended else 'its end is set'} (until {element.until}){_doubt(case).en}",
        )
    support = getattr(element, "support_until", None)
    if support is not None:
        facts.append(case.fact(_SUPPORT, support))
    heirs = holding(case.model.incoming(case.id, "succeeds"), case.day)
    facts += [case.tie(_SUCCESSOR, r, case.name_of(r.source)) for r in heirs]
    facts += [case.tie(_MOVES, r) for r in case.relations("migrates_to")]
    if heirs and yes is None:
        names = ", ".join(case.name_of(r.source) for r in heirs)
        open_.append(Words(f"đã ghi bên kế thừa ({names}) mà chưa ghi phương án", f"a successor is recorded ({names}), no end is"))  # fmt: skip
    return weighed(case, Question.RETIRE, Reading(tuple(facts), yes, tuple(open_), tuple(missing)))


def _aside(case: Case, question: Question) -> Answer | None:
    """The answer where the question is not the City's to ask, or comes too late."""
    record = getattr(case.element, "record", None)
    if record == "reference":
        told = Words(
            "Hệ thống của cơ quan khác; Thành phố chỉ tham chiếu.", "Another body's; the City only refers to it."
        )
        return Answer(question, Verdict.NOT_APPLICABLE, told)
    if case.has_ended and question is not Question.RETIRE:
        told = Words("Đã kết thúc.", "It has ended.")
        facts = _stated(case, {"state": _STATE, "until": _UNTIL})
        return Answer(question, Verdict.NOT_APPLICABLE, told, facts=facts)
    if record is None:
        told = Words(
            "Chưa kết luận được: chưa ghi là bản ghi gốc hay tham chiếu.",
            "Cannot be concluded: not recorded as own or reference.",
        )
        return Answer(question, Verdict.OPEN, told, missing=(case.lacks("record"),))
    return None


def _planned(case: Case, question: Question) -> Reading:
    """What the recorded disposition and state say on the question; an open disposition leaves every future open."""
    element = case.element
    disposition, state = getattr(element, "disposition", None), getattr(element, "state", None)
    facts = _stated(case, {"disposition": _DISPOSITION, "state": _STATE})
    dispositions, states = _SAYING[question]
    if disposition in dispositions or state in states:
        listing, value = ("disposition", disposition) if disposition in dispositions else ("state", state)
        words = LABELS[listing][value or ""]
        title = _DISPOSITION if listing == "disposition" else _STATE
        on = getattr(element, "disposition_on", None) if listing == "disposition" else None
        when, doubt = f" ({on})" if on else "", _doubt(case)
        told = Words(f"{title.vi}: {words.vi}{when}{doubt.vi}", f"{title.en}: {words.en}{when}{doubt.en}")
        return Reading(facts, told)
    if disposition in {None, "undecided"}:
        told = Words("chưa ghi phương án xử lý", "no disposition is recorded")
        if disposition == "undecided":
            told = Words("phương án ghi là chưa quyết định", "the disposition is recorded as undecided")
        return Reading(facts, None, (told,), (case.lacks("disposition"),))
    if element.confidence in {None, "inferred"}:
        told = Words("phương án chưa có nguồn xác nhận", "no source confirms the disposition")
        return Reading(facts, None, (told,), (case.lacks_source("disposition"),))
    return Reading(facts)


def _doubt(case: Case) -> Words:
    """What is added to a fact that no source confirms."""
    sure = case.element.confidence
    if sure == "inferred":
        return Words(" (mới là suy luận)", " (only inferred)")
    return Words("", "") if sure else Words(" (chưa ghi nguồn)", " (no source recorded)")


def _leaning(case: Case, title: Words, types: Sequence[str]) -> Reading:
    """The relations a no would lean on; where all of them are our own reading, they cannot carry it."""
    relations = case.relations(*types)
    facts = tuple(_leant(case, title, relation) for relation in relations)
    if facts and not any(fact.is_sourced for fact in facts):
        told = Words(
            f"{title.vi.lower()} mới là suy luận hoặc chưa ghi nguồn",
            f"{title.en.lower()} only inferred or without a source",
        )
        missing = tuple(dict.fromkeys(case.lacks_source(r.type) for r in relations))
        return Reading(facts, None, (told,), missing)
    return Reading(facts)


def _leant(case: Case, title: Words, relation: Relation) -> Fact:
    entry = case.model.reference.component(relation.target)
    return case.tie(title, relation, f"{entry.name} [{relation.target}]" if entry and entry.name else None)


def _stated(case: Case, fields: dict[str, Words]) -> tuple[Fact, ...]:
    """Fields of the record in words; a field that is not recorded is a fact without a value."""
    found = []
    for name, title in fields.items():
        value = getattr(case.element, name, None)
        found.append(case.fact(title, LABELS.get(name, {}).get(value or "") or value))
    return tuple(found)


def _and(one: Reading, other: Reading) -> Reading:
    missing: tuple[Missing, ...] = (*one.missing, *other.missing)
    return Reading((*one.facts, *other.facts), one.yes or other.yes, (*one.open, *other.open), missing)
