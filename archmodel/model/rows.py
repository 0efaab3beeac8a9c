"""Answers that are rows: plain tuples that can be narrowed by what their items say and that show themselves as a table.

Each kind of rows says in its class what it is called, its columns, and how an item fills them.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Self, SupportsIndex, TypeVar, overload

from archmodel.errors import ArchmodelError
from archmodel.text.markup import face
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

T_co = TypeVar("T_co", covariant=True)


class Rows(tuple[T_co, ...]):
    """An answer of several items in a fixed order."""

    __slots__ = ()
    title: ClassVar[Words]
    head: ClassVar[tuple[str, ...]]

    @abstractmethod
    def cells(self, item: Any) -> tuple[str, ...]:
        """What an item shows under each column, in Vietnamese."""

    def told(self) -> str:
        """The words beside the title: how many, unless a kind of rows says more."""
        return str(len(self))

    def where(self, test: Callable[[Any], bool] | None = None, /, **wanted: Any) -> Self:
        """The items that meet a test, or whose attributes have the wanted values; a tuple of values means any of them.

        Raises:
            ArchmodelError: the items have no such attribute.
        """
        keep = [item for item in self if test is None or test(item)]
        for name, value in wanted.items():
            if self and not hasattr(self[0], name):
                raise _unknown(name, self[0])
            values = value if isinstance(value, tuple) else (value,)
            keep = [item for item in keep if getattr(item, name) in values]
        return type(self)(keep)

    @overload
    def __getitem__(self, index: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T_co | Self:
        found = super().__getitem__(index)
        return type(self)(found) if isinstance(index, slice) else found  # type: ignore[arg-type,return-value]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"

    def _repr_html_(self) -> str:
        return face(self.title.vi, self.told(), map(self.cells, self), self.head if self else ())


def _unknown(name: str, item: object) -> ArchmodelError:
    known = [word for word in dir(item) if not word.startswith("_")]
    guess = nearest(name, known)
    return ArchmodelError(
        Words(f"các dòng này không có '{name}'", f"these rows have no '{name}'"),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words(f"có: {', '.join(known)}", f"there are: {', '.join(known)}"),
    )
