"""What reviewers know of the catalogue names real records and says the same as the labelled pairs."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from labelled_set import FOLDER, VERDICTS, pairs, systems

import archmodel as am
from archmodel.analysis.duplicates import Duplicates
from archmodel.documents.site.duplicates_page import duplicates_page
from archmodel.documents.site.publication import Publication

DAY = "2026-11-22"
TOPICS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "known_overlaps.yaml").read_text(encoding="utf-8"))
KNOWN = {frozenset((a, b)): verdict for topic in TOPICS for a, b, verdict, _ in topic["pairs"]}


@pytest.fixture(scope="module")
def told(hanoi: am.Model) -> Duplicates:
    """The pairs and clusters of the catalogue."""
    return am.duplicates(hanoi, DAY)


def test_every_topic_names_records_of_the_catalogue(hanoi: am.Model):
    asked = [one for topic in TOPICS for one in topic["ids"]]
    assert [one for one in asked if one not in hanoi] == []


def test_every_pair_joins_two_records_of_its_topic_and_says_why():
    for topic in TOPICS:
        joined = set()
        for one, other, verdict, why in topic["pairs"]:
            assert one != other
            assert verdict in VERDICTS[:-1]
            assert len(why) > 5
            joined |= {one, other}
        assert joined == set(topic["ids"]), topic["topic"]
    assert len(KNOWN) == sum(len(topic["pairs"]) for topic in TOPICS)


def test_known_overlaps_agree_with_the_labelled_pairs():
    record = {
        one.id: one.origin.removeprefix("catalogue:")
        for one in systems().values()
        if one.origin.startswith("catalogue:")
    }
    both = [
        (frozenset((record[p.id_a], record[p.id_b])), p.verdict)
        for p in pairs()
        if p.id_a in record and p.id_b in record
    ]
    shared = [(ids, verdict) for ids, verdict in both if ids in KNOWN]
    assert [sorted(ids) for ids, verdict in shared if KNOWN[ids] != verdict] == []
    assert len(shared) >= 30


def together(topic: dict[str, Any]) -> set[str]:
    """The ids of a topic that must stand in one cluster."""
    return set(topic["ids"]) - topic.get("apart", {}).keys()


def test_what_stands_apart_is_of_the_topic_and_has_a_reason():
    for topic in TOPICS:
        apart: dict[str, str] = topic.get("apart", {})
        assert apart.keys() < set(topic["ids"]), topic["topic"]
        assert all(len(why) > 15 for why in apart.values())
    assert sum(len(together(topic)) > 1 for topic in TOPICS) >= len(TOPICS) - 1


@pytest.mark.parametrize("topic", TOPICS, ids=[topic["topic"] for topic in TOPICS])
def test_a_known_overlap_comes_out_as_one_cluster(told: Duplicates, topic: dict[str, Any]):
    wanted = together(topic)
    held = [set(cluster.ids) for cluster in told.clusters]
    assert len(wanted) == 1 or any(wanted <= ids for ids in held)


def test_the_page_shows_each_known_overlap_side_by_side(hanoi: am.Model):
    page = duplicates_page(Publication(hanoi, am.check(hanoi, as_of=DAY), "vi"))
    shown = [{ref.id for ref in part.refs} for part in page.clusters]
    unseen = [topic["topic"] for topic in TOPICS if not any(together(topic) <= ids for ids in shown)]
    assert unseen == ["Đỗ xe"]  # of its two systems one is suspended, so that nothing stands beside the other


def test_no_cluster_holds_records_that_stand_for_many(told: Duplicates, hanoi: am.Model):
    clusters = told.clusters
    many = [id for cluster in clusters for id in cluster.ids if getattr(hanoi[id], "name_status", None) == "family"]
    assert many == []
    assert len(clusters) > 15
