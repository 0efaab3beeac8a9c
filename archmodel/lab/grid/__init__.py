"""``show``: a table to sort, filter and take away, in a notebook.

Sorting by the Vietnamese alphabet, finding without accents and writing files happen here in Python, the browser draws;
so a table weighs what its shown rows weigh, asks nobody for a script, and a file taken away opens as text, not formulas.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

if TYPE_CHECKING:
    import pandas as pd

    from archmodel.lab.grid.widget import Grid


def show(frame: pd.DataFrame, title: str = "", *, lang: str = "vi") -> Grid:
    """A table as a widget: a click on a head sorts, a text finds rows, buttons take them away as CSV or XLSX.

    Args:
        frame: any table, such as those of ``archmodel.tables``.
        title: what stands above it and names the files.
        lang: of the words around it.

    Its ``rows`` is the frame as sorted and filtered now.

    Raises:
        ArchmodelError: the widget library is not installed.

    Example:
        >>> list(am.show(am.tables.applications(model)[["name"]]).rows.columns)
        ['id', 'name']
    """
    if find_spec("anywidget") is None:
        raise ArchmodelError(
            Words("chưa cài thư viện tiện ích sổ tay", "the library of notebook widgets is not installed"),
            Words("cài bằng: pip install 'archmodel[lab]'", "install it with: pip install 'archmodel[lab]'"),
        )
    from archmodel.lab.grid.widget import Grid

    return Grid(frame, title, lang)


__all__ = ["show"]
