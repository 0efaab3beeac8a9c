"""Reference frameworks, law and plans as data: what elements are aligned to and what rules cite.

An entry has a ``key`` that is ours and, where the framework prints one, a ``code`` that is official; they are different
fields and are never shown as one another. A list nobody could obtain is empty and its ``status`` says unknown.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from archmodel.model.form import Form
from archmodel.model.record import Day, Evidence, Flag, Frozen, Id, Line, Lines, Prose, WholeDay

Key = Annotated[str, Field(pattern=r"^[A-Za-zĐƯđư0-9][A-Za-zĐƯđư0-9._-]{0,79}$")]
Status = Literal["complete", "partial", "unknown"]
Condition = Literal[
    "always", "reference", "own", "layered", "outside", "exchange", "data_exchange", "shared_out", "if_any", "recommended"
]  # fmt: skip
Sources = Annotated[tuple[Evidence, ...], Field(strict=False)]


class Entry(Frozen):
    """An entry of a framework list: a layer, a component, a reference-model entry, a principle, a requirement."""

    key: Key
    code: Line | None = None
    name: Line | None = None
    name_en: Line | None = None
    parent: Key | None = None
    group: Line | None = None
    role: Literal["own", "ref", "open", "optional"] | None = None
    owner: Line | None = None
    figure: Line | None = None
    strength: Literal["shall", "should", "may"] | None = None
    draft: Flag | None = None
    text: Prose | None = None
    text_en: Prose | None = None
    evidence: Sources = ()
    note: Prose | None = None


class Group(Frozen):
    """A group the entries of a list are parted into; entries name its ``key``."""

    key: Key
    name: Line
    name_en: Line | None = None


class Listing(Frozen):
    """A list of entries of one sort, and whether it is all there."""

    id: Id
    name: Line
    name_en: Line | None = None
    sort: Literal[
        "layer", "component", "reference_model", "platform", "database", "principle", "requirement", "outline",
        "diagram", "kpi", "view", "check", "commune_component",
    ]  # fmt: skip
    status: Status
    note: Prose | None = None
    evidence: Sources = ()
    groups: Annotated[tuple[Group, ...], Field(strict=False)] = ()
    entries: Annotated[tuple[Entry, ...], Field(strict=False)] = ()


class Column(Frozen):
    """A column of a data table the framework prescribes, with the words it prints.

    ``field`` is what we put there and ``condition`` our reading of ``required``; ``labels`` puts our values into its
    words where they differ. ``refers`` is the table whose codes it holds, ``several`` whether a cell may hold more than one.
    """

    name: Line
    required: Line | None = None
    values: Lines = ()
    field: Id | None = None
    condition: Condition | None = None
    labels: dict[str, Line] = Field(default_factory=dict)
    refers: Id | None = None
    several: Flag | None = None


class DataTable(Frozen):
    """A data table the framework's guide prescribes (Mẫu 03); ``kinds`` are the kinds of element it lists."""

    id: Id
    name: Line
    name_en: Line | None = None
    draft: Flag | None = None
    note: Prose | None = None
    kinds: Lines = ()
    columns: Annotated[tuple[Column, ...], Field(strict=False)] = ()
    evidence: Sources = ()


class Edition(Frozen):
    """One edition of a framework: the instrument that issued it, its lists, and the form of the document it asks for."""

    id: Id
    name: Line
    name_en: Line | None = None
    instrument: Id | None = None
    since: WholeDay | None = None
    until: WholeDay | None = None
    replaced_by: Id | None = None
    status: Status
    note: Prose | None = None
    evidence: Sources = ()
    listings: Annotated[tuple[Listing, ...], Field(strict=False)] = ()
    tables: Annotated[tuple[DataTable, ...], Field(strict=False)] = ()
    form: Form | None = None

    def entry(self, key: str) -> Entry | None:
        """The entry with ``key`` in any list, or None."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key: entry for listing in reversed(self.listings) for entry in reversed(listing.entries)}

    def of_sort(self, sort: str) -> tuple[Listing, ...]:
        """The lists of one sort, in file order."""
        return tuple(listing for listing in self.listings if listing.sort == sort)


class CrossEntry(Frozen):
    """An entry of one edition and the entries of another it corresponds to; keys are written ``EDITION/KEY``."""

    source: Line
    targets: Lines
    mapping: Line | None = None
    draft: Flag | None = None
    evidence: Sources = ()
    note: Prose | None = None


class Instrument(Frozen):
    """A law, decree, decision or plan and its dates; half-open, ``until`` is the first day it no longer holds."""

    id: Id
    number: Line | None = None
    name: Line | None = None
    name_en: Line | None = None
    form: Line | None = None
    issuer: Line | None = None
    issued: Day | None = None
    since: Day | None = None
    until: Day | None = None
    status: Literal["in_force", "amended", "expired", "overtaken", "disputed", "unverified", "draft"]
    seen: Literal["primary", "secondary", "cited"] | None = None
    amended_by: Lines = ()
    replaces: Lines = ()
    demand: Prose | None = None
    note: Prose | None = None
    evidence: Sources = ()


class Clause(Frozen):
    """A citable place in an instrument, with our gloss of what it asks; ``item`` is where it stands in the text."""

    id: Line
    instrument: Id
    item: Line | None = None
    name: Line | None = None
    gloss: Prose | None = None
    gloss_en: Prose | None = None
    parent: Line | None = None
    confidence: Literal["high", "medium", "low"] | None = None


class Profile(Frozen):
    """The law of a period: the framework and the instruments that rules of that time rest on."""

    id: Id
    name: Line
    name_en: Line | None = None
    since: WholeDay
    until: WholeDay | None = None
    framework: Id
    instruments: dict[str, Lines] = Field(default_factory=dict)
    note: Prose | None = None


class Reference(Frozen):
    """All frameworks, instruments, clauses and legal profiles a workspace knows."""

    editions: dict[str, Edition] = Field(default_factory=dict)
    crosswalk: tuple[CrossEntry, ...] = ()
    instruments: dict[str, Instrument] = Field(default_factory=dict)
    clauses: dict[str, Clause] = Field(default_factory=dict)
    profiles: tuple[Profile, ...] = ()

    def component(self, target: str) -> Entry | None:
        """The framework entry written ``EDITION/KEY``, or None where the edition or the key does not exist."""
        edition, _, key = target.partition("/")
        found = self.editions.get(edition)
        return found.entry(key) if found and key else None

    def profile(self, day: str) -> Profile | None:
        """The legal profile of ``day`` (ISO), or None where none covers it."""
        return next((p for p in self.profiles if p.since <= day and (p.until is None or day < p.until)), None)
