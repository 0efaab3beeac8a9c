"""The words of administration that names are made of, read once from data files, longest phrase first.

``words.yaml`` holds what shapes a name (abbreviations, kinds, levels, acts, words that tell little), ``bodies.yaml`` how bodies
are named, ``ideas/`` the jobs themselves, field by field. What a phrase weighs is for ``likeness`` to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import yaml

from archmodel.analysis.duplicates.shelf import Shelf
from archmodel.analysis.duplicates.spelling import bared, spelling
from archmodel.text.vietnamese import composed, folded

Sort = Literal["concept", "tool", "field", "act", "generic", "stop", "vendor"]

JOBS = frozenset({"concept", "tool"})
"""Sorts of phrases that name a job or a means to one."""

WORD = re.compile(r"\w+")

_LONGEST_OPENER = 7

AND = frozenset({*map(spelling, ("và", "các", "của", "những")), "va", "cac", "nhung"})
"""Left out wherever they stand: ``khoa học và công nghệ`` is ``khoa học công nghệ``."""


class Phrase(NamedTuple):
    """A phrase of the lexicon: how it is spelled, its sort and the idea it stands for."""

    words: tuple[str, ...]
    sort: Sort
    idea: str


class Head(NamedTuple):
    """A phrase that opens names: the kind of thing it says, and whether it says that the thing is a part."""

    words: tuple[str, ...]
    kind: str
    is_part: bool


class Called(NamedTuple):
    """A way to write the name of a body, and the words it stands for."""

    words: tuple[str, ...]
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases and heads; abbreviations, in full spelling and without diacritics; which ideas are near."""

    phrases: Shelf[Phrase]
    heads: Shelf[Head]
    tail_heads: Shelf[Head]
    openers: frozenset[tuple[str, ...]]
    levels: Shelf[Head]
    abbreviations: Mapping[str, tuple[str, ...]]
    body_abbreviations: Mapping[str, tuple[str, ...]]
    field_abbreviations: Mapping[str, tuple[str, ...]]
    called: Shelf[Called]
    branches: Mapping[str, str]
    departments: tuple[tuple[str, ...], ...]
    same_after: Mapping[tuple[str, ...], tuple[str, ...]]
    parted_after: Mapping[str, Mapping[str, str]]
    arms: Mapping[str, str]
    provinces: Mapping[tuple[str, ...], tuple[str, ...]]
    cities: frozenset[tuple[str, ...]]
    near: Mapping[str, frozenset[str]]

    def phrase_at(self, words: Sequence[str], at: int, *, bare: bool) -> Phrase | None:
        """The longest phrase that starts at a place, or None; it yields to one that starts within it and says more."""
        shelf = self.phrases.bare if bare else self.phrases
        found = shelf.at(words, at)
        while found is not None and len(found.words) > 1:
            end = at + len(found.words)
            starts = range(at + 1, end)
            strange = end < len(words) and shelf.at(words, end) is None
            cut = next((s for s in starts if _says_more(shelf.at(words, s), found, s, end, strange=strange)), None)
            if cut is None:
                return found
            beyond = shelf.at(words, cut)
            if beyond is not None and beyond.idea == found.idea:
                return found._replace(words=(*found.words[: cut - at], *beyond.words))
            found = shelf.at(words[:cut], at)
        return found

    def department_at(self, words: Sequence[str], *, bare: bool) -> tuple[str, ...]:
        """The longest field of a department these words begin with, in full spelling; empty where there is none."""
        for field in self.departments:
            wanted = tuple(map(bared, field)) if bare else field
            if tuple(words[: len(field)]) == wanted:
                return field
        return ()

    def head_at(self, words: Sequence[str], at: int, *, bare: bool) -> Head | None:
        """The longest head that starts at a place, or None."""
        return (self.heads.bare if bare else self.heads).at(words, at)

    def opened(self, words: Sequence[str], *, bare: bool) -> int:
        """How many words a name opens with that say only what is done to a thing: ``thuê dịch vụ`` before ``phần mềm``."""
        at = 0
        while length := self._opener(words, at):
            at += length
        return at if at < len(words) and self.head_at(words, at, bare=bare) else 0

    def _opener(self, words: Sequence[str], at: int) -> int:
        if at and at < len(words) and words[at].isdigit():
            return 1
        return next((n for n in range(_LONGEST_OPENER, 0, -1) if tuple(words[at : at + n]) in self.openers), 0)

    def until_job(self, words: Sequence[str], at: int, length: int, *, bare: bool) -> int:
        """How much of a head is left where only a job that starts within it explains what follows: of ``kho dữ liệu mở`` ``kho``."""
        end = at + length
        if end == len(words) or self.phrase_at(words, end, bare=bare):
            return length
        for start in range(at + 1, end):
            inner = self.phrase_at(words, start, bare=bare)
            if inner and inner.sort in JOBS and start + len(inner.words) > end:
                return start - at
        return length


def _says_more(inner: Phrase | None, outer: Phrase, start: int, end: int, *, strange: bool) -> bool:
    """Whether a phrase that starts within another reaches beyond it, names a job, and is no shorter or names the same.

    It also does where the word after the other is a ``strange`` one, which only the inner explains: ``nguồn nước``.
    """
    if inner is None or inner.sort not in JOBS or start + len(inner.words) <= end:
        return False
    return strange or outer.sort not in JOBS or inner.idea == outer.idea or len(inner.words) >= len(outer.words)


@cache
def lexicon() -> Lexicon:
    """The lexicon of this package."""
    raw, worlds = _read("words.yaml") | _read("bodies.yaml"), [_read(f"ideas/{name}") for name in idea_files()]
    return Lexicon(
        Shelf(phrases(raw, worlds)),
        Shelf(
            Head(spelled(text), kind, text in raw["part_heads"])
            for kind, texts in raw["heads"].items()
            for text in texts
        ),
        Shelf(Head((text,), kind, is_part=False) for kind, texts in raw["tail_heads"].items() for text in texts),
        frozenset(form for text in raw["openers"] for form in (spelled(text), _bare(spelled(text)))),
        Shelf(Head(spelled(text), level, is_part=False) for level, texts in raw["levels"].items() for text in texts),
        _keys(raw["abbreviations"]),
        _keys({**raw["abbreviations"], **raw["bodies"]}),
        _keys({**raw["abbreviations"], **raw["fields"]}),
        Shelf(Called(spelled(text), spelled(name)) for name, texts in raw["called"].items() for text in (name, *texts)),
        {
            " ".join(_bare(spelled(t))): " ".join(spelled(name))
            for name, texts in raw["branches"].items()
            for t in texts
        },
        tuple(sorted(map(spelled, raw["departments"]), key=len, reverse=True)),
        {spelled(old): spelled(new) for old, new in raw["same_after"].items()},
        _parted(raw["parted_after"]),
        {" ".join(spelled(arm)): " ".join(spelled(head)) for head, arms in raw["arms"].items() for arm in arms},
        {spelled(name): spelled(today) for today, merged in raw["provinces"].items() for name in (today, *merged)},
        frozenset(map(spelled, raw["cities"])),
        _near(worlds),
    )


def spelled(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word for word in map(spelling, WORD.findall(composed(text))) if word not in AND)


def idea_files() -> list[str]:
    """The files of ``ideas/``, in the order they are read."""
    return sorted(
        entry.name for entry in files(__package__).joinpath("ideas").iterdir() if entry.name.endswith(".yaml")
    )


def _read(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(bared, words))


def phrases(raw: Mapping[str, Any], worlds: Sequence[Mapping[str, Any]]) -> Iterator[Phrase]:
    """The phrases of ``words.yaml`` and of the files of ``ideas/``; of two with the same words the first stands."""
    for world in worlds:
        tools = set(world.get("tools", ()))
        for group in world["ideas"]:
            yield from _group(group, "tool" if group[0] in tools else "concept")
    for world in worlds:
        for group in world.get("fields", ()):
            yield from _group([*group, *(f"ngành {text}" for text in group)], "field")
    for group in raw["acts"]:
        yield from _group(group, "act")
    for sort in ("generic", "vendor", "stop"):
        for text in raw[sort]:
            yield from _group([text], sort)


def _group(texts: Sequence[str], sort: Sort) -> Iterator[Phrase]:
    return (Phrase(words, sort, texts[0]) for words in map(spelled, texts) if words)


def _parted(raw: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, str]]:
    """For a parted body the heir of each task, all spelled as titles of bodies are."""
    return {
        " ".join(spelled(old)): {idea: " ".join(spelled(heir)) for heir, ideas in heirs.items() for idea in ideas}
        for old, heirs in raw.items()
    }


def _near(worlds: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Ideas that are parts of one another or work on the same data, either way round."""
    found: dict[str, set[str]] = defaultdict(set)
    for world in worlds:
        for whole, parts in world.get("near", {}).items():
            for part in parts:
                found[whole].add(part)
                found[part].add(whole)
    return {idea: frozenset(others) for idea, others in found.items()}


def _keys(raw: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Abbreviations as written and, where nothing else claims it, without diacritics."""
    found = {folded(key): spelled(text) for key, text in raw.items()}
    found.update({composed(key): spelled(text) for key, text in raw.items()})
    return found
