"""Changing keys of records inside a YAML text, touching nothing else: comments, order, quotes and line ends stay.

A round trip through a YAML library would write the whole file anew; instead the place of each value is read from
libyaml's marks and only that stretch of text is replaced. Decides how a key looks afterwards; which keys are to change
is for ``archmodel.catalog.rewrite``, which also reads the result back and compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from archmodel.catalog.yaml_reader import Loader
from archmodel.catalog.yaml_text import inline, rank

_BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")


class Unsplit(Exception):
    """The text is not laid out as one record after another, each beginning with a dash on a line of its own."""


class Splice(NamedTuple):
    """Text to put in the place of a stretch."""

    start: int
    end: int
    text: str


@dataclass
class TieEdit:
    """What happens to the relations under one key: items changed or dropped by position, values added."""

    changed: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    added: list[Any] = field(default_factory=list)


def line_starts(text: str) -> list[int]:
    """Where each line begins, counted as libyaml counts lines."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with every stretch replaced; stretches do not overlap."""
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text


class RecordText:
    """The text of one record in its file, and the splices that change it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._newline = "\r\n" if "\r\n" in text else "\n"
        try:
            root = yaml.compose(text[start:end], Loader=Loader)
        except yaml.YAMLError:
            raise Unsplit from None
        if not isinstance(root, SequenceNode) or root.flow_style or len(root.value) != 1:
            raise Unsplit
        (record,) = root.value
        if not isinstance(record, MappingNode):
            raise Unsplit
        self._record = record

    def set(self, changes: Mapping[str, Any], fields: tuple[str, ...]) -> list[Splice]:
        """Give keys new values, or take them out where the value is None; ``fields`` orders new keys."""
        return self._set(self._record, changes, fields)

    def targets(self, key: str) -> list[str]:
        """The targets written under a key, in order, blank ones too."""
        found = _find(self._record, key)
        if found is None:
            return []
        items = found[1].value if isinstance(found[1], SequenceNode) else [found[1]]
        return [_target(item) for item in items]

    def tie(self, key: str, edit: TieEdit, fields: tuple[str, ...]) -> list[Splice]:
        """Change the relations under a key; ``fields`` orders new keys of the record."""
        found = _find(self._record, key)
        if found is None:
            return self._insert(self._record, key, self._items(edit.added), fields)
        name, value = found
        items = value.value if isinstance(value, SequenceNode) else [value]
        if len(edit.dropped) == len(items):
            return (
                self._whole(name, value, self._items(edit.added)) if edit.added else [self._without(self._record, key)]
            )
        if isinstance(value, SequenceNode) and not value.flow_style:
            return self._in_block(value, edit)
        if not isinstance(value, SequenceNode) and not edit.added:
            return self._changed(value, edit.changed[0])
        kept = [
            self._as_item(item, edit.changed.get(number))
            for number, item in enumerate(items)
            if number not in edit.dropped
        ]
        told = [*kept, *(inline(item, nested=isinstance(value, SequenceNode)) for item in edit.added)]
        if isinstance(value, SequenceNode):
            return self._whole(name, value, f" [{', '.join(told)}]")
        return self._as_list(name, value, told)

    def _as_list(self, name: Node, value: Node, items: list[str]) -> list[Splice]:
        """A single relation becomes a list; a remark beside it stays beside it."""
        lead = " " * (self._column(self._record) + 2)
        end, remark = self._end(value), ""
        if not self._is_block(value):
            remark = self._text[end : self._line_stop(end)].rstrip()
        first, *more = items
        told = "".join(f"{self._newline}{lead}- {item}" for item in (first + remark, *more))
        start = self._line_stop(self._colon(name)) if self._is_block(value) else self._colon(name)
        return [Splice(start, end + len(remark), told)]

    def _in_block(self, value: SequenceNode, edit: TieEdit) -> list[Splice]:
        found: list[Splice] = []
        for number, item in enumerate(value.value):
            if number in edit.dropped:
                found.append(Splice(self._line_start(item), self._line_end(item), ""))
            elif number in edit.changed:
                found += self._changed(item, edit.changed[number])
        if edit.added:
            lead = " " * value.start_mark.column
            end = self._line_end(value.value[-1])
            told = "".join(f"{lead}- {inline(item)}{self._newline}" for item in edit.added)
            found.append(Splice(end, end, self._open_ended(end) + told))
        return found

    def _changed(self, item: Node, changes: Mapping[str, Any]) -> list[Splice]:
        """A relation's own keys: a bare target becomes a mapping first."""
        if isinstance(item, MappingNode):
            return self._set(item, changes, (*(name.value for name, _ in item.value), *changes))
        stated = {key: value for key, value in changes.items() if value is not None}
        text = inline({"to": item.value, **stated})
        return [Splice(self._at(item.start_mark.index), self._end(item), text)]

    def _as_item(self, item: Node, changes: Mapping[str, Any] | None) -> str:
        """The text of a relation as an item of a list, changed; lines of a block are moved to the right."""
        start, end = self._at(item.start_mark.index), self._end(item)
        inner = self._changed(item, changes) if changes else []
        shifted = [Splice(splice.start - start, splice.end - start, splice.text) for splice in inner]
        text = spliced(self._text[start:end], shifted)
        if not isinstance(item, MappingNode) or item.flow_style:
            return text
        room = self._column(self._record) + 4 - item.start_mark.column
        first, *more = text.splitlines()
        return self._newline.join([first, *(" " * room + line if room > 0 else line[-room:] for line in more)])

    def _set(self, owner: MappingNode, changes: Mapping[str, Any], fields: tuple[str, ...]) -> list[Splice]:
        found: list[Splice] = []
        for key in sorted(changes, key=lambda key: rank(key, fields)):
            wanted = changes[key]
            pair = _find(owner, key)
            if wanted is None:
                if pair is not None:
                    found.append(self._without(owner, key))
            elif pair is None:
                found += self._insert(
                    owner, key, inline(wanted, nested=True) if owner.flow_style else self._value(wanted), fields
                )
            else:
                found += self._whole(*pair, f" {inline(wanted, nested=bool(owner.flow_style))}")
        return _merged(found)

    def _whole(self, name: Node, value: Node, text: str) -> list[Splice]:
        """Put ``text``, which begins with a space or a line break, in the place of a value; a remark on its key stays."""
        start, end, colon = self._at(value.start_mark.index), self._end(value), self._colon(name)
        if self._is_block(value):
            stop = self._line_stop(colon)
            if text.startswith(("\n", "\r")):
                return [Splice(stop, end, text)]
            return [Splice(colon, colon, text), Splice(stop, end, "")]
        if text.startswith(("\n", "\r")):
            return [Splice(colon, end, text)]
        return [Splice(start, end, text.lstrip(" ") if end > start else text)]

    def _insert(self, owner: MappingNode, key: str, text: str, fields: tuple[str, ...]) -> list[Splice]:
        """A new key, after the last that belongs before it."""
        place = rank(key, fields)
        before = [value for name, value in owner.value if rank(name.value, fields) < place]
        if owner.flow_style:
            after = before[-1] if before else owner.value[-1][1]
            return [Splice(self._end(after), self._end(after), f", {key}: {text.strip()}")]
        end = self._line_end(before[-1] if before else owner.value[0][1])
        gap = "" if text.startswith(("\n", "\r", " ")) else " "
        lead = " " * self._column(owner)
        return [Splice(end, end, f"{self._open_ended(end)}{lead}{key}:{gap}{text.rstrip()}{self._newline}")]

    def _without(self, owner: MappingNode, key: str) -> Splice:
        names = [name.value for name, _ in owner.value]
        number = names.index(key)
        name, value = owner.value[number]
        if not owner.flow_style:
            return Splice(self._line_start(name), self._line_end(value), "")
        if number:
            return Splice(self._end(owner.value[number - 1][1]), self._end(value), "")
        following = owner.value[1][0] if len(owner.value) > 1 else None
        end = self._at(following.start_mark.index) if following else self._end(value)
        return Splice(self._at(name.start_mark.index), end, "")

    def _items(self, added: Sequence[Any]) -> str:
        """Relations as the value of a key of the record: one bare target beside the key, else a line each."""
        if len(added) == 1 and isinstance(added[0], str):
            return f" {inline(added[0])}"
        lead = " " * (self._column(self._record) + 2)
        return "".join(f"{self._newline}{lead}- {inline(item)}" for item in added)

    def _value(self, value: Any) -> str:
        stacked = isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value)
        return self._items(value) if stacked else f" {inline(value)}"

    def _column(self, owner: MappingNode) -> int:
        return int(owner.start_mark.column)

    def _at(self, index: int) -> int:
        return self._start + index

    def _end(self, node: Node) -> int:
        """Where the text of a value ends, comments and blank lines after it left out."""
        if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        start, end = self._at(node.start_mark.index), self._at(node.end_mark.index)
        return start + len(self._text[start:end].rstrip())

    def _is_block(self, value: Node) -> bool:
        return isinstance(value, MappingNode | SequenceNode) and not value.flow_style

    def _colon(self, name: Node) -> int:
        """Just after the colon of a key."""
        return self._text.index(":", self._at(name.end_mark.index)) + 1

    def _line_start(self, node: Node) -> int:
        return max(self._text.rfind(sign, 0, self._at(node.start_mark.index)) for sign in _BREAKS) + 1

    def _line_stop(self, at: int) -> int:
        """Where the line ends, its break left out."""
        found = _BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def _line_end(self, node: Node) -> int:
        """Where the line after a value begins."""
        found = _BREAK.search(self._text, self._end(node))
        return found.end() if found else len(self._text)

    def _open_ended(self, at: int) -> str:
        """The break that is missing where a file ends without one."""
        return "" if self._text[at - 1 : at] in _BREAKS else self._newline


def _find(owner: MappingNode, key: str) -> tuple[Node, Node] | None:
    return next((pair for pair in owner.value if pair[0].value == key), None)


def _target(item: Node) -> str:
    if not isinstance(item, MappingNode):
        return str(item.value).strip()
    found = _find(item, "to") or _find(item, "target")
    return str(found[1].value).strip() if found else ""


def _merged(splices: list[Splice]) -> list[Splice]:
    """Insertions at one place as one splice, in the order they were asked for."""
    found: dict[tuple[int, int], Splice] = {}
    for splice in splices:
        at = (splice.start, splice.end)
        known = found.get(at) if splice.start == splice.end else None
        found[at] = splice if known is None else Splice(*at, known.text + splice.text)
    return list(found.values())
