"""Recorded exceptions to findings: who granted them, why, and until when."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from archmodel.model.record import Id, Line, Prose, Record, WholeDay


class Waiver(Record):
    """A recorded, dated exception: ``rule`` is a code, ``elements`` the ids it covers; it ends on ``until``."""

    id: Id
    rule: Line
    elements: Annotated[tuple[Id, ...], Field(strict=False, min_length=1)]
    reason: Prose
    granted_by: Line
    until: WholeDay
