"""One element as pictures draw it: its names, where it is in its life, whose it is and in which layer it stands.

Every picture that draws elements as boxes asks here. Which boxes are drawn and where they stand is left to each picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archmodel.model.elements import Application, Organisation
from archmodel.model.kinds import KINDS, Layer
from archmodel.model.record import Element, Managed
from archmodel.text.vietnamese import composed

Standing = Literal["live", "coming", "ending", "unknown", "plain"]

_STANDING: dict[str | None, Standing] = {
    None: "unknown", "other": "unknown", "in_use": "live", "upgrading": "live", "planned": "coming", "in_build": "coming",
    "trial": "coming", "merging": "ending", "replacing": "ending", "suspended": "ending", "ended": "ending",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """An element as drawn; ``standing`` says where it is in its life, ``plain`` where that is not asked of its kind.

    ``letter`` names the shade of the picture it has; empty where boxes are not shaded.
    """

    id: str
    name: str
    name_en: str | None
    short: str | None
    standing: Standing
    letter: str = ""


def box_of(element: Element, letter: str = "") -> Box:
    """An element as drawn."""
    return Box(element.id, composed(element.name), element.name_en, element.abbreviation, standing_of(element), letter)


def standing_of(element: Element) -> Standing:
    """Where an element is in its life; ``plain`` where that is not asked of its kind."""
    return _STANDING[element.state] if isinstance(element, Managed) else "plain"


def is_own(element: Element) -> bool:
    """Whether an element is the workspace's own; a record that does not say counts as its own."""
    if isinstance(element, Managed):
        return element.record != "reference"
    return not (isinstance(element, Organisation) and element.tier in {"central", "outside"})


def layer_of(element: Element) -> Layer:
    """The layer of an element's kind; a system whose work is security stands with security, where a reader looks."""
    if isinstance(element, Application) and element.category == "security":
        return "security"
    return KINDS[element.kind].layer
