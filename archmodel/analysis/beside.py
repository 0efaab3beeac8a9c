"""What differs between two models beside their records: waivers, settings, values set aside, frameworks and law."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.change import Change, FieldChange, How, differing
from archmodel.model.framework import Reference
from archmodel.model.model import Model
from archmodel.model.settings import Settings
from archmodel.model.waiver import Waiver


def differing_settings(old: Settings, new: Settings) -> tuple[FieldChange, ...]:
    """The settings that differ."""
    names = (name for name in Settings.model_fields if getattr(old, name) != getattr(new, name))
    return tuple(FieldChange(name, getattr(old, name), getattr(new, name)) for name in names)


def changed_waivers(old: Model, new: Model) -> Iterator[Change[Waiver]]:
    """What happened to each waiver, by id."""
    was, now = {waiver.id: waiver for waiver in old.waivers}, {waiver.id: waiver for waiver in new.waivers}
    for id in sorted({*was, *now}):
        before, after = was.get(id), now.get(id)
        fields = differing(before, after) if before and after else ()
        if fields or before is None or after is None:
            how: How = "added" if before is None else "removed" if after is None else "changed"
            yield Change(how, before, after, fields)


def changed_misfits(old: Model, new: Model) -> Iterator[FieldChange]:
    """The values set aside in reading that differ, by ``subject.field``."""
    if old.misfits is new.misfits:
        return
    was, now = ({(m.subject, m.field): m.value for m in model.misfits} for model in (old, new))
    for subject, field in sorted({*was, *now}):
        before, after = was.get((subject, field)), now.get((subject, field))
        if before != after:
            yield FieldChange(f"{subject}.{field}", before, after)


def changed_reference(old: Reference, new: Reference) -> Iterator[str]:
    """The ids of what differs in frameworks and law; the crosswalk and the profiles by their names."""
    if old is new:
        return
    for name in ("editions", "instruments", "clauses"):
        was, now = getattr(old, name), getattr(new, name)
        yield from sorted(id for id in {*was, *now} if was.get(id) != now.get(id))
    yield from (name for name in ("crosswalk", "profiles") if getattr(old, name) != getattr(new, name))
