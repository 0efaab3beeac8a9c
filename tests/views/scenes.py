"""The pictures of boxes and lines, of the real catalogue, that several tests look at."""

from __future__ import annotations

from collections.abc import Callable

from archmodel.model.model import Model
from archmodel.views import diagram, flows, impact_tree, landscape, lineage, succession
from archmodel.views.picture import Picture
from archmodel.views.scene import Scene

DAY = "2026-11-29"
PICTURES: dict[str, Callable[[Model], Picture]] = {
    "landscape": lambda model: landscape(model.at(DAY)),
    "focus": lambda model: landscape(model.at(DAY), focus="lgsp-hn"),
    "flows": lambda model: flows(model.at(DAY)),
    "lineage": lambda model: lineage(model.at(DAY)),
    "impact": lambda model: impact_tree(model, "lgsp-hn", as_of=DAY),
    "succession": succession,
    "SD-T-01": lambda model: diagram(model.at(DAY), "SD-T-01"),
    "SD-T-02": lambda model: diagram(model.at(DAY), "SD-T-02"),
    "SD-T-03": lambda model: diagram(model.at(DAY), "SD-T-03"),
}


def scene_of(picture: Picture, lang: str = "vi") -> Scene:
    found = picture.scene(lang)
    assert found is not None
    return found
