"""``watch``: a model in a notebook that follows its files, and says under its cell what each save changed."""

from __future__ import annotations

from html import escape
from pathlib import Path
from threading import Event, Thread
from typing import Any

from archmodel.lab.follower import PAUSE, Follower, News
from archmodel.model.model import Model
from archmodel.text.words import Words

_FOLLOWED: dict[Path, Watch] = {}


def watch(path: str | Path = ".") -> Watch:
    """A workspace followed from now on; ``.model`` is the model as last read, ``.stop()`` ends it.

    Asked again for the same folder, it is the same watch: a cell may be run twice.

    Raises:
        ArchmodelError: the workspace cannot be read to begin with.

    Example:
        >>> followed = am.watch("tinh-toi")
        >>> followed.model["lgsp-vd"].state
        'in_use'
        >>> followed.stop()
    """
    home = Path(path).resolve()
    known = _FOLLOWED.get(home)
    if known is None or not known.is_running:
        known = _FOLLOWED[home] = Watch(Follower(path))
    return known


class Watch:
    """Follows a workspace in the background; shown in a cell, it tells the latest news there."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lang = follower.model.settings.language
        self._handles: list[Any] = []
        self._ended = Event()
        self.news: News | None = None
        self._thread = Thread(target=self._follow, name="archmodel watch", daemon=True)
        self._thread.start()

    @property
    def model(self) -> Model:
        """The model as last read without problems."""
        return self._follower.model

    @property
    def is_running(self) -> bool:
        """Whether the files are still followed."""
        return self._thread.is_alive() and not self._ended.is_set()

    def stop(self) -> None:
        """End it; the model stays."""
        self._ended.set()
        self._thread.join(timeout=30)
        self._show()

    def __repr__(self) -> str:
        return f"<Watch of {self.model.settings.name!r}: {'following' if self.is_running else 'stopped'}, read {self._follower.read_at}>"

    def _repr_html_(self) -> str:
        told = (_FOLLOWING if self.is_running else _STOPPED).to(self._lang)
        head = f"<b>{escape(self.model.settings.name)}</b> {escape(told)} · {escape(self._follower.read_at)}"
        if self.news is None:
            return f"<div role=status>{head}</div>"
        text = "\n\n".join(part for part in (self.news.text(self._lang), self.news.findings(self._lang)) if part)
        return f"<div role=status>{head}<pre style='white-space:pre-wrap'>{escape(text)}</pre></div>"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        handle = display(self._bundle, raw=True, display_id=True)  # type: ignore[no-untyped-call]
        self._handles = [*self._handles[-3:], handle]

    def _follow(self) -> None:
        self._follower.check()
        while not self._ended.wait(PAUSE):
            news = self._follower.look()
            if news is None:
                continue
            self.news = news
            self._show()
            self.news = self._follower.judged(news)
            self._show()

    def _show(self) -> None:
        for handle in self._handles:
            handle.update(self._bundle, raw=True)

    @property
    def _bundle(self) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


_FOLLOWING = Words("đang theo dõi tệp; .model là mô hình mới nhất", "following the files; .model is the latest model")
_STOPPED = Words("đã dừng theo dõi", "no longer following")
