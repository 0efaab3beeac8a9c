"""What bodies and systems of the past left behind: data whose keeper has ended, systems nobody owns any more."""

from __future__ import annotations

from archmodel.analysis.activity import is_family, is_own
from archmodel.analysis.bodies import owners
from archmodel.checks.kh130.data_homes import held_by, keepers
from archmodel.checks.kh130.reorganisation import judged
from archmodel.model.elements import Application, Dataset, Document
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words


def has_ended(model: Model, id: str, day: str) -> bool:
    """Whether an element has a recorded end that has passed: its state says so, or its day."""
    element = model.origin[id]
    past = element.until is not None and not element.holds_on(day) and (element.since or "") <= day
    return past or getattr(element, "state", None) == "ended"


def is_ownerless(model: Model, element: Element, day: str) -> bool:
    """Whether bodies that owned an element are dissolved and nobody of today owns it."""
    living, ended = owners(model, element.id, day)
    return bool(ended) and not living


def data_left(model: Model, day: str) -> dict[str, tuple[Dataset, Words]]:
    """The City's data a predecessor leaves, by id, with why: its owner is dissolved, it is succeeded, its system ended."""
    found: dict[str, tuple[Dataset, Words]] = {}
    for data in judged(model).datasets:
        if not is_own(data) or is_family(data):
            continue
        ended = owners(model, data.id, day)[1]
        heirs = [relation.source for relation in model.origin.incoming(data.id, "succeeds")]
        systems = [system for system in keepers(model, data.id) if has_ended(model, system, day)]
        if ended:
            found[data.id] = data, Words(f"của '{ended[0].id}' đã giải thể", f"of '{ended[0].id}', dissolved")
        elif heirs:
            found[data.id] = data, Words(f"được '{heirs[0]}' kế thừa", f"succeeded by '{heirs[0]}'")
        elif systems:
            found[data.id] = data, Words(f"trong '{systems[0]}' đã kết thúc", f"in '{systems[0]}', which has ended")
    return found


def silent_systems(model: Model, day: str) -> dict[str, tuple[Application, Words]]:
    """The City's systems that ended or that a dissolved body left, of which no data is recorded, with why."""
    found: dict[str, tuple[Application, Words]] = {}
    for system in judged(model).applications:
        if not is_own(system) or is_family(system) or system.holds_no_data or held_by(model, system.id):
            continue
        if has_ended(model, system.id, day):
            found[system.id] = system, Words("đã kết thúc", "which has ended")
        elif is_ownerless(model, system, day):
            body = owners(model, system.id, day)[1][0]
            found[system.id] = system, Words(f"của '{body.id}' đã giải thể", f"of '{body.id}', dissolved")
    return found


def is_disposed_of(model: Model, data: Dataset) -> bool:
    """Whether minutes or a decision on record prove that the data was disposed of."""
    proofs = model.origin.targets(data.id, "evidenced_by")
    return data.disposition == "replace_or_end" and any(
        isinstance(proof, Document) and proof.category in {"minutes", "decision"} for proof in proofs
    )
