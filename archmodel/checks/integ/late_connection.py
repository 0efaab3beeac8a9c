"""INTEG-08: obligatory connections that are not there, or come too late."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_family, is_own, linking
from archmodel.analysis.deadlines import DONE, last_due
from archmodel.checks.integ.exchange import leaves_path_open, path, platforms, runs, touches_city
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Dataset, Task
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

SINCE = "2025-10-22"
DUE = "2026-12-31"
"""NĐ 278/2025/NĐ-CP: the day it was issued, and the day Điều 24 has the connections complete."""


def _listed(model: Model) -> frozenset[str]:
    """The framework's national databases, written EDITION/KEY: what is known of the obligatory list."""
    return frozenset(
        f"{edition.id}/{entry.key}"
        for edition in model.reference.editions.values()
        for listing in edition.of_sort("database")
        for entry in listing.entries
    )


def _judged(model: Model, day: str) -> Iterator[tuple[Dataset, list[Flow]]]:
    """Listed databases the City owns or uses, with the flows that join them to its systems and services."""
    listed = _listed(model) if day >= SINCE else frozenset()
    for data in model.datasets if listed else ():
        places = {relation.target for relation in holding(model.outgoing(data.id, "aligned_to"), day)}
        if listed & places and data.holds_on(day) and not is_family(data):
            joined = (*model.outgoing(data.id, "flow"), *model.incoming(data.id, "flow"))
            flows = [flow for flow in joined if isinstance(flow, Flow) and touches_city(model, flow)]
            if is_own(data) or flows or data.usage not in {None, "not_used", "no_longer_used"}:
                yield data, flows


@rule(
    "INTEG-08",
    Severity.WARNING,
    title=Words(
        "Kết nối bắt buộc theo danh mục hoàn thành đúng hạn", "Obligatory connections are complete by their date"
    ),
    scope=lambda model, day: [data.id for data, _ in _judged(model, day)],
    cites=("ND278_2025:Điều 7; Điều 8; Điều 21; Điều 24",),
    tier="law",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Database of the obligatory list with no sharing flow over a platform, and no work that brings one in time.

    Why: by 31/12/2026 the listed data must flow through the sharing platforms; copies keyed in by hand must end.
    Found: a listed database whose only work item or flow is due after that day, or, once the day is past, whose flows
      are known not to run or to be direct, fails. A flow that leaves open whether it runs or what it crosses, and a
      database with neither flow nor work item, is insufficient.
    Fix: record the flow with `state` and `via`, or a task that `concerns` the database, with its deadline.
    Misses: databases of the official list (Điều 8) that the framework data lacks; copies entered locally unrecorded.
    Vì sao: đến 31/12/2026 dữ liệu trong danh mục phải đi qua nền tảng chia sẻ; bản sao nhập tay phải chấm dứt.
    Phát hiện: CSDL trong danh mục mà nhiệm vụ hay luồng duy nhất có hạn sau ngày đó, hoặc quá ngày mà luồng không chạy
      hay nối thẳng: chưa đáp ứng. Luồng chưa rõ trạng thái, đường đi, hoặc chưa có luồng và nhiệm vụ: chưa đủ cơ sở.
    Khắc phục: ghi luồng kèm `state`, `via`, hoặc nhiệm vụ `concerns` CSDL đó, có thời hạn.
    Bỏ sót: CSDL của danh mục chính thức (Điều 8) chưa có trong dữ liệu khung; bản sao nhập tay không ghi trong mô hình.
    """
    hubs = platforms(model, "own") | platforms(model, "reference")
    for data, flows in _judged(model, day):
        if any(runs(flow, day) and hubs & set(path(flow)) for flow in flows):
            continue
        dues = _dues(model, data, flows, day)
        if any(due <= DUE for due in dues):
            continue
        may = [f for f in flows if runs(f, day) is not False and (leaves_path_open(f) or hubs & set(path(f)))]
        if may or not (dues if day <= DUE else flows or dues):
            yield _insufficient(data, [_open_points(flow, day) for flow in may])
            continue
        told = ", ".join([*(flow.id for flow in flows), *dues])
        yield Finding(
            data,
            Words(
                f"'{data.id}' không có luồng qua nền tảng đang chạy đến {DUE} ({told})",
                f"'{data.id}' has no running flow over a platform by {DUE} ({told})",
            ),
            Words("đưa vào khai thác qua nền tảng", "bring it into use over a platform"),
            see=places([*flows, *model.sources(data.id, "concerns")]),
        )


def _dues(model: Model, data: Dataset, flows: list[Flow], day: str) -> list[str]:
    """The days to come by which open tasks, or the flows themselves, are to bring the connection."""
    tasks = linking(model, data.id, "concerns", day)
    open_tasks = [task for task in tasks if isinstance(task, Task) and task.state not in {*DONE, "stopped"}]
    dues = [*(last_due(task, model.settings) for task in open_tasks), *(flow.due for flow in flows)]
    return [due for due in dues if due and due >= day[: len(due)]]


def _open_points(flow: Flow, day: str) -> str:
    points = [
        name for name, is_open in (("via", leaves_path_open(flow)), ("state", runs(flow, day) is None)) if is_open
    ]
    return f"{flow.id}: {', '.join(points)}"


def _insufficient(data: Dataset, unclear: list[str]) -> Finding:
    listed = "; ".join(unclear)
    return Finding(
        data,
        Words(
            f"'{data.id}' thuộc danh mục chia sẻ bắt buộc, "
            + (f"chưa rõ {listed}" if unclear else "chưa ghi luồng nào"),
            f"'{data.id}' must be shared; " + (f"left open: {listed}" if unclear else "no flow is recorded"),
        ),
        Words(
            "ghi 'state', 'via' của luồng, hoặc nhiệm vụ có hạn", "write 'state' and 'via' of a flow, or a dated task"
        ),
        Outcome.INSUFFICIENT,
    )
