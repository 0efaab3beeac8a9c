"""What leans on what: hosts, networks, data read, flows and services taken - and which of it has ended.

The second step follows what the first stands on and reads, not what it is fed: a platform passes on what many send, and
a sender that ended is the platform's trouble, not that of everyone behind it. What a thing stands on is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.analysis.lives import has_ended
from archmodel.analysis.spans import shifted
from archmodel.analysis.succession import heirs
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation

NOTICE = 90
_LEANS = ("hosted_on", "connected_by", "accesses")
_FED = ("flow", "serves")


class Trouble(NamedTuple):
    """Something leant on that has ended, or soon will with no heir, and the relation that leads to it.

    ``told`` where every step is recorded in use.
    """

    end: Element
    over: Relation
    ended: bool
    heirs: tuple[str, ...]
    told: bool


class Leaning:
    """The troubles of a model on a day, by what leans on them."""

    def __init__(self, model: Model, day: str) -> None:
        self._model = model
        self._day = day
        self._soon = shifted(day, NOTICE)
        self._below: dict[str, tuple[Trouble, ...]] = {}

    def leans(self, id: str) -> bool:
        """Whether anything is recorded that it leans on."""
        return any(self._stands_on(id)) or any(self._fed_by(id))

    def troubles(self, element: Element) -> list[Trouble]:
        """What it leans on, directly or over one more step, that has ended or soon will."""
        needs = [*self._stands_on(element.id), *self._fed_by(element.id)]
        found = {trouble.end.id: trouble for trouble in self._troubles(needs) if trouble.end is not element}
        for id, over in needs:
            middle = self._model.elements.get(id)
            if middle is None or id == element.id or id in found:
                continue
            told = _runs(over) and is_active(middle, self._day) is True
            if id not in self._below:
                self._below[id] = tuple(self._troubles(self._stands_on(id)))
            for trouble in self._below[id]:
                if trouble.end is not element:
                    found.setdefault(trouble.end.id, trouble._replace(told=trouble.told and told))
        return list(found.values())

    def _troubles(self, needs: Iterable[tuple[str, Relation]]) -> Iterator[Trouble]:
        ends: dict[str, Relation] = {}
        for end, over in needs:
            if end not in ends or not _runs(ends[end]):
                ends[end] = over
        for end, over in ends.items():
            leant = self._model.elements.get(end)
            if leant is None:
                continue
            ended = has_ended(leant, self._day)
            if ended or (leant.until and not leant.holds_on(self._soon)):
                after = tuple(heir.id for heir in heirs(self._model, end, self._soon) if heir is not leant)
                if ended or not after:
                    yield Trouble(leant, over, ended, after, _runs(over))

    def _stands_on(self, id: str) -> Iterator[tuple[str, Relation]]:
        """Its hosts, networks and the data it reads, on the day."""
        for relation in (r for type in _LEANS for r in self._model.outgoing(id, type)):
            if relation.holds_on(self._day):
                yield relation.target, relation

    def _fed_by(self, id: str) -> Iterator[tuple[str, Relation]]:
        """What sends to it or serves it on the day, and the platforms crossed; flows that do not run count for nothing."""
        for relation in (r for type in _FED for r in self._model.incoming(id, type)):
            stopped = isinstance(relation, Flow) and is_active(relation, self._day) is False
            if relation.holds_on(self._day) and not stopped:
                yield relation.source, relation
                for platform in relation.via if isinstance(relation, Flow) else ():
                    yield platform, relation


def _runs(over: Relation) -> bool:
    """Whether the relation is recorded to be in use; only flows say."""
    return not (isinstance(over, Flow) and over.state is None)
