"""Replacing a published folder as one act: whole and new, or whole and old, never a mixture.

Decides which folders may be replaced: an empty one, or one that carries our marker. A run that was killed is put right by
the next: what it had begun is cleared away, and an old folder it had already set aside comes back. What is written into
the new folder is left to the caller.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archmodel.documents.site.manifest import MARKER
from archmodel.errors import ArchmodelError
from archmodel.text.words import Words


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """A fresh folder beside ``output`` that takes its place when the block ends well; else ``output`` is left as it was.

    The block writes the marker; a folder without one is not put in place.

    Raises:
        ArchmodelError: ``output`` is a file, or a folder with something in it that was not published from here.
    """
    output = output.resolve()
    _put_right(output)
    _refuse_foreign(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}.new-{os.getpid()}-", dir=output.parent))
    except OSError as error:
        raise _unwritable(output, error) from error
    try:
        yield fresh
        fresh.chmod(0o777 & ~_umask())
        _take_place(fresh, output)
    except OSError as error:
        raise _unwritable(output, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_into(fresh: Path, path: str, data: bytes, old: Path) -> None:
    """Write a file of the fresh folder; one the old folder holds with the same bytes is taken over, its time with it."""
    file, before = fresh / path, old / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if _holds(before, data):
        try:
            os.link(before, file)
        except OSError:
            shutil.copy2(before, file)
    else:
        file.write_bytes(data)


def _holds(file: Path, data: bytes) -> bool:
    try:
        return not file.is_symlink() and file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _put_right(output: Path) -> None:
    """Clear away what runs that were killed left beside the folder; a folder one had set aside comes back."""
    for left in sorted(output.parent.glob(f".{output.name}.old-*/{output.name}")):
        if not output.exists() and _is_abandoned(left.parent, "old"):
            left.rename(output)
    for sort in ("old", "new"):
        for left in output.parent.glob(f".{output.name}.{sort}-*"):
            if _is_abandoned(left, sort):
                shutil.rmtree(left, ignore_errors=True)


def _is_abandoned(left: Path, sort: str) -> bool:
    """Whether the process that made a folder is gone; where that cannot be asked harmlessly, it is taken to live."""
    owner = left.name.rpartition(f".{sort}-")[2].partition("-")[0]
    if os.name != "posix" or not owner.isdigit():
        return False
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise ArchmodelError(
            Words(f"'{output}' là một tệp, không phải thư mục", f"'{output}' is a file, not a folder"),
            Words("chọn một thư mục khác bằng --output", "choose another folder with --output"),
        )
    if any(output.iterdir()) and not (output / MARKER).is_file():
        raise ArchmodelError(
            Words(
                f"thư mục '{output}' có nội dung không do archmodel xuất bản",
                f"the folder '{output}' holds something archmodel did not publish",
            ),
            Words(
                "chọn thư mục trống hoặc thư mục khác bằng --output", "choose an empty folder, or another with --output"
            ),
        )


def _take_place(fresh: Path, output: Path) -> None:
    """Put the fresh folder where the old one is; the old one comes back if that fails."""
    if not output.exists():
        fresh.rename(output)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{output.name}.old-{os.getpid()}-", dir=output.parent)) / output.name
    try:
        output.rename(old)
        try:
            fresh.rename(output)
        except OSError:
            old.rename(output)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(output: Path, error: OSError) -> ArchmodelError:
    return ArchmodelError(
        Words(f"không ghi được vào '{output}': {error.strerror}", f"cannot write to '{output}': {error.strerror}"),
        Words(
            "kiểm tra quyền ghi và chỗ trống, hoặc chọn --output khác",
            "check permissions and space, or choose another --output",
        ),
    )
