"""Which edition of the national framework a model is judged by on a day, and where its entries stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from archmodel.model.framework import Edition, Entry
from archmodel.model.model import Model


def edition_on(model: Model, day: str) -> Edition | None:
    """The edition the model asks to be judged by, or the law of ``day`` names; until that one begins, the one before.

    A workspace without legal profiles is judged by the edition of its settings. None where no profile covers the day
    or the edition is not loaded.
    """
    editions = model.reference.editions
    if model.edition is not None:
        return editions.get(model.edition)
    profile = model.reference.profile(day)
    if profile is None and model.reference.profiles:
        return None
    found = editions.get(profile.framework if profile else model.settings.framework)
    passed: set[str] = set()
    while found is not None and found.since is not None and found.since > day and found.id not in passed:
        passed.add(found.id)
        found = _replaced(found, editions)
    return None if found is None or found.id in passed else found


def _replaced(edition: Edition, editions: Mapping[str, Edition]) -> Edition | None:
    return next((other for other in editions.values() if other.replaced_by == edition.id), None)


def entries(edition: Edition) -> dict[str, Entry]:
    """Every entry of an edition by key."""
    return {entry.key: entry for listing in edition.listings for entry in listing.entries}


def lineage(known: Mapping[str, Entry], key: str) -> tuple[Entry, ...]:
    """The entry with ``key`` and those it stands under, innermost first; empty where there is none."""
    found: dict[str, Entry] = {}
    entry = known.get(key)
    while entry is not None and entry.key not in found:
        found[entry.key] = entry
        entry = known.get(entry.parent) if entry.parent else None
    return tuple(found.values())
