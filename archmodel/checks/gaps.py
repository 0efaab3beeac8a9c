"""Gaps against a framework as a table: each component with its outcome, on a day or between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archmodel.analysis.coverage import OWN, VIEWS, Component, Cover, Scope, coverage
from archmodel.analysis.days import day_of
from archmodel.analysis.editions import entries, lineage
from archmodel.checks.rule import Outcome
from archmodel.errors import ArchmodelError
from archmodel.model.framework import Edition
from archmodel.model.model import Model
from archmodel.model.rows import Rows
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

_MET = {Cover.IN_PLACE, Cover.COMING, Cover.EXPLAINED}


@dataclass(frozen=True, slots=True)
class GapRow:
    """A component: where it stands, how it is filled and by what; ``code`` is official, ``key`` is ours.

    ``before`` is how it was filled on the earlier day where two days are compared.
    """

    scope: str
    scope_name: Words
    layer: str
    key: str
    code: str | None
    name: Words
    role: str | None
    outcome: Outcome
    cover: Cover
    elements: tuple[str, ...]
    before: Cover | None = None


class GapTable(Rows[GapRow]):
    """Components in the order of the framework; ``where(outcome="fail")`` leaves what nothing fills."""

    __slots__ = ()
    title = Words("Độ bao phủ khung", "Coverage of the framework")
    head = ("Kết quả", "Tình trạng", "Thành phần", "Khóa", "Đảm nhận bởi", "Ngày trước")

    def told(self) -> str:
        """How many components of each outcome."""
        return ", ".join(f"{outcome.words.vi.lower()} {n}" for outcome, n in counted(self).items() if n)

    def cells(self, item: GapRow) -> tuple[str, ...]:
        """Outcome, cover, component, key, elements, and the cover on the earlier day where two are compared."""
        before = item.before.words.vi if item.before else ""
        return item.outcome.words.vi, item.cover.words.vi, item.name.vi, item.key, ", ".join(item.elements), before


def gaps(model: Model, day: str | None = None, framework: str | None = None) -> GapTable:
    """How the model fills each component of an edition on a day; a list nobody has is one row, insufficient.

    Args:
        model: the architecture; coverage judges the whole of it.
        day: ISO; the model's own day, the workspace's or today when not given.
        framework: an edition; the workspace's setting when not given.

    Raises:
        ArchmodelError: the edition does not exist.

    Example:
        >>> am.gaps(model, "2026-11-22").where(key="P.L2.DL.03")[0].cover.value
        'none'
    """
    edition, day = _edition(model, framework), day_of(model, day)
    return GapTable(row for scope in coverage(model, day, edition) for row in _rows(edition, scope))


def between(model: Model, earlier: str, later: str, framework: str | None = None) -> GapTable:
    """The components filled otherwise on ``later`` than on ``earlier``, as they stand on the later day."""
    was = {(row.scope, row.key): row.cover for row in gaps(model, earlier, framework)}
    found = []
    for row in gaps(model, later, framework):
        before = was.get((row.scope, row.key))
        if before is not row.cover:
            found.append(_with(row, before))
    return GapTable(found)


def counted(rows: Iterable[GapRow]) -> dict[Outcome, int]:
    """How many rows have each outcome, every outcome named."""
    counts = dict.fromkeys(Outcome, 0)
    for row in rows:
        counts[row.outcome] += 1
    return counts


def _edition(model: Model, framework: str | None) -> Edition:
    name = framework or model.settings.framework
    found = model.reference.editions.get(name)
    if found is None:
        guess = nearest(name, model.reference.editions)
        raise ArchmodelError(
            Words(f"không có khung kiến trúc '{name}'", f"there is no framework '{name}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words("xem thư mục framework_v4", "see the folder framework_v4"),
        )
    return found


def _rows(edition: Edition, scope: Scope) -> Iterable[GapRow]:
    if not scope.components:
        unknown = Words("(chưa có danh mục)", "(the list is not known)")
        yield GapRow(scope.id, scope.name, "", "", None, unknown, None, Outcome.INSUFFICIENT, Cover.UNCLEAR, ())
    known = entries(edition)
    for component in scope.components:
        entry = known[component.key]
        layer = next((above.key for above in reversed(lineage(known, component.key))), component.key)
        yield GapRow(
            scope.id, scope.name, layer, component.key, entry.code, component.name, component.role,
            _outcome(scope, component), component.outcome, component.elements,
        )  # fmt: skip


def _outcome(scope: Scope, component: Component) -> Outcome:
    """What a cover means: only the body's own duties can fail; whether a shared component concerns it, no list says."""
    if component.outcome is Cover.NOT_REQUIRED:
        return Outcome.NOT_APPLICABLE
    if component.outcome in _MET:
        return Outcome.PASS
    duty = scope.id in {OWN, VIEWS} and component.outcome is not Cover.UNCLEAR
    return Outcome.FAIL if duty else Outcome.INSUFFICIENT


def _with(row: GapRow, before: Cover | None) -> GapRow:
    return GapRow(
        row.scope, row.scope_name, row.layer, row.key, row.code, row.name, row.role, row.outcome, row.cover,
        row.elements, before or Cover.NONE,
    )  # fmt: skip
