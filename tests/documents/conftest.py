"""A small architecture whose every text is hostile, published once for all tests of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.documents.site import Published, publish
from archmodel.errors import Place
from archmodel.model.elements import (
    Application,
    Control,
    Dataset,
    Deadline,
    Indicator,
    Interface,
    Measure,
    Node,
    Organisation,
    Security,
    Task,
)
from archmodel.model.framework import Clause, Edition, Entry, Instrument, Listing, Reference
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Alignment, Flow, Link
from archmodel.model.settings import Days, Plateau, Settings

HOSTILE = "<img src=x onerror=alert(1)>"
SCRIPT_URL = "javascript:alert(1)"
DAY = "2026-11-22"


@pytest.fixture
def hostile() -> Model:
    """Every kind of text a catalogue can bring, each with markup or script in it."""
    evidence = (
        Evidence(document=HOSTILE, url=SCRIPT_URL, date="2026-01", confidence="inferred", note=HOSTILE),
        Evidence(document="Trang công khai", url="https://vidu.example/a?b=1&c=2", confidence="primary"),
    )
    place = Place(f"catalog/{HOSTILE}.yaml", 3)
    elements = (
        Organisation(id="so", name=HOSTILE, tier="city", evidence=evidence, place=place),
        Application(
            id="app", name=HOSTILE, name_en=HOSTILE, description=f"{HOSTILE} <script>alert(2)</script>", note=HOSTILE,
            abbreviation=HOSTILE, aliases=(HOSTILE,), features=(HOSTILE,), record="own", state="in_use",
            security=Security(level=4), evidence=evidence, place=place,
        ),
        Interface(id="web", name=HOSTILE, address=SCRIPT_URL, evidence=evidence),
        Dataset(id="data", name=HOSTILE, evidence=evidence),
        Node(id="node", name=HOSTILE, evidence=evidence),
        Control(id="control", name=HOSTILE, evidence=evidence),
        Task(id="task", name=HOSTILE, clause=f"KHUNG:{HOSTILE}", evidence=evidence,
             deadlines=(Deadline(what=HOSTILE, anchor="issue", days=30), Deadline(on="2027-01-29"))),
        Indicator(id="count", name=HOSTILE, unit="phần mềm", since="2025-07-01", evidence=evidence,
                  figures=(Measure(value="145", number=145, as_of=HOSTILE),)),
    )  # fmt: skip
    relations = (
        Link(type="owned_by", source="app", target="so", reason=HOSTILE, evidence=evidence[:1]),
        Link(type="hosted_on", source="app", target=HOSTILE),
        Alignment(source="app", target="khung-1/P.1", mapping="reference", note=HOSTILE),
        Alignment(source="app", target=f"khung-1/{HOSTILE}"),
        Flow(id="F1", source="app", target="web", via=("node",), carries=("data",), content=HOSTILE,
             state_note=HOSTILE, evidence=evidence),
    )  # fmt: skip
    entries = (
        Entry(key="P.1", name=HOSTILE, note=HOSTILE),
        Entry(key="Đ.2", code="Đ2", name="Thành phần chưa có đối tượng"),
    )
    listings = (
        Listing(id="tinh", name=HOSTILE, sort="component", status="partial", note=HOSTILE, entries=entries),
        Listing(id="brm", name="Mô hình tham chiếu", sort="reference_model", status="unknown"),
    )
    reference = Reference(
        editions={
            "khung-1": Edition(
                id="khung-1", name=HOSTILE, instrument="KHUNG", since="2026-01-01", status="partial", note=HOSTILE,
                listings=listings, evidence=evidence,
            )
        },
        instruments={
            "KHUNG": Instrument(
                id="KHUNG", number=HOSTILE, name=HOSTILE, issuer=HOSTILE, issued="2026-01-01", status="in_force",
                demand=HOSTILE, note=HOSTILE, evidence=evidence,
            )
        },
        clauses={"KHUNG:1": Clause(id="KHUNG:1", instrument="KHUNG", name=HOSTILE)},
    )  # fmt: skip
    settings = Settings(
        name=HOSTILE, name_en=HOSTILE, framework="khung-1", days=Days(issue="2025-05-12"),
        plateaus=(Plateau(name=HOSTILE, on="2025-06-30"), Plateau(name="Nay", on="today"), Plateau(name="Đích", on="target")),
    )  # fmt: skip
    return Model(elements, relations, settings=settings, reference=reference)


@pytest.fixture
def report(hostile: Model) -> Report:
    return check(hostile, as_of=DAY)


@pytest.fixture(params=["vi", "en"])
def site(request: pytest.FixtureRequest, hostile: Model, report: Report, tmp_path: Path) -> Published:
    return publish(hostile, report, tmp_path / "site", lang=request.param)
