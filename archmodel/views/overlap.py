"""Functions against the systems that serve them: where several serve one, and where nobody is known to.

Decides rows, columns and marks. A mark says whether a system is known to run; several running marks in a row are only a
question - the verdict of the duplicate search, where there is one, stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from archmodel.analysis.activity import is_active
from archmodel.analysis.days import day_of
from archmodel.analysis.duplicates import duplicates
from archmodel.analysis.duplicates.verdict import Verdict
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.record import Element, Record
from archmodel.model.relations import Relation
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.marks import cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table

Runs = Literal["yes", "no", "unknown"]
SERVING = ("realizes", "serves")
WORK = {"business_function", "service", "process"}
MOST_ROWS, MOST_COLUMNS = 60, 70
MOST_COMPARED = 1000
"""Systems and data sets up to which the duplicate search is asked; past that the map says it was not."""

_RANK = {Verdict.DUPLICATE: 0, Verdict.FAMILY: 1, Verdict.OVERLAP: 2}
RUNS: dict[Runs, Words] = {
    "yes": Words("đang vận hành", "running"),
    "unknown": Words("chưa rõ trạng thái", "state unknown"),
    "no": Words("chưa hoặc không còn vận hành", "not running"),
}
_NO_GROUP = Words("Chưa xếp lĩnh vực", "No sector recorded")


class System(NamedTuple):
    """A column."""

    id: str
    name: str
    short: str | None
    group: Words
    own: bool


class Mark(NamedTuple):
    """A system serves a function: whether it runs, whether that is our reading, its verdict with another of the row."""

    runs: Runs
    inferred: bool
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Row:
    """A function or service and its marks by system; ``running`` counts those known to run."""

    id: str
    name: str
    marks: dict[str, Mark]

    @property
    def running(self) -> int:
        """How many of the systems are known to run."""
        return sum(mark.runs == "yes" for mark in self.marks.values())

    @property
    def is_overlapped(self) -> bool:
        """Whether more than one system may be doing it: at least two that are not known to be out of work."""
        return sum(mark.runs != "no" for mark in self.marks.values()) > 1


@dataclass(frozen=True, slots=True)
class OverlapMap(Picture):
    """Functions several systems serve, then those none is known to, then the rest, each by name; systems by group and name; ``folded_rows`` and ``folded_systems`` are not drawn.

    ``compared`` is whether the duplicate search was asked for verdicts.
    """

    rows: tuple[Row, ...]
    systems: tuple[System, ...]
    unserving: int
    folded_rows: int
    folded_systems: int
    compared: bool
    day: str
    sources: int

    @property
    def title(self) -> Words:
        """What the map is of."""
        return Words("Chức năng, dịch vụ và hệ thống phục vụ", "Functions and the systems that serve them")

    def alt(self, lang: str = "vi") -> str:
        """How many functions several systems serve, how many nobody is known to serve."""
        several, none = sum(row.is_overlapped for row in self.rows), sum(not row.marks for row in self.rows)
        return Words(
            f"{len(self.rows)} chức năng, dịch vụ: {several} có từ hai hệ thống trở lên cùng phục vụ, {none} chưa ghi nhận hệ thống "
            f"nào. {self.unserving} hệ thống của địa phương chưa ghi phục vụ chức năng nào.",
            f"{len(self.rows)} functions and services: {several} served by two systems or more, {none} by none recorded. "
            f"{self.unserving} own systems have no function recorded.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a function: how many systems, how many run, which ones with state and verdict."""
        head = Words(
            "Chức năng, dịch vụ|Số hệ thống|Đang vận hành|Hệ thống", "Function, service|Systems|Running|Which"
        ).to(lang)
        names = {system.id: system.name for system in self.systems}
        rows = (
            (
                row.name,
                str(len(row.marks)),
                str(row.running),
                "; ".join(f"{names[id]} ({_told(mark, lang)})" for id, mark in row.marks.items() if id in names),
            )
            for row in self.rows
        )
        return Table(tuple(head.split("|")), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.overlap_svg import draw

        return draw(self, lang, link)


def _told(mark: Mark, lang: str) -> str:
    words = [RUNS[mark.runs].to(lang)]
    if mark.inferred:
        words.append(Words("suy luận", "inferred").to(lang))
    if mark.verdict:
        words.append(mark.verdict.words.to(lang).lower())
    return ", ".join(words)


def overlap(model: Model, day: str | None = None) -> OverlapMap:
    """The map of a model, whole or part.

    Past sixty functions those several systems serve come first and the rest is a count, and so for seventy systems.

    Raises:
        ArchmodelError: ``day`` is not a calendar day.
    """
    on = day_of(model, day)
    today = model.at(on)
    compared = len(today.applications) + len(today.datasets) <= MOST_COMPARED
    verdicts = _verdicts(today, on) if compared else {}
    told: list[Record] = []
    rows: list[Row] = []
    for element in (element for element in today if element.kind in WORK):
        found = _serving(today, element)
        told += [element, *found.values(), *(today[id] for id in found)]
        rows.append(_row(today, on, element, found, verdicts))
    kept = sorted(rows, key=_by_question)[:MOST_ROWS]
    serving = {id for row in rows for id in row.marks}
    shown = {id for row in kept for id in row.marks}
    systems = sorted((_system(today, id) for id in shown), key=lambda s: (sort_key(s.group.vi), sort_key(s.name), s.id))
    own = [app for app in today.applications if app.record == "own"]
    return OverlapMap(
        rows=tuple(kept),
        systems=tuple(systems[:MOST_COLUMNS]),
        unserving=sum(app.id not in serving for app in own),
        folded_rows=len(rows) - len(kept),
        folded_systems=max(len(serving) - MOST_COLUMNS, len(serving) - len(shown)),
        compared=compared,
        day=on,
        sources=cited(told),
    )


def _serving(model: Model, element: Element) -> dict[str, Relation]:
    """The systems that serve an element, by id, each with the relation that says so."""
    found: dict[str, Relation] = {}
    for type in SERVING:
        for relation in model.incoming(element.id, type):
            if isinstance(model.elements.get(relation.source), Application):
                found.setdefault(relation.source, relation)
    return dict(sorted(found.items()))


def _row(
    model: Model, day: str, element: Element, found: dict[str, Relation], verdicts: dict[frozenset[str], Verdict]
) -> Row:
    worst: dict[str, Verdict] = {}
    for one, other in combinations(found, 2):
        verdict = verdicts.get(frozenset((one, other)))
        for id in (one, other):
            if verdict and (id not in worst or _RANK[verdict] < _RANK[worst[id]]):
                worst[id] = verdict
    marks = {
        id: Mark(_runs(model[id], day), relation.confidence == "inferred", worst.get(id))
        for id, relation in found.items()
    }
    return Row(element.id, composed(element.name), marks)


def _runs(element: Element, day: str) -> Runs:
    known = is_active(element, day)
    return "unknown" if known is None else "yes" if known else "no"


def _verdicts(model: Model, day: str) -> dict[frozenset[str], Verdict]:
    found: dict[frozenset[str], Verdict] = {}
    for match in duplicates(model, day):
        if match.verdict in _RANK:
            found[frozenset((match.id_a, match.id_b))] = match.verdict
    return found


def _system(model: Model, id: str) -> System:
    element = model[id]
    sectors = sorted(model.targets(id, "in_sector"), key=lambda sector: (sort_key(sector.name), sector.id))
    group = Words(sectors[0].name, sectors[0].name_en or sectors[0].name) if sectors else _NO_GROUP
    return System(id, composed(element.name), element.abbreviation, group, getattr(element, "record", None) == "own")


def _by_question(row: Row) -> tuple[int, object, str]:
    return 0 if row.is_overlapped else 2 if row.marks else 1, sort_key(row.name), row.id
