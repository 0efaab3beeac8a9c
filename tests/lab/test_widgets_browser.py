"""The widgets' modules in Chromium, drawn from what the real widgets hold: hostile text stays text, nothing is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import archmodel as am
from archmodel.errors import Place
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Flow, Link
from archmodel.model.settings import Settings

HOSTILE = "<img src=x onerror=alert(1)>"

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

DRAW = """async ([code, state]) => {
    const face = (await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })))).default;
    const model = { get: (name) => state[name], set() {}, save_changes() {}, on() {}, off() {}, send() {} };
    face.render({ model, el: document.body.appendChild(document.createElement("div")) });
}"""


def hostile_explorer() -> Any:
    evidence = (Evidence(document=HOSTILE, url="javascript:alert(1)", note=HOSTILE, confidence="inferred"),)
    app = Application.model_validate(
        {
            "id": "app",
            "name": HOSTILE,
            "description": HOSTILE,
            "aliases": [HOSTILE],
            "state_note": HOSTILE,
            "record": "own",
        }
    ).model_copy(update={"evidence": evidence, "place": Place(f"catalog/{HOSTILE}.yaml", 3)})
    ties = (
        Link(type="owned_by", source="app", target="so", reason=HOSTILE),
        Link(type="hosted_on", source="app", target=HOSTILE),
        Flow(id="F1", source="app", target="so", content=HOSTILE),
    )
    model = Model((app, Organisation(id="so", name=HOSTILE)), ties, settings=Settings(name=HOSTILE, as_of="2026-11-22"))
    return am.explore(model, opened="app", query="img")


def drawn(chromium: Any, folder: Path, widget: Any) -> tuple[Any, list[str]]:
    (folder / "page.html").write_text("<!doctype html><title>t</title><body></body>", encoding="utf-8")
    page = chromium.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("blob:") else None)
    page.goto((folder / "page.html").as_uri())
    said.clear()
    held = {name: getattr(widget, name) for name in widget.keys if not name.startswith("_")}
    state = {name: value for name, value in held.items() if isinstance(value, str | int | dict)}
    page.evaluate(DRAW, [widget._esm, state])
    return page, said


def test_hostile_text_stays_text_in_the_explorer(chromium: Any, tmp_path: Path) -> None:
    page, said = drawn(chromium, tmp_path, hostile_explorer())
    assert page.inner_text("body").count(HOSTILE) >= 8
    assert page.query_selector("img, script") is None
    assert page.query_selector("a[href^='javascript']") is None
    page.close()
    assert said == []


def test_hostile_text_stays_text_in_a_table(chromium: Any, tmp_path: Path) -> None:
    page, said = drawn(chromium, tmp_path, am.show(pd.DataFrame({HOSTILE: [HOSTILE, "=1+1"]}), HOSTILE))
    assert page.inner_text("body").count(HOSTILE) == 3
    assert page.query_selector("img, script") is None
    page.close()
    assert said == []


def test_everything_to_press_has_a_name_and_the_list_tells_where_it_stands(chromium: Any, tmp_path: Path) -> None:
    page, _ = drawn(chromium, tmp_path, hostile_explorer())
    unnamed = "nodes => nodes.filter(node => !(node.getAttribute('aria-label') || node.textContent.trim())).length"
    assert page.eval_on_selector_all("input, select, button, [role=listbox], [role=region]", unnamed) == 0
    current = page.get_attribute("[role=listbox]", "aria-activedescendant")
    assert page.get_attribute(f"#{current}", "role") == "option"
    page.close()
