"""From changes of records to changes of files: which record stands where, what of it changes, where a new one goes.

A new record goes to the file of its kin. The result is read back before anything is written, and refused unless the
files then say exactly what was meant and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from archmodel.catalog.csv_edit import Unfit
from archmodel.catalog.files import CONTROL, Reader
from archmodel.catalog.patch import FileChange, Patch
from archmodel.catalog.record_file import Key, RecordFile, record_key, record_keys
from archmodel.catalog.records import Records
from archmodel.catalog.workspace import Workspace
from archmodel.catalog.yaml_edit import TieEdit, Unsplit
from archmodel.catalog.yaml_text import element_row, field_value, relation_row, target_value, type_of
from archmodel.errors import ArchmodelError, CatalogueError
from archmodel.model.change import Swap, net
from archmodel.model.kinds import FOLDERS, KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Flow, Relation
from archmodel.text.vietnamese import composed
from archmodel.text.words import Words


def rewritten(workspace: Workspace, model: Model, swaps: Iterable[Swap]) -> Patch:
    """The changes of files that make the swaps.

    Args:
        workspace: where the files are.
        model: the model as loaded from them, before the swaps.
        swaps: what is to change, in order; records in between are left out.

    Raises:
        ArchmodelError: a file changed since the model was loaded, or its layout cannot be changed in place.
    """
    return _Rewrite(workspace, model).patch(net(swaps))


class _Rewrite:
    """The files touched by one rewriting, each read once."""

    def __init__(self, workspace: Workspace, model: Model) -> None:
        self._root = workspace.catalog
        self._top = workspace.root
        self._model = model
        self._reader = Reader(workspace.catalog)
        self._files: dict[Path, RecordFile] = {}
        self._was: Counter[Key] = Counter()

    def patch(self, swaps: tuple[Swap, ...]) -> Patch:
        try:
            for group in self._by_record(swaps):
                group.make(self)
            expected = self._was.copy()
            expected.subtract(record_key(swap.before) for swap in swaps if swap.before is not None)
            expected.update(record_key(swap.after) for swap in swaps if swap.after is not None)
            changes = tuple(
                FileChange(file.path, self._name(file.path), file.old, file.new)
                for _, file in sorted(self._files.items())
                if file.new != (file.old or "")
            )
            self._read_back(changes, +expected)
        except Unsplit:
            raise _unsuited() from None
        return Patch(changes)

    def file(self, path: Path) -> RecordFile:
        """The file at a path, read on first use; its records join those that must come out again."""
        if path not in self._files:
            file = self._files[path] = RecordFile(self._reader, path)
            if self._reader.problems:
                raise CatalogueError(self._reader.problems)
            self._was.update(file.keys)
        return self._files[path]

    def home(self, record: Record) -> RecordFile:
        """The file a record was read from; refused where it does not hold that record any more."""
        if record.place is None:
            raise _nowhere(record)
        parts = Path(record.place.path).parts
        path = self._root.joinpath(*(parts[1:] if self._root.name else parts))
        file = self.file(path)
        if not self._was[record_key(record)]:
            raise _stale(self._name(path))
        return file

    def kin(self, record: Record, beside: str | None) -> RecordFile:
        """The file a new record goes to: that of the record named, else the one with most of its kind."""
        known = self._model.elements.get(beside or "") or next((f for f in self._model.flows if f.id == beside), None)
        if known is not None and known.place is not None and type(known) is type(record):
            return self.file(self.home(known).beside)
        folder = KINDS[record.kind].folder if isinstance(record, Element) else "flows"
        if not isinstance(record, Element | Flow):
            folder = "relations"
            return self.file(self._root / folder / f"{getattr(record, 'type', 'all')}.yaml")
        others = self._model.flows if folder == "flows" else self._model.of(FOLDERS[folder].name)
        files = Counter(other.place.path for other in others if other.place is not None)
        if not files:
            return self.file(self._root / folder / f"{folder}.yaml")
        most = min(files, key=lambda path: (-files[path], path))
        return self.file(self.home(next(o for o in others if o.place and o.place.path == most)).beside)

    def _by_record(self, swaps: tuple[Swap, ...]) -> Iterable[_Group]:
        """The swaps by the record they are written in, elements first."""
        groups: dict[object, _Group] = {}
        for before, after, _, beside in swaps:
            if isinstance(before, Element) or isinstance(after, Element):
                id = getattr(before or after, "id", "")
                groups.setdefault(id, _Group()).own.append(Swap(before, after, None, beside))
        new = {id for id, group in groups.items() if group.own[0].before is None}
        for swap in swaps:
            record = swap.before or swap.after
            if not isinstance(record, Relation):
                continue
            source = self._model.elements.get(record.source)
            if (
                swap.before is None and (isinstance(record, Flow) or (source is None and record.source not in new))
            ) or (swap.before is not None and self.home(record).folder not in FOLDERS):
                groups[len(groups)] = _Group([swap])
            else:
                group = groups.setdefault(record.source, _Group())
                group.source = source
                group.ties.append(swap)
        return groups.values()

    def _read_back(self, changes: tuple[FileChange, ...], expected: Counter[Key]) -> None:
        """Read the new texts and compare what they say with what was meant."""
        reader = Reader(self._root)
        found: Counter[Key] = Counter()
        new = {change.path: change.new or "" for change in changes}
        for path, file in self._files.items():
            if path not in new:
                found.update(file.keys)
                continue
            if CONTROL.search(text := new[path].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")):
                raise _unsuited()
            records = Records(reader)
            records.take(path, composed(text))
            found.update(record_keys(records))
        if reader.problems:
            raise CatalogueError(reader.problems)
        if found != expected:
            raise _unsuited()

    def _name(self, path: Path) -> str:
        return (path.relative_to(self._top) if path.is_relative_to(self._top) else path).as_posix()


class _Group:
    """The swaps written in one record: its own and those of the relations under its keys."""

    def __init__(self, own: list[Swap] | None = None) -> None:
        self.own = own or []
        self.ties: list[Swap] = []
        self.source: Element | None = None

    def make(self, rewrite: _Rewrite) -> None:
        swap = self.own[0] if self.own else Swap(self.source, self.source)
        before, after = swap.before, swap.after
        if before is None:
            self._add(rewrite, swap)
        elif isinstance(before, Relation):
            self._change_relation(rewrite, before, after)
        elif isinstance(before, Element) and after is None:
            file = rewrite.home(before)
            file.drop(file.line(before))
        elif isinstance(before, Element) and isinstance(after, Element):
            file = rewrite.home(before)
            try:
                self._change(file, before, after)
            except Unfit:
                _move(rewrite, file, before, after, self._relations(file, before))

    def _add(self, rewrite: _Rewrite, swap: Swap) -> None:
        after = swap.after
        if isinstance(after, Element):
            ties = [tie.after for tie in self.ties if isinstance(tie.after, Relation)]
            rewrite.kin(after, swap.beside).add(after.id, element_row(after, ties))
        elif isinstance(after, Relation):
            rewrite.kin(after, swap.beside).add(getattr(after, "id", ""), relation_row(after))

    def _change_relation(self, rewrite: _Rewrite, before: Relation, after: Record | None) -> None:
        file = rewrite.home(before)
        line = file.line(before)
        if not isinstance(after, Relation):
            file.drop(line)
            return
        try:
            file.set(line, _changes(before, after), type_of(before))
        except Unfit:
            file.drop(line)
            rewrite.file(file.beside).add(getattr(after, "id", ""), relation_row(after))

    def _change(self, file: RecordFile, before: Element, after: Element) -> None:
        """Change the element's keys and the relations under them where they stand."""
        if self.ties and file.is_csv:
            raise Unfit
        line, fields = file.line(before), type_of(before)
        if changes := _changes(before, after):
            file.set(line, changes, fields)
        for type in dict.fromkeys((tie.before or tie.after).type for tie in self.ties):  # type: ignore[union-attr]
            written = file.targets(line, type)
            read = [relation for relation in file.leaving(before.id) if relation.type == type]
            edit = TieEdit()
            for old, new, _, _ in self.ties:
                if isinstance(old, Relation) and old.type == type:
                    position = _position(written, read, old)
                    if isinstance(new, Relation):
                        edit.changed[position] = _tie_changes(old, new, after)
                    else:
                        edit.dropped.add(position)
                elif isinstance(new, Relation) and new.type == type:
                    edit.added.append(target_value(new, after))
            file.tie(line, type, edit, fields)

    def _relations(self, file: RecordFile, element: Element) -> list[Relation]:
        """The relations the record will hold: those it holds, with the changes made."""
        kept = Counter(record_key(tie.before) for tie in self.ties if tie.before is not None)
        found: list[Relation] = []
        for relation in file.leaving(element.id):
            if kept[record_key(relation)]:
                kept[record_key(relation)] -= 1
            else:
                found.append(relation)
        return [*found, *(tie.after for tie in self.ties if isinstance(tie.after, Relation))]


def _move(rewrite: _Rewrite, file: RecordFile, before: Element, after: Element, relations: list[Relation]) -> None:
    """Write a row's record whole in the YAML file beside it, and take the row out."""
    file.drop(file.line(before))
    rewrite.file(file.beside).add(after.id, element_row(after, relations))


def _changes(before: Record, after: Record) -> dict[str, object]:
    """The fields that differ, with their new values; None where a field goes."""
    names = [name for name in type(before).model_fields if name not in {"place", "kind"}]
    return {
        name: field_value(after, name)  # type: ignore[arg-type]
        for name in names
        if getattr(before, name) != getattr(after, name)
    }


def _tie_changes(before: Relation, after: Relation, element: Element) -> dict[str, object]:
    changes = _changes(before, after)
    if "target" in changes:
        changes = {"to": changes.pop("target"), **changes}
    if "evidence" in changes and after.evidence == element.evidence:
        changes["evidence"] = None
    return changes


def _position(written: list[str], read: list[Relation], relation: Relation) -> int:
    """Which item of a key a relation is: of those with its target, the one as far down as it is among those read."""
    same = [other for other in read if other.target == relation.target]
    nth = next(number for number, other in enumerate(same) if record_key(other) == record_key(relation))
    return [number for number, target in enumerate(written) if target == relation.target][nth]


def _stale(name: str) -> ArchmodelError:
    return ArchmodelError(
        Words(
            f"tệp '{name}' đã đổi từ khi nạp, hoặc không đọc được",
            f"the file '{name}' changed since loading, or cannot be read",
        ),
        Words(
            "chạy 'archmodel check', nạp lại rồi làm lại thay đổi",
            "run 'archmodel check', load again, make the change again",
        ),
    )


def _nowhere(record: Record) -> ArchmodelError:
    id = getattr(record, "id", None) or f"{getattr(record, 'source', '?')} {getattr(record, 'type', '')}".strip()
    return ArchmodelError(
        Words(f"'{id}' không đọc từ tệp nào của danh mục", f"'{id}' was not read from a file of the catalogue"),
        Words("nạp mô hình bằng am.load rồi làm lại", "load the model with am.load and do it again"),
    )


def _unsuited() -> ArchmodelError:
    return ArchmodelError(
        Words(
            "bố cục tệp không cho phép sửa tại chỗ mà giữ nguyên phần khác",
            "the layout of a file does not let it be changed in place",
        ),
        Words(
            "viết mỗi bản ghi từ một dòng '- id: …' rồi làm lại",
            "begin each record with a line '- id: …' and do it again",
        ),
    )
