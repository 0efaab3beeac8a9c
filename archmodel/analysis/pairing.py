"""Which record of one model is which of another, and what happened to it: elements by id, relations by their ends.

Relations carry no id but flows; those of one type between the same two ends are told apart by what they say, so that
moving lines about pairs each with itself. Everything is done by look-up: the work grows with the number of records.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archmodel.analysis.change import Change, Content, FieldChange, codes_differing, differing, same_content
from archmodel.analysis.renames import renames
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Flow, Relation
from archmodel.model.target import is_over

Ends = tuple[str, ...]
_POINTING = ("source", "target", "via", "carries", "code_tables")


def changed_elements(old: Model, new: Model) -> list[Change[Element]]:
    """What happened to each element that is not the same in both models."""
    found: list[Change[Element]] = []
    gone, come = [], []
    for id, before in old.elements.items():
        after = new.elements.get(id)
        if after is None:
            recorded = new.origin.elements.get(id)
            if recorded is not None and _is_out(recorded, new):
                found.append(Change("ended", before, None, differing(before, recorded), recorded.until))
            elif recorded is None:
                gone.append(before)
            else:
                found.append(Change("removed", before, None))
        elif change := _changed(before, after, old, new):
            found.append(change)
    for id, after in new.elements.items():
        if id not in old.elements:
            recorded = old.origin.elements.get(id)
            if recorded is None:
                come.append(after)
            elif _is_to_begin(recorded, old):
                found.append(Change("begun", None, after, differing(recorded, after), after.since))
            else:
                found.append(Change("added", None, after))
    same = renames(gone, come, new.relations)
    taken = {id for rename in same for id in (rename.old.id, rename.new.id)}
    found += [Change("renamed", item.old, item.new, differing(item.old, item.new), why=item.why) for item in same]
    found += [Change("removed", element, None) for element in gone if element.id not in taken]
    found += [Change("added", None, element) for element in come if element.id not in taken]
    return found


def _changed(before: Element, after: Element, old: Model, new: Model) -> Change[Element] | None:
    """What happened to an element of both models, if anything did."""
    fields = differing(before, after) or codes_differing(before, after, old.day, new.day)
    if fields:
        return Change("ended" if _ends(fields) else "changed", before, after, fields, _end(fields))
    is_coming = new.shows is not None and new.day is None and new.fates.get(after.id) == "comes"
    return Change("coming", before, after, on=after.since) if is_coming else None


def _is_out(recorded: Element, model: Model) -> bool:
    """Whether the records of a model say that the element is over there: by its end, or in the target."""
    if model.day is not None:
        return not recorded.holds_on(model.day) and recorded.until is not None and not _is_to_begin(recorded, model)
    return model.shows is not None and model.fates.get(recorded.id) == "leaves"


def _is_to_begin(recorded: Record, model: Model) -> bool:
    """Whether a record begins after the day of a model."""
    return model.day is not None and recorded.since is not None and recorded.since > model.day


def _ends(fields: tuple[FieldChange, ...]) -> bool:
    """Whether the change records an end that was not there: a day, or the state."""
    return any((name == "until" and was is None) or (name == "state" and now == "ended") for name, was, now in fields)


def _end(fields: tuple[FieldChange, ...]) -> str | None:
    return next((now for name, _, now in fields if name == "until"), None)


def changed_relations(old: Model, new: Model, renamed: Mapping[str, str]) -> list[Change[Relation]]:
    """What happened to each relation that is not the same in both models.

    Args:
        old: the earlier model.
        new: the later model.
        renamed: new ids by old ones; a relation that only follows them is *followed*.
    """
    found: list[Change[Relation]] = []
    was, now = _by_ends(old.relations), _by_ends(new.relations)
    gone: list[Relation] = []
    for ends, before in was.items():
        pairs, over, rest = _paired(before, now.pop(ends, ()))
        found += [_between(one, other, renamed) for one, other in pairs]
        gone += over
        if rest:
            now[ends] = rest
    later, earlier = _recorded(new), _recorded(old)
    for relation in gone:
        follower = _follower(relation, now, renamed)
        lost = _lost(relation, new, later.get(ends_of(relation), ()))
        found.append(_between(relation, follower, renamed) if follower else lost)
    come = [relation for rest in now.values() for relation in rest]
    return [*found, *(_won(relation, old, earlier.get(ends_of(relation), ())) for relation in come)]


def ends_of(relation: Relation) -> Ends:
    """What a relation is known by: the id of a flow, or its type and both ends."""
    return ("flow", relation.id) if isinstance(relation, Flow) else (relation.type, relation.source, relation.target)


def _by_ends(relations: Iterable[Relation]) -> dict[Ends, Sequence[Relation]]:
    found: dict[Ends, list[Relation]] = defaultdict(list)
    for relation in relations:
        found[ends_of(relation)].append(relation)
    return dict(found)


def _paired(
    before: Sequence[Relation], after: Sequence[Relation]
) -> tuple[list[tuple[Relation, Relation]], Sequence[Relation], Sequence[Relation]]:
    """Of relations with the same ends: the pairs that differ, and those left over on either side."""
    if not after:
        return [], before, ()
    if len(before) == len(after) == 1:
        one, other = before[0], after[0]
        return ([(one, other)] if differing(one, other) else []), (), ()
    same = Counter(map(same_content, before)) & Counter(map(same_content, after))
    over, rest = (_without(relations, same) for relations in (before, after))
    paired = list(zip(over, rest, strict=False))
    return paired, over[len(paired) :], rest[len(paired) :]


def _without(relations: Iterable[Relation], same: Counter[Content]) -> list[Relation]:
    """The relations but for as many of each content as are given, in an order of what they say."""
    left, found = same.copy(), []
    for relation in relations:
        content = same_content(relation)
        if left[content] > 0:
            left[content] -= 1
        else:
            found.append(relation)
    return sorted(found, key=Relation.model_dump_json)


def _between(before: Relation, after: Relation, renamed: Mapping[str, str]) -> Change[Relation]:
    fields = differing(before, after)
    if renamed and not differing(_translated(before, renamed), after):
        return Change("followed", before, after, fields)
    return Change("ended" if _ends(fields) else "changed", before, after, fields, _end(fields))


def _follower(relation: Relation, now: dict[Ends, Sequence[Relation]], renamed: Mapping[str, str]) -> Relation | None:
    """The new relation between the new ids of the ends, taken out of ``now``."""
    ends = ends_of(_translated(relation, renamed)) if renamed else ()
    if not ends or ends == ends_of(relation) or not now.get(ends):
        return None
    first, *rest = now.pop(ends)
    if rest:
        now[ends] = rest
    return first


def _translated(relation: Relation, renamed: Mapping[str, str]) -> Relation:
    """The relation with the new ids in place of the old ones."""
    changed: dict[str, Any] = {}
    for name in _POINTING:
        value = getattr(relation, name, None)
        moved = (
            tuple(renamed.get(id, id) for id in value) if isinstance(value, tuple) else renamed.get(value or "", value)
        )
        if moved != value:
            changed[name] = moved
    return relation.model_copy(update=changed) if changed else relation


def _lost(relation: Relation, new: Model, recorded: Sequence[Relation]) -> Change[Relation]:
    """A relation the new model does not hold: ended where its records, or those of its ends, say so."""
    if recorded and all(_relation_is_out(item, new) for item in recorded):
        return Change("ended", relation, None, on=recorded[0].until)
    return Change("removed", relation, None)


def _won(relation: Relation, old: Model, recorded: Sequence[Relation]) -> Change[Relation]:
    """A relation the old model does not hold: begun where its records, or those of its ends, say so."""
    if recorded and all(_relation_is_to_begin(item, old) for item in recorded):
        return Change("begun", None, relation, on=relation.since)
    return Change("added", None, relation)


def _recorded(model: Model) -> dict[Ends, Sequence[Relation]]:
    """All records of relations behind a model narrowed in time; none where it is not, for then it holds them all."""
    return {} if model.day is None and model.shows is None else _by_ends(model.origin.relations)


def _relation_is_out(relation: Relation, model: Model) -> bool:
    if model.day is None:
        return is_over(relation) or any(_is_out(end, model) for end in _ends_in(relation, model))
    is_past = relation.until is not None and not relation.holds_on(model.day) and not _is_to_begin(relation, model)
    return is_past or any(_is_out(end, model) for end in _ends_in(relation, model))


def _relation_is_to_begin(relation: Relation, model: Model) -> bool:
    return _is_to_begin(relation, model) or any(_is_to_begin(end, model) for end in _ends_in(relation, model))


def _ends_in(relation: Relation, model: Model) -> list[Element]:
    known = model.origin.elements
    return [known[id] for id in (relation.source, relation.target) if id in known]
