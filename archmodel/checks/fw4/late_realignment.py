"""FW4-09: no plan, or a late one, to bring the architecture in line with the national framework."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.deadlines import DONE, last_due
from archmodel.analysis.editions import edition_on
from archmodel.analysis.spans import months_later, span
from archmodel.checks.fw4.subjects import own_architecture, owner, owner_id
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Task
from archmodel.model.framework import Edition
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words

CLAUSE = "QD1425:Điều 3 khoản 4"
MONTHS = 6
"""The clause that sets the time limit, and how many months from its instrument's first day it gives."""


def _frame(model: Model, day: str) -> Edition | None:
    """The edition to align with: the one of the day, where the clause's instrument issued it."""
    edition = edition_on(model, day)
    return edition if edition and edition.since and edition.instrument == CLAUSE.partition(":")[0] else None


def _tasks(model: Model) -> list[Task]:
    return [task for task in model.origin.tasks if task.clause == CLAUSE]


def _judged(model: Model, day: str) -> list[str]:
    ids = [*owner_id(model), *(task.id for task in _tasks(model))]
    return ids if _frame(model, day) and owner(model) else []


@rule(
    "FW4-09",
    Severity.WARNING,
    title=Words("Lộ trình cập nhật khung kiến trúc cấp tỉnh", "Plan to realign with the national frame in time"),
    scope=_judged,
    cites=("QD1425:Điều 3 khoản 4", "ND224_2026:Điều 37 khoản 1"),
    plan=("KH130-T1d",),
    tier="must",
    confidence="medium",
    profiles=("P-2026B",),
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """City framework without a timely task to update it, or not reviewed for too long.

    Why: six months after the national framework is signed the City's own must follow it; until then projects are
      appraised by the national one.
    Found: no task under the clause that sets the limit, a task due after the six months, one not done when they
      are over, and an architecture document last reviewed too long ago, fail; a task without deadline, or whose state
      is not stated after the day, and an architecture whose day is not recorded, are insufficient.
    Fix: record a task with the `clause` QD1425:Điều 3 khoản 4, `deadlines` and `state`; record `issued`, and
      `confirmed_on` at each review, on the City's architecture document.
    Misses: whether each element that fails other rules has a task, as a rule does not read the findings of others.
    Vì sao: sáu tháng sau khi khung quốc gia được ký, khung của Thành phố phải theo; trước đó dự án xét theo khung quốc gia.
    Phát hiện: không có nhiệm vụ theo điều khoản định hạn, nhiệm vụ có hạn quá sáu tháng, quá hạn mà chưa xong, kiến trúc
      đã quá lâu chưa rà soát: chưa đáp ứng; nhiệm vụ chưa có hạn, đã tới hạn mà chưa ghi trạng thái, kiến trúc chưa ghi
      ngày: chưa đủ cơ sở đánh giá.
    Khắc phục: lập nhiệm vụ có `clause` là QD1425:Điều 3 khoản 4, có `deadlines` và `state`; ghi
      `issued`, và `confirmed_on` mỗi lần rà soát, ở văn bản kiến trúc của Thành phố.
    Bỏ sót: mỗi đối tượng bị quy tắc khác nêu đã có nhiệm vụ chưa, vì quy tắc không đọc kết quả của quy tắc khác.
    """
    edition, body = _frame(model, day), owner(model)
    if edition is None or body is None or edition.since is None:
        return
    limit = months_later(edition.since, MONTHS)
    if not (tasks := _tasks(model)):
        yield Finding(
            body,
            Words(f"chưa có nhiệm vụ cập nhật kiến trúc theo {edition.id} trước {limit}",
                  f"no task updates the architecture to {edition.id} by {limit}"),
            Words(f"lập nhiệm vụ có 'clause: {CLAUSE}', hạn không quá {limit}",
                  f"record a task with 'clause: {CLAUSE}', due by {limit}"),
        )  # fmt: skip
    for task in tasks:
        yield from _task(model, task, day, limit)
    yield from _review(model, body, day)


def _task(model: Model, task: Task, day: str, limit: str) -> Iterator[Finding]:
    due, state = last_due(task, model.settings), task.state or "?"
    fix = Words(f"ghi hạn không quá {limit} và 'state'", f"state a deadline by {limit}, and 'state'")
    if due is None:
        yield Finding(task, Words(f"'{task.id}' chưa ghi hạn", f"'{task.id}' states no deadline"), fix, Outcome.INSUFFICIENT)  # fmt: skip
    elif due > limit:
        yield Finding(task, Words(f"'{task.id}' hạn {due}, sau {limit}", f"'{task.id}' is due {due}, after {limit}"), fix)  # fmt: skip
    elif day > limit and task.state not in DONE:
        fact = Words(
            f"'{task.id}' quá {limit} mà chưa xong ({state})", f"'{task.id}' is not done after {limit} ({state})"
        )
        yield Finding(task, fact, fix, Outcome.FAIL if task.state else Outcome.INSUFFICIENT)


def _review(model: Model, body: Element, day: str) -> Iterator[Finding]:
    known = [
        (d, document.id) for document in own_architecture(model) for d in (document.issued, document.confirmed_on) if d
    ]
    last, id = max((item for item in known if item[0] <= day), default=("", ""))
    months = model.settings.review_months
    if not last:
        yield Finding(
            body,
            Words("chưa ghi văn bản kiến trúc, hoặc ngày ban hành, rà soát của nó",
                  "no architecture document, or no day of its issue or review, is recorded"),
            Words("ghi văn bản loại architecture có 'issued', 'confirmed_on' và 'owned_by'",
                  "record an architecture document with 'issued', 'confirmed_on' and 'owned_by'"),
            Outcome.INSUFFICIENT,
        )  # fmt: skip
    elif months_later(span(last, last).until.isoformat(), months) < day:
        yield Finding(
            body,
            Words(f"'{id}' rà soát lần cuối {last}, quá {months} tháng",
                  f"'{id}' was last reviewed on {last}, over {months} months ago"),
            Words("rà soát và ghi 'confirmed_on'", "review it and state 'confirmed_on'"),
        )  # fmt: skip
