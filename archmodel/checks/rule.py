"""A rule is a document with a function attached; a finding is what it says about one element.

Rules return values: they do not print, raise, or change the model. Four outcomes, never two: absent data is
*insufficient*, an empty scope is *not applicable*, and neither is ever a pass.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal

from archmodel.checks.standing import Standing
from archmodel.errors import Place
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.model.waiver import Waiver
from archmodel.text.markup import face
from archmodel.text.words import Words


class Outcome(StrEnum):
    """What a rule says; the Vietnamese names are those of the ministry's draft guide of 13/9/2026."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    INSUFFICIENT = "insufficient"
    NOT_APPLICABLE = "not_applicable"

    @property
    def words(self) -> Words:
        """The outcome in Vietnamese and English."""
        return _OUTCOME_WORDS[self]


_OUTCOME_WORDS = {
    Outcome.PASS: Words("Đáp ứng", "Pass"),
    Outcome.FAIL: Words("Chưa đáp ứng", "Fail"),
    Outcome.INSUFFICIENT: Words("Chưa đủ cơ sở đánh giá", "Insufficient"),
    Outcome.NOT_APPLICABLE: Words("Không áp dụng", "Not applicable"),
}


class Severity(StrEnum):
    """How much a failure matters: a duty not met, a decision needed, advice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def words(self) -> Words:
        """The severity in Vietnamese and English."""
        return {
            Severity.ERROR: Words("lỗi", "error"),
            Severity.WARNING: Words("cảnh báo", "warning"),
            Severity.INFO: Words("khuyến nghị", "info"),
        }[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of an element or relation; the runner adds the rule and the waiver.

    ``others`` are the ids of further records it holds of as much as of its subject, where the rule says nothing of their own:
    the twins of a pair told once.
    ``lacks`` are the fields that would settle it, each with the id of its record, where the subject's are not all.
    """

    about: Element | Relation
    message: Words
    fix: Words
    outcome: Outcome = Outcome.FAIL
    at: Place | None = None
    see: tuple[Place, ...] = ()
    others: tuple[str, ...] = ()
    lacks: tuple[tuple[str, str], ...] = ()
    rule: Rule | None = None
    waived: Waiver | None = None

    @property
    def subject(self) -> str:
        """The id of what it is about; for a relation without one, the id of its source."""
        return str(getattr(self.about, "id", None) or getattr(self.about, "source", ""))

    @property
    def kind(self) -> str:
        """The kind of the element, or the type of the relation."""
        return str(getattr(self.about, "kind", None) or getattr(self.about, "type", ""))

    @property
    def place(self) -> Place | None:
        """Where to mend it."""
        return self.at or self.about.place

    @property
    def standing(self) -> Standing:
        """How it leaves its subject: waived where an exception covers it, else as it says."""
        if self.waived is not None:
            return Standing.WAIVED
        return Standing(self.outcome.value)

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code if self.rule else ""

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.outcome.value} on {self.subject!r}: {self.message.en}>"

    def _repr_html_(self) -> str:
        rows = [
            ("Điều thấy được", self.message.vi),
            ("Cách khắc phục", self.fix.vi),
            ("Căn cứ", "; ".join(self.rule.cites) if self.rule else ""),
            ("Nơi ghi", str(self.place or "")),
            ("Ngoại lệ", f"{self.waived.reason}, đến {self.waived.until}" if self.waived else ""),
        ]
        told = f"{self.outcome.words.vi}: {self.subject}"
        return face(self.code, told, [row for row in rows if row[1]])

    @property
    def sort_key(self) -> tuple[str, str, str, int, str]:
        """One order for every run: rule, file, subject, line, words."""
        place = self.place or Place("", 0)
        return self.code, self.subject, place.path, place.line, self.message.en


Find = Callable[[Model, str], Iterator[Finding]]
Scope = Callable[[Model, str], Iterable[str]]
Tier = Literal["must", "law", "draft", "practice"]


@dataclass(frozen=True)
class Rule:
    """A check: its code and severity, what it rests on, which elements it judges, and how.

    ``plan`` are the clauses of plan 130 it judges; ``profiles`` are the legal profiles it belongs to (all when empty).
    A rule of ``low`` confidence cannot fail.
    """

    code: str
    severity: Severity
    title: Words
    cites: tuple[str, ...]
    plan: tuple[str, ...]
    tier: Tier
    confidence: Literal["high", "medium", "low"]
    profiles: tuple[str, ...]
    practice: str
    scope: Scope
    find: Find

    @property
    def family(self) -> str:
        """The part of the code before the number."""
        return self.code.partition("-")[0]

    @property
    def path(self) -> str:
        """The file the rule is written in."""
        return self.find.__code__.co_filename

    @property
    def name(self) -> str:
        """What the rule flags, as its file is named."""
        return self.find.__module__.rpartition(".")[2]

    @cached_property
    def sections(self) -> dict[str, str]:
        """The parts of the docstring by label: Why, Found, Fix, Misses, and in Vietnamese Vì sao, Phát hiện, ..."""
        text = inspect.getdoc(self.find) or ""
        parts = re.split(r"^(Why|Found|Fix|Misses|Vì sao|Phát hiện|Khắc phục|Bỏ sót): ", text, flags=re.MULTILINE)
        return {label: " ".join(body.split()) for label, body in zip(parts[1::2], parts[2::2], strict=True)}


def rule(
    code: str,
    severity: Severity,
    *,
    title: Words,
    scope: Scope,
    cites: tuple[str, ...] = (),
    plan: tuple[str, ...] = (),
    tier: Tier = "practice",
    confidence: Literal["high", "medium", "low"] = "high",
    profiles: tuple[str, ...] = (),
    practice: str = "",
) -> Callable[[Find], Rule]:
    """Make a Rule of a generator of findings; nothing is registered, the family's ``RULES`` tuple is the registry.

    Args:
        code: as printed in findings, such as ``"STRUCT-04"``.
        severity: how much a failure matters.
        title: what is required, in both languages.
        scope: the ids the rule judges in a model on a day; an empty scope is *not applicable*.
        cites: clause ids (``"QD1425:Điều 3 khoản 4"``) or instrument ids; a test resolves each.
        plan: clauses of plan 130 whose state it helps to judge.
        tier: what the duty comes from: plan or issued framework, other law, draft guide, practice.
        confidence: how sure the reading of the duty is.
        profiles: legal profiles it belongs to; none means all.
        practice: the practice it rests on where no instrument is cited.
    """

    def make(find: Find) -> Rule:
        return Rule(code, severity, title, cites, plan, tier, confidence, profiles, practice, scope, find)

    return make
