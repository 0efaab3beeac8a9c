"""What would feel it if a thing stopped, as a tree: each element under the one it is reached through.

Decides how the answer of ``archmodel.analysis.impact`` is cut to what a page holds: elements reached the same way are
folded under their kind, and what is not drawn is counted. What an impact is, is decided there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, NamedTuple

from archmodel.analysis.impact import Impact, Row, impact
from archmodel.analysis.needs import Step
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.values import label
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.box import Box, box_of
from archmodel.views.marks import cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene

DEPTH, TWIGS, LEAVES = 4, 6, 70
"""Levels drawn unless asked, children of one element and lines of the picture before the rest is a count."""


@dataclass(frozen=True, slots=True)
class Twig:
    """An element, the step that leads to it, how sure it is, what hangs on it, and how many more do."""

    box: Box
    kind: str
    words: Words
    distance: int
    confidence: str | None
    stated: bool
    twigs: tuple[Twig, ...]
    folded: int

    @property
    def lines(self) -> int:
        """How many lines the drawing needs for it."""
        return max(1, sum(twig.lines for twig in self.twigs) + bool(self.folded))


class Told(NamedTuple):
    """An element reached, for the table: through which path of names."""

    distance: int
    name: str
    kind: str
    path: str
    confidence: str | None
    stated: bool


@dataclass(frozen=True, slots=True)
class ImpactTree(Picture):
    """The picture as values; ``told`` has every element reached, ``twigs`` those drawn."""

    box: Box
    kind: str
    direction: str
    twigs: tuple[Twig, ...]
    folded: int
    told: tuple[Told, ...]
    counts: tuple[tuple[str, int], ...]
    day: str
    sources: int

    @property
    def title(self) -> Words:
        """The element that would stop, or whose needs are followed."""
        if self.direction == "up":
            return Words(f"{self.box.name} cần những gì", f"What {self.box.name} needs")
        return Words(f"Nếu dừng: {self.box.name}", f"If it stopped: {self.box.name}")

    def alt(self, lang: str = "vi") -> str:
        """How many elements of each kind are reached, and over how much nobody is sure of."""
        if not self.told:
            return Words(
                "Chưa ghi nhận đối tượng nào phụ thuộc; chưa ghi nhận không có nghĩa là không có.",
                "No dependence is recorded; none recorded does not mean none exists.",
            ).to(lang)
        counts = "; ".join(f"{KINDS[kind].plural.to(lang)}: {count}" for kind, count in self.counts)
        unsure = sum(not one.stated or one.confidence in {"inferred", None} for one in self.told)
        return Words(
            f"{len(self.told)} đối tượng. {counts}. {unsure} qua đường chưa chắc.",
            f"{len(self.told)} elements. {counts}. {unsure} over an unsure path.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row an element: steps away, name, kind, through what, how sure the weakest step is."""
        head = Words("Bước|Đối tượng|Loại|Qua|Độ tin cậy", "Steps|Element|Kind|Through|Confidence").to(lang)
        unsaid = Words("; có bước chưa rõ trạng thái", "; a step of unknown state").to(lang)
        direct = Words("trực tiếp", "direct").to(lang)
        rows = (
            (
                str(one.distance),
                one.name,
                KINDS[one.kind].words.to(lang),
                one.path or direct,
                label("confidence", one.confidence, lang) + ("" if one.stated else unsaid),
            )
            for one in self.told
        )
        return Table(tuple(head.split("|")), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.impact_svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.impact_svg import draw

        return draw(self, lang).scene


def impact_tree(
    model: Model,
    id: str,
    *,
    direction: Literal["down", "up"] = "down",
    depth: int | None = DEPTH,
    as_of: str | None = None,
) -> ImpactTree:
    """The picture of ``archmodel.analysis.impact.impact``, which see for the arguments and errors."""
    return tree_of(model, impact(model, id, direction=direction, depth=depth, as_of=as_of))


def tree_of(model: Model, found: Impact) -> ImpactTree:
    """The picture of an impact already worked out."""
    under: dict[str | None, list[Row]] = defaultdict(list)
    for row in found.rows:
        under[row.before.element.id if row.before else None].append(row)
    room = [LEAVES]
    twigs, folded = _grow(under, None, room)
    kinds = [row.element.kind for row in found.rows]
    return ImpactTree(
        box=box_of(found.element),
        kind=found.element.kind,
        direction=found.direction,
        twigs=twigs,
        folded=folded,
        told=tuple(_told(model, row) for row in found.rows),
        counts=tuple((kind, kinds.count(kind)) for kind in KINDS if kind in kinds),
        day=found.day,
        sources=cited([found.element, *(row.step.relation for row in found.rows)]),
    )


def _grow(under: dict[str | None, list[Row]], id: str | None, room: list[int]) -> tuple[tuple[Twig, ...], int]:
    """The children drawn, those with children of their own first, and how many are not."""
    rows = sorted(under.get(id, ()), key=lambda row: (-_size(under, row), sort_key(row.element.name), row.element.id))
    twigs: list[Twig] = []
    for row in rows[:TWIGS]:
        if room[0] <= 0:
            break
        room[0] -= 1
        inner, folded = _grow(under, row.element.id, room)
        twigs.append(
            Twig(
                box_of(row.element), row.element.kind, row.step.words, row.distance, row.confidence, row.stated, inner, folded
            )
        )  # fmt: skip
    return tuple(twigs), len(rows) - len(twigs)


def _size(under: dict[str | None, list[Row]], row: Row) -> int:
    return len(under.get(row.element.id, ()))


def _told(model: Model, row: Row) -> Told:
    return Told(
        row.distance,
        composed(row.element.name),
        row.element.kind,
        " → ".join(_name(model, step) for step in row.path[:-1]),
        row.confidence,
        row.stated,
    )


def _name(model: Model, step: Step) -> str:
    element = model.elements.get(step.end)
    return composed(element.name) if element else step.end
