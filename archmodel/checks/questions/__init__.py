"""The questions a leader asks of each system and agency, answered from findings and records with what they rest on.

An answer never says more than its basis: *no* needs rules that ran, judged and passed on sourced facts; everything short
of it is *not enough basis*, with the fields of records that would settle it. People conclude; nothing here does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archmodel.checks.judgements import Judgements
from archmodel.checks.questions.agencies import Agency, Decision, agencies, decisions
from archmodel.checks.questions.answer import Answer, Answers, Fact, Missing, Question, Verdict
from archmodel.checks.questions.case import Case
from archmodel.checks.questions.cost import cost
from archmodel.checks.questions.future import change, duplicate, merge, retire
from archmodel.checks.questions.responsible import responsible
from archmodel.checks.report import Report
from archmodel.model.elements import Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.markup import face
from archmodel.text.words import Words

SUBJECTS = ("application", "dataset", "node", "network")
"""The kinds the questions are asked of, systems first; a task is asked who answers for it and what it costs."""

_ASKED = (duplicate, change, merge, retire, responsible, cost)


@dataclass(frozen=True)
class Questions:
    """The answers about the City's own systems, data and infrastructure on the day of a report."""

    model: Model
    report: Report
    answers: tuple[Answers, ...]

    def __iter__(self) -> Iterator[Answers]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def __getitem__(self, id: str) -> Answers:
        """The answers about one element, by id; a did-you-mean where none has it."""
        found = next((one for one in self.answers if one.element.id == id), None)
        return found or answers_about(self.model, self.report, id)

    def of(self, *kinds: str) -> tuple[Answers, ...]:
        """The answers about elements of some kinds."""
        return tuple(one for one in self.answers if one.element.kind in kinds)

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The answers about systems by the body that answers for them, those of nobody last."""
        return agencies(self.model, self.of("application"))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The three fields that most open answers wait for."""
        return decisions(self.answers)

    def __repr__(self) -> str:
        return f"<Questions on {self.report.day}: {len(self)} elements>"

    def _repr_html_(self) -> str:
        rows = [(one.element.name, *(a.verdict.words.vi for a in one.answers)) for one in self.answers]
        head = ("Đối tượng", *(question.short.vi for question in Question))
        return face("Câu hỏi của lãnh đạo", f"ngày {self.report.day}: {len(self)} đối tượng", rows, head)


def questions(model: Model, report: Report) -> Questions:
    """The leader's questions, answered for every own system, data set, node and network.

    Args:
        model: what was judged.
        report: what the rules said of it; answers speak of its day, and rules it left out leave their questions open.

    Example:
        >>> report = am.check(model, as_of="2026-11-22")
        >>> am.questions(model, report)["lgsp-vd"].element.id
        'lgsp-vd'
    """
    judgements = Judgements(model, report)
    chosen = (e for kind in SUBJECTS for e in model.of(kind) if getattr(e, "record", None) != "reference")
    return Questions(model, report, tuple(_asked(model, element, judgements) for element in chosen))


def answers_about(model: Model, report: Report, id: str) -> Answers:
    """The leader's questions about one element, a task included.

    Raises:
        ArchmodelError: no element has this id.
    """
    return _asked(model, model[id], Judgements(model, report))


def _asked(model: Model, element: Element, judgements: Judgements) -> Answers:
    case = Case(model, element, judgements)
    if isinstance(element, Task):
        ahead = [Answer(question, Verdict.NOT_APPLICABLE, _of_systems(case)) for question in list(Question)[:4]]
        return Answers(element, judgements.day, (*ahead, responsible(case), cost(case)))
    return Answers(element, judgements.day, tuple(ask(case) for ask in _ASKED))


def _of_systems(case: Case) -> Words:
    """Where to look for what is asked of systems and not of work."""
    ids = [r.target for r in case.relations("concerns", "realizes", "influences")]
    found = [e for e in (case.model.elements.get(id) for id in ids) if e is not None and e.kind in SUBJECTS]
    if not found:
        return Words("Câu hỏi về hệ thống; nhiệm vụ này chưa ghi liên quan hệ thống nào.",
                     "Asked of systems; the task records none it concerns.")  # fmt: skip
    names = ", ".join(element.id for element in found)
    return Words(f"Câu hỏi về hệ thống; xem phiếu của: {names}.", f"Asked of systems; see the sheets of: {names}.")


__all__ = [
    "SUBJECTS", "Agency", "Answer", "Answers", "Decision", "Fact", "Missing", "Question", "Questions", "Verdict",
    "answers_about", "questions",
]  # fmt: skip
