"""The form of the formal document: its parts in order, and what is generated in each. A form is data of a framework.

Decides which words a form may use. Texts people write, and how a table or picture is made, are left to
``archmodel.documents.formal``; a form that is replaced needs no change of code.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from archmodel.model.record import Count, Evidence, Flag, Frozen, Id, Line, Lines, Prose

Key = Annotated[str, Field(pattern=r"^[A-Za-zĐƯđư0-9][A-Za-zĐƯđư0-9._-]{0,79}$")]


class Shown(Frozen):
    """A column of a generated table: the words of its head, what of a record it shows, its share of the width."""

    name: Line
    shows: Line
    width: Count = 2


class Fill(Frozen):
    """A table or picture generated in a part, under a caption; ``id`` is what texts refer to it by.

    ``kinds``, ``record``, ``categories`` and ``under`` (keys of the framework its records are aligned below) narrow what
    is listed; ``columns`` names a set of columns of the form; ``lists`` names a list of the framework.
    """

    id: Id
    make: Literal[
        "elements", "unaligned", "flows", "counts", "entries", "coverage", "mapping", "rules", "instruments",
        "checklist", "diagrams", "sources", "picture",
    ]  # fmt: skip
    caption: Line
    columns: Line | None = None
    kinds: Lines = ()
    record: Literal["own", "reference"] | None = None
    categories: Lines = ()
    under: Lines = ()
    lists: Line | None = None
    picture: Line | None = None
    landscape: Flag | None = None


class Part(Frozen):
    """A part of the document: a chapter, a section or an annex.

    Name and parent of a part that stands in the framework's outline are taken from there. ``text`` is the name of the
    file people write it in, its key where not given.
    """

    key: Key
    name: Line | None = None
    parent: Key | None = None
    text: Key | None = None
    annex: Flag | None = None
    landscape: Flag | None = None
    fills: Annotated[tuple[Fill, ...], Field(strict=False)] = ()


class Form(Frozen):
    """The form of the document of one edition; ``draft`` while what it rests on has not been issued."""

    id: Id
    name: Line
    name_en: Line | None = None
    draft: Flag | None = None
    note: Prose | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(strict=False)] = ()
    columns: dict[str, Annotated[tuple[Shown, ...], Field(strict=False)]] = Field(default_factory=dict)
    parts: Annotated[tuple[Part, ...], Field(strict=False)] = ()
