"""Literal catalogues for the rules: rows by folder, written out and loaded like any other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import archmodel as am

Load = Callable[..., am.Model]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads rows by folder, with settings and editions of a framework where a test needs them; none otherwise."""

    def load(
        catalog: dict[str, Any],
        settings: dict[str, Any] | None = None,
        framework: dict[str, dict[str, Any]] | None = None,
    ) -> am.Model:
        lines = [f"{key} = {json.dumps(value)}" for key, value in (settings or {}).items()]
        (tmp_path / "archmodel.toml").write_text("\n".join(lines), encoding="utf-8")
        (tmp_path / "framework_v4").mkdir(exist_ok=True)
        (tmp_path / "catalog").mkdir(exist_ok=True)
        for folder, rows in catalog.items():
            _write(tmp_path / "catalog" / folder / "rows.yaml", rows)
        for folder, files in (framework or {}).items():
            for name, rows in files.items():
                _write(tmp_path / "framework_v4" / folder / f"{name}.yaml", rows)
        return am.load(tmp_path)

    return load


def _write(path: Path, rows: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n", encoding="utf-8")
