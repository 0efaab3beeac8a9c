"""How well the lexicon knows the functions of a sector: names of one function meet, names of two stay apart.

``inventories/*.yaml`` list functions, each with names systems for it carry and texts that tell it. A name is held against
another of its function, then with texts; against names of all other functions of the file that are not ``near`` to it.

    python benchmarks/duplicates/inventory.py [--errors] [FILE...]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import archmodel as am
from archmodel.analysis.duplicates import own_words
from archmodel.analysis.duplicates.likeness import Rarity
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.subject import Job, Row, subject_of
from archmodel.analysis.duplicates.verdict import Alike, alike

HERE = Path(__file__).parent


class Tally(NamedTuple):
    """Of one file: how many couples were looked at and right, by what was asked of them; and the wrong ones in words."""

    right: dict[str, int]
    asked: dict[str, int]
    wrong: list[str]


def tally(functions: list[dict[str, Any]], lineage: Lineage) -> Tally:
    """The couples of a file's functions, told right and wrong."""
    right: dict[str, int] = {}
    asked: dict[str, int] = {}
    wrong: list[str] = []
    for kind, how, words in _couples(functions, lineage):
        good = how.are_same if kind.startswith("one") else not how.are_same if kind == "near" else how.are_different
        asked[kind] = asked.get(kind, 0) + 1
        right[kind] = right.get(kind, 0) + good
        if not good:
            wrong.append(f"{kind:9} {how.score:.2f}  {words}")
    return Tally(right, asked, wrong)


def _couples(functions: list[dict[str, Any]], lineage: Lineage) -> Iterator[tuple[str, Alike, str]]:
    none = Rarity(())
    jobs: dict[tuple[str, str], Job] = {}

    def job(name: str, text: str = "") -> Job:
        if (name, text) not in jobs:
            jobs[name, text] = subject_of(Row("x", name, function=text), lineage).job
        return jobs[name, text]

    def held(one: Job, other: Job) -> Alike:
        return alike(one, other, none)

    for each in functions:
        for one, other in combinations(each["names"], 2):
            yield "one-name", held(job(one), job(other)), f"{one}  ~  {other}"
        texts = each.get("functions", [])
        for at, (mine, its) in enumerate(combinations(texts, 2)):
            one, other = each["names"][at % len(each["names"])], each["names"][(at + 1) % len(each["names"])]
            yield "one-text", held(job(one, mine), job(other, its)), f"{one}: {mine}  ~  {other}: {its}"
            yield "one-brand", held(job("Zeta X", mine), job("Omikron", its)), f"{mine}  ~  {its}"
    for mine, its in combinations(functions, 2):
        near = its["job"] in mine.get("near", ()) or mine["job"] in its.get("near", ())
        for one in mine["names"]:
            for other in its["names"]:
                yield ("near" if near else "apart"), held(job(one), job(other)), f"{one}  ~  {other}"


def main() -> None:
    """Print a line per file, and with ``--errors`` each couple told wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    model = am.load(HERE.parents[1] / "catalog")
    lineage = Lineage(model, "2026-11-29", own_words(model))
    print(
        "| inventory | functions | one, by name | one, names and texts | one, texts only | near, not the same | apart |"
    )
    print("|---|---|---|---|---|---|---|")
    for file in args.files or sorted((HERE / "inventories").glob("*.yaml")):
        functions = yaml.safe_load(file.read_text("utf-8"))
        told = tally(functions, lineage)
        cells = [_share(told, kind) for kind in ("one-name", "one-text", "one-brand", "near", "apart")]
        print(f"| {file.stem} | {len(functions)} | {' | '.join(cells)} |")
        if args.errors:
            print(*told.wrong, sep="\n")


def _share(told: Tally, kind: str) -> str:
    asked = told.asked.get(kind, 0)
    return f"{told.right.get(kind, 0) / asked:.3f} of {asked}" if asked else "–"


if __name__ == "__main__":
    main()
