"""What a mandatory diagram holds: its title block, rows of parts, and the connectors between them, as plain values.

A part is a place of the framework's model and what the catalogue records in it; a place nobody filled is a part too,
marked as not known. Which places there are is decided by ``diagram_forms``; how it looks, by ``diagram_svg``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archmodel.analysis.coverage import Cover
from archmodel.model.values import label
from archmodel.text.words import Words
from archmodel.views.box import Box
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene

Sort = Literal["flow", "relation", "form"]
SORTS: dict[Sort, Words] = {
    "flow": Words("có luồng dữ liệu đã ghi", "with recorded data flows"),
    "relation": Words("quan hệ khác đã ghi", "other recorded relations"),
    "form": Words("cung cấp dùng chung, theo mô hình của khung", "provided for shared use, by the framework's model"),
}


class Stamp(NamedTuple):
    """A line of the title block; ``value`` is None where nobody has recorded it."""

    label: Words
    value: Words | None


@dataclass(frozen=True, slots=True)
class Part:
    """A place and what stands in it: those drawn, how many more; ``cover`` is None where it is not one component."""

    key: str
    code: str | None
    name: Words
    cover: Cover | None
    boxes: tuple[Box, ...]
    folded: int = 0
    told: Words | None = None

    @property
    def count(self) -> int:
        """All elements that stand in it."""
        return len(self.boxes) + self.folded


@dataclass(frozen=True, slots=True)
class Group:
    """Parts under one heading, in ``columns``, taking ``span`` units of the width.

    ``skipped`` are open places left out, ``told`` what is said of the group as a whole.
    """

    key: str
    title: Words
    span: int
    columns: int
    parts: tuple[Part, ...]
    skipped: int = 0
    told: Words | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A layer of the diagram, or a part of the framework's ``layer``."""

    key: str
    layer: str
    title: Words
    groups: tuple[Group, ...]

    @property
    def units(self) -> int:
        """The width its groups share."""
        return sum(group.span for group in self.groups)


class Connector(NamedTuple):
    """A line between two parts or groups, by their keys, for so many ``records`` (0 where the form says it)."""

    source: str
    target: str
    sort: Sort
    words: Words
    records: int
    both_ways: bool


@dataclass(frozen=True, slots=True)
class Diagram(Picture):
    """The sheet: ``lanes`` head the groups of every row where they are the same in each; ``sides`` cut across."""

    code: str
    name: Words
    of: Words
    day: str | None
    sources: int
    stamps: tuple[Stamp, ...]
    lanes: tuple[Words, ...]
    rows: tuple[Row, ...]
    sides: tuple[Part, ...]
    connectors: tuple[Connector, ...]

    @property
    def title(self) -> Words:
        """Code and name."""
        return Words(f"{self.code} – {self.name.vi}", f"{self.code} – {self.name.en}")

    def standing(self, lang: str = "vi") -> str:
        """Whose architecture, as of which day, from how many sources."""
        return f"{self.of.to(lang)} · {super(Diagram, self).standing(lang)}"

    @property
    def parts(self) -> Iterator[tuple[Row, Group, Part]]:
        """Every part with where it stands."""
        return ((row, group, part) for row in self.rows for group in row.groups for part in group.parts)

    def counts(self) -> dict[Cover, int]:
        """How many components are filled in each way."""
        covers = [part.cover for _, _, part in self.parts]
        return {cover: covers.count(cover) for cover in Cover if cover in covers}

    def alt(self, lang: str = "vi") -> str:
        """Rows and parts, and how many of them are filled and how."""
        told = "; ".join(f"{cover.words.to(lang)}: {many}" for cover, many in self.counts().items())
        rows = ", ".join(row.title.to(lang) for row in self.rows)
        parts = sum(1 for _ in self.parts)
        return Words(
            f"{len(self.rows)} hàng ({rows}), {parts} ô, {len(self.connectors)} đường nối. {told or 'Chưa ghi gì'}.",
            f"{len(self.rows)} rows ({rows}), {parts} places, {len(self.connectors)} connectors. {told or 'None recorded'}.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a part and one a connector: where, what, how filled, by which elements."""
        head = Words("Hàng|Nhóm|Ô|Mức đáp ứng|Đối tượng được vẽ|Còn", "Row|Group|Place|Filled|Elements drawn|More").to(
            lang
        )
        places = [*((row.title, group.title, part) for row, group, part in self.parts), *((_ACROSS, _ACROSS, part) for part in self.sides)]  # fmt: skip
        rows = [
            (
                row.to(lang), group.to(lang), f"{part.code or part.key} {part.name.to(lang)}",
                part.cover.words.to(lang) if part.cover else part.told.to(lang) if part.told else "",
                "; ".join(box.name for box in part.boxes) or label("", None, lang), str(part.folded or ""),
            )
            for row, group, part in places
        ]  # fmt: skip
        names = self.names
        line = Words("Đường nối", "Connector").to(lang)
        rows += [
            (line, SORTS[c.sort].to(lang), f"{names[c.source].to(lang)} {'⇄' if c.both_ways else '→'} {names[c.target].to(lang)}", c.words.to(lang), "", str(c.records or ""))
            for c in self.connectors
        ]  # fmt: skip
        return Table(tuple(head.split("|")), tuple(rows))

    @property
    def names(self) -> dict[str, Words]:
        """What parts and groups are called, by key; a group by its row as well."""
        groups = {
            group.key: Words(f"{row.title.vi}, {group.title.vi}", f"{row.title.en}, {group.title.en}")
            for row in self.rows
            for group in row.groups
        }
        return groups | {part.key: part.name for _, _, part in self.parts}

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The sheet as an SVG document, made for A3; see ``Picture.svg``."""
        from archmodel.views.diagram_svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.diagram_svg import draw

        return draw(self, lang).scene


_ACROSS = Words("Xuyên suốt", "Across")
