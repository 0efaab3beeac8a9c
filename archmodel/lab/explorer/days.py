"""The days the explorer's slider runs over, and the plateaus marked on it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from archmodel.model.model import Model
from archmodel.model.settings import TARGET, TODAY
from archmodel.text.days import first

MARGIN = timedelta(days=365)


def today_of(model: Model) -> str:
    """The day a model speaks of: its own, that of the settings, or the clock's."""
    return model.day or model.settings.as_of or date.today().isoformat()


def calendar_of(model: Model, lang: str, every_day: str) -> dict[str, Any]:
    """``first`` and ``last`` day of the slider, and ``marks``: the plateaus as value and label, every day first.

    It spans the plateaus and the days of settings with a year on either side, so that no single odd date stretches it.
    """
    settings = model.settings
    marks = [{"value": "", "label": every_day}]
    for plateau in settings.plateaus:
        name = (plateau.name_en if lang == "en" else None) or plateau.name
        day = today_of(model) if plateau.on == TODAY else plateau.on
        marks.append({"value": day, "label": name})
    days = [first(mark["value"]) for mark in marks if mark["value"] not in {"", TARGET}]
    days += [first(day) for day in (settings.days.issue, settings.days.effect, today_of(model)) if day]
    return {
        "first": (min(days) - MARGIN).isoformat(),
        "last": (max(days) + MARGIN).isoformat(),
        "today": today_of(model),
        "marks": marks,
    }
