"""Who answers for this on a day: the chain from a body, system, data set or address to bodies that are there that day.

An owner of the day answers. Where there is none, what took over the thing answers, else whoever took over from its
last owners. The way is kept, each step with the relation that says so, and where it ends without an answer it is told
why. Nothing is decided here that nobody decided: several heirs of an owner are candidates, not owners.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

from archmodel.analysis.bodies import is_group
from archmodel.analysis.days import day_of
from archmodel.analysis.lives import with_past
from archmodel.analysis.onward import Step, owners_of, takers
from archmodel.analysis.registers import same_place
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Succession
from archmodel.model.values import Confidence, label
from archmodel.text.markup import face
from archmodel.text.words import Words

Extent = Literal["whole", "part", "unknown"]
Why = Literal["no_owner", "no_successor", "not_begun", "undecided", "functions", "circle", "missing"]
EXTENTS: dict[Extent, Words] = {
    "whole": Words("toàn bộ", "the whole"),
    "part": Words("một phần", "a part"),
    "unknown": Words("chưa rõ phần nào", "how much is not known"),
}
WHYS: dict[Why, Words] = {
    "no_owner": Words("chưa ghi chủ quản", "no owner on record"),
    "no_successor": Words("chưa ghi bên kế thừa", "no successor on record"),
    "not_begun": Words("chưa bắt đầu vào ngày này", "not begun on the day"),
    "undecided": Words("nhiều bên kế thừa, chưa có quyết định ai nhận", "several heirs and no decision which takes it"),
    "functions": Words("chưa ghi ai nhận chức năng, mới ghi phần lãnh thổ",
                       "who took over its functions is not recorded, only its territory"),
    "circle": Words("chuỗi chạy vòng", "the chain runs in a circle"),
    "missing": Words("không có trong danh mục", "not in the catalogue"),
}  # fmt: skip
_RANK: tuple[Confidence | None, ...] = ("seed", "primary", "secondary", "inferred", None)


@dataclass(frozen=True, slots=True)
class Answering:
    """A body that answers: the steps to it, how much of the subject it has, of what, and the weakest evidence passed.

    ``scope`` is what the last succession passed on (``territory``, ``function``, ...); empty where it does not say or
    none was passed. ``confidence`` is None where some step has no evidence.
    """

    body: str
    chain: tuple[Step, ...]
    extent: Extent
    scope: tuple[str, ...]
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where and why a chain leaves the question open."""

    at: str
    why: Why
    chain: tuple[Step, ...]

    @property
    def words(self) -> Words:
        """The reason in both languages, with the id it is about."""
        return Words(f"'{self.at}': {WHYS[self.why].vi}", f"'{self.at}': {WHYS[self.why].en}")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for a subject on a day; ``is_settled`` where somebody does and nothing is left open."""

    subject: str
    day: str
    bodies: tuple[Answering, ...]
    stops: tuple[Stop, ...]

    @property
    def is_settled(self) -> bool:
        """Whether the record says who answers, with no question left."""
        return bool(self.bodies) and not self.stops

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the bodies, nearest first."""
        return tuple(found.body for found in self.bodies)

    def __repr__(self) -> str:
        stops = "; ".join(stop.words.en for stop in self.stops)
        who = ", ".join(self.ids[:8]) + (f", … ({len(self.ids)})" if len(self.ids) > 8 else "")
        return f"<{self.subject!r} on {self.day}: {who or 'nobody on record'}{f'; {stops}' if stops else ''}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                found.body,
                EXTENTS[found.extent].vi,
                ", ".join(found.scope),
                shown(found.chain),
                label("confidence", found.confidence),
            )
            for found in self.bodies
        ]
        after = "; ".join(stop.words.vi for stop in self.stops)
        head = ("Ai trả lời", "Phần", "Phạm vi", "Theo", "Độ tin cậy")
        return face(f"Ai trả lời cho '{self.subject}'", f"ngày {self.day}", rows, head, after)


def answers_for(model: Model, id: str, day: str | None = None) -> Responsibility:
    """Who answers for an element, or for a web address, on a day.

    Args:
        model: the architecture; what has ended is read from it as it was loaded, unless it is a part.
        id: the id of any element, or an address as a record writes it (``https://...`` and ``www.`` aside).
        day: ISO; the model's own day, the workspace's or today when not given.

    Raises:
        ArchmodelError: no element has the id and no record the address, or ``day`` is not a day.

    Example:
        >>> am.answers_for(model, "lgsp-vd", "2026-11-22").ids
        ('so-khcn-vd',)
    """
    day, past = day_of(model, day), with_past(model)
    subject = _subject(past, id, day)
    return _Search(past, subject, day).run()


def shown(chain: tuple[Step, ...]) -> str:
    """The steps as text: the ids passed and the relations between them."""
    return " ".join(f"→ ({step.by}) {step.to}" for step in chain)


def _subject(past: Model, id: str, day: str) -> Element:
    if id not in past:
        place = same_place(id)
        known = [page for page in past.interfaces if page.address and same_place(page.address) == place]
        if known:
            return next((page for page in known if page.holds_on(day)), known[0])
    return past[id]


class _Search:
    """One walk, nearest first; each element is looked at once, so a tangle of successions stays linear."""

    def __init__(self, past: Model, subject: Element, day: str) -> None:
        self.past, self.subject, self.day = past, subject, day
        self.bodies: list[Answering] = []
        self.stops: list[Stop] = []

    def run(self) -> Responsibility:
        seen = {self.subject.id}
        edge: deque[tuple[str, tuple[Step, ...]]] = deque([(self.subject.id, ())])
        while edge:
            here, chain = edge.popleft()
            for step in self._onward(here, chain):
                passed = {self.subject.id, *(one.to for one in chain)}
                if step.to in passed:
                    self.stops.append(Stop(step.to, "circle", (*chain, step)))
                elif step.to not in seen:
                    seen.add(step.to)
                    edge.append((step.to, (*chain, step)))
        if len(self.bodies) > 1 and not isinstance(self.subject, Organisation):
            heirs = [found for found in self.bodies if any(step.by == "succeeds" for step in found.chain)]
            if len(heirs) > 1:
                self.stops.append(Stop(self.subject.id, "undecided", ()))
        return Responsibility(self.subject.id, self.day, tuple(self.bodies), tuple(self.stops))

    def _onward(self, here: str, chain: tuple[Step, ...]) -> tuple[Step, ...]:
        element = self.past.elements.get(here)
        if element is None:
            self.stops.append(Stop(here, "missing", chain))
            return ()
        if not isinstance(element, Organisation):
            steps = owners_of(self.past, element, self.day)
            if not steps:
                self.stops.append(Stop(here, "no_owner", chain))
            return steps
        if element.holds_on(self.day):
            self.bodies.append(self._answering(here, chain))
            return ()
        if element.since is not None and element.since > self.day:
            self.stops.append(Stop(here, "not_begun", chain))
            return ()
        steps = takers(self.past, element, self.day)
        self._weigh(element, steps, chain)
        return steps

    def _weigh(self, body: Organisation, steps: tuple[Step, ...], chain: tuple[Step, ...]) -> None:
        """What the successions of a body that has ended leave open."""
        links = [step.relation for step in steps if isinstance(step.relation, Succession)]
        if not steps:
            self.stops.append(Stop(body.id, "no_successor", chain))
        elif len(links) > 1 and any(not (r.scope or r.extent or r.units) for r in links):
            self.stops.append(Stop(body.id, "undecided", chain))
        elif links and all(r.scope and "function" not in r.scope for r in links) and self._is_one_body():
            self.stops.append(Stop(body.id, "functions", chain))

    def _is_one_body(self) -> bool:
        return isinstance(self.subject, Organisation) and not is_group(self.subject)

    def _answering(self, body: str, chain: tuple[Step, ...]) -> Answering:
        passed = [step.relation for step in chain if isinstance(step.relation, Succession)]
        ranks = [_RANK.index(self._confidence(step)) for step in chain]
        return Answering(
            body,
            chain,
            _least([self._extent(step) for step in chain]),
            passed[-1].scope if passed else (),
            _RANK[max(ranks)] if ranks else self.past[body].confidence,
        )

    def _confidence(self, step: Step) -> Confidence | None:
        if step.relation is None:
            return self.past[step.to].confidence
        source = self.past.elements.get(step.relation.source)
        return step.relation.confidence or (source.confidence if source else None)

    def _extent(self, step: Step) -> Extent:
        """How much of what a step starts from it passes on."""
        if step.by == "member_of":
            return "part"
        if not isinstance(step.relation, Succession):
            return "whole"
        if step.relation.extent:
            return "whole" if step.relation.extent == "whole" else "part"
        others = len(self.past.incoming(step.relation.target, "succeeds")) > 1
        return "part" if others and step.relation.units else "unknown"


def _least(extents: list[Extent]) -> Extent:
    return "part" if "part" in extents else "unknown" if "unknown" in extents else "whole"
