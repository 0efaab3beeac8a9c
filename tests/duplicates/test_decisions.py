"""What people decided about a pair settles it; what has lapsed brings it back, in the engine and in the findings alike."""

from __future__ import annotations

from typing import Any

import pytest

import archmodel as am
from archmodel.analysis.duplicates.decisions import decisions
from archmodel.checks.dup import RULES
from archmodel.model.elements import Application, BusinessFunction, Organisation
from archmodel.model.relations import Link, Migration, Relation, Succession
from archmodel.model.waiver import Waiver

DAY = "2026-11-22"
SAME_JOB = next(rule for rule in RULES if rule.code == "DUP-01")


def pair(*ties: Relation, waivers: tuple[Waiver, ...] = (), **old: Any) -> am.Model:
    """Two systems of one name, job and owner; ``old`` is what else the second record says."""
    jobs = [Link(type="realizes", source=id, target="f") for id in ("a", "b")]
    owned = [Link(type="owned_by", source=id, target="x") for id in ("a", "b")]
    return am.Model(
        [
            Organisation(id="x", name="Sở Y tế"),
            BusinessFunction(id="f", name="Giao nhiệm vụ"),
            Application(id="a", name="Phần mềm giao nhiệm vụ", record="own", state="in_use", scope="body"),
            Application(id="b", name="Hệ thống giao nhiệm vụ", record="own", scope="body", **{"state": "in_use"} | old),
        ],
        [*jobs, *owned, *ties],
        waivers=waivers,
    )


def told(model: am.Model, day: str = DAY) -> tuple[int, int, list[str]]:
    """How many pairs the engine tells and holds settled, and what DUP-01 finds."""
    found = am.duplicates(model, day)
    report = am.check(model, as_of=day, rules=(SAME_JOB,))
    return (
        len(found),
        len(found.settled),
        [f"{f.subject} {f.standing.value}" for f in report.findings if f.code == "DUP-01"],
    )


BACK = (1, 0, ["a fail", "b fail"])
SETTLED = (0, 1, [])


def test_nothing_decided_is_told() -> None:
    assert told(pair()) == BACK


@pytest.mark.parametrize(
    "tie",
    [
        Link(type="concerns", source="b", target="a", reason="Mạng tách rời"),
        Link(type="part_of", source="b", target="a"),
        Succession(source="a", target="b"),
        Migration(source="b", target="a", state="planned", on="2026-11-22"),
        Migration(source="b", target="a", state="done", on="2026-06-30"),
    ],
    ids=lambda tie: f"{tie.type} {getattr(tie, 'on', '')}",
)
def test_a_decision_settles_the_pair(tie: Relation) -> None:
    assert told(pair(tie)) == SETTLED


def test_a_reason_not_given_settles_nothing() -> None:
    assert told(pair(Link(type="concerns", source="b", target="a"))) == BACK


def test_a_reason_with_an_end_holds_until_then() -> None:
    model = pair(Link(type="concerns", source="b", target="a", reason="Chờ hợp đồng", until="2026-12-01"))
    assert told(model) == SETTLED
    assert told(model, "2026-12-01") == BACK


def test_a_merger_that_did_not_come_by_its_day_brings_the_pair_back() -> None:
    model = pair(Succession(source="a", target="b"), disposition="merge", disposition_on="2026-12")
    assert told(model, "2026-12-31") == SETTLED
    assert told(model, "2027-01-01") == BACK
    (match,) = am.duplicates(model, "2027-01-01")
    assert [decision.lapsed for decision in match.decided] == [True]
    assert "past its day" in match.decided[0].words.en


def test_a_merger_carried_out_leaves_no_pair() -> None:
    done = pair(Succession(source="a", target="b"), disposition="merge", disposition_on="2026-06", state="ended")
    assert told(done) == (0, 0, [])


def test_a_merger_still_running_after_its_day_is_told() -> None:
    late = pair(Succession(source="a", target="b"), disposition="merge", disposition_on="2026-06", state="merging")
    assert told(late)[:2] == (1, 0)


def test_a_migration_past_its_day_settles_nothing() -> None:
    assert told(pair(Migration(source="b", target="a", state="running", on="2026-06-30"))) == BACK


def waiver(until: str, *ids: str, rule: str = "DUP-01") -> Waiver:
    return Waiver(id="w", rule=rule, elements=ids, reason="Chờ đánh giá", granted_by="Sở KH&CN", until=until)


def test_a_waiver_of_both_settles_the_pair_until_it_ends() -> None:
    model = pair(waivers=(waiver("2026-12-01", "a", "b"),))
    assert told(model) == (0, 1, ["a waived", "b waived"])
    assert told(model, "2026-12-01") == BACK
    (lapsed,) = decisions(model, "a", "b", "2026-12-01")
    assert lapsed.lapsed
    assert lapsed.words.en == "waiver 'w' (Sở KH&CN) until 2026-12-01: Chờ đánh giá; it has ended"


def test_a_waiver_of_one_side_leaves_the_pair_told() -> None:
    assert told(pair(waivers=(waiver("2026-12-01", "a"),))) == (1, 0, ["a waived", "b fail"])


def test_a_waiver_of_another_family_says_nothing_of_the_pair() -> None:
    assert told(pair(waivers=(waiver("2026-12-01", "a", "b", rule="SEC-01"),)))[:2] == (1, 0)
