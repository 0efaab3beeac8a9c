"""Whom and what the framework rules judge: the owner of the architecture, its own single records, its own document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from archmodel.analysis.activity import has_stopped, is_active
from archmodel.model.elements import Document
from archmodel.model.model import Model
from archmodel.model.record import Element

E = TypeVar("E", bound=Element)


def owner(model: Model) -> Element | None:
    """The body whose architecture this is, as the settings name it; None where no record has that id."""
    return model.origin.elements.get(model.settings.owner or "")


def owner_id(model: Model) -> list[str]:
    """The id of the owner as a scope: empty where there is none."""
    body = owner(model)
    return [body.id] if body else []


def is_family(element: Element) -> bool:
    """Whether a record stands for a group of things, so that what it leaves unsaid is no gap of one thing."""
    return element.name_status == "family"


def own_singles(model: Model, day: str, *kinds: type[E]) -> Iterator[E]:
    """The records of these kinds that hold on ``day`` and are neither families nor kept by another body.

    A record that does not say whose it is is judged with the own ones; kinds without that field always are.
    """
    for element in model:
        if (
            isinstance(element, kinds)
            and element.holds_on(day)
            and not is_family(element)
            and not _is_reference(element)
        ):
            yield element


def _is_reference(element: Element) -> bool:
    return getattr(element, "record", None) == "reference"


def may_work(element: Element, day: str) -> bool:
    """Whether an element works on ``day`` or may: anything but known to be out of work."""
    return is_active(element, day) is not False


def has_ended(element: Element, day: str) -> bool:
    """Whether an element is known to have ended or stopped by ``day``; what has yet to begin has not."""
    if element.since is not None and element.since > day:
        return False
    return has_stopped(element, day)


def own_architecture(model: Model) -> list[Document]:
    """The documents that issue the owner's own architecture, whatever their day.

    They are architecture documents that ``owned_by`` says are the owner's, or that a task of the model ``concerns``.
    """
    body = owner(model)
    whole = model.origin
    return [
        document
        for document in whole.documents
        if document.category == "architecture"
        and (
            (body is not None and any(r.target == body.id for r in whole.outgoing(document.id, "owned_by")))
            or any(source.kind == "task" for source in whole.sources(document.id, "concerns"))
        )
    ]
