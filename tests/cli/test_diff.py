"""``archmodel diff``: folders, revisions and days, the formats, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archmodel.cli import main

CAPSYS = pytest.CaptureFixture[str]


@pytest.fixture
def workspace(tmp_path: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose workspace lost one system and gained another since its only commit."""
    (tmp_path / "archmodel.toml").write_text('name = "Thử"\nas_of = "2026-11-22"\n', encoding="utf-8")
    save(tmp_path, "- id: a\n  name: Cổng\n  until: 2025-07-01\n- id: b\n  name: Kho\n")
    git("add", "-A")
    git("commit", "-qm", "x")
    save(tmp_path, "# moved\n- id: c\n  name: Khác hẳn\n\n- name: Cổng\n  id: a\n  until: 2025-07-01\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def save(folder: Path, text: str) -> None:
    file = folder / "catalog" / "applications" / "all.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def counts(capsys: CAPSYS) -> dict[str, int]:
    found: dict[str, int] = json.loads(capsys.readouterr().out)["counts"]["elements"]
    return found


@pytest.mark.parametrize("words", [["HEAD"], ["HEAD", "."], ["HEAD:catalog", "catalog"], ["main", "./catalog"]])
def test_a_revision_against_the_files(workspace: Path, words: list[str], capsys: CAPSYS) -> None:
    assert main(["diff", *words, "--format", "json"]) == 0
    assert counts(capsys) == {"removed": 1, "added": 1}


def test_two_revisions_and_two_folders(workspace: Path, tmp_path: Path, capsys: CAPSYS) -> None:
    assert main(["diff", "HEAD", "main", "--format", "json"]) == 0
    assert counts(capsys) == {}
    assert main(["diff", str(workspace), str(workspace / "catalog"), "--format", "json"]) == 0
    assert counts(capsys) == {}


def test_two_days_or_plateaus(workspace: Path, capsys: CAPSYS) -> None:
    assert main(["diff", "--as-of", "2025-06-30", "2025-07-01", "--format", "json"]) == 0
    assert counts(capsys) == {"ended": 1}
    assert main(["diff", "--as-of", "2025-06-30", "today"]) == 0
    assert "2025-06-30 → Hôm nay (2026-11-22)" in capsys.readouterr().out
    assert main(["diff", "--as-of", "today", "target", "--no-findings", "--lang", "en"]) == 0
    assert "Today (2026-11-22) → Target" in capsys.readouterr().out


def test_findings_may_be_left_out(workspace: Path, capsys: CAPSYS) -> None:
    assert main(["diff", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"]["new_day"] == "2026-11-22"
    assert main(["diff", "HEAD", "--no-findings", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] is None


def test_problems_of_a_revision_name_it(workspace: Path, git: Callable[..., str], capsys: CAPSYS) -> None:
    save(workspace, "- id: a\n")
    git("commit", "-qam", "x")
    assert main(["diff", "HEAD~1", "HEAD"]) == 2
    assert "HEAD:catalog/applications/all.yaml:1: lỗi dữ liệu" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["mian"],
        ["HEAD", "HEAD:nowhere"],
        ["--as-of", "2025-07-01", "2025-06-30"],
        ["--as-of", "target", "today"],
        ["--as-of", "2025-07-01", "tomorrow"],
        ["HEAD", "--as-of", "2025-06-30", "2025-07-01"],
        ["--", "--output=x", "HEAD"],
    ],
)
def test_what_cannot_be_compared_is_said_in_words(workspace: Path, words: list[str], capsys: CAPSYS) -> None:
    assert main(["diff", "--lang", "en", *words]) == 2
    err = capsys.readouterr().err
    assert "fix" in err
    assert "Traceback" not in err
