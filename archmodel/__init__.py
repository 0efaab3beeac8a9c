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
    from archmodel.catalog.load import load
    from archmodel.checks.comparison import diff
    from archmodel.checks.gaps import gaps
    from archmodel.checks.run import check
    from archmodel.errors import ArchmodelError, CatalogueError
    from archmodel.model.model import Model

_HOMES = {
    "load": "archmodel.catalog.load",
    "check": "archmodel.checks.run",
    "diff": "archmodel.checks.comparison",
    "gaps": "archmodel.checks.gaps",
    "Model": "archmodel.model.model",
    "ArchmodelError": "archmodel.errors",
    "CatalogueError": "archmodel.errors",
}
_MODULES = {"graph", "tables", "views"}

__all__ = ["ArchmodelError", "CatalogueError", "Model", "check", "diff", "gaps", "graph", "load", "tables", "views"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _MODULES:
        return import_module(f"archmodel.{name}")
    raise AttributeError(f"module 'archmodel' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
