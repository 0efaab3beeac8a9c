"""How far a model fills the components of a framework: for each component, which elements stand for it and how.

Coverage is a question about the whole, so it is asked of the model as it was loaded, whatever part or day is in hand.
What a component needs, and whether a gap is a failure, is left to rule FW4-04; here are only the plain values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from archmodel.analysis.activity import COMING, is_active
from archmodel.analysis.editions import entries, lineage
from archmodel.model.framework import Edition, Entry, Group, Listing, Status
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Alignment
from archmodel.text.words import Words


class Cover(StrEnum):
    """How a component is filled, best first."""

    IN_PLACE = "in_place"
    COMING = "coming"
    EXPLAINED = "explained"
    UNCLEAR = "unclear"
    ENDED = "ended"
    NONE = "none"
    NOT_REQUIRED = "not_required"

    @property
    def words(self) -> Words:
        """The cover in Vietnamese and English."""
        return _COVER_WORDS[self]


_COVER_WORDS = {
    Cover.IN_PLACE: Words("Đã có", "In place"),
    Cover.COMING: Words("Dự kiến hoặc đang xây dựng", "Planned or in build"),
    Cover.EXPLAINED: Words("Chưa có, đã ghi lý do", "Absent, with a reason on record"),
    Cover.UNCLEAR: Words("Có đối tượng, chưa rõ trạng thái", "Recorded, state not known"),
    Cover.ENDED: Words("Đối tượng đã kết thúc hoặc tạm dừng", "What stood for it has ended or stopped"),
    Cover.NONE: Words("Chưa có đối tượng đảm nhận", "Nothing fills it"),
    Cover.NOT_REQUIRED: Words("Không bắt buộc", "Not required"),
}
_RANK = {cover: rank for rank, cover in enumerate(Cover)}


@dataclass(frozen=True, slots=True)
class Component:
    """A component and what stands for it; ``target`` is what ``aligned_to`` names, ``elements`` are ids."""

    target: str
    key: str
    name: Words
    role: str | None
    group: str | None
    under: str | None
    outcome: Cover
    elements: tuple[str, ...]

    @property
    def is_counted(self) -> bool:
        """Whether it counts: open slots and optional components nobody filled do not."""
        return self.outcome is not Cover.NOT_REQUIRED

    @property
    def is_filled(self) -> bool:
        """Whether something is in place or on its way."""
        return self.outcome in {Cover.IN_PLACE, Cover.COMING}


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of components judged together: the body's own model, the national lists, a group of the commune model."""

    id: str
    name: Words
    status: Status
    components: tuple[Component, ...]

    @property
    def counted(self) -> tuple[int, int]:
        """How many components are filled, and of how many that count."""
        counted = [component for component in self.components if component.is_counted]
        return sum(component.is_filled for component in counted), len(counted)


OWN, NATIONAL, PLATFORMS, COMMUNE, VIEWS = "own", "national", "platforms", "commune", "views"
_MODEL_OF = {"central": "ministry"}
_WORKS = {"in_use", "upgrading", "trial"}
_STILL = {"not_used", "suspended", "no_longer_used"}
_REASONS = {"gap", "task"}
_ACTIVITY = {"business_function", "process", "service"}
_NEVER = {"organisation", "sector", "entity", "principle", "goal", "view"}


def coverage(model: Model, day: str, edition: Edition) -> tuple[Scope, ...]:
    """The components of an edition by scope, and how the model fills each on ``day``.

    The scopes are ``own`` (the province model, or the ministry model where the owner is a central body), ``national``,
    ``platforms``, ``commune`` by group (``commune:TINH``, ...), and ``views`` of an edition that has views. A list nobody has is a scope without components.
    """
    reading = _Reading(model.origin, day, edition)
    found: list[Scope] = []
    own = _own_model(model.origin, edition)
    if own is not None:
        found.append(_scope(OWN, own, [reading.component(entry, own) for entry in own.entries]))
    for id, listings in ((NATIONAL, reading.national), (PLATFORMS, edition.of_sort("platform"))):
        found += [_scope(id, listing, [reading.component(e, listing) for e in listing.entries]) for listing in listings]
    for listing in edition.of_sort("commune_component"):
        by_group: dict[str, list[Component]] = defaultdict(list)
        for entry in listing.entries:
            if entry.group:
                by_group[entry.group].append(reading.component(entry, listing))
        named = {group.key: group for group in listing.groups}
        found += [_scope(f"{COMMUNE}:{key}", listing, held, named.get(key)) for key, held in by_group.items()]
    for listing in edition.of_sort("view"):
        found.append(_scope(VIEWS, listing, [reading.component(entry, listing) for entry in listing.entries]))
    return tuple(found)


def _scope(id: str, listing: Listing, components: Iterable[Component], group: Group | None = None) -> Scope:
    """A scope named after its list, and after its group where it is one whose name is known."""
    name = Words(listing.name, listing.name_en or listing.name)
    if group is not None:
        name = Words(f"{name.vi}: {group.name}", f"{name.en}: {group.name_en or group.name}")
    return Scope(id, name, listing.status, tuple(components))


def _is_model(listing: Listing) -> bool:
    return any(entry.role == "own" for entry in listing.entries)


def _own_model(model: Model, edition: Edition) -> Listing | None:
    """The list of what the owner must have: one of the models, or a component list that could not be obtained."""
    owner = model.elements.get(model.settings.owner or "")
    wanted = _MODEL_OF.get(getattr(owner, "tier", None) or "", "province")
    models = [listing for listing in edition.of_sort("component") if _is_model(listing)]
    unread = [listing for listing in edition.of_sort("component") if not listing.entries]
    chosen = [listing for listing in models if listing.id == wanted] or (models if len(models) == 1 else [])
    return next(iter([*chosen, *unread]), None)


class _Reading:
    """One pass over a model for an edition: entries by key and flows by end are looked up once."""

    def __init__(self, model: Model, day: str, edition: Edition) -> None:
        self.model, self.day, self.edition = model, day, edition
        self.known = entries(edition)
        self.national = [
            listing for listing in edition.of_sort("component") if listing.entries and not _is_model(listing)
        ]
        self.flows: dict[str, set[str | None]] = defaultdict(set)
        for flow in model.flows:
            if flow.holds_on(day):
                for id in (flow.source, flow.target, *flow.via):
                    self.flows[id].add(flow.state)

    def component(self, entry: Entry, listing: Listing) -> Component:
        """The component of an entry and how it is filled."""
        target = f"{self.edition.id}/{entry.key}"
        standing = dict(self._standing(target, entry, listing))
        if entry.role == "ref":
            standing |= self._national_records(target, entry)
        best = min(standing.values(), key=_RANK.__getitem__, default=Cover.NONE)
        if best is Cover.NONE and entry.role in {"open", "optional"}:
            best = Cover.NOT_REQUIRED
        name = entry.name or entry.key
        return Component(
            target, entry.key, Words(name, entry.name_en or name), entry.role, entry.group, entry.parent, best,
            tuple(sorted(id for id, cover in standing.items() if cover is best)),
        )  # fmt: skip

    def _standing(self, target: str, entry: Entry, listing: Listing) -> Iterator[tuple[str, Cover]]:
        for relation in self.model.incoming(target, "aligned_to"):
            element = self.model.elements.get(relation.source)
            if element is None or not isinstance(relation, Alignment):
                continue
            if relation.mapping == "unmapped":
                if relation.reason:
                    yield element.id, Cover.EXPLAINED
            elif self._fills(element, relation, entry, listing):
                yield element.id, self.cover(element)

    def _fills(self, element: Element, relation: Alignment, entry: Entry, listing: Listing) -> bool:
        """Whether an alignment says that the element is the component, or is a reason, and not just that it refers to it.

        What people do (functions, services) fills the business activities of the commune model, never a system.
        """
        if element.kind in _NEVER or (element.kind in _ACTIVITY and listing.sort != "commune_component"):
            return False
        if relation.mapping == "reference" and entry.role == "own":
            return False
        return relation.holds_on(self.day) or _begins_after(relation.since, self.day)

    def _national_records(self, target: str, entry: Entry) -> Iterator[tuple[str, Cover]]:
        """The reference records that stand for a ``ref`` row: those aligned to it or to a national entry under it."""
        lists = (*self.national, *self.edition.of_sort("platform"))
        under = [
            f"{self.edition.id}/{other.key}"
            for listing in lists
            for other in listing.entries
            if any(entry.parent in {above.key, above.parent} for above in lineage(self.known, other.key))
        ]
        for place in (target, *under):
            for element in self.model.sources(place, "aligned_to"):
                if getattr(element, "record", None) == "reference" and element.holds_on(self.day):
                    yield element.id, Cover.IN_PLACE

    def cover(self, element: Element) -> Cover:
        """How one element fills what it is aligned to."""
        if element.kind in _REASONS:
            return Cover.EXPLAINED if element.holds_on(self.day) else Cover.ENDED
        if _begins_after(element.since, self.day):
            return Cover.COMING
        active = is_active(element, self.day)
        if active:
            return Cover.IN_PLACE
        if not element.holds_on(self.day):
            return Cover.ENDED
        if getattr(element, "record", None) == "reference":
            return self._use(element)
        if getattr(element, "state", None) in COMING:
            return Cover.COMING
        if active is None:
            return Cover.COMING if getattr(element, "model_state", None) == "target" else Cover.UNCLEAR
        return Cover.ENDED

    def _use(self, element: Element) -> Cover:
        usage, flows = getattr(element, "usage", None), self.flows.get(element.id, set())
        if flows & _WORKS:
            return Cover.IN_PLACE
        if usage == "connecting" or "planned" in flows:
            return Cover.COMING
        return Cover.ENDED if usage in _STILL else Cover.UNCLEAR


def _begins_after(since: str | None, day: str) -> bool:
    return since is not None and since > day
