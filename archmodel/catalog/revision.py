"""A folder as a git revision has it: blobs read through ``git``, nothing checked out, no file of the work tree looked at.

``git archive`` would pass over what attributes exclude and rewrite line ends; ``ls-tree`` and ``cat-file`` give what was
committed. Paths of a tree may be hostile: they are names to look up, never files to open. Places read
``REVISION:path:line``, as git writes them.
"""

from __future__ import annotations

import os
import posixpath
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from archmodel.catalog.files import MAX_BYTES, SUFFIXES, Reader, harmless
from archmodel.catalog.reference import shipped_frameworks
from archmodel.catalog.workspace import SETTINGS_FILE, outside, read_settings
from archmodel.errors import ArchmodelError, Place
from archmodel.model.settings import Settings
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

_LINK, _MODULE = "120000", "160000"
_OWN_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a hook sets for its own repository; ours is the one around the folder asked for."""


class Blob(NamedTuple):
    """A file of a tree: its mode as git writes it, its object and its size in bytes."""

    mode: str
    object: str
    size: int


def open_tree(folder: Path, revision: str) -> tuple[Settings, Reader, Reader]:
    """Settings, catalogue and frameworks of a revision, ready to be read.

    Args:
        folder: a folder in the repository.
        revision: ``REV`` for the same folder as that revision has it, or ``REV:path`` with a path from the top of the
            repository (from ``folder`` where it begins with a dot).

    Raises:
        ArchmodelError: no git, no repository, no such revision or path.
        CatalogueError: the settings of the revision cannot be read.
    """
    name, colon, path = revision.partition(":")
    if not name or name.startswith("-") or not revision.isprintable():
        raise ArchmodelError(
            Words(f"'{harmless(revision)}' không phải một phiên bản git", f"'{harmless(revision)}' is no git revision"),
            Words("ghi nhánh, thẻ hoặc mã, như HEAD~1", "name a branch, a tag or a commit, such as HEAD~1"),
        )
    here = _git(folder, "rev-parse", "--show-prefix").decode().strip()
    start = posixpath.normpath(posixpath.join(here, path) if path.startswith(".") or not colon else path or ".")
    tree = _tree(folder, name)
    blobs = _listed(folder, tree)
    _check_folder(name, start, blobs)
    for place in (PurePosixPath(start), *PurePosixPath(start).parents):
        file = Path(place / SETTINGS_FILE)
        if file in blobs:
            settings = read_settings(file, _TreeReader(folder, name, Path(place), {file: blobs[file]}))
            return settings, *_readers(folder, name, Path(place), settings, blobs)
    bare = _TreeReader(folder, name, Path(start), _below(Path(start), blobs))
    return Settings(), bare, Reader(shipped_frameworks())


def _readers(
    folder: Path, name: str, root: Path, settings: Settings, blobs: Mapping[Path, Blob]
) -> tuple[Reader, Reader]:
    """The readers of the catalogue and of the frameworks of a workspace at ``root``."""
    catalog = Path(posixpath.normpath((root / settings.catalog).as_posix()))
    if not catalog.is_relative_to(root) or catalog.is_absolute() or ".." in catalog.parts:
        raise outside(settings)
    catalogue = _TreeReader(folder, name, catalog, _below(catalog, blobs))
    if not catalogue.is_there:
        raise _no_folder(name, catalog.as_posix(), blobs)
    own = _TreeReader(folder, name, root / "framework_v4", _below(root / "framework_v4", blobs))
    return catalogue, own if own.is_there else Reader(shipped_frameworks())


class _TreeReader(Reader):
    """Reads the files of a tree below ``root``, a path inside the repository; all blobs come in one call of git."""

    def __init__(self, folder: Path, revision: str, root: Path, blobs: Mapping[Path, Blob]) -> None:
        super().__init__(root)
        self._folder = folder
        self._revision = revision
        self._blobs = blobs

    @property
    def is_there(self) -> bool:
        return bool(self._blobs)

    def place(self, path: Path, line: int) -> Place:
        return Place(harmless(f"{self._revision}:{path.as_posix()}"), line)

    def _files(self) -> Iterator[Path]:
        hidden = (path for path in self._blobs if any(p.startswith(".") for p in path.relative_to(self.root).parts))
        yield from sorted(self._blobs.keys() - set(hidden), key=_walked)

    def _bytes(self, path: Path) -> bytes | None:
        blob = self._blobs[path]
        if blob.mode in {_LINK, _MODULE}:
            self.report(
                path,
                1,
                Words("không phải tệp thường trong phiên bản này", "not a regular file in this revision"),
                Words("thay bằng một tệp văn bản", "put a text file in its place"),
            )
            return None
        if blob.size > MAX_BYTES:
            self._too_large(path, blob.size)
            return None
        if blob.object not in self._contents:
            self.report(
                path,
                1,
                Words("kho git này chưa tải nội dung tệp", "this copy of the repository lacks the contents"),
                Words("chạy git fetch --refetch", "run git fetch --refetch"),
            )
        return self._contents.get(blob.object)

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        wanted = dict.fromkeys(blob.object for path, blob in self._blobs.items() if _is_wanted(path, blob))
        data = _git(self._folder, "cat-file", "--batch", given="".join(f"{id}\n" for id in wanted).encode())
        found: dict[str, bytes] = {}
        at = 0
        while at < len(data):
            end = data.index(b"\n", at)
            id, *about = data[at:end].decode().split(" ")
            at = end + 1
            if len(about) == 2:  # otherwise it says that the object is missing
                size = int(about[1])
                found[id] = data[at : at + size]
                at += size + 1
        return found


def _is_wanted(path: Path, blob: Blob) -> bool:
    is_text = path.suffix.lower() in SUFFIXES or path.name == SETTINGS_FILE
    return is_text and blob.mode not in {_LINK, _MODULE} and blob.size <= MAX_BYTES


def _walked(path: Path) -> list[tuple[bool, str]]:
    """The order of a walk on disk: the files of a folder, then its folders."""
    return [(number < len(path.parts) - 1, part) for number, part in enumerate(path.parts)]


def _below(root: Path, blobs: Mapping[Path, Blob]) -> dict[Path, Blob]:
    return {path: blob for path, blob in blobs.items() if path.is_relative_to(root) and path != root}


def _listed(folder: Path, tree: str) -> dict[Path, Blob]:
    """The files of a tree by path."""
    found: dict[Path, Blob] = {}
    for entry in _git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", tree).split(b"\0"):
        if entry:
            about, _, path = entry.partition(b"\t")
            mode, _, object, size = about.decode().split()
            found[Path(os.fsdecode(path))] = Blob(mode, object, int(size) if size.isdigit() else 0)
    return found


def _tree(folder: Path, name: str) -> str:
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{tree}}").decode().strip()
    except _Refused:
        branches = _git(folder, "for-each-ref", "--format=%(refname:short)").decode().split()
        guess = nearest(name, branches)
        raise ArchmodelError(
            Words(f"kho git không có phiên bản '{name}'", f"the repository has no revision '{name}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words("xem git log, git branch, git tag", "see git log, git branch, git tag"),
        ) from None


def _check_folder(name: str, start: str, blobs: Mapping[Path, Blob]) -> None:
    if start != "." and not any(path.is_relative_to(start) and path != Path(start) for path in blobs):
        raise _no_folder(name, start, blobs)


def _no_folder(name: str, path: str, blobs: Mapping[Path, Blob]) -> ArchmodelError:
    folders = {parent.as_posix() for blob in blobs for parent in blob.parents}
    guess = nearest(path, folders - {"."})
    shown = harmless(path)
    return ArchmodelError(
        Words(f"phiên bản '{name}' không có thư mục '{shown}'", f"the revision '{name}' has no folder '{shown}'"),
        Words(f"ý bạn là '{name}:{guess}'?", f"did you mean '{name}:{guess}'?")
        if guess
        else Words("ghi đường dẫn từ gốc kho, như HEAD:catalog", "write the path from the top, such as HEAD:catalog"),
    )


class _Refused(ArchmodelError):
    """Git ran and said no."""


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What a git command prints.

    Raises:
        ArchmodelError: there is no git, no such folder, or git refuses.
    """
    program = shutil.which("git")
    if program is None:
        raise ArchmodelError(
            Words("không tìm thấy chương trình git", "the program git is not found"),
            Words("cài git, hoặc so sánh hai thư mục", "install git, or compare two folders"),
        )
    own = {name: value for name, value in os.environ.items() if name not in _OWN_VARIABLES}
    quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    done = subprocess.run(  # noqa: S603 - fixed commands; a revision never begins with a dash
        [program, "-C", str(folder), *words], input=given, capture_output=True, check=False, env=own | quiet
    )
    if done.returncode == 0:
        return done.stdout
    told = harmless(next(iter(done.stderr.decode(errors="replace").splitlines()), "").removeprefix("fatal: "))
    if "not a git repository" in told:
        raise ArchmodelError(
            Words(f"'{folder}' không nằm trong kho git nào", f"'{folder}' is in no git repository"),
            Words("chạy trong kho git, hoặc so sánh hai thư mục", "run inside a repository, or compare two folders"),
        )
    raise _Refused(
        Words(f"git không đọc được: {told}", f"git cannot read it: {told}"),
        Words("kiểm tra kho git và phiên bản", "check the repository and the revision"),
    )
