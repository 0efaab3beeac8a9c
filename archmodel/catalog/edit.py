"""``edit``: changing the records of a workspace from a notebook or a program, and writing the change back to its files.

Each act is checked at once and returns a new Edit; nothing is written before ``write``. What the acts mean for the
files is for ``archmodel.catalog.rewrite``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archmodel.catalog.fitting import allowed, made, no_relations, remade, unused
from archmodel.catalog.load import open_workspace
from archmodel.catalog.patch import Patch
from archmodel.catalog.record_file import record_key
from archmodel.catalog.removal import numbered, removal, says_so
from archmodel.catalog.rewrite import rewritten
from archmodel.catalog.workspace import Workspace, find_workspace
from archmodel.errors import ArchmodelError, whole_day
from archmodel.model.change import Swap, changed
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.relations import RELATIONS, Relation
from archmodel.text.words import Words


def edit(path: str | Path = ".") -> Edit:
    """An edit of the workspace at ``path``, with no change yet; see ``archmodel.load`` for what may be named.

    Example:
        >>> am.edit("tinh-toi").set("his-vd", disposition="merge").patch()
        <Patch of 1 files: catalog/applications/sector.yaml>
    """
    workspace = find_workspace(Path(path))
    return Edit(workspace, open_workspace(workspace))


class Edit:
    """Changes to records of a workspace: ``model`` is the architecture with them made, ``swaps`` the changes.

    Saying again what the catalogue says already changes nothing, so that a cell may be run twice.
    """

    def __init__(
        self, workspace: Workspace, base: Model, swaps: tuple[Swap, ...] = (), model: Model | None = None
    ) -> None:
        self.base = base
        self.model = model or base
        self.swaps = swaps
        self._workspace = workspace
        self._before: Edit | None = None
        self._written: Patch | None = None

    def __repr__(self) -> str:
        return f"<Edit of {self.base.settings.name!r}: {len(self.swaps)} changes>"

    def _repr_html_(self) -> str:
        return self.patch()._repr_html_()

    def set(self, id: str, **fields: Any) -> Edit:
        """Give fields of an element or a flow new values; None takes a value out.

        Raises:
            ArchmodelError: there is no such record or field, or a value does not fit.
        """
        no_relations(id, fields)
        flow = numbered(self.model, id)
        if flow is not None:
            return self._with(Swap(flow[1], remade(flow[1], fields), flow[0]))
        element = self.model[id]
        return self._with(Swap(element, remade(element, fields)))

    def add(self, kind: str, id: str, name: str, *, beside: str | None = None, **fields: Any) -> Edit:
        """A new element; it is written in the file of ``beside``, or where most of its kind are.

        Raises:
            ArchmodelError: another record has the id, the kind or a field does not exist, or a value does not fit.
        """
        self.model.of(kind)
        element = made(KINDS[kind].element, {"kind": kind, "id": id, "name": name, **fields})
        known = self.model.elements.get(id)
        if known is not None and record_key(known) == record_key(element):
            return self
        unused(self.model, id)
        return self._with(Swap(None, element, None, beside))

    def remove(self, id: str, *, ties: bool = False) -> Edit:
        """Take an element or a flow out of the files, as if never recorded; what ended gets ``until`` instead.

        Args:
            id: of the element or flow.
            ties: also take out every relation from and to the element.

        Raises:
            ArchmodelError: there is no such record, or others name it and would be left pointing at nothing.
        """
        return self._with(*removal(self.model, id, ties=ties))

    def relate(self, source: str, type: str, target: str, **fields: Any) -> Edit:
        """A new relation from one element to another, or to a framework's component.

        Raises:
            ArchmodelError: the type does not exist or may not join the two, an end does not exist, or a value does not fit.
        """
        allowed(self.model, type, source, target)
        relation = made(RELATIONS[type].relation, {"type": type, "source": source, "target": target, **fields})
        if any(says_so(known, relation) for known in self.model.outgoing(source, type)):
            return self
        return self._with(Swap(None, relation, len(self.model.relations)))

    def unrelate(self, source: str, type: str, target: str) -> Edit:
        """Take the relations of a type between two elements out of the files, as if never recorded; see ``end``.

        Raises:
            ArchmodelError: the type does not exist or may not join the two, or an end does not exist.
        """
        allowed(self.model, type, source, target)
        found = [at for at, relation in enumerate(self.model.relations) if _joins(relation, source, type, target)]
        return self._with(*(Swap(self.model.relations[at], None, at) for at in reversed(found)))

    def end(self, source: str, type: str, target: str, *, on: str) -> Edit:
        """End the relations of a type between two elements on a day: the first they no longer hold.

        Raises:
            ArchmodelError: no such relation holds on that day or later, or ended on it.
        """
        whole_day(on)
        joined = [(at, r) for at, r in enumerate(self.model.relations) if _joins(r, source, type, target)]
        found = [Swap(r, r.model_copy(update={"until": on}), at) for at, r in joined if r.holds_on(on)]
        if not found and not any(relation.until == on for _, relation in joined):
            raise ArchmodelError(
                Words(
                    f"không có quan hệ {source} {type} {target} ngày {on}",
                    f"no relation {source} {type} {target} holds on {on}",
                ),
                Words(f"xem model.outgoing('{source}')", f"see model.outgoing('{source}')"),
            )
        return self._with(*found)

    def undo(self) -> Edit:
        """Take back the last act: the writing, whose files get their old bytes again, else the last change.

        It lasts as long as the notebook's kernel; after that, the workspace's own version control remembers.

        Raises:
            ArchmodelError: somebody changed a written file since.
        """
        if self._written is not None and self._written.files:
            self._written.undo()
            self._written = None
            return self
        return self._before or self

    def patch(self) -> Patch:
        """The changes of files, made or to be made; ``str`` of it is a unified diff."""
        if self._written is not None and self._written.is_made:
            return self._written
        return rewritten(self._workspace, self.base, self.swaps)

    def write(self) -> tuple[Path, ...]:
        """Write the changes into the files and return their paths; a second time there is nothing left to do.

        Raises:
            ArchmodelError: a file changed since the workspace was loaded, or cannot be written.
        """
        patch = self.patch()
        paths = patch.write()
        self._written = patch
        return paths

    def _with(self, *swaps: Swap) -> Edit:
        told = tuple(swap for swap in swaps if swap.before != swap.after)
        if not told:
            return self
        after = Edit(self._workspace, self.base, (*self.swaps, *told), changed(self.model, told))
        after._before = self
        return after


def _joins(relation: Relation, source: str, type: str, target: str) -> bool:
    return (relation.source, relation.type, relation.target) == (source, type, target)
