"""Where data is kept and where it goes: what a system holds, the moves on record, and where a chain of moves ends.

For the data sets predecessors leave - their owner dissolved, their system ended, other data in their place - whether a
path leads to a home of today: a move of the data, an archive, or the system that took over with the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archmodel.analysis.activity import is_active, is_family, is_own
from archmodel.analysis.bodies import owners
from archmodel.analysis.days import day_of
from archmodel.analysis.lives import has_ended, with_past
from archmodel.analysis.trails import Ends, ends
from archmodel.model.elements import Application, Dataset, Document
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Migration, Relation, Succession
from archmodel.model.rows import Rows
from archmodel.text.words import Words

MOVES = ("migrates_to", "archived_in")
Reason = Literal["dissolved", "succeeded", "ended"]
Fate = Literal["kept", "moved", "moving", "disposed", "unknown", "stopped", "circle", "lost"]
FATES: dict[Fate, Words] = {
    "kept": Words("còn được giữ", "kept"),
    "moved": Words("đã chuyển", "moved"),
    "moving": Words("đang chuyển", "moving"),
    "disposed": Words("đã hủy theo quyết định", "disposed of"),
    "unknown": Words("chưa rõ", "unknown"),
    "stopped": Words("nơi nhận đã dừng", "its home stopped"),
    "circle": Words("chuyển vòng quanh", "moves in a circle"),
    "lost": Words("không còn nơi giữ", "lost"),
}
_UNFINISHED = frozenset({"planned", "running"})


@dataclass(frozen=True, slots=True)
class Home:
    """What became of a data set a predecessor left: why it was left and by whom, what keeps it, where it went.

    ``hosts`` are the systems that took over from its keepers and the data with them, ``doubtful`` those that may have.
    ``fate`` is ``kept`` where its keeper or a body of today has it, ``moved`` where a path leads to something that
    works, ``moving`` while a move is unfinished, ``disposed`` by minutes or a decision; ``unknown`` where nothing
    tells; ``stopped``, ``circle`` and ``lost`` where what is recorded leads to no home.
    """

    data: str
    reason: Reason
    left_by: str
    keepers: tuple[str, ...]
    moves: tuple[Relation, ...]
    ends: Ends
    hosts: tuple[str, ...]
    doubtful: tuple[str, ...]
    fate: Fate
    is_over: bool

    @property
    def is_safe(self) -> bool:
        """Whether the data is known to have a home, or to have been disposed of on purpose."""
        return self.fate in {"kept", "moved", "disposed"}


class Homes(Rows[Home]):
    """Data sets predecessors left, in catalogue order; ``where(fate="unknown")`` leaves those without a known home."""

    __slots__ = ()
    title = Words("Dữ liệu cũ về đâu", "Homes of data left")
    head = ("Dữ liệu", "Do", "Kết cục", "Đang giữ", "Chuyển tới")

    def cells(self, item: Home) -> tuple[str, ...]:
        """Data, who left it, its fate, who keeps it, where it went."""
        ends = (*item.ends.working, *item.ends.unsure, *item.ends.stopped)
        return item.data, item.left_by, FATES[item.fate].vi, ", ".join(item.keepers), ", ".join(ends)


def homes(model: Model, day: str | None = None) -> Homes:
    """What became of each data set that predecessors left, in catalogue order; families and other bodies' data aside.

    Args:
        model: the architecture; what has ended is read from it as it was loaded, unless it is a part.
        day: ISO; the model's own day, the workspace's or today when not given.

    Example:
        >>> [(home.data, home.fate) for home in am.homes(model, "2026-11-22")]
        [('d-mot-cua-bac', 'moved')]
    """
    day = day_of(model, day)
    own = (data for data in with_past(model).datasets if is_own(data) and not is_family(data))
    left = ((data, _left(model, data, day)) for data in own)
    return Homes(_home(model, data, *why, day) for data, why in left if why)


def _left(model: Model, data: Dataset, day: str) -> tuple[Reason, str] | None:
    origin = model.origin
    if ended := owners(model, data.id, day)[1]:
        return "dissolved", ended[0].id
    if heirs := [relation.source for relation in origin.incoming(data.id, "succeeds")]:
        return "succeeded", heirs[0]
    systems = [system for system in keepers(model, data.id) if has_ended(origin[system], day)]
    return ("ended", systems[0]) if systems else None


def _home(model: Model, data: Dataset, reason: Reason, left_by: str, day: str) -> Home:
    origin = model.origin
    kept = keepers(model, data.id)
    over = bool(kept) and all(has_ended(origin[system], day) for system in kept)
    moved, reached = moves(model, data.id), ends(model, data.id, MOVES, day)
    hosts, doubtful = _with_host(origin, kept, day) if over and not moved else ((), ())
    fate: Fate
    if moved:
        fate = _moved(moved, reached)
    elif is_disposed_of(model, data):
        fate = "disposed"
    elif over:
        fate = "moved" if hosts else "unknown" if doubtful else "lost"
    else:
        living, ended = owners(model, data.id, day)
        fate = "unknown" if reason == "succeeded" or (ended and not living) else "kept"
    return Home(data.id, reason, left_by, kept, moved, reached, hosts, doubtful, fate, over)


def _moved(moved: tuple[Relation, ...], reached: Ends) -> Fate:
    if reached.circular:
        return "circle"
    if reached.stopped and not reached.working and not reached.unsure:
        return "stopped"
    states = [r.state if isinstance(r, Migration) else "done" for r in moved]
    if any(state in _UNFINISHED for state in states):
        return "moving"
    return "moved" if reached.working and None not in states else "unknown"


def _with_host(origin: Model, kept: tuple[str, ...], day: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The systems that took over from the keepers and surely the data, and those that may have: works and scope told."""
    sure: list[str] = []
    perhaps: list[str] = []
    for system in kept:
        named = {r.target for r in origin.outgoing(system, "migrates_to")}
        links = [r for r in origin.incoming(system, "succeeds") if isinstance(r, Succession)]
        named |= {r.source for r in links if "data" in r.scope}
        for id in dict.fromkeys([*sorted(named), *(r.source for r in links if not r.scope)]):
            state = is_active(origin[id], day) if id in origin else False
            if state is not False:
                (sure if state and id in named else perhaps).append(id)
    return tuple(sure), tuple(perhaps)


def silent_systems(model: Model, day: str) -> dict[str, tuple[Reason, str]]:
    """The City's systems that ended or that a dissolved body left, of which no data is recorded: by id, why and by whom."""
    found: dict[str, tuple[Reason, str]] = {}
    for system in with_past(model).applications:
        if not is_own(system) or is_family(system) or system.holds_no_data or held_by(model, system.id):
            continue
        living, ended = owners(model, system.id, day)
        if has_ended(system, day):
            found[system.id] = "ended", system.id
        elif ended and not living:
            found[system.id] = "dissolved", ended[0].id
    return found


def is_disposed_of(model: Model, data: Dataset) -> bool:
    """Whether minutes or a decision on record prove that the data was disposed of."""
    proofs = model.origin.targets(data.id, "evidenced_by")
    return data.disposition == "replace_or_end" and any(
        isinstance(proof, Document) and proof.category in {"minutes", "decision"} for proof in proofs
    )


def held_by(model: Model, system: str) -> tuple[str, ...]:
    """The own data sets a system keeps: it writes them, or they are hosted on it. Reading alone is not keeping."""
    model = model.origin
    written = [r.target for r in model.outgoing(system, "accesses") if getattr(r, "mode", None) != "r"]
    hosted = [r.source for r in model.incoming(system, "hosted_on")]
    found = (model.elements.get(id) for id in dict.fromkeys([*written, *hosted]))
    return tuple(
        e.id for e in found if e is not None and e.kind == "dataset" and getattr(e, "record", None) != "reference"
    )


def keeping(model: Model, data: str) -> tuple[tuple[Element, Relation], ...]:
    """What keeps a data set, of any day, and by which relation: applications that write it, and what it is hosted on."""
    model = model.origin
    links = [(r.source, r) for r in model.incoming(data, "accesses") if getattr(r, "mode", None) != "r"]
    links += [(r.target, r) for r in model.outgoing(data, "hosted_on")]
    return tuple((model.elements[id], r) for id, r in links if id in model.elements)


def keepers(model: Model, data: str) -> tuple[str, ...]:
    """The systems that keep a data set, of any day."""
    return tuple(dict.fromkeys(e.id for e, _ in keeping(model, data) if isinstance(e, Application)))


def moves(model: Model, data: str) -> tuple[Relation, ...]:
    """The moves on record from a data set, of any day."""
    return tuple(r for type in MOVES for r in model.origin.outgoing(data, type))
