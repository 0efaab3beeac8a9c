"""``edit``: changing the records of a workspace from a notebook or a program, and writing the change back to its files.

Each act is checked at once and returns a new Edit; nothing is written before ``write``. What the acts mean for the
files is for ``archmodel.catalog.rewrite``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archmodel.catalog.fitting import allowed, made, remade, unused
from archmodel.catalog.load import open_workspace
from archmodel.catalog.patch import Patch
from archmodel.catalog.rewrite import rewritten
from archmodel.catalog.workspace import Workspace, find_workspace
from archmodel.errors import ArchmodelError, whole_day
from archmodel.model.change import Swap, changed, inverse
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.relations import RELATIONS, Flow
from archmodel.text.words import Words


def edit(path: str | Path = ".") -> Edit:
    """An edit of the workspace at ``path``, with no change yet; see ``archmodel.load`` for what may be named."""
    workspace = find_workspace(Path(path))
    return Edit(workspace, open_workspace(workspace))


class Edit:
    """Changes to records of a workspace: ``model`` is the architecture with them made, ``swaps`` the changes."""

    def __init__(
        self, workspace: Workspace, base: Model, swaps: tuple[Swap, ...] = (), model: Model | None = None
    ) -> None:
        self.base = base
        self.model = model or base
        self.swaps = swaps
        self._workspace = workspace

    def __repr__(self) -> str:
        return f"<Edit of {self.base.settings.name!r}: {len(self.swaps)} changes>"

    def set(self, id: str, **fields: Any) -> Edit:
        """Give fields of an element or a flow new values; None takes a value out.

        Raises:
            ArchmodelError: there is no such record or field, or a value does not fit.
        """
        for at, relation in enumerate(self.model.relations):
            if isinstance(relation, Flow) and relation.id == id:
                return self._with(Swap(relation, remade(relation, fields), at))
        element = self.model[id]
        return self._with(Swap(element, remade(element, fields)))

    def add(self, kind: str, id: str, name: str, *, beside: str | None = None, **fields: Any) -> Edit:
        """A new element; it is written in the file of ``beside``, or where most of its kind are.

        Raises:
            ArchmodelError: the id is taken, the kind or a field does not exist, or a value does not fit.
        """
        self.model.of(kind)
        unused(self.model, id)
        element = made(KINDS[kind].element, {"kind": kind, "id": id, "name": name, **fields})
        return self._with(Swap(None, element, None, beside))

    def relate(self, source: str, type: str, target: str, **fields: Any) -> Edit:
        """A new relation from one element to another, or to a framework's component.

        Raises:
            ArchmodelError: the type does not exist or may not join the two, an end does not exist, or a value does not fit.
        """
        allowed(self.model, type, source, target)
        relation = made(RELATIONS[type].relation, {"type": type, "source": source, "target": target, **fields})
        return self._with(Swap(None, relation, len(self.model.relations)))

    def end(self, source: str, type: str, target: str, *, on: str) -> Edit:
        """End the relations of a type between two elements on a day: the first they no longer hold.

        Raises:
            ArchmodelError: no such relation holds on that day or later.
        """
        whole_day(on)
        found = [
            Swap(relation, relation.model_copy(update={"until": on}), at)
            for at, relation in enumerate(self.model.relations)
            if (relation.source, relation.type, relation.target) == (source, type, target) and relation.holds_on(on)
        ]
        if not found:
            raise ArchmodelError(
                Words(
                    f"không có quan hệ {source} {type} {target} ngày {on}",
                    f"no relation {source} {type} {target} holds on {on}",
                ),
                Words(f"xem model.outgoing('{source}')", f"see model.outgoing('{source}')"),
            )
        return self._with(*found)

    def undo(self) -> Edit:
        """The edit without its last change."""
        return Edit(self._workspace, self.base, self.swaps[:-1], changed(self.model, inverse(self.swaps[-1:])))

    def patch(self) -> Patch:
        """The changes of files; ``str`` of it is a unified diff."""
        return rewritten(self._workspace, self.base, self.swaps)

    def write(self) -> tuple[Path, ...]:
        """Write the changes into the files and return their paths; see ``Patch.write``."""
        return self.patch().write()

    def _with(self, *swaps: Swap) -> Edit:
        return Edit(self._workspace, self.base, (*self.swaps, *swaps), changed(self.model, swaps))
