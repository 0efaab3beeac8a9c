"""A change of files to look at before it is made: a unified diff, and writing that never overwrites another's work."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archmodel.errors import ArchmodelError
from archmodel.text.diff_face import diff_face
from archmodel.text.files import write_atomically
from archmodel.text.words import Words


@dataclass(frozen=True)
class FileChange:
    """A file before and after: ``name`` runs from the root of the workspace, None stands for a file that is not there."""

    path: Path
    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Patch:
    """The changes of files, by name; ``str(patch)`` is what ``git apply`` takes at the root of the workspace."""

    files: tuple[FileChange, ...]

    def __str__(self) -> str:
        return "".join(line for change in self.files for line in _diff(change))

    def __repr__(self) -> str:
        return f"<Patch of {len(self.files)} files: {', '.join(change.name for change in self.files)}>"

    def _repr_html_(self) -> str:
        title = f"Thay đổi {len(self.files)} tệp" if self.files else "Không có gì thay đổi"
        return diff_face(title, [(change.name, "".join(_diff(change))) for change in self.files])

    @property
    def is_made(self) -> bool:
        """Whether every file says already what the patch would make it say."""
        return all(_now(change.path) == change.new for change in self.files)

    def reversed(self) -> Patch:
        """The patch that leads back."""
        return Patch(tuple(FileChange(file.path, file.name, file.new, file.old) for file in self.files))

    def undo(self) -> tuple[Path, ...]:
        """Give the files the bytes they had before the patch, all or none; a file it made is taken away.

        Raises:
            ArchmodelError: a file was changed after the patch was written, or cannot be written.
        """
        return self.reversed().write()

    def write(self) -> tuple[Path, ...]:
        """Write the files, all or none, and return their paths; where they are as meant already, nothing happens.

        Raises:
            ArchmodelError: a file is no longer what the patch was made from, or cannot be written.
        """
        if self.is_made:
            return tuple(change.path for change in self.files)
        for change in self.files:
            if _now(change.path) != change.old:
                raise ArchmodelError(
                    Words(
                        f"tệp '{change.name}' đã đổi từ khi đọc", f"the file '{change.name}' changed since it was read"
                    ),
                    Words("nạp lại rồi làm lại thay đổi", "load again and make the change again"),
                )
        done: list[FileChange] = []
        try:
            for change in self.files:
                done.append(change)
                _put(change.path, change.new)
        except BaseException as error:
            for change in done:
                if _now(change.path) == change.new:
                    _put(change.path, change.old)
            if not isinstance(error, OSError):
                raise  # an interruption leaves the files as they were, too
            raise ArchmodelError(
                Words(f"không ghi được: {error}", f"it cannot be written: {error}"),
                Words(
                    "kiểm tra quyền ghi và chỗ trống; chưa tệp nào đổi", "check rights and room; no file was changed"
                ),
            ) from None
        return tuple(change.path for change in self.files)


def raw_text(path: Path) -> str:
    """The text of a file as its bytes have it: line ends and byte order mark kept."""
    return path.read_bytes().decode("utf-8")


def _now(path: Path) -> str | None:
    try:
        return raw_text(path)
    except (OSError, UnicodeDecodeError):
        return None


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink(missing_ok=True)
    else:
        write_atomically(path.resolve(), text)


def _diff(change: FileChange) -> Iterator[str]:
    old, new = _lines(change.old or ""), _lines(change.new or "")
    before = f"a/{change.name}" if change.old is not None else "/dev/null"
    after = f"b/{change.name}" if change.new is not None else "/dev/null"
    for line in difflib.unified_diff(old, new, before, after, n=2):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as ``git`` counts them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
