"""FW4-06: applications without purpose, data or host; data sets nobody writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active, linked
from archmodel.analysis.succession import reachable
from archmodel.checks.fw4.subjects import has_ended, may_work, own_singles
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.model.relations import Access, Relation
from archmodel.text.words import Words

PURPOSES = {"service", "business_function", "process", "channel", "application"}


def _judged(model: Model, day: str) -> list[Application | Dataset]:
    """Own applications known to work on the day, and own data sets that are not copies kept for others."""
    datasets = [dataset for dataset in own_singles(model, day, Dataset) if not dataset.copy_of]
    judged: list[Application | Dataset] = [*own_singles(model, day, Application), *datasets]
    return [element for element in judged if is_active(element, day)]


@rule(
    "FW4-06",
    Severity.WARNING,
    title=Words(
        "Mỗi ứng dụng có mục đích nghiệp vụ, dữ liệu và nơi vận hành",
        "Each application traces up to business and down to data and infrastructure",
    ),
    scope=lambda model, day: [element.id for element in _judged(model, day)],
    cites=("QD292", "ND224_2026:Điều 23 khoản 3, khoản 5"),
    plan=("KH130-T1d", "KH130-T4a1"),
    tier="must",
    confidence="medium",
    practice="TOGAF application/data and application/technology matrices",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Application that serves nothing, holds no data or runs nowhere; data set nobody writes.

    Why: in a merger the first questions are whom it serves, what data it holds and where it runs.
    Found: an application said to hold no data that writes some, one hosted only on what has ended, and a data set whose
      writers have all ended, fail; what states no purpose, data, host, owner of the host or writer is insufficient.
    Fix: add `realizes` or `serves`, `accesses` (or `holds_no_data: true`), `hosted_on` with an owned host; for data sets
      an `accesses` of mode w or rw, or `copy_of`.
    Misses: applications and data sets whose own state is not stated; families. A module rests on what it is part of.
    Vì sao: khi sắp xếp, câu hỏi đầu tiên là hệ thống phục vụ ai, giữ dữ liệu gì, chạy ở đâu.
    Phát hiện: ứng dụng ghi không giữ dữ liệu mà lại ghi dữ liệu, chỉ đặt trên hạ tầng đã kết thúc, dữ liệu mà mọi ứng
      dụng ghi đều đã kết thúc: chưa đáp ứng; chưa ghi mục đích, dữ liệu, nơi đặt, chủ quản nơi đặt hay ứng dụng ghi: chưa
      đủ cơ sở đánh giá.
    Khắc phục: ghi `realizes` hoặc `serves`, `accesses` (hoặc `holds_no_data: true`), `hosted_on` có chủ quản; với dữ liệu
      là `accesses` có mode w hoặc rw, hoặc `copy_of`.
    Bỏ sót: ứng dụng, dữ liệu chưa rõ trạng thái; bản ghi nhóm. Phân hệ dựa vào hệ thống nó thuộc về.
    """
    for element in _judged(model, day):
        read = _application if isinstance(element, Application) else _dataset
        wrong, absent = read(model.origin, element, day)
        for words, outcome in ((wrong, Outcome.FAIL), (absent, Outcome.INSUFFICIENT)):
            if words:
                yield Finding(
                    element,
                    Words(f"'{element.id}' {', '.join(w.vi for w in words)}", f"'{element.id}' {', '.join(w.en for w in words)}"),
                    Words("bổ sung hoặc sửa các quan hệ này", "add or mend these relations"),
                    outcome,
                )  # fmt: skip


Reading = tuple[list[Words], list[Words]]


def _application(model: Model, element: Application | Dataset, day: str) -> Reading:
    wrong, absent = [], []
    systems = [element.id, *(e.id for e in reachable(model, element.id, ("part_of",), day=day))]
    if not any(_kind(model, r) in PURPOSES for r in _held(model, systems, ("realizes", "serves"), day)):
        absent.append(
            Words("chưa ghi phục vụ nghiệp vụ nào (realizes, serves)", "states no purpose (realizes, serves)")
        )
    accesses = [r for r in _held(model, systems, ("accesses",), day) if isinstance(r, Access)]
    if isinstance(element, Application) and element.holds_no_data:
        written = [r.target for r in accesses if r.source == element.id and r.mode in {"w", "rw"}]
        if written:
            wrong.append(Words(f"ghi không giữ dữ liệu nhưng ghi vào {', '.join(written)}",
                               f"is said to hold no data yet writes {', '.join(written)}"))  # fmt: skip
    elif not accesses:
        absent.append(Words("chưa ghi dữ liệu (accesses)", "states no data (accesses)"))
    hosts = [host for r in _held(model, systems, ("hosted_on",), day) if (host := model.elements.get(r.target))]
    names = ", ".join(host.id for host in hosts)
    if not hosts:
        absent.append(Words("chưa ghi nơi đặt (hosted_on)", "states no host (hosted_on)"))
    elif all(has_ended(host, day) for host in hosts):
        wrong.append(Words(f"chỉ đặt tại nơi đã kết thúc: {names}", f"runs only on what has ended: {names}"))
    elif not any(linked(model, host.id, "owned_by", day) for host in hosts if not has_ended(host, day)):
        absent.append(Words(f"nơi đặt {names} chưa ghi chủ quản", f"runs on {names}, whose owner is not stated"))
    return wrong, absent


def _dataset(model: Model, element: Application | Dataset, day: str) -> Reading:
    accesses = [r for r in model.incoming(element.id, "accesses") if isinstance(r, Access) and r.mode in {"w", "rw"}]
    writers = [writer for r in accesses if (writer := model.elements.get(r.source)) and r.holds_on(day)]
    names = ", ".join(writer.id for writer in writers)
    if writers and all(has_ended(writer, day) for writer in writers):
        return [Words(f"chỉ do ứng dụng đã kết thúc ghi: {names}", f"is written only by what has ended: {names}")], []
    if not any(may_work(writer, day) for writer in writers):
        return [], [
            Words(
                "chưa ghi ứng dụng nào ghi dữ liệu (accesses: w)", "states no application that writes it (accesses: w)"
            )
        ]
    return [], []


def _held(model: Model, ids: Iterable[str], types: tuple[str, ...], day: str) -> list[Relation]:
    return [r for id in ids for type in types for r in model.outgoing(id, type) if r.holds_on(day)]


def _kind(model: Model, relation: Relation) -> str | None:
    target = model.elements.get(relation.target)
    return target.kind if target else None
