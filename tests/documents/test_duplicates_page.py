"""The page of duplicates: attributes side by side, differences in words, the courses open, and the closest on each page."""

from __future__ import annotations

from pathlib import Path

import pytest

import archmodel as am
from archmodel.documents.site import publish
from archmodel.documents.site.duplicates_page import duplicates_page, like
from archmodel.documents.site.publication import Publication
from archmodel.model.elements import Application, Organisation
from archmodel.model.record import Evidence
from archmodel.model.relations import Link, Relation, Use

DAY = "2026-11-22"
READ = (Evidence(document="Quyết định", confidence="primary"),)
GUESS = (Evidence(document="Suy luận", confidence="inferred"),)


def city(*ties: Relation) -> am.Model:
    owned = [Link(type="owned_by", source=id, target="x") for id in ("a", "b")]
    return am.Model(
        [
            Organisation(id="x", name="Sở Y tế"), Organisation(id="y", name="Sở Nội vụ"),
            Application(id="a", name="Họp không giấy <b>", record="own", state="in_use"),
            Application(id="b", name="Họp không giấy", record="own", state="suspended", until="2027-01-01"),
            Application(id="c", name="Họp không giấy", record="reference", state="in_use", scope="national"),
        ],
        [*owned, *ties],
    )  # fmt: skip


def site(*ties: Relation, state: str = "trial") -> Publication:
    model = city(*ties)
    b = model["b"].model_copy(update={"state": state})
    model = am.Model([b if element.id == "b" else element for element in model], model.relations)
    return Publication(model, am.check(model, as_of=DAY), "en")


def test_attributes_stand_side_by_side_and_differences_are_words() -> None:
    users = (
        Use(source="a", target="x", evidence=GUESS), Use(source="a", target="y", evidence=READ), Use(source="b", target="y"),
    )  # fmt: skip
    (part,) = duplicates_page(site(*users)).clusters
    order = [part.refs[n].id for n in range(3)]
    lines = {line.label: line for line in part.lines}
    a, b, c = (order.index(id) for id in "abc")
    assert lines["dup_state"].mark == "differs"
    assert lines["dup_owner"].mark == "unknown"
    assert [ref.name for ref in lines["dup_owner"].cells[a].refs] == ["Sở Y tế"]
    assert not lines["dup_owner"].cells[c].is_known
    assert (lines["dup_users"].cells[a].inferred, lines["dup_users"].cells[b].inferred) == (True, False)
    assert lines["dup_users"].cells[b].confidence == "Unknown"


def test_of_a_large_cluster_the_closest_stand_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archmodel.documents.site.duplicates_page.BESIDE", 2)
    found = site()
    (part,) = duplicates_page(found).clusters
    assert (len(part.refs), len(part.beside), len(part.lines[0].cells), len(part.couples)) == (3, 2, 2, 1)
    assert part.verdict == "duplicate"
    made = publish(found.model, found.report, tmp_path / "site", lang="en")
    page = (made.folder / part.href).read_text(encoding="utf-8")
    assert "Of the 3 in the cluster the 2 closest to its centre stand side by side" in page


def test_equal_facts_are_told_as_the_same() -> None:
    found = site(Link(type="owned_by", source="c", target="x"), state="in_use")
    lines = {line.label: line.mark for line in duplicates_page(found).clusters[0].lines}
    assert (lines["dup_owner"], lines["dup_state"]) == ("same", "same")


def test_what_no_record_tells_stands_in_one_sentence(tmp_path: Path) -> None:
    found = site(Link(type="hosted_on", source="c", target="x"))
    (part,) = duplicates_page(found).clusters
    assert "dup_host" in {line.label for line in part.lines}
    assert {"dup_flows", "dup_address"} <= set(part.silent)
    assert not set(part.silent) & {line.label for line in part.lines}
    made = publish(found.model, found.report, tmp_path / "site", lang="en")
    page = (made.folder / part.href).read_text(encoding="utf-8")
    assert "Known of none of the above: " in page
    assert '<th scope="row">Integrated with</th>' not in page


def test_pairs_among_members_are_told_too() -> None:
    (part,) = duplicates_page(site()).clusters
    told = [
        {"".join(sorted((one.beside.id, one.ref.id))): one.verdict for one in held}
        for held in (part.couples, part.aside)
    ]
    assert told[0] | told[1] == {"ab": "duplicate", "ac": "overlap", "bc": "overlap"}
    centre = part.refs[0].id
    assert list(told[1]) == [couple for couple in ("ac", "bc") if centre not in couple]
    assert part.verdict == "duplicate"


def test_pairs_away_from_the_centre_that_only_overlap_are_folded(tmp_path: Path) -> None:
    found = site()
    (part,) = duplicates_page(found).clusters
    assert len(part.aside) == 1
    made = publish(found.model, found.report, tmp_path / "site", lang="en")
    page = (made.folder / part.href).read_text(encoding="utf-8")
    assert "<summary>Other pairs of the cluster that overlap (1)</summary>" in page


def test_the_closest_of_a_system_lead_to_its_cluster() -> None:
    found = like(site(), "c")
    assert {(one.ref.id, one.verdict) for one in found} == {("a", "overlap"), ("b", "overlap")}
    assert found[0].href is not None
    assert found[0].href.startswith("trung-lap/")


def test_a_decision_moves_the_pair_to_those_decided() -> None:
    page = duplicates_page(site(Link(type="concerns", source="a", target="b", reason="Mạng tách rời")))
    assert [(row.one.id, row.other.id) for row in page.settled] == [("a", "b")]
    assert "Mạng tách rời" in page.settled[0].words[0]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_is_written_and_escapes_names(tmp_path: Path, lang: str) -> None:
    found = site()
    publish(found.model, found.report, tmp_path / "site", lang=lang)
    text = (tmp_path / "site" / "trung-lap.html").read_text(encoding="utf-8")
    assert "Họp không giấy &lt;b&gt;" in text
    assert "giấy <b>" not in text
    assert 'href="trung-lap/' in text
    (part,) = (tmp_path / "site" / "trung-lap").iterdir()
    side = part.read_text(encoding="utf-8")
    assert ("chưa ghi, nên chưa biết" if lang == "vi" else "not recorded, so not known") in side
    assert "giấy <b>" not in side
    assert "../trung-lap/" in (tmp_path / "site" / "doi-tuong" / "a.html").read_text(encoding="utf-8")
