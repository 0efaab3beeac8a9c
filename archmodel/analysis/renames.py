"""Elements that go by another id: those the catalogue says are the same, and those only their names suggest.

A rename is taken for one where a record says so and no other could be meant: the new record lists the old id among its
other names, succeeds it, or bears its code; or the two say the same in every field. A likeness of names is told as a
suggestion and changes nothing else. Candidates are found by shared words, never by comparing all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from archmodel.model.elements import Organisation
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.vietnamese import folded

MAX_BLOCK = 40
"""A word that more names share than this points at nobody."""
WORDS_ASKED = 3

Key = tuple[Hashable, ...]


class Rename(NamedTuple):
    """An element under its old and its new record, and the field that says they are one."""

    old: Element
    new: Element
    why: str


class Suggestion(NamedTuple):
    """A removed and an added element with much the same name; ``score`` runs from 0 to 1."""

    old: Element
    new: Element
    score: float


def renames(gone: Sequence[Element], come: Sequence[Element], relations: Iterable[Relation]) -> list[Rename]:
    """The renames that records state, each element in one at most; a key that several share states nothing.

    Args:
        gone: the elements of the old model that the new catalogue has no record of.
        come: the elements of the new model that the old catalogue had no record of.
        relations: the relations of the new model, for what succeeds what.
    """
    if not gone or not come:
        return []
    left, right = {element.id: element for element in gone}, {element.id: element for element in come}
    succeeded = _one_to_one((r.target, r.source) for r in relations if r.type == "succeeds")
    found: list[Rename] = []
    for why in ("aliases", "succeeds", "source_code", "code", "electronic_id", "codes", "identical"):
        olds = _keyed(left.values(), why, succeeded, new=False)
        news = _keyed(right.values(), why, succeeded, new=True)
        for key, here in olds.items():
            there = news.get(key, [])
            if len(here) == 1 and len(there) == 1 and here[0].id in left and there[0].id in right:
                found.append(Rename(left.pop(here[0].id), right.pop(there[0].id), why))
    return found


def _one_to_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The old id of each heir, where one heir took over one element: no merger and no split."""
    heirs: dict[str, set[str]] = defaultdict(set)
    olds: dict[str, set[str]] = defaultdict(set)
    for old, heir in pairs:
        heirs[old].add(heir)
        olds[heir].add(old)
    return {
        heir: old
        for heir, (old, *more) in ((heir, tuple(found)) for heir, found in olds.items())
        if not more and len(heirs[old]) == 1
    }


def _keyed(elements: Iterable[Element], why: str, succeeded: dict[str, str], *, new: bool) -> dict[Key, list[Element]]:
    """The elements by what they could be known by; an element counts once per key."""
    found: dict[Key, list[Element]] = defaultdict(list)
    for element in elements:
        for key in dict.fromkeys(_keys(element, why, succeeded, new=new)):
            found[element.kind, *key].append(element)
    return found


def _keys(element: Element, why: str, succeeded: dict[str, str], *, new: bool) -> Iterator[Key]:
    if why == "aliases":
        yield from ((alias,) for alias in element.aliases) if new else ((element.id,),)
    elif why == "succeeds":
        old = succeeded.get(element.id) if new else element.id
        if old is not None:
            yield (old,)
    elif why == "identical":
        yield tuple(value for name, value in element.__dict__.items() if name not in {"id", "place"})
    elif why == "codes":
        if isinstance(element, Organisation):
            yield from ((code.system, code.value) for code in element.codes)
    elif value := getattr(element, why, None):
        yield (value,)


def suggestions(gone: Sequence[Element], come: Sequence[Element], least: float) -> list[Suggestion]:
    """For each removed element the added one of its kind with the likest name, where each is the other's likest.

    Args:
        gone: removed elements no rename is stated of.
        come: added elements no rename is stated of.
        least: the least likeness that counts, from 0 to 1.
    """
    if not gone or not come:
        return []
    from rapidfuzz import fuzz

    names = {element.id: folded(element.name) for element in come}
    blocks: dict[tuple[str, str], list[Element]] = defaultdict(list)
    for element in come:
        for word in {names[element.id], *names[element.id].split()}:
            blocks[element.kind, word].append(element)
    best: dict[str, Suggestion] = {}
    for old in gone:
        name = folded(old.name)
        scored = [
            Suggestion(old, new, fuzz.token_sort_ratio(name, names[new.id]) / 100)
            for new in _candidates(old.kind, name, blocks)
        ]
        top = max(scored, key=lambda item: (item.score, item.new.id), default=None)
        if top and top.score >= least and (top.new.id not in best or _rank(top) > _rank(best[top.new.id])):
            best[top.new.id] = top
    return sorted(best.values(), key=lambda item: item.old.id)


def _rank(item: Suggestion) -> tuple[float, str]:
    return item.score, item.old.id


def _candidates(kind: str, name: str, blocks: dict[tuple[str, str], list[Element]]) -> Iterable[Element]:
    """The added elements that share the name or its rarest words."""
    known = sorted(
        (block for word in {name, *name.split()} if (block := blocks.get((kind, word))) and len(block) <= MAX_BLOCK),
        key=lambda block: (len(block), block[0].id),
    )
    return {element.id: element for block in known[:WORDS_ASKED] for element in block}.values()
