"""LIFE-01: dates that contradict each other or the state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.checks.life.gathering import gathered
from archmodel.checks.life.temporal_order import fit, order, outside, reach
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.errors import Place
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.text.words import Words


def _judged(model: Model) -> dict[str, Element | Flow]:
    """What carries a day or a lifecycle state, by id; a relation's days are told of its source."""
    dated = {r.source for r in model.relations if (r.since or r.until) and not isinstance(r, Flow)}
    found: dict[str, Element | Flow] = {
        e.id: e for e in model if e.since or e.until or e.id in dated or getattr(e, "state", None)
    }
    return found | {flow.id: flow for flow in model.flows if flow.since or flow.until or flow.state}


@rule(
    "LIFE-01",
    Severity.ERROR,
    title=Words("Ngày tháng hợp lệ và khớp trạng thái", "Dates are ordered and fit the state"),
    scope=lambda model, day: _judged(model),
    practice="temporal integrity; ArchiMate plateaus",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Record whose days contradict each other, the days of its ends, or its state.

    Why: the architecture of a day is read from these dates; a wrong one puts a dead system into the plan, or hides a
      living one.
    Found: an end not after its beginning; a relation that begins before, or ends after, one of its two ends; a working
      state with an end behind it or a beginning ahead; an ended state with an end ahead; a planned state with a
      beginning behind it; a system older than 1990, or any day over 15 years ahead. Ended without `until`, or planned
      without `since`, is insufficient: the record is then taken to hold on every day.
    Fix: mend the day or the state the message names; half-open, `until` is the first day it no longer holds.
    Misses: day and month swapped (days are ISO); a working state without `since`: the state says that it began. A state
      is what the catalogue knew last, so it is judged by the day or by the newest source, whichever is later. A move,
      forward or redirect may outlive what it leads on from.
    Vì sao: kiến trúc tại một ngày đọc từ các mốc này; sai một mốc là đưa hệ thống đã dừng vào phương án, hoặc bỏ sót.
    Phát hiện: ngày kết thúc không sau ngày bắt đầu; quan hệ bắt đầu trước hoặc kết thúc sau một đầu của nó; trạng thái
      đang chạy mà đã qua ngày kết thúc hoặc chưa tới ngày bắt đầu; đã kết thúc mà ngày kết thúc còn ở phía trước; dự
      kiến mà ngày bắt đầu đã qua; hệ thống trước năm 1990, ngày xa quá 15 năm. Đã kết thúc thiếu `until`, dự kiến thiếu
      `since`: chưa đủ cơ sở đánh giá, vì bản ghi bị coi là có hiệu lực mọi ngày.
    Khắc phục: sửa ngày hoặc trạng thái nêu trong thông báo; `until` là ngày đầu tiên không còn hiệu lực.
    Bỏ sót: lẫn ngày với tháng (ngày ghi theo ISO); đang chạy mà thiếu `since`: trạng thái cho biết đã bắt đầu. Trạng
      thái là điều danh mục biết sau cùng nên xét theo ngày đánh giá hoặc nguồn mới nhất, lấy mốc muộn hơn. Việc chuyển
      dữ liệu, chuyển tiếp, chuyển hướng có thể kéo dài sau khi nơi cũ kết thúc.
    """
    wrong: dict[str, list[Words]] = defaultdict(list)
    absent: dict[str, list[Words]] = defaultdict(list)
    at: dict[str, Place | None] = {}  # a relation may be written in another file than its source
    latest = max(day, *(source.date or "" for element in model.origin for source in element.evidence), day)
    judged = _judged(model)
    for id, record in judged.items():
        wrong[id] += [*order(record), *reach(record, day)]
        fit(record, latest, wrong[id], absent[id])
    for relation in model.relations:
        about = relation.id if isinstance(relation, Flow) else relation.source
        if relation.since or relation.until:
            told = f"{relation.type} → '{relation.target}' "
            found = [Words(told + w.vi, told + w.en) for w in (*order(relation), *outside(model, relation))]
            if found and not wrong[about]:
                at[about] = relation.place
            wrong[about] += found
    mend = Words("sửa ngày hoặc trạng thái đã nêu", "mend the days or the state named")
    add = Words("ghi ngày còn thiếu", "add the day that is missing")
    for id, record in judged.items():
        yield from gathered(record, wrong[id], absent[id], mend if wrong[id] else add, at=at.get(id))
