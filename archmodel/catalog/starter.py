"""A new workspace: an empty one that says what goes where, or a copy of the example province.

Nothing that is there already is touched: the new files appear all together, or not at all.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

_SETTINGS = """\
# Thiết lập của không gian làm việc; bỏ dấu # để dùng. / Settings of this workspace; remove the # to use one.
# name = "Kiến trúc số Tỉnh …"
# name_en = "Digital Architecture of … Province"
# owner = "ubnd"                # mã của cơ quan đứng đầu / id of the body at the top
# own_code = "…"                # mã định danh cấp 1 của tỉnh / the province's level-1 identifier
# domain = "….gov.vn"
language = "vi"
framework = "nat-1.0"
catalog = "catalog"

[days]
# issue = "2025-05-12"          # ngày ban hành kế hoạch / the day the plan is issued
# effect = "2025-07-01"         # ngày đầu chính quyền hai cấp / the first day of two-tier government
"""
_ORGANISATIONS = """\
# Cơ quan, tổ chức: mỗi bản ghi một mục. / Bodies and units, one item each.
# - id: so-khcn
#   name: Sở Khoa học và Công nghệ
#   tier: city
#   part_of: ubnd
#   evidence:
#     - {document: Quyết định thành lập, date: 2025-03-01, confidence: primary}
"""
_APPLICATIONS = """\
# Hệ thống, ứng dụng: điều chưa biết thì bỏ qua, không đoán. / Systems: leave out what is not known, never guess.
# - id: lgsp
#   name: Nền tảng tích hợp, chia sẻ dữ liệu
#   category: integration_platform
#   record: own
#   state: in_use
#   owned_by: so-khcn
#   evidence:
#     - {document: Báo cáo kiểm kê, date: 2025-11, confidence: primary}
"""
_EMPTY = {
    "archmodel.toml": _SETTINGS,
    "catalog/organisations/organisations.yaml": _ORGANISATIONS,
    "catalog/applications/applications.yaml": _APPLICATIONS,
}
_NOTEBOOK = "notebooks/01_bat_dau.ipynb"


def example_folder() -> Path:
    """The example workspace that comes with the library: a fictional province."""
    return Path(__file__).resolve().parent.parent / "example"


def create(folder: Path, *, example: bool) -> tuple[Path, ...]:
    """Make a workspace in ``folder`` and return the files made.

    Args:
        folder: a new folder, or one that holds none of the files.
        example: whether to copy the example province instead of writing an empty workspace.

    Raises:
        ArchmodelError: some of the files are there already, or the folder cannot be written; nothing was made.
    """
    files = _example() if example else _empty()
    taken = [name for name in files if _is_taken(folder, name)]
    if taken:
        listed = ", ".join(taken)
        raise ArchmodelError(
            Words(f"'{folder}' đã có: {listed}", f"'{folder}' already has: {listed}"),
            Words("chọn thư mục khác, hoặc dời các tệp này đi", "choose another folder, or move these files away"),
        )
    try:
        _build(folder, files)
    except OSError as error:
        raise ArchmodelError(
            Words(
                f"không ghi được vào '{folder}': {error.strerror}", f"'{folder}' cannot be written: {error.strerror}"
            ),
            Words("kiểm tra đường dẫn và quyền ghi", "check the path and the right to write"),
        ) from error
    return tuple(folder / name for name in files)


def _empty() -> dict[str, bytes]:
    """The files of an empty workspace; its first notebook is the one of the example, which holds for any."""
    return {
        **{name: text.encode() for name, text in _EMPTY.items()},
        _NOTEBOOK: (example_folder() / _NOTEBOOK).read_bytes(),
    }


def _example() -> dict[str, bytes]:
    root = example_folder()
    paths = sorted(
        path for path in root.rglob("*") if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & {*path.parts}
    )
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def _is_taken(folder: Path, name: str) -> bool:
    """Whether a file of that name cannot be made: it is there, or something on its way is no plain folder."""
    steps = [folder.joinpath(*Path(name).parts[:depth]) for depth in range(1, len(Path(name).parts))]
    blocked = any(step.is_symlink() or (step.exists() and not step.is_dir()) for step in steps)
    return blocked or (folder / name).is_symlink() or (folder / name).exists()


def _build(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files beside the folder, then move them into their places; undo it all when one cannot be moved."""
    home = folder.resolve()
    home.parent.mkdir(parents=True, exist_ok=True)
    built = Path(tempfile.mkdtemp(prefix=f".{home.name}-", dir=home.parent))
    moved: list[Path] = []
    made: list[Path] = []
    try:
        for name, content in files.items():
            _make_folders((built / name).parent)
            (built / name).write_bytes(content)
        for name in files:
            made += _make_folders((home / name).parent)
            moved.append((built / name).rename(home / name))
    except OSError:
        for path in moved:
            path.unlink()
        for path in reversed(made):
            path.rmdir()
        raise
    finally:
        shutil.rmtree(built, ignore_errors=True)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; the ones that were not there before, outermost first."""
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return new[::-1]
