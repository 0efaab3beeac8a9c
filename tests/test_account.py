"""Nothing of the researched facts is lost: every row is carried, merged with another, or left out for a reason.

``tests/account`` holds the account, a line a row. The facts themselves are not part of the project; where they lie
beside it, the account is held against them row by row.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import archmodel as am

ROOT = Path(__file__).parent.parent
ACCOUNT = ROOT / "tests" / "account"
FACTS = ROOT.parent / "shared" / "facts"
FATES = {"carried", "merged", "left_out"}
TABLES = {
    "units": "hanoi_units.csv",
    "systems": "hanoi_systems.csv",
    "national": "national_systems.csv",
    "data": "hanoi_data.csv",
    "infra": "hanoi_infra.csv",
    "flows": "hanoi_flows.csv",
    "business": "hanoi_business.csv",
    "documents": "reference_docs.csv",
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def account(name: str) -> list[dict[str, str]]:
    return rows(ACCOUNT / f"{name}.csv")


@pytest.mark.parametrize("name", sorted(path.stem for path in ACCOUNT.glob("*.csv")))
def test_each_line_says_what_became_of_a_row(name: str) -> None:
    lines = account(name)
    assert lines
    assert len({line["row"] for line in lines}) == len(lines)
    for line in lines:
        assert line["fate"] in FATES, line
        assert line["reason"] or line["fate"] == "carried", line
        assert line["targets"] or line["fate"] == "left_out", line


@pytest.mark.parametrize("name", sorted(path.stem for path in ACCOUNT.glob("*.csv")))
def test_what_is_carried_is_there(name: str, hanoi: am.Model) -> None:
    flows = {flow.id for flow in hanoi.flows}
    files = {path.relative_to(ROOT / "framework_v4").as_posix() for path in (ROOT / "framework_v4").rglob("*.yaml")}
    for line in account(name):
        for target in filter(None, (part.strip() for part in line["targets"].split(";"))):
            sort, _, key = target.rpartition(":") if re.match(r"(clause|instrument):", target) else ("", "", target)
            known = {
                "clause": hanoi.reference.clauses,
                "instrument": hanoi.reference.instruments,
                "": {*hanoi.elements, *flows, *files},
            }[sort]
            assert key in known, (line["row"], target)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_the_facts_is_accounted_for(name: str) -> None:
    if not FACTS.is_dir():
        pytest.skip("the researched facts do not lie beside this checkout")
    assert {line["row"] for line in account(name)} == {row["id"] for row in rows(FACTS / TABLES[name])}


@pytest.mark.parametrize("name", ["units", "systems", "national", "data", "infra", "documents"])
def test_official_names_are_kept_to_the_letter(name: str, hanoi: am.Model) -> None:
    if not FACTS.is_dir():
        pytest.skip("the researched facts do not lie beside this checkout")
    facts = {row["id"]: row for row in rows(FACTS / TABLES[name])}
    for line in account(name):
        fact = facts[line["row"]]
        name_vi = fact.get("name_vi") or fact.get("name") or fact.get("title_vi")
        if line["fate"] == "carried":
            named = {hanoi.elements[id].name for id in line["targets"].split(";") if id in hanoi.elements}
            assert name_vi in named, line["row"]
