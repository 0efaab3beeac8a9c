"""All that is wrong with a record, or all that is not known of it, as the one finding of a rule about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from archmodel.checks.rule import Finding, Outcome
from archmodel.checks.telling import SHOWN
from archmodel.errors import Place
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.words import Words


def gathered(
    about: Element | Relation,
    wrong: Sequence[Words],
    absent: Sequence[Words],
    fix: Words,
    see: Iterable[Element | Relation] = (),
    *,
    at: Place | None = None,
) -> Iterator[Finding]:
    """A failure that tells all that is wrong; else, where something is not recorded, what that is.

    It is placed at the record, or at ``at`` where that is the line to mend.
    """
    told = tuple(dict.fromkeys(wrong or absent))
    if not told:
        return
    id = getattr(about, "id", None) or getattr(about, "source", "")
    shown = told[:SHOWN]
    more = f"; … ({len(told)})" if len(told) > SHOWN else ""
    places: tuple[Place, ...] = tuple(dict.fromkeys(record.place for record in see if record.place))[:SHOWN]
    yield Finding(
        about,
        Words(
            f"'{id}': {'; '.join(part.vi for part in shown)}{more}",
            f"'{id}': {'; '.join(part.en for part in shown)}{more}",
        ),
        fix,
        Outcome.FAIL if wrong else Outcome.INSUFFICIENT,
        at=at,
        see=places,
    )
