"""The command line is a contract: words, exit statuses, what goes to which stream."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archmodel import __version__
from archmodel.cli import main

CAPSYS = pytest.CaptureFixture[str]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one finding: a flow to nowhere."""
    (tmp_path / "archmodel.toml").write_text('name = "Thử"\nas_of = "2026-11-22"\n', encoding="utf-8")
    save(tmp_path, "applications", "- id: so-yte\n  name: Ứng dụng\n")
    save(tmp_path, "flows", "- id: F1\n  source: so-yte\n  target: so-ytee\n  content: hồ sơ\n  route: direct\n")
    return tmp_path


def save(folder: Path, name: str, text: str) -> None:
    file = folder / "catalog" / name / "all.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_version(capsys: CAPSYS) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"archmodel {__version__}\n"


def test_check_tells_place_code_fact_and_remedy(workspace: Path, capsys: CAPSYS) -> None:
    assert main(["check", "--workspace", str(workspace), "--lang", "en", "--select", "STRUCT-04"]) == 1
    out = capsys.readouterr().out
    assert (
        "catalog/flows/all.yaml:1: STRUCT-04 error: the relation flow of 'so-yte' names 'so-ytee', which no record has"
        in out
    )
    assert "    fix      did you mean 'so-yte'?" in out


def test_check_speaks_vietnamese_first(workspace: Path, capsys: CAPSYS) -> None:
    main(["check", "--workspace", str(workspace), "--select", "STRUCT-04"])
    assert "ý bạn là 'so-yte'?" in capsys.readouterr().out


def test_json_has_every_key(workspace: Path, capsys: CAPSYS) -> None:
    main(["check", "--workspace", str(workspace), "--format", "json", "--select", "STRUCT-04", "--lang", "en"])
    value = json.loads(capsys.readouterr().out)
    assert (value["schema"], value["as_of"], value["framework"]) == (1, "2026-11-22", "nat-1.0")
    assert value["counts"]["error"] == 1
    (finding,) = value["findings"]
    assert finding == {
        "code": "STRUCT-04",
        "outcome": "fail",
        "severity": "error",
        "element": "F1",
        "kind": "flow",
        "message": "the relation flow of 'so-yte' names 'so-ytee', which no record has",
        "fix": "did you mean 'so-yte'?",
        "cites": finding["cites"],
        "path": "catalog/flows/all.yaml",
        "line": 1,
        "see": [],
        "waived": None,
    }


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on(workspace: Path, fail_on: str, status: int) -> None:
    assert main(["check", "--workspace", str(workspace), "--fail-on", fail_on, "--select", "STRUCT-04"]) == status


def test_warnings_alone_do_not_fail(workspace: Path) -> None:
    save(workspace, "views", "- id: V\n  name: Sơ đồ\n")
    assert main(["check", "--workspace", str(workspace), "--select", "STRUCT-09"]) == 0
    assert main(["check", "--workspace", str(workspace), "--select", "STRUCT-09", "--fail-on", "warning"]) == 1


def test_output_is_written_whole(workspace: Path, capsys: CAPSYS) -> None:
    file = workspace / "out" / "report.json"
    main(["check", "--workspace", str(workspace), "--format", "json", "--output", str(file)])
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == 1
    assert capsys.readouterr().out == ""
    assert [path.name for path in file.parent.iterdir()] == ["report.json"]


def test_what_cannot_run_exits_with_2_and_words(workspace: Path, capsys: CAPSYS) -> None:
    save(workspace, "applications", "- id: so-yte\n  nam: Ứng dụng\n")
    assert main(["check", "--workspace", str(workspace), "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert "catalog/applications/all.yaml:2: problem: there is no field 'nam'" in err
    assert "did you mean 'name'?" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--select", "STRUKT-04"],
        ["check", "--as-of", "22/11/2026"],
        ["check", "--framework", "nat-9"],
        ["check", "--select", "STRUCT-04", "--ignore", "STRUCT"],
        ["explain", "STRUCT-99"],
        ["schema", "aplications"],
        ["check", "--workspace", "/nowhere"],
    ],
)
def test_wrong_words_exit_with_2_and_a_remedy(
    workspace: Path, words: list[str], capsys: CAPSYS, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    assert main([*words, "--lang", "en"]) == 2
    assert "fix" in capsys.readouterr().err


def test_rules_and_explain(workspace: Path, capsys: CAPSYS, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    assert main(["rules", "--markdown", "--lang", "en"]) == 0
    assert "| STRUCT-04 | error | good practice | No dangling relation |" in capsys.readouterr().out
    assert main(["explain", "struct-04", "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("STRUCT-04  No dangling relation")
    assert all(f"\n{part}: " in page for part in ("Why", "Found", "Fix", "Misses"))
    assert "\nExample: catalog/flows/all.yaml:1: the relation flow of 'so-yte' names 'so-ytee'" in page


def test_schema_goes_to_files(tmp_path: Path, capsys: CAPSYS) -> None:
    assert main(["schema", "applications"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "array"
    assert main(["schema", "--output", str(tmp_path)]) == 0
    assert (tmp_path / "flows.schema.json").is_file()


def test_init_check_publish_of_the_example(tmp_path: Path, capsys: CAPSYS) -> None:
    folder = tmp_path / "vidu"
    assert main(["init", str(folder), "--example"]) == 0
    assert main(["check", "--workspace", str(folder), "--fail-on", "never"]) == 0
    assert main(["publish", "--workspace", str(folder)]) == 0
    assert (folder / "site" / "index.html").is_file()
    assert main(["init", str(folder), "--example"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_gravest_come_first(workspace: Path, capsys: CAPSYS) -> None:
    save(workspace, "views", "- id: A\n  name: Sơ đồ\n")
    main(["check", "--workspace", str(workspace), "--lang", "en", "--select", "STRUCT"])
    out = capsys.readouterr().out
    assert out.index("STRUCT-04 error") < out.index("STRUCT-09 warning")
    main(["check", "--workspace", str(workspace), "--lang", "en", "--select", "STRUCT,DOC"])
    assert "error" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.slow
def test_publish_offers_the_formal_document_where_it_is_asked_for(tmp_path: Path, capsys: CAPSYS) -> None:
    folder = tmp_path / "tinh"
    assert main(["init", str(folder), "--example"]) == 0
    assert main(["publish", "--workspace", str(folder), "--docx", "--pdf"]) == 0
    made = folder / "site/tai-ve"
    assert (made / "kien-truc-so.docx").read_bytes().startswith(b"PK")
    assert (made / "kien-truc-so.pdf").read_bytes().startswith(b"%PDF")


def test_stopping_a_command_is_told_in_words(workspace: Path, capsys: CAPSYS, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("archmodel.checks.run.check", stopped)
    assert main(["check", "--workspace", str(workspace), "--lang", "en"]) == 2
    assert capsys.readouterr().err == "stopped on request; nothing is left half done\n"
