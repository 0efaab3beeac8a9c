"""Which new bodies took over from which old ones, pair by pair, with how much each took and what was shared out.

Decides what a pair is and when a successor is shared. How much is counted in former units, as the source counts; where
it counts nothing, that is shown as unknown and not as whole.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.analysis.activity import is_family
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Succession
from archmodel.model.values import LABELS, Tier, label
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.dates import written
from archmodel.views.marks import cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene

EXTENTS = {
    "whole": Words("toàn bộ", "whole"),
    "part": Words("một phần", "part"),
    "rest": Words("phần còn lại", "the rest"),
    None: Words("chưa rõ mức", "extent unknown"),
}


class Heir(NamedTuple):
    """A successor as seen from one old body: how many former units it took, and how many old bodies it took from."""

    id: str
    name: str
    units: int | None
    extent: str | None
    others: tuple[str, ...]
    inferred: bool

    @property
    def is_shared(self) -> bool:
        """Whether it took over from other old bodies of the picture too."""
        return bool(self.others)


@dataclass(frozen=True, slots=True)
class Estate:
    """An old body and its successors, those that took most first."""

    id: str
    name: str
    until: str | None
    heirs: tuple[Heir, ...]

    @property
    def units(self) -> int:
        """How many former units are accounted for."""
        return sum(heir.units or 0 for heir in self.heirs)


@dataclass(frozen=True, slots=True)
class SuccessionMap(Picture):
    """Old bodies by the Vietnamese alphabet; ``orphans`` of them have no successor on record."""

    old: Words
    new: Words
    estates: tuple[Estate, ...]
    day: str | None
    sources: int

    @property
    def title(self) -> Words:
        """Who took over from whom."""
        return Words(
            f"Kế thừa tổ chức: {self.old.vi.lower()} → {self.new.vi.lower()}",
            f"Succession of bodies: {self.old.en.lower()} → {self.new.en.lower()}",
        )

    @property
    def heirs(self) -> dict[str, Heir]:
        """Every successor once, by id."""
        return {heir.id: heir for estate in self.estates for heir in estate.heirs}

    @property
    def orphans(self) -> tuple[Estate, ...]:
        """Old bodies without a successor on record."""
        return tuple(estate for estate in self.estates if not estate.heirs)

    def alt(self, lang: str = "vi") -> str:
        """How many old and new bodies, and how many new ones draw on several old ones."""
        heirs = self.heirs
        shared = sum(heir.is_shared for heir in heirs.values())
        return Words(
            f"{len(self.estates)} cơ quan cũ, {len(heirs)} cơ quan kế thừa; {shared} cơ quan kế thừa nhận từ hai cơ quan cũ trở "
            f"lên; {len(self.orphans)} cơ quan cũ chưa ghi ai kế thừa.",
            f"{len(self.estates)} old bodies, {len(heirs)} successors; {shared} successors draw on two old bodies or more; "
            f"{len(self.orphans)} old bodies have no successor recorded.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a pair: old body, its end, successor, units, extent, what else the successor drew on."""
        head = Words(
            "Cơ quan cũ|Đến trước|Cơ quan kế thừa|Số đơn vị cũ|Mức|Cũng nhận từ",
            "Old body|Until|Successor|Former units|Extent|Also from",
        ).to(lang)
        unknown = label("", None, lang)
        rows = [
            (
                estate.name,
                written(estate.until, lang) if estate.until else unknown,
                heir.name,
                unknown if heir.units is None else str(heir.units),
                EXTENTS[heir.extent].to(lang),
                "; ".join(heir.others),
            )
            for estate in self.estates
            for heir in estate.heirs
        ]
        rows += [(estate.name, estate.until or unknown, unknown, "", "", "") for estate in self.orphans]
        return Table(tuple(head.split("|")), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.succession_svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.succession_svg import draw

        return draw(self, lang).scene


def succession(model: Model, *, old: Tier = "district", new: Tier = "commune") -> SuccessionMap:
    """Who took over from whom, over all times.

    Args:
        model: the whole or a part; not narrowed to a day, or the old bodies are not in it.
        old: tier of the bodies that went; records that stand for many bodies are left out.
        new: tier of their successors; with ``old`` and ``new`` alike, only bodies that ended count as old.
    """
    olds = [
        body for body in model.organisations if body.tier == old and not is_family(body) and (body.until or old != new)
    ]
    pairs: dict[str, list[tuple[Organisation, Succession]]] = defaultdict(list)
    sources: dict[str, list[str]] = defaultdict(list)
    for body in sorted(olds, key=_by_name):
        for relation in model.incoming(body.id, "succeeds"):
            heir = model.elements.get(relation.source)
            if isinstance(heir, Organisation) and heir.tier == new and isinstance(relation, Succession):
                pairs[body.id].append((heir, relation))
                sources[heir.id].append(body.id)
    estates = tuple(
        Estate(body.id, composed(body.name), body.until, _heirs(model, body, pairs[body.id], sources))
        for body in sorted(olds, key=_by_name)
    )
    told = [*olds, *(relation for found in pairs.values() for _, relation in found)]
    return SuccessionMap(LABELS["tier"][old], LABELS["tier"][new], estates, model.day, cited(told))


def _heirs(
    model: Model, body: Organisation, pairs: list[tuple[Organisation, Succession]], sources: dict[str, list[str]]
) -> tuple[Heir, ...]:
    found = [
        Heir(
            heir.id,
            composed(heir.name),
            relation.units,
            relation.extent,
            tuple(composed(model[id].name) for id in sources[heir.id] if id != body.id),
            relation.confidence == "inferred",
        )
        for heir, relation in pairs
    ]
    return tuple(sorted(found, key=lambda heir: (-(heir.units or 0), sort_key(heir.name), heir.id)))


def _by_name(body: Organisation) -> tuple[object, str]:
    return sort_key(body.name), body.id
