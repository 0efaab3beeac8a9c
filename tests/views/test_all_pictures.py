"""What holds for every picture: of the whole, of a part, of nothing, with hostile names, twice the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from archmodel.model.elements import Application, BusinessFunction, Dataset, Entity, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Link, Succession
from archmodel.views import impact_tree, landscape, lineage, overlap, succession, timeline
from archmodel.views.picture import Picture

DAY = "2026-01-01"
HOSTILE = "</text><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\"'&"
PICTURES: dict[str, Callable[[Model], Picture]] = {
    "landscape": lambda model: landscape(model, by="owner", colour="owner"),
    "disposition": lambda model: landscape(model, colour="disposition"),
    "overlap": lambda model: overlap(model, DAY),
    "timeline": lambda model: timeline(model, DAY),
    "succession": succession,
    "lineage": lineage,
}
AROUND: dict[str, Callable[[Model], Picture]] = {
    "focus": lambda model: landscape(model, focus="app"),
    "impact": lambda model: impact_tree(model, "app", as_of=DAY),
}


def hostile() -> Model:
    return Model(
        [
            Application(id="app", name=HOSTILE, record="own", state="in_use", since="2024", until="2027-01"),
            Application(id="app2", name=HOSTILE, record="own"),
            BusinessFunction(id="f", name=HOSTILE), Entity(id="e", name=HOSTILE),
            Dataset(id="d", name=HOSTILE, copy_of=HOSTILE), Organisation(id="o", name=HOSTILE, tier="city"),
            Organisation(id="old", name=HOSTILE, tier="district", until="2025"),
            Organisation(id="old2", name=HOSTILE, tier="district", until="2025"),
            Organisation(id="new", name=HOSTILE, tier="commune"),
        ],
        [
            Link(type="realizes", source="app", target="f"), Link(type="realizes", source="app2", target="f"),
            Link(type="contains", source="d", target="e"), Link(type="owned_by", source="app", target="o"),
            Flow(id="fl", source="app", target="app2", carries=("d",)),
            Succession(source="new", target="old", units=2), Succession(source="new", target="old2"),
        ],
    )  # fmt: skip


@pytest.mark.parametrize("name", [*PICTURES, *AROUND])
def test_hostile_names_are_text_in_drawing_page_and_face(name: str) -> None:
    picture = {**PICTURES, **AROUND}[name](hostile())
    for lang in ("vi", "en"):
        svg = picture.svg(lang, '{}.html?"<'.format)
        tags = {node.tag.rpartition("}")[2] for node in ET.fromstring(svg).iter()}
        assert tags.isdisjoint({"script", "img", "image", "foreignObject", "style"})
        assert "\u202e" not in svg
        assert "<script" not in picture.html(lang)
        assert "<img" not in picture.html(lang)
    assert picture._repr_html_().count("<img") == 1


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_and_a_part_are_drawn_too(name: str) -> None:
    whole = hostile()
    for model in (Model(()), whole.select(["app"]), whole):
        ET.fromstring(PICTURES[name](model).svg())


@pytest.mark.parametrize("name", PICTURES)
def test_the_whole_city_is_drawn_twice_the_same_and_told_in_words(name: str, hanoi: Model, tmp_path: Path) -> None:
    one, other = (PICTURES[name](hanoi) for _ in range(2))
    assert one.svg() == other.svg()
    assert one.alt("en") != one.alt("vi")
    assert one.sources > 0
    head, rows = one.table()
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert one.save(tmp_path / "p.html").read_text("utf-8") == one.html()
