"""What changed between two states of the architecture, as rows a page shows; and the page of the plateaus.

Decides which plateaus are compared - each with the next, in order of their days - and how a change reads. What changed
is for ``archmodel.analysis.difference``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from archmodel.analysis.change import Change, FieldChange
from archmodel.analysis.difference import WORDS, Difference, diff
from archmodel.analysis.grouping import by_type, groups, lost_and_won
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.labels import FIELDS, LISTS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS
from archmodel.model.settings import TARGET, TODAY
from archmodel.model.values import label
from archmodel.text.words import Words
from archmodel.views.dates import written

Naming = Callable[[Element], Ref]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field that changed: its label, the values gone and the values new; both empty where only the order changed."""

    label: str
    lost: tuple[str, ...]
    won: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An element that changed; ``others`` are its heirs or what it takes over from, ``day`` a recorded day."""

    about: Ref
    old_id: str | None
    day: str | None
    others: tuple[Ref, ...]
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class GroupRows:
    """The changes of one sort and kind; ``others`` is the heading of what they came from or went to, if any did."""

    anchor: str
    how: str
    title: str
    others: str | None
    has_days: bool
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """A sort of change with how many elements and relations it has, and the relations by type."""

    title: str
    elements: int
    relations: int
    types: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states and what changed between them."""

    anchor: str
    old: str
    new: str
    counts: tuple[CountRow, ...]
    groups: tuple[GroupRows, ...]
    undecided: int


_OWN_PLACE = {
    "kind": Words("Loại", "Kind"),
    "name": Words("Tên", "Name"),
    "name_status": Words("Cách biết tên", "How the name is known"),
    "evidence": Words("Nguồn", "Evidence"),
    "unknown": Words("Ghi là chưa xác định", "Stated as unknown"),
    "not_applicable": Words("Không áp dụng", "Not applicable"),
}
"""Fields that other pages show in a place of their own."""
_HEIRS = Words("Bên kế thừa", "Succeeded by")
_ORIGINS = Words("Thay cho", "Takes over from")


def change_page(site: Publication) -> tuple[Compared, ...]:
    """The differences between the plateaus of the workspace, each with the next; today is the day of the site."""
    model = site.model.origin if site.model.day else site.model
    states: dict[str, Model] = {}
    for plateau in model.settings.plateaus:
        day = site.day if plateau.on == TODAY else plateau.on
        if day not in states:
            states[day] = model.plateau(TARGET) if day == TARGET else model.at(day)
    names = {site.day if p.on == TODAY else p.on: site.words_of(p) or p.on for p in reversed(model.settings.plateaus)}
    return tuple(
        compared(
            diff(states[old], states[new]),
            site.lang,
            site.named,
            names=(_called(names[old], old, site.lang), _called(names[new], new, site.lang)),
            anchor=f"{old}--{new}",
        )
        for old, new in pairwise(sorted(states))
    )


def _called(name: str, day: str, lang: str) -> str:
    return name if day == TARGET else f"{name} ({written(day, lang)})"


def compared(
    difference: Difference,
    lang: str,
    named: Naming,
    *,
    names: tuple[str, str],
    anchor: str,
) -> Compared:
    """A difference as rows.

    Args:
        difference: what changed.
        lang: ``"vi"`` or ``"en"``.
        named: how an element is named on the page.
        names: what the two states are called.
        anchor: what the anchors of the page begin with.
    """
    return Compared(
        anchor,
        *names,
        tuple(_counts(difference, lang)),
        tuple(
            _group(
                f"{anchor}--{index}",
                f"{WORDS[group.how].to(lang)}: {group.title.to(lang)}",
                tuple(_row(difference, change, lang, named) for change in group.changes),
                _HEIRS.to(lang) if group.how in {"ended", "removed"} else _ORIGINS.to(lang),
                group.how,
            )
            for index, group in enumerate(groups(difference))
        ),
        len(difference.undecided),
    )


def _counts(difference: Difference, lang: str) -> list[CountRow]:
    elements, relations = difference.counts["elements"], by_type(difference.relations)
    return [
        CountRow(
            words.to(lang),
            elements.get(how, 0),
            sum(relations.get(how, {}).values()),
            tuple((RELATIONS[type].forward.to(lang), n) for type, n in relations.get(how, {}).items()),
        )
        for how, words in WORDS.items()
        if how in elements or how in relations
    ]


def _group(anchor: str, title: str, rows: tuple[ChangeRow, ...], others: str, how: str) -> GroupRows:
    """The rows of a group, with the columns they need."""
    has_others = any(row.others for row in rows)
    return GroupRows(anchor, how, title, others if has_others else None, any(row.day for row in rows), rows)


def _row(difference: Difference, change: Change[Element], lang: str, named: Naming) -> ChangeRow:
    others = (*difference.heirs.get(change.id, ()), *difference.origins.get(change.id, ()))
    shown = change.how not in {"begun", "coming"} and change.new is not None
    return ChangeRow(
        named(change.record),
        change.old.id if change.how == "renamed" and change.old else None,
        written(change.on, lang) if change.on else None,
        tuple(named(other) for other in others),
        tuple(field_row(field, lang) for field in change.fields if field.field != "id") if shown else (),
    )


def field_row(change: FieldChange, lang: str) -> FieldRow:
    """A changed field under its label, values of a list in words; a field without a label keeps the name files use."""
    title = FIELDS.get(change.field) or _OWN_PLACE.get(change.field)
    lost, won = lost_and_won(change)
    if change.field in LISTS:
        lost, won = (tuple(_listed(LISTS[change.field], value, lang) for value in side) for side in (lost, won))
    return FieldRow(title.to(lang) if title else change.field, lost, won)


def _listed(listing: str, value: str, lang: str) -> str:
    """A value of a list in words; tasks have states of their own."""
    words = label(listing, value, lang)
    return label("work_state", value, lang) if words == value and listing == "state" else words
