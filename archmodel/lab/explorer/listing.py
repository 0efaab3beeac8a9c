"""Finding elements: rows folded once, narrowed to a day, filtered and counted; plain values, no widget.

A search is a list of words; an element is found when each stands in its id, name, abbreviation or other names, accents
and case aside. Those that hold the words as one stand first, each part in the Vietnamese alphabet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from archmodel.model.kinds import KINDS, LAYERS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.values import label
from archmodel.text.vietnamese import folded, sort_key
from archmodel.views.box import layer_of

UNKNOWN = "?"
"""The value of a filter that asks for what is not recorded."""


class Row(NamedTuple):
    """An element as it is searched and listed; ``search`` is everything it is called, folded.

    ``standing`` is its state, ``"?"`` where none is recorded, empty where its kind has none.
    """

    id: str
    name: str
    search: str
    layer: str
    kind: str
    owners: tuple[str, ...]
    standing: str
    confidence: str


class Wanted(NamedTuple):
    """What is asked for; an empty text asks for nothing."""

    query: str = ""
    layer: str = ""
    kind: str = ""
    owner: str = ""
    standing: str = ""


class Choice(NamedTuple):
    """A value of a filter, its label, and how many elements it would leave."""

    value: str
    label: str
    number: int


class Listing(NamedTuple):
    """What was found, best first, and what each filter offers under the other conditions."""

    rows: tuple[Row, ...]
    choices: dict[str, tuple[Choice, ...]]


FILTERS: dict[str, Callable[[Row], tuple[str, ...]]] = {
    "layer": lambda row: (row.layer,),
    "kind": lambda row: (row.kind,),
    "owner": lambda row: row.owners or (UNKNOWN,),
    "standing": lambda row: (row.standing,) if row.standing else (),
}
"""The filters and the values a row has under each."""


class Searcher:
    """The elements of a model made ready for searching; ``names`` are those of every element, by id."""

    def __init__(self, model: Model, lang: str) -> None:
        self.lang = lang
        self.names = {element.id: element.name for element in model.origin}
        self._ordered = sorted(model, key=lambda element: (sort_key(element.name), element.id))
        self._search = {element.id: _called(element) for element in self._ordered}

    def rows(self, model: Model) -> tuple[Row, ...]:
        """The rows of the model, narrowed to a day or not, in the Vietnamese alphabet."""
        here = (model.elements.get(element.id) for element in self._ordered)
        return tuple(
            Row(
                element.id,
                element.name,
                self._search[element.id],
                layer_of(element),
                element.kind,
                tuple(dict.fromkeys(r.target for r in model.outgoing(element.id, "owned_by"))),
                str(getattr(element, "state", "") or UNKNOWN) if hasattr(element, "state") else "",
                element.confidence or "",
            )
            for element in here
            if element is not None
        )

    def listing(self, rows: Iterable[Row], wanted: Wanted) -> Listing:
        """What meets every condition."""
        phrase = folded(wanted.query)
        words = phrase.split()
        matching = [row for row in rows if all(word in row.search for word in words)]
        tests = {name: getattr(wanted, name) for name in FILTERS if getattr(wanted, name)}
        failing = [
            (row, [name for name, value in tests.items() if value not in FILTERS[name](row)]) for row in matching
        ]
        found = [row for row, failed in failing if not failed]
        if words:
            found.sort(key=lambda row: phrase not in row.search)
        choices = {
            name: self._choices(
                name, (row for row, failed in failing if not failed or failed == [name]), tests.get(name)
            )
            for name in FILTERS
        }
        return Listing(tuple(found), choices)

    def _choices(self, name: str, rows: Iterable[Row], chosen: str | None) -> tuple[Choice, ...]:
        counts = Counter(value for row in rows for value in FILTERS[name](row))
        if chosen and chosen not in counts:
            counts[chosen] = 0
        found = [Choice(value, self.label(name, value), count) for value, count in counts.items()]
        known = {value: at for at, value in enumerate([*LAYERS, *KINDS])}
        return tuple(
            sorted(
                found,
                key=lambda choice: (
                    choice.value == UNKNOWN,
                    known.get(choice.value, len(known)),
                    sort_key(choice.label),
                ),
            )
        )

    def label(self, name: str, value: str) -> str:
        """The value of a filter in words."""
        if value == UNKNOWN:
            return label("", None, self.lang)
        if name == "owner":
            return self.names.get(value, value)
        if name in {"layer", "kind"}:
            known = LAYERS if name == "layer" else {kind.name: kind.words for kind in KINDS.values()}
            return next((words.to(self.lang) for key, words in known.items() if key == value), value)
        state = label("state", value, self.lang)
        return state if state != value else label("work_state", value, self.lang)


def _called(element: Element) -> str:
    return folded(
        " | ".join((element.name, element.id, element.abbreviation or "", element.name_en or "", *element.aliases))
    )
