"""Which body answers for what a record says: its owner, else its operator, or who alone took over from a dissolved one.

Where the catalogue does not say, nobody answers, and the reason is told; several heirs are never settled by guessing.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from archmodel.analysis.succession import heirs
from archmodel.model.model import Model
from archmodel.model.relations import Relation
from archmodel.model.values import Confidence
from archmodel.text.words import Words

ROLES = ("owned_by", "operated_by")


class Why(StrEnum):
    """Why no body answers."""

    UNNAMED = "unnamed"
    UNKNOWN = "unknown"
    NO_HEIR = "no_heir"
    SEVERAL_HEIRS = "several_heirs"

    @property
    def words(self) -> Words:
        """The reason in Vietnamese and English."""
        return _WHY_WORDS[self]


_WHY_WORDS = {
    Why.UNNAMED: Words("chưa ghi chủ quản hay đơn vị vận hành", "no owner or operator on record"),
    Why.UNKNOWN: Words("chủ quản ghi tên không có trong danh mục", "the owner named is not in the catalogue"),
    Why.NO_HEIR: Words("chủ quản không còn, chưa ghi nơi kế thừa", "the owner is gone, no successor on record"),
    Why.SEVERAL_HEIRS: Words("chủ quản không còn, có nhiều nơi kế thừa", "the owner is gone, several succeed it"),
}


class Keeper(NamedTuple):
    """A body that answers for a record, or None and ``why``.

    ``named`` is the body the record names as ``role``, ``heirs`` who of today succeed it where it no longer holds, and
    ``confidence`` how sure the naming is.
    """

    body: str | None
    role: str | None = None
    named: str | None = None
    heirs: tuple[str, ...] = ()
    why: Why | None = None
    confidence: Confidence | None = None


class Keepers:
    """Who answers on a day, worked out once for each body that is named."""

    def __init__(self, model: Model, day: str) -> None:
        self._model, self._day = model, day
        self._today: dict[str, tuple[str, ...]] = {}

    def of(self, id: str, moment: str) -> tuple[Keeper, ...]:
        """Who answers for the record ``id``; never empty.

        Several owners each answer. One whose owners are all gone without a single heir is nobody's, whoever operates it.

        Args:
            id: the record.
            moment: the day its relations are asked on, ISO: the day, or the day of its life nearest to it.
        """
        links = [link for link in self._model.outgoing(id) if link.type in ROLES]
        named = next((found for role in ROLES if (found := self._named(links, role, moment))), ())
        answering: dict[str | None, Keeper] = {}
        for link in named:
            keeper = self._keeper(link)
            answering.setdefault(keeper.body, keeper)
        unanswered = answering.pop(None, Keeper(None, why=Why.UNNAMED))
        return tuple(answering.values()) or (unanswered,)

    def _named(self, links: Iterable[Relation], role: str, moment: str) -> list[Relation]:
        """The relations of a role that hold, or else the last ones, which ended because the body named did."""
        held = [link for link in links if link.type == role]
        ended = [link for link in held if link.until and not link.holds_on(moment) and self._is_gone(link.target)]
        last = max((link.until or "" for link in ended), default="")
        return [link for link in held if link.holds_on(moment)] or [link for link in ended if link.until == last]

    def _is_gone(self, id: str) -> bool:
        body = self._model.elements.get(id)
        return body is not None and not body.holds_on(self._day)

    def _keeper(self, link: Relation) -> Keeper:
        today = self._answering(link.target)
        told = Keeper(None, link.type, link.target, confidence=link.confidence)
        if link.target not in self._model:
            return told._replace(why=Why.UNKNOWN)
        if today == (link.target,):
            return told._replace(body=link.target)
        if len(today) == 1:
            return told._replace(body=today[0], heirs=today)
        return told._replace(heirs=today, why=Why.SEVERAL_HEIRS if today else Why.NO_HEIR)

    def _answering(self, id: str) -> tuple[str, ...]:
        if id not in self._today:
            body = self._model.elements.get(id)
            alone = body is not None and body.holds_on(self._day)
            self._today[id] = (id,) if alone else tuple(heir.id for heir in heirs(self._model, id, self._day))
        return self._today[id]
