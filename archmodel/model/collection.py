"""Elements of one kind or of a mixture, in a fixed order, that can be narrowed and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from archmodel.errors import ArchmodelError
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS
from archmodel.model.values import label
from archmodel.text.markup import face
from archmodel.text.vietnamese import folded, nearest
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.model.model import Model

E = TypeVar("E", bound=Element)


class Collection(Sequence[E], Generic[E]):
    """An ordered, immutable set of elements of a model.

    Filters return collections, so they chain; ``where`` reads fields and relations alike.
    """

    __slots__ = ("_items", "_model", "title")

    def __init__(self, model: Model, items: Sequence[E], title: Words) -> None:
        self._model = model
        self._items = tuple(items)
        self.title = title

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[E]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> E: ...
    @overload
    def __getitem__(self, index: slice) -> Collection[E]: ...
    def __getitem__(self, index: int | slice) -> E | Collection[E]:
        if isinstance(index, slice):
            return Collection(self._model, self._items[index], self.title)
        return self._items[index]

    def __repr__(self) -> str:
        shown = ", ".join(item.id for item in self._items[:6])
        return f"<{len(self)} {self.title.en.lower()}: {shown}{', …' if len(self) > 6 else ''}>"

    @property
    def model(self) -> Model:
        """The model the elements belong to."""
        return self._model

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(item.id for item in self._items)

    def where(self, test: Callable[[E], bool] | None = None, /, **wanted: Any) -> Collection[E]:
        """The elements that meet a test, or whose fields and relations have the wanted values.

        ``where(state="in_use", owned_by="so-yte")`` asks the field ``state`` and the relation ``owned_by``; ``owner``
        and ``operator`` are accepted for ``owned_by`` and ``operated_by``. A tuple of values means any of them, None
        means nothing recorded.

        Raises:
            ArchmodelError: a name is neither a field of these elements nor a relation.

        Example:
            >>> model.applications.where(state="in_use", owner="so-khcn-vd")
            <2 applications: iam-vd, lgsp-vd>
        """
        keep = self._items if test is None else tuple(item for item in self._items if test(item))
        for name, value in wanted.items():
            values = value if isinstance(value, tuple) else (value,)
            matches = self._asking(_ALIASES.get(name, name))
            keep = tuple(item for item in keep if matches(item, values))
        return Collection(self._model, keep, self.title)

    def named(self, text: str) -> Collection[E]:
        """The elements whose name, alias, abbreviation or id contains ``text``, accents and case aside.

        Example:
            >>> model.applications.named("mot cua").ids
            ('mot-cua-bac', 'mot-cua-nam')
        """
        part = folded(text)
        return self.where(
            lambda item: any(
                part in folded(word)
                for word in (item.id, item.name, item.name_en or "", item.abbreviation or "", *item.aliases)
            )
        )

    def _asking(self, name: str) -> Callable[[E, tuple[Any, ...]], bool]:
        if name in RELATIONS:

            def related(item: E, values: tuple[Any, ...]) -> bool:
                targets = {relation.target for relation in self._model.outgoing(item.id, name)}
                return bool(targets & set(values)) or (not targets and None in values)

            return related
        if any(name in type(item).model_fields for item in self._items):
            return lambda item, values: getattr(item, name, None) in values
        if not self._items:
            return lambda item, values: False
        known = {*RELATIONS, *type(self._items[0]).model_fields, *_ALIASES}
        guess = nearest(name, known)
        raise ArchmodelError(
            Words(f"không có trường hay quan hệ '{name}'", f"no field or relation is called '{name}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words("xem archmodel schema để biết tên các trường", "see archmodel schema for the names of fields"),
        )

    def _repr_html_(self) -> str:
        rows = [
            (
                item.id,
                item.name,
                "; ".join(relation.target for relation in self._model.outgoing(item.id, "owned_by")),
                label("state", getattr(item, "state", None)) if hasattr(item, "state") else "",
                label("confidence", item.confidence),
            )
            for item in self._items
        ]
        head = ("Mã", "Tên", "Chủ quản", "Trạng thái", "Độ tin cậy")
        return face(self.title.vi, str(len(self)), rows, head if rows else ())


_ALIASES = {"owner": "owned_by", "operator": "operated_by"}
