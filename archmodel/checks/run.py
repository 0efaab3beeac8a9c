"""Running rules over a model on a day: selection, legal profile, waivers, order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn

from archmodel.analysis.days import day_of
from archmodel.analysis.editions import edition_on
from archmodel.checks import RULES
from archmodel.checks.findings import Findings
from archmodel.checks.report import Report, RuleResult
from archmodel.checks.rule import Finding, Outcome, Rule
from archmodel.checks.standing import Standing, gravest
from archmodel.checks.waivers import STALE_WAIVER, WaiverBook
from archmodel.checks.withheld import is_published
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model
from archmodel.text.progress import steps
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


def check(
    model: Model,
    *,
    as_of: str | None = None,
    framework: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: tuple[Rule, ...] = RULES,
) -> Report:
    """The report of the rules on a model.

    Args:
        model: what to judge; of a public edition, by the rules whose answers may be published.
        as_of: the day to judge it on, ISO; the model's own day, the workspace's setting or today when not given.
        framework: the edition to judge by; the one the law of the day names when not given.
        select: codes, families (``"STRUCT"``) or origins (``"must"``, ``"law"``, ``"draft"``, ``"practice"``) to run;
            all when empty.
        ignore: the same, to leave out.
        rules: the rules to choose from.

    Raises:
        ArchmodelError: a day, edition or code does not exist, or the choice leaves nothing to run.

    Example:
        >>> report = am.check(model, as_of="2026-11-22", select=["STRUCT-06"])
        >>> [finding.subject for finding in report.open]
        ['px-song']
    """
    day = day_of(model, as_of)
    if framework and framework not in model.reference.editions:
        raise _unknown("khung kiến trúc", "framework", framework, model.reference.editions)
    if framework:
        model = model.judged_by(framework)
    judged_by = edition_on(model, day)
    edition = judged_by.id if judged_by else model.settings.framework
    select, ignore = tuple(select), tuple(ignore)
    chosen = _choose(rules, select, ignore)
    if model.withheld is not None:
        chosen = tuple(rule for rule in chosen if is_published(rule)) or _nothing_to_run()
    profile = model.reference.profile(day)
    book = WaiverBook(model.waivers, day)
    if model.waivers and STALE_WAIVER in rules and _names(STALE_WAIVER).isdisjoint(ignore):
        chosen = (*(rule for rule in chosen if rule is not STALE_WAIVER), STALE_WAIVER)  # stale waivers are always told
    results, findings = [], []
    for rule in steps(chosen, Words("quy tắc", "rules")):
        applies = not rule.profiles or profile is None or profile.id in rule.profiles
        judged = set(rule.scope(model, day)) if applies else set()
        if rule is STALE_WAIVER:  # last in the registry: by now the book knows which waivers were used
            found = list(book.stale({rule.code for rule in chosen}, {rule.code for rule in rules}))
        else:
            found = [book.waive(_completed(finding, rule)) for finding in rule.find(model, day)] if judged else []
        findings += found
        results.append(_result(rule, judged, found))
    findings.sort(key=lambda finding: finding.sort_key)
    return Report(day, edition, profile.id if profile else None, Findings(findings), tuple(results))


def _completed(finding: Finding, rule: Rule) -> Finding:
    """The finding with its rule; one that rests on an unverified reading cannot be a failure."""
    outcome = finding.outcome
    if outcome is Outcome.FAIL and rule.confidence == "low":
        outcome = Outcome.INSUFFICIENT
    return replace(finding, rule=rule, outcome=outcome)


def _result(rule: Rule, judged: set[str], found: list[Finding]) -> RuleResult:
    own: dict[str, set[Standing]] = defaultdict(set)
    twins: dict[str, set[Standing]] = defaultdict(set)
    for finding in found:
        own[finding.subject].add(finding.standing)
        for id in finding.others:
            twins[id].add(finding.standing)
    counts = Counter(gravest(standings) for standings in own.values())
    return RuleResult(
        rule,
        len(judged | own.keys()),
        counts[Standing.FAIL],
        counts[Standing.INSUFFICIENT],
        counts[Standing.WAIVED],
        frozenset(judged),
        {id: gravest(standings) for id, standings in (twins | own).items()},
    )


def _choose(rules: tuple[Rule, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    known = {name for rule in rules for name in _names(rule)}
    for code in (*select, *ignore):
        if code not in known:
            raise _unknown("quy tắc", "rule", code, known)
    chosen = tuple(
        rule
        for rule in rules
        if (not select or not _names(rule).isdisjoint(select)) and _names(rule).isdisjoint(ignore)
    )
    return chosen or _nothing_to_run()


def _nothing_to_run() -> NoReturn:
    raise ArchmodelError(
        Words("không còn quy tắc nào để chạy", "no rule is left to run"),
        Words("bớt --ignore hoặc đổi --select", "ignore fewer or select others"),
    )


def _names(rule: Rule) -> set[str]:
    """The words a rule is chosen by: its code, its family, and what its duty comes from."""
    return {rule.code, rule.family, rule.tier}


def _unknown(vi: str, en: str, name: str, known: Iterable[str]) -> ArchmodelError:
    known = sorted(known)
    guess = nearest(name, known)
    fix = (
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words(f"có: {', '.join(known)}", f"there are: {', '.join(known)}")
    )
    return ArchmodelError(Words(f"không có {vi} '{name}'", f"there is no {en} '{name}'"), fix)
