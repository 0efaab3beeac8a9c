"""Seeded defects: what a seed is, how its edits change the texts of the real catalogue, what a run says differently.

A seed is one small mistake in the real files and the findings it must lead to. Its ground, if it has one, is what has to
be on record first for the rule to have something to judge; the difference is taken between ground and ground with defect.
The files are read once and only what an edit touches is read again; a test holds that to be the same as loading a folder.
What each seed says is left to the files beside ``seeds/``, what must come of it to ``test_seeds.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import archmodel as am
from archmodel.catalog.files import Reader
from archmodel.catalog.records import Records, duplicates
from archmodel.catalog.workspace import settings_in
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding
from archmodel.checks.run import check
from archmodel.errors import CatalogueError

ROOT = Path(__file__).parent.parent.parent
SEEDS = Path(__file__).parent / "seeds"
DAY = "2026-11-22"
TOML = "archmodel.toml"
Texts = Mapping[str, str]


class Text(yaml.SafeLoader):
    """YAML whose scalars stay text: days and numbers are compared as they are written."""


Text.yaml_implicit_resolvers = {}


class Said(NamedTuple):
    """A finding as seeds compare it: everything but the place, which moves when a line is added above."""

    code: str
    subject: str
    outcome: str
    message: str


class Difference(NamedTuple):
    """The findings a defect adds and takes away."""

    new: tuple[Finding, ...]
    lost: tuple[Finding, ...]


def seeds() -> dict[str, dict[str, Any]]:
    """Every seed by the code of its rule."""
    return {path.stem: _read(path) for path in sorted(SEEDS.glob("*.yaml"))}


def edits_of(ground: str | list[Any]) -> list[dict[str, str]]:
    """The edits of a ground: written out, or by the names of grounds that several seeds stand on, in order."""
    found: list[dict[str, str]] = []
    for item in [ground] if isinstance(ground, str) else ground:
        found += _read(SEEDS / "grounds" / f"{item}.yaml") if isinstance(item, str) else [item]
    return found


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Text)


def edited(texts: Texts, edits: Iterable[dict[str, str]]) -> dict[str, str]:
    """The texts after the edits: ``find`` stands exactly once and becomes ``put``, or ``add`` goes to the end.

    Raises:
        ValueError: ``find`` stands nowhere or several times; the message tells where and how often.
    """
    after = dict(texts)
    for edit in edits:
        file, text = edit["file"], after.get(edit["file"], "")
        if "add" in edit:
            after[file] = f"{text}{edit['add'].rstrip()}\n"
            continue
        times = text.count(edit["find"])
        if times != 1:
            raise ValueError(f"{file}: {times} times: {edit['find']!r}")
        after[file] = text.replace(edit["find"], edit["put"])
    return after


def line_of(text: str, marker: str) -> int:
    """The number of the line ``marker`` begins on; it stands exactly once."""
    if text.count(marker) != 1:
        raise ValueError(f"{text.count(marker)} times: {marker!r}")
    return text.count("\n", 0, text.index(marker)) + 1


def difference(before: Report, after: Report) -> Difference:
    """What one run says and the other does not; a finding said twice counts twice."""
    return Difference(_beyond(after, before), _beyond(before, after))


def _beyond(these: Report, those: Report) -> tuple[Finding, ...]:
    known = [said(finding) for finding in those.findings]
    found = []
    for finding in these.findings:
        if (key := said(finding)) in known:
            known.remove(key)
        else:
            found.append(finding)
    return tuple(found)


def said(finding: Finding) -> Said:
    """The finding without its place."""
    return Said(finding.code, finding.subject, finding.outcome.value, finding.message.en)


class Field:
    """The real workspace as texts, to be edited and judged again and again; what has been read is kept."""

    def __init__(self, root: Path = ROOT) -> None:
        self._catalog = root / "catalog"
        reader = Reader(self._catalog)
        self.texts: dict[str, str] = {path.relative_to(root).as_posix(): text for path, text in reader.walk()}
        self.texts[TOML] = (root / TOML).read_text(encoding="utf-8")
        self._reference = am.load(root).reference
        self._piece = cache(self._read)
        self._reports: dict[tuple[tuple[tuple[str, str], ...], str], Report] = {}

    def model(self, texts: Texts) -> am.Model:
        """The model the texts make; the same as loading them from a folder.

        Raises:
            CatalogueError: the texts cannot be read.
        """
        pieces = [self._piece(file, texts[file]) for file in sorted(texts, key=lambda f: f.split("/")) if file != TOML]
        elements, relations, waivers, misfits = ([*_chained(pieces, n)] for n in range(4))
        reader = Reader(self._catalog)
        duplicates((*elements, *relations, *waivers), reader)
        if reader.problems:
            raise CatalogueError(reader.problems)
        settings = settings_in(texts[TOML])
        return am.Model(
            elements, relations, settings=settings, reference=self._reference, waivers=waivers, misfits=misfits
        )

    def report(self, texts: Texts, day: str = DAY) -> Report:
        """What every rule says of the texts on a day; the same texts are judged once."""
        changed = tuple(sorted((file, text) for file, text in texts.items() if self.texts.get(file) != text))
        if (changed, day) not in self._reports:
            self._reports[changed, day] = check(self.model(texts), as_of=day)
        return self._reports[changed, day]

    def _read(self, file: str, text: str) -> tuple[list[Any], ...]:
        reader = Reader(self._catalog)
        records = Records(reader)
        records.take(self._catalog.parent / file, text)
        if reader.problems:
            raise CatalogueError(reader.problems)
        return records.elements, records.relations, records.waivers, records.misfits


def _chained(pieces: list[tuple[list[Any], ...]], n: int) -> Iterable[Any]:
    return (item for piece in pieces for item in piece[n])
