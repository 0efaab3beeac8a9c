"""``archmodel duplicates``: the catalogue or a list, three formats, every pair when asked, mistakes with their lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archmodel.cli import main

CAPSYS = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
LIST = "Mã;Tên hệ thống;Chủ quản\n1;QLVB;Sở Y tế\n2;Phần mềm quản lý văn bản;SYT\n3;Giám sát cấp nước;Sở Xây dựng\n4;Giám sát thoát nước;Sở Xây dựng\n"  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace of two systems that do one job."""
    (tmp_path / "archmodel.toml").write_text('name = "Thử"\nas_of = "2026-11-22"\n', encoding="utf-8")
    file = tmp_path / "catalog" / "applications" / "all.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "- {id: a, name: QLVB, record: own}\n- {id: b, name: Phần mềm văn bản, record: own}\n", encoding="utf-8"
    )
    return tmp_path


def listed(folder: Path, text: str, encoding: str = "utf-8") -> str:
    file = folder / "list.csv"
    file.write_text(text, encoding=encoding)
    return str(file)


def test_the_catalogue(workspace: Path, capsys: CAPSYS) -> None:
    assert main(["duplicates", "--workspace", str(workspace), "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "id_a,id_b,score,verdict,why"
    assert [lines[1].split(",")[at] for at in (0, 1, 3)] == ["a", "b", "duplicate"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_list_with_vietnamese_headings(workspace: Path, capsys: CAPSYS, encoding: str) -> None:
    table = listed(workspace, LIST, encoding)
    assert main(["duplicates", table, "--workspace", str(workspace), "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert [(pair["id_a"], pair["id_b"], pair["verdict"]) for pair in value["pairs"]] == [("1", "2", "duplicate")]


def test_a_list_in_a_folder_that_is_no_workspace(
    tmp_path: Path, capsys: CAPSYS, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(tmp_path, LIST)
    monkeypatch.chdir(tmp_path)
    assert main(["duplicates", "list.csv", "--format", "csv"]) == 0
    told = capsys.readouterr()
    assert [line.split(",")[3] for line in told.out.splitlines()[1:]] == ["duplicate"]
    assert "không có archmodel.toml" in told.err


def test_every_pair_that_was_scored(workspace: Path, capsys: CAPSYS) -> None:
    table = listed(workspace, LIST)
    assert main(["duplicates", table, "--workspace", str(workspace), "--format", "csv", "--all"]) == 0
    assert [line.split(",")[3] for line in capsys.readouterr().out.splitlines()[1:]] == ["duplicate", "different"]


def test_a_table_for_people_in_either_language(workspace: Path, capsys: CAPSYS) -> None:
    assert main(["duplicates", "--workspace", str(workspace)]) == 0
    assert "Trùng lặp" in capsys.readouterr().out
    assert main(["duplicates", "--workspace", str(workspace), "--lang", "en"]) == 0
    assert "Duplicate" in capsys.readouterr().out


def test_a_file_is_written_where_asked(workspace: Path, capsys: CAPSYS) -> None:
    out = workspace / "pairs.csv"
    assert main(["duplicates", "--workspace", str(workspace), "--format", "csv", "--output", str(out)]) == 0
    assert out.read_text("utf-8").startswith("id_a,id_b,score,verdict,why\n")
    assert capsys.readouterr().out == ""


def test_mistakes_of_a_list_are_told_with_their_lines(workspace: Path, capsys: CAPSYS) -> None:
    table = listed(workspace, "id,name_vi\n1,A\n1,B\n,C\n")
    assert main(["duplicates", table, "--workspace", str(workspace), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert f"{table}:3" in told
    assert "id '1' is taken on line 2" in told
    assert "the row lacks 'id'" in told


def test_a_list_that_is_not_there_is_told(workspace: Path, capsys: CAPSYS) -> None:
    assert main(["duplicates", str(workspace / "none.csv"), "--workspace", str(workspace)]) == 2
    assert "none.csv" in capsys.readouterr().err
