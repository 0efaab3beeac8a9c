"""Small catalogues written out as literal files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import archmodel as am

Write = Callable[[dict[str, str | bytes]], Path]
Problems = Callable[[dict[str, str | bytes]], list[str]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files into a catalogue folder named ``catalog`` and returns the folder."""

    def write(files: dict[str, str | bytes]) -> Path:
        root = tmp_path / "catalog"
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write


@pytest.fixture
def problems(write: Write) -> Problems:
    """Loads files that cannot be read and returns each problem as English text."""

    def problems(files: dict[str, str | bytes]) -> list[str]:
        with pytest.raises(am.CatalogueError) as caught:
            am.load(write(files))
        return [problem.show("en") for problem in caught.value.problems]

    return problems
