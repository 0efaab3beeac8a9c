"""Data quality on literal records: what is asked, what each fact earns, who answers, what a seal takes."""

from __future__ import annotations

import pytest

from archmodel.analysis.expected import EXPECTED, names_of, required
from archmodel.analysis.next_step import Act
from archmodel.analysis.proof import FULL, RECENT, SOURCE, STATED
from archmodel.analysis.quality import DataQuality, RecordQuality, quality
from archmodel.analysis.tally import Seal, Tally
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application, Channel, Interface, Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence, Unknown
from archmodel.model.relations import RELATIONS, Alignment, Link, Relation
from archmodel.model.settings import Settings

DAY = "2026-11-22"


def source(confidence: str | None = "primary", date: str | None = "2026-06-01") -> Evidence:
    return Evidence.model_validate({"document": "Báo cáo", "confidence": confidence, "date": date})


def judged(element: Element, *relations: Relation, bodies: tuple[Element, ...] = (), months: int = 24) -> RecordQuality:
    settings = Settings(evidence_months=months)
    (record,) = quality(Model((element, *bodies), relations, settings=settings), DAY).records
    return record


def facts(record: RecordQuality) -> dict[str, tuple[str, int]]:
    return {fact.name: (fact.standing.value, fact.points) for fact in record.facts}


@pytest.mark.parametrize("kind", EXPECTED)
def test_what_is_asked_can_be_stated(kind: str) -> None:
    fields = KINDS[kind].element.model_fields
    for name in names_of(kind):
        pairs = RELATIONS[name].pairs if name in RELATIONS else ()
        assert name in fields or any(source == kind for source, _ in pairs), name
    assert len(names_of(kind)) == len(set(names_of(kind)))
    assert len(EXPECTED[kind].own) >= len(EXPECTED[kind].reference)


@pytest.mark.parametrize("kind", ["application", "dataset", "node", "network"])
@pytest.mark.parametrize("record", ["own", "reference"])
def test_nothing_mandatory_is_left_unasked(kind: str, record: str) -> None:
    element = KINDS[kind].element(kind=kind, id="a", name="A", record=record)
    asked = {fact.name for fact in judged(element).facts}
    assert set(required(element)) <= asked


@pytest.mark.parametrize(
    ("evidence", "standing", "points"),
    [
        ((), "unproven", 2),
        ((source(None),), "unproven", 2),
        ((source("inferred"),), "unproven", 3),
        ((source("seed"),), "unproven", 4),
        ((source("secondary", None),), "undated", 7),
        ((source("secondary", "2020"),), "stale", 7),
        ((source("secondary"),), "fresh", 9),
        ((source("primary", None),), "undated", 8),
        ((source("primary"),), "fresh", 10),
        ((source("primary", "2024-11-21"),), "stale", 8),
        ((source("primary", "2024-11-22"),), "fresh", 10),
        ((source("primary", "2024"),), "stale", 8),
        ((source("primary", "2027"),), "fresh", 10),
        ((source("inferred"), source("primary", "2019"), source("secondary")), "fresh", 9),
    ],
)
def test_what_a_fact_earns(evidence: tuple[Evidence, ...], standing: str, points: int) -> None:
    record = judged(Channel(id="k", name="K", category="hotline", evidence=evidence))
    assert facts(record)["category"] == (standing, points)


def test_the_weights_stay_few_and_in_order() -> None:
    assert (STATED, RECENT, FULL) == (2, 2, 10)
    assert SOURCE == {None: 0, "inferred": 1, "seed": 2, "secondary": 5, "primary": 6}


def test_what_is_old_is_set_by_the_workspace() -> None:
    channel = Channel(id="k", name="K", category="app", evidence=(source("primary", "2026-06-01"),))
    assert facts(judged(channel, months=6))["category"] == ("fresh", 10)
    assert facts(judged(channel, months=5))["category"] == ("stale", 8)


def test_confirming_a_record_refreshes_what_is_proven_and_proves_nothing() -> None:
    old = Channel(id="k", name="K", category="app", evidence=(source("secondary", "2018"),), confirmed_on="2026-10-01")
    assert facts(judged(old))["category"] == ("fresh", 9)
    guessed = old.model_copy(update={"evidence": (source("inferred", "2018"),)})
    assert facts(judged(guessed))["category"] == ("unproven", 3)


def test_what_has_ended_is_judged_by_its_last_day() -> None:
    ended = Channel(id="k", name="K", category="app", until="2019-03", evidence=(source("primary", "2018-01-01"),))
    assert facts(judged(ended))["category"] == ("fresh", 10)
    assert facts(judged(ended.model_copy(update={"until": None})))["category"] == ("stale", 8)


@pytest.mark.parametrize("ends", [("0001-01-01", "0001-01-01"), ("9999", "9999"), ("9999-12", "9999-12-31")])
def test_the_edges_of_the_calendar_are_days_too(ends: tuple[str, str]) -> None:
    element = Channel(id="k", name="K", since=ends[0], until=ends[1], evidence=(source("primary", ends[1]),))
    assert judged(element).score in range(101)
    assert quality(Model([element]), "9999-12-31").records[0].score in range(101)


@pytest.mark.parametrize(
    ("promise", "standing"),
    [
        ({"contact": "Sở X", "due": "2026-11-22"}, "promised"),
        ({"contact": "Sở X", "due": "2026-11-21"}, "missing"),
        ({"due": "2027-01-01"}, "missing"),
        ({"contact": "Sở X"}, "missing"),
    ],
)
def test_a_promise_needs_somebody_and_a_day_to_come_and_earns_nothing(promise: dict[str, str], standing: str) -> None:
    channel = Channel(id="k", name="K", unknown=(Unknown(field="category", **promise),))
    assert facts(judged(channel))["category"] == (standing, 0)


def test_not_applicable_is_an_answer_worth_its_ground() -> None:
    bare = Channel(id="k", name="K", not_applicable=("serves", "evidence"))
    assert facts(judged(bare))["serves"] == ("unproven", 2)
    assert facts(judged(bare))["evidence"] == ("missing", 0)
    grounded = bare.model_copy(update={"evidence": (source(),)})
    assert facts(judged(grounded))["serves"] == ("fresh", 10)
    assert [fact.name for fact in judged(grounded).facts if fact.denied] == ["serves"]


def test_a_relation_stands_on_its_own_evidence() -> None:
    channel = Channel(id="k", name="K", evidence=(source(),))
    guessed = Link(type="owned_by", source="k", target="x", evidence=(source("inferred"),))
    assert facts(judged(channel, guessed))["owned_by"] == ("unproven", 3)
    proven = Link(type="owned_by", source="k", target="y", evidence=(source("secondary"),))
    assert facts(judged(channel, guessed, proven))["owned_by"] == ("fresh", 9)


def test_a_relation_that_does_not_hold_states_nothing() -> None:
    channel = Channel(id="k", name="K", evidence=(source(),))
    over = Link(type="owned_by", source="k", target="x", until="2026-01-01", evidence=(source(),))
    assert facts(judged(channel, over))["owned_by"] == ("missing", 0)
    ended = channel.model_copy(update={"until": "2025-12-31"})
    assert facts(judged(ended, over))["owned_by"] == ("fresh", 10)
    planned = channel.model_copy(update={"since": "2028"})
    coming = over.model_copy(update={"since": "2028-01-01", "until": None})
    assert facts(judged(planned, coming))["owned_by"] == ("fresh", 10)


@pytest.mark.parametrize(("mapping", "points"), [(None, 2), ("inferred", 3), ("secondary", 9), ("primary", 10)])
def test_an_alignment_is_no_surer_than_its_mapping(mapping: str | None, points: int) -> None:
    app = Application(id="a", name="A", evidence=(source(),))
    link = Alignment.model_validate(
        {"source": "a", "target": "nat-1.0/P.1", "confidence_of_mapping": mapping, "evidence": (source(),)}
    )
    assert facts(judged(app, link))["aligned_to"][1] == points


def test_what_hangs_on_the_record_type_waits_for_it() -> None:
    untyped = Application(id="a", name="A", state="in_use", usage="in_use", evidence=(source(),))
    own, reference = (untyped.model_copy(update={"record": record}) for record in ("own", "reference"))
    assert facts(judged(untyped))["state"] == ("waiting", 0)
    assert judged(untyped).step == (Act.STATE, "record", judged(own).score)
    assert facts(judged(own))["state"] == ("fresh", 10)
    assert facts(judged(reference))["usage"] == ("fresh", 10)
    assert "state" not in facts(judged(reference))
    assert judged(untyped).score < min(judged(own).score, judged(reference).score)


@pytest.mark.parametrize(
    ("tally", "score", "seal"),
    [
        (Tally(), 0, Seal.NONE),
        (Tally(10, 100, 10, 10), 100, Seal.GOLD),
        (Tally(10, 99, 10, 9), 99, Seal.SILVER),
        (Tally(10, 80, 8, 8), 80, Seal.SILVER),
        (Tally(10, 96, 10, 7), 96, Seal.BRONZE),
        (Tally(10, 35, 5, 0), 35, Seal.BRONZE),
        (Tally(10, 60, 4, 4), 60, Seal.NONE),
        (Tally(3, 29, 0, 0), 96, Seal.NONE),
    ],
)
def test_scores_round_down_and_seals_count_proof_alone(tally: Tally, score: int, seal: Seal) -> None:
    assert (tally.score, tally.seal) == (score, seal)


def test_stating_without_proof_raises_the_score_and_never_the_seal() -> None:
    half = Tally(10, 45, 5, 5)
    assert half.seal is half._replace(points=55).seal is Seal.BRONZE


def league(*apps: tuple[str, str | None, int]) -> DataQuality:
    """Channels by id, owner and how many of their five facts are proven."""
    elements = [Organisation(id=id, name=name) for id, name in (("a", "Ấp"), ("d", "Đê"), ("e", "Em"))]
    links = []
    for id, owner, proven in apps:
        stated = {"category": "app", "contact": "Phòng", "evidence": (source(),)} if proven else {}
        elements.append(Channel.model_validate({"id": id, "name": id, **stated}))
        if owner:
            links.append(Link(type="owned_by", source=id, target=owner))
    return quality(Model(elements, links), DAY)


def test_the_league_goes_by_score_then_by_name_with_nobody_last() -> None:
    found = league(("1", "e", 0), ("2", "d", 0), ("3", "a", 0), ("4", "d", 3), ("5", None, 3))
    assert [(agency.body.id if agency.body else None, agency.score) for agency in found.agencies] == [
        ("d", 34), ("a", 4), ("e", 4), (None, 60),
    ]  # fmt: skip
    assert found.agencies[0].missing == (("serves", 2), ("category", 1), ("contact", 1), ("evidence", 1))
    assert found.tally == Tally(25, 68, 6, 6)


def test_a_record_that_comes_to_a_body_adds_points_and_what_could_be_earned() -> None:
    before, after = league(("4", "d", 3)).agencies[0], league(("4", "d", 3), ("2", "d", 0)).agencies[0]
    assert (before.tally.points, after.tally.points) == (32, 34)
    assert (before.score, after.score) == (64, 34)


def test_what_anything_worth_as_much_comes_after() -> None:
    app = Application(id="a", name="A", record="own", evidence=(source("primary", "2020"),))
    assert judged(app).step == (Act.STATE, "owned_by", 16)
    page = Interface(id="u", name="U", record="own", evidence=(source("primary", "2020"),), contact="P")
    links = [Link(type="owned_by", source="u", target="x", evidence=page.evidence)]
    assert judged(page, *links).step == (Act.CONFIRM, None, 50)


def test_nothing_is_left_to_do_where_every_fact_is_proven() -> None:
    channel = Channel(id="k", name="K", category="app", contact="P", not_applicable=("serves",), evidence=(source(),))
    record = judged(channel, Link(type="owned_by", source="k", target="x", evidence=(source(),)))
    assert (record.score, record.seal, record.step) == (100, Seal.GOLD, None)


def test_evidence_of_days_to_come_is_told() -> None:
    record = judged(Channel(id="k", name="K", evidence=(source("primary", "2027"), source("primary", DAY))))
    assert record.later == 1


def test_faces() -> None:
    found = league(("4", "d", 3), ("5", None, 0))
    assert repr(found) == "<DataQuality on 2026-11-22: 2 records of 1 bodies, score 32>"
    assert repr(found.records[0]) == "<RecordQuality '4': 64, bronze>"
    assert repr(found.agencies[0]) == "<AgencyQuality 'd': 1 records, 64, bronze>"
    page = found._repr_html_()
    assert ">Đê</td>" in page
    assert "Chưa rõ cơ quan trả lời" in page
    assert found.of("5") is found.records[1]
    assert found.of("d") is None


def test_a_day_must_be_one() -> None:
    with pytest.raises(ArchmodelError, match="is not a day"):
        quality(Model([]), "2026-13-01")
