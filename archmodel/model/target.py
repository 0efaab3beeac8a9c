"""The target: which elements the architecture shall hold once what is recorded as decided has come about.

The target has no day. It holds what is recorded as planned or as target, and what stays; it leaves out what has a
recorded end and what a decision ends, replaces or merges into something that stays. A merger nobody is named to take
over, and an own system without a decision, stay: leaving out would decide for the City. Whether the decisions agree with
one another is for rule FW4-07.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from archmodel.model.record import Element, Managed
from archmodel.model.relations import Relation

Fate = Literal["comes", "stays", "undecided", "leaves"]
"""What becomes of an element: in the target anew, there still, there for want of a decision, or no longer there."""

_COMING = frozenset({"planned", "in_build"})


def fates(elements: Mapping[str, Element], relations: Iterable[Relation]) -> dict[str, Fate]:
    """The fate of each element by id."""
    heirs: dict[str, list[str]] = defaultdict(list)
    for relation in relations:
        if relation.type == "succeeds":
            heirs[relation.target].append(relation.source)
        elif relation.type == "migrates_to":
            heirs[relation.source].append(relation.target)
    found = {element.id: _own_fate(element) for element in elements.values()}
    for id, element in elements.items():
        if found[id] != "leaves" and _is_folding(element) and _is_taken_over(id, heirs, elements, found):
            found[id] = "leaves"
    return found


def is_over(relation: Relation) -> bool:
    """Whether a relation is recorded to end, and so is not in the target."""
    return relation.until is not None or getattr(relation, "state", None) == "ended"


def _own_fate(element: Element) -> Fate:
    """What the record alone says."""
    if element.until is not None or getattr(element, "state", None) == "ended":
        return "leaves"
    if not isinstance(element, Managed):
        return "stays"
    if element.disposition == "replace_or_end":
        return "leaves"
    if element.model_state == "target" or element.disposition == "new" or element.state in _COMING:
        return "comes"
    decided = element.disposition not in {None, "undecided", "merge"} or element.model_state == "both"
    return "stays" if decided or element.record != "own" else "undecided"


def _is_folding(element: Element) -> bool:
    """Whether the element is to go into another, if there is one to take it."""
    return isinstance(element, Managed) and (
        element.disposition == "merge" or element.state in {"merging", "replacing"}
    )


def _is_taken_over(
    id: str, heirs: Mapping[str, list[str]], elements: Mapping[str, Element], found: Mapping[str, Fate]
) -> bool:
    """Whether some chain of heirs ends at an element that stays for its own sake; a circle of mergers ends nowhere."""
    seen, edge = {id}, [id]
    while edge:
        for heir in heirs.get(edge.pop(), ()):
            if heir in seen or heir not in elements:
                continue
            seen.add(heir)
            if _is_folding(elements[heir]):
                edge.append(heir)
            elif found[heir] != "leaves":
                return True
    return False
