"""The formal document as plain values: what it says, in order. What it looks like is left to the writers.

A run that leads somewhere names an anchor: a caption (then its words are "Bảng 3") or a numbered source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "bold", "italic", "missing"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style; ``to`` is the anchor they lead to. ``missing`` marks what nobody has recorded or written.

    ``about`` is the id of the element they name, for a writer that has a page of it.
    """

    text: str
    style: Style = "plain"
    to: str | None = None
    about: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at level 1 to 4; ``label`` is its number as printed, ``annex`` counts in a series of its own."""

    level: int
    label: str
    text: str
    anchor: str
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, an item of a list, or the ``open`` mark of something that is not there."""

    runs: Runs
    style: Literal["body", "item", "open"] = "body"


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its share of the width."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; ``anchor`` where something leads to it."""

    cells: tuple[Runs, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its caption; ``number`` counts tables through the document."""

    anchor: str
    number: int
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (an SVG document) over its caption, with words for who cannot see it."""

    anchor: str
    number: int
    caption: str
    svg: str
    told: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on pages lie (``landscape``) or stand."""

    landscape: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """Where the document is signed: after its content, before its annexes."""


Block = Heading | Paragraph | Table | Picture | Turn | Signature


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before and after the content by decree 30/2020: issuer, number, day, kind, summary, signature."""

    parent: str | None
    issuer: str
    number: Runs
    dated: Runs
    kind: str
    summary: str
    notice: str
    grounds: tuple[str, ...]
    authority: Runs
    post: Runs
    signer: Runs
    recipients: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Formal:
    """The document: its front, its blocks, and what rules about documents ask of it.

    ``filled`` and ``empty`` are keys of the outline's parts with and without content, ``mentions`` the ids of elements
    it names, ``totals`` its counts of own records by kind.
    """

    title: str
    day: str
    edition: str
    version: str | None
    front: Front
    blocks: tuple[Block, ...]
    filled: tuple[str, ...]
    empty: tuple[str, ...]
    mentions: tuple[str, ...]
    totals: tuple[tuple[str, int], ...]


def plain(runs: Runs) -> str:
    """The words of runs, styles aside."""
    return "".join(run.text for run in runs)
