"""The day an answer is for, where nobody names one."""

from __future__ import annotations

from datetime import date

from archmodel.errors import whole_day
from archmodel.model.model import Model


def day_of(model: Model, asked: str | None = None) -> str:
    """The day asked for, else the model's own, else the one of the workspace's settings, else today.

    Raises:
        ArchmodelError: the day asked for is not a calendar day.
    """
    return whole_day(asked or model.day or model.settings.as_of or date.today().isoformat())
