"""The table as a widget: sorted and filtered here, drawn in the browser, a plain table where no widget runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from archmodel.lab.grid.files import as_csv, as_xlsx, missing
from archmodel.text.markup import FOLDED, face
from archmodel.text.vietnamese import folded, slug, sort_key
from archmodel.text.words import Words

if TYPE_CHECKING:
    import pandas as pd

HERE = Path(__file__).parent
BATCH = 50
WORDS = {
    "search": Words("Lọc (không cần dấu)", "Filter (accents aside)"),
    "count": Words("{shown} trong {total} dòng", "{shown} of {total} rows"),
    "more": Words("Xem thêm", "Show more"),
    "take": Words("Tải", "Take away"),
    "sort": Words("Sắp theo", "Sort by"),
}
_FORMS = {"csv": as_csv, "xlsx": as_xlsx}


class Grid(anywidget.AnyWidget):
    """A table to sort, filter and take away; see ``archmodel.show``."""

    _esm = HERE / "grid.js"
    _css = HERE / "grid.css"
    query = traitlets.Unicode("").tag(sync=True)
    order = traitlets.Unicode("").tag(sync=True)
    falling = traitlets.Bool(default_value=False).tag(sync=True)
    shown = traitlets.Int(BATCH).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    title = traitlets.Unicode("").tag(sync=True)

    def __init__(self, frame: pd.DataFrame, title: str, lang: str) -> None:
        named = any(frame.index.names)
        self._frame = frame.reset_index() if named else frame.reset_index(drop=True)
        self._frame.columns = [str(name) for name in self._frame.columns]
        self._search = [
            folded(" | ".join(_text(value) for value in row)) for row in self._frame.itertuples(index=False, name=None)
        ]
        super().__init__(title=title, words={name: words.to(lang) for name, words in WORDS.items()})
        self._draw()
        self.observe(self._asked, names=["query", "order", "falling", "shown"])
        self.on_msg(self._sent)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows as filtered and sorted now."""
        words = folded(self.query).split()
        found = [at for at, text in enumerate(self._search) if all(word in text for word in words)]
        if self.order in self._frame.columns:
            values = self._frame[self.order].tolist()
            known = [at for at in found if not missing(values[at])]
            known.sort(key=lambda at: _key(values[at]), reverse=self.falling)
            found = [*known, *(at for at in found if missing(values[at]))]
        return self._frame.iloc[found]

    def __repr__(self) -> str:
        return f"<Grid {self.title!r}: {self.view['total']} rows, {len(self._frame.columns)} columns>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        shown = super()._repr_mimebundle_(**kwargs)
        if shown is None:
            return None
        bundle, metadata = shown
        return {**bundle, "text/plain": repr(self), "text/html": self._static()}, metadata

    def _asked(self, change: Any) -> None:
        if change.name != "shown" and self.shown != BATCH:
            self.shown = BATCH  # comes back here
            return
        self._draw()

    def _draw(self) -> None:
        rows = self.rows
        self.view = {
            "columns": list(self._frame.columns),
            "rows": [
                [_text(value) for value in row] for row in rows.head(self.shown).itertuples(index=False, name=None)
            ],
            "total": len(rows),
        }

    def _sent(self, _: Any, told: Any, __: Any) -> None:
        form = told.get("take") if isinstance(told, dict) else None
        if form in _FORMS:
            name = f"{slug(self.title) or 'bang'}.{form}"
            self.send({"name": name}, buffers=[_FORMS[form](self.rows)])

    def _static(self) -> str:
        rows = self.rows
        told = self.words["count"].format(shown=min(FOLDED, len(rows)), total=len(rows))
        cells = [[_text(value) for value in row] for row in rows.head(FOLDED).itertuples(index=False, name=None)]
        return face(self.title, told, cells, list(rows.columns))


def _text(value: Any) -> str:
    return "" if missing(value) else str(value)


def _key(value: Any) -> tuple[Any, ...]:
    """Numbers before text, text by the Vietnamese alphabet with the numbers in it read as such."""
    if isinstance(value, int | float):
        return (0, value)
    parts = re.split(r"(\d+)", str(value))
    return (1, tuple((int(part), "") if part.isdecimal() else (0, sort_key(part)) for part in parts))
