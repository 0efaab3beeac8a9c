"""Telling how far long work is: the work names what it goes through, and whoever runs it decides how that is shown.

``for page in steps(pages, Words("trang", "pages")):`` is all a loop has to say. A terminal command opens ``shown``; in
a notebook a bar comes by itself, unless ``TQDM_DISABLE`` is set. Work that is soon done shows nothing, and without either
this costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from archmodel.text.words import Words

T = TypeVar("T")
Bar = Callable[[Iterable[Any], str, int | None], Iterable[Any]]
"""Passes items on and shows how many of how many have gone by, under a few words."""

PATIENCE = 1.0
"""Seconds of work before a bar is shown."""

_shown: ContextVar[tuple[Bar, str] | None] = ContextVar("shown", default=None)


def steps(items: Iterable[T], told: Words, total: int | None = None) -> Iterable[T]:
    """The items as they are; while they go by, whoever watches is told how far the work is.

    Args:
        items: what the work goes through.
        told: what the items are, a word or two.
        total: how many there are, where ``items`` has no length.
    """
    watched = _shown.get() or ((_bar, "vi") if _in_notebook() else None)
    if watched is None:
        return items
    bar, lang = watched
    return bar(items, told.to(lang), len(items) if isinstance(items, Collection) else total)


@contextmanager
def shown(lang: str = "vi", bar: Bar | None = None) -> Iterator[None]:
    """Show the steps of what runs inside; with a bar on standard error where none is given."""
    token = _shown.set((bar or _bar, lang))
    try:
        yield
    finally:
        _shown.reset(token)


def _bar(items: Iterable[T], told: str, total: int | None) -> Iterable[T]:
    from tqdm.auto import tqdm  # type: ignore[import-untyped]

    bar: Iterable[T] = tqdm(items, desc=told, total=total, delay=PATIENCE, leave=False)
    return bar


def _in_notebook() -> bool:
    application = getattr(sys.modules.get("ipykernel.kernelapp"), "IPKernelApp", None)
    return application is not None and bool(application.initialized()) and "TQDM_DISABLE" not in os.environ
