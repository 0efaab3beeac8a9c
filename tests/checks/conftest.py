"""Literal catalogues for the rules: rows by folder, written out and loaded like any other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import archmodel as am

Load = Callable[..., am.Model]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads rows by folder, with settings and editions of a framework where a test needs them; none otherwise."""
    return partial(written, tmp_path)


def written(
    folder: Path,
    catalog: dict[str, Any],
    settings: dict[str, Any] | None = None,
    framework: dict[str, dict[str, Any]] | None = None,
) -> am.Model:
    """The model of rows written into a folder, in place of those written there before."""
    for name in ("catalog", "framework_v4"):
        shutil.rmtree(folder / name, ignore_errors=True)
    lines = [f"{key} = {json.dumps(value)}" for key, value in (settings or {}).items()]
    (folder / "archmodel.toml").write_text("\n".join(lines), encoding="utf-8")
    (folder / "framework_v4").mkdir(exist_ok=True)
    (folder / "catalog").mkdir(exist_ok=True)
    for name, rows in catalog.items():
        _write(folder / "catalog" / name / "rows.yaml", rows)
    for edition, files in (framework or {}).items():
        for name, rows in files.items():
            _write(folder / "framework_v4" / edition / f"{name}.yaml", rows)
    return am.load(folder)


def _write(path: Path, rows: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n", encoding="utf-8")
