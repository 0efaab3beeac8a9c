"""The first lines told of the catalogue were judged by hand, and nearly all are true.

A change of the catalogue or of the engine that brings up a pair no one has judged fails here with its name: read the two
records by the guide of ``benchmarks/duplicates/README.md`` and add a line to ``judged.csv``, true or false.
"""

from __future__ import annotations

import csv

from labelled_set import FOLDER, VERDICTS

import archmodel as am

FIRST, LEAST = 50, 0.95


def judgements() -> dict[tuple[frozenset[str], str], bool]:
    """Whether each pair judged is what the verdict says."""
    with (FOLDER / "judged.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(
        row["verdict"] in VERDICTS and row["judged"] in {"true", "false"} and len(row["why"]) > 10 for row in rows
    )
    found = {(frozenset((row["id_a"], row["id_b"])), row["verdict"]): row["judged"] == "true" for row in rows}
    assert len(found) == len(rows)
    return found


def test_the_first_lines_of_the_catalogue_are_judged_and_nearly_all_true(hanoi: am.Model):
    judged = judgements()
    first = am.duplicates(hanoi, "2026-11-22").matches[:FIRST]
    asked = [(frozenset((match.id_a, match.id_b)), match.verdict.value) for match in first]
    unjudged = [
        f"{match.id_a} ~ {match.id_b}: {match.verdict.value}"
        for match, key in zip(first, asked, strict=True)
        if key not in judged
    ]
    assert unjudged == []
    wrong = [f"{match.id_a} ~ {match.id_b}" for match, key in zip(first, asked, strict=True) if not judged[key]]
    assert len(wrong) <= FIRST * (1 - LEAST), wrong


def test_what_was_judged_is_of_the_catalogue(hanoi: am.Model):
    assert [id for pair, _ in judgements() for id in pair if id not in hanoi] == []
