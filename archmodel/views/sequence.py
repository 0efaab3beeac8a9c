"""One service from the citizen to the data and back, as far as the model records it.

Decides who takes part (channels, systems, data, partners behind them) and which steps follow from which relation. The
model records no order of steps: request, work and answer are set in the order a reader expects, and steps no relation
states are marked as our reading (≈). What is missing is said, not filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from archmodel.errors import ArchmodelError
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence
from archmodel.model.relations import Access
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.flow_values import STANDINGS, Flows, Line
from archmodel.views.flows import flows
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table

Role = Literal["citizen", "channel", "system", "data", "platform", "partner"]
BEHAVIOUR = ("service", "business_function", "process")
MOST_FLOWS = 12
"""Flows drawn; the rest is counted."""


class Actor(NamedTuple):
    """Who takes part; ``id`` is None for the citizen."""

    id: str | None
    name: Words
    role: Role


class Step(NamedTuple):
    """A message between two actors, by their places; ``rests_on`` names the relation it follows from, None if assumed."""

    source: int
    target: int
    words: Words
    answer: bool
    rests_on: str | None


@dataclass(frozen=True, slots=True)
class Sequence(Picture):
    """Actors from left to right, steps from top to bottom, and what the model does not say."""

    about: str
    title: Words
    day: str | None
    sources: int
    actors: tuple[Actor, ...]
    steps: tuple[Step, ...]
    missing: tuple[Words, ...]

    def alt(self, lang: str = "vi") -> str:
        """How many actors and steps, how many of them assumed, and what is missing."""
        assumed = sum(step.rests_on is None for step in self.steps)
        told = Words(
            f"{len(self.actors)} bên tham gia, {len(self.steps)} bước, trong đó {assumed} bước suy ra (≈).",
            f"{len(self.actors)} actors, {len(self.steps)} steps, {assumed} of them assumed (≈).",
        ).to(lang)
        return " ".join([told, *(f"{words.to(lang)}." for words in self.missing)])

    def table(self, lang: str = "vi") -> Table:
        """One row a step: number, from, to, what, and the relation it follows from."""
        head = Words("Bước|Từ|Tới|Nội dung|Căn cứ", "Step|From|To|What|Rests on").to(lang)
        assumed = Words("≈ suy ra, mô hình không ghi", "≈ assumed, not recorded").to(lang)
        rows = tuple(
            (
                str(n),
                self.actors[step.source].name.to(lang),
                self.actors[step.target].name.to(lang),
                step.words.to(lang),
                step.rests_on or assumed,
            )
            for n, step in enumerate(self.steps, 1)
        )
        return Table(tuple(head.split("|")), rows)

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; actors link to their pages."""
        from archmodel.views.sequence_svg import draw

        return draw(self, lang, link)


CITIZEN = Actor(None, Words("Người dân, doanh nghiệp", "Citizen or business"), "citizen")


class _Play:
    """The actors and steps gathered so far."""

    def __init__(self) -> None:
        self.actors: dict[str | None, Actor] = {None: CITIZEN}
        self.steps: list[tuple[str | None, str | None, Words, bool, str | None]] = []
        self.evidence: list[Evidence] = []

    def enter(self, element: Element, role: Role) -> str:
        name = composed(element.name)
        self.actors.setdefault(element.id, Actor(element.id, Words(name, element.name_en or name), role))
        return element.id

    def step(
        self, source: str | None, target: str | None, words: Words, on: str | None, *, answer: bool = False
    ) -> None:
        self.steps.append((source, target, words, answer, on))


def sequence(model: Model, id: str) -> Sequence:
    """The steps of a service, business function or process.

    Args:
        model: a whole or a part.
        id: the id of the service, function or process.

    Raises:
        ArchmodelError: no element has the id, or it is no behaviour.
    """
    service = model[id]
    if service.kind not in BEHAVIOUR:
        raise ArchmodelError(
            Words(f"'{id}' không phải dịch vụ, chức năng hay quy trình", f"'{id}' is no service, function or process"),
            Words("dùng mã trong model.services hoặc model.business_functions", "use an id of model.services or model.business_functions"),
        )  # fmt: skip
    play = _Play()
    play.evidence += service.evidence
    systems = _systems(model, service)
    channels = [(system, channel) for system in systems for channel in _channels(model, system)]
    missing = _front(play, service, systems, channels)
    picture = flows(model)
    for system in systems:
        _data(play, model, system)
    missing += _partners(play, model, picture, [service, *systems])
    _back(play, systems, channels)
    order = sorted(play.actors.values(), key=lambda actor: list(_ORDER).index(actor.role))
    place = {actor.id: n for n, actor in enumerate(order)}
    name = composed(service.name)
    return Sequence(
        about=id,
        title=Words(f"Trình tự: {name}", f"Sequence: {service.name_en or name}"),
        day=model.day,
        sources=len({(item.document, item.url) for item in play.evidence}),
        actors=tuple(order),
        steps=tuple(Step(place[one], place[other], words, answer, on) for one, other, words, answer, on in play.steps),
        missing=tuple(missing),
    )


_ORDER: tuple[Role, ...] = ("citizen", "channel", "system", "data", "platform", "partner")


def _systems(model: Model, service: Element) -> list[Element]:
    """The applications that realise or serve the behaviour."""
    found = {
        e.id: e for type in ("realizes", "serves") for e in model.sources(service.id, type) if e.kind == "application"
    }
    return sorted(found.values(), key=lambda element: (sort_key(element.name), element.id))


def _channels(model: Model, system: Element) -> list[Element]:
    """The pages and channels a system shows to people."""
    return [
        *model.targets(system.id, "exposes"),
        *(e for e in model.targets(system.id, "serves") if e.kind == "channel"),
    ]


def _front(
    play: _Play, service: Element, systems: list[Element], channels: list[tuple[Element, Element]]
) -> list[Words]:
    """The request on its way in; returns what is missing."""
    asked = Words("gửi yêu cầu", "sends a request")
    missing = []
    for system in systems:
        play.enter(system, "system")
        play.evidence += system.evidence
    if not systems:
        missing.append(Words("Chưa ghi hệ thống nào thực hiện", "No system is recorded as realising it"))
        play.enter(service, "system")
        play.step(None, service.id, asked, None)
    elif not channels:
        missing.append(Words("Chưa ghi kênh tiếp nhận", "No channel is recorded"))
        for system in systems:
            play.step(None, system.id, asked, None)
    for system, channel in channels:
        play.enter(channel, "channel")
        play.step(None, channel.id, asked, None)
        play.step(channel.id, system.id, Words("chuyển vào xử lý", "passes it on"), f"{system.id} exposes {channel.id}")
    return missing


def _data(play: _Play, model: Model, system: Element) -> None:
    for relation in model.outgoing(system.id, "accesses"):
        if relation.target in model:
            mode = relation.mode if isinstance(relation, Access) else None
            play.enter(model[relation.target], "data")
            play.evidence += relation.evidence
            play.step(system.id, relation.target, _MODES[mode], f"{system.id} accesses {relation.target}")


_MODES: dict[str | None, Words] = {
    "r": Words("đọc", "reads"),
    "w": Words("ghi", "writes"),
    "rw": Words("đọc và ghi", "reads and writes"),
    None: Words("truy cập (không nêu đọc hay ghi)", "accesses (read or write not stated)"),
}


def _partners(play: _Play, model: Model, picture: Flows, members: list[Element]) -> list[Words]:
    """The flows of the members, stop by stop; returns what is not drawn."""
    ids = {member.id for member in members}
    touching = [line for line in picture.lines if ids & {line.source, line.target}]
    for line in touching[:MOST_FLOWS]:
        for stop in line.stops:
            element = model.origin.elements.get(stop)
            if element is not None and stop not in play.actors:
                role: Role = "system" if stop in ids else "platform" if stop in line.platforms else "partner"
                play.enter(element, role)
        play.evidence += line.evidence
        for step in _hops(picture, line):
            if step[0] in play.actors and step[1] in play.actors:
                play.steps.append(step)
    rest = len(touching) - MOST_FLOWS
    if not touching:
        return [Words("Chưa ghi luồng dữ liệu nào", "No data flow is recorded")]
    return [Words(f"Còn {rest} luồng không vẽ", f"{rest} more flows are not drawn")] if rest > 0 else []


def _hops(picture: Flows, line: Line) -> Iterator[tuple[str, str, Words, bool, str]]:
    content = Words(picture.content(line, "vi"), picture.content(line, "en"))
    doubt = Words("", "") if line.standing == "live" else STANDINGS[line.standing]
    words = Words(*(
        f"{content.to(lang)} ({'; '.join(filter(None, (picture.way(line, lang), doubt.to(lang))))})" for lang in ("vi", "en")
    ))  # fmt: skip
    for one, other in pairwise(line.stops):
        yield one, other, words, False, line.id
    if line.both_ways:
        for one, other in pairwise(line.stops[::-1]):
            yield one, other, Words("trả lại dữ liệu", "data returns"), True, line.id


def _back(play: _Play, systems: list[Element], channels: list[tuple[Element, Element]]) -> None:
    """The answer on its way out: what people expect, recorded by no relation."""
    told = Words("trả kết quả", "returns the result")
    with_channel = {system.id for system, _ in channels}
    for system, channel in channels:
        play.step(system.id, channel.id, told, None, answer=True)
        play.step(channel.id, None, told, None, answer=True)
    for system in systems:
        if system.id not in with_channel:
            play.step(system.id, None, told, None, answer=True)
