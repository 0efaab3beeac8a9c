"""Write a list of systems as the 34 provinces might send it, the same bytes every time: for measuring, never published.

The jobs, wordings, short forms and owners follow ``systems.csv`` and ``lists/``; what a commune, a department, a school or a
hospital runs is common to many, and about a third of the rows are of a long tail of tasks found once or a few times.
The names of the provinces are real, those of the communes are put together from syllables of real ones.

Run: python benchmarks/duplicates/national.py ROWS > national.csv
"""

from __future__ import annotations

import csv
import random
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import yaml

from archmodel.text.vietnamese import folded

SEED = 130
COMMUNES = 3_321
WORDS = Path(__file__).with_name("national.yaml")
_TAIL, _TOLD, _BARE, _UPPER, _NFD, _SLIP, _NAMED, _BRANDED = 0.36, 0.12, 0.07, 0.04, 0.03, 0.05, 0.35, 0.06


class Owner(NamedTuple):
    """A body that runs systems: how it may be written, how a name ends that names it, and its kind in the word list."""

    forms: tuple[str, ...]
    ending: str
    kind: str


class Task(NamedTuple):
    """A job with its wordings and what its function column may say."""

    wordings: tuple[str, ...]
    functions: tuple[str, ...]


@cache
def words() -> dict[str, list[str]]:
    """The word list; each wording of a task stands after a bar."""
    found: dict[str, list[str]] = yaml.safe_load(WORDS.read_text("utf-8"))
    return found


def rows(count: int, seed: int = SEED) -> Iterator[tuple[str, str, str, str]]:
    """Rows of id, name, owner and function, empty where the list does not tell it."""
    dice = random.Random(seed)
    owners = _owners(dice)
    tasks = {kind: _tasks(words()[kind]) for kind in ("commune", "department", "school", "hospital", "ministry")}
    weights = {kind: [1 / (at + 4) for at in range(len(held))] for kind, held in tasks.items()}
    for at in range(count):
        owner = _pick(dice, owners)
        if dice.random() < _TAIL:
            name, function = _tail(dice)
        else:
            task = dice.choices(tasks[owner.kind], weights[owner.kind])[0]
            name, function = _said(dice, dice.choice(task.wordings)), dice.choice(task.functions or ("",))
        if dice.random() < _NAMED:
            name = f"{name} {owner.ending}"
        told = function if dice.random() < _TOLD else ""
        shown = dice.choice(owner.forms) if dice.random() > _NAMED / 4 else ""
        yield f"n{at + 1}", _untidy(dice, name), shown, told


def _pick(dice: random.Random, owners: dict[str, list[Owner]]) -> Owner:
    """An owner: communes run half of all systems."""
    kind = dice.choices(list(owners), (50, 26, 11, 9, 4))[0]
    return dice.choice(owners[kind])


def _tasks(lines: Sequence[str]) -> list[Task]:
    found = []
    for line in lines:
        wordings, _, functions = line.partition(" => ")
        found.append(Task(tuple(wordings.split(" | ")), tuple(functions.split(" | ")) if functions else ()))
    return found


def _owners(dice: random.Random) -> dict[str, list[Owner]]:
    held = words()
    found: dict[str, list[Owner]] = {kind: [] for kind in ("commune", "department", "school", "hospital", "ministry")}
    for name, division in zip(_communes(dice), dice.choices(("xã", "phường"), (79, 21), k=COMMUNES), strict=True):
        province = dice.choice(held["provinces"])
        short = "P." if division == "phường" else "xã"
        forms = (
            f"UBND {division} {name}", f"UBND {division} {name}", f"Ủy ban nhân dân {division} {name}",
            f"Uỷ ban nhân dân {division} {name}, {province}", f"UBND {short} {name}",
        )  # fmt: skip
        found["commune"].append(Owner(forms, f"{division} {name}", "commune"))
        found["school"] += [_house(dice, held["schools"], name, "school")]
        if dice.random() < 1 / 4:
            found["hospital"].append(_house(dice, held["hospitals"], name, "hospital"))
    for province, (full, *shorts) in product(held["provinces"], (text.split(" | ") for text in held["departments"])):
        forms = (f"{full} {province}", f"{full} {province}", *(f"{s} {province}" for s in shorts))
        found["department"].append(Owner(forms, province, "department"))
    found["ministry"] = [Owner(tuple(text.split(" | ")), "", "ministry") for text in held["ministries"]]
    return found


def _house(dice: random.Random, kinds: Sequence[str], name: str, kind: str) -> Owner:
    forms = tuple(f"{text} {name}" for text in dice.choice(kinds).split(" | "))
    return Owner(forms, forms[0], kind)


def _communes(dice: random.Random) -> list[str]:
    """Names of two syllables; some are borne by several communes, as in life."""
    first, last = (words()["syllables"][at].split() for at in (0, 1))
    known = [f"{one} {two}" for one, two in product(first, last) if one != two]
    return [dice.choice(known) for _ in range(COMMUNES)]


def _tail(dice: random.Random) -> tuple[str, str]:
    """A task found once or a few times: an act on a matter, of some sort, for some, by some means."""
    held = words()
    matter = dice.choice(held["matters"])
    act = dice.choices(held["acts"], [1 / (at + 2) for at in range(len(held["acts"]))])[0]
    name = f"{act} {matter}"
    if dice.random() < 1 / 4:
        name += f" và {dice.choice(held['matters'])}"
    if dice.random() < 2 / 3:
        name += f" {dice.choice(held['sorts'])}"
    if dice.random() < 1 / 4:
        name += f" {dice.choice(held['means'])}"
    function = f"{dice.choice(held['does'])} {matter}, {dice.choice(held['ends'])}"
    return _said(dice, name), function


def _said(dice: random.Random, name: str) -> str:
    """A wording with a head word, a product's name or a version, as lists have them."""
    held = words()
    if name[0].islower():
        head = dice.choice(held["heads"])
        name = f"{head} {name}" if head else name[0].upper() + name[1:]
    if dice.random() < _BRANDED:
        brand = f"{dice.choice(held['makers'])} {dice.choice(held['coined'][0].split())}{dice.choice(held['coined'][1].split())}"
        name = dice.choice(
            (f"{name} ({brand})", f"{brand} - {name}", f"{name} {brand} {dice.choice(('2.0', 'v3', '2024'))}")
        )
    return name


def _untidy(dice: random.Random, name: str) -> str:
    """The name as typed: short forms, no accents, capitals, decomposed letters, slips."""
    for full, short in (pair.split(" | ") for pair in words()["shorts"]):
        if full in name and dice.random() < 1 / 3:
            name = name.replace(full, short, 1)
    chance = dice.random()
    if chance < _BARE:
        return folded_case(name)
    if chance < _BARE + _UPPER:
        return name.upper()
    if chance < _BARE + _UPPER + _NFD:
        return unicodedata.normalize("NFD", name)
    if chance < _BARE + _UPPER + _NFD + _SLIP:
        return _slip(dice, name)
    return name


def folded_case(name: str) -> str:
    """Without diacritics, capitals kept."""
    return "".join(folded(char).upper() if char.isupper() else folded(char) or char for char in name)


def _slip(dice: random.Random, name: str) -> str:
    """Two letters swapped, one left out, one doubled, a space left out, or a word without its diacritics."""
    at = dice.randrange(1, len(name) - 1)
    parts = name.split(" ")
    word = dice.randrange(len(parts))
    return dice.choice((
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        " ".join([*parts[:word], "".join(parts[word : word + 2]), *parts[word + 2 :]]),
        " ".join([*parts[:word], folded_case(parts[word]), *parts[word + 1 :]]),
    ))  # fmt: skip


def write(path: Path, count: int, seed: int = SEED) -> None:
    """The rows as a CSV an agency would send."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("id", "name_vi", "owner", "function"))
        out.writerows(rows(count, seed))


if __name__ == "__main__":
    write(Path("/dev/stdout"), int(sys.argv[1]))
