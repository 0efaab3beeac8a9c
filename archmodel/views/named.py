"""Pictures by name, for the command line: those of ``archmodel.views``, one element's as ``focus:ID``, diagrams by code."""

from __future__ import annotations

from collections.abc import Callable

from archmodel import views
from archmodel.analysis.roadmap import roadmap
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model
from archmodel.text.vietnamese import folded, nearest
from archmodel.text.words import Words
from archmodel.views.diagram import codes
from archmodel.views.picture import Picture

WHOLE: dict[str, Callable[[Model, str], Picture]] = {
    "landscape": lambda model, day: views.landscape(model.at(day)),
    "flows": lambda model, day: views.flows(model.at(day)),
    "matrix": lambda model, day: views.matrix(model.at(day)),
    "sankey": lambda model, day: views.sankey(model.at(day)),
    "lineage": lambda model, day: views.lineage(model.at(day)),
    "overlap": views.overlap,
    "timeline": views.timeline,
    "heatmap": views.heatmap,
    "gantt": lambda model, day: views.gantt(roadmap(model, day)),
    "succession": lambda model, day: views.succession(model),
}
AROUND: dict[str, Callable[[Model, str, str], Picture]] = {
    "focus": lambda model, day, one: views.landscape(model.at(day), focus=one),
    "impact": lambda model, day, one: views.impact_tree(model, one, as_of=day),
}


def named(model: Model, name: str, day: str) -> Picture:
    """The picture called ``name`` on a day.

    Raises:
        ArchmodelError: no picture is called so, or no element has the id after the colon.
    """
    kind, colon, id = name.partition(":")
    if colon and kind in AROUND:
        return AROUND[kind](model, day, id)
    if name in WHOLE:
        return WHOLE[name](model, day)
    diagrams = {folded(code): code for code in codes(model.at(day))}
    asked = model.origin.elements.get(name)
    if folded(name) in diagrams or (asked is not None and asked.kind == "view"):
        return views.diagram(model.at(day), name)
    known = (*WHOLE, *(f"{kind}:ID" for kind in AROUND), *diagrams.values())
    guess = nearest(folded(name), [*WHOLE, *diagrams])
    shown = ", ".join(known)
    near = diagrams.get(guess or "", guess)
    raise ArchmodelError(
        Words(f"không có hình '{name}'", f"there is no picture '{name}'"),
        Words(f"ý bạn là '{near}'? Có: {shown}", f"did you mean '{near}'? There are: {shown}")
        if near
        else Words(f"dùng một trong: {shown}", f"use one of: {shown}"),
    )
