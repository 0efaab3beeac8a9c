"""Work on long lists shared among the cores of this machine: the answers come in order, the same as from one core.

Only where the system can copy a running process and this one runs a single thread; elsewhere the work is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar, cast

T = TypeVar("T")
Span = tuple[int, int]

_work: Callable[[Span], object] | None = None


@contextmanager
def no_collection() -> Iterator[None]:
    """No search for garbage while many objects are made that stay: it would walk them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def spans(total: int, size: int) -> list[Span]:
    """The ranges of ``size`` that make up ``total``."""
    return [(start, min(start + size, total)) for start in range(0, total, size)]


def in_order(work: Callable[[Span], T], held: Sequence[Span], cores: int | None = None) -> Iterator[T]:
    """What ``work`` answers for each span; it sees the memory of this process as it is now.

    Args:
        work: answers with a value that can be sent between processes.
        held: the spans.
        cores: how many processes may work at once; as many as this process may use where not given.
    """
    count = min(cores or _cores(), len(held))
    if count < 2 or not _can_copy():
        yield from map(work, held)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of numerical libraries, which the work never uses
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(count, context, _hold, (work,)) as pool:
            yield from cast("Iterator[T]", pool.map(_answer, held))


def _hold(work: Callable[[Span], object]) -> None:
    global _work  # noqa: PLW0603  # the one thing a copied process is told
    _work = work


def _answer(span: Span) -> object:
    assert _work is not None
    return _work(span)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_copy() -> bool:
    """Whether the process can be copied: not inside a copy, nor with threads that could hold a lock."""
    return (
        "fork" in multiprocessing.get_all_start_methods()
        and threading.active_count() == 1
        and multiprocessing.parent_process() is None
    )
