"""The values of an appraisal sheet: what is recorded of one system or task, how each rule leaves it, what is missing.

Decides what the sheet shows and in which part; the outcomes were decided by the checks, the answers by the questions. A
conclusion is no value of it: that is left blank for people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.checks import RULES
from archmodel.checks.citations import instrument_of, shown
from archmodel.checks.judgements import Judgement, Judgements
from archmodel.checks.questions import SUBJECTS, Answer, Answers, Missing, answers_about
from archmodel.checks.questions.case import missing_of
from archmodel.checks.rule import Finding
from archmodel.checks.standing import Standing
from archmodel.documents.site.address import rule_page
from archmodel.documents.site.element import ElementPage, element_values
from archmodel.documents.site.instruments import HOLDING, STATUSES, holding
from archmodel.documents.site.labels import field_words
from archmodel.documents.site.publication import Publication
from archmodel.errors import ArchmodelError
from archmodel.model.kinds import KINDS
from archmodel.text.words import Words

APPRAISED = (*SUBJECTS, "task")
_PARTS = {"FW4": "conformity", "KH130": "plan", "DUP": "plan", "STRUCT": "record", "WAIVER": ""}
"""The part of the sheet a family of rules stands in; all others stand under the law."""

_DOUBTFUL = frozenset({"amended", "overtaken", "disputed", "unverified"})


@dataclass(frozen=True, slots=True)
class Basis:
    """A clause a rule rests on, and whether its instrument was in force on the day of the sheet."""

    text: str
    validity: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a finding says: the fact, the remedy, where it is written, and who waived it until when."""

    message: str
    fix: str
    place: str
    waived: str
    outcome: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule that judged the subject: how it stands, what was said, what the rule rests on."""

    code: str
    href: str
    title: str
    standing: str
    standing_words: str
    said: tuple[Said, ...]
    cites: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sheet: the rules that judged the subject, and the codes of those that did not apply or did not run."""

    lines: tuple[RuleLine, ...]
    not_applicable: tuple[str, ...]
    not_run: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer: verdict as a plain word and in the reader's, the sentence, and what it rests on."""

    key: str
    question: str
    verdict: str
    verdict_words: str
    sentence: str
    facts: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """A field of a record to be filled before people can conclude, and which rules and questions wait for it."""

    field: str
    words: str
    record: str
    places: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything an appraisal sheet shows but the conclusion."""

    page: ElementPage
    kind: str
    place: str
    framework: str
    profile: str
    parts: dict[str, Part]
    asked: tuple[Asked, ...]
    missing: tuple[Lack, ...]


def sheet(
    site: Publication,
    id: str,
    answers: Answers | None = None,
    judgements: Judgements | None = None,
    page: ElementPage | None = None,
) -> Sheet:
    """The sheet of one system, data set, node, network or task.

    Args:
        site: the model, the report on it and the language.
        id: whose sheet.
        answers: the answers about it, where they were worked out already.
        judgements: the judgements of the report, likewise.
        page: the values of its page, likewise.

    Raises:
        ArchmodelError: no element has the id, or it is of a kind no sheet is made of.
    """
    element = site.model[id]
    if element.kind not in APPRAISED:
        raise _not_appraised(element.kind)
    judgements = judgements or Judgements(site.model, site.report)
    answers = answers or answers_about(site.model, site.report, id)
    judged = {one.code: one for one in judgements.all_of(id)}
    edition = site.model.reference.editions.get(site.report.framework)
    profile = next((p for p in site.model.reference.profiles if p.id == site.report.profile), None)
    return Sheet(
        page=page or element_values(site, element),
        kind=element.kind,
        place=str(element.place or ""),
        framework=(site.words_of(edition) if edition else None) or site.report.framework,
        profile=(site.words_of(profile) if profile else None) or site.unknown,
        parts={name: _part(site, name, judged) for name in ("conformity", "plan", "law", "record")},
        asked=tuple(_asked(site, answer) for answer in answers.answers),
        missing=_lacks(site, answers, judged.values()),
    )


def _not_appraised(kind: str) -> ArchmodelError:
    words = KINDS[kind].words
    names = Words(
        ", ".join(KINDS[name].words.vi.lower() for name in APPRAISED),
        ", ".join(KINDS[name].words.en.lower() for name in APPRAISED),
    )
    return ArchmodelError(
        Words(
            f"không lập phiếu thẩm tra cho loại này: {words.vi.lower()}",
            f"no appraisal sheet is made of this kind: {words.en.lower()}",
        ),
        Words(f"chọn mã của: {names.vi}", f"give the id of: {names.en}"),
    )


def _part(site: Publication, name: str, judged: dict[str, Judgement]) -> Part:
    known = [*(rule.code for rule in RULES), *judged]
    codes = [code for code in dict.fromkeys(known) if _PARTS.get(code.partition("-")[0], "law") == name]
    found = [judged[code] for code in codes if code in judged]
    order = list(Standing)
    lines = [one for one in found if one.standing is not Standing.NOT_APPLICABLE]
    lines.sort(key=lambda one: order.index(one.standing))
    return Part(
        tuple(_line(site, one) for one in lines),
        tuple(one.code for one in found if one.standing is Standing.NOT_APPLICABLE),
        tuple(code for code in codes if code not in judged),
    )


def _line(site: Publication, one: Judgement) -> RuleLine:
    rule = one.rule
    cites = rule.cites if rule else ()
    return RuleLine(
        one.code,
        rule_page(one.code),
        site.say(rule.title) if rule else "",
        one.standing.value,
        site.say(one.standing.words),
        tuple(_said(site, finding) for finding in one.findings),
        tuple(site.once(_basis, cite) for cite in cites)
        or ((Basis(rule.practice, ""),) if rule and rule.practice else ()),
    )


def _said(site: Publication, finding: Finding) -> Said:
    waiver = finding.waived
    until = site.date(waiver.until) if waiver else ""
    told = Words(f"đến trước {until}", f"until {until}")
    waived = f"{waiver.granted_by}, {site.say(told)}: {waiver.reason}" if waiver else ""
    place = str(finding.place) if finding.place else ""
    return Said(site.say(finding.message), site.say(finding.fix), place, waived, finding.standing.value)


def _basis(site: Publication, cite: str) -> Basis:
    return Basis(shown(site.model.reference, cite), _validity(site, cite))


def _validity(site: Publication, cite: str) -> str:
    """Whether the instrument holds on the day, since when, and what its entry in the register leaves in doubt."""
    found = instrument_of(site.model.reference, cite)
    if found is None:
        return site.say(Words("chưa có trong sổ văn bản", "not in the register"))
    if found.status == "draft":
        return site.say(STATUSES["draft"]).lower()
    since, until = site.date(found.since or found.issued), site.date(found.until)
    parts = [
        site.say(HOLDING[holding(found, site.day)]),
        site.say(Words(f"từ {since}", f"from {since}")) if since else "",
        site.say(Words(f"đến trước {until}", f"until {until}")) if until else "",
        site.say(STATUSES[found.status]).lower() if found.status in _DOUBTFUL else "",
    ]
    return ", ".join(part for part in parts if part)


def _asked(site: Publication, answer: Answer) -> Asked:
    return Asked(
        answer.question.value,
        site.say(answer.question.words),
        answer.verdict.value,
        site.say(answer.verdict.words),
        site.say(answer.sentence),
        tuple(dict.fromkeys(fact.told(site.lang) for fact in answer.facts)),
        tuple((one.code, site.say(one.standing.words).lower()) for one in answer.rests_on),
        tuple(dict.fromkeys(_named(site, item) for item in answer.missing)),
    )


def _named(site: Publication, item: Missing) -> str:
    return f"{field_words(item.field, site.lang)} ({item.record})" if item.field else site.say(item.fix)


def _lacks(site: Publication, answers: Answers, judged: Iterable[Judgement]) -> tuple[Lack, ...]:
    """Each field once, in the order first asked for: by the leader's questions, then by binding rules."""
    waiting: dict[tuple[str, str], dict[str, None]] = {}
    places: dict[tuple[str, str], dict[str, None]] = {}
    asked = [
        (item, site.say(a.question.short)) for a in answers.answers if a.verdict == "not_enough" for item in a.missing
    ]
    ruled = [(item, one.code) for one in judged if one.binds for item in missing_of(one)]
    for item, who in (*asked, *ruled):
        key = item.record, item.field or site.say(item.fix)
        waiting.setdefault(key, {})[who] = None
        element = site.model.elements.get(item.record)
        place = item.place or (element.place if element else None)
        if place:
            places.setdefault(key, {})[str(place)] = None
    return tuple(
        Lack(field, field if " " in field else field_words(field, site.lang), record, tuple(places.get((record, field), ())), tuple(who))
        for (record, field), who in waiting.items()
    )  # fmt: skip
