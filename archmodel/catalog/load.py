"""Opening a workspace: settings, catalogue and reference frameworks become one Model."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archmodel.catalog.files import Reader
from archmodel.catalog.records import Records, duplicates
from archmodel.catalog.reference import read_reference
from archmodel.catalog.workspace import Workspace, find_workspace
from archmodel.errors import ArchmodelError, CatalogueError
from archmodel.model.framework import Reference
from archmodel.model.model import Model
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


def load(path: str | Path = ".") -> Model:
    """The model kept in a workspace or a catalogue folder.

    Args:
        path: a folder with ``archmodel.toml``, a folder below one, or a bare catalogue folder.

    Raises:
        CatalogueError: some file cannot be read; it holds every problem, each with its place and remedy.
        ArchmodelError: there is no such folder.
    """
    return open_workspace(find_workspace(Path(path)))


def open_workspace(workspace: Workspace) -> Model:
    """The model of a workspace already found; see ``load``."""
    if not workspace.catalog.is_dir():
        raise ArchmodelError(
            Words(f"không có thư mục '{workspace.catalog}'", f"there is no folder '{workspace.catalog}'"),
            Words("chạy 'archmodel init THƯ_MỤC' để tạo, hoặc sửa 'catalog' trong archmodel.toml",
                  "run 'archmodel init DIR' to make one, or mend 'catalog' in archmodel.toml"),
        )  # fmt: skip
    reader = Reader(workspace.catalog)
    records = Records(reader)
    with _no_collecting():
        for file, text in reader.walk():
            records.take(file, text)
        duplicates((*records.elements, *records.relations, *records.waivers), reader)
        reference = read_reference(workspace, reader.problems)
        if reader.problems:
            raise CatalogueError(reader.problems)
        _check_framework(workspace, reference)
        return Model(
            records.elements,
            records.relations,
            settings=workspace.settings,
            reference=reference,
            waivers=records.waivers,
            misfits=records.misfits,
        )


def _check_framework(workspace: Workspace, reference: Reference) -> None:
    """Refuse a framework the settings name and nobody has; the default is taken as it is."""
    settings = workspace.settings
    named = [settings.framework] if "framework" in settings.model_fields_set else []
    for name in (*named, *settings.also_aligned_to):
        if name not in reference.editions:
            guess = nearest(name, reference.editions)
            raise ArchmodelError(
                Words(
                    f"archmodel.toml nêu khung '{name}', không có",
                    f"archmodel.toml names the framework '{name}', which is not there",
                ),
                Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
                if guess
                else Words(f"có: {', '.join(reference.editions)}", f"there are: {', '.join(reference.editions)}"),
            )


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Hold the garbage collector while many lasting objects are made; it would visit them all again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was:
            gc.enable()
