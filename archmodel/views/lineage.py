"""Where data about a thing is kept: the entity, its master, other data sets that hold it, who reads them, where they flow.

Decides the columns and what is unknown: a master nobody recorded is an empty place, and is never guessed from a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.model.elements import Dataset, Entity
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Access, Flow
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.box import Box, box_of
from archmodel.views.marks import cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.scene import Scene

COLUMNS = (
    Words("Thực thể dữ liệu", "Data entity"),
    Words("Bản gốc", "Master"),
    Words("Nơi giữ khác, bản sao", "Other holders, copies"),
    Words("Hệ thống đọc, ghi", "Systems that read or write"),
    Words("Luồng dữ liệu", "Flows"),
)
MODES = {"r": Words("đọc", "reads"), "w": Words("ghi", "writes"), "rw": Words("đọc, ghi", "reads, writes")}
MOST = 40
"""Entities a picture holds; those with most recorded come first."""


class Place(NamedTuple):
    """An element in a column, with a remark: what it is a copy of, how it is used, where a flow goes."""

    box: Box
    remark: Words | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Strand:
    """An entity and what is recorded of its data."""

    entity: Box
    is_master_data: bool | None
    masters: tuple[Place, ...]
    holders: tuple[Place, ...]
    systems: tuple[Place, ...]
    flows: tuple[Place, ...]

    @property
    def columns(self) -> tuple[tuple[Place, ...], ...]:
        """The columns after the entity."""
        return self.masters, self.holders, self.systems, self.flows


@dataclass(frozen=True, slots=True)
class Lineage(Picture):
    """Entities by the Vietnamese alphabet; ``folded`` are not drawn."""

    strands: tuple[Strand, ...]
    folded: int
    day: str | None
    sources: int

    @property
    def title(self) -> Words:
        """What the picture is of."""
        return Words("Dòng dữ liệu: từ thực thể tới nơi giữ và luồng", "Lineage of data: entities, holders, flows")

    def alt(self, lang: str = "vi") -> str:
        """How many entities have a master, several holders, none."""
        master, several, none = (
            sum(bool(strand.masters) for strand in self.strands),
            sum(len(strand.masters) + len(strand.holders) > 1 for strand in self.strands),
            sum(not strand.masters and not strand.holders for strand in self.strands),
        )
        return Words(
            f"{len(self.strands)} thực thể: {master} đã ghi bản gốc, {several} có từ hai nơi giữ, {none} chưa ghi nơi giữ nào.",
            f"{len(self.strands)} entities: {master} with a master, {several} in two places or more, {none} with no place recorded.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row an entity, one cell a column."""
        rows = (
            (strand.entity.name, *("; ".join(_told(place, lang) for place in places) for places in strand.columns))
            for strand in self.strands
        )
        return Table(tuple(words.to(lang) for words in COLUMNS), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.lineage_svg import draw

        return draw(self, lang, link).svg

    def scene(self, lang: str = "vi") -> Scene:
        """The boxes and lines of the drawing; see ``Picture.scene``."""
        from archmodel.views.lineage_svg import draw

        return draw(self, lang).scene


def _told(place: Place, lang: str) -> str:
    return f"{place.box.name} ({place.remark.to(lang)})" if place.remark else place.box.name


def lineage(model: Model) -> Lineage:
    """The picture of the entities of a model, whole or part.

    A data set is a holder where it ``contains`` the entity, a master where the entity is ``mastered_in`` it or it is
    marked as ``master`` and nothing else is named. Systems are those that access, and flows those that carry, the entity
    or one of its data sets.
    """
    carried: dict[str, list[Flow]] = defaultdict(list)
    for flow in model.flows:
        for id in flow.carries:
            carried[id].append(flow)
    told: list[Record] = []
    strands = [_strand(model, entity, carried, told) for entity in model.entities]
    kept = sorted(strands, key=lambda one: -sum(map(bool, one.columns)))[:MOST]
    kept.sort(key=lambda one: (sort_key(one.entity.name), one.entity.id))
    return Lineage(tuple(kept), len(strands) - len(kept), model.day, cited(told))


def _strand(model: Model, entity: Entity, carried: dict[str, list[Flow]], told: list[Record]) -> Strand:
    masters: dict[str, Place] = {}
    holders: dict[str, Place] = {}
    for relation in model.outgoing(entity.id, "mastered_in"):
        if relation.target in model:
            masters[relation.target] = _place(model[relation.target], None, relation)
            told.append(relation)
    held = [relation for relation in model.incoming(entity.id, "contains") if relation.source in model]
    told += [entity, *held]
    for relation in held:
        dataset = model[relation.source]
        home = holders
        if not model.outgoing(entity.id, "mastered_in") and isinstance(dataset, Dataset) and dataset.master:
            home = masters
        if dataset.id not in masters:
            home[dataset.id] = _place(dataset, _copied(dataset), relation)
    homes = [entity.id, *masters, *holders]
    return Strand(
        entity=box_of(entity),
        is_master_data=entity.master_data,
        masters=_sorted(masters.values()),
        holders=_sorted(holders.values()),
        systems=_sorted(_systems(model, homes, told).values()),
        flows=_sorted(_flows(model, homes, carried, told)),
    )


def _copied(dataset: Element) -> Words | None:
    note = dataset.copy_of if isinstance(dataset, Dataset) else None
    return Words(note, note) if note else None


def _systems(model: Model, homes: Iterable[str], told: list[Record]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for id in homes:
        for relation in model.incoming(id, "accesses"):
            if relation.source in model and relation.source not in found:
                mode = relation.mode if isinstance(relation, Access) else None
                found[relation.source] = _place(model[relation.source], MODES.get(mode or ""), relation)
                told.append(relation)
    return found


def _flows(model: Model, homes: Iterable[str], carried: dict[str, list[Flow]], told: list[Record]) -> list[Place]:
    found: dict[str, Place] = {}
    for id in homes:
        for flow in carried.get(id, ()):
            ends = [composed(model[end].name) if end in model else end for end in (flow.source, flow.target)]
            box = Box(flow.source, f"{ends[0]} {'⇄' if flow.both_ways else '→'} {ends[1]}", None, None, "plain")
            found[flow.id] = Place(box, None, flow.confidence == "inferred")
            told.append(flow)
    return list(found.values())


def _place(element: Element, remark: Words | None, relation: Record) -> Place:
    return Place(box_of(element), remark, relation.confidence == "inferred")


def _sorted(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (sort_key(place.box.name), place.box.id)))
