"""FW4-02: elements without a single home in the framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archmodel.analysis.editions import edition_on, entries, lineage
from archmodel.checks.fw4.subjects import own_singles, owner, owner_id
from archmodel.checks.fw4.unread_framework import is_unread, unread
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Control, Dataset, Network, Node, Service
from archmodel.model.framework import Entry
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Alignment
from archmodel.text.words import Words

PLACED = (Application, Dataset, Node, Network, Service, Control)
HOMES = ("layer", "view", "commune_component")
UNFIT = {
    "dataset": {"L1.HTS", "L4.KTT"},
    "network": {"L2", "L3", "L4"},
    "service": {"L1", "L2"},
}
"""Layers and parts of layers a kind cannot stand in; what may stand in several is left to the architect."""


def _judged(model: Model, day: str) -> list[str]:
    edition = edition_on(model, day)
    if edition is None:
        return []
    return owner_id(model) if is_unread(edition) else [e.id for e in own_singles(model, day, *PLACED)]


@rule(
    "FW4-02",
    Severity.ERROR,
    title=Words(
        "Mỗi thành phần thuộc đúng một lớp hoặc một nội dung xuyên suốt",
        "Every component sits in one framework layer or cross-cutting area",
    ),
    scope=_judged,
    cites=("QD1425:Phụ lục I", "QD292"),
    plan=("KH130-T1d",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Element in no layer of the framework, in two, or in one its kind cannot stand in.

    Why: what has no layer is drawn nowhere, and what has two is counted and paid for twice.
    Found: homes in two layers or cross-cutting areas, or one unfit for the kind (a data set in the channel layer),
      fails where the edition is complete; no home stated, a layer without the component inside it, or an edition
      whose lists are unknown, is insufficient.
    Fix: give the element one `aligned_to` (or several inside one layer) of the edition in force.
    Misses: families and reference records; whether the layer chosen is the best of those that suit the kind.
    Vì sao: không có lớp thì không sơ đồ nào vẽ tới, có hai lớp thì bị đếm và chi hai lần.
    Phát hiện: ở hai lớp hay nội dung xuyên suốt, hoặc ở lớp không hợp với loại (dữ liệu ở lớp kênh) là chưa đáp ứng khi
      khung đã đủ danh mục; chưa ghi lớp, chỉ ghi lớp mà không ghi thành phần, hoặc khung chưa có danh mục là chưa đủ cơ sở
      đánh giá.
    Khắc phục: ghi một `aligned_to` (hoặc nhiều, cùng một lớp) theo khung có hiệu lực.
    Bỏ sót: bản ghi nhóm và bản ghi tham chiếu; lớp đã chọn có phải lớp đúng nhất hay không.
    """
    edition = edition_on(model, day)
    if edition is None:
        return
    if is_unread(edition):
        yield from (unread(model, body, edition) for body in (owner(model),) if body)
        return
    known = entries(edition)
    homes = {entry.key for listing in edition.listings if listing.sort in HOMES for entry in listing.entries}
    outer = {entry.parent for entry in known.values() if entry.parent}
    judged = Outcome.FAIL if edition.status == "complete" else Outcome.INSUFFICIENT
    for element in own_singles(model, day, *PLACED):
        places = _places(model, element, edition.id, known, day)
        tops = sorted({place[-1].key for place in places if place[-1].key in homes})
        unfit = sorted({step.key for place in places for step in place} & UNFIT.get(element.kind, set()))
        if len(tops) > 1:
            shown = ", ".join(tops)
            yield Finding(
                element,
                Words(f"'{element.id}' cùng lúc ở {shown} của {edition.id}",
                      f"'{element.id}' stands in {shown} of {edition.id} at once"),
                Words("giữ một lớp, bỏ các 'aligned_to' khác", "keep one layer, remove the other 'aligned_to'"),
                judged,
            )  # fmt: skip
        elif unfit and judged is Outcome.FAIL:
            yield Finding(
                element,
                Words(f"'{element.id}' thuộc loại {element.kind} nhưng ở {', '.join(unfit)}",
                      f"'{element.id}' is of kind {element.kind} yet stands in {', '.join(unfit)}"),
                Words("chọn lớp hợp với loại đối tượng", "choose a layer that suits the kind"),
            )  # fmt: skip
        elif not tops or all(len(place) == 1 and place[0].key in outer for place in places if place[-1].key in tops):
            yield _unplaced(element, edition.id, tops)


def _unplaced(element: Element, edition: str, tops: list[str]) -> Finding:
    """That an element states no layer, or a layer and nothing inside it."""
    if not tops:
        return Finding(
            element,
            Words(
                f"'{element.id}' chưa ghi thuộc lớp nào của {edition}", f"'{element.id}' states no layer of {edition}"
            ),
            Words(f"thêm 'aligned_to: {edition}/...'", f"add 'aligned_to: {edition}/...'"),
            Outcome.INSUFFICIENT,
        )
    return Finding(
        element,
        Words(f"'{element.id}' chỉ ghi lớp {tops[0]}, chưa ghi thành phần trong lớp",
              f"'{element.id}' states the layer {tops[0]} but no component inside it"),
        Words("ghi thành phần cụ thể trong 'aligned_to'", "name the component in 'aligned_to'"),
        Outcome.INSUFFICIENT,
    )  # fmt: skip


def _places(
    model: Model, element: Element, edition: str, known: Mapping[str, Entry], day: str
) -> list[tuple[Entry, ...]]:
    found = []
    for relation in model.outgoing(element.id, "aligned_to"):
        own_edition, _, key = relation.target.partition("/")
        unmapped = isinstance(relation, Alignment) and relation.mapping == "unmapped"
        if own_edition == edition and relation.holds_on(day) and not unmapped and (place := lineage(known, key)):
            found.append(place)
    return found
