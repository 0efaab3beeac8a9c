"""KH130-02: systems and data without a decision for the two-tier model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.reorganisation import affected, options_due
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.text.days import certainly_after
from archmodel.text.words import Words

MOVING = frozenset({"merge", "replace_or_end"})


def _judged(model: Model, day: str) -> Iterable[str]:
    due = options_due(model)
    return [element.id for element in affected(model)] if due and due < day else ()


@rule(
    "KH130-02",
    Severity.ERROR,
    title=Words(
        "Mỗi hệ thống, nền tảng có phương án tổ chức lại", "Every system has a disposition for the two-tier model"
    ),
    scope=_judged,
    cites=("KH130:Mục 2",),
    plan=("KH130-T2a",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System or data of the City that nobody decided about in time.

    Why: a system without a decision is neither paid for, merged nor closed, and its users learn of it when it stops.
    Found: an own system or data set that existed when the plan was issued and is stated undecided, or decided more than
      fifteen days after; insufficient: disposition, its day or the owner is not recorded; for a merger or an end, the
      successor or target (`succeeds`, `migrates_to`) or the bodies moved (`used_by`) are not; undecided or late, but
      since when the system exists (`since`) is not.
    Fix: record disposition, disposition_on, owner, target and users; a recorded delay is a waiver with its reason.
    Misses: records of families and records of other bodies; whether the option is a good one.
    Vì sao: hệ thống chưa có phương án thì không ai cấp kinh phí, hợp nhất hay đóng, người dùng chỉ biết khi nó dừng.
    Phát hiện: hệ thống, dữ liệu của Thành phố có khi ban hành kế hoạch mà ghi chưa quyết định, hoặc quyết định sau hạn
      15 ngày. Chưa đủ cơ sở: chưa ghi phương án, ngày, chủ quản; khi hợp nhất, thay thế, kết thúc mà chưa ghi nơi nhận
      (`succeeds`, `migrates_to`) hay đơn vị chuyển (`used_by`); chưa quyết định hoặc trễ mà chưa ghi `since`.
    Khắc phục: ghi disposition, disposition_on, chủ quản, nơi nhận, đơn vị dùng; việc trễ ghi bằng ngoại lệ có lý do.
    Bỏ sót: bản ghi chung cho một nhóm, bản ghi của cơ quan khác; phương án có tốt hay không.
    """
    due = options_due(model) or day
    for element in affected(model):
        against = _against(element, due)
        absent = _absent(model, element)
        if against and element.since is None:
            absent.append(Blank("'since'", Words(f"({against[0].vi})", f"({against[0].en})")))
        if against and element.since is not None:
            told = together(against)
            yield Finding(
                element,
                Words(f"'{element.id}': {told.vi}", f"'{element.id}': {told.en}"),
                Words("quyết định và ghi 'disposition', 'disposition_on'; việc trễ ghi ngoại lệ kèm lý do",
                      "decide and record 'disposition' and 'disposition_on'; waive a delay with its reason"),
            )  # fmt: skip
        elif absent:
            yield unstated(element, absent)


def _against(element: Application | Dataset, due: str) -> list[Words]:
    decided_on = element.disposition_on
    if element.disposition == "undecided":
        return [Words(f"ghi chưa quyết định, hạn {due}", f"stated undecided; options were due on {due}")]
    if decided_on and certainly_after(decided_on, due):
        return [Words(f"quyết định ngày {decided_on}, sau hạn {due}", f"decided on {decided_on}, due on {due}")]
    return []


def _absent(model: Model, element: Application | Dataset) -> list[Blank]:
    past = model.origin
    moving = element.disposition in MOVING
    has_target = past.incoming(element.id, "succeeds") or past.outgoing(element.id, "migrates_to")
    missing = {
        "disposition": element.disposition is None,
        "disposition_on": element.disposition_on is None and element.disposition != "undecided",
        "owned_by": not past.outgoing(element.id, "owned_by"),
        "succeeds' / 'migrates_to": moving and not has_target,
        "used_by": moving and isinstance(element, Application) and not past.outgoing(element.id, "used_by"),
    }
    return [Blank(f"'{name}'") for name, is_missing in missing.items() if is_missing]
