"""The City's own architecture documents: which they are, which stands on a day, which framework it had to follow."""

from __future__ import annotations

from archmodel.analysis.activity import holding
from archmodel.model.elements import Document
from archmodel.model.framework import Edition, Listing
from archmodel.model.model import Model
from archmodel.text.vietnamese import folded

_LONG = {"ubnd": "uy ban nhan dan", "tp": "thanh pho", "tp.": "thanh pho", "hdnd": "hoi dong nhan dan"}


def spelled_out(name: str) -> str:
    """A body's name folded, with the abbreviations of state bodies written out, for comparing."""
    return " ".join(_LONG.get(word, word) for word in folded(name).split())


def standing(model: Model, day: str) -> list[Document]:
    """The owner's architecture documents of ``day``, drafts not yet issued among them, replaced ones left out."""
    return [
        d
        for d in _own(model, day)
        if not any(_replaces(model, r.source, day) for r in model.incoming(d.id, "succeeds"))
    ]


def _own(model: Model, day: str) -> list[Document]:
    owner = model.elements.get(model.settings.owner or "")
    names = {spelled_out(name) for name in (owner.name, owner.abbreviation, *owner.aliases) if name} if owner else set()
    return [
        document
        for document in model.documents.where(category="architecture")
        if document.holds_on(day)
        and (document.issued or day) <= day
        and (
            (document.issuer and spelled_out(document.issuer) in names)
            or any(owner and r.target == owner.id for r in holding(model.outgoing(document.id, "owned_by"), day))
        )
    ]


def _replaces(model: Model, id: str, day: str) -> bool:
    later = model.elements.get(id)
    return isinstance(later, Document) and later.issued is not None and later.issued <= day


def framework_of(model: Model, document: Document | None, day: str) -> Edition | None:
    """The framework edition by law on the day the document was issued; a draft is judged by the law of ``day``."""
    issued = document.issued if document else None
    profile = model.reference.profile(issued or day)
    if profile is None and issued is None:
        return model.reference.editions.get(model.settings.framework)
    return model.reference.editions.get(profile.framework) if profile else None


def listings(edition: Edition | None, sort: str) -> tuple[Listing, ...]:
    """The lists of one sort of an edition; none where there is no edition."""
    return edition.of_sort(sort) if edition else ()
