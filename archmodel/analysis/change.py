"""One change of one record, field by field: the unit a difference is made of.

Where a record is written and in which order its keys stand is no part of it; a record is compared by its values alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from archmodel.model.elements import Organisation
from archmodel.model.record import Record

How = Literal["added", "begun", "changed", "renamed", "coming", "ended", "removed", "followed"]
"""What happened to a record; ``archmodel.analysis.difference.Difference`` tells what each means."""

R = TypeVar("R", bound=Record)
Content = tuple[Any, ...]


class FieldChange(NamedTuple):
    """A field whose value differs; None stands for nothing recorded."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change(Generic[R]):
    """What happened to a record between two models.

    ``old`` and ``new`` are the records as each model holds them, None where it does not. ``on`` is the recorded day of a
    beginning or an end, None where none is recorded; ``why`` says what a rename rests on.
    """

    how: How
    old: R | None
    new: R | None
    fields: tuple[FieldChange, ...] = ()
    on: str | None = None
    why: str | None = None

    @property
    def record(self) -> R:
        """The record as it now is, or as it last was."""
        found = self.new if self.new is not None else self.old
        if found is None:
            raise ValueError("a change of nothing")
        return found

    @property
    def id(self) -> str:
        """The id of the record; for a relation without one, the ids of both ends."""
        return id_of(self.record)

    @property
    def kind(self) -> str:
        """The kind of the element, or the type of the relation."""
        return str(getattr(self.record, "kind", None) or getattr(self.record, "type", ""))

    @property
    def name(self) -> str:
        """The name of the element, or the id."""
        return str(getattr(self.record, "name", self.id))


def id_of(record: Record) -> str:
    """The id a record is told by: its own, or for a relation without one its two ends."""
    own = getattr(record, "id", None)
    return str(own) if own else f"{getattr(record, 'source', '?')} → {getattr(record, 'target', '?')}"


def differing(old: Record, new: Record) -> tuple[FieldChange, ...]:
    """The fields whose values differ, in the order of the newer record's class; the place is not one of them."""
    if old is new:
        return ()
    was, now = old.__dict__, new.__dict__
    if type(old) is type(new):
        return tuple(
            FieldChange(name, value, now[name])
            for name, value in was.items()
            if value is not now[name] and name != "place" and value != now[name]
        )
    changes = (
        FieldChange(name, was.get(name) or None, now.get(name) or None)
        for name in dict.fromkeys((*now, *was))
        if name != "place"
    )
    return tuple(change for change in changes if change.old != change.new)


def codes_differing(old: Record, new: Record, was: str | None, now: str | None) -> tuple[FieldChange, ...]:
    """The codes a body goes by on the one day and on the other, where that differs though the record is the same."""
    if was is None or now is None or not isinstance(old, Organisation) or not isinstance(new, Organisation):
        return ()
    before, after = old.codes_on(was), new.codes_on(now)
    return () if before == after else (FieldChange("codes", before, after),)


def same_content(record: Record) -> Content:
    """What two records share when they say the same, wherever they are written: a key for sets and counters."""
    return (type(record), *(value for name, value in record.__dict__.items() if name != "place"))
