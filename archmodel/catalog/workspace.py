"""Finding a workspace and reading its settings from ``archmodel.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from archmodel.catalog.files import Reader
from archmodel.catalog.messages import explain, field_name
from archmodel.catalog.rows import inner_model
from archmodel.errors import ArchmodelError, CatalogueError, Place
from archmodel.model.record import Frozen
from archmodel.model.settings import Settings
from archmodel.text.words import Words

SETTINGS_FILE = "archmodel.toml"


class Workspace(NamedTuple):
    """A folder someone works in: its settings and where its catalogue lies."""

    root: Path
    catalog: Path
    settings: Settings

    @property
    def framework(self) -> Path | None:
        """The workspace's own folder of frameworks, if it keeps one instead of those that come with the library."""
        own = self.root / "framework_v4"
        return own if own.is_dir() else None


def find_workspace(path: Path) -> Workspace:
    """The workspace that ``path`` belongs to: the nearest folder upwards that holds ``archmodel.toml``.

    A folder with no settings above it is taken as a bare catalogue with default settings.
    """
    if not path.is_dir():
        raise ArchmodelError(
            Words(f"không có thư mục '{path}'", f"there is no folder '{path}'"),
            Words("kiểm tra đường dẫn", "check the path"),
        )
    for folder in (path, *path.resolve().parents):
        file = folder / SETTINGS_FILE
        if file.is_file():
            settings = read_settings(file)
            catalog = folder / settings.catalog
            if not catalog.resolve().is_relative_to(folder.resolve()):
                raise outside(settings)
            inside = path.resolve() != folder.resolve() and path.resolve() == catalog.resolve()
            return Workspace(folder, path if inside else catalog, settings)
    return Workspace(path, path, Settings())


def outside(settings: Settings) -> ArchmodelError:
    """What to say of a catalogue folder that lies outside the workspace."""
    return ArchmodelError(
        Words(
            f"'catalog' trỏ ra ngoài không gian làm việc: {settings.catalog}",
            f"'catalog' leads out of the workspace: {settings.catalog}",
        ),
        Words("ghi thư mục con, như catalog", "name a folder inside, such as catalog"),
    )


def read_settings(file: Path, reader: Reader | None = None) -> Settings:
    """The settings in a TOML file, read from its folder or by the reader given.

    Raises:
        CatalogueError: the file cannot be read, or holds keys or values that settings do not have.
    """
    reader = reader or Reader(file.parent)
    text = reader.text(file)
    if text is None:
        raise CatalogueError(reader.problems)
    try:
        return settings_in(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        reader.report(
            file,
            line,
            Words(f"TOML sai cú pháp: {error}", f"the TOML does not parse: {error}"),
            Words('viết dạng: khóa = "giá trị"; ngày đặt trong dấu nháy', 'write: key = "value"; put days in quotes'),
        )
    except RecursionError:
        reader.report(file, 1, Words("lồng quá sâu", "nested too deep"), Words("viết phẳng hơn", "write it flatter"))
    except ValidationError as failure:
        for problem in failure.errors(include_url=False):
            fact, fix = explain({**problem}, _known(problem["loc"]))
            reader.report(file, _line_of(text, problem["loc"]), fact, fix)
    raise CatalogueError(reader.problems)


def settings_in(text: str) -> Settings:
    """The settings a TOML text holds, each knowing its line; what is wrong with it is raised as it is."""
    values = tomllib.loads(text)
    return Settings.model_validate(
        values, context={key: Place(SETTINGS_FILE, _line_of(text, (key,))) for key in values}
    )


def _known(loc: tuple[str | int, ...]) -> Iterable[str]:
    """The keys of the table a location lies in."""
    model: type[Frozen] = Settings
    for step in loc[:-1]:
        info = model.model_fields.get(str(step))
        model = (info and inner_model(info.annotation)) or model
    return model.model_fields


def _line_of(text: str, loc: tuple[str | int, ...]) -> int:
    """The line of a setting: below the header of its table, the n-th one of a list of tables."""
    lines, start = text.splitlines(), 0
    if len(loc) > 1:
        headers = [n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[+\s*{loc[0]}\s*\]", line)]
        nth = loc[1] if isinstance(loc[1], int) else 0
        start = headers[nth] if nth < len(headers) else 0
    for number, line in enumerate(lines[start:], start + 1):
        if re.match(rf"\s*{re.escape(field_name(loc))}\s*=", line):
            return number
        if start and line.lstrip().startswith("["):
            break
    return max(start, 1)
