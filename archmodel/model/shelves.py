"""The collections of a model by kind, as attributes that editors complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from archmodel.errors import ArchmodelError
from archmodel.model import elements as e
from archmodel.model.collection import Collection
from archmodel.model.kinds import KINDS
from archmodel.model.record import Element
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.model.model import Model

K = TypeVar("K", bound=Element)


class Shelves:
    """Elements sorted by kind; a Model is one."""

    elements: Mapping[str, Element]

    def of(self, kind: str) -> Collection[Element]:
        """The elements of a kind, by its name in ``archmodel.model.kinds.KINDS``."""
        if kind not in KINDS:
            raise ArchmodelError(
                Words(f"không có loại đối tượng '{kind}'", f"there is no kind '{kind}'"),
                Words(f"các loại: {', '.join(KINDS)}", f"the kinds are {', '.join(KINDS)}"),
            )
        return Collection(cast("Model", self), self._by_kind.get(kind, []), KINDS[kind].plural)

    @cached_property
    def _by_kind(self) -> dict[str, list[Element]]:
        by_kind: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements.values():
            by_kind[element.kind].append(element)
        return dict(by_kind)

    def _of(self, cls: type[K]) -> Collection[K]:
        return cast("Collection[K]", self.of(cast("str", cls.model_fields["kind"].default)))

    @property
    def organisations(self) -> Collection[e.Organisation]:
        """Bodies, units, enterprises and groups of them."""
        return self._of(e.Organisation)

    @property
    def sectors(self) -> Collection[e.Sector]:
        """Fields of state management."""
        return self._of(e.Sector)

    @property
    def business_functions(self) -> Collection[e.BusinessFunction]:
        """What the administration does."""
        return self._of(e.BusinessFunction)

    @property
    def processes(self) -> Collection[e.Process]:
        """Ordered ways of doing a function."""
        return self._of(e.Process)

    @property
    def services(self) -> Collection[e.Service]:
        """What citizens or bodies receive."""
        return self._of(e.Service)

    @property
    def channels(self) -> Collection[e.Channel]:
        """Where people meet the administration."""
        return self._of(e.Channel)

    @property
    def indicators(self) -> Collection[e.Indicator]:
        """What is counted or reported."""
        return self._of(e.Indicator)

    @property
    def applications(self) -> Collection[e.Application]:
        """Systems, portals, platforms and modules."""
        return self._of(e.Application)

    @property
    def interfaces(self) -> Collection[e.Interface]:
        """Addresses and contracts others use."""
        return self._of(e.Interface)

    @property
    def datasets(self) -> Collection[e.Dataset]:
        """Bodies of data kept as one."""
        return self._of(e.Dataset)

    @property
    def entities(self) -> Collection[e.Entity]:
        """What data is about."""
        return self._of(e.Entity)

    @property
    def nodes(self) -> Collection[e.Node]:
        """Where systems and data run."""
        return self._of(e.Node)

    @property
    def networks(self) -> Collection[e.Network]:
        """What joins nodes and sites."""
        return self._of(e.Network)

    @property
    def facilities(self) -> Collection[e.Facility]:
        """Places that house nodes."""
        return self._of(e.Facility)

    @property
    def controls(self) -> Collection[e.Control]:
        """Safeguards."""
        return self._of(e.Control)

    @property
    def documents(self) -> Collection[e.Document]:
        """Decisions, plans, regulations and proofs."""
        return self._of(e.Document)

    @property
    def principles(self) -> Collection[e.Principle]:
        """Rules of design."""
        return self._of(e.Principle)

    @property
    def goals(self) -> Collection[e.Goal]:
        """Results to reach."""
        return self._of(e.Goal)

    @property
    def tasks(self) -> Collection[e.Task]:
        """Work to be done."""
        return self._of(e.Task)

    @property
    def gaps(self) -> Collection[e.Gap]:
        """Differences between what is and what must be."""
        return self._of(e.Gap)

    @property
    def views(self) -> Collection[e.View]:
        """Diagrams and tables drawn from the model."""
        return self._of(e.View)
