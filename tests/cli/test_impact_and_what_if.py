"""``impact`` and ``what-if`` on the command line: formats, order of acts, patches, words for what makes no sense."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import archmodel as am
from archmodel.cli import main

CAPSYS = pytest.CaptureFixture[str]


@pytest.fixture
def shared(tmp_path: Path, capsys: CAPSYS) -> list[str]:
    """The example province in a folder of its own, and the options that name it."""
    main(["init", str(tmp_path / "vd"), "--example"])
    capsys.readouterr()
    return ["--workspace", str(tmp_path / "vd"), "--as-of", "2026-11-22", "--lang", "en"]


def test_impact_in_three_formats(shared: list[str], capsys: CAPSYS) -> None:
    assert main(["impact", "lgsp-vd", *shared]) == 0
    assert "Feels it if it stops:" in capsys.readouterr().out
    assert main(["impact", "lgsp-vd", *shared, "--format", "json", "--direction", "both", "--depth", "1"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert {row["distance"] for row in value["rows"]} == {1}
    assert {row["way"] for row in value["rows"]} == {"up", "down"}
    assert main(["impact", "lgsp-vd", *shared, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("way,runs,distance,kind,id,name,")


def test_acts_are_made_in_the_order_written(shared: list[str], capsys: CAPSYS) -> None:
    words = ["--merge", "ioc-vd,iam-vd:mc=Một cửa", "--rename", "mc=Một cửa số", "--retire", "lgsp-vd"]
    assert main(["what-if", *words, *shared, "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert [step["act"] for step in value["steps"]] == [
        "merge 'ioc-vd', 'iam-vd' into 'mc'", "rename 'mc' to “Một cửa số”", "end 'lgsp-vd'",
    ]  # fmt: skip
    assert set(value["impact"]) == {"ioc-vd", "iam-vd", "lgsp-vd"}
    assert set(value["findings"]) == {"gained", "lost"}


def test_a_patch_changes_nothing_until_it_is_applied(shared: list[str], tmp_path: Path) -> None:
    folder, patch = tmp_path / "vd", tmp_path / "p.patch"
    assert main(["what-if", "--retire", "lgsp-vd", *shared, "--write", str(patch)]) == 0
    assert am.load(folder)["lgsp-vd"].until is None
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "apply", str(patch)], cwd=folder, check=True)
    assert am.load(folder)["lgsp-vd"].until == "2026-11-22"
    assert main(["what-if", "--retire", "qlvb-vd", *shared, "--apply"]) == 0
    assert am.load(folder)["qlvb-vd"].until == "2026-11-22"


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        (["impact", "lgsp-vdd"], "did you mean 'lgsp-vd'?"),
        (["impact", "lgsp-vd", "--depth", "0"], "at least 1"),
        (["what-if"], "archmodel what-if --retire ID"),
        (["what-if", "--merge", "lgsp-vd"], "--merge A,B:C[=NAME]"),
        (["what-if", "--move", "lgsp-vd:"], "--move ID:HOST"),
        (["what-if", "--owner", "lgsp-vd:his-vd"], "organisation"),
        (["what-if", "--retire", "lgsp-vd", "--retire", "lgsp-vd"], "choose a day"),
    ],
)
def test_what_makes_no_sense_exits_with_2_and_a_remedy(
    shared: list[str], words: list[str], fix: str, capsys: CAPSYS
) -> None:
    assert main([*words, *shared]) == 2
    err = capsys.readouterr().err
    assert fix in err
    assert "Traceback" not in err
