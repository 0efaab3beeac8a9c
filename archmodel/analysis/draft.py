"""The swaps of one act, gathered: ending records, handing relations over, replacing and adding them.

Decides what survives an end and how a relation looks once handed over; which of this an act takes is for
``archmodel.analysis.changes``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from archmodel.analysis.activity import WORKING
from archmodel.catalog.fitting import made, unused
from archmodel.errors import ArchmodelError
from archmodel.model.change import Swap
from archmodel.model.dependence import DEPENDENCES
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence, Managed
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.text.days import holds
from archmodel.text.words import Words

PROPOSAL = "Phương án đề xuất, chưa có văn bản quyết định"
"""The document a new fact rests on where none is named."""

_OUTLIVING = {"migrates_to", "archived_in", "redirects_to", "forwards_to", "addresses", "measures"}
_TAKEN_OVER = {"aligned_to", "in_sector"}
_ALIKE = ("record", "category", "scope", "sharing", "model_state", "state", "tier", "form", "personal_data", "audience")


class Step(NamedTuple):
    """One act: what it is in words, its day, the swaps it takes, remarks to tell, and the ids that end by it."""

    words: Words
    day: str
    swaps: tuple[Swap, ...]
    told: tuple[Words, ...] = ()
    ended: tuple[str, ...] = ()


class Draft:
    """The swaps of one act, gathered; relations are dropped last, so that places stay what they are."""

    def __init__(self, model: Model, day: str, basis: str = PROPOSAL) -> None:
        self._model = model
        self._day = day
        self._evidence = (Evidence(document=basis, confidence="inferred"),)
        self._swaps: list[Swap] = []
        self._dropped: list[Swap] = []
        self._told: list[Words] = []
        self._length = len(model.relations)
        self._ids = {flow.id.lower() for flow in model.flows} | {id.lower() for id in model.elements}
        self._tied: set[tuple[str, str, str]] | None = None

    def step(self, words: Words, ended: tuple[str, ...] = ()) -> Step:
        """The act as a whole."""
        return Step(words, self._day, (*self._swaps, *reversed(self._dropped)), tuple(self._told), ended)

    def tell(self, vi: str, en: str) -> None:
        """Keep a remark about what was left out or is left open."""
        self._told.append(Words(vi, en))

    def end_element(self, element: Element, disposition: str) -> None:
        """End an element on the day, and record what was decided about it where its kind can say so."""
        update = _stopped(element, self._day)
        if isinstance(element, Managed):
            update |= {"disposition": disposition, "disposition_on": self._day}
        self._swaps.append(Swap(element, element.model_copy(update=update)))

    def new_home(self, id: str, name: str, sources: list[Element]) -> Element:
        """A new element of the kind of the sources, which says what all of them say alike."""
        unused(self._model, id)
        first = sources[0]
        alike = {
            field: value
            for field in _ALIKE
            if (value := getattr(first, field, None)) is not None
            and all(getattr(other, field, None) == value for other in sources)
        }
        row = {"id": id, "name": name, "since": self._day, "evidence": self._evidence, **alike}
        home = made(type(first), row)
        self._swaps.append(Swap(None, home, None, first.id))
        return home

    def end(self, at: int) -> None:
        """End a relation on the day; one that would begin only then is dropped."""
        relation = self._model.relations[at]
        if not runs_on(relation, self._day):
            return
        if relation.since is not None and relation.since >= self._day:
            self._dropped.append(Swap(relation, None, at))
        else:
            self._swaps.append(Swap(relation, relation.model_copy(update=_stopped(relation, self._day)), at))

    def hand_over(self, at: int, home: dict[str, str]) -> None:
        """End a relation that mentions what is merged, and begin the same one with what it is merged into."""
        old = self._model.relations[at]
        if not runs_on(old, self._day):
            return
        if ends_with_it(old):
            self.end(at)
        elif old.type not in _TAKEN_OVER or old.source not in home:
            return
        waiting = getattr(old, "state", None) in {"planned", "not_connected"}
        since = old.since if waiting or (old.since is not None and old.since > self._day) else self._day
        new = old.model_copy(
            update={
                "source": home.get(old.source, old.source),
                "target": home.get(old.target, old.target),
                "since": since,
                "evidence": self._evidence,
                "place": None,
            }
        )
        if new.source == new.target:
            self.tell(f"bỏ quan hệ tự trỏ: {_shown(old)}", f"dropped, as it would lead to itself: {_shown(old)}")
            return
        if isinstance(new, Flow):
            self._append(self._flow(new, home), beside=new.id)
        elif self._tied_now(new.type, new.source, new.target):
            self.tell(f"đã có sẵn: {_shown(new)}", f"there already: {_shown(new)}")
        else:
            self._append(new)

    def replace(self, type: str, source: str, target: str) -> None:
        """End the relations of a type that leave an element, and begin one to another target."""
        found = [
            (at, relation)
            for at, relation in enumerate(self._model.relations)
            if relation.source == source and relation.type == type and runs_on(relation, self._day)
        ]
        if any(relation.target == target for _, relation in found):
            words = RELATIONS[type]
            raise already(
                Words(
                    f"'{source}' đã {words.forward.vi} '{target}'", f"'{source}' {words.forward.en} '{target}' already"
                )
            )
        for at, _ in found:
            self.end(at)
        self.add(type, source, target, since=self._day)

    def add_once(self, type: str, source: str, target: str, **fields: Any) -> None:
        """A relation that may be on record already."""
        if not self._tied_now(type, source, target):
            self.add(type, source, target, **fields)

    def add(self, type: str, source: str, target: str, **fields: Any) -> None:
        """A new relation that rests on the proposal."""
        row = {"type": type, "source": source, "target": target, "evidence": self._evidence, **fields}
        self._append(made(RELATIONS[type].relation, row))

    def _append(self, relation: Relation, beside: str | None = None) -> None:
        if ends_with_it(relation):
            relation = self._capped(relation)
        if relation.until is not None and relation.since is not None and relation.until <= relation.since:
            self.tell(
                f"bỏ, vì hết trước khi bắt đầu: {_shown(relation)}",
                f"dropped, as it would end first: {_shown(relation)}",
            )
            return
        self._swaps.append(Swap(None, relation, self._length, beside))
        self._length += 1

    def _capped(self, relation: Relation) -> Relation:
        """The relation, no longer than its ends hold: a later act may speak of an earlier day."""
        ends = [self._model.elements.get(id) for id in (relation.source, relation.target)]
        days = [end.until for end in ends if end is not None and end.until is not None]
        until = min([*days, *([relation.until] if relation.until else [])], default=None)
        return relation if until == relation.until else relation.model_copy(update={"until": until})

    def _flow(self, flow: Flow, home: dict[str, str]) -> Flow:
        """The flow under an id of its own, over and with what the merged became."""
        stem, _, last = flow.id.rpartition("-")
        stem = stem if last.isdigit() and stem.lower() in self._ids else flow.id
        number = 2
        while f"{stem}-{number}".lower() in self._ids:
            number += 1
        id = f"{stem}-{number}"
        self._ids.add(id.lower())
        lists = {name: tuple(dict.fromkeys(home.get(x, x) for x in getattr(flow, name)))
                 for name in ("via", "carries", "code_tables")}  # fmt: skip
        lists["via"] = tuple(x for x in lists["via"] if x not in {flow.source, flow.target})
        return flow.model_copy(update={"id": id, "state_note": None, "due": None, "note": None, **lists})

    def _tied_now(self, type: str, source: str, target: str) -> bool:
        """Whether the same two are tied so already, from the day on; what is asked once is remembered as tied."""
        if self._tied is None:
            self._tied = {
                (r.type, r.source, r.target)
                for r in self._model.relations
                if not isinstance(r, Flow) and runs_on(r, self._day)
            }
        tie = (type, source, target)
        known = tie in self._tied
        self._tied.add(tie)
        return known


def runs_on(relation: Relation, day: str) -> bool:
    """Whether a relation still holds on the day, or begins later."""
    return holds(None, relation.until, day)


def _stopped(record: Element | Relation, day: str) -> dict[str, Any]:
    """The fields of a record that ends; what was planned and never ran, or of unknown state, is not said to have run."""
    update: dict[str, Any] = {"until": day}
    if getattr(record, "state", None) in WORKING:
        update["state"] = "ended"
    if getattr(record, "usage", None) in {"in_use", "partly_used"}:
        update["usage"] = "no_longer_used"
    return update


def ends_with_it(relation: Relation) -> bool:
    """Whether a relation ends with either end: a need or duty, and not one that speaks of what has been."""
    return DEPENDENCES[relation.type].notion != "record" and relation.type not in _OUTLIVING


def already(fact: Words) -> ArchmodelError:
    """The refusal of an act that would change nothing."""
    return ArchmodelError(fact, Words("bỏ bước này", "leave this step out"))


def _shown(relation: Relation) -> str:
    id = f" {relation.id}" if isinstance(relation, Flow) else ""
    return f"{relation.source} {relation.type}{id} {relation.target}"
