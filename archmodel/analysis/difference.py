"""The difference between two models: what was added, began, ended, was removed, changed or renamed.

A record that vanished from the files is *removed*; one whose end is recorded has *ended*; the two are never mixed. Where
and in what order records are written makes no difference. A difference carries enough to be applied to the old model.
Findings gained and lost are for ``archmodel.checks.comparison``; showing a difference is for the formats there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from archmodel.analysis.beside import changed_misfits, changed_reference, changed_waivers, differing_settings
from archmodel.analysis.change import Change, FieldChange, How, differing, same_content
from archmodel.analysis.pairing import changed_elements, changed_relations
from archmodel.analysis.renames import Suggestion, suggestions
from archmodel.errors import ArchmodelError
from archmodel.model.framework import Reference
from archmodel.model.kinds import KINDS
from archmodel.model.misfit import Misfit
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.model.settings import Plateau, Settings
from archmodel.model.waiver import Waiver
from archmodel.text.markup import face
from archmodel.text.words import Words


class Side(NamedTuple):
    """One of the two models, without its records: what it is called, its day, and what it is judged by."""

    name: Words
    day: str | None
    shows: Plateau | None
    settings: Settings
    reference: Reference
    waivers: tuple[Waiver, ...]
    misfits: tuple[Misfit, ...]
    edition: str | None

    @property
    def is_target(self) -> bool:
        """Whether the side is the target, which has no day."""
        return self.shows is not None and self.day is None


WORDS: dict[How, Words] = {
    "ended": Words("Kết thúc", "Ended"),
    "begun": Words("Bắt đầu", "Begun"),
    "removed": Words("Xóa khỏi hồ sơ", "Removed from the files"),
    "added": Words("Thêm vào hồ sơ", "Added to the files"),
    "renamed": Words("Đổi mã", "Renamed"),
    "changed": Words("Sửa", "Changed"),
    "coming": Words("Sẽ có", "To come"),
    "followed": Words("Theo mã mới", "Follows a new id"),
}
"""What each sort of change is called, in the order it is told."""


@dataclass(frozen=True)
class Difference:
    """What changed from ``old`` to ``new``, in one order whatever the order of the files.

    - ``added``: in the new model, and the old catalogue had no record of it;
    - ``begun``: recorded on both sides, and holding on the new day, not yet on the old;
    - ``ended``: recorded on both sides, with an end that has come, or that is newly recorded;
    - ``removed``: in the old model, and not in the new for any other reason: above all, its record is gone;
    - ``changed``: other fields differ; ``renamed``: the catalogue says it is the same under another id;
    - ``coming``: in both, and planned, where the new side is the target.

    ``relations`` has the same sorts, and ``followed`` for a relation that only follows the new id of an end.
    ``heirs`` are the elements that succeed what ended or was removed, by its id; ``origins`` those that what began or was
    added succeeds; both as the new catalogue records them.
    ``suggested`` pairs removed and added elements whose names are alike. ``waivers``, ``settings``, ``misfits`` and
    ``reference`` (the ids of instruments and editions that differ) tell what else differs. ``undecided`` are the ids of
    own systems in the target only because nothing is decided about them; empty where the new side is not the target.
    """

    old: Side
    new: Side
    elements: tuple[Change[Element], ...]
    relations: tuple[Change[Relation], ...]
    heirs: Mapping[str, tuple[Element, ...]]
    origins: Mapping[str, tuple[Element, ...]]
    suggested: tuple[Suggestion, ...]
    waivers: tuple[Change[Waiver], ...]
    settings: tuple[FieldChange, ...]
    misfits: tuple[FieldChange, ...]
    reference: tuple[str, ...]
    undecided: tuple[str, ...]

    @property
    def added(self) -> tuple[Change[Element], ...]:
        """Elements the old catalogue had no record of."""
        return self._of("added")

    @property
    def begun(self) -> tuple[Change[Element], ...]:
        """Elements recorded on both sides that began in between."""
        return self._of("begun")

    @property
    def ended(self) -> tuple[Change[Element], ...]:
        """Elements whose recorded end came, or was recorded, in between."""
        return self._of("ended")

    @property
    def removed(self) -> tuple[Change[Element], ...]:
        """Elements that are gone without a recorded end."""
        return self._of("removed")

    @property
    def changed(self) -> tuple[Change[Element], ...]:
        """Elements of which fields differ, the end aside."""
        return self._of("changed")

    @property
    def renamed(self) -> tuple[Change[Element], ...]:
        """Elements under another id."""
        return self._of("renamed")

    @property
    def coming(self) -> tuple[Change[Element], ...]:
        """Elements of both sides that are planned, where the new side is the target."""
        return self._of("coming")

    def _of(self, how: How) -> tuple[Change[Element], ...]:
        return tuple(change for change in self.elements if change.how == how)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all differs."""
        return not (self.elements or self.relations or self.waivers or self.settings or self.misfits or self.reference)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many elements and relations each sort has; sorts with none are left out."""
        return {
            name: {how: counted[how] for how in WORDS if counted[how]}
            for name, counted in (
                ("elements", Counter(change.how for change in self.elements)),
                ("relations", Counter(change.how for change in self.relations)),
            )
        }

    def apply(self, model: Model) -> Model:
        """The new model, made of the old one and this difference; the order of unchanged records stays.

        Raises:
            ArchmodelError: ``model`` does not hold what the difference starts from.
        """
        elements = dict(model.elements)
        for change in self.elements:
            if change.old is not None:
                found = elements.get(change.old.id)
                if found is None or differing(found, change.old):
                    raise _unfit(change.old.id)
                if change.new is None or change.new.id != change.old.id:
                    del elements[change.old.id]
        elements |= {change.new.id: change.new for change in self.elements if change.new is not None}
        relations = tuple(self._applied(model.relations))
        new = self.new
        return Model(
            elements.values(), relations, settings=new.settings, reference=new.reference, waivers=new.waivers,
            misfits=new.misfits, day=new.day, edition=new.edition, shows=new.shows,
            withheld=model.withheld,
        )  # fmt: skip

    def _applied(self, relations: Sequence[Relation]) -> Iterator[Relation]:
        leaving = Counter(same_content(change.old) for change in self.relations if change.old is not None)
        for relation in relations:
            key = same_content(relation) if leaving else ()
            if leaving.get(key, 0):
                leaving[key] -= 1
            else:
                yield relation
        if over := next(iter(+leaving), None):
            raise _unfit(f"{over[0].__name__}")
        yield from (change.new for change in self.relations if change.new is not None)

    def __repr__(self) -> str:
        told = "; ".join(
            f"{name} {', '.join(f'{how} {number}' for how, number in counts.items())}"
            for name, counts in self.counts.items()
            if counts
        )
        return f"<Difference {self.old.name.en} → {self.new.name.en}: {told or 'none'}>"

    def _repr_html_(self) -> str:
        rows = [(WORDS[how].vi, *self._row(how)) for how in WORDS if any(self._row(how))]
        title = f"{self.old.name.vi} → {self.new.name.vi}"
        told = "" if rows else "không có gì khác"
        return face(title, told, rows, ("", "Đối tượng", "Quan hệ", "Chẳng hạn") if rows else (), self._after())

    def _after(self) -> str:
        """What the notebook face closes with."""
        return f"{len(self.undecided)} chưa quyết định" if self.undecided else ""

    def _row(self, how: How) -> tuple[str, str, str]:
        elements, relations = self.counts["elements"].get(how, 0), self.counts["relations"].get(how, 0)
        first = [f"{change.name} ({change.id})" for change in self._of(how)[:3]]
        return str(elements or ""), str(relations or ""), "; ".join(first) + (" …" if elements > len(first) else "")


def diff(old: Model, new: Model, *, names: tuple[str, str] | None = None) -> Difference:
    """The difference between two models: of two folders, two revisions, or two days of one.

    Args:
        old: the earlier model; narrowed to a day, what begins and ends by ``new``'s day is told as such.
        new: the later model.
        names: what to call the two; their plateau, day or workspace when not given.
    """
    elements = changed_elements(old, new)
    renamed = {
        change.old.id: change.new.id for change in elements if change.how == "renamed" and change.old and change.new
    }
    gone = [change.old for change in elements if change.how == "removed" and change.old]
    come = [change.new for change in elements if change.how == "added" and change.new]
    called = (Words(names[0], names[0]), Words(names[1], names[1])) if names else (_called(old), _called(new))
    side = _side(new, called[1])
    return Difference(
        _side(old, called[0]),
        side,
        tuple(sorted(elements, key=_element_order)),
        tuple(sorted(changed_relations(old, new, renamed), key=_relation_order)),
        _heirs(new.origin, elements),
        _origins(new.origin, elements),
        tuple(suggestions(gone, come, new.settings.name_similarity)),
        tuple(changed_waivers(old, new)),
        differing_settings(old.settings, new.settings),
        tuple(changed_misfits(old, new)),
        tuple(changed_reference(old.reference, new.reference)),
        tuple(sorted(id for id in new.elements if new.fates[id] == "undecided")) if side.is_target else (),
    )


def _heirs(model: Model, changes: Iterable[Change[Element]]) -> Mapping[str, tuple[Element, ...]]:
    over = (change.id for change in changes if change.how in {"ended", "removed"})
    found = ((id, tuple(model.sources(id, "succeeds"))) for id in over)
    return MappingProxyType({id: heirs for id, heirs in found if heirs})


def _origins(model: Model, changes: Iterable[Change[Element]]) -> Mapping[str, tuple[Element, ...]]:
    new = (change.id for change in changes if change.how in {"begun", "added"})
    found = ((id, tuple(model.targets(id, "succeeds"))) for id in new)
    return MappingProxyType({id: olds for id, olds in found if olds})


def _side(model: Model, name: Words) -> Side:
    return Side(
        name, model.day, model.shows, model.settings, model.reference, model.waivers, model.misfits, model.edition
    )


def _called(model: Model) -> Words:
    if model.shows:
        day = f" ({model.day})" if model.day else ""
        return Words(f"{model.shows.name}{day}", f"{model.shows.name_en or model.shows.name}{day}")
    return Words(model.day, model.day) if model.day else Words(model.settings.name, model.settings.name_en)


_KIND_ORDER = {name: place for place, name in enumerate(KINDS)}
_HOW_ORDER = {how: place for place, how in enumerate(WORDS)}


def _element_order(change: Change[Element]) -> tuple[int, int, str]:
    return _HOW_ORDER[change.how], _KIND_ORDER.get(change.kind, len(_KIND_ORDER)), change.id


def _relation_order(change: Change[Relation]) -> tuple[Any, ...]:
    record = change.record
    return _HOW_ORDER[change.how], record.type, change.id, record.target, record.since or "", record.until or ""


def _unfit(what: str) -> ArchmodelError:
    return ArchmodelError(
        Words(f"mô hình không còn khớp với bản so sánh: {what}", f"the model does not fit the difference: {what}"),
        Words("so sánh lại từ mô hình này", "compare again, starting from this model"),
    )
