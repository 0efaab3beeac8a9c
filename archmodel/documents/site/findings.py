"""Findings as rows, and rules with what they ask, for the page of findings and the pages of elements.

Decides how an outcome is shown; what a rule says was decided by the checks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from archmodel.checks.report import RuleResult
from archmodel.checks.rule import Finding, Outcome
from archmodel.documents.site.address import INSTRUMENTS, jump, rule_page
from archmodel.documents.site.publication import Publication, Ref
from archmodel.text.words import Words

LONG, FIRST, A_PAGE = 300, 30, 1000
"""Findings a rule may have on one page, how many of more stand beside those of other rules, how many stand on each page."""
_SECTIONS = {
    "vi": ("Vì sao", "Phát hiện", "Khắc phục", "Bỏ sót"),
    "en": ("Why", "Found", "Fix", "Misses"),
}


@dataclass(frozen=True, slots=True)
class Cite:
    """What a rule rests on: the clause as cited, its name where known, and the page of its instrument."""

    text: str
    name: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding: outcome as a plain word for styling and in the reader's words, subject, message, remedy, place."""

    outcome: str
    outcome_words: str
    severity: str
    code: str
    rule_href: str | None
    rule_title: str
    about: Ref
    message: str
    fix: str
    place: str | None
    waived: str | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule, how it fared, and its findings."""

    code: str
    title: str
    severity: str
    outcome: str
    outcome_words: str
    result: RuleResult
    sections: tuple[tuple[str, str], ...]
    cites: tuple[Cite, ...]
    practice: str
    findings: tuple[FindingRow, ...]

    @property
    def href(self) -> str:
        """The page of the rule."""
        return rule_page(self.code)

    @property
    def is_long(self) -> bool:
        """Whether the findings stand on several pages, and only the first of them beside those of other rules."""
        return len(self.findings) > LONG

    @property
    def parts(self) -> tuple[tuple[FindingRow, ...], ...]:
        """The findings by the pages they stand on; one part, empty or not, where they are few."""
        if not self.is_long:
            return (self.findings,)
        return tuple(self.findings[at : at + A_PAGE] for at in range(0, len(self.findings), A_PAGE))

    @property
    def worst(self) -> tuple[FindingRow, ...]:
        """The findings that stand beside those of other rules: what fails, the first of it where it is much."""
        return self.failing[:FIRST] if self.is_long else self.failing

    @property
    def failing(self) -> tuple[FindingRow, ...]:
        """The findings that the data show to be wrong."""
        return tuple(row for row in self.findings if row.outcome == "fail")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many elements had an outcome, over all rules."""

    outcome: str
    words: str
    rules: int
    elements: int | None


def finding_row(site: Publication, finding: Finding) -> FindingRow:
    """A finding as a row; it stands on the page of its rule, of its subject and of the ends of its flow."""
    return site.once(_row, finding, id(finding))


def _row(site: Publication, finding: Finding) -> FindingRow:
    rule = finding.rule
    waiver = finding.waived
    waived = f"{waiver.reason} ({waiver.granted_by}, {site.validity(waiver)})" if waiver else None
    return FindingRow(
        outcome="waived" if waiver else finding.outcome.value,
        outcome_words=site.say(Words("Ngoại lệ", "Waived") if waiver else finding.outcome.words),
        severity=site.say(rule.severity.words) if rule else "",
        code=finding.code,
        rule_href=rule_page(finding.code) if rule else None,
        rule_title=site.say(rule.title) if rule else "",
        about=_about(site, finding),
        message=site.say(finding.message),
        fix=site.say(finding.fix),
        place=str(finding.place) if finding.place else None,
        waived=waived,
        cites=tuple(cite(site, text) for text in rule.cites) if rule else (),
    )


def _about(site: Publication, finding: Finding) -> Ref:
    """The subject; a flow is named by its id and leads to the page of its sender."""
    ref = site.ref(finding.subject)
    source = getattr(finding.about, "source", None)
    if ref.href is None and source in site.model:
        return Ref(finding.subject, finding.subject, None, site.ref(str(source)).href, site.say(Words("luồng", "flow")))
    return ref


def cite(site: Publication, text: str) -> Cite:
    """A citation with the name of its clause, leading to its instrument where it is known."""
    return site.once(_cite, text)


def _cite(site: Publication, text: str) -> Cite:
    clause = site.model.reference.clauses.get(text)
    instrument = clause.instrument if clause else text.partition(":")[0]
    known = site.model.reference.instruments.get(instrument)
    gloss = (clause.gloss_en if site.lang == "en" else clause.gloss) or clause.name if clause else None
    href = jump(INSTRUMENTS, instrument) if known else None
    where = text.partition(":")[2]
    shown = ", ".join(
        part for part in ((known.number or known.name or known.id) if known else instrument, where) if part
    )
    return Cite(shown, gloss, href)


def rules(site: Publication) -> tuple[RuleRow, ...]:
    """Every rule that ran, in the order of the report."""
    by_code: dict[str, list[FindingRow]] = defaultdict(list)
    for finding in site.report.findings:
        by_code[finding.code].append(finding_row(site, finding))
    return tuple(_rule(site, result, tuple(by_code[result.rule.code])) for result in site.report.results)


def _rule(site: Publication, result: RuleResult, findings: tuple[FindingRow, ...]) -> RuleRow:
    rule = result.rule
    wanted = _SECTIONS["en" if site.lang == "en" else "vi"]
    order = {"fail": 0, "insufficient": 1, "waived": 2}
    return RuleRow(
        code=rule.code,
        title=site.say(rule.title),
        severity=site.say(rule.severity.words),
        outcome=result.outcome.value,
        outcome_words=site.say(result.outcome.words),
        result=result,
        sections=tuple((label, rule.sections[label]) for label in wanted if rule.sections.get(label)),
        cites=tuple(cite(site, text) for text in rule.cites),
        practice=rule.practice,
        findings=tuple(sorted(findings, key=lambda row: order.get(row.outcome, 3))),
    )


def tallies(site: Publication) -> tuple[Tally, ...]:
    """The four outcomes: how many rules ended in each, and how many judgements of an element by a rule."""
    results = site.report.results
    judged = {
        Outcome.PASS: sum(result.passed for result in results),
        Outcome.FAIL: sum(result.failed for result in results),
        Outcome.INSUFFICIENT: sum(result.insufficient for result in results),
    }
    return tuple(
        Tally(
            outcome.value,
            site.say(outcome.words),
            sum(result.outcome is outcome for result in results),
            judged.get(outcome),
        )
        for outcome in Outcome
    )
