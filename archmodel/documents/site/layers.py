"""The page of a layer: a table for each of its kinds, by the Vietnamese alphabet.

The table of a kind with many elements stands on pages of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from archmodel.documents.site.address import kind_page
from archmodel.documents.site.coverage import by_kind
from archmodel.documents.site.publication import Publication, Ref
from archmodel.model.kinds import KINDS, LAYERS, Layer
from archmodel.model.record import Element
from archmodel.model.values import LABELS

LONG, A_PAGE = 2500, 1000
"""Elements of a kind up to which all stand on the page of the layer, and how many on each page where there are more."""


@dataclass(frozen=True, slots=True)
class Row:
    """An element in a table: its name, who owns or leads it, its state, and how sure its record is."""

    ref: Ref
    short: str | None
    owners: tuple[Ref, ...]
    state: str
    standing: str
    record: str
    confidence: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class KindTable:
    """The elements of a kind; ``owned`` and ``stated`` say whether the columns mean anything for it.

    ``parts`` are the pages they stand on where they are many; such a part is a table of its own.
    """

    kind: str
    title: str
    owned: bool
    stated: bool
    rows: tuple[Row, ...]
    href: str = ""
    parts: tuple[KindTable, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerPage:
    """A layer and its tables."""

    layer: Layer
    title: str
    tables: tuple[KindTable, ...]


def layer_values(site: Publication, layer: Layer) -> LayerPage:
    """The values of a layer's page."""
    return LayerPage(
        layer,
        site.say(LAYERS[layer]),
        tuple(
            _parted(
                layer,
                KindTable(
                    name,
                    site.say(KINDS[name].plural),
                    owned=name not in {"organisation", "principle", "goal"},
                    stated="state" in KINDS[name].element.model_fields,
                    rows=tuple(_row(site, element) for element in site.sorted(elements)),
                ),
            )
            for name, elements in by_kind(site, layer).items()
        ),
    )


def _parted(layer: Layer, table: KindTable) -> KindTable:
    if len(table.rows) <= LONG:
        return table
    rows = (table.rows[at : at + A_PAGE] for at in range(0, len(table.rows), A_PAGE))
    parts = tuple(
        replace(
            table,
            title=f"{table.title}: {part[0].ref.name} – {part[-1].ref.name}",
            rows=part,
            href=kind_page(layer, table.kind, number),
        )
        for number, part in enumerate(rows, 1)
    )
    return replace(table, parts=parts)


def _row(site: Publication, element: Element) -> Row:
    owners = [
        relation.target
        for type_ in ("owned_by", "led_by")
        for relation in site.model.outgoing(element.id, type_)
        if relation.holds_on(site.day) or not element.holds_on(site.day)
    ]
    record = getattr(element, "record", None)
    return Row(
        ref=site.named(element),
        short=element.abbreviation,
        owners=tuple(site.ref(id) for id in dict.fromkeys(owners)),
        state=site.label("work_state" if element.kind == "task" else "state", getattr(element, "state", None)),
        standing=site.standing(element),
        record=site.say(LABELS["record"]["reference"]) if record == "reference" else "",
        confidence=site.label("confidence", element.confidence),
        inferred=element.confidence == "inferred",
    )
