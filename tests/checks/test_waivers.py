"""Recorded exceptions: which findings they cover, and when they are themselves found."""

from __future__ import annotations

from typing import Any

import pytest

from archmodel.checks.report import Report
from archmodel.checks.run import check

DAY = "2026-11-22"
CATALOG = {"applications": [{"id": "a", "name": "A", "owned_by": "gone"}]}


@pytest.fixture
def report(load):
    """The report on one dangling relation of ``a``, with one waiver that differs from a good one as given."""

    def report(select: tuple[str, ...] = ("STRUCT-04",), **changed: Any) -> Report:
        waiver = {"id": "w1", "rule": "STRUCT-04", "elements": ["a"], "reason": "đang bổ sung", "granted_by": "Sở",
                  "until": "2026-12-31", **changed}  # fmt: skip
        return check(load({**CATALOG, "waivers": [waiver]}), as_of=DAY, select=select)

    return report


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(f.code, f.subject, f.waived.id if f.waived else "") for f in report.findings]


def stale(report: Report) -> tuple[str, str]:
    (finding,) = [f for f in report.findings if f.code == "WAIVER-01"]
    return finding.message.en, finding.fix.en


def test_without_a_waiver(load) -> None:
    assert told(check(load(CATALOG), as_of=DAY, select=["STRUCT-04"])) == [("STRUCT-04", "a", "")]


def test_a_waived_finding_stays_in_the_report_and_does_not_count(report) -> None:
    done = report()
    assert told(done) == [("STRUCT-04", "a", "w1")]
    assert done.open == ()
    assert done.worst() is None
    assert (done.counts["error"], done.counts["waived"]) == (0, 1)
    assert (done.results[0].judged, done.results[0].waived, done.results[0].failed) == (1, 1, 0)


@pytest.mark.parametrize("until", ["2026-11-22", "2026-01-01"])
def test_a_waiver_that_has_ended_covers_nothing_and_is_found(report, until: str) -> None:
    done = report(until=until)
    assert told(done) == [("STRUCT-04", "a", ""), ("WAIVER-01", "w1", "")]
    assert stale(done) == (f"waiver 'w1' ended on {until}", "mend the finding, or renew the waiver with a reason")
    assert (done.counts["error"], done.counts["warning"]) == (1, 1)


def test_the_last_day_of_a_waiver(report) -> None:
    assert told(report(until="2026-11-23")) == [("STRUCT-04", "a", "w1")]


def test_a_waiver_that_has_not_begun_covers_nothing_yet(report) -> None:
    assert told(report(since="2026-12-01")) == [("STRUCT-04", "a", "")]


def test_a_waiver_that_no_finding_needs(report) -> None:
    done = report(elements=["a", "b"])
    assert told(done) == [("STRUCT-04", "a", "w1"), ("WAIVER-01", "w1", "")]
    assert stale(done) == (
        "waiver 'w1' matches no finding of STRUCT-04 on 'b'",
        "remove the waiver, or this id from its elements",
    )


def test_a_waiver_of_a_rule_that_does_not_exist(report) -> None:
    done = report(rule="STRUC-04")
    assert told(done) == [("STRUCT-04", "a", ""), ("WAIVER-01", "w1", "")]
    assert stale(done) == ("waiver 'w1' names a rule that does not exist: 'STRUC-04'", "did you mean 'STRUCT-04'?")


@pytest.mark.parametrize("until", ["2026-12-31", "2026-01-01"])
def test_a_waiver_of_a_rule_that_did_not_run_is_left_be(report, until: str) -> None:
    assert told(report(select=("STRUCT-01",), until=until)) == []


def test_a_waiver_found_is_placed_at_the_waiver(report) -> None:
    (finding,) = [f for f in report(until="2026-01-01").findings if f.code == "WAIVER-01"]
    assert str(finding.place) == "catalog/waivers/rows.yaml:2"


def test_two_waivers_with_one_id_are_a_problem(load) -> None:
    waiver = {
        "id": "w",
        "rule": "STRUCT-04",
        "elements": ["a"],
        "reason": "r",
        "granted_by": "g",
        "until": "2027-01-01",
    }
    with pytest.raises(Exception, match="the id 'w' is already used"):
        load({"waivers": [waiver, waiver]})
