"""Measure the search for duplicates: how well on the labelled pairs, how fast and how large on a synthetic national list.

Run: python benchmarks/duplicates/measure.py [ROWS ...]; without sizes 10,000 to 1,000,000 rows. Each run is a process of
its own, stopped after five minutes; memory is the highest sum of what it and its children hold, shared pages counted once.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from archmodel.analysis.duplicates.likeness import Rarity
    from archmodel.analysis.duplicates.subject import Subject

HERE = Path(__file__).resolve().parent
DAY = "2026-11-22"
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
LONGEST = 300
FRESH = {
    "fresh dev": ("fresh-systems.csv", "fresh-dev.csv"),
    "fresh held out": ("fresh-heldout-systems.csv", "fresh-heldout.csv"),
    "second dev": ("second-dev-systems.csv", "second-dev.csv"),
    "second rest": ("second-rest-systems.csv", "second-rest.csv"),
    "third dev": ("third-dev-systems.csv", "third-dev.csv"),
    "third held out": ("third-heldout-systems.csv", "third-heldout.csv"),
    "fourth dev": ("fourth-dev-systems.csv", "fourth-dev.csv"),
    "fourth held out": ("fourth-heldout-systems.csv", "fourth-heldout.csv"),
}
"""The sets written blind, by side: nothing was tuned on what is held out."""
NAMES = ("names-heldout-systems.csv", "names-heldout.csv")
"""A set written blind of names and owners without functions, labelled by them alone; all of it held out."""
VERDICTS = ("duplicate", "family", "overlap", "different")
OURS = "archmodel"
Said = Counter[tuple[str, str]]


class Asked(NamedTuple):
    """A labelled pair: its two rows, what a reviewer says, and the side it stands on."""

    one: dict[str, str]
    other: dict[str, str]
    verdict: str
    split: str


def labelled() -> list[list[Asked]]:
    """The labelled pairs, a list for each set of systems they were written over."""
    return [_asked("systems.csv", "pairs.csv"), *(_asked(*files, side) for side, files in FRESH.items())]


def _asked(systems: str, pairs: str, side: str = "") -> list[Asked]:
    rows = {row["id"]: row for row in _table(systems)}
    return [Asked(rows[p["id_a"]], rows[p["id_b"]], p["verdict"], side or p["split"]) for p in _table(pairs)]


def _table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figures(said: Said) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of duplicate or family against the rest, then the mean F1 of the four verdicts."""
    alike = _rates(said, {"duplicate", "family"})
    return (*alike, sum(_rates(said, {verdict})[2] for verdict in VERDICTS) / len(VERDICTS))


def _rates(said: Said, of: set[str]) -> tuple[float, float, float]:
    right = sum(count for (label, told), count in said.items() if label in of and told in of)
    told = sum(count for (_, told), count in said.items() if told in of)
    there = sum(count for (label, _), count in said.items() if label in of)
    precision, recall = right / max(told, 1), right / max(there, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def our_couples(asked: Sequence[Asked], *, named_only: bool = False) -> tuple[list[tuple[Subject, Subject]], Rarity]:
    """The pairs as the search reads them, whole rows or names and owners alone, and how rare their ideas are."""
    import archmodel as am
    from archmodel.analysis.duplicates import own_words
    from archmodel.analysis.duplicates.likeness import Rarity
    from archmodel.analysis.duplicates.lineage import Lineage
    from archmodel.analysis.duplicates.subject import Row, subject_of

    model = am.load(HERE.parent.parent)
    lineage = Lineage(model, DAY, own_words(model))
    rows = {row["id"]: row for pair in asked for row in (pair.one, pair.other)}
    told = {
        id: subject_of(
            Row(id, r["name_vi"], r["owner"], *(() if named_only else (r["function"], r["data"], r["users"]))), lineage
        )
        for id, r in rows.items()
    }
    rarity = Rarity(job.name for job in {subject.job for subject in told.values()})
    return [(told[pair.one["id"]], told[pair.other["id"]]) for pair in asked], rarity


def our_verdicts(asked: Sequence[Asked], *, named_only: bool = False) -> list[str]:
    """What the search says of the pairs, of whole rows or of names and owners alone."""
    from archmodel.analysis.duplicates.verdict import alike, one_unit, ruled

    couples, rarity = our_couples(asked, named_only=named_only)
    return [
        ruled(a, b, alike(a.job, b.job, rarity, one_agency=one_unit(a, b) is True)).verdict.value for a, b in couples
    ]


def their_verdicts(asked: Sequence[Asked], likeness: Callable[[Sequence[tuple[str, str]]], list[float]]) -> list[str]:
    """What a baseline says: two thresholds, the best for the four verdicts on the development side alone.

    Owners that read the same are one unit.
    """
    from archmodel.text.vietnamese import folded

    scores = likeness([(pair.one["name_vi"], pair.other["name_vi"]) for pair in asked])
    units = [folded(pair.one["owner"]) == folded(pair.other["owner"]) for pair in asked]
    dev = [at for at, pair in enumerate(asked) if pair.split == "dev"]
    steps = [step / 40 for step in range(1, 42)]

    def told(same: float, partly: float, at: int) -> str:
        if scores[at] >= same:
            return "duplicate" if units[at] else "family"
        return "overlap" if scores[at] >= partly else "different"

    def on_dev(thresholds: tuple[float, float]) -> float:
        return figures(Counter((asked[at].verdict, told(*thresholds, at)) for at in dev))[3]

    same, partly = max(((one, other) for one in steps for other in steps if other <= one), key=on_dev)
    return [told(same, partly, at) for at in range(len(asked))]


def quality() -> Iterator[str]:
    from baselines import LIKENESS

    sets = labelled()
    asked = [pair for held in sets for pair in held]
    ways = {
        OURS: [told for held in sets for told in our_verdicts(held)],
        f"{OURS}, names and owners alone": [told for held in sets for told in our_verdicts(held, named_only=True)],
        "every pair alike": ["family"] * len(asked),
    } | {name: their_verdicts(asked, way) for name, way in LIKENESS.items()}
    yield "| labelled pairs | side | precision | recall | F1 | macro-F1 |\n|---|---|---|---|---|---|"
    for name, told in ways.items():
        for side in dict.fromkeys(pair.split for pair in asked):
            said = Counter((p.verdict, verdict) for p, verdict in zip(asked, told, strict=True) if p.split == side)
            yield f"| {name} | {side} | " + " | ".join(f"{figure:.3f}" for figure in figures(said)) + " |"


def by_columns() -> Iterator[str]:
    """How well the pairs held out are told together, by which columns they fill and which are read."""
    sets = [held for held in labelled() if held[0].split.endswith("held out")]
    whole = [told for held in sets for told in zip(held, our_verdicts(held), strict=True)]
    named = [told for held in sets for told in zip(held, our_verdicts(held, named_only=True), strict=True)]
    of_names = _asked(*NAMES, "names held out")
    groups = {
        "set of names and owners": [*zip(of_names, our_verdicts(of_names), strict=True)],
        "all, whole rows": whole,
        "all, read by names and owners alone": named,
        "labelled by names and owners alone": [told for told in whole if _functions(told[0]) == 0],
        "with a function": [told for told in whole if _functions(told[0]) > 0],
        "with two functions": [told for told in whole if _functions(told[0]) == 2],
    }
    yield "| pairs held out | pairs | precision | recall | F1 | macro-F1 |\n|---|---|---|---|---|---|"
    for name, told in groups.items():
        said = Counter((pair.verdict, verdict) for pair, verdict in told)
        yield f"| {name} | {len(told)} | " + " | ".join(f"{figure:.3f}" for figure in figures(said)) + " |"


def _functions(pair: Asked) -> int:
    return bool(pair.one["function"]) + bool(pair.other["function"])


def search(way: str, path: Path) -> dict[str, Any]:
    """One search of a list, in this process."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        if way == OURS:
            from archmodel.analysis.duplicates import duplicate_rows
            from archmodel.analysis.duplicates.subject import Row

            found = duplicate_rows((Row(*line) for line in lines), None, DAY)
            jobs = getattr(found.subjects, "jobs", ())
            names = {job.name for job in jobs}
            return {"pairs": len(found), "cores": len(names), "jobs": len(jobs)}
        from baselines import NEAR

        return {"pairs": NEAR[way]([line[1] for line in lines])}


def measured(way: str, path: Path) -> dict[str, Any] | None:
    """One search in a process of its own, with its seconds and peak megabytes; None where it was stopped."""
    started, peak, spent = time.monotonic(), 0.0, _spent()
    process = subprocess.Popen(
        [sys.executable, __file__, "--search", way, str(path)], stdout=subprocess.PIPE, text=True
    )
    while process.poll() is None:
        peak = max(peak, _held(process.pid))
        if time.monotonic() - started > LONGEST:
            for pid in [*_children(process.pid), process.pid]:
                subprocess.run(["kill", "-9", str(pid)], check=False)
        # Seldom once it is large: to ask what a process holds stops it meanwhile.
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1 if time.monotonic() - started < 10 else 1)
    seconds = time.monotonic() - started
    told = process.communicate()[0]
    return (
        {**json.loads(told), "seconds": seconds, "cpu": _spent() - spent, "megabytes": peak}
        if process.returncode == 0
        else None
    )


def _spent() -> float:
    """CPU seconds of all processes that have ended."""
    used = os.times()
    return used.children_user + used.children_system


def _held(pid: int) -> float:
    """Megabytes a process and its children hold, what they share counted once."""
    found = 0
    for one in (pid, *_children(pid)):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:
            continue
        found += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return found / 1024


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def scale(sizes: Sequence[int]) -> Iterator[str]:
    from baselines import NEAR
    from national import write

    yield "| names | way | seconds | CPU s | peak MB | pairs | distinct cores |\n|---|---|---|---|---|---|---|"
    stopped: set[str] = set()
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "national.csv"
            write(path, size)
            for way in (OURS, *NEAR):
                found = measured(way, path) if way not in stopped else None
                if found is None:
                    stopped.add(way)
                    yield f"| {size:,} | {way} | not within {LONGEST} s or the memory there is | | | | |"
                    continue
                core = f"{found['cores']:,} ({found['cores'] / size:.0%})" if "cores" in found else ""
                yield f"| {size:,} | {way} | {found['seconds']:.1f} | {found['cpu']:.1f} | {found['megabytes']:,.0f} | {found['pairs']:,} | {core} |"


def main(words: Sequence[str]) -> None:
    if words[:1] == ["--search"]:
        print(json.dumps(search(words[1], Path(words[2]))))
        return
    for table in (quality, by_columns):
        for line in table():
            print(line, flush=True)
        print()
    for line in scale([int(word) for word in words] or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
