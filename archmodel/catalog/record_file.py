"""One file of the catalogue about to change: its records as read, its text as written, and the changes gathered.

Changes are kept as splices of the text as it was, so that they never get in each other's way; the new text is made once.
What a row of a CSV cannot say moves the record to the YAML file beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from archmodel.catalog.csv_edit import CsvText
from archmodel.catalog.files import Reader
from archmodel.catalog.patch import raw_text
from archmodel.catalog.records import Records
from archmodel.catalog.yaml_edit import RecordText, Splice, TieEdit, line_starts, spliced
from archmodel.catalog.yaml_text import lines_of
from archmodel.model.kinds import FOLDERS
from archmodel.model.record import Record
from archmodel.model.relations import Relation

_MARK = "\ufeff"


Key = tuple[Any, ...]


def record_key(record: Record) -> Key:
    """Everything a record says, its place aside: two records with the same key say the same."""
    stated = record.__dict__
    return (type(record), *(stated[name] for name in _names(type(record))))


@cache
def _names(cls: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in cls.model_fields if name != "place")


def record_keys(records: Records) -> Iterator[Key]:
    """The keys of what a file holds - elements, relations - and the values it set aside."""
    yield from map(record_key, (*records.elements, *records.relations))
    yield from ((misfit.subject, misfit.field, misfit.value) for misfit in records.misfits)


class RecordFile:
    """A file below the root of a catalogue; ``old`` is None where it is not there yet, ``folder`` says what it holds."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self.path = path
        self.old = raw_text(path) if path.is_file() else None
        self._mark = _MARK if self.old and self.old.startswith(_MARK) else ""
        self._text = (self.old or "").removeprefix(_MARK)
        self._splices: list[Splice] = []
        self._new: list[tuple[str, list[str]]] = []
        self._records: dict[int, RecordText] = {}
        self._csv: CsvText | None = None
        self._shape: tuple[list[int], list[int], list[str]] | None = None
        self.read = Records(reader)
        self.folder = path.relative_to(reader.root).parts[0]
        text = reader.text(path) if self.old is not None else None
        if text is not None:
            self.read.take(path, text)
        self.keys = list(record_keys(self.read))
        self._lines: dict[Key, int] = {
            key: record.place.line
            for key, record in zip(self.keys, (*self.read.elements, *self.read.relations), strict=False)
            if record.place is not None
        }
        self._leaving: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.read.relations:
            self._leaving[relation.source].append(relation)

    @property
    def is_csv(self) -> bool:
        """Whether its records are rows."""
        return self.path.suffix.lower() == ".csv"

    @property
    def beside(self) -> Path:
        """The YAML file that takes what this one cannot say."""
        return self.path.with_suffix(".yaml") if self.is_csv else self.path

    def line(self, record: Record) -> int:
        """Where a record the file holds stands now; it may have moved since the model was loaded."""
        return self._lines[record_key(record)]

    def leaving(self, id: str) -> list[Relation]:
        """The relations the file holds that leave an element, in order."""
        return self._leaving.get(id, [])

    def set(self, line: int, changes: Mapping[str, Any], fields: tuple[str, ...]) -> None:
        """Change keys of the record or row at a line.

        Raises:
            Unfit: a row cannot say it.
        """
        if self.is_csv:
            self._splices += self._cells.set(line, changes)
        else:
            self._splices += self._record(line).set(changes, fields)

    def tie(self, line: int, key: str, edit: TieEdit, fields: tuple[str, ...]) -> None:
        """Change the relations under a key of the record at a line."""
        self._splices += self._record(line).tie(key, edit, fields)

    def targets(self, line: int, key: str) -> list[str]:
        """The targets written under a key of the record at a line, blank ones too."""
        return self._record(line).targets(key)

    def drop(self, line: int) -> None:
        """Take out the record or row at a line, with the remarks above it that belong to it."""
        if self.is_csv:
            self._splices.append(self._cells.drop(line))
            return
        _, lines, _ = self._laid_out
        number = lines.index(line)
        end = self._before_remarks(lines[number + 1]) if number + 1 < len(lines) else len(self._text)
        self._splices.append(Splice(self._before_remarks(line), end, ""))

    def add(self, id: str, row: Mapping[str, Any]) -> None:
        """A new record, to stand in the order of ids; without an id it goes last."""
        self._new.append((id, lines_of(row)))

    @property
    def new(self) -> str:
        """The text with every change made."""
        return self._mark + spliced(self._text, [*self._splices, *self._insertions()])

    def _insertions(self) -> list[Splice]:
        if not self._new:
            return []
        _, lines, ids = self._laid_out
        newline = "\r\n" if "\r\n" in self._text else "\n"
        gap = newline if self._apart else ""
        found: dict[int, str] = {}
        for id, written in sorted(self._new, key=lambda new: (not new[0], new[0])):
            text = newline.join(written) + newline
            later = next((line for line, other in zip(lines, ids, strict=True) if id and other > id), None)
            if later is not None:
                at = self._before_remarks(later)
                found[at] = found.get(at, "") + text + gap
                continue
            at = len(self._text)
            if at in found:
                found[at] += gap + text
            else:
                ended = not self._text or self._text.endswith(("\n", "\r"))
                found[at] = ("" if ended else newline) + (gap if self._text.strip() else "") + text
        return [Splice(at, at, text) for at, text in found.items()]

    @property
    def _apart(self) -> bool:
        """Whether a blank line stands between records: as the first two have it, else as its folder does."""
        _, lines, _ = self._laid_out
        if len(lines) < 2:
            return self.folder != "relations"
        return not self._text[: self._before_remarks(lines[1])].splitlines()[-1].strip()

    def _before_remarks(self, line: int) -> int:
        """The start of the record at a line, or of the remarks that stand right above it."""
        starts, _, _ = self._laid_out
        number = self._dash(line) - 1
        while number > 0 and self._text[starts[number - 1] : starts[number]].startswith("#"):
            number -= 1
        return starts[number]

    def _dash(self, line: int) -> int:
        """The line that holds the dash of the record whose first key is on ``line``."""
        starts, _, _ = self._laid_out
        while line > 1 and not self._text[starts[line - 1] : starts[line]].lstrip(" ").startswith("-"):
            line -= 1
        return line

    def _record(self, line: int) -> RecordText:
        if line not in self._records:
            starts, lines, _ = self._laid_out
            number = lines.index(line)
            end = starts[self._dash(lines[number + 1]) - 1] if number + 1 < len(lines) else len(self._text)
            self._records[line] = RecordText(self._text, starts[self._dash(line) - 1], end)
        return self._records[line]

    @property
    def _cells(self) -> CsvText:
        if self._csv is None:
            self._csv = CsvText(self._text)
        return self._csv

    @property
    def _laid_out(self) -> tuple[list[int], list[int], list[str]]:
        """Where lines begin, at which lines records do, and their ids."""
        if self._shape is None:
            records = self.read.elements if self.folder in FOLDERS else self.read.relations
            lines = [record.place.line for record in records if record.place is not None]
            starts = [*line_starts(self._text), len(self._text)]
            self._shape = (starts, lines, [str(getattr(record, "id", "")) for record in records])
        return self._shape
