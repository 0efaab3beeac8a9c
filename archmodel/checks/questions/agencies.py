"""The answers rolled up by the body that answers for each system, and the records whose filling most answers wait for.

Counts only: how many systems have which verdict, how many open answers name which field. Nothing is scored or ranked by
a weight; bodies stand by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.checks.questions.answer import Answers, Question, Verdict
from archmodel.checks.questions.responsible import answering
from archmodel.model.model import Model
from archmodel.text.vietnamese import sort_key

MOST = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """A field to decide and record: of which records, how many open answers name it, how many name nothing else."""

    field: str
    records: tuple[str, ...]
    waiting: int
    alone: int


@dataclass(frozen=True, slots=True)
class Agency:
    """A body and the answers about what it answers for; ``body`` is None where nobody is recorded to answer."""

    body: str | None
    answers: tuple[Answers, ...]

    def having(self, question: Question, verdict: Verdict) -> tuple[str, ...]:
        """The ids of the elements whose answer to a question has a verdict."""
        return tuple(one.element.id for one in self.answers if one.to(question).verdict is verdict)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The three fields that most open answers wait for."""
        return decisions(self.answers)


def agencies(model: Model, answers: Iterable[Answers]) -> tuple[Agency, ...]:
    """The answers by the body that answers for each element, by name; elements of nobody last.

    An element several bodies are recorded for counts under each; one whose owner was dissolved counts under the sole heir,
    or under nobody.
    """
    found: dict[str | None, list[Answers]] = defaultdict(list)
    for one in answers:
        for body in answering(model, one.element.id, one.day) or (None,):
            found[body].append(one)

    def order(body: str | None) -> tuple[bool, tuple[tuple[int, ...], tuple[int, ...], str], str]:
        element = model.origin.elements.get(body or "")
        return body is None, sort_key(element.name if element else body or ""), body or ""

    return tuple(Agency(body, tuple(found[body])) for body in sorted(found, key=order))


_TOGETHER = {"disposition_on": "disposition", "serves": "realizes"}
"""Fields settled by one decision: a disposition with its day, the job of a system whether a function or a service."""


def _decided(field: str) -> str:
    """The decision a field is recorded with; the parts of the security dossier are one."""
    return _TOGETHER.get(field) or field.partition(".")[0]


def decisions(answers: Iterable[Answers], most: int = MOST) -> tuple[Decision, ...]:
    """The fields that most open answers name as missing, most first; those no remedy names are not counted."""
    records: dict[str, dict[str, None]] = defaultdict(dict)
    waiting: dict[str, int] = defaultdict(int)
    alone: dict[str, int] = defaultdict(int)
    for one in answers:
        for answer in one.answers:
            if answer.verdict is not Verdict.OPEN:
                continue
            fields = {_decided(item.field) for item in answer.missing}
            for field in fields - {""}:
                waiting[field] += 1
                alone[field] += len(fields) == 1
                records[field] |= {m.record: None for m in answer.missing if _decided(m.field) == field}
    order = sorted(waiting, key=lambda field: (-waiting[field], -len(records[field]), field))
    return tuple(Decision(f, tuple(sorted(records[f])), waiting[f], alone[f]) for f in order[:most])
