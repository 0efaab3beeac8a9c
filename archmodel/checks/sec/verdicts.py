"""From what is said of a record to at most one finding: faults fail, fields left open are insufficient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.checks.rule import Finding, Outcome
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.words import Words


def verdict(
    about: Element | Relation, said: Iterable[Words | str], fix: Words, named: Words | None = None
) -> Iterator[Finding]:
    """The finding about a record, if there is one to make.

    Args:
        about: the record.
        said: facts that contradict the duty as words, names of missing fields as text.
        fix: the remedy of the faults.
        named: how the message names the record; its id when not given.
    """
    said = list(said)
    faults = [item for item in said if isinstance(item, Words)]
    fields = ", ".join(dict.fromkeys(item for item in said if isinstance(item, str)))
    name = f"'{getattr(about, 'id', '')}'"
    named = named or Words(name, name)
    if faults:
        yield Finding(about, Words("; ".join(f.vi for f in faults), "; ".join(f.en for f in faults)), fix)
    elif fields:
        message = Words(f"{named.vi} chưa ghi: {fields}", f"{named.en} does not state: {fields}")
        yield Finding(about, message, Words(f"ghi {fields}", f"record {fields}"), Outcome.INSUFFICIENT)
