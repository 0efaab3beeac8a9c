"""What leans on what: hosts, networks, data read, flows and services taken - and which of it has ended.

What each thing leans on is worked out once, so that a platform a thousand systems use is not walked a thousand times.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.analysis.spans import shifted
from archmodel.analysis.succession import heirs
from archmodel.checks.life.lives import has_ended
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation

NOTICE = 90
_LEANS = ("hosted_on", "connected_by", "accesses")
_FED = ("flow", "serves")


class Trouble(NamedTuple):
    """Something leant on that has ended, or soon will with no heir; ``told`` where every step is recorded in use."""

    end: Element
    ended: bool
    heirs: tuple[str, ...]
    told: bool


class Leaning:
    """The troubles of a model on a day, by what leans on them."""

    def __init__(self, model: Model, day: str) -> None:
        self._model = model
        self._day = day
        self._soon = shifted(day, NOTICE)
        self._direct: dict[str, tuple[Trouble, ...]] = {}

    def leans(self, id: str) -> bool:
        """Whether anything is recorded that it leans on."""
        return any(self._needs(id))

    def troubles(self, element: Element) -> list[Trouble]:
        """What it leans on, directly or over one more step, that has ended or soon will."""
        found = {trouble.end.id: trouble for trouble in self._near(element.id)}
        for id, over in self._needs(element.id):
            middle = self._model.elements.get(id)
            if middle is None or id == element.id or id in found:
                continue
            told = _runs(over) and is_active(middle, self._day) is True
            for trouble in self._near(id):
                if trouble.end is not element:
                    found.setdefault(trouble.end.id, trouble._replace(told=trouble.told and told))
        return list(found.values())

    def _near(self, id: str) -> tuple[Trouble, ...]:
        if id not in self._direct:
            self._direct[id] = tuple(self._troubles(id))
        return self._direct[id]

    def _troubles(self, id: str) -> Iterator[Trouble]:
        needs: dict[str, bool] = {}
        for end, over in self._needs(id):
            needs[end] = needs.get(end, False) or _runs(over)
        for end, told in needs.items():
            leant = self._model.elements.get(end)
            if leant is None or end == id:
                continue
            ended = has_ended(leant, self._day)
            if ended or (leant.until and not leant.holds_on(self._soon)):
                after = tuple(heir.id for heir in heirs(self._model, end, self._soon) if heir is not leant)
                if ended or not after:
                    yield Trouble(leant, ended, after, told)

    def _needs(self, id: str) -> Iterator[tuple[str, Relation]]:
        """What it leans on on the day; flows that do not run count for nothing."""
        for relation in (r for type in _LEANS for r in self._model.outgoing(id, type)):
            if relation.holds_on(self._day):
                yield relation.target, relation
        for relation in (r for type in _FED for r in self._model.incoming(id, type)):
            stopped = isinstance(relation, Flow) and is_active(relation, self._day) is False
            if relation.holds_on(self._day) and not stopped:
                yield relation.source, relation
                for platform in relation.via if isinstance(relation, Flow) else ():
                    yield platform, relation


def _runs(over: Relation) -> bool:
    """Whether the relation is recorded to be in use; only flows say."""
    return not (isinstance(over, Flow) and over.state is None)
