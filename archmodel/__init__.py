"""archmodel: model, check and publish the digital architecture of a city or province.

    import archmodel as am

    model = am.load("catalog")
    model.applications.where(owner="so-yte")

Names below are loaded when first used, so that ``import archmodel`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from archmodel import graph, tables, views
    from archmodel.analysis.continuity import continuity
    from archmodel.analysis.duplicates import duplicates
    from archmodel.analysis.fates import fates
    from archmodel.analysis.homes import homes
    from archmodel.analysis.impact import impact
    from archmodel.analysis.quality import quality
    from archmodel.analysis.responsibility import answers_for
    from archmodel.analysis.roadmap import roadmap
    from archmodel.analysis.trails import trails
    from archmodel.catalog.edit import edit
    from archmodel.catalog.load import load
    from archmodel.checks.comparison import diff
    from archmodel.checks.gaps import gaps
    from archmodel.checks.questions import questions
    from archmodel.checks.run import check
    from archmodel.checks.what_if import what_if
    from archmodel.errors import ArchmodelError, CatalogueError
    from archmodel.lab.explorer import explore
    from archmodel.lab.grid import show
    from archmodel.lab.watch import watch
    from archmodel.model.model import Model

_HOMES = {
    "answers_for": "archmodel.analysis.responsibility",
    "continuity": "archmodel.analysis.continuity",
    "fates": "archmodel.analysis.fates",
    "homes": "archmodel.analysis.homes",
    "load": "archmodel.catalog.load",
    "roadmap": "archmodel.analysis.roadmap",
    "trails": "archmodel.analysis.trails",
    "check": "archmodel.checks.run",
    "duplicates": "archmodel.analysis.duplicates",
    "explore": "archmodel.lab.explorer",
    "diff": "archmodel.checks.comparison",
    "gaps": "archmodel.checks.gaps",
    "questions": "archmodel.checks.questions",
    "quality": "archmodel.analysis.quality",
    "edit": "archmodel.catalog.edit",
    "impact": "archmodel.analysis.impact",
    "show": "archmodel.lab.grid",
    "watch": "archmodel.lab.watch",
    "what_if": "archmodel.checks.what_if",
    "Model": "archmodel.model.model",
    "ArchmodelError": "archmodel.errors",
    "CatalogueError": "archmodel.errors",
}
_MODULES = {"graph", "tables", "views"}

__all__ = [
    "ArchmodelError",
    "CatalogueError",
    "Model",
    "answers_for",
    "check",
    "continuity",
    "diff",
    "duplicates",
    "edit",
    "explore",
    "fates",
    "gaps",
    "graph",
    "homes",
    "impact",
    "load",
    "quality",
    "questions",
    "roadmap",
    "show",
    "tables",
    "trails",
    "views",
    "watch",
    "what_if",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _MODULES:
        return import_module(f"archmodel.{name}")
    if name.startswith("_"):
        raise AttributeError(f"module 'archmodel' has no attribute {name!r}")
    from archmodel.errors import UnknownName

    raise UnknownName(import_module("archmodel"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
