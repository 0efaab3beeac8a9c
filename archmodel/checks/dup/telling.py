"""Places of several records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from archmodel.checks.telling import SHOWN
from archmodel.errors import Place
from archmodel.model.record import Element


def places(records: Iterable[Element]) -> tuple[Place, ...]:
    """Where the first few of the records are written."""
    return tuple(record.place for record in islice(records, SHOWN) if record.place)
