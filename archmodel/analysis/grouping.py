"""Changes sorted for reading: by what happened, by kind, bodies by tier; and the values of a field as short text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archmodel.analysis.activity import is_family
from archmodel.analysis.change import Change, FieldChange, How
from archmodel.analysis.difference import WORDS, Difference
from archmodel.model.elements import Organisation
from archmodel.model.kinds import KINDS
from archmodel.model.record import Element, Frozen
from archmodel.model.relations import Relation
from archmodel.model.values import LABELS
from archmodel.text.words import Words

_FAMILY = Words("nhóm cơ quan", "groups of bodies")


@dataclass(frozen=True, slots=True)
class Group:
    """The elements of one kind, of one tier for bodies, to which the same happened; groups of bodies by themselves."""

    how: How
    kind: str
    tier: str | None
    is_family: bool
    changes: tuple[Change[Element], ...]

    @property
    def title(self) -> Words:
        """The kind, with the tier for bodies, and whether each is a group of them."""
        plural = KINDS[self.kind].plural if self.kind in KINDS else Words(self.kind, self.kind)
        tier = LABELS["tier"][self.tier] if self.tier else Words("", "")
        parts = (plural, Words(tier.vi.lower(), tier.en.lower()), _FAMILY if self.is_family else Words("", ""))
        return Words(", ".join(p.vi for p in parts if p.vi), ", ".join(p.en for p in parts if p.en))


def groups(difference: Difference) -> tuple[Group, ...]:
    """The changed elements in reading order; within a group by id."""
    found: dict[tuple[How, str, str | None, bool], list[Change[Element]]] = defaultdict(list)
    for change in difference.elements:
        body = change.record if isinstance(change.record, Organisation) else None
        tier = body.tier if body else None
        found[change.how, change.kind, tier, body is not None and is_family(body)].append(change)
    hows, kinds, tiers = list(WORDS), list(KINDS), list(LABELS["tier"])
    order = sorted(
        found,
        key=lambda key: (hows.index(key[0]), kinds.index(key[1]), tiers.index(key[2]) if key[2] else 9, key[3]),
    )
    return tuple(Group(*key, tuple(found[key])) for key in order)


def by_type(changes: Iterable[Change[Relation]]) -> dict[How, dict[str, int]]:
    """How many relations of each type each thing happened to, in reading order."""
    counted = Counter((change.how, change.kind) for change in changes)
    return {
        how: {type: counted[how, type] for type in sorted(t for h, t in counted if h == how)}
        for how in WORDS
        if any(h == how for h, _ in counted)
    }


def lost_and_won(change: FieldChange) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values of a field that are no longer there and those that are new, as text; of a list, only those that differ."""
    old, new = (value if isinstance(value, tuple) else () if value is None else (value,) for value in change[1:])
    return tuple(text(v) for v in old if v not in new), tuple(text(v) for v in new if v not in old)


def text(value: Any) -> str:
    """A value of a record in one line, as a file would hold it."""
    if isinstance(value, Frozen):
        stated = value.model_dump(exclude_defaults=True, exclude_none=True)
        return ", ".join(f"{name}: {text(item)}" for name, item in stated.items())
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {text(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(text(item) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(str(value).split())
