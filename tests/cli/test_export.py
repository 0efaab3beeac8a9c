"""``archmodel export`` as a user meets it: each ending, the choice of a picture, and what is said of a wrong one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archmodel.cli import main

ROOT = Path(__file__).parents[2]
CAPSYS = pytest.CaptureFixture[str]


def export(*words: str) -> int:
    return main(["export", *words, "--workspace", str(ROOT), "--lang", "en"])


@pytest.mark.parametrize(
    ("words", "begins", "tells"),
    [
        (["m.json"], '{\n "schema": 1,', "elements, "),
        (["m.graphml"], "<?xml version", "elements, "),
        (["m.graphml", "--view", "flows"], "<?xml version", "Data flows"),
        (["m.drawio"], "<mxfile", "Hanoi"),
        (["m.drawio", "--view", "sd-t-02"], "<mxfile", "SĐ-T-02"),
        (["m.mmd", "--view", "impact:lgsp-hn"], "%% ", "If it stopped"),
        (["m.svg", "--view", "SD-T-01"], "<svg", "SĐ-T-01"),
        (["m.html", "--view", "focus:lgsp-hn"], "<!doctype html>", "direct relations"),
    ],
)
def test_each_ending_is_written_and_told(
    words: list[str], begins: str, tells: str, tmp_path: Path, capsys: CAPSYS
) -> None:
    path = tmp_path / words[0]
    assert export(str(path), *words[1:], "--as-of", "2026-11-29") == 0
    assert path.read_text("utf-8").startswith(begins)
    assert tells in capsys.readouterr().err


def test_without_a_day_json_holds_every_record(tmp_path: Path) -> None:
    whole, then = tmp_path / "whole.json", tmp_path / "then.json"
    assert [export(str(whole)), export(str(then), "--as-of", "2026-11-29")] == [0, 0]
    one, other = (json.loads(path.read_text("utf-8")) for path in (whole, then))
    assert (one["day"], other["day"]) == (None, "2026-11-29")
    assert len(one["elements"]) > len(other["elements"])


@pytest.mark.parametrize(
    ("words", "fact", "remedy"),
    [
        (["m.xml"], "no form is known for 'm.xml'", ".xlsx, .json, .graphml, .drawio, .mmd, .svg, .png, .html"),
        (["m.svg", "--view", "landscpae"], "there is no picture 'landscpae'", "did you mean 'landscape'? There are: "),
        (["m.svg", "--view", "SD-T-04"], "there is no picture 'SD-T-04'", "SĐ-T-01"),
        (["m.json", "--view", "flows"], ".json holds the model, not a picture", "leave out --view"),
        (["m.svg", "--view", "focus:lgsp"], "no element is called 'lgsp'", ""),
        (["m.mmd", "--view", "heatmap"], "no boxes and lines", ".svg, .html, .png"),
    ],
)
def test_a_wrong_ending_or_view_is_told_with_the_remedy(
    words: list[str], fact: str, remedy: str, tmp_path: Path, capsys: CAPSYS
) -> None:
    path = tmp_path / words[0]
    assert export(str(path), *words[1:]) == 2
    err = capsys.readouterr().err
    assert fact in err
    assert remedy in err
    assert not path.exists()
