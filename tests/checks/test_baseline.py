"""A baseline hides what a recorded run had, and nothing else."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.checks.baseline import new_since, read_baseline
from archmodel.checks.formats import as_json
from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Link


def report(*targets: str) -> Report:
    links = [Link(type="part_of", source="a", target=target) for target in targets]
    return check(Model([Application(id="a", name="A")], links), as_of="2026-11-22", select=["STRUCT-04"])


def known(recorded: Report) -> str:
    return as_json(recorded, am.Model([]).reference)


def test_nothing_is_new_against_itself() -> None:
    assert new_since(report("x", "y"), read_baseline(known(report("x", "y")))).findings == ()


def test_what_came_since_is_shown() -> None:
    new = new_since(report("x", "y"), read_baseline(known(report("x"))))
    assert [finding.subject for finding in new.findings] == ["a"]
    assert len(new.open) == 1


def test_the_rules_still_count_everything() -> None:
    assert new_since(report("x"), read_baseline(known(report("x")))).results[0].failed == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": 2, "findings": []}', '{"schema": 1, "findings": [1]}'])
def test_a_file_that_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ArchmodelError, match="no result of 'check --format json'"):
        read_baseline(text)
