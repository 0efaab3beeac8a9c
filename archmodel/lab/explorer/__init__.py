"""``explore``: looking through a model by mouse and keyboard, in a notebook.

``listing`` finds, ``page`` tells of one element, ``words`` holds what the reader sees, ``face`` shows the same where no
widget runs, ``widget`` joins them to the browser. Searching and narrowing happen here, in one place, not in the browser.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from archmodel.errors import ArchmodelError
from archmodel.model.model import Model
from archmodel.text.words import Words

if TYPE_CHECKING:
    from archmodel.checks.report import Report
    from archmodel.lab.explorer.widget import Explorer


def explore(model: Model, report: Report | None = None, *, lang: str | None = None, **state: str) -> Explorer:
    """A widget to look through a model: search without accents, filters, a slider over days, evidence, findings, files.

    Args:
        model: what to look through, the whole or a part.
        report: whose findings to show; made when an element is first opened, where not given.
        lang: ``"vi"`` or ``"en"``; that of the workspace when not given.
        state: what to begin with: ``query``, ``layer``, ``kind``, ``owner``, ``standing`` (the state, ``"?"`` where none
            is recorded), ``day`` (a day, or ``"target"``), ``opened`` (an id). They stay attributes of the widget;
            ``found`` is the collection of what is listed, ``element`` what is open.

    Raises:
        ArchmodelError: the widget library is not installed.

    Example:
        >>> am.explore(model, query="mot cua", kind="application").found.ids
        ('mot-cua-bac', 'mot-cua-nam')
    """
    if find_spec("anywidget") is None:
        raise ArchmodelError(
            Words("chưa cài thư viện tiện ích sổ tay", "the library of notebook widgets is not installed"),
            Words("cài bằng: pip install 'archmodel[lab]'", "install it with: pip install 'archmodel[lab]'"),
        )
    from archmodel.lab.explorer.widget import Explorer

    return Explorer(model, report, lang or model.settings.language, state)


__all__ = ["explore"]
