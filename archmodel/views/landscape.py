"""The one picture of the whole: four layers as bands, security and governance as columns that cut across them.

Decides what is shown where, in which order, and what is folded into a count so that the picture stays readable on A4.
What one element is as a box is told in ``box``, what boxes are shaded by in ``shading``; how it looks in ``svg``; the
surroundings of one element in ``focus``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args, overload

from archmodel.model.elements import Application, Dataset, Node, Organisation
from archmodel.model.kinds import KINDS, LAYERS, Layer
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.values import LABELS
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.box import Box, box_of, is_own, layer_of
from archmodel.views.choices import one_of
from archmodel.views.marks import Shade, cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene
from archmodel.views.shading import Colour, Shading, owner_of, shading_of, title_of

if TYPE_CHECKING:
    from archmodel.checks.report import Report
    from archmodel.views.focus import Focus

Grouping = Literal["sector", "owner", "category"]


class Fold(NamedTuple):
    """How much of a layer is drawn before the rest becomes a count."""

    groups: int
    boxes: int


FOLDS: dict[Layer, Fold] = {
    "business": Fold(5, 2), "application": Fold(10, 3), "data": Fold(5, 3), "infrastructure": Fold(5, 2),
    "security": Fold(4, 4), "governance": Fold(6, 2),
}  # fmt: skip
_MORE = Words("{} nhóm khác", "{} more groups")
_NO_OWNER = Words("Chưa rõ cơ quan chủ quản", "No owner recorded")
SIDES: tuple[Layer, ...] = ("security", "governance")
BANDS: tuple[Layer, ...] = ("business", "application", "data", "infrastructure")


@dataclass(frozen=True, slots=True)
class Group:
    """Elements under one heading: those drawn, in alphabetical order, and how many more there are."""

    title: Words
    boxes: tuple[Box, ...]
    folded: int

    @property
    def count(self) -> int:
        """All elements of the group, drawn or folded."""
        return len(self.boxes) + self.folded


@dataclass(frozen=True, slots=True)
class Band:
    """A layer: its groups in alphabetical order, what was folded with whole groups, and the records of other bodies."""

    layer: Layer
    groups: tuple[Group, ...]
    folded_groups: int
    folded: int
    reference: int

    @property
    def own(self) -> int:
        """The City's own elements in the layer, drawn or folded."""
        return sum(group.count for group in self.groups) + self.folded


@dataclass(frozen=True, slots=True)
class Landscape(Picture):
    """The picture as values; ``day`` is None where the model was not narrowed to a day.

    ``shaded`` counts who has each shade, drawn or folded.
    """

    title: Words
    day: str | None
    bands: tuple[Band, ...]
    sides: tuple[Band, ...]
    sources: int
    by: Grouping = "sector"
    shades: tuple[Shade, ...] = ()
    shaded: tuple[int, ...] = ()

    def alt(self, lang: str = "vi") -> str:
        """The own elements by layer, those of other bodies in brackets."""
        told = (
            f"{LAYERS[band.layer].to(lang)}: {band.own}" + (f" (+{band.reference})" if band.reference else "")
            for band in (*self.bands, *self.sides)
        )
        shades = (f"{shade.words.to(lang)}: {many}" for shade, many in zip(self.shades, self.shaded, strict=True))
        return ". ".join(text for text in ("; ".join(told), "; ".join(shades)) if text) + "."

    def table(self, lang: str = "vi") -> Table:
        """One row a group: layer, heading, how many elements, those drawn."""
        rows = [
            (LAYERS[band.layer].to(lang), group.title.to(lang), str(group.count), "; ".join(_named(group, lang)))
            for band in (*self.bands, *self.sides)
            for group in band.groups
        ]
        rows += [
            (LAYERS[band.layer].to(lang), _MORE.to(lang).format(band.folded_groups), str(band.folded), "")
            for band in (*self.bands, *self.sides)
            if band.folded_groups
        ]
        head = Words("Lớp,Nhóm,Số đối tượng,Được vẽ", "Layer,Group,Elements,Drawn").to(lang).split(",")
        return Table(tuple(head), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.svg import draw

        return draw(self, lang).scene


def _named(group: Group, lang: str) -> tuple[str, ...]:
    return tuple(
        ((box.name_en if lang == "en" else None) or box.name) + (f" [{box.letter}]" if box.letter else "")
        for box in group.boxes
    )


@overload
def landscape(
    model: Model, *, by: Grouping = ..., colour: Colour = ..., focus: None = None, report: Report | None = None
) -> Landscape: ...
@overload
def landscape(model: Model, *, by: Grouping = ..., colour: Colour = ..., focus: str) -> Focus: ...
def landscape(
    model: Model,
    *,
    by: Grouping = "sector",
    colour: Colour = "layer",
    focus: str | None = None,
    report: Report | None = None,
) -> Landscape | Focus:
    """The picture of a model, whole or part: own elements by layer and group, other bodies' records as counts.

    Args:
        model: what to draw.
        by: how systems and data are grouped: by ``"sector"``, ``"owner"`` or ``"category"``.
        colour: what boxes are shaded by: nothing but the ``"layer"`` they stand in, ``"owner"``, ``"disposition"``,
            ``"findings"`` of the checks, or whether a ``"component"`` of the framework is stated.
        report: what the checks said, where they have run; else they are run when ``colour`` asks for findings.
        focus: the id of one element, to draw its direct relations instead; the other arguments do not apply then.

    Raises:
        ArchmodelError: ``by`` or ``colour`` is none of these, or there is no element to focus on.

    Example:
        >>> am.views.landscape(model, focus="lgsp-vd").svg()[:4]
        '<svg'
    """
    if focus is not None:
        from archmodel.views.focus import Surroundings

        return Surroundings(model).of(focus)
    one_of(by, get_args(Grouping))
    one_of(colour, get_args(Colour))
    shading = shading_of(model, (e for e in model if is_own(e)), colour, report)
    own: dict[Layer, list[Element]] = defaultdict(list)
    reference: dict[Layer, int] = defaultdict(int)
    for element in model:
        layer = layer_of(element)
        if is_own(element):
            own[layer].append(element)
        else:
            reference[layer] += 1

    def band(layer: Layer) -> Band:
        return _band(model, layer, own[layer], reference[layer], by, shading)

    return Landscape(
        title=title_of(model, by, colour),
        day=model.day,
        bands=tuple(band(layer) for layer in BANDS),
        sides=tuple(band(layer) for layer in SIDES),
        sources=cited(model),
        by=by,
        shades=shading.shades,
        shaded=shading.counts,
    )


def _band(
    model: Model, layer: Layer, elements: Iterable[Element], reference: int, by: Grouping, shading: Shading
) -> Band:
    fold = FOLDS[layer]
    groups: dict[Words, list[Element]] = defaultdict(list)
    for element in elements:
        groups[_heading(model, element, by)].append(element)
    largest = sorted(groups, key=lambda title: (-len(groups[title]), sort_key(title.vi)))
    shown = largest if len(largest) <= fold.groups else largest[: fold.groups - 1]
    rest = largest[len(shown) :]
    return Band(
        layer=layer,
        groups=tuple(
            _group(model, title, groups[title], fold, shading) for title in sorted(shown, key=lambda t: sort_key(t.vi))
        ),
        folded_groups=len(rest),
        folded=sum(len(groups[title]) for title in rest),
        reference=reference,
    )


def _group(model: Model, title: Words, elements: list[Element], fold: Fold, shading: Shading) -> Group:
    """The best-connected elements are drawn, for they are what people look for; the order is the alphabet's."""

    def weight(element: Element) -> tuple[int, object, str]:
        ties = len(model.outgoing(element.id)) + len(model.incoming(element.id))
        return -ties, sort_key(element.name), element.id

    drawn = sorted(elements, key=weight)[: fold.boxes]
    drawn.sort(key=lambda element: (sort_key(element.name), element.id))
    return Group(
        title,
        tuple(box_of(element, shading.letters.get(element.id, "")) for element in drawn),
        len(elements) - len(drawn),
    )


def _heading(model: Model, element: Element, by: Grouping) -> Words:
    """Systems and data stand by sector or as asked; equipment by category; bodies by tier; all else by kind."""
    plural = KINDS[element.kind].plural
    if isinstance(element, Organisation):
        tier = LABELS["tier"].get(element.tier or "")
        return Words(f"{plural.vi}: {tier.vi}", f"{plural.en}: {tier.en}") if tier else plural
    if by == "owner" and isinstance(element, Application | Dataset | Node):
        owner = owner_of(model, element.id)
        return Words(composed(owner.name), owner.name_en or owner.name) if owner else _NO_OWNER
    if by == "sector" and isinstance(element, Application | Dataset):
        sectors = sorted(model.targets(element.id, "in_sector"), key=lambda sector: (sort_key(sector.name), sector.id))
        if sectors:
            return Words(sectors[0].name, sectors[0].name_en or sectors[0].name)
    if isinstance(element, Application | Dataset | Node) and element.category:
        return LABELS["category"][element.category]
    if isinstance(element, Application | Dataset):
        return Words("Chưa xếp lĩnh vực", "No sector recorded")
    return plural
