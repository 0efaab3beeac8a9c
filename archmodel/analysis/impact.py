"""What would feel it if something stopped, and what that thing needs itself: every path followed, nothing weighed.

The reading is the worst case: whoever needs a thing feels its end, and so does whoever needs them; nobody records which
needs can wait. One step is not taken: a part that stops is felt by its whole, but not for that by the sister parts.
Duties (owner, operator, lead) are told beside, never followed. Of the shortest paths to an element the one shown is the
surest: stated links before unstated ones, then better sources, then by id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from archmodel.analysis.needs import CONFIDENCES, Step, Web
from archmodel.errors import ArchmodelError, whole_day
from archmodel.model.dependence import DEPENDENCES
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.model.values import Confidence
from archmodel.text.markup import face
from archmodel.text.words import Words

Direction = Literal["up", "down", "both"]
SERVED = ("service", "channel", "business_function", "process")
"""The kinds people mean when they ask which services would feel it."""


@dataclass(frozen=True, eq=False)
class Row:
    """An element an impact reaches: how far, over which step from which row, and how sure every step up to it is.

    ``way`` is ``down`` for what needs the thing asked about, ``up`` for what that thing needs. ``confidence`` is the
    weakest on the path, None where a step states no source; ``stated`` is False where the path crosses a link or an
    element whose state nobody recorded.
    """

    element: Element
    way: Literal["up", "down"]
    distance: int
    step: Step
    before: Row | None
    weakness: int
    stated: bool
    inferred: bool

    @property
    def path(self) -> tuple[Step, ...]:
        """The steps from the thing asked about to this element."""
        steps: list[Step] = []
        row: Row | None = self
        while row is not None:
            steps.append(row.step)
            row = row.before
        return tuple(reversed(steps))

    @property
    def confidence(self) -> Confidence | None:
        """The weakest confidence on the path."""
        return CONFIDENCES[self.weakness]

    @property
    def many(self) -> int:
        """How many things the record stands for: its instances where it is a family, else one."""
        return getattr(self.element, "instances", None) or 1

    def __repr__(self) -> str:
        return f"<Row {self.element.id!r} {self.way} {self.distance}: {' → '.join(step.end for step in self.path)}>"


class Duty(NamedTuple):
    """A body that answers for an element, and how: ``owned_by``, ``operated_by``, ``led_by`` or ``coordinated_by``."""

    body: str
    type: str
    element: str
    relation: Relation


@dataclass(frozen=True, eq=False)
class Impact:
    """The answer of ``impact``: the element, the day, what feels it (``rows``), and what would once it runs (``idle``).

    Rows are nearest first, then by id.
    """

    element: Element
    day: str
    direction: Direction
    depth: int | None
    rows: tuple[Row, ...]
    idle: tuple[Row, ...]
    _web: Web = field(repr=False)

    @property
    def down(self) -> tuple[Row, ...]:
        """What needs the element, directly or through others."""
        return tuple(row for row in self.rows if row.way == "down")

    @property
    def up(self) -> tuple[Row, ...]:
        """What the element needs, directly or through others."""
        return tuple(row for row in self.rows if row.way == "up")

    @property
    def services(self) -> tuple[Row, ...]:
        """The services, channels, functions and processes that would feel it."""
        return tuple(row for row in self.down if row.element.kind in SERVED)

    @property
    def units(self) -> tuple[Row, ...]:
        """The bodies and units that would feel it."""
        return tuple(row for row in self.down if row.element.kind == "organisation")

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind would feel it, in the order of kinds."""
        found = Counter(row.element.kind for row in self.down)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    @property
    def things(self) -> int:
        """How many things would feel it, families counted by their instances."""
        return sum(row.many for row in self.down)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Who answers for the element and, where it is a body, what it answers for."""
        model, id = self._web.model, self.element.id
        found = [*model.outgoing(id), *model.incoming(id)]
        return tuple(
            Duty(relation.target, relation.type, relation.source, relation)
            for relation in found
            if DEPENDENCES[relation.type].notion == "duty" and relation.holds_on(self.day)
        )

    def asked(self, rows: Iterable[Row] | None = None) -> dict[str, list[str]]:
        """The bodies that own or operate what would feel it, each with the ids: whom to tell before anything stops."""
        found: dict[str, list[str]] = {}
        for row in self.down if rows is None else rows:
            for type in ("owned_by", "operated_by"):
                for relation in self._web.model.outgoing(row.element.id, type):
                    if relation.holds_on(self.day) and row.element.id not in found.setdefault(relation.target, []):
                        found[relation.target].append(row.element.id)
        return dict(sorted(found.items()))

    def __getitem__(self, id: str) -> Row:
        for row in (*self.rows, *self.idle):
            if row.element.id == id:
                return row
        raise KeyError(id)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return (
            f"<Impact of {self.element.id!r} on {self.day}: {len(self.down)} feel it, {len(self.up)} needed, "
            f"{len(self.services)} services, {len(self.units)} units, {len(self.idle)} not running>"
        )

    def _repr_html_(self) -> str:
        shown = [
            (
                str(row.distance),
                "↓" if row.way == "down" else "↑",
                KINDS[row.element.kind].words.vi,
                row.element.id,
                row.element.name,
                " → ".join(step.end for step in row.path[:-1]) or "trực tiếp",
            )
            for row in self.rows
        ]
        needed = f", {len(self.up)} đối tượng cần có" if self.up else ""
        told = f"ngày {self.day}: {len(self.down)} đối tượng chịu ảnh hưởng nếu dừng{needed}"
        head = ("Bước", "Chiều", "Loại", "Mã", "Tên", "Qua")
        return face(f"Nếu '{self.element.name}' dừng", told, shown, head if shown else ())


def impact(
    model: Model, id: str, *, direction: Direction = "down", depth: int | None = None, as_of: str | None = None
) -> Impact:
    """What would feel it if ``id`` stopped, what it needs, or both.

    Args:
        model: where to look; of a part, only what the part holds is followed.
        id: the element asked about.
        direction: ``"down"`` to what needs it, ``"up"`` to what it needs, ``"both"``.
        depth: how many steps to follow; all when None.
        as_of: the day, ISO; the model's own day, the workspace's setting or today when not given.

    Raises:
        ArchmodelError: there is no such element, or it does not hold on the day.

    Example:
        >>> felt = am.impact(model, "lgsp-vd", as_of="2026-11-22")
        >>> sorted(row.element.id for row in felt.down if row.distance == 1)[:2]
        ['bao-cao-vd', 'csdl-qg-gia-dinh']
    """
    day = whole_day(as_of or model.day or model.settings.as_of or date.today().isoformat())
    return impact_in(Web(model, day), id, direction=direction, depth=depth)


def impact_in(web: Web, id: str, *, direction: Direction = "down", depth: int | None = None) -> Impact:
    """As ``impact``, in a web already found: for asking about many elements."""
    element = web.model[id]
    if id not in web:
        raise ArchmodelError(
            Words(f"'{id}' không còn hoặc chưa có ngày {web.day}", f"'{id}' does not hold on {web.day}"),
            Words(f"chọn ngày trong hiệu lực của nó: từ {element.since or '…'} đến trước {element.until or '…'}",
                  f"choose a day within its validity: since {element.since or '…'}, until {element.until or '…'}"),
        )  # fmt: skip
    if depth is not None and depth < 1:
        raise ArchmodelError(
            Words(f"độ sâu {depth} không có nghĩa", f"a depth of {depth} makes no sense"),
            Words("ghi số bước từ 1 trở lên", "give a number of steps, at least 1"),
        )
    rows: list[Row] = []
    idle: list[Row] = []
    for way in ("down", "up"):
        if direction in {way, "both"}:
            running = _walk(web, id, way, depth, only_running=True)
            reached = {row.element.id for row in running}
            rows += running
            idle += [row for row in _walk(web, id, way, depth, only_running=False) if row.element.id not in reached]
    return Impact(element, web.day, direction, depth, tuple(rows), tuple(idle), web)


def _walk(web: Web, start: str, way: Literal["up", "down"], depth: int | None, *, only_running: bool) -> list[Row]:
    """The elements reached, level by level; whoever was reached only as a whole does not pass it on to its parts."""
    following = web.users if way == "down" else web.needed
    rows: dict[str, Row] = {}
    whole_only: dict[str, bool] = {start: False}
    edge: list[tuple[str, Row | None]] = [(start, None)]
    level = 0
    while edge and (depth is None or level < depth):
        level += 1
        best: dict[str, Row] = {}
        opened: set[str] = set()
        for id, before in edge:
            for step in following(id):
                if (only_running and step.runs is False) or (whole_only[id] and step.to_part) or step.end == start:
                    continue
                known = whole_only.get(step.end)
                if known is False or (known and step.to_whole):
                    continue
                if not step.to_whole:
                    opened.add(step.end)
                row = _row(web, way, level, step, before)
                if step.end not in best or _rank(row) < _rank(best[step.end]):
                    best[step.end] = row
        for id in best:
            whole_only[id] = id not in opened
        for id in sorted(best):
            rows.setdefault(id, best[id])
        edge = [(id, rows[id]) for id in sorted(best)]
    return list(rows.values())


def _row(web: Web, way: Literal["up", "down"], level: int, step: Step, before: Row | None) -> Row:
    return Row(
        web.model.elements[step.end],
        way,
        level,
        step,
        before,
        max(step.weakness, before.weakness if before else 0),
        step.runs is True and (before is None or before.stated),
        step.relation.confidence == "inferred" or (before is not None and before.inferred),
    )


def _rank(row: Row) -> tuple[bool, int, str, str, str]:
    """The better of two equally short paths comes first: stated, well sourced, then by id."""
    relation = row.step.relation
    return not row.stated, row.weakness, row.step.start, relation.type, str(getattr(relation, "id", ""))
