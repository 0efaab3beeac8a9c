"""One element on one day before its questions are put: what is recorded of it, how surely, and how the rules left it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from archmodel.analysis.activity import holding, is_family
from archmodel.checks.judgements import Judgement, Judgements
from archmodel.checks.questions.answer import Fact, Missing
from archmodel.checks.rule import Finding
from archmodel.checks.standing import Standing
from archmodel.model.governance import Task
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.model.systems import Application, Dataset, Interface, Network, Node, Security
from archmodel.text.days import first
from archmodel.text.words import Words

_NOT_FIELDS = frozenset({"unknown", "not_applicable", "reason", "evidence", "kind", "id", "name", "place", "concerns"})
_ABSENT = re.compile("does not state|states no")
_QUOTED = re.compile(r"'([a-z_]+(?:\.[a-z_]+)?)'")
_BARE = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")


@dataclass(frozen=True, slots=True)
class Case:
    """An element, the model it stands in, and the judgements of a report of the same day."""

    model: Model
    element: Element
    judgements: Judgements

    @property
    def id(self) -> str:
        """The id of the element."""
        return self.element.id

    @property
    def day(self) -> str:
        """The day of the report."""
        return self.judgements.day

    @property
    def has_ended(self) -> bool:
        """Whether it is recorded to have ended by the day; an end still to come has not."""
        until = self.element.until
        if until is not None and not self.element.holds_on(self.day):
            return not (self.element.since and self.element.since > self.day)
        by_now = until is None or first(until).isoformat() <= self.day
        return getattr(self.element, "state", None) == "ended" and by_now

    @property
    def unjudged(self) -> Words:
        """Why rules about single, working systems pass over it, as far as the record tells."""
        state = getattr(self.element, "state", None)
        if is_family(self.element):
            return Words("bản ghi chung cho một nhóm", "the record stands for a group")
        if self.has_ended or state == "suspended":
            return Words("không còn hoạt động", "it is out of work")
        if state in {"planned", "in_build"}:
            return Words("chưa hoạt động", "it is not at work yet")
        if holding(self.model.outgoing(self.id, "part_of"), self.day):
            return Words("là bộ phận của đối tượng khác", "it is part of another")
        return Words("ngoài phạm vi xét", "out of their scope")

    def relations(self, *types: str) -> tuple[Relation, ...]:
        """Its outgoing relations of the types given that may hold on the day."""
        return tuple(r for type in types for r in holding(self.model.outgoing(self.id, type), self.day))

    def name_of(self, id: str) -> str:
        """The name of another element, also of one that has ended; its id where nobody recorded it."""
        found = self.model.elements.get(id) or self.model.origin.elements.get(id)
        return found.name if found else id

    def fact(self, title: Words, value: Words | str | None) -> Fact:
        """Something the record itself states, as sure as its evidence."""
        words = Words(value, value) if isinstance(value, str) else value
        return Fact(title, words, self.element.confidence, _documents(self.element.evidence), self.element.place)

    def tie(self, title: Words, relation: Relation, value: str | None = None) -> Fact:
        """Something a relation of the record states, as sure as the evidence of the relation."""
        text = value or self.name_of(relation.target)
        place = relation.place or self.element.place
        return Fact(title, Words(text, text), relation.confidence, _documents(relation.evidence), place)

    def lacks(self, field: str) -> Missing:
        """A field of this record that is not recorded."""
        fix = Words(f"ghi '{field}' của '{self.id}'", f"record '{field}' of '{self.id}'")
        return Missing(self.id, field, fix, self.element.place)

    def lacks_source(self, field: str) -> Missing:
        """A field of this record that is recorded without a source that says so."""
        fix = Words(f"ghi nguồn cho '{field}' của '{self.id}'", f"give a source for '{field}' of '{self.id}'")
        return Missing(self.id, field, fix, self.element.place)

    def judged(self, codes: Iterable[str]) -> tuple[Judgement, ...]:
        """How it stands under each of the rules."""
        return self.judgements.all_of(self.id, codes)


def missing_of(judgement: Judgement) -> tuple[Missing, ...]:
    """What the findings of an insufficient judgement ask to be recorded, and of which record."""
    found = [
        Missing(record, field, finding.fix, finding.place if record == finding.subject else None, finding.code)
        for finding in judgement.findings
        if finding.standing is Standing.INSUFFICIENT
        for record, field in (finding.lacks or [(finding.subject, field) for field in _named(finding)] or [(finding.subject, "")])
    ]  # fmt: skip
    return tuple(dict.fromkeys(found))


def _named(finding: Finding) -> tuple[str, ...]:
    """The fields a finding says are not stated; where it names none, those its remedy names."""
    absent = "".join(_ABSENT.split(finding.message.en)[1:])
    asked = finding.fix.en.partition(" ")[2]
    for text, pattern in ((absent, _QUOTED), (absent, _BARE), (finding.fix.en, _QUOTED), (asked, _BARE)):
        names = tuple(dict.fromkeys(name for name in pattern.findall(text) if name in _fields()))
        if names:
            return names
    return ()


@cache
def _fields() -> frozenset[str]:
    """The names of fields and relations a remedy may mean."""
    fields = {
        name for kind in (Application, Dataset, Flow, Interface, Network, Node, Task) for name in kind.model_fields
    }
    parts = {f"security.{name}" for name in Security.model_fields}
    return frozenset({*fields, *parts, *RELATIONS} - _NOT_FIELDS)


def _documents(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.document for item in evidence))
