"""The examples in the docstrings of what users call: each runs, on the fictional province, and gives what it says."""

from __future__ import annotations

import doctest
import inspect
from pathlib import Path
from typing import Any

import pytest

import archmodel as am
from archmodel.catalog.starter import create
from archmodel.model.collection import Collection

VERBS = {name: getattr(am, name) for name in am.__all__ if inspect.isfunction(getattr(am, name))}
OTHERS = {
    "Model": am.Model,
    "Model.at": am.Model.at,
    "Collection.where": Collection.where,
    "Collection.named": Collection.named,
    "graph.around": am.graph.around,
    "graph.digraph": am.graph.digraph,
    "views.flows": am.views.flows,
    "views.landscape": inspect.unwrap(am.views.landscape),
}


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, am.Model]:
    home = tmp_path_factory.mktemp("work")
    create(home / "tinh-toi", example=True)
    return home, am.load(home / "tinh-toi")


@pytest.mark.parametrize("name", [*VERBS, *OTHERS])
def test_the_example_runs(name: str, province: tuple[Path, am.Model], monkeypatch: pytest.MonkeyPatch) -> None:
    home, model = province
    monkeypatch.chdir(home)
    thing: Any = (VERBS | OTHERS)[name]
    parsed = doctest.DocTestParser().get_doctest(inspect.getdoc(thing) or "", {"am": am, "model": model}, name, None, 0)
    assert parsed.examples, f"{name} has no example"
    told: list[str] = []
    doctest.DocTestRunner().run(parsed, out=told.append)
    assert told == []
