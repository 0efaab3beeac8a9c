"""``what_if``: trying a change on a model - end, merge, move, hand over, rename - and seeing what would follow.

A WhatIf is a value: each act returns a new one and leaves the model it was asked of as it was. Decides what is compared
with what; what an act does to records is for ``archmodel.analysis.changes``, writing it for ``archmodel.catalog``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from archmodel.analysis import changes
from archmodel.analysis.draft import PROPOSAL, Step
from archmodel.analysis.impact import Impact, impact_in
from archmodel.analysis.needs import Web
from archmodel.catalog.patch import Patch
from archmodel.catalog.rewrite import rewritten
from archmodel.catalog.workspace import find_workspace
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding
from archmodel.checks.run import check
from archmodel.errors import ArchmodelError, whole_day
from archmodel.model.change import Swap, changed, inverse
from archmodel.model.model import Model
from archmodel.text.markup import face
from archmodel.text.words import Words

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class FindingsChange:
    """The findings on a day that are there only with the change, and those only without it."""

    day: str
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]

    def __repr__(self) -> str:
        return f"<FindingsChange on {self.day}: {len(self.gained)} gained, {len(self.lost)} lost>"

    def _repr_html_(self) -> str:
        ways = (("Thêm", self.gained), ("Hết", self.lost))
        rows = [(way, f.code, f.outcome.words.vi, f.subject, f.message.vi) for way, found in ways for f in found]
        told = f"ngày {self.day}: thêm {len(self.gained)}, hết {len(self.lost)}"
        head = ("", "Quy tắc", "Kết quả", "Đối tượng", "Điều thấy được")
        return face("Phát hiện thay đổi", told, rows, head if rows else ())


def what_if(model: Model, *, on: str | None = None, basis: str = PROPOSAL) -> WhatIf:
    """A what-if with nothing changed yet.

    Args:
        model: what to try the change on: the whole as loaded, even where ``model`` is a part or narrowed to a day.
        on: the day acts take effect unless they name another: the model's own, the workspace's or today.
        basis: the document that new facts name as their source, for the record.

    Example:
        >>> am.what_if(model, on="2026-11-22").retire("his-vd")
        <WhatIf on 'Kiến trúc số Tỉnh Ví Dụ (hư cấu)': end 'his-vd' on 2026-11-22>
    """
    day = whole_day(on or model.day or model.settings.as_of or date.today().isoformat())
    return WhatIf(model.origin, model.origin, day, basis)


@dataclass(frozen=True, eq=False)
class WhatIf:
    """A model before (``base``) and after (``model``) the acts tried so far (``steps``)."""

    base: Model
    model: Model
    on: str
    basis: str = PROPOSAL
    steps: tuple[Step, ...] = ()
    _reports: dict[str, Report] = field(default_factory=dict, repr=False)

    # Acts ------------------------------------------------------------------------------------------------------------

    def retire(self, id: str, *, on: str | None = None) -> WhatIf:
        """End an element, and the needs and duties that tie it to others; see ``archmodel.analysis.changes.retire``."""
        return self._with(changes.retire(self.model, id, on or self.on))

    def merge(self, *ids: str, into: str, name: str | None = None, on: str | None = None) -> WhatIf:
        """End elements of a kind and hand all they were tied to over to one; a ``name`` makes that one new."""
        return self._with(changes.merge(self.model, ids, into, on or self.on, name=name, basis=self.basis))

    def move(self, id: str, *, host: str, on: str | None = None) -> WhatIf:
        """Place an element on another host."""
        return self._with(changes.move(self.model, id, host, on or self.on, basis=self.basis))

    def reassign(
        self,
        id: str,
        *,
        owner: str | None = None,
        operator: str | None = None,
        lead: str | None = None,
        on: str | None = None,
    ) -> WhatIf:
        """Give an element another owner, operator or, for a task, lead."""
        asked = {"owned_by": owner, "operated_by": operator, "led_by": lead}
        duties = {type: body for type, body in asked.items() if body is not None}
        if not duties:
            raise ArchmodelError(
                Words("chưa nêu giao cho ai", "nobody is named to take over"),
                Words("ghi owner=, operator= hoặc lead=", "give owner=, operator= or lead="),
            )
        return self._with(changes.reassign(self.model, id, on or self.on, duties, basis=self.basis))

    def rename(self, id: str, name: str) -> WhatIf:
        """Give an element another name; the old one becomes an alias, the id stays."""
        return self._with(changes.rename(self.model, id, name, self.on))

    def undo(self) -> WhatIf:
        """Take the last act back."""
        if not self.steps:
            return self
        before = changed(self.model, inverse(self.steps[-1].swaps))
        return replace(self, model=before, steps=self.steps[:-1])

    def _with(self, step: Step) -> WhatIf:
        return replace(self, model=changed(self.model, step.swaps), steps=(*self.steps, step))

    # What follows ----------------------------------------------------------------------------------------------------

    @property
    def day(self) -> str:
        """The day both sides are judged on: the last on which an act takes effect."""
        return max((step.day for step in self.steps), default=self.on)

    @property
    def swaps(self) -> tuple[Swap, ...]:
        """Every change of a record, in order."""
        return tuple(swap for step in self.steps for swap in step.swaps)

    @property
    def told(self) -> tuple[Words, ...]:
        """What the acts had to leave out or leave open."""
        return tuple(words for step in self.steps for words in step.told)

    @property
    def ended(self) -> dict[str, str]:
        """The elements of the base that end, each with its day."""
        return {id: step.day for step in self.steps for id in step.ended if id in self.base}

    @cached_property
    def impact(self) -> Mapping[str, Impact]:
        """For each element that ends, what would feel it on that day, as things stand without the change."""
        webs = {day: Web(self.base, day) for day in set(self.ended.values())}
        return {id: impact_in(webs[day], id) for id, day in self.ended.items()}

    @cached_property
    def findings(self) -> FindingsChange:
        """What the checks say with the change and did not say without it, and the reverse.

        A finding is known by its rule, outcome and element, so that another wording of the same is no change.
        """
        if self.day not in self._reports:
            self._reports[self.day] = check(self.base, as_of=self.day)
        before, after = self._reports[self.day], check(self.model, as_of=self.day)
        return FindingsChange(self.day, beyond(after, before), beyond(before, after))

    @property
    def difference(self) -> Any:
        """The two models compared record by record; see ``archmodel.analysis.difference``."""
        return import_module("archmodel.analysis.difference").diff(self.base, self.model)

    def patch(self, path: str | Path = ".") -> Patch:
        """The change as one of the files of the workspace at ``path``, from which ``base`` was loaded; for review."""
        return rewritten(find_workspace(Path(path)), self.base, self.swaps)

    def write(self, path: str | Path = ".") -> tuple[Path, ...]:
        """Write the change into the files of the workspace; see ``archmodel.catalog.patch.Patch.write``."""
        return self.patch(path).write()

    def __repr__(self) -> str:
        acts = "; ".join(f"{step.words.en} on {step.day}" for step in self.steps)
        return f"<WhatIf on {self.base.settings.name!r}: {acts or 'nothing changed'}>"

    def _repr_html_(self) -> str:
        rows = [(step.day, step.words.vi, "; ".join(words.vi for words in step.told)) for step in self.steps]
        told = f"{len(self.steps)} bước, {len(self.swaps)} bản ghi đổi; xem .findings, .impact, .patch()"
        return face("Nếu …", told, rows, ("Ngày", "Việc", "Lưu ý") if rows else ())


def beyond(report: Report, known: Report) -> tuple[Finding, ...]:
    """The findings of one report that another does not have: those it has word for word first, then by their key."""
    exact = Counter((_key(finding), finding.message) for finding in known.findings)
    left: list[Finding] = []
    for finding in report.findings:
        if exact[_key(finding), finding.message] > 0:
            exact[_key(finding), finding.message] -= 1
        else:
            left.append(finding)
    alike = Counter(key for (key, _), count in exact.items() for _ in range(count))
    found = []
    for finding in left:
        if alike[_key(finding)] > 0:
            alike[_key(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _key(finding: Finding) -> Key:
    """What a finding is known by; rules that tell one body of many components begin with the component."""
    return finding.code, finding.outcome.value, finding.subject, finding.kind, finding.message.en.partition(" ")[0]
