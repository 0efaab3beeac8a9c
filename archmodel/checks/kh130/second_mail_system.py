"""KH130-19: mail systems and addresses beyond one system for the City and one address for each official."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active
from archmodel.analysis.bodies import in_effect, offices
from archmodel.checks.kh130.common_system import doubled, in_question, missing, surplus, unrecorded
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import kept
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.text.words import Words

WHAT = Words("hệ thống thư điện tử", "mail system")


def _counted(model: Model, day: str) -> Iterator[tuple[Organisation, int, int]]:
    """The offices that state both how many officials and how many official addresses they have."""
    for office in offices(model, day):
        if office.staff is not None and office.mailboxes is not None:
            yield office, office.staff, office.mailboxes


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    return {*in_question(model, "email", day), *(office.id for office, _, _ in _counted(model, day))}


@rule(
    "KH130-19",
    Severity.ERROR,
    title=Words(
        "Một hệ thống thư điện tử; mỗi người một địa chỉ công vụ", "One mail system; one official address per official"
    ),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.4",),
    plan=("KH130-SP4.1",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Mail system beside the City's own one, office on two, or counts of addresses and officials that differ.

    Why: an official with two addresses answers from one and misses the other; an address without an official is a door.
    Found: a second own mail system at work without end and reason; an office that uses two, or whose only recorded use
      has ended; an office whose `mailboxes` differ from its `staff`. A system without `state`, offices without
      `used_by` or without the two counts (named together), and a City without any mail system are insufficient.
    Fix: keep one system; give the others `until` and `state_note`; state `staff` and `mailboxes` of each office.
    Misses: which official holds which address: the catalogue keeps counts, never persons. Whether a difference is a
      shared address of the office.
    Vì sao: cán bộ có hai địa chỉ thì trả lời một nơi, bỏ sót nơi kia; địa chỉ không có người dùng là cửa để ngỏ.
    Phát hiện: hệ thống thư thứ hai của Thành phố đang chạy mà không có ngày kết thúc và lý do; cơ quan dùng hai hệ
      thống, hoặc đã thôi dùng mà chưa có hệ thống thay; `mailboxes` khác `staff`. Hệ thống thiếu `state`, cơ quan thiếu
      `used_by` hoặc thiếu hai số đếm (nêu chung một lần), Thành phố chưa có bản ghi: chưa đủ cơ sở đánh giá.
    Khắc phục: giữ một hệ thống; ghi `until` và `state_note` ở hệ thống còn lại; ghi `staff`, `mailboxes` của cơ quan.
    Bỏ sót: ai giữ địa chỉ nào (danh mục chỉ giữ số đếm); chênh lệch có phải do hộp thư chung của cơ quan không.
    """
    for office, staff, mailboxes in _counted(model, day):
        if staff != mailboxes:
            yield Finding(
                office,
                Words(f"'{office.id}' có {mailboxes} địa chỉ công vụ cho {staff} người",
                      f"'{office.id}' has {mailboxes} official addresses for {staff} officials"),
                Words("cấp hoặc khóa địa chỉ, hoặc sửa 'mailboxes', 'staff'",
                      "issue or close addresses, or mend 'mailboxes' and 'staff'"),
            )  # fmt: skip
    main = kept(model, "email", day)
    if main is None:
        yield from missing(model, "email", WHAT)
        return
    yield from surplus(model, "email", WHAT, day)
    yield from doubled(model, "email", WHAT, day)
    if not is_active(main, day):
        return
    absent = unrecorded(model, "email", day)
    uncounted = [o.id for o in offices(model, day) if o.staff is None or o.mailboxes is None]
    if uncounted:
        names = listed(uncounted)
        absent.append(Blank("'staff', 'mailboxes'", Words(f"của cơ quan {names}", f"of offices {names}")))
    if absent:
        yield unstated(main, absent)
