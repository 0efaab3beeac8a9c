"""National shared platforms in the coverage of a model: what is said of the use of each, and which are passed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.coverage import Cover, Scope
from archmodel.checks.rule import Finding, Outcome
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words

FEW = 3


def unused(model: Model, scope: Scope) -> Iterator[Finding]:
    """A finding for each record whose use of a platform is denied without a reason, or not stated."""
    told: dict[tuple[str, Cover], list[str]] = defaultdict(list)
    for component in scope.components:
        if component.outcome in {Cover.UNCLEAR, Cover.ENDED}:
            for id in component.elements:
                told[id, component.outcome].append(component.key)
    for (id, outcome), keys in told.items():
        said = (
            Words("chưa ghi việc khai thác hay kết nối", "states neither use nor connection")
            if outcome is Cover.UNCLEAR
            else Words("ghi là không khai thác mà không có lý do", "is recorded as not in use, with no reason")
        )
        yield Finding(
            model.origin[id],
            Words(f"'{id}' ({', '.join(keys)}) {said.vi}", f"'{id}' ({', '.join(keys)}) {said.en}"),
            Words(
                "ghi 'usage', luồng tới nền tảng, hoặc lý do (gap)", "state 'usage', a flow to it, or a reason (gap)"
            ),
            Outcome.INSUFFICIENT if outcome is Cover.UNCLEAR else Outcome.FAIL,
        )


def unrecorded(body: Element, scope: Scope) -> Iterator[Finding]:
    """One finding for all platforms no record stands for: whether they concern the body is not known."""
    bare: dict[str, list[str]] = defaultdict(list)
    for component in scope.components:
        if component.outcome is Cover.NONE:
            bare[component.group or "-"].append(component.key)
    counts = "; ".join(f"{group}: {len(keys)} ({', '.join(keys[:FEW])}…)" for group, keys in bare.items())
    if bare:
        yield Finding(
            body,
            Words(f"chưa ghi nền tảng dùng chung quốc gia nào trong số này liên quan: {counts}",
                  f"it is not recorded which of these national shared platforms concern the body: {counts}"),
            Words("lập bản ghi tham chiếu có 'usage', hoặc 'aligned_to' với 'mapping: unmapped' và 'reason'",
                  "add a reference record with 'usage', or an 'aligned_to' with 'mapping: unmapped' and a 'reason'"),
            Outcome.INSUFFICIENT,
        )  # fmt: skip
