"""Rules of one's own: the same decorator, run beside the others, mistakes told in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archmodel.checks import RULES
from archmodel.checks.own import rules_in
from archmodel.checks.pages import page
from archmodel.cli import main
from archmodel.errors import ArchmodelError
from archmodel.model.framework import Reference

RULE = '''
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.struct.duplicate_code import find as not_mine
from archmodel.text.words import Words


@rule("{code}", Severity.WARNING, title=Words("Có tên tiếng Anh", "Has an English name"),
      scope=lambda model, day: model.applications.ids)
def find(model, day):
    """System without an English name.

    Why: a. Found: b. Fix: c. Misses: d.
    """
    for application in model.applications.where(name_en=None):
        yield Finding(application, Words("thiếu tên tiếng Anh", "no English name"), Words("thêm name_en", "add name_en"))
'''


def save(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "own.py"
    file.write_text(text, encoding="utf-8")
    return file


def test_only_what_the_file_defines_counts(tmp_path: Path) -> None:
    assert [rule.code for rule in rules_in(save(tmp_path, RULE.format(code="OWN-01")), RULES)] == ["OWN-01"]


def test_it_runs_beside_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog = tmp_path / "catalog" / "applications"
    catalog.mkdir(parents=True)
    (catalog / "a.yaml").write_text("- {id: a, name: A}\n- {id: b, name: B, name_en: B}\n", encoding="utf-8")
    (tmp_path / "archmodel.toml").write_text("", encoding="utf-8")
    file = save(tmp_path, RULE.format(code="OWN-01"))
    words = ["check", "--workspace", str(tmp_path), "--rules", str(file), "--select", "OWN", "--format", "json"]
    assert main([*words, "--fail-on", "warning"]) == 1
    assert [finding["element"] for finding in json.loads(capsys.readouterr().out)["findings"]] == ["a"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\n", "holds no rule"),
        ("x = 1\nraise ValueError('ôi')\n", r"own\.py:2: ValueError: ôi"),
        ("def (:\n", "SyntaxError"),
        (RULE.format(code="STRUCT-01"), "the code 'STRUCT-01' is taken"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ArchmodelError, match=told):
        rules_in(save(tmp_path, text), RULES)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArchmodelError, match="there is no file"):
        rules_in(tmp_path / "none.py")


def test_its_page_is_in_the_language_it_is_written_in(tmp_path: Path) -> None:
    (own,) = rules_in(save(tmp_path, RULE.format(code="OWN-01")))
    assert "Why: a." in page(own, Reference(), "vi")
