"""The model: all elements and relations of an architecture, immutable, indexed, narrowed without copying records.

Every narrowing - to a day, to some elements - returns a Model, so tables, views and exports work alike on a part and on
the whole. A part knows the whole it came from; rules about coverage judge the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from archmodel.errors import ArchmodelError, UnknownName, whole_day
from archmodel.model.collection import Collection
from archmodel.model.framework import Reference
from archmodel.model.kinds import KINDS, LAYERS
from archmodel.model.misfit import Misfit
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation
from archmodel.model.settings import TARGET, TODAY, Plateau, Settings, plateau_called
from archmodel.model.shelves import Shelves
from archmodel.model.target import Fate, fates, is_over
from archmodel.model.waiver import Waiver
from archmodel.text.markup import face
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

if TYPE_CHECKING:  # completion in notebooks breaks on a union that can be evaluated
    from archmodel.model.withheld import Audience


class Model(Shelves):
    """An architecture: elements by id, relations, settings, reference frameworks and law.

    ``model["lgsp-hn"]`` is an element, ``"lgsp-hn" in model`` asks for one, ``len(model)`` counts elements and
    ``model.applications`` is the collection of a kind. ``day`` is the day the model was narrowed to, or None; ``shows``
    the named plateau it was narrowed to; ``edition`` the framework it is to be judged by, or None for the one the law
    names. ``withheld`` is None where the model holds all that is recorded; in a public edition
    (``archmodel.model.audience``) it counts what was left out, by the reasons of ``archmodel.model.withheld``.

    Example:
        >>> model.at("2025-06-30").organisations.where(tier="district").ids
        ('huyen-bac', 'huyen-nam')
        >>> model["lgsp-vd"].state
        'in_use'
    """

    def __init__(
        self,
        elements: Iterable[Element],
        relations: Iterable[Relation] = (),
        *,
        settings: Settings | None = None,
        reference: Reference | None = None,
        waivers: Iterable[Waiver] = (),
        misfits: Iterable[Misfit] = (),
        day: str | None = None,
        edition: str | None = None,
        shows: Plateau | None = None,
        whole: Model | None = None,
        origin: Model | None = None,
        withheld: Mapping[str, int] | None = None,
    ) -> None:
        self.elements: Mapping[str, Element] = MappingProxyType({element.id: element for element in elements})
        self.relations: tuple[Relation, ...] = tuple(relations)
        self.settings = settings or Settings()
        self.reference = reference or Reference()
        self.waivers = tuple(waivers)
        self.misfits = tuple(misfits)
        self.day = day
        self.edition = edition
        self.shows = shows
        self.withheld = withheld
        self._origin = origin
        self._whole = whole

    def __setattr__(self, name: str, value: Any) -> None:
        if "_whole" in self.__dict__:
            raise AttributeError(f"a Model does not change: '{name}' cannot be set")
        super().__setattr__(name, value)

    def __getitem__(self, id: str) -> Element:
        found = self.elements.get(id)
        if found is None:
            guess = nearest(id, self.elements)
            raise UnknownElement(id, guess)
        return found

    def __contains__(self, id: object) -> bool:
        return id in self.elements

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements.values())

    def __len__(self) -> int:
        return len(self.elements)

    if not TYPE_CHECKING:  # type checkers shall go on telling a misspelt name themselves

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(name) if name.startswith("_") else UnknownName(self, name)

    def __repr__(self) -> str:
        part = "" if self.is_whole else " (part)"
        day = f" on {self.day}" if self.day else " (target)" if self.shows else ""
        return f"<Model {self.settings.name!r}{day}{part}: {len(self)} elements, {len(self.relations)} relations>"

    def _repr_html_(self) -> str:
        counts: dict[str, list[str]] = {layer: [] for layer in LAYERS}
        for kind in KINDS.values():
            if found := self.of(kind.name):
                counts[kind.layer].append(f"{kind.plural.vi} {len(found)}")
        rows = [
            (LAYERS[kind.layer].vi, ", ".join(counts.pop(kind.layer)))
            for kind in KINDS.values()
            if counts.get(kind.layer)
        ]
        day = f"ngày {self.day}: " if self.day else f"{self.shows.name}: " if self.shows else ""
        part = "" if self.is_whole else "(một phần) "
        told = f"{part}{day}{len(self)} đối tượng, {len(self.relations)} quan hệ"
        return face(self.settings.name, told, rows, ("Lớp", "Đối tượng"))

    # Narrowing -------------------------------------------------------------------------------------------------------

    @property
    def whole(self) -> Model:
        """The model this one is a part of, or itself."""
        return self._whole or self

    @property
    def origin(self) -> Model:
        """The model as it was loaded, before any narrowing: every record, whatever its day."""
        return self._origin or self

    @property
    def is_whole(self) -> bool:
        """Whether no element was left out, days aside."""
        return self._whole is None

    @property
    def audience(self) -> Audience:
        """Whom it may be shown to: internal as loaded, public once what is sensitive was left out."""
        return "internal" if self.withheld is None else "public"

    def at(self, day: str) -> Model:
        """The architecture on ``day``: what may hold then, with both ends of every relation holding.

        Relations whose end is nowhere in the catalogue stay, so that rule STRUCT-04 still finds them.

        Args:
            day: a whole day in ISO form, such as ``"2025-06-30"``.

        Raises:
            ArchmodelError: ``day`` is not a calendar day.

        Example:
            >>> model.at("2025-06-30").day
            '2025-06-30'
        """
        whole_day(day)
        gone = {id for id, element in self.elements.items() if not element.holds_on(day)}
        return self._narrowed(
            (element for id, element in self.elements.items() if id not in gone),
            (r for r in self.relations if r.source not in gone and r.target not in gone and r.holds_on(day)),
            day=day,
            shows=None,
            whole=self._whole.at(day) if self._whole else None,
        )

    @property
    def plateaus(self) -> tuple[str, ...]:
        """The names of the plateaus of the settings, in their order."""
        return tuple(plateau.name for plateau in self.settings.plateaus)

    def plateau(self, name: str) -> Model:
        """The architecture on a plateau of the settings, called by its name in either language or by its ``on``.

        A plateau on a day is ``at`` that day; ``"today"`` is the day of the settings or of the clock; ``"target"`` holds
        what stays and what shall come, see ``archmodel.model.target``. The last two need not be in the settings.

        Raises:
            ArchmodelError: no plateau is called so.
        """
        found = plateau_called(self.settings, name)
        if found.on != TARGET:
            day = found.on if found.on != TODAY else self.settings.as_of or date.today().isoformat()
            then = self.at(day)
            whole = None if then.is_whole else then.whole
            return self._narrowed(then, then.relations, day=day, shows=found, whole=whole)
        gone = {id for id, fate in self.fates.items() if fate == "leaves"}
        return self._narrowed(
            (element for id, element in self.elements.items() if id not in gone),
            (r for r in self.relations if not ({r.source, r.target} & gone or is_over(r))),
            day=None,
            shows=found,
            whole=self._whole.plateau(name) if self._whole else None,
        )

    @property
    def fates(self) -> Mapping[str, Fate]:
        """What becomes of each element of the whole, by id, as its records stand."""
        return self.origin._fates  # noqa: SLF001 - a model of the same class

    @cached_property
    def _fates(self) -> Mapping[str, Fate]:
        return MappingProxyType(fates(self.elements, self.relations))

    def judged_by(self, edition: str) -> Model:
        """The same model, to be judged by an edition of the framework other than the one the law of the day names."""
        return self._narrowed(self.elements.values(), self.relations, edition=edition)

    def select(self, ids: Iterable[str]) -> Model:
        """The part made of the elements with these ids and the relations among them; unknown ids are an error."""
        wanted = {self[id].id for id in ids}
        return self._narrowed(
            (element for id, element in self.elements.items() if id in wanted),
            (r for r in self.relations if r.source in wanted and (r.target in wanted or r.type == "aligned_to")),
            whole=self.whole,
        )

    def _narrowed(self, elements: Iterable[Element], relations: Iterable[Relation], **changed: Any) -> Model:
        """A model of some of the records, otherwise as this one but for what is changed."""
        kept: dict[str, Any] = {
            "settings": self.settings,
            "reference": self.reference,
            "waivers": self.waivers,
            "misfits": self.misfits,
            "day": self.day,
            "edition": self.edition,
            "shows": self.shows,
            "withheld": self.withheld,
            "whole": self._whole,
            "origin": self.origin,
        }
        return Model(elements, relations, **kept | changed)

    # Relations -------------------------------------------------------------------------------------------------------

    def outgoing(self, id: str, type: str | None = None) -> tuple[Relation, ...]:
        """The relations that run from ``id``, all or of one type, in catalogue order."""
        found = self._index[0].get(id, ())
        return tuple(found) if type is None else tuple(r for r in found if r.type == type)

    def incoming(self, id: str, type: str | None = None) -> tuple[Relation, ...]:
        """The relations that run to ``id``, all or of one type, in catalogue order."""
        found = self._index[1].get(id, ())
        return tuple(found) if type is None else tuple(r for r in found if r.type == type)

    def targets(self, id: str, type: str) -> Collection[Element]:
        """The elements ``id`` has a relation of ``type`` to; ends that do not exist are left out."""
        return self._ends(r.target for r in self.outgoing(id, type))

    def sources(self, id: str, type: str) -> Collection[Element]:
        """The elements that have a relation of ``type`` to ``id``."""
        return self._ends(r.source for r in self.incoming(id, type))

    def _ends(self, ids: Iterable[str]) -> Collection[Element]:
        found = (self.elements.get(id) for id in dict.fromkeys(ids))
        return Collection(self, [element for element in found if element], Words("Đối tượng", "Elements"))

    @cached_property
    def _index(self) -> tuple[dict[str, list[Relation]], dict[str, list[Relation]]]:
        outgoing: dict[str, list[Relation]] = defaultdict(list)
        incoming: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            outgoing[relation.source].append(relation)
            incoming[relation.target].append(relation)
        return dict(outgoing), dict(incoming)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The flows, in catalogue order."""
        return tuple(r for r in self.relations if isinstance(r, Flow))


class UnknownElement(ArchmodelError, KeyError):
    """An id that no element has; a KeyError too, so that it behaves like a missing key."""

    def __init__(self, id: str, guess: str | None) -> None:
        super().__init__(
            Words(f"không có đối tượng '{id}'", f"no element is called '{id}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words("xem model.elements để biết các mã", "see model.elements for the ids"),
        )

    def __str__(self) -> str:
        return self.show("en")


def kind_of(model: Model, id: str) -> str | None:
    """The kind of the element ``id``, ``"component"`` for a framework entry, None where neither exists."""
    element: Any = model.elements.get(id) or model.origin.elements.get(id)
    if element is not None:
        return cast("str", element.kind)
    return "component" if model.reference.component(id) else None
