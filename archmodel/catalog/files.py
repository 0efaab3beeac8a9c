"""Which files a folder of records holds, and their text: the only door bytes come in by.

Every file may be hostile. A file is read when it is a regular file inside the folder, of a bounded size, in UTF-8;
anything else is a problem with its place. Text leaves here in NFC with Unix line ends.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from errno import ELOOP
from pathlib import Path

from archmodel.errors import Place, Problem
from archmodel.text.vietnamese import composed
from archmodel.text.words import Words

MAX_BYTES = 32 * 1024 * 1024
SUFFIXES = {".yaml", ".yml", ".csv"}
_IGNORED = {".md", ".txt", ""}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
CONTROL_WORDS = (
    Words("có ký tự điều khiển", "there is a control character"),
    Words("xóa ký tự đó", "remove the character"),
)


class Reader:
    """Reads files below ``root`` and collects the problems; paths are shown as ``root`` was written by the user."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._real = root.resolve()

    @property
    def is_there(self) -> bool:
        """Whether there is such a folder at all."""
        return self.root.is_dir()

    def walk(self) -> Iterator[tuple[Path, str]]:
        """The record files of the folder and their text, in order of path; hidden files and prose are passed over."""
        for path in self._files():
            if path.name.startswith(".") or path.suffix.lower() in _IGNORED:
                continue
            if path.suffix.lower() not in SUFFIXES:
                self.report(
                    path,
                    1,
                    Words(f"không đọc loại tệp '{path.suffix}'", f"files of type '{path.suffix}' are not read here"),
                    Words("dùng .yaml hoặc .csv, hoặc dời tệp đi", "use .yaml or .csv, or move the file away"),
                )
                continue
            text = self.text(path)
            if text is not None:
                yield path, text

    def text(self, path: Path) -> str | None:
        """The text of a file, or None after reporting why it cannot be read."""
        data = self._bytes(path)
        return None if data is None else self._decoded(path, data)

    def _files(self) -> Iterator[Path]:
        """Every file below the folder: those of a folder before those of its folders, both by name."""
        for folder, folders, names in os.walk(self.root, onerror=self._unopened):
            here = Path(folder)
            folders[:] = sorted(name for name in folders if not name.startswith(".") and self._is_plain(here / name))
            yield from (here / name for name in sorted(names))

    def _bytes(self, path: Path) -> bytes | None:
        """The bytes of a file, or None after reporting why they cannot be had."""
        try:
            if not path.resolve().is_relative_to(self._real):
                self.report(
                    path,
                    1,
                    Words("liên kết trỏ ra ngoài thư mục", "the link leads out of the folder"),
                    Words("chép tệp vào trong thư mục", "copy the file into the folder"),
                )
                return None
            info = path.stat()
            if not stat.S_ISREG(info.st_mode):
                self.report(
                    path,
                    1,
                    Words("không phải tệp thường", "not a regular file"),
                    Words("thay bằng một tệp văn bản", "put a text file in its place"),
                )
                return None
            if info.st_size > MAX_BYTES:
                self._too_large(path, info.st_size)
                return None
            return path.read_bytes()
        except OSError as error:
            self._unopened(error, path)
        except RuntimeError:  # Path.resolve before Python 3.13
            self._unopened(OSError(ELOOP, os.strerror(ELOOP)), path)
        return None

    def place(self, path: Path, line: int) -> Place:
        """``path`` as the user knows it, from the folder they named; a hostile file name comes out harmless."""
        return Place(harmless((Path(self.root.name) / path.relative_to(self.root)).as_posix()), line)

    def report(self, path: Path, line: int, fact: Words, fix: Words, see: tuple[Place, ...] = ()) -> None:
        """Keep a problem; reading goes on."""
        self.problems.append(Problem(self.place(path, line), fact, fix, see))

    def _unopened(self, error: OSError, path: Path | None = None) -> None:
        self.report(
            path or Path(error.filename),
            1,
            Words(f"không mở được: {error.strerror}", f"it cannot be opened: {error.strerror}"),
            Words("kiểm tra tệp và quyền đọc", "check the file and the right to read it"),
        )

    def _is_plain(self, folder: Path) -> bool:
        if folder.is_symlink():
            self.report(
                folder,
                1,
                Words("không đi theo thư mục liên kết", "a linked folder is not followed"),
                Words("chép thư mục vào đây", "copy the folder here"),
            )
            return False
        return True

    def _too_large(self, path: Path, size: int) -> None:
        mb, limit = size // 2**20, MAX_BYTES // 2**20
        self.report(
            path,
            1,
            Words(f"tệp {mb} MB, quá giới hạn {limit} MB", f"the file has {mb} MB, the limit is {limit} MB"),
            Words("chia thành nhiều tệp", "split it into several files"),
        )

    def _decoded(self, path: Path, data: bytes) -> str | None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.report(
                path,
                data.count(b"\n", 0, error.start) + 1,
                Words("không phải UTF-8", "not UTF-8"),
                Words("lưu lại tệp với bảng mã UTF-8", "save the file again as UTF-8"),
            )
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if found := CONTROL.search(text):
            self.report(path, text.count("\n", 0, found.start()) + 1, *CONTROL_WORDS)
            return None
        return composed(text)


def harmless(name: str) -> str:
    """A file name that can be printed, whatever signs a hostile one holds."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
