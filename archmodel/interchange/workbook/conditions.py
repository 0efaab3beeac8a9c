"""When a column must be filled: the draft's conditions, answered for a row as yes, no, or not to be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from archmodel.interchange.workbook.cells import Cell, Standing
from archmodel.interchange.workbook.form import LINKS, OBJECTS, Form
from archmodel.model.framework import Column

Cells = Mapping[str, Cell]
_ASK = Callable[[Form, Cells], bool | None]


def due(form: Form, column: Column, cells: Cells) -> bool | None:
    """Whether the column must be filled in this row; None where the row does not tell."""
    ask = _ASKS.get(column.condition or "if_any")
    return ask(form, cells) if ask else None


def _record(form: Form, cells: Cells, wanted: str) -> bool | None:
    return _is(cells, "record", form.word(OBJECTS, "record", wanted)[0])


def _is(cells: Cells, field: str, *wanted: str | None) -> bool | None:
    cell = cells.get(field)
    return cell.text in wanted if cell and cell.stated else None


def _outside(form: Form, cells: Cells) -> bool | None:
    """A platform or data that serves others: shared in some form, not internal or private."""
    kinds = [form.word(OBJECTS, "type", kind)[0] for kind in ("platform", "data")]
    if _is(cells, "type", *kinds) is False:
        return False
    sharing = cells.get("sharing")
    if sharing is None or sharing.open:
        return None
    own = {form.word(OBJECTS, "sharing", value)[0] for value in ("internal", "private", "not_applicable")}
    return sharing.text not in own


def _layered(form: Form, cells: Cells) -> bool | None:
    layer = cells.get("layer")
    if layer is None or layer.standing is Standing.UNKNOWN:
        return None
    return layer.text in form.layered


def _exchange(form: Form, cells: Cells) -> bool | None:
    return _is(cells, "type", *(form.word(LINKS, "type", kind)[0] for kind in ("flow", "serves")))


def _shared_out(form: Form, cells: Cells) -> bool | None:
    """Whether anything leaves the body is told by the ends, not by the row; a row without exchange shares nothing."""
    return False if _exchange(form, cells) is False else None


_ASKS: dict[str, _ASK] = {
    "always": lambda form, cells: True,
    "reference": lambda form, cells: _record(form, cells, "reference"),
    "own": lambda form, cells: _record(form, cells, "own"),
    "layered": _layered,
    "outside": _outside,
    "exchange": _exchange,
    "data_exchange": lambda form, cells: _is(cells, "type", form.word(LINKS, "type", "flow")[0]),
    "shared_out": _shared_out,
}
