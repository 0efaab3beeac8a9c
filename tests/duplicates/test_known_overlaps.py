"""What reviewers know of the catalogue names real records and says the same as the labelled pairs."""

from __future__ import annotations

from typing import Any

import yaml
from labelled_set import FOLDER, VERDICTS, pairs, systems

import archmodel as am

TOPICS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "known_overlaps.yaml").read_text(encoding="utf-8"))
KNOWN = {frozenset((a, b)): verdict for topic in TOPICS for a, b, verdict, _ in topic["pairs"]}


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


IN_ONE_CLUSTER = {
    "Họp không giấy": {"icabinet", "hop-ubnd", "hop-3cap", "hcabinet", "qcabinet", "ecabinet"},
    "Vé giao thông công cộng": {"fmc", "app-ve", "ve-vinbus"},
    "Chất lượng không khí": {"airhanoi", "moitruongthudo", "quantrac-2017"},
    "Trợ lý AI": {"chatbot-caugiay", "chatbot-tayho"},
    "Kênh phản ánh, kiến nghị": {"bc-phapluat", "zalo-ubnd"},
    "Camera": {"vms-tp", "cam-badinh"},
    "Dữ liệu y tế": {"ehr", "skdt"},
}
"""What the clusters of the catalogue hold of each topic at least; the other topics rest on descriptions too short."""


def test_known_overlaps_come_out_as_clusters(hanoi: am.Model):
    clusters = [set(cluster.ids) for cluster in am.duplicates(hanoi, "2026-11-22").clusters]
    apart = [topic for topic, ids in IN_ONE_CLUSTER.items() if not any(ids <= held for held in clusters)]
    assert apart == []
    assert IN_ONE_CLUSTER.keys() <= {topic["topic"] for topic in TOPICS}


def test_no_cluster_holds_records_that_stand_for_many(hanoi: am.Model):
    clusters = am.duplicates(hanoi, "2026-11-22").clusters
    many = [id for cluster in clusters for id in cluster.ids if getattr(hanoi[id], "name_status", None) == "family"]
    assert many == []
    assert len(clusters) > 15
