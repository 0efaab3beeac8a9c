"""Improving a record never lowers a score or a seal: random records, random improvements, and what the next step promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from archmodel.analysis.expected import EXPECTED, is_relation, names_of
from archmodel.analysis.next_step import Act, Step
from archmodel.analysis.quality import DataQuality, RecordQuality, quality
from archmodel.analysis.tally import Seal, Tally
from archmodel.model.elements import Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence, Unknown
from archmodel.model.relations import RELATIONS, Relation, Succession

DAY = "2026-11-22"
CONFIDENCES = (None, "inferred", "seed", "secondary", "primary")
DATES = (None, "2015", "2024-03", "2024-11-21", "2024-11-22", "2024-12", "2026", "2026-11-22", "2027-01")
"""From the oldest to the latest, read as the first day each can mean."""
VALUES: dict[str, Any] = {
    "code": "KT-1", "model_state": "current", "scope": "province", "sharing": "internal", "contact": "Phòng X",
    "state": "in_use", "disposition": "keep", "source_code": "S-1", "usage": "in_use", "personal_data": "none",
    "location": "Nhà A", "address": "https://a.example", "digital": False,
}  # fmt: skip
CATEGORIES = {"application": "portal", "dataset": "database", "node": "cloud", "network": "wan", "interface": "url",
              "service": "public", "channel": "app"}  # fmt: skip
BODIES = (
    Organisation(id="b1", name="Sở 1"),
    Organisation(id="b2", name="Sở 2"),
    Organisation(id="gone", name="Huyện cũ", until="2025-07-01"),
)
HEIR = Succession(source="b2", target="gone")
SEALS = list(Seal)
steady = settings(derandomize=True, deadline=None, database=None, max_examples=200)

Held = tuple[Element, list[Relation]]


def value(kind: str, name: str) -> Any:
    return CATEGORIES[kind] if name == "category" else VALUES[name]


def link(id: str, name: str, target: str, evidence: tuple[Evidence, ...], mapping: str | None = None) -> Relation:
    more = {"confidence_of_mapping": mapping} if name == "aligned_to" else {}
    row = {"type": name, "source": id, "target": target, "evidence": evidence, **more}
    return RELATIONS[name].relation.model_validate(row)


@st.composite
def pieces(draw: st.DrawFn, least: int = 0) -> tuple[Evidence, ...]:
    each = st.tuples(st.sampled_from(CONFIDENCES), st.sampled_from(DATES))
    drawn = draw(st.lists(each, min_size=least, max_size=2))
    return tuple(Evidence.model_validate({"document": "D", "confidence": c, "date": d}) for c, d in drawn)


@st.composite
def records(draw: st.DrawFn, id: str) -> Held:
    """A record of a kind that is judged, with some of what is asked, and its relations."""
    kind = draw(st.sampled_from(sorted(EXPECTED)))
    asked = names_of(kind)
    stated = draw(st.sets(st.sampled_from(asked)))
    evidence = draw(pieces())
    row: dict[str, Any] = {name: value(kind, name) for name in stated - {"record", "evidence"} if not is_relation(name)}
    if "record" in asked:
        row["record"] = draw(st.sampled_from((None, "own", "reference")))
    row |= {
        "not_applicable": draw(st.lists(st.sampled_from(asked), max_size=2)),
        "confirmed_on": draw(st.sampled_from((None, None, "2020-01-01", "2026-01-01"))),
        "until": draw(st.sampled_from((None, None, None, "2020", "2026-12"))),
    }
    element = KINDS[kind].element.model_validate({"kind": kind, "id": id, "name": id, "evidence": evidence, **row})
    relations = [
        link(id, name, draw(st.sampled_from(("b1", "b2", "gone"))), draw(st.one_of(st.just(evidence), pieces())),
             draw(st.sampled_from(CONFIDENCES)))
        for name in sorted(stated) if is_relation(name)
    ]  # fmt: skip
    return element, relations


def changed(element: Element, **fields: Any) -> Element:
    row = {name: getattr(element, name) for name in type(element).model_fields} | fields
    return type(element).model_validate(row)


def stronger(items: tuple[Evidence, ...]) -> Iterator[tuple[Evidence, ...]]:
    """The pieces with one more, and with each in turn from a better source or of a later day."""
    for confidence in CONFIDENCES:
        yield (*items, Evidence.model_validate({"document": "D", "confidence": confidence, "date": "2015"}))
    for place, item in enumerate(items):
        sources = CONFIDENCES[CONFIDENCES.index(item.confidence) :]
        days = DATES[DATES.index(item.date) :]
        for confidence, date in dict.fromkeys(
            (*((c, item.date) for c in sources), *((item.confidence, d) for d in days))
        ):
            better = Evidence.model_validate({"document": "D", "confidence": confidence, "date": date})
            yield (*items[:place], better, *items[place + 1 :])


def bettered(element: Element, relations: list[Relation]) -> Iterator[Held]:
    """Everything that makes a record better: stating, answering, promising, confirming, proving, dating."""
    for name in names_of(element.kind):
        yield changed(element, not_applicable=(*element.not_applicable, name)), relations
        yield changed(element, unknown=(Unknown(field=name, contact="Sở X", due="2027-01-01"),)), relations
        if is_relation(name):
            for target, confidence in (("b1", None), ("gone", "inferred"), ("ghost", "primary")):
                piece = Evidence.model_validate({"document": "D", "confidence": confidence})
                yield element, [*relations, link(element.id, name, target, (piece,), confidence)]
        elif name == "record" and element.record is None:
            yield from ((changed(element, record=record), relations) for record in ("own", "reference"))
        elif name != "evidence" and getattr(element, name) is None:
            yield changed(element, **{name: value(element.kind, name)}), relations
    for day in ("2020-01-01", "2026-01-01", "2027-01-01"):
        if day > (element.confirmed_on or ""):
            yield changed(element, confirmed_on=day), relations
    yield from ((changed(element, evidence=items), relations) for items in stronger(element.evidence))
    for place, old in enumerate(relations):
        rest = relations[:place], relations[place + 1 :]
        for items in stronger(old.evidence):
            yield element, [*rest[0], old.model_copy(update={"evidence": items}), *rest[1]]
        if old.type == "aligned_to":
            for confidence in CONFIDENCES[CONFIDENCES.index(old.confidence_of_mapping) :]:
                surer = old.model_copy(update={"confidence_of_mapping": confidence})
                yield element, [*rest[0], surer, *rest[1]]


def no_worse(before: Tally, after: Tally) -> bool:
    return (
        after.score >= before.score
        and SEALS.index(after.seal) >= SEALS.index(before.seal)
        and all(new >= old for new, old in zip(after[1:], before[1:], strict=True))
    )


def asked_of(*held: Held) -> DataQuality:
    relations = [relation for _, own in held for relation in own]
    return quality(Model([*BODIES, *(element for element, _ in held)], [*relations, HEIR]), DAY)


def held_by(found: DataQuality) -> dict[str, set[str]]:
    return {agency.body.id: {r.element.id for r in agency.records} for agency in found.agencies if agency.body}


@steady
@given(records("r1"))
def test_nothing_that_betters_a_record_lowers_it(held: Held) -> None:
    before = asked_of(held).records[0].tally
    for better in bettered(*held):
        assert no_worse(before, asked_of(better).records[0].tally), better


@steady
@given(st.data())
def test_bettering_a_record_lowers_no_body_that_answers_for_the_same_records(data: st.DataObject) -> None:
    others = [data.draw(records(id)) for id in ("r2", "r3")]
    record = data.draw(records("r1"))
    before = asked_of(record, *others)
    after = asked_of(data.draw(st.sampled_from(list(bettered(*record)))), *others)
    assert no_worse(before.tally, after.tally)
    was, now = held_by(before), held_by(after)
    tallies = {agency.body.id: agency.tally for agency in after.agencies if agency.body}
    for agency in before.agencies:
        body = agency.body.id if agency.body else None
        if body and was[body] == now.get(body):
            assert no_worse(agency.tally, tallies[body])
        elif body and was[body] < now.get(body, set()):
            assert agency.tally.points <= tallies[body].points


def outcomes(element: Element, relations: list[Relation]) -> Iterator[tuple[Act, str | None, RecordQuality]]:
    """The record after each act there is, done as well as it can be."""
    whole = Evidence(document="D", date=DAY, confidence="primary")
    record = asked_of((element, relations)).records[0]

    def after(element: Element, relations: list[Relation]) -> RecordQuality:
        return asked_of((element, relations)).records[0]

    yield Act.CONFIRM, None, after(changed(element, confirmed_on=DAY), relations)
    new = (*element.evidence, whole)
    carried = [
        old.model_copy(update={"evidence": new}) if old.evidence == element.evidence else old for old in relations
    ]
    yield Act.PROVE, None, after(changed(element, evidence=new), carried)
    for name in record.names(*{fact.standing for fact in record.facts}):
        fact = next(fact for fact in record.facts if fact.name == name)
        if fact.standing.value in {"missing", "promised"} and name != "evidence":
            if is_relation(name):
                added = link(element.id, name, "b1", element.evidence, "primary")
                yield Act.STATE, name, after(element, [*relations, added])
            else:
                stated = "own" if name == "record" else value(element.kind, name)
                yield Act.STATE, name, after(changed(element, **{name: stated}), relations)
        elif is_relation(name) and fact.standing.value not in {"missing", "promised", "waiting"}:
            yield Act.PROVE_LINK, name, after(element, [*relations, link(element.id, name, "b1", (whole,), "primary")])


@steady
@given(records("r1"))
def test_the_next_step_keeps_its_promise_and_no_other_does_more(held: Held) -> None:
    element, relations = held
    step = asked_of(held).records[0].step
    found = {(act, about): record for act, about, record in outcomes(element, relations)}
    if step is None:
        assert {record.tally for record in found.values()} == {asked_of(held).records[0].tally}
        return
    assert step == Step(step.act, step.about, found[step.act, step.about].score)
    assert max(record.tally.points for record in found.values()) == found[step.act, step.about].tally.points
