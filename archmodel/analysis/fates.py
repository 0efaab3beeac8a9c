"""What became of all that was a dissolved body's: its systems, data, machines, addresses, tasks, units and codes.

Everything ever tied to the body is listed, directly, through what it owned, or through a group it was a member of, each
with its fate and what carries it on. Nothing is dropped: where no fate is recorded, the fate is unknown. Which findings
say so is joined above, in ``checks.fates``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archmodel.analysis.belongings import Belonging, belongings
from archmodel.analysis.bodies import dissolved
from archmodel.analysis.codes import Held, carriers, codes_of
from archmodel.analysis.days import day_of
from archmodel.analysis.fate import Fate, fate_of
from archmodel.analysis.lives import with_past
from archmodel.analysis.responsibility import Responsibility, answers_for
from archmodel.model.elements import Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.relations import RELATIONS
from archmodel.model.rows import Rows
from archmodel.text.markup import face
from archmodel.text.words import Words


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that was the body's, how it was tied to it, and its fate."""

    element: str
    kind: str
    ties: tuple[str, ...]
    through: str | None
    fate: Fate
    name: str = ""


@dataclass(frozen=True, slots=True)
class CodeFate:
    """A code of the body: since when it no longer holds, and the other bodies that carry it (there should be none)."""

    code: Held
    until: str | None
    reused_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyFate:
    """A dissolved body: when it ended, who answers for it since, and what became of what it had."""

    body: str
    until: str | None
    heirs: Responsibility
    items: tuple[Item, ...]
    codes: tuple[CodeFate, ...]
    name: str = ""

    @property
    def unknown(self) -> tuple[Item, ...]:
        """The items of which nobody recorded what became."""
        return tuple(item for item in self.items if item.fate.name == "unknown")

    def _repr_html_(self) -> str:
        rows = [
            (f"{item.name} ({item.element})", KINDS[item.kind].words.vi, ", ".join(RELATIONS[tie].forward.vi if tie in RELATIONS else tie for tie in item.ties), item.through or "", item.fate.words.vi, ", ".join(item.fate.to))
            for item in self.items
        ]  # fmt: skip
        head = ("Đối tượng", "Loại", "Quan hệ", "Qua nhóm", "Nay", "Tiếp nhận bởi")
        return face(
            f"{self.name} ({self.body})", f"kết thúc {self.until}, {len(self.heirs.bodies)} đơn vị kế thừa", rows, head
        )


class BodyFates(Rows[BodyFate]):
    """Dissolved bodies in catalogue order, each with what became of what it had."""

    __slots__ = ()
    title = Words("Số phận những gì đơn vị giải thể để lại", "What became of what bodies had")
    head = ("Đơn vị", "Kết thúc", "Kế thừa bởi", "Thứ để lại", "Chưa rõ số phận")

    def cells(self, item: BodyFate) -> tuple[str, ...]:
        """Body, when it ended, its heirs, how many things, and those of unknown fate."""
        heirs, lost = item.heirs.ids, [thing.name for thing in item.unknown]
        shown = ", ".join(heirs[:4]) + (f", … ({len(heirs)})" if len(heirs) > 4 else "")
        return f"{item.name} ({item.body})", item.until or "", shown, str(len(item.items)), "; ".join(lost)


def fates(model: Model, day: str | None = None, *, tier: str | None = None) -> BodyFates:
    """The fate of each body of the City that has ended by a day, in catalogue order; groups aside.

    Args:
        model: the architecture; what has ended is read from it as it was loaded, unless it is a part.
        day: ISO; the model's own day, the workspace's or today when not given.
        tier: only bodies of this tier, such as ``"district"``.

    Example:
        >>> [fate.body for fate in am.fates(model, "2026-11-22", tier="district")]
        ['huyen-bac', 'huyen-nam']
    """
    day, past = day_of(model, day), with_past(model)
    held = carriers(model)
    bodies = [body for body in dissolved(model, day) if body.id in past and tier in {None, body.tier}]
    known: dict[str, Fate] = {}
    return BodyFates(_body(past, body, held, known, day) for body in bodies)


def _body(past: Model, body: Organisation, held: dict[Held, list[str]], known: dict[str, Fate], day: str) -> BodyFate:
    def item(found: Belonging) -> Item:
        if found.element.id not in known:
            known[found.element.id] = fate_of(past, found.element, day)
        return Item(
            found.element.id, found.element.kind, found.ties, found.through, known[found.element.id], found.element.name
        )

    items = tuple(item(found) for found in belongings(past, body))
    return BodyFate(body.id, body.until, answers_for(past, body.id, day), items, tuple(_codes(body, held)), body.name)


def _codes(body: Organisation, held: dict[Held, list[str]]) -> Iterator[CodeFate]:
    ended = {(code.system, code.value): code.until for code in body.codes}
    for code in codes_of(body):
        others = tuple(id for id in held[code] if id != body.id)
        yield CodeFate(code, ended.get((code.system, code.value), body.until), others)
