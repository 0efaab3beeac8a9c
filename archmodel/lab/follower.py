"""Following the files of a workspace: reading them again when they were saved, and telling what that changed.

Files are looked at by their stamps, several times a second: it costs two thousandths of a second for a hundred files and
works on shared disks and in containers, where notices of the system do not arrive. A workspace is read whole: that costs
less than keeping half of one. What cannot be read is told, and the model stays as it was.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from archmodel.catalog.files import SUFFIXES
from archmodel.catalog.load import load
from archmodel.catalog.workspace import SETTINGS_FILE, Workspace, find_workspace
from archmodel.checks.comparison import Comparison, diff, finding_changes, judgement
from archmodel.checks.comparison_formats import as_text, findings_text
from archmodel.checks.report import Report
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model
from archmodel.text.words import Words

PAUSE = 0.2
"""Seconds between two looks; files must have been still for one before they are read."""

FEW = 5
Stamps = dict[str, tuple[int, int, int]]


@dataclass(frozen=True)
class News:
    """What a save brought: the files that changed, and either the difference or the problem that stops the reading."""

    files: tuple[str, ...]
    comparison: Comparison | None = None
    problem: ArchmodelError | None = None

    def text(self, lang: str = "vi") -> str:
        """The news as lines of text: the files, then the problem or what changed."""
        more = f" (+{len(self.files) - FEW})" if len(self.files) > FEW else ""
        head = f"{_SAVED.to(lang)}: {', '.join(self.files[:FEW])}{more}"
        if self.problem is not None:
            return f"{head}\n{self.problem.show(lang)}\n{_KEPT.to(lang)}"
        if self.comparison is None or self.comparison.is_empty:
            return f"{head}\n{_SAME.to(lang)}"
        return f"{head}\n{as_text(self.comparison, lang)}"

    def findings(self, lang: str = "vi") -> str:
        """The findings gained and lost as lines of text; empty where there are none or nobody checked."""
        changes = self.comparison.findings if self.comparison else None
        if self.comparison is None or changes is None or not (changes.gained or changes.lost):
            return ""
        return findings_text(self.comparison, lang)


_SAVED = Words("Đã lưu", "Saved")
_KEPT = Words("Vẫn giữ mô hình trước đó.", "The model stays as it was.")
_SAME = Words("Mô hình không đổi.", "The model is the same.")


class Follower:
    """A workspace being followed: ``model`` is as last read without problems."""

    def __init__(self, path: str | Path = ".") -> None:
        self._path = Path(path)
        self._workspace: Workspace | None = None
        self._seen = self._pending = self._stamps()
        self.model: Model = load(self._path)
        self.read_at = _clock()
        self._report: Report | None = None

    def check(self) -> None:
        """Run the checks on the model as it stands, so that the first news need not wait for them."""
        self._report = judgement(self.model)

    def look(self) -> News | None:
        """The news since the last look, or None; files that were saved a moment ago wait for the next."""
        stamps = self._stamps()
        if stamps == self._seen or stamps != self._pending:
            self._pending = stamps
            return None
        files = _differing(self._seen, stamps)
        self._seen = stamps
        try:
            model = load(self._path)
        except ArchmodelError as error:
            return News(files, problem=error)
        self._old, self.model = self.model, model
        names, self.read_at = (self.read_at, _clock()), _clock()
        return News(files, diff(self._old, model, findings=False, names=names))

    def judged(self, news: News) -> News:
        """The news with the findings gained and lost, once the checks have run on the new model too."""
        if news.comparison is None or news.comparison.is_empty:
            return news
        before = self._report or judgement(self._old)
        self._report = judgement(self.model)
        renamed = {change.old.id: change.new.id for change in news.comparison.renamed if change.old and change.new}
        changes = finding_changes(before, self._report, renamed)
        return replace(news, comparison=replace(news.comparison, findings=changes))

    def follow(self) -> Iterator[News]:
        """News as it comes, without end."""
        while True:
            news = self.look()
            if news is not None:
                yield news
            time.sleep(PAUSE)

    def _stamps(self) -> Stamps:
        """When each file of the workspace was written, its size and number: what a save changes."""
        try:
            self._workspace = find_workspace(self._path)
        except ArchmodelError:
            if self._workspace is None:
                raise  # broken settings stop the first reading; later ones are told when the files are read
        workspace = self._workspace
        folders = (workspace.catalog, workspace.framework)
        files = [
            Path(here, name) for folder in folders if folder for here, _, names in os.walk(folder) for name in names
        ]
        read = [path for path in files if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")]
        stamps = ((path, _stamp(path)) for path in (workspace.root / SETTINGS_FILE, *read))
        return {os.path.relpath(path, workspace.root): stamp for path, stamp in stamps if stamp}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino


def _differing(old: Stamps, new: Stamps) -> tuple[str, ...]:
    return tuple(sorted(path for path in {*old, *new} if old.get(path) != new.get(path)))


def _clock() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")
