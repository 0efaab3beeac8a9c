"""A small workspace on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

APPS = "catalog/applications/a.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two systems and a body; the day is fixed by its settings."""
    save(tmp_path, "archmodel.toml", 'name = "Thử"\nas_of = "2026-11-22"\n')
    save(tmp_path, APPS, "- {id: his, name: HIS, record: own}\n- {id: lis, name: LIS, record: own}\n")
    save(tmp_path, "catalog/organisations/o.yaml", "- {id: so-yte, name: Sở Y tế}\n")
    return tmp_path


def save(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
