"""The README says what is: its tour runs, its commands exist; the rule table beside it is the registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archmodel.checks import RULES, pages
from archmodel.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_tour_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tour,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    known: dict[str, object] = {}
    exec(tour, known)
    assert known["report"].findings  # type: ignore[attr-defined]


def test_the_rule_table_is_the_registry() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page.partition("\n\n| ")[2] == pages.table(RULES, "en", markdown=True).removeprefix("| ") + "\n"


@pytest.mark.parametrize("command", sorted(set(re.findall(r"(?<!import )archmodel ((?!as )[a-z]+) ", README))))
def test_each_command_named_exists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out


def test_the_counts_are_those_of_the_catalogue(hanoi: object) -> None:
    told = re.search(r"on Hanoi \(([\d,]+) elements, ([\d,]+) relations\)", README)
    assert told
    assert [int(number.replace(",", "")) for number in told.groups()] == [len(hanoi), len(hanoi.relations)]  # type: ignore[arg-type,attr-defined]
