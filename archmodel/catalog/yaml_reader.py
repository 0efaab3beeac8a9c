"""YAML as plain rows with the line of each, from libyaml's events.

Every scalar stays text: whether ``no`` or ``4.10`` is a word, a flag or a number is for the field it stands in to say.
Anchors, aliases and tags are refused, so that a file means what it shows and cannot grow in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from archmodel.catalog.files import CONTROL, CONTROL_WORDS
from archmodel.text.words import Words

LINE = "@line"
MAX_DEPTH = 12
_BLANKS = {"", "~", "null", "Null", "NULL"}
Loader = getattr(yaml, "CLoader", yaml.Loader)
Report = Callable[[int, Words, Words, int | None], None]
Path = tuple[str | int, ...]


class Located(NamedTuple):
    """A scalar and its line, for values that become records of their own."""

    value: str
    line: int


class Unreadable(Exception):
    """The text stopped making sense at a line; what came before cannot be trusted either."""

    def __init__(self, line: int, fact: Words, fix: Words) -> None:
        super().__init__(fact.en)
        self.line, self.fact, self.fix = line, fact, fix


def read(text: str, report: Report, located: frozenset[str] = frozenset()) -> Any:
    """The value of a YAML text: dicts with their line under ``LINE``, lists, and text.

    Scalars under a record's keys in ``located`` come as ``Located``. Keys written twice go to ``report``.

    Raises:
        Unreadable: the text is not the YAML this reader accepts.
    """
    builder = _Builder(located)
    _drive(text, builder)
    lines = locate(text) if builder.twice else {}
    for path, line in builder.twice:
        fact = Words(f"khóa '{path[-1]}' viết hai lần", f"the key '{path[-1]}' is written twice")
        report(line, fact, Words("giữ một, bỏ một", "keep one of the two"), lines[path])
    return builder.root


def locate(text: str) -> dict[Path, int]:
    """The line of every key and item of a text that ``read`` accepted; for messages only, so speed is no matter."""
    builder = _Builder(frozenset(), lines={})
    _drive(text, builder)
    return builder.lines or {}


def _drive(text: str, builder: _Builder) -> None:
    parser = Loader(text)
    following = parser.get_event
    try:
        while (event := following()) is not None:
            taker = _TAKERS.get(type(event))
            if taker is not None:
                taker(builder, event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(
            mark.line + 1 if mark else 1,
            Words(f"YAML sai cú pháp: {error.problem}", f"the YAML does not parse: {error.problem}"),
            Words("kiểm tra thụt lề, dấu hai chấm và dấu nháy", "check indentation, colons and quotes"),
        ) from None
    except yaml.YAMLError as error:
        raise Unreadable(
            text.encode().count(b"\n", 0, getattr(error, "position", 0) or 0) + 1,
            *CONTROL_WORDS,
        ) from None
    finally:
        parser.dispose()


class _Builder:
    """Builds values from events on a stack of open lists and dicts; ``lines`` is filled where it is given."""

    def __init__(self, located: frozenset[str], lines: dict[Path, int] | None = None) -> None:
        self.root: Any = None
        self.twice: list[tuple[Path, int]] = []
        self.lines = lines
        self._located = located
        self._stack: list[Any] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def scalar(self, event: Any) -> None:
        if event.anchor is not None or (event.tag is not None and not event.implicit[0]):
            self.refuse(event)
        line = event.start_mark.line + 1
        value = event.value
        if event.style == '"' and CONTROL.search(value):
            raise Unreadable(line, *CONTROL_WORDS)
        if not event.style and value in _BLANKS:
            value = ""
        stack = self._stack
        if not stack:
            self.root = value
            return
        top, key = stack[-1], self._keys[-1]
        if type(top) is dict:
            if key is None:
                self._key(top, value, line)
                return
            top[key] = Located(value, line) if len(stack) == 2 and key in self._located else value
            self._keys[-1] = None
        else:
            if self.lines is not None:
                self.lines[*self._path(), len(top)] = line
            top.append(Located(value, line) if len(stack) == 3 and self._keys[1] in self._located else value)

    def _key(self, top: dict[str, Any], key: str, line: int) -> None:
        if key == LINE:
            fact = Words(f"khóa không thể là '{LINE}'", f"a key cannot be '{LINE}'")
            raise Unreadable(line, fact, Words("bỏ khóa này", "remove the key"))
        self._keys[-1] = key
        if key in top:
            self.twice.append((self._path(), line))
        elif self.lines is not None:
            self.lines.setdefault(self._path(), line)

    def open(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        if len(self._stack) >= MAX_DEPTH:
            fact = Words(f"lồng quá {MAX_DEPTH} cấp", f"nested deeper than {MAX_DEPTH} levels")
            raise Unreadable(line, fact, Words("viết phẳng hơn", "write it flatter"))
        value: Any = {LINE: line} if type(event) is MappingStartEvent else []
        top = self._stack[-1] if self._stack else None
        if type(top) is dict:
            if self._keys[-1] is None:
                fact = Words("khóa phải là một từ", "a key must be a word")
                raise Unreadable(
                    line, fact, Words("bỏ dấu { [ ở vị trí khóa", "remove the { or [ in the place of a key")
                )
            top[self._keys[-1]] = value
        elif type(top) is list:
            if self.lines is not None:
                self.lines[*self._path(), len(top)] = line
            top.append(value)
        else:
            self.root = value
        self._stack.append(value)
        self._keys.append(None)

    def close(self, _event: Any) -> None:
        self._stack.pop()
        self._keys.pop()
        if self._keys:
            self._keys[-1] = None

    def document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise Unreadable(
                event.start_mark.line + 1,
                Words("một tệp chỉ chứa một tài liệu YAML", "a file holds one YAML document"),
                Words("bỏ dòng --- hoặc tách tệp", "remove the --- line or split the file"),
            )

    def _path(self) -> Path:
        """The steps to the key at hand, or to the open list."""
        inner = zip(self._stack, self._keys, [*self._stack[1:], None], strict=True)
        return tuple(
            key if key is not None else len(open_) - 1
            for open_, key, child in inner
            if key is not None or (child is not None and type(open_) is list)
        )

    def refuse(self, event: Any) -> None:
        raise Unreadable(
            event.start_mark.line + 1,
            Words(
                "không dùng neo (&), bí danh (*) hay thẻ (!) của YAML",
                "YAML anchors (&), aliases (*) and tags (!) are not used here",
            ),
            Words(
                "viết giá trị đầy đủ; đặt trong dấu nháy nếu cần ký tự đó",
                "write the value out; quote it if it needs that character",
            ),
        )


_TAKERS: dict[type[Any], Callable[[_Builder, Any], None]] = {
    ScalarEvent: _Builder.scalar,
    MappingStartEvent: _Builder.open,
    SequenceStartEvent: _Builder.open,
    MappingEndEvent: _Builder.close,
    SequenceEndEvent: _Builder.close,
    AliasEvent: _Builder.refuse,
    DocumentStartEvent: _Builder.document,
}
"""What takes each event. Not kept on the builder: bound methods would make a cycle that holds all it built."""
