"""The words of administration that names are made of, read once from ``words.yaml`` and looked up longest phrase first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeVar

import yaml

from archmodel.analysis.duplicates.spelling import spelling
from archmodel.text.vietnamese import composed, folded

Sort = Literal["concept", "act", "generic", "stop", "vendor"]

WORD = re.compile(r"\w+")

AND = frozenset({spelling("và"), "va"})
"""Left out wherever it stands: ``khoa học và công nghệ`` is ``khoa học công nghệ``."""


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


E = TypeVar("E", Phrase, Head)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases and heads by their first word, in full spelling and without diacritics; abbreviations by either."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    bare_phrases: Mapping[str, tuple[Phrase, ...]]
    heads: Mapping[str, tuple[Head, ...]]
    bare_heads: Mapping[str, tuple[Head, ...]]
    levels: Mapping[str, tuple[Head, ...]]
    abbreviations: Mapping[str, tuple[str, ...]]
    body_abbreviations: Mapping[str, tuple[str, ...]]
    field_abbreviations: Mapping[str, tuple[str, ...]]
    departments: tuple[tuple[str, ...], ...]
    same_after: Mapping[tuple[str, ...], tuple[str, ...]]

    def phrase_at(self, words: Sequence[str], at: int, *, bare: bool) -> Phrase | None:
        """The longest phrase that starts at a place, or None; it yields to one that starts within it and says more."""
        shelf = self.bare_phrases if bare else self.phrases
        found = _longest(shelf, words, at)
        while found is not None and len(found.words) > 1:
            end = at + len(found.words)
            inner = (_longest(shelf, words, start) for start in range(at + 1, end))
            starts = (
                start
                for start, p in enumerate(inner, at + 1)
                if p and p.sort == "concept" and start + len(p.words) > end
            )
            cut = next(starts, None)
            if cut is None:
                return found
            found = _longest(shelf, words[:cut], at)
        return found

    def department_at(self, words: Sequence[str], *, bare: bool) -> tuple[str, ...]:
        """The longest field of a department these words begin with, in full spelling; empty where there is none."""
        for field in self.departments:
            wanted = tuple(map(folded, field)) if bare else field
            if tuple(words[: len(field)]) == wanted:
                return field
        return ()

    def head_at(self, words: Sequence[str], at: int, *, bare: bool) -> Head | None:
        """The longest head that starts at a place, or None."""
        return _longest(self.bare_heads if bare else self.heads, words, at)


def _longest(shelf: Mapping[str, tuple[E, ...]], words: Sequence[str], at: int) -> E | None:
    for entry in shelf.get(words[at], ()):
        if tuple(words[at : at + len(entry.words)]) == entry.words:
            return entry
    return None


@cache
def lexicon() -> Lexicon:
    """The lexicon of this package."""
    raw = yaml.load(files(__package__).joinpath("words.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    phrases = list(_phrases(raw))
    heads = [
        Head(spelled(text), kind, text in raw["part_heads"]) for kind, texts in raw["heads"].items() for text in texts
    ]
    levels = [Head(spelled(text), level, is_part=False) for level, texts in raw["levels"].items() for text in texts]
    return Lexicon(
        _by_first(phrases),
        _by_first(p._replace(words=tuple(map(folded, p.words))) for p in phrases),
        _by_first(heads),
        _by_first(h._replace(words=tuple(map(folded, h.words))) for h in heads),
        _by_first(levels),
        _keys(raw["abbreviations"]),
        _keys({**raw["abbreviations"], **raw["bodies"]}),
        _keys({**raw["abbreviations"], **raw["fields"]}),
        tuple(sorted(map(spelled, raw["departments"]), key=len, reverse=True)),
        {spelled(old): spelled(new) for old, new in raw["same_after"].items()},
    )


def spelled(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word for word in map(spelling, WORD.findall(composed(text))) if word not in AND)


def _phrases(raw: Mapping[str, Any]) -> Iterator[Phrase]:
    seen: set[tuple[str, ...]] = set()
    every: list[tuple[str, Sort, str]] = [(t, "concept", group[0]) for group in raw["concepts"] for t in group]
    every += [(text, "act", text) for text in raw["acts"]]
    every += [(text, "generic", text) for text in raw["generic"]]
    every += [(text, "vendor", text) for text in raw["vendors"]]
    every += [(text, "stop", text) for text in raw["stop"]]
    for text, sort, idea in every:
        words = spelled(text)
        if words and words not in seen:
            seen.add(words)
            yield Phrase(words, sort, idea)


def _by_first(entries: Iterable[E]) -> dict[str, tuple[E, ...]]:
    found: dict[str, list[E]] = defaultdict(list)
    for entry in entries:
        found[entry.words[0]].append(entry)
    return {first: tuple(sorted(held, key=lambda e: -len(e.words))) for first, held in found.items()}


def _keys(raw: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Abbreviations as written and, where nothing else claims it, without diacritics."""
    found = {folded(key): spelled(text) for key, text in raw.items()}
    found.update({composed(key): spelled(text) for key, text in raw.items()})
    return found
