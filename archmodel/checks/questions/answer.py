"""The questions a leader asks, and the shape of an answer: a verdict of few words, and everything it rests on.

Decides what an answer carries. Which verdict a case deserves is decided beside each question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archmodel.checks.judgements import Judgement
from archmodel.errors import Place
from archmodel.model.record import Element
from archmodel.model.values import Confidence, label
from archmodel.text.markup import face
from archmodel.text.words import Words


class Verdict(StrEnum):
    """The word an answer begins with; ``NO`` is said only where the rules that could say yes judged and passed."""

    YES = "yes"
    WAIVED = "waived"
    NO = "no"
    OPEN = "not_enough"
    NOT_APPLICABLE = "not_applicable"

    @property
    def words(self) -> Words:
        """The verdict in Vietnamese and English."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.YES: Words("Có", "Yes"),
    Verdict.WAIVED: Words("Có, đã được ngoại lệ", "Yes, waived"),
    Verdict.NO: Words("Không", "No"),
    Verdict.OPEN: Words("Chưa đủ cơ sở", "Not enough basis"),
    Verdict.NOT_APPLICABLE: Words("Không áp dụng", "Not applicable"),
}


class Question(StrEnum):
    """What a leader asks of a system, in the order asked."""

    DUPLICATE = "duplicate"
    CHANGE = "change"
    MERGE = "merge"
    RETIRE = "retire"
    RESPONSIBLE = "responsible"
    COST = "cost"

    @property
    def words(self) -> Words:
        """The question in full."""
        return _QUESTIONS[self][0]

    @property
    def short(self) -> Words:
        """The question as the head of a column."""
        return _QUESTIONS[self][1]


_QUESTIONS = {
    Question.DUPLICATE: (Words("Có trùng với đối tượng khác không?", "Is it a duplicate?"), Words("Trùng lặp?", "Duplicate?")),
    Question.CHANGE: (Words("Có phải nâng cấp, điều chỉnh không?", "Must it be upgraded or adjusted?"), Words("Phải nâng cấp, điều chỉnh?", "Must change?")),
    Question.MERGE: (Words("Có phải hợp nhất không?", "Must it be merged?"), Words("Phải hợp nhất?", "Must merge?")),
    Question.RETIRE: (Words("Có phải thay thế, kết thúc không?", "Must it be replaced or retired?"), Words("Phải kết thúc?", "Must retire?")),
    Question.RESPONSIBLE: (Words("Đã rõ ai chịu trách nhiệm chưa?", "Is it known who answers for it?"), Words("Rõ trách nhiệm?", "Answerable body known?")),
    Question.COST: (Words("Đã đủ số liệu chi phí để quyết định chưa?", "Are the costs of deciding on record?"), Words("Đủ số liệu chi phí?", "Costs on record?")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """Something recorded that an answer reads: what it is, what is recorded, how sure, from which documents, where.

    ``value`` is None where nothing is recorded; that is never read as none or zero.
    """

    label: Words
    value: Words | None
    confidence: Confidence | None = None
    documents: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def is_sourced(self) -> bool:
        """Whether a document says so; our own reading, or a value with no evidence, does not count."""
        return self.value is not None and self.confidence not in {None, "inferred"}

    def told(self, lang: str) -> str:
        """The fact as one line, with how sure it is where something is recorded."""
        if self.value is None:
            return f"{self.label.to(lang)}: {label('', None, lang)}"
        sure = label("confidence", self.confidence, lang) if self.confidence else _NO_SOURCE.to(lang)
        return f"{self.label.to(lang)}: {self.value.to(lang)} ({sure})"


_NO_SOURCE = Words("chưa ghi nguồn", "no source recorded")


@dataclass(frozen=True, slots=True)
class Missing:
    """A field of a record that would help to settle a question; ``field`` is empty where the remedy names none."""

    record: str
    field: str
    fix: Words
    place: Place | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: the verdict, a sentence, the judgements and facts it rests on, and what is missing."""

    question: Question
    verdict: Verdict
    sentence: Words
    rests_on: tuple[Judgement, ...] = ()
    facts: tuple[Fact, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def waived(self) -> tuple[Judgement, ...]:
        """What it rests on that a recorded exception covers."""
        return tuple(one for one in self.rests_on if any(finding.waived for finding in one.findings))

    @property
    def unsourced(self) -> tuple[Fact, ...]:
        """The facts it reads that are our own inference or have no evidence."""
        return tuple(fact for fact in self.facts if fact.value is not None and not fact.is_sourced)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers about one element on a day."""

    element: Element
    day: str
    answers: tuple[Answer, ...]

    def to(self, question: Question | str) -> Answer:
        """The answer to one question."""
        return next(answer for answer in self.answers if answer.question == question)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Everything missing to answer the open questions, each field of a record once."""
        return distinct(m for answer in self.answers if answer.verdict is Verdict.OPEN for m in answer.missing)

    def __repr__(self) -> str:
        told = ", ".join(f"{answer.question.value}: {answer.verdict.value}" for answer in self.answers)
        return f"<Answers {self.element.id!r} {told}>"

    def _repr_html_(self) -> str:
        rows = [(a.question.words.vi, a.verdict.words.vi, a.sentence.vi) for a in self.answers]
        return face(self.element.name, self.element.id, rows, ("Câu hỏi", "Trả lời", "Vì sao"))


def distinct(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    """Each field of a record once, and each remedy that names no field once, in the order met."""
    found: dict[tuple[str, str, str], Missing] = {}
    for item in missing:
        found.setdefault((item.record, item.field, "" if item.field else item.fix.en), item)
    return tuple(found.values())
