"""What works only with what on a day, as a web of steps that can be walked both ways.

Decides which relations and elements count on the day: what has ended or not begun is left out, what is planned or
suspended is kept and marked as not running. Which way a relation's need runs is for ``archmodel.model.dependence``;
what a walk means is for ``archmodel.analysis.impact``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, get_args

from archmodel.analysis.activity import is_active
from archmodel.model.dependence import needs
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.model.values import Confidence
from archmodel.text.words import Words

CONFIDENCES: tuple[Confidence | None, ...] = (*get_args(Confidence), None)
"""From the surest to what nobody stated."""

_CHANGING = {"merging", "replacing", "other"}


class Step(NamedTuple):
    """One link walked from ``start`` to ``end`` over a relation: ``down`` to what needs ``start``, or up to what it needs.

    ``runs`` is whether the link and the element at its end run on the day: True, False, or None where not stated.
    ``weakness`` is the place of the relation's confidence in ``CONFIDENCES``.
    """

    start: str
    end: str
    relation: Relation
    down: bool
    runs: bool | None
    weakness: int

    @property
    def to_whole(self) -> bool:
        """Whether it leads from a part to its whole."""
        return self.relation.type == "part_of" and self.start == self.relation.source

    @property
    def to_part(self) -> bool:
        """Whether it leads from a whole to a part."""
        return self.relation.type == "part_of" and self.start == self.relation.target

    @property
    def words(self) -> Words:
        """What ``start`` is to ``end``, as one reads from the one to the other."""
        relation = self.relation
        if isinstance(relation, Flow):
            if self.start in relation.via:
                return Words("chuyển luồng cho", "passes a flow for")
            if self.end in relation.via:
                return Words("gửi, nhận qua", "exchanges over")
            if self.start in relation.carries:
                return Words("là dữ liệu gửi tới", "is data sent to")
            if self.end in relation.carries:
                return Words("nhận dữ liệu", "receives the data")
            row = RELATIONS["flow"]
            return row.forward if self.down else row.backward
        row = RELATIONS[relation.type]
        return row.forward if self.start == relation.source else row.backward


class Web:
    """The needs of a model on a day, found once: linear in its relations."""

    def __init__(self, model: Model, day: str) -> None:
        self.model = model
        self.day = day
        self._standing: dict[str, bool | None] = {}
        self._users: dict[str, list[Step]] = defaultdict(list)
        self._needed: dict[str, list[Step]] = defaultdict(list)
        for element in model:
            if not _is_gone(element, day):
                self._standing[element.id] = _runs(element, day)
        for relation in model.relations:
            if relation.holds_on(day):
                self._take(relation)

    def __contains__(self, id: object) -> bool:
        return id in self._standing

    def users(self, id: str) -> list[Step]:
        """The steps to what needs ``id``."""
        return self._users.get(id, [])

    def needed(self, id: str) -> list[Step]:
        """The steps to what ``id`` needs."""
        return self._needed.get(id, [])

    def _take(self, relation: Relation) -> None:
        weakness = CONFIDENCES.index(relation.confidence)
        for need in needs(relation):
            user, on = need.dependent, need.on
            if user == on or user not in self._standing or on not in self._standing:
                continue
            self._users[on].append(Step(on, user, relation, True, _both(need.runs, self._standing[user]), weakness))
            self._needed[user].append(Step(user, on, relation, False, _both(need.runs, self._standing[on]), weakness))


def _both(link: bool | None, end: bool | None) -> bool | None:
    if link is False or end is False:
        return False
    return None if link is None or end is None else True


def _is_gone(element: Element, day: str) -> bool:
    """Whether it is out of the picture on the day: outside its validity, or recorded as ended."""
    if not element.holds_on(day):
        return True
    return getattr(element, "state", None) == "ended" and is_active(element, day) is False


def _runs(element: Element, day: str) -> bool | None:
    """As ``is_active``, but a system being merged or replaced is not taken for one that stands still."""
    state = getattr(element, "state", None)
    return None if state in _CHANGING else is_active(element, day)
