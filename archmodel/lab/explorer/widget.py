"""The explorer as a widget: what the browser asks for comes in as attributes, what it shows goes out as plain values.

anywidget carries a small module of our own: no build, no copy of a framework, and the same object in JupyterLab, VS Code
and Voila.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.errors import whole_day
from archmodel.lab.explorer.days import calendar_of, today_of
from archmodel.lab.explorer.face import static_face
from archmodel.lab.explorer.listing import FILTERS, Listing, Row, Searcher, Wanted
from archmodel.lab.explorer.page import page_of
from archmodel.lab.explorer.words import said
from archmodel.model.collection import Collection
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.settings import TARGET
from archmodel.model.values import label
from archmodel.text.markup import FOLDED
from archmodel.text.words import Words

HERE = Path(__file__).parent
BATCH = 100
"""How many rows the browser is given at a time."""

ASKED = ("query", *FILTERS, "day")
DAYS_KEPT = 8


class Explorer(anywidget.AnyWidget):
    """A widget to look through a model; see ``archmodel.explore``."""

    _esm = HERE / "explorer.js"
    _css = HERE / "explorer.css"
    query = traitlets.Unicode("").tag(sync=True)
    layer = traitlets.Unicode("").tag(sync=True)
    kind = traitlets.Unicode("").tag(sync=True)
    owner = traitlets.Unicode("").tag(sync=True)
    standing = traitlets.Unicode("").tag(sync=True)
    day = traitlets.Unicode("").tag(sync=True)
    opened = traitlets.Unicode("").tag(sync=True)
    shown = traitlets.Int(BATCH).tag(sync=True)
    listing = traitlets.Dict().tag(sync=True)
    page = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    calendar = traitlets.Dict().tag(sync=True)

    def __init__(self, model: Model, report: Report | None, lang: str, state: Mapping[str, str]) -> None:
        self._model = model
        self._report = report
        self._lang = lang
        self._searcher = Searcher(model, lang)
        self._narrowed = lru_cache(DAYS_KEPT)(self._narrow)
        words = said(lang)
        super().__init__(words=words, calendar=calendar_of(model, lang, words["every_day"]), **state)
        self._list()
        self._open()
        self.observe(self._asked, names=[*ASKED, "shown"])
        self.observe(self._turned, names=["opened", "day"])

    @property
    def found(self) -> Collection[Element]:
        """What is listed now, as a collection of the model on the day shown."""
        narrowed, rows = self._narrowed(self.day)
        chosen = [narrowed[row.id] for row in self._found(rows).rows]
        return Collection(narrowed, chosen, Words("Đối tượng", "Elements"))

    @property
    def element(self) -> Element | None:
        """What is open now, or None."""
        return self._narrowed(self.day)[0].elements.get(self.opened)

    def __repr__(self) -> str:
        return (
            f"<Explorer of {self._model.settings.name!r}: {self.listing['total']} listed, {self.opened or 'none'} open>"
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        bundle, metadata = shown
        return {**bundle, "text/plain": repr(self), "text/html": self._static()}, metadata

    @traitlets.validate("day")
    def _a_day(self, proposal: Any) -> str:
        day: str = proposal["value"]
        return day if day in {"", TARGET} else whole_day(day)

    def _narrow(self, day: str) -> tuple[Model, tuple[Row, ...]]:
        narrowed = self._model if not day else self._model.plateau(TARGET) if day == TARGET else self._model.at(day)
        return narrowed, self._searcher.rows(narrowed)

    def _found(self, rows: tuple[Row, ...]) -> Listing:
        return self._searcher.listing(rows, Wanted(self.query, self.layer, self.kind, self.owner, self.standing))

    def _asked(self, change: Any) -> None:
        if change.name != "shown" and self.shown != BATCH:
            self.shown = BATCH  # comes back here
            return
        self._list()

    def _list(self) -> None:
        found = self._found(self._narrowed(self.day)[1])
        self.listing = {
            "total": len(found.rows),
            "rows": [self._told(row) for row in found.rows[: self.shown]],
            "choices": {name: [list(choice) for choice in choices] for name, choices in found.choices.items()},
        }

    def _told(self, row: Row) -> dict[str, str]:
        told = {"id": row.id, "name": row.name, "kind": self._searcher.label("kind", row.kind)}
        told["owner"] = "; ".join(self._searcher.label("owner", owner) for owner in row.owners)
        told["standing"] = self._searcher.label("standing", row.standing) if row.standing else ""
        told["confidence"] = label("confidence", row.confidence or None, self._lang)
        told["inferred"] = "1" if row.confidence == "inferred" else ""
        return told

    def _turned(self, _: Any) -> None:
        self._open()

    def _open(self) -> None:
        element = self.element
        if element is None:
            name = self._searcher.names.get(self.opened, self.opened)
            self.page = {"id": self.opened, "name": name, "absent_today": True} if self.opened else {}
            return
        if self._report is None:
            self._report = check(self._model)
        day = self.day if self.day not in {"", TARGET} else today_of(self._model)
        self.page = page_of(self._narrowed(self.day)[0], self._report, element, self._lang, day)

    def _static(self) -> str:
        filtered = (self._searcher.label(name, getattr(self, name)) for name in FILTERS if getattr(self, name))
        found = self._found(self._narrowed(self.day)[1])
        rows = [self._told(row) for row in found.rows[:FOLDED]]
        page = None if self.page.get("absent_today") else self.page
        return static_face(self.words, (self.query, *filtered, self.day), rows, len(found.rows), page)
