"""A framework whose lists nobody could obtain: what rules say of the owner once, in place of each element."""

from __future__ import annotations

from archmodel.checks.rule import Finding, Outcome
from archmodel.model.framework import Edition
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words


def is_unread(edition: Edition) -> bool:
    """Whether no list of the edition has an entry."""
    return not any(listing.entries for listing in edition.listings)


def unread(model: Model, body: Element, edition: Edition) -> Finding:
    """That what the edition asks cannot be judged while its component list is not known."""
    instrument = model.reference.instruments.get(edition.instrument or "")
    number = f" ({instrument.number})" if instrument and instrument.number else ""
    return Finding(
        body,
        Words(f"danh mục thành phần của khung {edition.id}{number} chưa có, nên chưa xét được",
              f"the component list of {edition.id}{number} is not known, so it cannot be judged"),
        Words(f"bổ sung danh mục vào framework_v4/{edition.id}", f"add the list to framework_v4/{edition.id}"),
        Outcome.INSUFFICIENT,
    )  # fmt: skip
