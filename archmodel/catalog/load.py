"""Opening a workspace: settings, catalogue and reference frameworks become one Model."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archmodel.catalog.files import Reader
from archmodel.catalog.records import Records, duplicates
from archmodel.catalog.reference import read_reference, shipped_frameworks
from archmodel.catalog.workspace import Workspace, find_workspace
from archmodel.errors import ArchmodelError, CatalogueError
from archmodel.model.framework import Reference
from archmodel.model.model import Model
from archmodel.model.settings import Settings
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


def load(path: str | Path = ".", *, revision: str | None = None) -> Model:
    """The model kept in a workspace or a catalogue folder.

    Args:
        path: a folder with ``archmodel.toml``, a folder below one, or a bare catalogue folder.
        revision: read the folder as a git revision has it, ``"HEAD~1"``, or another folder of it, ``"main:catalog"``;
            the files on disk stay as they are and are not looked at.

    Raises:
        CatalogueError: some file cannot be read; it holds every problem, each with its place and remedy.
        ArchmodelError: there is no such folder or revision.

    Example:
        >>> am.load("tinh-toi").applications.named("mot cua")
        <2 applications: mot-cua-bac, mot-cua-nam>
    """
    if revision is not None:
        from archmodel.catalog.revision import open_tree

        return assembled(*open_tree(Path(path), revision))
    return open_workspace(find_workspace(Path(path)))


def open_workspace(workspace: Workspace) -> Model:
    """The model of a workspace already found; see ``load``."""
    if not workspace.catalog.is_dir():
        raise ArchmodelError(
            Words(f"không có thư mục '{workspace.catalog}'", f"there is no folder '{workspace.catalog}'"),
            Words("chạy 'archmodel init THƯ_MỤC' để tạo, hoặc sửa 'catalog' trong archmodel.toml",
                  "run 'archmodel init DIR' to make one, or mend 'catalog' in archmodel.toml"),
        )  # fmt: skip
    frameworks = Reader(workspace.framework or shipped_frameworks())
    return assembled(workspace.settings, Reader(workspace.catalog), frameworks)


def assembled(settings: Settings, catalogue: Reader, frameworks: Reader) -> Model:
    """The model of settings and of two folders, wherever their bytes come from.

    Raises:
        CatalogueError: some file of either folder cannot be read.
    """
    records = Records(catalogue)
    with _no_collecting():
        for file, text in catalogue.walk():
            records.take(file, text)
        duplicates((*records.elements, *records.relations, *records.waivers), catalogue)
        reference = read_reference(frameworks)
        if problems := [*catalogue.problems, *frameworks.problems]:
            raise CatalogueError(problems)
        _check_framework(settings, reference)
        return Model(
            records.elements,
            records.relations,
            settings=settings,
            reference=reference,
            waivers=records.waivers,
            misfits=records.misfits,
        )


def _check_framework(settings: Settings, reference: Reference) -> None:
    """Refuse a framework the settings name and nobody has; the default is taken as it is."""
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
