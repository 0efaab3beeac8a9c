"""The page of how sure the facts are: what each level of confidence means, and how many records rest on it at best."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from archmodel.documents.site.address import anchor
from archmodel.documents.site.glossary import CONFIDENCE
from archmodel.documents.site.publication import Publication
from archmodel.model.kinds import KINDS
from archmodel.model.values import LABELS


@dataclass(frozen=True, slots=True)
class Level:
    """A level of confidence, what it means, and how many elements and relations have it as their best."""

    name: str
    anchor: str
    words: str
    meaning: str
    elements: int
    relations: int


@dataclass(frozen=True, slots=True)
class KindLevels:
    """How the elements of a kind stand, level by level in the order of the page, and those without a source."""

    title: str
    href: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sureness:
    """The values of the page."""

    levels: tuple[Level, ...]
    kinds: tuple[KindLevels, ...]
    unsourced_elements: int
    unsourced_relations: int


def sureness(site: Publication) -> Sureness:
    """The values of the page."""
    elements = Counter(element.confidence for element in site.model)
    relations = Counter(relation.confidence for relation in site.model.relations)
    by_kind = {name: Counter(e.confidence for e in site.model.of(name)) for name in KINDS}
    return Sureness(
        tuple(
            Level(
                name, anchor("muc", name), site.say(LABELS["confidence"][name]), site.say(meaning),
                elements[name], relations[name],
            )
            for name, meaning in CONFIDENCE.items()
        ),
        tuple(
            KindLevels(
                site.say(KINDS[name].plural),
                f"lop-{KINDS[name].layer}.html#{name}",
                (*(counts[level] for level in CONFIDENCE), counts[None]),
            )
            for name, counts in by_kind.items()
            if counts
        ),
        elements[None],
        relations[None],
    )  # fmt: skip
