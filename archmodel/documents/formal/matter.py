"""What the document is made from: a model on a day, the report on it, an edition and its form, the texts of people.

Every table and placeholder asks here, so that a name, a count or a source reads the same throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from archmodel.analysis.activity import is_own
from archmodel.analysis.editions import entries, lineage
from archmodel.checks.gaps import GapRow, gaps
from archmodel.checks.report import Report
from archmodel.documents.formal.sources import Sources
from archmodel.documents.formal.texts import Texts
from archmodel.documents.formal.tree import Run, Runs
from archmodel.model.form import Form
from archmodel.model.framework import Edition, Entry
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.vietnamese import sort_key

UNKNOWN: Runs = (Run("Chưa xác định", "missing"),)
"""What stands in a cell where nothing is known; the draft guide asks that no cell be blank."""


def missing(what: str) -> Runs:
    """The visible mark of a part or value that is not there."""
    return (Run(f"[Chưa có dữ liệu: {what}]", "missing"),)


@dataclass(frozen=True)
class Matter:
    """The model on the day of the report, and what goes with it."""

    model: Model
    report: Report
    edition: Edition
    form: Form
    texts: Texts
    sources: Sources = field(default_factory=Sources)

    @cached_property
    def now(self) -> Model:
        """The architecture on the day of the report."""
        return self.model.at(self.report.day)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every entry of the edition by key."""
        return entries(self.edition)

    @cached_property
    def counts(self) -> dict[str, Counter[str]]:
        """By kind: how many records are ``own``, ``reference`` or neither, and how many are ``in_use``."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for element in self.now:
            found[element.kind][str(getattr(element, "record", None))] += 1
            found[element.kind]["in_use"] += getattr(element, "state", None) == "in_use"
            found[element.kind]["all"] += 1
        return dict(found)

    @cached_property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """What the document says there is of each kind: own records, or all where the kind has no such field."""
        counted = Counter(e.kind for e in self.now if is_own(e) or not hasattr(e, "record"))
        return tuple(sorted(counted.items()))

    @cached_property
    def gaps(self) -> tuple[GapRow, ...]:
        """How each component of the edition is filled on the day."""
        return gaps(self.model, self.report.day, self.edition.id)

    def aligned(self, element: Element) -> list[str]:
        """The keys of the edition that an element is aligned to on the day, in catalogue order."""
        keys = (r.target.partition("/") for r in self.now.outgoing(element.id, "aligned_to"))
        return [key for edition, _, key in keys if edition == self.edition.id]

    def lies_under(self, element: Element, above: Iterable[str]) -> bool:
        """Whether an element is aligned to one of some entries, or to something below one."""
        wanted = set(above)
        for key in self.aligned(element):
            if key in wanted or any(entry.key in wanted for entry in lineage(self.entries, key)):
                return True
        return False

    def named(self, ids: Iterable[str]) -> Runs:
        """Elements by name, joined; one that does not exist keeps its id, and none at all is unknown."""
        whole = self.model.origin.elements
        runs: list[Run] = []
        for id in dict.fromkeys(ids):
            runs += [Run("; ")] if runs else []
            runs.append(Run(whole[id].name, about=id) if id in whole else Run(id))
        return tuple(runs) or UNKNOWN

    def sorted(self, elements: Iterable[Element]) -> list[Element]:
        """Elements by the Vietnamese alphabet of their names."""
        return sorted(elements, key=lambda element: (sort_key(element.name), element.id))
