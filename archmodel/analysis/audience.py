"""The model a public edition is made from: what the public is not to read is taken out before anything is drawn or told.

What is withheld is listed in ``archmodel.model.withheld``. Which rules may be judged in public is for the checks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from archmodel.model.elements import Dataset, Interface
from archmodel.model.misfit import Misfit
from archmodel.model.model import Model
from archmodel.model.record import Element, Frozen, Record
from archmodel.model.relations import Flow, Relation
from archmodel.model.withheld import FIELDS, HIDDEN, RELATIONS, Withheld, is_inner, masked

R = TypeVar("R", bound=Record)
_KEPT = frozenset(
    {"id", "kind", "type", "source", "target", "via", "carries", "code_tables", "place", "elements", "rule"}
)
"""Fields that hold ids and fixed words: no pattern is looked for there, so that relations keep their ends."""


def for_public(model: Model) -> Model:
    """The model without what a public edition leaves out; ``model.withheld`` counts it by reason.

    Take it of the model as loaded, before any narrowing; a part or a day keeps its own whole, narrowed alike.
    """
    if model.withheld is not None:
        return model
    return _Censor(model).model(model)


class _Censor:
    """One pass over a model, each record narrowed once however many models hold it."""

    def __init__(self, model: Model) -> None:
        self.domain = model.settings.domain
        self.origin = model.origin
        self.counts: Counter[str] = Counter()
        self.done: dict[int, Record] = {}
        self.secret = {e.id for e in self.origin if isinstance(e, Dataset) and e.state_secret}
        self.counts["secret"] += len(self.secret)
        inner = {a.id for a in self.origin.applications if a.public is False or a.category == "internal"}
        self.inner = {r.target for r in self.origin.relations if r.type == "exposes" and r.source in inner}

    def model(self, model: Model) -> Model:
        """The narrowed twin of a model, of its whole and of its origin."""
        origin = None if model.origin is model else self.model(model.origin)
        whole = None if model.is_whole else origin if model.whole is model.origin else self.model(model.whole)
        return Model(
            (self.record(e, e.kind) for e in model if e.id not in self.secret),
            tuple(self.relations(model.relations)),
            settings=model.settings,
            reference=model.reference,
            waivers=tuple(self.record(w, "waiver") for w in model.waivers if self.secret.isdisjoint(w.elements)),
            misfits=tuple(m for m in model.misfits if not self._is_held(m)),
            day=model.day,
            edition=model.edition,
            shows=model.shows,
            whole=whole,
            origin=origin,
            withheld=self.counts,
        )

    def relations(self, relations: Iterable[Relation]) -> Iterator[Relation]:
        for relation in relations:
            roles = RELATIONS.get(relation.type)
            if roles is not None and (not roles or getattr(relation, "role", None) in roles):
                self.counts["security"] += id(relation) not in self.done
                self.done[id(relation)] = relation
            elif not {relation.source, relation.target} & self.secret:
                yield self.record(relation, relation.type)

    def _is_held(self, misfit: Misfit) -> bool:
        """Whether a value set aside stood in a field that is withheld, or in a record that is."""
        element = self.origin.elements.get(misfit.subject)
        return misfit.subject in self.secret or _names(misfit.field, element.kind if element else "flow")

    def record(self, record: R, kind: str) -> R:
        known = self.done.get(id(record))
        if known is None:
            known = self.done[id(record)] = self._narrowed(record, kind)
        return known  # type: ignore[return-value]

    def _narrowed(self, record: R, kind: str) -> R:
        changes: dict[str, Any] = {}
        for row in FIELDS:
            if not row.kinds or kind in row.kinds:
                self._withhold(record, row, changes)
        if isinstance(record, Interface) and record.address and self._is_inner(record):
            changes["address"] = None
            self.counts["address"] += 1
        if isinstance(record, Element) and (record.unknown or record.not_applicable):
            changes["unknown"] = tuple(u for u in changes.get("unknown", record.unknown) if not _names(u.field, kind))
            changes["not_applicable"] = tuple(name for name in record.not_applicable if not _names(name, kind))
        if isinstance(record, Flow) and self.secret:
            for name in ("carries", "code_tables"):
                changes[name] = tuple(id for id in getattr(record, name) if id not in self.secret)
        for name in type(record).model_fields:
            value = changes.get(name, getattr(record, name))
            if name not in _KEPT and value is not None and (clean := self._clean(value)) is not value:
                changes[name] = clean
        return record.model_copy(update=changes) if changes else record

    def _is_inner(self, page: Interface) -> bool:
        return page.id in self.inner or is_inner(page.category, page.address or "", page.access)

    def _withhold(self, record: Record, row: Withheld, changes: dict[str, Any]) -> None:
        head, *rest = row.path
        value = changes.get(head, getattr(record, head, None))
        if value in (None, ()):
            return
        if not rest:
            self.counts[row.group] += 1
            changes[head] = HIDDEN.vi if row.stands else None
        elif isinstance(value, tuple):
            changes[head] = tuple(self._without(item, rest[0], row) for item in value)
        else:
            changes[head] = self._without(value, rest[0], row)

    def _without(self, item: Any, name: str, row: Withheld) -> Any:
        if getattr(item, name, None) is None:
            return item
        self.counts[row.group] += 1
        return item.model_copy(update={name: HIDDEN.vi if row.stands else None})

    def _clean(self, value: Any) -> Any:
        """The value with its texts masked; the very same object where nothing matched."""
        if isinstance(value, str):
            clean = masked(value, self.domain)
            if clean == value:
                return value
            self.counts["pattern"] += 1
            return clean
        if isinstance(value, tuple):
            items = tuple(self._clean(item) for item in value)
            return value if all(a is b for a, b in zip(items, value, strict=True)) else items
        if isinstance(value, Frozen):
            parts = {name: getattr(value, name) for name in type(value).model_fields}
            cleaned = {name: new for name, old in parts.items() if (new := self._clean(old)) is not old}
            return value.model_copy(update=cleaned) if cleaned else value
        return value


def _names(field: str, kind: str) -> bool:
    """Whether a field of a kind, with its path, is one of those withheld without a word in their place."""
    path = tuple(field.split("."))
    rows = (row for row in FIELDS if not row.stands and (not row.kinds or kind in row.kinds))
    return any(path[: len(row.path)] == row.path for row in rows)
