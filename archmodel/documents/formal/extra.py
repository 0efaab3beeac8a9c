"""The libraries only the formal document needs: an extra, so that checking a model installs neither."""

from __future__ import annotations

from importlib.util import find_spec

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words

_PACKAGES = {"docx": "python-docx", "typst": "typst"}


def needed(*modules: str) -> None:
    """Nothing where the modules can be imported.

    Raises:
        ArchmodelError: one is not installed; the remedy names the extra.
    """
    absent = [_PACKAGES[name] for name in modules if find_spec(name) is None]
    if absent:
        names = ", ".join(absent)
        raise ArchmodelError(
            Words(f"chưa cài {names}, cần để xuất văn bản", f"{names} is not installed; the formal document needs it"),
            Words("chạy: pip install 'archmodel[documents]'", "run: pip install 'archmodel[documents]'"),
        )
