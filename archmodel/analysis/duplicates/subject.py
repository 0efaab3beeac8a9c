"""What is compared: a system by its name and, as far as known, its owner, function, data and users.

A subject comes from an element of a model or from a row of a table; both are read the same way, and a cell nobody
filled is simply not compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from archmodel.analysis.activity import is_active, is_family
from archmodel.analysis.duplicates.acronyms import spelled_out
from archmodel.analysis.duplicates.bodies import Body
from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.likeness import TELLING, Ideas
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.naming import taken_apart
from archmodel.analysis.duplicates.places import HOUSES, Place
from archmodel.analysis.duplicates.reading import Name
from archmodel.analysis.duplicates.spelling import bared
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model

_KIND_OF = {"portal": "portal", "dvc_portal": "portal", "data_platform": "database"}
_LEVEL_OF = {"national": "national", "sector": "national", "province": "province"}
_TODAY = {"district": "commune"}
_STAYING = {"planned", "in_build", "merging", "replacing"}


@dataclass(frozen=True, slots=True)
class Row:
    """A system as a list gives it; empty text is not known."""

    id: str
    name: str
    owner: str = ""
    function: str = ""
    data: str = ""
    users: str = ""


class Job(NamedTuple):
    """What two subjects must share to be called alike, whoever owns them: equal jobs are compared once."""

    name: Ideas
    function: Ideas
    data: Ideas
    users: Ideas
    kinds: frozenset[str]
    is_part: bool
    bare: bool
    initials: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A system taken apart; ``today`` are the bodies that answer for it, empty where none is known.

    ``locality`` is a place the name gives beside the owner, ``level`` where in the state the system stands.
    """

    id: str
    name: str
    job: Job
    owner: Body | None
    today: frozenset[str]
    locality: str
    level: str | None
    row: Row = field(compare=False)

    @property
    def places(self) -> tuple[object, ...]:
        """What systems of one unit and place share one of."""
        return shared_places(self.owner, self.today, self.locality)


def shared_places(owner: Body | None, today: frozenset[str], locality: str) -> tuple[object, ...]:
    """Each body that answers for a system today, with its locality: two of one unit have one in common."""
    if today:
        return tuple((body, locality) for body in sorted(today))
    return ((owner.key if owner else None, locality),)


def subject_of(
    row: Row,
    lineage: Lineage,
    *,
    level: str | None = None,
    kind: str | None = None,
    today: frozenset[str] = frozenset(),
) -> Subject:
    """A row taken apart; ``today`` the bodies that answer for it where the catalogue knows them by id."""
    owner = lineage.named(row.owner)
    name = taken_apart(
        spelled_out(row.name, (row.function, row.data), row.owner, owner.title if owner else ""), lineage.own
    )
    place = next((p for p in name.places if p.level), None)
    spots = [f"{p.division} {p.name}".strip() for p in name.places if p is not place]
    if owner is not None:
        homes = (bared(f" {owner.title}"), bared(f" {owner.place}"))
        spots = [spot for spot in spots if not any(home.endswith(bared(f" {spot}")) for home in homes)]
    if owner is None:
        owner = _body_of(place, name) or _house(spots) or _addressed(name, lineage)
        spots = [spot for spot in spots if owner is None or spot != owner.place]
    elif place is not None and bared(f"{place.division} {place.name}") != bared(owner.place):
        spots.insert(0, f"{place.division} {place.name}")
    kinds = name.kinds or (frozenset({kind}) if kind else name.kinds)
    job = _job(row, name, kinds, lineage, owner.title if owner and row.owner else "")
    if owner is not None and not today:
        today = lineage.today(owner, (idea for ideas in (job.name, job.function) for idea, _ in ideas))
    said = name.level or (place.level if place else None) or level or (owner.level if owner else None)
    found = said or ("province" if name.says_own else None)
    standing = _TODAY.get(found or "", found)
    return Subject(row.id, row.name, job, owner, today, ", ".join(spots), standing, row)


def _body_of(place: Place | None, name: Name) -> Body | None:
    """The body the name itself gives: a department, or the administration of a place."""
    if name.department:
        return Body(name.department, f"{place.division} {place.name}" if place else "", name.level)
    guessed = place is not None and place.level == "province"
    return Body("", f"{place.division} {place.name}", place.level, guessed=guessed) if place else None


def _addressed(name: Name, lineage: Lineage) -> Body | None:
    """The body of a place that an address in the name gives."""
    found = (lineage.of_address(idea) for idea, sort in name.ideas if sort == "brand")
    return next((body for body in found if body), None)


def _house(spots: list[str]) -> Body | None:
    """The institution a name gives, such as a hospital, where nothing else says whose it is."""
    return next((Body("", spot, None) for spot in spots if spot.startswith(HOUSES)), None)


def _job(row: Row, name: Name, kinds: frozenset[str], lineage: Lineage, title: str) -> Job:
    ideas = _beside_owner(name.ideas, title)
    if not any(sort in TELLING or sort == "brand" for _, sort in ideas):
        ideas = (*ideas, *((f"= {kind}", "concept" if kind == "portal" else "generic") for kind in sorted(kinds)))
    does = taken_apart(row.function, lineage.own)
    data, users = (taken_apart(text, lineage.own).ideas for text in (row.data, row.users))
    if kinds and does.kinds:
        kinds |= does.kinds - {"scheme"}
    function = _beside_owner(does.ideas, title)
    return Job(tuple(sorted(ideas)), function, data, users, kinds, name.is_part, name.bare, name.initials)


def _beside_owner(ideas: Ideas, title: str) -> Ideas:
    """The ideas beside an owner: that of its own title says whose a thing is, not what."""
    return tuple(
        (idea, "sector" if sort == "field" and " ".join(spelled(idea)) == title else sort) for idea, sort in ideas
    )


def subjects_of(model: Model, day: str, lineage: Lineage, among: Collection[str] | None = None) -> Iterator[Subject]:
    """The applications and data sets that work on the day, may, or are to come; what is being merged has not gone yet.

    Records that stand for many are left out, and, where ids are given, all but those.
    """
    systems: tuple[Application | Dataset, ...] = (*model.applications, *model.datasets)
    for element in systems:
        if is_family(element) or (among is not None and element.id not in among):
            continue
        if is_active(element, day) is False and getattr(element, "state", None) not in _STAYING:
            continue
        yield _subject(model, element, day, lineage)


def _subject(model: Model, element: Application | Dataset, day: str, lineage: Lineage) -> Subject:
    def names(*types: str) -> list[str]:
        held = (r.target for t in types for r in model.outgoing(element.id, t) if r.holds_on(day))
        return [model.elements[id].name for id in dict.fromkeys(held) if id in model.elements]

    owners = [r.target for r in model.outgoing(element.id, "owned_by") if r.holds_on(day)]
    audience = getattr(element, "audience", None)
    row = Row(
        element.id,
        element.name,
        owner="; ".join(names("owned_by")[:1]),
        function=element.description or "; ".join(names("realizes")),
        data="; ".join(names("accesses")),
        users="; ".join([*names("used_by"), *([audience] if audience else [])]),
    )
    today = frozenset(id for owner in owners for id in lineage.today_of(owner))
    kind = "database" if isinstance(element, Dataset) else _KIND_OF.get(element.category or "")
    return subject_of(row, lineage, level=_LEVEL_OF.get(element.scope or ""), kind=kind, today=today)


def told(ideas: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ideas that can tell two jobs apart."""
    return tuple(idea for idea, sort in ideas if sort in TELLING)
